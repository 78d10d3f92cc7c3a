/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LES_TYPE_WRAP_LAYOUT (les_wrap_layout_get_type ())
G_DECLARE_FINAL_TYPE (LesWrapLayout, les_wrap_layout, LES, WRAP_LAYOUT, GtkLayoutManager)

GtkLayoutManager *les_wrap_layout_new (int spacing);

G_END_DECLS
