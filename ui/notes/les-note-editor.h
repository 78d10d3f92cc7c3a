/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "les-session.h"

G_BEGIN_DECLS

#define LES_TYPE_NOTE_EDITOR (les_note_editor_get_type ())
G_DECLARE_FINAL_TYPE (LesNoteEditor, les_note_editor, LES, NOTE_EDITOR, GtkWidget)

void       les_note_editor_show       (LesNoteEditor *self,
                                       LesSession    *session,
                                       LesRecord     *record);
LesRecord *les_note_editor_get_record (LesNoteEditor *self);
void       les_note_editor_commit     (LesNoteEditor *self);
void       les_note_editor_focus      (LesNoteEditor *self);

G_END_DECLS
