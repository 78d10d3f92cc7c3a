/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "les-export-notes.h"
#include "les-note-list.h"

G_BEGIN_DECLS

GPtrArray  *les_note_selection_ref_records (GtkSelectionModel *selection);
GHashTable *les_note_count_tags            (GPtrArray         *records);
void        les_note_selection_export      (GtkSelectionModel *selection,
                                            LesNoteList       *list,
                                            gboolean           all,
                                            LesExportNotes    *notes);

G_END_DECLS
