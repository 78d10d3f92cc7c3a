/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-paragraphs.h"

#include <string.h>

/* Text with hard line ends ("wrapped" by hand or by mail): no line is longer,
 * and most lines end because the next word would not have fitted. */
#define MAX_WRAP_CHARS 100
#define MIN_WRAP_CHARS 40
#define MIN_FULL_LINES 4

static GArray *
split_lines (const char *utf8, gsize n_bytes)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (LesSlice));
  const char *end = utf8 + n_bytes;

  for (const char *p = utf8; p < end;)
    {
      const char *line_end = memchr (p, '\n', end - p);
      LesSlice line;

      if (line_end == NULL)
        line_end = end;
      line = les_slice_trim (LES_SLICE (p, line_end));
      g_array_append_val (lines, line);
      p = line_end + 1;
    }
  return lines;
}

static gboolean
next_word_would_fit (LesSlice line, LesSlice next, gsize width)
{
  LesSlice word = les_slice_next_word (&next);

  return les_slice_n_chars (line) + 1 + les_slice_n_chars (word) <= width;
}

/* The width that the lines were wrapped at; 0 for a text with one line for each paragraph. */
static gsize
find_wrap_width (GArray *lines)
{
  gsize width = 0;
  guint n_full = 0;
  guint n_short = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      LesSlice line = g_array_index (lines, LesSlice, i);

      if (les_slice_n_bytes (line) > 4 * MAX_WRAP_CHARS)
        return 0;
      width = MAX (width, les_slice_n_chars (line));
    }
  if (width < MIN_WRAP_CHARS || width > MAX_WRAP_CHARS)
    return 0;

  for (guint i = 0; i + 1 < lines->len; i++)
    {
      LesSlice line = g_array_index (lines, LesSlice, i);
      LesSlice next = g_array_index (lines, LesSlice, i + 1);

      if (les_slice_is_empty (line) || les_slice_is_empty (next))
        continue;
      if (next_word_would_fit (line, next, width))
        n_short++;
      else
        n_full++;
    }
  return n_full >= MIN_FULL_LINES && n_full > 2 * n_short ? width : 0;
}

/**
 * les_paragraphs_split:
 * @utf8: a text with LF line ends
 * @n_bytes: its length in UTF-8 bytes
 *
 * Each line is a paragraph; but where a text was wrapped to a width, lines
 * that were broken only for the width are put together.
 *
 * Returns: (transfer full) (element-type LesSlice): paragraphs, trimmed, none empty
 */
GArray *
les_paragraphs_split (const char *utf8, gsize n_bytes)
{
  g_autoptr (GArray) lines = split_lines (utf8, n_bytes);
  GArray *paragraphs = g_array_new (FALSE, FALSE, sizeof (LesSlice));
  gsize width = find_wrap_width (lines);
  gboolean goes_on = FALSE;

  for (guint i = 0; i < lines->len; i++)
    {
      LesSlice line = g_array_index (lines, LesSlice, i);

      if (les_slice_is_empty (line))
        {
          goes_on = FALSE;
          continue;
        }
      if (goes_on)
        g_array_index (paragraphs, LesSlice, paragraphs->len - 1).end = line.end;
      else
        g_array_append_val (paragraphs, line);
      goes_on = width > 0 && i + 1 < lines->len
                && !next_word_would_fit (line, g_array_index (lines, LesSlice, i + 1), width);
    }
  return paragraphs;
}
