/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "les-tag-entry.h"

G_BEGIN_DECLS

#define LES_TYPE_TAG_LIST_ROW (les_tag_list_row_get_type ())
G_DECLARE_FINAL_TYPE (LesTagListRow, les_tag_list_row, LES, TAG_LIST_ROW, GtkWidget)

/**
 * LesTagDrop: where on a row something is dropped
 */
typedef enum
{
  LES_TAG_DROP_BEFORE,
  LES_TAG_DROP_INTO,
  LES_TAG_DROP_AFTER,
} LesTagDrop;

GtkWidget   *les_tag_list_row_new       (void);
void         les_tag_list_row_set_entry (LesTagListRow *self,
                                         LesTagEntry   *entry);
LesTagEntry *les_tag_list_row_get_entry (LesTagListRow *self);

G_END_DECLS
