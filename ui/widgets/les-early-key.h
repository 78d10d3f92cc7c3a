/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void les_early_key_add (GtkWidget       *widget,
                        const char      *trigger,
                        GtkShortcutFunc  callback);

G_END_DECLS
