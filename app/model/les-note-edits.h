/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-project.h"

G_BEGIN_DECLS

/*
 * Alterations of many annotations at once, and of the notes that any record
 * can have. As in les-edits.h nothing here touches the project.
 */

const char *les_note_of                 (LesRecord *record);
GStrv       les_note_dup_annotation_ids (GPtrArray *records);

LesChange  *les_edits_set_note   (LesProject         *project,
                                  LesRecordKind       kind,
                                  const char         *id,
                                  const char         *note);
LesChange  *les_edits_tag_all    (LesProject         *project,
                                  const char * const *annotations,
                                  const char         *tag);
LesChange  *les_edits_untag_all  (LesProject         *project,
                                  const char * const *annotations,
                                  const char         *tag);
LesChange  *les_edits_clear      (LesProject         *project,
                                  GPtrArray          *records);

G_END_DECLS
