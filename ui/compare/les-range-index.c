/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-range-index.h"

struct _LesRangeIndex
{
  GArray *entries;        /* of LesRangeEntry */
  GArray *max_ends;       /* of int: the largest end up to here */
  gboolean sorted;
};

static int
get_end (LesTextRange range)
{
  return MAX (range.end, range.start + 1);
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const LesRangeEntry *first = a;
  const LesRangeEntry *second = b;

  if (first->range.start != second->range.start)
    return first->range.start < second->range.start ? -1 : 1;
  if (first->range.end != second->range.end)
    return first->range.end > second->range.end ? -1 : 1;
  return first->id < second->id ? -1 : first->id > second->id;
}

/* Most callers add in the order of the text. */
static gboolean
is_in_order (LesRangeIndex *self)
{
  const LesRangeEntry *entries = (const LesRangeEntry *) (gconstpointer) self->entries->data;

  for (guint i = 1; i < self->entries->len; i++)
    if (compare_entries (&entries[i - 1], &entries[i]) > 0)
      return FALSE;
  return TRUE;
}

static void
sort (LesRangeIndex *self)
{
  int max_end = 0;

  if (self->sorted)
    return;
  if (!is_in_order (self))
    g_array_sort (self->entries, compare_entries);
  g_array_set_size (self->max_ends, 0);
  for (guint i = 0; i < self->entries->len; i++)
    {
      max_end = MAX (max_end, get_end (g_array_index (self->entries, LesRangeEntry, i).range));
      g_array_append_val (self->max_ends, max_end);
    }
  self->sorted = TRUE;
}

/** Returns: (transfer full): an empty index */
LesRangeIndex *
les_range_index_new (void)
{
  LesRangeIndex *self = g_new0 (LesRangeIndex, 1);

  self->entries = g_array_new (FALSE, FALSE, sizeof (LesRangeEntry));
  self->max_ends = g_array_new (FALSE, FALSE, sizeof (int));
  self->sorted = TRUE;
  return self;
}

void
les_range_index_free (LesRangeIndex *self)
{
  g_array_unref (self->entries);
  g_array_unref (self->max_ends);
  g_free (self);
}

void
les_range_index_clear (LesRangeIndex *self)
{
  g_array_set_size (self->entries, 0);
  self->sorted = FALSE;
}

/** @id: what the caller knows the range by; need not be unique */
void
les_range_index_add (LesRangeIndex *self, LesTextRange range, guint id)
{
  LesRangeEntry entry = { range, id };

  g_array_append_val (self->entries, entry);
  self->sorted = FALSE;
}

guint
les_range_index_get_n (LesRangeIndex *self)
{
  return self->entries->len;
}

/** Returns: (transfer none): the entry at @position in the order of the text, the longer one first */
const LesRangeEntry *
les_range_index_get (LesRangeIndex *self, guint position)
{
  g_return_val_if_fail (position < self->entries->len, NULL);

  sort (self);
  return &g_array_index (self->entries, LesRangeEntry, position);
}

/** Starts to walk through the entries that touch @range, in the order of the text. */
void
les_range_iter_init (LesRangeIter *iter, LesRangeIndex *index, LesTextRange range)
{
  guint low = 0;
  guint high = index->entries->len;

  sort (index);
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (index->max_ends, int, middle) > range.start)
        high = middle;
      else
        low = middle + 1;
    }
  *iter = (LesRangeIter) { index, range, low };
}

/** Returns: (transfer none) (nullable): the next entry, NULL at the end */
const LesRangeEntry *
les_range_iter_next (LesRangeIter *iter)
{
  while (iter->next < iter->index->entries->len)
    {
      const LesRangeEntry *entry = &g_array_index (iter->index->entries, LesRangeEntry, iter->next);

      if (entry->range.start >= iter->range.end)
        return NULL;
      iter->next++;
      if (get_end (entry->range) > iter->range.start)
        return entry;
    }
  return NULL;
}
