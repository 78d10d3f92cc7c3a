/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "les-display-text.h"
#include "les-range-index.h"
#include "les-session.h"

G_BEGIN_DECLS

/**
 * LesStroke: how a word difference is drawn
 * @LES_STROKE_CHANGED: other words there: underline
 * @LES_STROKE_ONLY_HERE: missing there: struck through
 * @LES_STROKE_ONLY_THERE: missing here: caret
 * @LES_STROKE_MOVED: the same words stand elsewhere: dotted underline
 * @LES_STROKE_DETAIL: a number, date, name and the like that disagrees: double underline
 */
typedef enum
{
  LES_STROKE_CHANGED,
  LES_STROKE_ONLY_HERE,
  LES_STROKE_ONLY_THERE,
  LES_STROKE_MOVED,
  LES_STROKE_DETAIL,
} LesStroke;

/**
 * LesHeldBound: which end of the current annotation is being moved
 */
typedef enum
{
  LES_HELD_NONE,
  LES_HELD_START,
  LES_HELD_END,
} LesHeldBound;

#define LES_MARKS_MAX_LANES 8

/**
 * LesAnnotationMark:
 * @range: characters of the display text
 * @colors: of char, #RRGGBB of the tags; empty for a note without tag
 * @names: names of the tags, for the tooltip; or what else there is to say
 * @lane: from 0, counted from the text outwards
 * @n_lanes: how many lanes those need that overlap it, and those that overlap them
 */
typedef struct
{
  char *id;
  LesTextRange range;
  GPtrArray *colors;
  char *names;
  guint lane;
  guint n_lanes;
} LesAnnotationMark;

#define LES_TYPE_MARKS (les_marks_get_type ())
G_DECLARE_FINAL_TYPE (LesMarks, les_marks, LES, MARKS, GObject)

LesMarks      *les_marks_new             (LesSession     *session,
                                          LesSide         side);
void           les_marks_set_text        (LesMarks       *self,
                                          LesDocument    *document,
                                          LesDisplayText *display);
LesSession    *les_marks_get_session     (LesMarks       *self);
LesSide        les_marks_get_side        (LesMarks       *self);

LesRangeIndex *les_marks_get_matches     (LesMarks       *self);
LesRangeIndex *les_marks_get_annotations (LesMarks       *self);
LesRangeIndex *les_marks_get_differences (LesMarks       *self);
LesRangeIndex *les_marks_get_hits        (LesMarks       *self);
LesRangeIndex *les_marks_get_unmatched   (LesMarks       *self);
LesRangeIndex *les_marks_get_shared      (LesMarks       *self);
LesRangeIndex *les_marks_get_quotations  (LesMarks       *self);
guint          les_marks_get_shared_stamp (LesMarks      *self);

const LesAnnotationMark *les_marks_get_annotation (LesMarks *self,
                                          guint           id);
const LesAnnotationMark *les_marks_get_current_annotation (LesMarks *self);
LesHeldBound   les_marks_get_held        (LesMarks       *self,
                                          LesTextRange   *preview);
void           les_marks_set_held        (LesMarks       *self,
                                          LesHeldBound    held,
                                          LesTextRange    preview);
guint          les_marks_get_n_lanes     (LesMarks       *self);
const char    *les_marks_pick_among      (LesMarks       *self,
                                          GPtrArray      *there,
                                          gboolean        cycle);
const char    *les_marks_pick_annotation (LesMarks       *self,
                                          int             offset,
                                          gboolean        cycle);

G_END_DECLS
