/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-reader-private.h"

#include <math.h>

/* How a reader scrolls: what is held at its height, and keys that wait for the layout. */

static void
value_changed_cb (LesReader *self)
{
  gtk_widget_queue_draw (self->gutter);
}

static double
clamp_value (LesReader *self, double value)
{
  double last = gtk_adjustment_get_upper (self->adjustment) - gtk_adjustment_get_page_size (self->adjustment);

  return CLAMP (floor (value + 0.5), 0.0, MAX (0.0, last));
}

/** Scrolls to what is held, where that stands by now. */
void
les_reader_apply_hold (LesReader *self)
{
  GtkTextIter iter;
  GdkRectangle box;

  if (!self->holding || self->adjustment == NULL)
    return;
  gtk_text_buffer_get_iter_at_offset (les_reader_get_buffer (self), &iter, self->held_offset);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self), &iter, &box);
  gtk_adjustment_set_value (self->adjustment,
                            clamp_value (self, box.y + LES_READER_TOP_MARGIN + self->held_fraction * box.height
                                                 - self->held_height));
}

static void
adjustment_changed_cb (LesReader *self)
{
  les_reader_apply_hold (self);
  gtk_widget_queue_draw (self->gutter);
}

/** Listens to the adjustment that the scrolled window has given. */
void
les_reader_follow_adjustment (LesReader *self)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self));

  if (adjustment == self->adjustment)
    return;
  if (self->adjustment != NULL)
    g_signal_handlers_disconnect_by_data (self->adjustment, self);
  g_set_object (&self->adjustment, adjustment);
  if (adjustment == NULL)
    return;
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (value_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (adjustment_changed_cb), self, G_CONNECT_SWAPPED);
}

/** Returns: (transfer none) (nullable): NULL until the reader has its place */
GtkAdjustment *
les_reader_get_adjustment (LesReader *self)
{
  les_reader_follow_adjustment (self);
  return self->adjustment;
}

/**
 * les_reader_hold:
 * @offset: a character of the display text
 * @fraction: how far into its row, 0 to 1
 * @height: pixels below the top edge at which that point is to stay
 *
 * Scrolls there and stays, however the layout changes, until les_reader_release().
 */
void
les_reader_hold (LesReader *self, int offset, double fraction, double height)
{
  self->holding = TRUE;
  self->held_offset = offset;
  self->held_fraction = fraction;
  self->held_height = height;
  les_reader_follow_adjustment (self);
  les_reader_apply_hold (self);
}

/** The user scrolls: nothing is held any more. */
void
les_reader_release (LesReader *self)
{
  self->holding = FALSE;
}

gboolean
les_reader_is_holding (LesReader *self)
{
  return self->holding;
}

/** Every row is about to become another one: what stands at the top edge stays
 * there. The first row of all needs no help. */
void
les_reader_keep_place (LesReader *self)
{
  double value = self->adjustment != NULL ? gtk_adjustment_get_value (self->adjustment) : 0.0;
  double fraction;
  double top;
  double bottom;
  int offset;

  if (self->holding || self->document == NULL || self->width == 0 || value <= 0.0)
    return;
  offset = les_reader_get_offset_at (self, value, &fraction);
  les_reader_get_extents (self, LES_TEXT_RANGE (offset, offset), &top, &bottom);
  self->holding = TRUE;
  self->held_offset = offset;
  self->held_fraction = 0.0;
  self->held_height = top - value;
}

static gboolean
settled_cb (gpointer data)
{
  LesReader *self = data;
  int pages = self->pending_pages;

  self->settle_id = 0;
  self->settling = FALSE;
  self->pending_pages = 0;
  if (pages == 0)
    return G_SOURCE_REMOVE;
  les_reader_release (self);
  g_signal_emit_by_name (self, "move-cursor", GTK_MOVEMENT_PAGES, pages, self->pending_extend);
  return G_SOURCE_REMOVE;
}

/** The text has been allocated: GTK's own layout, which has a higher priority, comes before what waits. */
void
les_reader_queue_settled (LesReader *self)
{
  if (self->settling && self->settle_id == 0)
    self->settle_id = g_idle_add (settled_cb, self);
}

/**
 * les_reader_postpone_pages:
 * @count: pages by which the cursor is to move
 *
 * While every row has yet to be laid out the text view's pages lead astray.
 *
 * Returns: whether the cursor moves later
 */
gboolean
les_reader_postpone_pages (LesReader *self, int count, gboolean extend)
{
  if (!self->settling)
    return FALSE;
  les_reader_keep_place (self);
  self->pending_pages += count;
  self->pending_extend = extend;
  return TRUE;
}

/** @stepping: whether keys move the cursor just now: whatever follows from that must not scroll this text */
void
les_reader_set_stepping (LesReader *self, gboolean stepping)
{
  self->stepping = stepping;
}

gboolean
les_reader_is_stepping (LesReader *self)
{
  return self->stepping;
}
