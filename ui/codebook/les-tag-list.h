/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-panel.h"
#include "les-tag-tree.h"

G_BEGIN_DECLS

#define LES_TYPE_TAG_LIST (les_tag_list_get_type ())
G_DECLARE_FINAL_TYPE (LesTagList, les_tag_list, LES, TAG_LIST, LesPanel)

GtkWidget  *les_tag_list_new              (LesSession         *session);
char      **les_tag_list_dup_selected_ids (LesTagList         *self);
void        les_tag_list_select           (LesTagList         *self,
                                           const char * const *ids);
void        les_tag_list_focus            (LesTagList         *self);
void        les_tag_list_set_sort         (LesTagList         *self,
                                           LesTagSort          sort);
void        les_tag_list_expand_all       (LesTagList         *self,
                                           gboolean            open);

G_END_DECLS
