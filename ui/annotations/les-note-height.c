/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-note-height.h"

static int
measure_text (GtkTextView *note)
{
  GtkTextIter end;
  int y, height;

  gtk_text_buffer_get_end_iter (gtk_text_view_get_buffer (note), &end);
  gtk_text_view_get_line_yrange (note, &end, &y, &height);
  return y + height + gtk_text_view_get_top_margin (note) + gtk_text_view_get_bottom_margin (note);
}

static gboolean
update_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  GtkScrolledWindow *scroller = GTK_SCROLLED_WINDOW (gtk_widget_get_parent (widget));
  int least = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (widget), "least-height"));
  int height = CLAMP (measure_text (GTK_TEXT_VIEW (widget)), least,
                      gtk_scrolled_window_get_max_content_height (scroller));

  if (gtk_scrolled_window_get_min_content_height (scroller) != height)
    gtk_scrolled_window_set_min_content_height (scroller, height);
  return G_SOURCE_REMOVE;
}

static void
update_soon (GtkTextView *note)
{
  gtk_widget_add_tick_callback (GTK_WIDGET (note), update_cb, NULL, NULL);
}

/**
 * les_note_height_follow:
 * @note: inside a #GtkScrolledWindow with a least and a greatest content height
 *
 * Lets the field grow with what is written in it; a scrolled window alone does
 * not know how high wrapped text is.
 */
void
les_note_height_follow (GtkTextView *note)
{
  GtkScrolledWindow *scroller = GTK_SCROLLED_WINDOW (gtk_widget_get_parent (GTK_WIDGET (note)));

  g_object_set_data (G_OBJECT (note), "least-height",
                     GINT_TO_POINTER (gtk_scrolled_window_get_min_content_height (scroller)));
  g_signal_connect_object (gtk_text_view_get_buffer (note), "changed",
                           G_CALLBACK (update_soon), note, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (scroller), "changed",
                           G_CALLBACK (update_soon), note, G_CONNECT_SWAPPED);
}
