/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LES_TYPE_COLOR_CHOICE (les_color_choice_get_type ())
G_DECLARE_FINAL_TYPE (LesColorChoice, les_color_choice, LES, COLOR_CHOICE, GtkBox)

const char *les_color_choice_get_color (LesColorChoice *self);
void        les_color_choice_set_color (LesColorChoice *self,
                                        const char     *color);
void        les_color_choice_offer     (LesColorChoice *self,
                                        const char     *color);

G_END_DECLS
