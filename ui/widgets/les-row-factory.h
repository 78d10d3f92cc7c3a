/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkListItemFactory *les_row_factory_new (gpointer  self,
                                         GCallback setup,
                                         GCallback bind,
                                         GCallback unbind);

G_END_DECLS
