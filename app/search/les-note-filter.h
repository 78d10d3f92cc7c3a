/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-filter.h"
#include "les-query.h"

G_BEGIN_DECLS

/**
 * LesNoteFacet:
 * @LES_NOTE_FACET_KIND: "annotations", "articles", "comparisons", "tags" or
 *   "links": what the note is about
 * @LES_NOTE_FACET_TAG: id of a tag; those below it count as it
 * @LES_NOTE_FACET_ARTICLE: id
 * @LES_NOTE_FACET_OUTLET: where the article appeared, or whose copy it is
 * @LES_NOTE_FACET_SPEAKER: who speaks in the passage
 * @LES_NOTE_FACET_AUTHOR: who made the annotation or the link
 *
 * What annotations and notes are filtered by. In each the empty value means
 * that nothing is known.
 */
typedef enum
{
  LES_NOTE_FACET_KIND,
  LES_NOTE_FACET_TAG,
  LES_NOTE_FACET_ARTICLE,
  LES_NOTE_FACET_OUTLET,
  LES_NOTE_FACET_SPEAKER,
  LES_NOTE_FACET_AUTHOR,
  LES_N_NOTE_FACETS
} LesNoteFacet;

#define LES_TYPE_NOTE_FILTER (les_note_filter_get_type ())
G_DECLARE_FINAL_TYPE (LesNoteFilter, les_note_filter, LES, NOTE_FILTER, LesFilter)

LesNoteFilter *les_note_filter_new         (void);

LesQuery      *les_note_filter_get_query   (LesNoteFilter *self);
gboolean       les_note_filter_is_too_long (LesNoteFilter *self);
void           les_note_filter_set_words   (LesNoteFilter *self,
                                            const char    *typed);
void           les_note_filter_set_only    (LesNoteFilter *self,
                                            LesNoteFacet   facet,
                                            const char    *value);

G_END_DECLS
