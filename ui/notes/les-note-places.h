/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "les-session.h"

G_BEGIN_DECLS

gboolean les_note_places_show (GtkWidget  *widget,
                               LesSession *session,
                               LesRecord  *record);

G_END_DECLS
