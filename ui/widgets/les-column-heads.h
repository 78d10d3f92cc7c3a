/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The heads of a column view, which GTK makes and cuts off where they are too long. */

void les_column_heads_ellipsize (GtkColumnView *view);

G_END_DECLS
