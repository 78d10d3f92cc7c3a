/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-note-layout.h"

G_BEGIN_DECLS

#define LES_TYPE_NOTE_LIST (les_note_list_get_type ())
G_DECLARE_FINAL_TYPE (LesNoteList, les_note_list, LES, NOTE_LIST, GObject)

/**
 * LesNoteCounts:
 * @n_annotations: that the filter lets through, each once
 * @n_all_annotations: in the project
 * @n_notes: of other records that it lets through
 * @n_all_notes: of other records in the project
 */
typedef struct
{
  guint n_annotations;
  guint n_all_annotations;
  guint n_notes;
  guint n_all_notes;
} LesNoteCounts;

LesNoteList    *les_note_list_new          (LesProject      *project);
LesProject     *les_note_list_get_project  (LesNoteList     *self);
LesNoteFilter  *les_note_list_get_filter   (LesNoteList     *self);

LesNoteGrouping les_note_list_get_grouping (LesNoteList     *self);
void            les_note_list_set_grouping (LesNoteList     *self,
                                            LesNoteGrouping  grouping);

void            les_note_list_hold         (LesNoteList     *self,
                                            LesRecordKind    kind,
                                            const char      *id);
int             les_note_list_find         (LesNoteList     *self,
                                            LesRecordKind    kind,
                                            const char      *id);
int             les_note_list_find_row     (LesNoteList     *self,
                                            LesNoteRow      *row);
LesNoteCounts   les_note_list_count        (LesNoteList     *self);
GHashTable     *les_note_list_count_values (LesNoteList     *self,
                                            LesNoteFacet     facet);

G_END_DECLS
