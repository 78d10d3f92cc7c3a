/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "les-passage-item.h"

G_BEGIN_DECLS

#define LES_TYPE_PASSAGE_CELLS (les_passage_cells_get_type ())
G_DECLARE_FINAL_TYPE (LesPassageCells, les_passage_cells, LES, PASSAGE_CELLS, GtkWidget)

GtkWidget *les_passage_cells_new      (void);
void       les_passage_cells_set_item (LesPassageCells *self,
                                       LesPassageItem  *item);

G_END_DECLS
