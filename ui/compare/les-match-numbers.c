/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-match-numbers.h"

#include <math.h>

static void
place_label (LesMatchNumbers *self, LesMatchLabel *label, double middle, double free_y)
{
  double height = self->number_height * (label->n > 1 ? 2 * LES_MATCH_NUMBERS_STEP : 1.0);

  label->top = MAX (floor (middle - height / 2), free_y);
  label->bottom = label->top + height;
}

static void
add_number (LesMatchNumbers *self, guint id, double middle)
{
  LesMatchLabel *last = self->labels->len > 0
                        ? &g_array_index (self->labels, LesMatchLabel, self->labels->len - 1) : NULL;
  LesMatchLabel label = { 0, 0, self->ids->len, 1 };

  g_array_append_val (self->ids, id);
  if (last == NULL || middle - self->number_height / 2 >= last->bottom)
    {
      place_label (self, &label, middle, -G_MAXINT);
      g_array_append_val (self->labels, label);
      return;
    }
  if (last->n++ == 1)
    place_label (self, last, (last->top + last->bottom) / 2,
                 self->labels->len > 1 ? (last - 1)->bottom : -G_MAXINT);
}

/** @number_height: of one number, in pixels */
void
les_match_numbers_init (LesMatchNumbers *self, LesReader *reader, double number_height)
{
  LesTextRange visible = les_reader_get_visible (reader);
  GtkAdjustment *adjustment = les_reader_get_adjustment (reader);
  double scroll = adjustment != NULL ? gtk_adjustment_get_value (adjustment) : 0.0;
  const LesRangeEntry *entry;
  LesRangeIter iter;

  self->labels = g_array_new (FALSE, FALSE, sizeof (LesMatchLabel));
  self->ids = g_array_new (FALSE, FALSE, sizeof (guint));
  self->number_height = number_height;
  les_range_iter_init (&iter, les_marks_get_matches (les_reader_get_marks (reader)), visible);
  while ((entry = les_range_iter_next (&iter)) != NULL)
    {
      double top;
      double bottom;

      if (entry->range.start < visible.start)
        continue;
      les_reader_get_extents (reader, LES_TEXT_RANGE (entry->range.start, entry->range.start), &top, &bottom);
      add_number (self, entry->id, (top + bottom) / 2 - scroll);
    }
}

void
les_match_numbers_clear (LesMatchNumbers *self)
{
  g_array_unref (self->labels);
  g_array_unref (self->ids);
}

/** Returns: (nullable): the label at a height of the view */
const LesMatchLabel *
les_match_numbers_find_label (const LesMatchNumbers *self, double y)
{
  for (guint i = 0; i < self->labels->len; i++)
    {
      const LesMatchLabel *label = &g_array_index (self->labels, LesMatchLabel, i);

      if (y >= label->top - 1 && y < label->bottom + 1)
        return label;
    }
  return NULL;
}

/** Returns: the match at @index among those of the label */
guint
les_match_numbers_get_id (const LesMatchNumbers *self, const LesMatchLabel *label, guint index)
{
  return g_array_index (self->ids, guint, label->first + index);
}

/** Returns: where among those of the label a match is; -1 if it is not */
int
les_match_numbers_find_index (const LesMatchNumbers *self, const LesMatchLabel *label, int id)
{
  for (guint i = 0; i < label->n; i++)
    if ((int) les_match_numbers_get_id (self, label, i) == id)
      return (int) i;
  return -1;
}
