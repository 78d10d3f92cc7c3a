/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-session.h"
#include "les-tag-entry.h"

G_BEGIN_DECLS

typedef enum
{
  LES_TAG_SORT_OWN,
  LES_TAG_SORT_NAME,
  LES_TAG_SORT_USES,
  LES_TAG_SORT_COLOR,
} LesTagSort;

#define LES_TYPE_TAG_TREE (les_tag_tree_get_type ())
G_DECLARE_FINAL_TYPE (LesTagTree, les_tag_tree, LES, TAG_TREE, GObject)

LesTagTree  *les_tag_tree_new      (LesSession  *session);
GListModel  *les_tag_tree_get_root (LesTagTree  *self);
void         les_tag_tree_fill     (LesTagTree  *self,
                                    const char  *words,
                                    LesTagSort   sort);

G_END_DECLS
