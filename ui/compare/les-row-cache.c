/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-row-cache.h"

#define MAX_XS 20000
#define MAX_LINES 2000

struct _LesRowCache
{
  GtkTextView *view;          /* borrowed */
  GHashTable *xs;             /* character -> left edge of it, in pixels */
  GHashTable *rows;           /* line -> GArray of LesRow */
};

static gboolean
find_row_end (GtkTextView *view, const GtkTextIter *start, GtkTextIter *end)
{
  *end = *start;
  if (gtk_text_view_forward_display_line (view, end) && gtk_text_iter_get_line (end) == gtk_text_iter_get_line (start)
      && gtk_text_iter_compare (end, start) > 0)
    return TRUE;
  *end = *start;
  if (!gtk_text_iter_ends_line (end))
    gtk_text_iter_forward_to_line_end (end);
  return FALSE;
}

static void
measure_words (GtkTextView *view, const GtkTextIter *start, const GtkTextIter *end, LesRow *row)
{
  GtkTextIter last = *end;
  GdkRectangle first_box;
  GdkRectangle last_box;

  while (gtk_text_iter_compare (&last, start) > 0)
    {
      gtk_text_iter_backward_char (&last);
      if (!g_unichar_isspace (gtk_text_iter_get_char (&last)))
        break;
    }
  gtk_text_view_get_iter_location (view, start, &first_box);
  gtk_text_view_get_iter_location (view, &last, &last_box);
  if (gtk_text_iter_compare (end, start) <= 0)
    last_box.width = 0;
  /* Right to left the width of a letter is negative. */
  row->x0 = MIN (MIN (first_box.x, last_box.x), MIN (first_box.x + first_box.width, last_box.x + last_box.width));
  row->x1 = MAX (MAX (first_box.x, last_box.x), MAX (first_box.x + first_box.width, last_box.x + last_box.width));
  row->top = first_box.y;
  row->height = first_box.height;
}

static GArray *
make_rows (GtkTextView *view, int line)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (LesRow));
  GtkTextIter start;
  GtkTextIter end;
  gboolean more;
  int line_top;

  gtk_text_buffer_get_iter_at_line (gtk_text_view_get_buffer (view), &start, line);
  do
    {
      LesRow row = { 0, };

      more = find_row_end (view, &start, &end);
      measure_words (view, &start, &end, &row);
      row.range = LES_TEXT_RANGE (gtk_text_iter_get_offset (&start), gtk_text_iter_get_offset (&end));
      g_array_append_val (rows, row);
      start = end;
    }
  while (more);

  gtk_text_view_get_line_yrange (view, &start, &line_top, NULL);
  for (guint i = 0; i < rows->len; i++)
    g_array_index (rows, LesRow, i).top -= line_top;
  return rows;
}

/** @view: borrowed; must outlive the cache */
LesRowCache *
les_row_cache_new (GtkTextView *view)
{
  LesRowCache *self = g_new0 (LesRowCache, 1);

  self->view = view;
  self->xs = g_hash_table_new (NULL, NULL);
  self->rows = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
  return self;
}

void
les_row_cache_free (LesRowCache *self)
{
  g_hash_table_unref (self->rows);
  g_hash_table_unref (self->xs);
  g_free (self);
}

void
les_row_cache_clear (LesRowCache *self)
{
  g_hash_table_remove_all (self->rows);
  g_hash_table_remove_all (self->xs);
}

/** Returns: (transfer none): of LesRow, never empty, until the next call; @line counts from 0 */
GArray *
les_row_cache_get (LesRowCache *self, int line)
{
  GArray *rows = g_hash_table_lookup (self->rows, GINT_TO_POINTER (line));

  if (rows != NULL)
    return rows;
  if (g_hash_table_size (self->rows) >= MAX_LINES)
    les_row_cache_clear (self);
  rows = make_rows (self->view, line);
  g_hash_table_insert (self->rows, GINT_TO_POINTER (line), rows);
  return rows;
}

gboolean
les_row_cache_has (LesRowCache *self, int line)
{
  return g_hash_table_contains (self->rows, GINT_TO_POINTER (line));
}

/** Returns: where a character stands in its row, in buffer coordinates */
int
les_row_cache_get_x (LesRowCache *self, int offset)
{
  gpointer known;
  GtkTextIter iter;
  GdkRectangle box;

  if (g_hash_table_lookup_extended (self->xs, GINT_TO_POINTER (offset), NULL, &known))
    return GPOINTER_TO_INT (known);
  if (g_hash_table_size (self->xs) >= MAX_XS)
    g_hash_table_remove_all (self->xs);
  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (self->view), &iter, offset);
  gtk_text_view_get_iter_location (self->view, &iter, &box);
  g_hash_table_insert (self->xs, GINT_TO_POINTER (offset), GINT_TO_POINTER (box.x));
  return box.x;
}
