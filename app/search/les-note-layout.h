/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-note-entry.h"

G_BEGIN_DECLS

/**
 * LesNoteGrouping: what the rows of a #LesNoteList stand together by
 */
typedef enum
{
  LES_NOTE_GROUPING_ARTICLE,
  LES_NOTE_GROUPING_TAG,
  LES_NOTE_GROUPING_SPEAKER,
  LES_NOTE_GROUPING_NONE,
} LesNoteGrouping;

GPtrArray *les_note_layout (LesProject      *project,
                            GPtrArray       *entries,
                            LesNoteGrouping  grouping,
                            GHashTable      *headings);

G_END_DECLS
