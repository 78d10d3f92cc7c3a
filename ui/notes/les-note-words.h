/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-note-list.h"

G_BEGIN_DECLS

/* What annotations, notes, groups and filters are called on the screen. */

char *les_note_words_dup_value   (LesProject      *project,
                                  LesNoteFacet     facet,
                                  const char      *value);
char *les_note_words_dup_heading (LesProject      *project,
                                  LesNoteRow      *heading,
                                  LesNoteGrouping  grouping);
char *les_note_words_dup_subject (LesProject      *project,
                                  LesRecord       *record);
char *les_note_words_dup_tags    (LesProject      *project,
                                  LesRecord       *record);
char *les_note_words_dup_tag_names (LesProject    *project,
                                  LesRecord       *record);
char *les_note_words_dup_source  (LesProject      *project,
                                  LesRecord       *record,
                                  gboolean         with_article);
const char *les_note_words_get_facet (LesNoteFacet facet);

G_END_DECLS
