/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-rewording.h"

/* So many candidates of a unit are kept while its neighbours are looked at. */
#define KEPT_CANDIDATES 12
#define BEST_PARTNERS 2
#define NEIGHBOUR_SHARE 0.2f

/* The candidates of all left units, row after row. */
typedef struct
{
  GArray *scores;      /* of LesUnitScore */
  guint *starts;       /* n_left + 1 */
  float *totals;       /* score and neighbour bonus */
  guint n_left;
} Table;

static int
compare_values (gconstpointer a, gconstpointer b)
{
  const LesUnitScore *x = a;
  const LesUnitScore *y = b;

  if (x->value != y->value)
    return x->value > y->value ? -1 : 1;
  return x->right < y->right ? -1 : x->right > y->right;
}

static void
fill_table (Table *table, const LesUnitScorer *scorer, gpointer state, GCancellable *cancellable)
{
  g_autoptr (GArray) row = g_array_new (FALSE, FALSE, sizeof (LesUnitScore));

  for (guint i = 0; i < table->n_left; i++)
    {
      table->starts[i] = table->scores->len;
      if (g_cancellable_is_cancelled (cancellable))
        continue;
      g_array_set_size (row, 0);
      scorer->score_row (state, i, row);
      g_array_sort (row, compare_values);
      g_array_append_vals (table->scores, row->data, MIN (row->len, KEPT_CANDIDATES));
    }
  table->starts[table->n_left] = table->scores->len;
}

static float
find_value (const Table *table, int left, guint right)
{
  if (left < 0 || left >= (int) table->n_left)
    return 0;
  for (guint i = table->starts[left]; i < table->starts[left + 1]; i++)
    if (g_array_index (table->scores, LesUnitScore, i).right == right)
      return g_array_index (table->scores, LesUnitScore, i).value;
  return 0;
}

static float
get_best_neighbour (const Table *table, guint left, guint right)
{
  float best = 0;

  for (int i = -1; i <= 1; i++)
    for (int j = -1; j <= 1; j++)
      if ((i != 0 || j != 0) && (int) right + j >= 0)
        best = MAX (best, find_value (table, (int) left + i, right + j));
  return best;
}

static void
add_neighbours (Table *table)
{
  table->totals = g_new (float, table->scores->len + 1);
  for (guint left = 0; left < table->n_left; left++)
    for (guint i = table->starts[left]; i < table->starts[left + 1]; i++)
      {
        const LesUnitScore *score = &g_array_index (table->scores, LesUnitScore, i);

        table->totals[i] = score->value + NEIGHBOUR_SHARE * get_best_neighbour (table, left, score->right);
      }
}

/* Keeps the best few of @value in @best, which falls. */
static void
keep_best (float *best, float value)
{
  for (int i = 0; i < BEST_PARTNERS; i++)
    if (value > best[i])
      {
        float lower = best[i];

        best[i] = value;
        value = lower;
      }
}

static GArray *
pick_partners (Table *table, guint n_right, int min_score)
{
  GArray *rewordings = g_array_new (FALSE, FALSE, sizeof (LesRewording));
  g_autofree float *columns = g_new0 (float, (n_right + 1) * BEST_PARTNERS);

  for (guint i = 0; i < table->scores->len; i++)
    keep_best (columns + g_array_index (table->scores, LesUnitScore, i).right * BEST_PARTNERS, table->totals[i]);

  for (guint left = 0; left < table->n_left; left++)
    {
      float row[BEST_PARTNERS] = { 0 };

      for (guint i = table->starts[left]; i < table->starts[left + 1]; i++)
        keep_best (row, table->totals[i]);
      for (guint i = table->starts[left]; i < table->starts[left + 1]; i++)
        {
          guint right = g_array_index (table->scores, LesUnitScore, i).right;
          LesRewording rewording = { left, right, MIN (1000, (int) (1000 * table->totals[i])) };
          gboolean is_best = table->totals[i] >= row[BEST_PARTNERS - 1]
                             || table->totals[i] >= columns[right * BEST_PARTNERS + BEST_PARTNERS - 1];

          if (is_best && rewording.score >= min_score)
            g_array_append_val (rewordings, rewording);
        }
    }
  return rewordings;
}

/**
 * les_rewordings_find:
 * @state: what the scorer's open() returned for these two sides
 * @min_score: thousandths; pairs below are left out
 * @cancellable: (nullable): what it stops by
 *
 * Proposes pairs of units that may say the same: each unit with its two best
 * partners, judged together with their neighbours. Any order, many to many.
 *
 * Returns: (transfer full) (element-type LesRewording): in the order of the left
 *   text; incomplete when cancelled
 */
GArray *
les_rewordings_find (const LesUnitScorer *scorer,
                     gpointer             state,
                     const LesUnitSide   *left,
                     const LesUnitSide   *right,
                     int                  min_score,
                     GCancellable        *cancellable)
{
  Table table = { 0 };
  GArray *rewordings;

  table.n_left = left->units->len;
  table.scores = g_array_new (FALSE, FALSE, sizeof (LesUnitScore));
  table.starts = g_new0 (guint, table.n_left + 1);
  fill_table (&table, scorer, state, cancellable);
  add_neighbours (&table);
  rewordings = pick_partners (&table, right->units->len, min_score);

  g_array_unref (table.scores);
  g_free (table.starts);
  g_free (table.totals);
  return rewordings;
}
