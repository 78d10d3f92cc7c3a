/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "les-note-list.h"

G_BEGIN_DECLS

void les_note_chips_fill (GtkWidget   *box,
                          LesNoteList *list);

G_END_DECLS
