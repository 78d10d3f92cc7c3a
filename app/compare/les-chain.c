/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-chain.h"

#include "les-match.h"

/* A prefix maximum over the ends in the right text: the best chain so far that
 * ends at or before each. */
typedef struct
{
  gint64 *weights;
  int *matches;
  guint n;
} Tree;

static int
find_best (const Tree *tree, guint place, gint64 *weight)
{
  int best = -1;

  *weight = 0;
  for (guint i = place; i > 0; i -= i & -i)
    if (tree->weights[i] > *weight)
      {
        *weight = tree->weights[i];
        best = tree->matches[i];
      }
  return best;
}

static void
put_chain (Tree *tree, guint place, gint64 weight, int match)
{
  for (guint i = place; i <= tree->n; i += i & -i)
    if (weight > tree->weights[i])
      {
        tree->weights[i] = weight;
        tree->matches[i] = match;
      }
}

static int
compare_starts (gconstpointer a, gconstpointer b, gpointer data)
{
  GPtrArray *matches = data;
  const LesMatch *x = g_ptr_array_index (matches, *(const guint *) a);
  const LesMatch *y = g_ptr_array_index (matches, *(const guint *) b);

  if (x->left.start != y->left.start)
    return x->left.start < y->left.start ? -1 : 1;
  return x->right.start < y->right.start ? -1 : x->right.start > y->right.start;
}

static int
compare_ends (gconstpointer a, gconstpointer b, gpointer data)
{
  GPtrArray *matches = data;
  const LesMatch *x = g_ptr_array_index (matches, *(const guint *) a);
  const LesMatch *y = g_ptr_array_index (matches, *(const guint *) b);

  return x->left.end < y->left.end ? -1 : x->left.end > y->left.end;
}

/* Matches mostly come sorted: then looking is enough. */
static void
sort_places (guint *places, guint n, GCompareDataFunc compare, GPtrArray *matches)
{
  guint i = 1;

  while (i < n && compare (&places[i - 1], &places[i], matches) <= 0)
    i++;
  if (i < n)
    g_qsort_with_data (places, n, sizeof (guint), compare, matches);
}

static int
compare_ints (gconstpointer a, gconstpointer b)
{
  int x = *(const int *) a;
  int y = *(const int *) b;

  return x < y ? -1 : x > y;
}

/* How many of the sorted @ends are at most @end. */
static guint
count_up_to (const int *ends, guint n, int end)
{
  guint low = 0;
  guint high = n;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (ends[middle] <= end)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static gint64
weigh (const LesMatch *match)
{
  gint64 size = les_text_range_length (match->left) + les_text_range_length (match->right);
  static const int factors[] = { 1, 4, 16 };

  return MAX (1, size * factors[match->grade]);
}

static void
clear_chain (GPtrArray *matches, const int *previous, int last)
{
  for (int i = last; i >= 0; i = previous[i])
    ((LesMatch *) g_ptr_array_index (matches, i))->moved = FALSE;
}

/**
 * les_chain_mark_moved:
 * @matches: (element-type LesMatch): in any order
 *
 * Finds the heaviest chain of matches that stand in the same order in both
 * texts, and marks every other as moved. Cost: n log n.
 */
void
les_chain_mark_moved (GPtrArray *matches)
{
  guint n = matches->len;
  g_autofree guint *by_start = g_new (guint, n + 1);
  g_autofree guint *by_end = g_new (guint, n + 1);
  g_autofree int *right_ends = g_new (int, n + 1);
  g_autofree int *previous = g_new (int, n + 1);
  g_autofree gint64 *totals = g_new (gint64, n + 1);
  Tree tree = { g_new0 (gint64, n + 1), g_new0 (int, n + 1), n };
  gint64 best = 0;
  int last = -1;
  guint closed = 0;

  for (guint i = 0; i < n; i++)
    {
      LesMatch *match = g_ptr_array_index (matches, i);

      match->moved = TRUE;
      by_start[i] = by_end[i] = i;
      right_ends[i] = match->right.end;
    }
  sort_places (by_start, n, compare_starts, matches);
  sort_places (by_end, n, compare_ends, matches);
  qsort (right_ends, n, sizeof (int), compare_ints);

  for (guint i = 0; i < n; i++)
    {
      const LesMatch *match = g_ptr_array_index (matches, by_start[i]);

      for (; closed < n; closed++)
        {
          const LesMatch *before = g_ptr_array_index (matches, by_end[closed]);

          if (before->left.end > match->left.start || by_end[closed] == by_start[i])
            break;
          put_chain (&tree, count_up_to (right_ends, n, before->right.end), totals[by_end[closed]], by_end[closed]);
        }
      previous[by_start[i]] = find_best (&tree, count_up_to (right_ends, n, match->right.start), &totals[by_start[i]]);
      totals[by_start[i]] += weigh (match);
      if (totals[by_start[i]] > best)
        {
          best = totals[by_start[i]];
          last = by_start[i];
        }
    }
  clear_chain (matches, previous, last);
  g_free (tree.weights);
  g_free (tree.matches);
}
