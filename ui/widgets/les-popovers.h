/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget    *les_popovers_new_menu             (GMenuModel         *model,
                                                 GtkWidget          *parent);
GdkRectangle  les_popovers_get_place_of_pointer (double              x,
                                                 double              y);
void          les_popovers_open                 (GtkWidget          *popover,
                                                 const GdkRectangle *place);
void          les_popovers_drop_pointer         (GtkWidget          *popover);
void          les_popovers_let_go_of_closed     (void);

G_END_DECLS
