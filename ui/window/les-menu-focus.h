/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Where the focus goes when a menu of a window closes. */

void les_menu_focus_follow (GtkWindow *window);
void les_menu_focus_watch  (GtkWindow *window,
                            GtkWidget *header);

G_END_DECLS
