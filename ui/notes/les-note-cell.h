/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "les-note-list.h"

G_BEGIN_DECLS

#define LES_TYPE_NOTE_CELL (les_note_cell_get_type ())
G_DECLARE_FINAL_TYPE (LesNoteCell, les_note_cell, LES, NOTE_CELL, GtkWidget)

GtkWidget  *les_note_cell_new     (void);
void        les_note_cell_show    (LesNoteCell *self,
                                   LesNoteList *list,
                                   LesNoteRow  *row);
LesNoteRow *les_note_cell_get_row (LesNoteCell *self);
void        les_note_cell_refresh (LesNoteCell *self);
void        les_note_cell_release (LesNoteCell *self);

G_END_DECLS
