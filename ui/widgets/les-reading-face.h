/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void les_reading_face_follow (GtkWidget *widget);

G_END_DECLS
