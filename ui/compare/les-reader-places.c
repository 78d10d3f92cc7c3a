/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-reader-private.h"

/* Where the passages of a reader stand, in pixels, and what stands at a place. */

/** Returns: the characters of the display text that are in view, whole paragraphs */
LesTextRange
les_reader_get_visible (LesReader *self)
{
  GdkRectangle view;
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_view_get_visible_rect (GTK_TEXT_VIEW (self), &view);
  gtk_text_view_get_line_at_y (GTK_TEXT_VIEW (self), &start, view.y, NULL);
  gtk_text_view_get_line_at_y (GTK_TEXT_VIEW (self), &end, view.y + view.height, NULL);
  if (!gtk_text_iter_forward_line (&end))
    gtk_text_buffer_get_end_iter (les_reader_get_buffer (self), &end);
  return LES_TEXT_RANGE (gtk_text_iter_get_offset (&start), gtk_text_iter_get_offset (&end));
}

static gboolean
is_near (LesReader *self, int top, int height)
{
  GdkRectangle view;

  gtk_text_view_get_visible_rect (GTK_TEXT_VIEW (self), &view);
  return top < view.y + 2 * view.height && top + height > view.y - view.height;
}

static const LesRow *
find_row (GArray *rows, int offset)
{
  const LesRow *row = &g_array_index (rows, LesRow, 0);

  for (guint i = 1; i < rows->len && g_array_index (rows, LesRow, i).range.start <= offset; i++)
    row = &g_array_index (rows, LesRow, i);
  return row;
}

/* Where the row of a character begins and ends: exact near the view, elsewhere
 * by how far it stands in its paragraph. */
static void
find_row_extents (LesReader *self, int offset, double *top, double *bottom)
{
  GtkTextIter iter;
  GtkTextIter line_end;
  int line_top;
  int height;
  int line;

  gtk_text_buffer_get_iter_at_offset (les_reader_get_buffer (self), &iter, offset);
  gtk_text_view_get_line_yrange (GTK_TEXT_VIEW (self), &iter, &line_top, &height);
  line = gtk_text_iter_get_line (&iter);
  if (les_row_cache_has (self->rows, line) || is_near (self, line_top, height))
    {
      const LesRow *row = find_row (les_row_cache_get (self->rows, line), offset);

      *top = line_top + row->top;
      *bottom = *top + row->height;
      return;
    }
  line_end = iter;
  if (!gtk_text_iter_ends_line (&line_end))
    gtk_text_iter_forward_to_line_end (&line_end);
  *top = line_top + height * (double) gtk_text_iter_get_line_offset (&iter)
                      / MAX (1, gtk_text_iter_get_line_offset (&line_end) + 1);
  *bottom = MIN (*top + 1.5 * self->points, line_top + height);
}

/** Gives the pixels that a passage takes, counted from the top of the document. */
void
les_reader_get_extents (LesReader *self, LesTextRange range, double *top, double *bottom)
{
  double unused;

  find_row_extents (self, range.start, top, &unused);
  find_row_extents (self, MAX (range.start, range.end - 1), &unused, bottom);
  *top += LES_READER_TOP_MARGIN;
  *bottom = MAX (*bottom + LES_READER_TOP_MARGIN, *top);
}

/**
 * les_reader_get_offset_at:
 * @y: pixels from the top of the document
 * @fraction: (out): how far into that character's row, 0 to 1
 *
 * Returns: the first character of the row there
 */
int
les_reader_get_offset_at (LesReader *self, double y, double *fraction)
{
  GtkTextIter iter;
  GArray *rows;
  const LesRow *row;
  int line_top;

  y -= LES_READER_TOP_MARGIN;
  gtk_text_view_get_line_at_y (GTK_TEXT_VIEW (self), &iter, (int) y, &line_top);
  rows = les_row_cache_get (self->rows, gtk_text_iter_get_line (&iter));
  row = &g_array_index (rows, LesRow, 0);
  for (guint i = 1; i < rows->len && line_top + g_array_index (rows, LesRow, i).top <= y; i++)
    row = &g_array_index (rows, LesRow, i);
  *fraction = row->height > 0 ? (y - line_top - row->top) / row->height : 0.0;
  return row->range.start;
}

static void
add_box (LesReader *self, const LesRow *row, int line_top, LesTextRange range, GArray *boxes)
{
  double from = range.start > row->range.start ? les_row_cache_get_x (self->rows, range.start) : self->rtl ? row->x1 : row->x0;
  double to = range.end < row->range.end ? les_row_cache_get_x (self->rows, range.end) : self->rtl ? row->x0 : row->x1;
  LesBox box = { MIN (from, to), MAX (from, to), line_top + row->top, line_top + row->top + row->height };

  if (box.x1 > box.x0 || les_text_range_is_empty (range))
    g_array_append_val (boxes, box);
}

/**
 * les_reader_get_boxes:
 * @range: a passage of the display text
 *
 * Returns: (transfer full): of #LesBox, one for each visible row of the passage, in buffer coordinates
 */
GArray *
les_reader_get_boxes (LesReader *self, LesTextRange range)
{
  GArray *boxes = g_array_new (FALSE, FALSE, sizeof (LesBox));
  LesTextRange visible = les_reader_get_visible (self);
  int last = MIN (MAX (range.end, range.start + 1), visible.end);
  GtkTextIter iter;
  GdkRectangle view;

  gtk_text_view_get_visible_rect (GTK_TEXT_VIEW (self), &view);
  gtk_text_buffer_get_iter_at_offset (les_reader_get_buffer (self), &iter, MAX (range.start, visible.start));
  gtk_text_iter_set_line_offset (&iter, 0);
  do
    {
      GArray *rows = les_row_cache_get (self->rows, gtk_text_iter_get_line (&iter));
      int line_top;

      gtk_text_view_get_line_yrange (GTK_TEXT_VIEW (self), &iter, &line_top, NULL);
      for (guint i = 0; i < rows->len; i++)
        {
          const LesRow *row = &g_array_index (rows, LesRow, i);

          if (row->range.start < MAX (range.end, range.start + 1) && MAX (row->range.end, row->range.start + 1) > range.start
              && line_top + row->top + row->height >= view.y - 40 && line_top + row->top <= view.y + view.height + 40)
            add_box (self, row, line_top, range, boxes);
        }
    }
  while (gtk_text_iter_forward_line (&iter) && gtk_text_iter_get_offset (&iter) < last);
  return boxes;
}

/**
 * les_reader_get_handle:
 * @range: a passage of the display text
 * @handle: (out): where the words begin or end: x0 and x1 are the same
 *
 * Returns: whether that end is in view
 */
gboolean
les_reader_get_handle (LesReader *self, LesTextRange range, gboolean of_start, LesBox *handle)
{
  LesTextRange visible = les_reader_get_visible (self);
  int offset = of_start ? range.start : MAX (range.end - 1, range.start);
  g_autoptr (GArray) boxes = NULL;

  if (offset < visible.start || offset >= visible.end)
    return FALSE;
  boxes = les_reader_get_boxes (self, LES_TEXT_RANGE (offset, offset + 1));
  if (boxes->len == 0)
    return FALSE;
  *handle = g_array_index (boxes, LesBox, 0);
  if (of_start != self->rtl)
    handle->x1 = handle->x0;
  else
    handle->x0 = handle->x1;
  return TRUE;
}

/** Returns: pixels of the whole document */
double
les_reader_get_height (LesReader *self)
{
  return self->adjustment != NULL ? gtk_adjustment_get_upper (self->adjustment) : 1.0;
}

/** Gives the left and right edge of the text column in pixels of the widget. */
void
les_reader_get_column (LesReader *self, int *left, int *right)
{
  *left = gtk_text_view_get_left_margin (GTK_TEXT_VIEW (self));
  *right = MAX (*left, self->width - gtk_text_view_get_right_margin (GTK_TEXT_VIEW (self)));
}
