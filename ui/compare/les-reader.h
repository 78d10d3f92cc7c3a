/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "les-marks.h"

G_BEGIN_DECLS

/**
 * LesJoined: where ribbons go out from a text
 * @LES_JOINED_NOT: there are none
 * @LES_JOINED_RIGHT: at its right edge, the other text is beside it
 * @LES_JOINED_LEFT: at its left edge, the other text is beside it
 * @LES_JOINED_STACKED: at its left edge, the other text is above or below it
 */
typedef enum
{
  LES_JOINED_NOT,
  LES_JOINED_RIGHT,
  LES_JOINED_LEFT,
  LES_JOINED_STACKED,
} LesJoined;

#define LES_TYPE_READER (les_reader_get_type ())
G_DECLARE_FINAL_TYPE (LesReader, les_reader, LES, READER, GtkTextView)

void            les_reader_set_document   (LesReader       *self,
                                           LesDocument     *document);
LesDocument    *les_reader_get_document   (LesReader       *self);
LesDisplayText *les_reader_get_display    (LesReader       *self);
void            les_reader_set_marks      (LesReader       *self,
                                           LesMarks        *marks);
LesMarks       *les_reader_get_marks      (LesReader       *self);
void            les_reader_set_typography (LesReader       *self,
                                           const char      *family,
                                           double           points,
                                           int              measure);

/**
 * LesBox: a piece of a passage on one row, in buffer coordinates
 */
typedef struct
{
  double x0;
  double x1;
  double top;
  double bottom;
} LesBox;

/* Characters of the article's text; see les-reader-selecting.c */
LesTextRange    les_reader_get_selection  (LesReader       *self);
void            les_reader_select         (LesReader       *self,
                                           LesTextRange     range);
LesTextRange    les_reader_to_display     (LesReader       *self,
                                           LesTextRange     range);
gboolean        les_reader_move_sentence  (LesReader       *self,
                                           int              step,
                                           gboolean         extend);

/* Characters of the display text, pixels from the top of the document; see les-reader-places.c */
LesTextRange    les_reader_get_visible    (LesReader       *self);
void            les_reader_get_extents    (LesReader       *self,
                                           LesTextRange     range,
                                           double          *top,
                                           double          *bottom);
int             les_reader_get_offset_at  (LesReader       *self,
                                           double           y,
                                           double          *fraction);
GArray         *les_reader_get_boxes      (LesReader       *self,
                                           LesTextRange     range);
gboolean        les_reader_get_handle     (LesReader       *self,
                                           LesTextRange     range,
                                           gboolean         of_start,
                                           LesBox          *handle);
double          les_reader_get_height     (LesReader       *self);
void            les_reader_get_column     (LesReader       *self,
                                           int             *left,
                                           int             *right);
gboolean        les_reader_is_rtl         (LesReader       *self);
void            les_reader_set_joined     (LesReader       *self,
                                           LesJoined        joined);
LesJoined       les_reader_get_joined     (LesReader       *self);

/* Scrolling; see les-reader-scrolling.c */
GtkAdjustment  *les_reader_get_adjustment (LesReader       *self);
void            les_reader_hold           (LesReader       *self,
                                           int              offset,
                                           double           fraction,
                                           double           height);
void            les_reader_release        (LesReader       *self);
gboolean        les_reader_is_holding     (LesReader       *self);
void            les_reader_set_stepping   (LesReader       *self,
                                           gboolean         stepping);
gboolean        les_reader_is_stepping    (LesReader       *self);

/* The mouse */
void            les_reader_finish_click   (LesReader       *self);
void            les_reader_set_grabbed    (LesReader       *self,
                                           gboolean         grabbed);
gboolean        les_reader_is_grabbed     (LesReader       *self);
void            les_reader_set_whole_words (LesReader      *self,
                                           gboolean         whole_words);
gboolean        les_reader_get_whole_words (LesReader      *self);

G_END_DECLS
