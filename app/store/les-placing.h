/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-project.h"

G_BEGIN_DECLS

/**
 * LesPlacing:
 * @records: (element-type LesRecord): those that have their place
 * @findings: (element-type LesFinding): what was wrong
 * @by_id: id -> record, borrowed from @records
 * @search_bytes: how much text was searched for words that were not in their place
 *
 * The records of a file that is being read, one after the other: whether what
 * a record refers to is there, and whether an annotation's words are where it
 * says. Kinds come in the order of #LesRecordKind.
 */
typedef struct
{
  GPtrArray *records;
  GPtrArray *findings;
  GHashTable *by_id[LES_N_RECORD_KINDS];
  gint64 search_bytes;
} LesPlacing;

void        les_placing_init              (LesPlacing    *self,
                                           GPtrArray     *findings);
void        les_placing_clear             (LesPlacing    *self);

gboolean    les_placing_has               (LesPlacing    *self,
                                           LesRecordKind  kind,
                                           const char    *id);
gboolean    les_placing_is_unplaced       (LesRecord     *record);
const char *les_placing_place             (LesPlacing    *self,
                                           LesRecord     *record);
void        les_placing_add               (LesPlacing    *self,
                                           LesRecord     *record);
void        les_placing_check_versions    (LesPlacing    *self);
void        les_placing_check_tag_parents (LesPlacing    *self);

G_END_DECLS
