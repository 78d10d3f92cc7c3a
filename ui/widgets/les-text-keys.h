/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void les_text_keys_come_first (GtkWidget *text);

G_END_DECLS
