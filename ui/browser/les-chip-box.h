/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LES_TYPE_CHIP_BOX (les_chip_box_get_type ())
G_DECLARE_FINAL_TYPE (LesChipBox, les_chip_box, LES, CHIP_BOX, GtkWidget)

void les_chip_box_clear  (LesChipBox *self);
void les_chip_box_append (LesChipBox *self,
                          GtkWidget  *child);

G_END_DECLS
