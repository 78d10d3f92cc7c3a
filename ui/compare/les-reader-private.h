/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-reader.h"
#include "les-row-cache.h"

G_BEGIN_DECLS

/* Pixels above the first row */
#define LES_READER_TOP_MARGIN 18

/**
 * LesReader:
 *
 * Shows one article's text as it is, in a readable measure, styled by the roles
 * of its blocks. What the marks say is drawn below the letters, in buffer
 * coordinates; numbers and lanes stand in a gutter beside the column. Only what
 * is visible is looked at.
 *
 * Pixel positions of far-away text are estimates until GTK has laid it out.
 * A position that matters is therefore held as an offset: les_reader_hold()
 * derives it again whenever the adjustment changes.
 *
 * Where passages stand, how the text scrolls and what is selected have
 * files of their own.
 */
struct _LesReader
{
  GtkTextView parent_instance;

  /* Owned */
  LesDocument *document;
  LesDisplayText *display;
  LesMarks *marks;
  LesRowCache *rows;
  GtkWidget *gutter;
  GtkAdjustment *adjustment;
  char *family;

  /* State */
  double points;
  int measure;
  int column_width;
  int width;
  gboolean rtl;
  LesJoined joined;
  gboolean stepping;
  guint dimmed_stamp;           /* of the passages that are dimmed in the buffer */
  gboolean grabbed;
  int n_press;                  /* of the button that was pressed last: a double, a triple click */
  gboolean whole_words;

  gboolean settling;            /* other letters, not laid out yet */
  guint settle_id;
  int pending_pages;
  gboolean pending_extend;

  gboolean holding;
  int held_offset;
  double held_fraction;
  double held_height;
};

/* les-reader.c */
GtkTextBuffer *les_reader_get_buffer        (LesReader         *self);

/* les-reader-scrolling.c */
void           les_reader_follow_adjustment (LesReader         *self);
void           les_reader_keep_place        (LesReader         *self);
void           les_reader_apply_hold        (LesReader         *self);
void           les_reader_queue_settled     (LesReader         *self);
gboolean       les_reader_postpone_pages    (LesReader         *self,
                                             int                count,
                                             gboolean           extend);

/* les-reader-selecting.c */
void           les_reader_install_keys      (GtkWidgetClass    *widget_class);
void           les_reader_install_press     (LesReader         *self);
gboolean       les_reader_find_sentence     (LesReader         *self,
                                             const GtkTextIter *location,
                                             GtkTextIter       *start,
                                             GtkTextIter       *end);

G_END_DECLS
