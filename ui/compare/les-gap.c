/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-gap.h"

/* How far a curve beside stacked texts keeps from the outer edge. */
#define OUTER_INSET 3.0
#define INNER_INSET 12.0

/** @widget: borrowed; it calls les_gap_clear() when it goes */
void
les_gap_init (LesGap *self, GtkWidget *widget)
{
  *self = (LesGap) { widget, };
}

void
les_gap_clear (LesGap *self)
{
  for (int side = 0; side < LES_N_SIDES; side++)
    g_clear_object (&self->readers[side]);
}

/** Joins two readers that have their places in scrolled windows: the widget is drawn again as they scroll. Call once. */
void
les_gap_set_readers (LesGap *self, LesReader *left, LesReader *right)
{
  LesReader *readers[LES_N_SIDES] = { left, right };

  for (int side = 0; side < LES_N_SIDES; side++)
    {
      GtkAdjustment *adjustment = les_reader_get_adjustment (readers[side]);

      g_set_object (&self->readers[side], readers[side]);
      g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (gtk_widget_queue_draw), self->widget,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (adjustment, "changed", G_CALLBACK (gtk_widget_queue_draw), self->widget,
                               G_CONNECT_SWAPPED);
    }
}

void
les_gap_set_stacked (LesGap *self, gboolean stacked)
{
  if (self->stacked == stacked)
    return;
  self->stacked = stacked;
  gtk_widget_queue_resize (self->widget);
}

/** @session: (nullable). Returns: whether there are two texts to join */
gboolean
les_gap_is_ready (const LesGap *self, LesSession *session)
{
  return session != NULL && les_session_is_comparing (session)
         && self->readers[LES_SIDE_LEFT] != NULL && self->readers[LES_SIDE_RIGHT] != NULL
         && les_reader_get_document (self->readers[LES_SIDE_LEFT]) != NULL
         && les_reader_get_document (self->readers[LES_SIDE_RIGHT]) != NULL;
}

static void
measure_side (LesGap *self, LesSide side)
{
  GtkWidget *reader = GTK_WIDGET (self->readers[side]);
  GtkAdjustment *adjustment = les_reader_get_adjustment (self->readers[side]);
  graphene_point_t origin = GRAPHENE_POINT_INIT (0, 0);

  if (!gtk_widget_compute_point (reader, self->widget, &GRAPHENE_POINT_INIT (0, 0), &origin))
    origin.y = 0.0f;
  self->shift[side] = origin.y - (adjustment != NULL ? gtk_adjustment_get_value (adjustment) : 0.0);
  self->top[side] = self->stacked ? origin.y : 0.0;
  self->bottom[side] = self->stacked ? origin.y + gtk_widget_get_height (reader) : gtk_widget_get_height (self->widget);
}

/** Looks where both texts are now. */
void
les_gap_measure (LesGap *self)
{
  self->width = gtk_widget_get_width (self->widget);
  for (int side = 0; side < LES_N_SIDES; side++)
    measure_side (self, side);
}

/** @range: Unicode characters of the article. Gives the pixels of the widget beside it, in view or not. */
void
les_gap_get_extents (const LesGap *self, LesSide side, LesTextRange range, double *top, double *bottom)
{
  les_reader_get_extents (self->readers[side], les_reader_to_display (self->readers[side], range), top, bottom);
  *top += self->shift[side];
  *bottom += self->shift[side];
}

/** Returns: whether anything between these heights is in view on that side */
gboolean
les_gap_shows (const LesGap *self, LesSide side, double top, double bottom)
{
  return bottom > self->top[side] && top < self->bottom[side];
}

/** Returns: @y, or the edge of what is in view of that side if it lies more than @beyond behind it */
double
les_gap_clamp (const LesGap *self, LesSide side, double y, double beyond)
{
  return CLAMP (y, self->top[side] - beyond, MAX (self->top[side], self->bottom[side]) + beyond);
}

/** Returns: the edge that the text of that side is beyond, @inset pixels inwards */
double
les_gap_get_x (const LesGap *self, LesSide side, double inset)
{
  return side == LES_SIDE_LEFT && !self->stacked ? inset : self->width - inset;
}

/** Returns: the side whose text a place of the widget is nearer to */
LesSide
les_gap_get_side_at (const LesGap *self, double x, double y)
{
  if (self->stacked)
    return y < self->top[LES_SIDE_RIGHT] ? LES_SIDE_LEFT : LES_SIDE_RIGHT;
  return 2 * x < self->width ? LES_SIDE_LEFT : LES_SIDE_RIGHT;
}

/* Where the curve between two ends leans to. */
static double
get_control (const LesGap *self, gboolean inner)
{
  if (!self->stacked)
    return self->width / 2;
  return inner ? MIN (INNER_INSET, self->width / 2) : -OUTER_INSET;
}

/**
 * les_gap_trace:
 * @y: heights of both ends
 * @inset: how far from the edges it ends
 * @inner: beside stacked texts: whether it is the inner one of two edges
 * @back: from the right end to the left one, going on from where the path is
 *
 * Adds to the path the curve from one side to the other.
 */
void
les_gap_trace (const LesGap *self, cairo_t *cr, const double *y, double inset, gboolean inner, gboolean back)
{
  LesSide from = back ? LES_SIDE_RIGHT : LES_SIDE_LEFT;
  double control = get_control (self, inner);

  if (back)
    cairo_line_to (cr, les_gap_get_x (self, from, inset), y[from]);
  else
    cairo_move_to (cr, les_gap_get_x (self, from, inset), y[from]);
  cairo_curve_to (cr, control, y[from], control, y[!from], les_gap_get_x (self, !from, inset), y[!from]);
}

/** Gives a place on the curve that les_gap_trace() draws as the outer one, @t from 0 to 1. */
void
les_gap_get_point (const LesGap *self, const double *y, double inset, double t, double *out_x, double *out_y)
{
  double s = 1.0 - t;
  double control = get_control (self, FALSE);
  double start = s * s * s + 3 * s * s * t;

  *out_x = s * s * s * les_gap_get_x (self, LES_SIDE_LEFT, inset) + 3 * s * t * control
           + t * t * t * les_gap_get_x (self, LES_SIDE_RIGHT, inset);
  *out_y = start * y[LES_SIDE_LEFT] + (1.0 - start) * y[LES_SIDE_RIGHT];
}

/** The wheel over the gap scrolls the text of the active side. */
void
les_gap_scroll (const LesGap *self, LesSession *session, double steps)
{
  GtkAdjustment *adjustment;

  if (!les_gap_is_ready (self, session))
    return;
  adjustment = les_reader_get_adjustment (self->readers[les_session_get_active_side (session)]);
  for (int side = 0; side < LES_N_SIDES; side++)
    les_reader_release (self->readers[side]);
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment)
                                        + (int) (steps * gtk_adjustment_get_step_increment (adjustment)));
}
