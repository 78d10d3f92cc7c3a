/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-note-list.h"
#include "les-panel.h"

G_BEGIN_DECLS

#define LES_TYPE_NOTES_VIEW (les_notes_view_get_type ())
G_DECLARE_FINAL_TYPE (LesNotesView, les_notes_view, LES, NOTES_VIEW, LesPanel)

GtkWidget   *les_notes_view_new             (LesSession    *session);

guint        les_notes_view_get_n_selected  (LesNotesView  *self);
guint        les_notes_view_get_n_rows      (LesNotesView  *self);
const char  *les_notes_view_get_grouping    (LesNotesView  *self);
void         les_notes_view_set_grouping    (LesNotesView  *self,
                                             const char    *grouping);

void         les_notes_view_focus_search    (LesNotesView  *self);
void         les_notes_view_popup_filters   (LesNotesView  *self);
void         les_notes_view_popup_tagger    (LesNotesView  *self,
                                             gboolean       untag);
void         les_notes_view_delete_selected (LesNotesView  *self);
gboolean     les_notes_view_edit            (LesNotesView  *self,
                                             LesRecordKind  kind,
                                             const char    *id);
GBytes      *les_notes_view_export          (LesNotesView  *self,
                                             const char    *format,
                                             GError       **error);
void         les_notes_view_commit          (LesNotesView  *self);

G_END_DECLS
