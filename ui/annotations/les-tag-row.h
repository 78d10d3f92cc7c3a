/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "les-tag-choices.h"

G_BEGIN_DECLS

#define LES_TYPE_TAG_ROW (les_tag_row_get_type ())
G_DECLARE_FINAL_TYPE (LesTagRow, les_tag_row, LES, TAG_ROW, GtkWidget)

GtkWidget    *les_tag_row_new        (void);
void          les_tag_row_set_choice (LesTagRow    *self,
                                      LesTagChoice *choice);
LesTagChoice *les_tag_row_get_choice (LesTagRow    *self);

G_END_DECLS
