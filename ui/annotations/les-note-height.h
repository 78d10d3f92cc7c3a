/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void les_note_height_follow (GtkTextView *note);

G_END_DECLS
