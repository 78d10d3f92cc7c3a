/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* How long nobody types before a note is taken over into the project. */
#define LES_NOTE_REST_MSEC 1000

void les_note_rest_follow (GtkTextView *note,
                           GObject     *owner,
                           GCallback    rested_cb);

G_END_DECLS
