/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "les-note-editor.h"
#include "les-note-filters.h"
#include "les-note-tagger.h"
#include "les-notes-view.h"

G_BEGIN_DECLS

/**
 * LesNotesView:
 *
 * All annotations and notes of the project in one list, filtered, grouped,
 * selected and altered many at a time. The note of the one row that is
 * selected is written below the list. The way to the text is Enter.
 *
 * Properties: "session"; "n-selected": how many annotations and notes are
 * selected; "grouping": "article", "tag", "speaker" or "none".
 *
 * Rows and keys, and what is done to the selection, have files of their own.
 */
struct _LesNotesView
{
  LesPanel parent_instance;

  /* Template children */
  GtkEditable *search;
  GtkMenuButton *filter_button;
  LesNoteFilters *filters;
  GtkWidget *chips;
  GtkWidget *bar;
  GtkWidget *tools;
  GtkLabel *count;
  GtkLabel *selected;
  GtkMenuButton *tag_button;
  LesNoteTagger *tagger;
  GtkMenuButton *untag_button;
  LesNoteTagger *untagger;
  GtkWidget *delete_button;
  GtkWidget *export_button;
  GtkStack *pages;
  AdwStatusPage *nothing;
  GtkListView *list;
  LesNoteEditor *editor;

  /* Borrowed */
  LesSession *session;      /* as the panel holds it */

  /* Owned */
  LesNoteList *model;
  GtkMultiSelection *selection;
  GPtrArray *records;     /* of LesRecord: what is selected */

  /* State */
  gboolean fresh;         /* just mapped: the first focus goes to the list */
  guint focus_id;         /* the list will get the focus */
  guint look_id;          /* what is selected will be looked at */
  guint wait_id;
  guint awaited;          /* row that gets the focus when it is there */
  int patience;
};

/* les-notes-view.c */
void       les_notes_view_add_keys            (LesNotesView       *self,
                                               GtkWidget          *widget,
                                               GtkPropagationPhase phase,
                                               GCallback           callback);
void       les_notes_view_note_selection      (LesNotesView       *self);

/* les-notes-view-rows.c */
void       les_notes_view_show_rows           (LesNotesView       *self);
LesRecord *les_notes_view_get_record_at       (LesNotesView       *self,
                                               guint               position);
guint      les_notes_view_find_first_selected (LesNotesView       *self);
void       les_notes_view_select_row          (LesNotesView       *self,
                                               guint               position);
void       les_notes_view_focus_row           (LesNotesView       *self,
                                               guint               position);
void       les_notes_view_focus_list          (LesNotesView       *self);
gboolean   les_notes_view_is_row_focused      (LesNotesView       *self);
void       les_notes_view_refresh_cells       (LesNotesView       *self);

/* les-notes-view-edits.c */
void       les_notes_view_listen_to_taggers   (LesNotesView       *self);

G_END_DECLS
