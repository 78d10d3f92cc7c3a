/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-reader-private.h"

/* What is selected in a reader, and how sentences are selected by mouse and keys. */

/** Returns: what is selected, Unicode characters of the article's text; empty: where the cursor is */
LesTextRange
les_reader_get_selection (LesReader *self)
{
  GtkTextIter start;
  GtkTextIter end;

  if (self->display == NULL)
    return LES_TEXT_RANGE (0, 0);
  gtk_text_buffer_get_selection_bounds (les_reader_get_buffer (self), &start, &end);
  return LES_TEXT_RANGE (les_display_text_to_text (self->display, gtk_text_iter_get_offset (&start)),
                         les_display_text_to_text (self->display, gtk_text_iter_get_offset (&end)));
}

/** Selects, without scrolling. The cursor goes to the end. */
void
les_reader_select (LesReader *self, LesTextRange range)
{
  GtkTextIter start;
  GtkTextIter end;

  range = les_reader_to_display (self, range);
  gtk_text_buffer_get_iter_at_offset (les_reader_get_buffer (self), &start, range.start);
  gtk_text_buffer_get_iter_at_offset (les_reader_get_buffer (self), &end, range.end);
  gtk_text_buffer_select_range (les_reader_get_buffer (self), &end, &start);
}

static LesTextRange
find_sentence (LesReader *self, int offset)
{
  const LesTextRange *sentences;
  guint n_sentences;
  guint low = 0;
  guint high;

  sentences = les_document_get_sentences (self->document, &n_sentences);
  high = n_sentences;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (sentences[middle].end > offset)
        high = middle;
      else
        low = middle + 1;
    }
  if (low < n_sentences && sentences[low].start <= offset)
    return sentences[low];
  return LES_TEXT_RANGE (offset, offset);
}

/* Returns: the sentence at a place of the buffer; empty if there is none */
static LesTextRange
find_sentence_at (LesReader *self, const GtkTextIter *iter)
{
  return find_sentence (self, les_display_text_to_text (self->display, gtk_text_iter_get_offset (iter)));
}

/**
 * les_reader_find_sentence:
 * @location: where the text was clicked
 * @start: (out): of the sentence there
 * @end: (out): of the sentence there
 *
 * Returns: whether there is one
 */
gboolean
les_reader_find_sentence (LesReader *self, const GtkTextIter *location, GtkTextIter *start, GtkTextIter *end)
{
  LesTextRange sentence;

  if (self->document == NULL)
    return FALSE;
  sentence = find_sentence_at (self, location);
  if (les_text_range_is_empty (sentence))
    return FALSE;
  sentence = les_reader_to_display (self, sentence);
  gtk_text_buffer_get_iter_at_offset (les_reader_get_buffer (self), start, sentence.start);
  gtk_text_buffer_get_iter_at_offset (les_reader_get_buffer (self), end, sentence.end);
  return TRUE;
}

/**
 * les_reader_finish_click:
 *
 * To be called when the button has been let go and GTK has done with it: of a
 * third click nothing is left then, although extend-selection gave the sentence.
 */
void
les_reader_finish_click (LesReader *self)
{
  GtkTextIter iter;
  LesTextRange sentence;

  if (self->n_press != 3 || self->document == NULL)
    return;
  gtk_text_buffer_get_iter_at_mark (les_reader_get_buffer (self), &iter, gtk_text_buffer_get_insert (les_reader_get_buffer (self)));
  sentence = find_sentence_at (self, &iter);
  if (!les_text_range_is_empty (sentence) && !gtk_text_buffer_get_has_selection (les_reader_get_buffer (self)))
    les_reader_select (self, sentence);
}

static int
find_next_sentence (LesReader *self, int offset, int step)
{
  const LesTextRange *sentences;
  guint n_sentences;
  int best = -1;

  sentences = les_document_get_sentences (self->document, &n_sentences);
  for (guint i = 0; i < n_sentences; i++)
    {
      if (step > 0 && sentences[i].start > offset)
        return sentences[i].start;
      if (step < 0 && sentences[i].start < offset)
        best = sentences[i].start;
    }
  return step > 0 ? les_text_get_n_chars (les_document_get_text (self->document)) : MAX (best, 0);
}

/**
 * les_reader_move_sentence:
 * @step: +1 to the start of the next sentence, -1 to the start of this or the previous one
 * @extend: whether the selection grows
 *
 * Returns: whether there is a text
 */
gboolean
les_reader_move_sentence (LesReader *self, int step, gboolean extend)
{
  GtkTextBuffer *buffer = les_reader_get_buffer (self);
  GtkTextIter iter;
  int offset;

  if (self->document == NULL)
    return FALSE;
  gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));
  offset = find_next_sentence (self, les_display_text_to_text (self->display, gtk_text_iter_get_offset (&iter)), step);
  gtk_text_buffer_get_iter_at_offset (buffer, &iter, les_display_text_from_text (self->display, offset));
  if (extend)
    gtk_text_buffer_move_mark (buffer, gtk_text_buffer_get_insert (buffer), &iter);
  else
    gtk_text_buffer_place_cursor (buffer, &iter);
  gtk_text_view_scroll_mark_onscreen (GTK_TEXT_VIEW (self), gtk_text_buffer_get_insert (buffer));
  g_signal_emit_by_name (self, "sentence-moved");
  return TRUE;
}

static gboolean
move_sentence_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  int step;
  gboolean extend;

  g_variant_get (args, "(ib)", &step, &extend);
  return les_reader_move_sentence (LES_READER (widget), step, extend);
}

/** To be called when the class is made: Alt and the arrows go by sentences. */
void
les_reader_install_keys (GtkWidgetClass *widget_class)
{
  const GdkModifierType alt = GDK_ALT_MASK;
  const GdkModifierType shift = GDK_ALT_MASK | GDK_SHIFT_MASK;

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Up, alt, move_sentence_cb, "(ib)", -1, FALSE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Down, alt, move_sentence_cb, "(ib)", 1, FALSE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Up, shift, move_sentence_cb, "(ib)", -1, TRUE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Down, shift, move_sentence_cb, "(ib)", 1, TRUE);
}

/* The text view would begin to drag the words away: in a text to be read the
 * next selection may begin within the last one. */
static void
pressed_cb (LesReader *self, int n_press, double x, double y, GtkGesture *gesture)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GdkEvent *event = gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (gesture));
  GtkTextIter iter;
  GtkTextIter start;
  GtkTextIter end;
  int buffer_x;
  int buffer_y;

  self->n_press = n_press;
  if (n_press > 1)
    return;
  if (event != NULL && (gdk_event_get_event_type (event) != GDK_BUTTON_PRESS
                        || (gdk_event_get_modifier_state (event) & GDK_SHIFT_MASK) != 0))
    return;
  gtk_text_view_window_to_buffer_coords (view, GTK_TEXT_WINDOW_WIDGET, (int) x, (int) y, &buffer_x, &buffer_y);
  gtk_text_view_get_iter_at_location (view, &iter, buffer_x, buffer_y);
  if (gtk_text_buffer_get_selection_bounds (les_reader_get_buffer (self), &start, &end)
      && gtk_text_iter_in_range (&iter, &start, &end))
    gtk_text_buffer_place_cursor (les_reader_get_buffer (self), &iter);
}

/** To be called once for each reader. */
void
les_reader_install_press (LesReader *self)
{
  GtkGesture *press = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (press), GDK_BUTTON_PRIMARY);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (press), GTK_PHASE_CAPTURE);
  gtk_event_controller_set_name (GTK_EVENT_CONTROLLER (press), "selection-press");
  g_signal_connect_swapped (press, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (press));
}

/** @grabbed: whether the mouse holds something of ours: its button is no click on the text */
void
les_reader_set_grabbed (LesReader *self, gboolean grabbed)
{
  self->grabbed = grabbed;
}

gboolean
les_reader_is_grabbed (LesReader *self)
{
  return self->grabbed;
}

/** @whole_words: whether what the mouse selects reaches to the ends of the words */
void
les_reader_set_whole_words (LesReader *self, gboolean whole_words)
{
  self->whole_words = whole_words;
}

gboolean
les_reader_get_whole_words (LesReader *self)
{
  return self->whole_words;
}
