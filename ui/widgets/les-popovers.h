/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *les_popovers_new_menu (GMenuModel         *model,
                                  GtkWidget          *parent);
void       les_popovers_open     (GtkWidget          *popover,
                                  const GdkRectangle *place);

G_END_DECLS
