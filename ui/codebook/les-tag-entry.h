/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "les-project.h"

G_BEGIN_DECLS

/**
 * LesTagUses: how many annotations carry a tag
 * @all: in the whole project
 * @below: this tag or one below it
 * @left: in the article on the left; -1 when there is none
 * @right: in the article on the right; -1 when there is none
 * @n_articles: how many articles these are in
 */
typedef struct
{
  int all;
  int below;
  int left;
  int right;
  int n_articles;
} LesTagUses;

#define LES_TYPE_TAG_ENTRY (les_tag_entry_get_type ())
G_DECLARE_FINAL_TYPE (LesTagEntry, les_tag_entry, LES, TAG_ENTRY, GObject)

LesTagEntry      *les_tag_entry_new          (void);
void              les_tag_entry_update       (LesTagEntry      *self,
                                              LesTag           *tag,
                                              const char       *path,
                                              guint             position,
                                              const LesTagUses *uses);
LesTag           *les_tag_entry_get_tag      (LesTagEntry      *self);
const char       *les_tag_entry_get_id       (LesTagEntry      *self);
const char       *les_tag_entry_get_path     (LesTagEntry      *self);
guint             les_tag_entry_get_position (LesTagEntry      *self);
const LesTagUses *les_tag_entry_get_uses     (LesTagEntry      *self);
const char       *les_tag_entry_get_order    (LesTagEntry      *self);
GListStore       *les_tag_entry_get_children (LesTagEntry      *self);

G_END_DECLS
