/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-text-range.h"

static LesTextRange *
range_copy (LesTextRange *range)
{
  return g_memdup2 (range, sizeof *range);
}

G_DEFINE_BOXED_TYPE (LesTextRange, les_text_range, range_copy, g_free)

gboolean
les_text_range_is_empty (LesTextRange range)
{
  return range.end <= range.start;
}

/** Returns: the length in Unicode characters, 0 for an empty range. */
int
les_text_range_length (LesTextRange range)
{
  return MAX (0, range.end - range.start);
}

gboolean
les_text_range_equal (LesTextRange a, LesTextRange b)
{
  return a.start == b.start && a.end == b.end;
}

/** Returns: whether the character at @offset is in the range */
gboolean
les_text_range_contains (LesTextRange range, int offset)
{
  return range.start <= offset && offset < range.end;
}

/** Returns: whether the two share at least one character; touching is not enough. */
gboolean
les_text_range_overlaps (LesTextRange a, LesTextRange b)
{
  return MAX (a.start, b.start) < MIN (a.end, b.end);
}

/** Returns: what both share; empty where they do not meet. */
LesTextRange
les_text_range_intersect (LesTextRange a, LesTextRange b)
{
  int start = MAX (a.start, b.start);

  return LES_TEXT_RANGE (start, MAX (start, MIN (a.end, b.end)));
}

/** Returns: the shortest range that covers both. */
LesTextRange
les_text_range_join (LesTextRange a, LesTextRange b)
{
  return LES_TEXT_RANGE (MIN (a.start, b.start), MAX (a.end, b.end));
}

/** Orders by start, then the longer one first, so that an outer range precedes its inner ones. */
int
les_text_range_compare (LesTextRange a, LesTextRange b)
{
  if (a.start != b.start)
    return a.start < b.start ? -1 : 1;
  return (a.end < b.end) - (a.end > b.end);
}
