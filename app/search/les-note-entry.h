/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-note-filter.h"
#include "les-note-row.h"
#include "les-project.h"

G_BEGIN_DECLS

/* Returns TRUE to end the visit. */
typedef gboolean (*LesNoteVisit) (const char *value,
                                  gpointer    data);

/**
 * LesNoteEntry:
 *
 * A record as #LesNoteList keeps it: folded to be searched, with its rows; it
 * has several where it stands in several groups.
 */
typedef struct
{
  LesRecord *record;
  char *folded;
  gsize n_folded_bytes;
  char *date;           /* 2025-12-03, local time; NULL when not known or not asked for yet */
  gboolean passes;      /* the filter */
  GPtrArray *rows;      /* of LesNoteRow; at least one */
} LesNoteEntry;

LesNoteEntry *les_note_entry_new        (LesProject    *project,
                                         LesRecord     *record);
void          les_note_entry_free       (LesNoteEntry  *self);
void          les_note_entry_set_record (LesNoteEntry  *self,
                                         LesProject    *project,
                                         LesRecord     *record);
LesNoteRow   *les_note_entry_get_row    (LesNoteEntry  *self,
                                         guint          occurrence);
gboolean      les_note_entry_accepts    (LesNoteEntry  *self,
                                         LesProject    *project,
                                         LesNoteFilter *filter,
                                         int            except);

gboolean      les_note_visit_values     (LesProject    *project,
                                         LesRecord     *record,
                                         LesNoteFacet   facet,
                                         LesNoteVisit   visit,
                                         gpointer       data);
const char   *les_note_kind_get_name    (LesRecordKind  kind);

G_END_DECLS
