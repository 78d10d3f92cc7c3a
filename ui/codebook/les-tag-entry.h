/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-project.h"

G_BEGIN_DECLS

#define LES_TYPE_TAG_ENTRY (les_tag_entry_get_type ())
G_DECLARE_FINAL_TYPE (LesTagEntry, les_tag_entry, LES, TAG_ENTRY, GObject)

LesTagEntry *les_tag_entry_new        (LesProject  *project,
                                       LesTag      *tag,
                                       guint        n_uses);
LesTag      *les_tag_entry_get_tag    (LesTagEntry *self);
const char  *les_tag_entry_get_path   (LesTagEntry *self);
guint        les_tag_entry_get_n_uses (LesTagEntry *self);
int          les_tag_entry_get_depth  (LesTagEntry *self);
gboolean     les_tag_entry_has_words  (LesTagEntry *self,
                                       const char  *key);
int          les_tag_entry_compare    (gconstpointer a,
                                       gconstpointer b);

G_END_DECLS
