/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-reader.h"

G_BEGIN_DECLS

/**
 * LesGap:
 * @widget: what is drawn in, beside both texts
 * @stacked: whether the texts stand one above the other, and the gap to the left of both
 * @width: of @widget in pixels
 * @shift: what is to be added to a height in the text of a side to get one in @widget
 * @top: where the text of a side begins to be in view, in pixels of @widget
 * @bottom: where it ends
 *
 * The room between two texts, over which passages are joined. What les_gap_measure()
 * measures holds for one drawing.
 */
typedef struct
{
  GtkWidget *widget;                    /* borrowed: it owns the gap */
  LesReader *readers[LES_N_SIDES];      /* owned */
  gboolean stacked;

  double width;
  double shift[LES_N_SIDES];
  double top[LES_N_SIDES];
  double bottom[LES_N_SIDES];
} LesGap;

void     les_gap_init        (LesGap       *self,
                              GtkWidget    *widget);
void     les_gap_clear       (LesGap       *self);
void     les_gap_set_readers (LesGap       *self,
                              LesReader    *left,
                              LesReader    *right);
void     les_gap_set_stacked (LesGap       *self,
                              gboolean      stacked);
gboolean les_gap_is_ready    (const LesGap *self,
                              LesSession   *session);
void     les_gap_measure     (LesGap       *self);

void     les_gap_get_extents (const LesGap *self,
                              LesSide       side,
                              LesTextRange  range,
                              double       *top,
                              double       *bottom);
gboolean les_gap_shows       (const LesGap *self,
                              LesSide       side,
                              double        top,
                              double        bottom);
double   les_gap_clamp       (const LesGap *self,
                              LesSide       side,
                              double        y,
                              double        beyond);
double   les_gap_get_x       (const LesGap *self,
                              LesSide       side,
                              double        inset);
LesSide  les_gap_get_side_at (const LesGap *self,
                              double        x,
                              double        y);
void     les_gap_trace       (const LesGap *self,
                              cairo_t      *cr,
                              const double *y,
                              double        inset,
                              gboolean      inner,
                              gboolean      back);
void     les_gap_get_point   (const LesGap *self,
                              const double *y,
                              double        inset,
                              double        t,
                              double       *out_x,
                              double       *out_y);
void     les_gap_scroll      (const LesGap *self,
                              LesSession   *session,
                              double        steps);

G_END_DECLS
