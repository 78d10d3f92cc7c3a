/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-char-diff.h"

/* Longer stretches are not looked at. */
#define MAX_CELLS 90000
/* Beyond so many edits, in percent of the longer stretch, what is equal is
 * equal by chance. */
#define MAX_EDITS_PERCENT 45

/* Edits from the first i characters of one to the first j of the other. */
typedef struct
{
  const gunichar *before;
  const gunichar *after;
  int n_before;
  int n_after;
  guint16 *edits;
} Table;

static guint16 *
cell (const Table *table, int i, int j)
{
  return &table->edits[i * (table->n_after + 1) + j];
}

static void
fill (Table *table)
{
  for (int j = 0; j <= table->n_after; j++)
    *cell (table, 0, j) = j;
  for (int i = 1; i <= table->n_before; i++)
    {
      *cell (table, i, 0) = i;
      for (int j = 1; j <= table->n_after; j++)
        {
          guint16 replaced = *cell (table, i - 1, j - 1) + (table->before[i - 1] != table->after[j - 1]);
          guint16 skipped = MIN (*cell (table, i - 1, j), *cell (table, i, j - 1)) + 1;

          *cell (table, i, j) = MIN (replaced, skipped);
        }
    }
}

/* Appends what stayed, last character first. */
static void
trace_back (const Table *table, GArray *pairs)
{
  int i = table->n_before;
  int j = table->n_after;

  while (i > 0 && j > 0)
    {
      gboolean is_same = table->before[i - 1] == table->after[j - 1];

      if (*cell (table, i, j) == *cell (table, i - 1, j - 1) + !is_same)
        {
          LesKept pair = { --i, --j, 1 };

          if (is_same)
            g_array_append_val (pairs, pair);
        }
      else if (*cell (table, i, j) == *cell (table, i - 1, j) + 1)
        i--;
      else
        j--;
    }
}

/**
 * les_char_diff_align:
 * @before: Unicode characters
 * @after: Unicode characters
 * @kept: (element-type LesKept): where to append what stayed, character by
 *   character and in order; offsets from the starts of the two
 *
 * For words with a few wrong letters in them (Levenshtein 1966; Wagner and
 * Fischer 1974). Cost: the product of the lengths, which is limited.
 *
 * Returns: %FALSE if the two are too long or have too little in common
 */
gboolean
les_char_diff_align (const gunichar *before, int n_before, const gunichar *after, int n_after, GArray *kept)
{
  Table table = { before, after, n_before, n_after, NULL };
  g_autofree guint16 *edits = NULL;
  g_autoptr (GArray) pairs = NULL;
  int longer = MAX (n_before, n_after);

  if (n_before == 0 || n_after == 0
      || ABS (n_before - n_after) * 100 > longer * MAX_EDITS_PERCENT
      || (gint64) (n_before + 1) * (n_after + 1) > MAX_CELLS)
    return FALSE;
  table.edits = edits = g_new (guint16, (gsize) (n_before + 1) * (n_after + 1));
  fill (&table);
  if (*cell (&table, n_before, n_after) * 100 > longer * MAX_EDITS_PERCENT)
    return FALSE;

  pairs = g_array_new (FALSE, FALSE, sizeof (LesKept));
  trace_back (&table, pairs);
  for (guint i = pairs->len; i > 0; i--)
    g_array_append_val (kept, g_array_index (pairs, LesKept, i - 1));
  return TRUE;
}
