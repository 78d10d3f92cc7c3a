/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-rewording.h"

#include <string.h>

#include "les-parallel.h"
#include "les-retelling.h"

/* So many candidates of a unit are kept while its neighbours are looked at. */
#define KEPT_CANDIDATES 12
#define BEST_PARTNERS 2
#define NEIGHBOUR_SHARE 0.2f
/* What a neighbour that was taken over is worth. */
#define KNOWN_VALUE 0.3f

/* From this share of the clear pairs in one order on, order is evidence. */
#define ORDERED_SHARE 0.7f
#define MIN_ORDERED_PAIRS 6
#define CLEAR_VALUE 0.15f
#define ORDER_BONUS 0.06f
#define DISORDER_FACTOR 0.6f
#define STRICT_ORDER 0.5f

/* Up to so many pairs of units every pair is looked at, to see whether the order
 * of both texts is evidence. */
#define MAX_TABLE_PAIRS 90000
#define KNOWN_LIKENESS 0.6f
/* What the best pair of a block counts more, because its place fits. */
#define PLACE_BONUS 0.06f
/* From this value on a pair stands against the order. */
#define MOVED_VALUE 0.3f

/* So many left units are worth a thread of their own. */
#define MIN_PARALLEL_ROWS 600

/* The value whose score is half of the highest. */
#define HALF_VALUE 0.15f

/* The candidates of all left units, row after row. */
typedef struct
{
  const LesUnitSide *left;
  const LesUnitSide *right;
  const GArray *known; /* of LesRewording: what was found before, in order */
  guint *known_starts; /* for each left unit, and the end */
  GArray *scores;      /* of LesUnitScore */
  guint *starts;       /* n_left + 1 */
  float *totals;       /* score and neighbour bonus */
  float order;         /* how far the order of both texts is evidence, 0 to 1 */
  LesUnitTable *units; /* every pair, or NULL if there are too many */
  guint n_left;
} Table;

static gboolean
is_before (const LesUnitScore *a, const LesUnitScore *b)
{
  return a->value != b->value ? a->value > b->value : a->right < b->right;
}

static gboolean
is_right_settled (const Table *table, guint right)
{
  return table->right->settled != NULL && table->right->settled[right];
}

/* Appends the best of @row to @kept, the best first, but for what is settled. */
static void
append_best (const Table *table, const GArray *row, GArray *kept)
{
  LesUnitScore best[KEPT_CANDIDATES];
  guint n = 0;

  for (guint i = 0; i < row->len; i++)
    {
      const LesUnitScore *score = &g_array_index (row, LesUnitScore, i);
      guint place = n;

      if (n == KEPT_CANDIDATES && !is_before (score, &best[n - 1]))
        continue;
      if (is_right_settled (table, score->right))
        continue;
      if (n < KEPT_CANDIDATES)
        n++;
      else
        place--;
      for (; place > 0 && is_before (score, &best[place - 1]); place--)
        best[place] = best[place - 1];
      best[place] = *score;
    }
  g_array_append_vals (kept, best, n);
}

static void
index_known (Table *table)
{
  guint next = 0;

  table->known_starts = g_new0 (guint, table->n_left + 1);
  for (guint i = 0; i <= table->n_left; i++)
    {
      while (table->known != NULL && next < table->known->len
             && g_array_index (table->known, LesRewording, next).left < i)
        next++;
      table->known_starts[i] = next;
    }
}

static void
note_likenesses (Table *table, guint left, const GArray *row)
{
  if (table->units == NULL)
    return;
  for (guint i = 0; i < row->len; i++)
    {
      const LesUnitScore *score = &g_array_index (row, LesUnitScore, i);

      les_unit_table_get_row (table->units, left)[score->right] = score->likeness;
    }
}

/* The rows of the table, scored in parts. */
typedef struct
{
  Table *table;
  const LesUnitScorer *scorer;
  gpointer state;
  GCancellable *cancellable;
  GArray *scores[LES_PARALLEL_MAX_PARTS];  /* of each part */
} Filling;

static void
fill_rows (gpointer data, guint part, guint first, guint end)
{
  Filling *filling = data;
  Table *table = filling->table;
  GArray *scores = filling->scores[part] = g_array_new (FALSE, FALSE, sizeof (LesUnitScore));
  g_autoptr (GArray) row = g_array_new (FALSE, FALSE, sizeof (LesUnitScore));
  gpointer desk = filling->scorer->open_desk (filling->state);

  for (guint i = first; i < end; i++)
    {
      gboolean is_settled = table->left->settled != NULL && table->left->settled[i];

      table->starts[i] = scores->len;
      if (g_cancellable_is_cancelled (filling->cancellable))
        continue;
      if (is_settled && table->units == NULL)
        continue;
      g_array_set_size (row, 0);
      filling->scorer->score_row (filling->state, desk, i, row);
      note_likenesses (table, i, row);
      if (is_settled)
        continue;
      append_best (table, row, scores);
    }
  filling->scorer->close_desk (desk);
}

/* Puts the rows of part @part behind those before. */
static void
append_rows (Table *table, GArray *scores, guint first, guint end)
{
  for (guint i = first; i < end; i++)
    table->starts[i] += table->scores->len;
  g_array_append_vals (table->scores, scores->data, scores->len);
}

static void
fill_table (Table *table, const LesUnitScorer *scorer, gpointer state, GCancellable *cancellable)
{
  Filling filling = { table, scorer, state, cancellable, { NULL } };
  guint n_parts = les_parallel_count_parts (table->n_left, MIN_PARALLEL_ROWS);

  les_parallel_run (n_parts, table->n_left, fill_rows, &filling);
  for (guint part = 0; part < n_parts; part++)
    {
      append_rows (table, filling.scores[part],
                   les_parallel_get_first (n_parts, table->n_left, part),
                   les_parallel_get_first (n_parts, table->n_left, part + 1));
      g_array_unref (filling.scores[part]);
    }
  table->starts[table->n_left] = table->scores->len;
}

static float
find_value (const Table *table, guint left, guint right)
{
  for (guint i = table->known_starts[left]; i < table->known_starts[left + 1]; i++)
    if (g_array_index (table->known, LesRewording, i).right == right)
      return KNOWN_VALUE;
  for (guint i = table->starts[left]; i < table->starts[left + 1]; i++)
    if (g_array_index (table->scores, LesUnitScore, i).right == right)
      return g_array_index (table->scores, LesUnitScore, i).value;
  return 0;
}

/* The best of @right and its neighbours in row @left; @skipped is not looked at. */
static float
find_best_in_row (const Table *table, guint left, guint right, guint skipped)
{
  float best = 0;

  if (table->known_starts[left] < table->known_starts[left + 1])
    {
      for (guint j = right > 0 ? right - 1 : 0; j <= right + 1; j++)
        if (j != skipped)
          best = MAX (best, find_value (table, left, j));
      return best;
    }
  for (guint i = table->starts[left]; i < table->starts[left + 1]; i++)
    {
      const LesUnitScore *score = &g_array_index (table->scores, LesUnitScore, i);

      if (score->right + 1 - right <= 2 && score->right != skipped)
        best = MAX (best, score->value);
    }
  return best;
}

static float
get_best_neighbour (const Table *table, guint left, guint right)
{
  float best = find_best_in_row (table, left, right, right);

  if (left > 0)
    best = MAX (best, find_best_in_row (table, left - 1, right, G_MAXUINT));
  if (left + 1 < table->n_left)
    best = MAX (best, find_best_in_row (table, left + 1, right, G_MAXUINT));
  return best;
}

static void
total_rows (gpointer data, guint part G_GNUC_UNUSED, guint first, guint end)
{
  const Table *table = data;

  for (guint left = first; left < end; left++)
    for (guint i = table->starts[left]; i < table->starts[left + 1]; i++)
      {
        const LesUnitScore *score = &g_array_index (table->scores, LesUnitScore, i);

        table->totals[i] = score->value + NEIGHBOUR_SHARE * get_best_neighbour (table, left, score->right);
      }
}

static void
add_neighbours (Table *table)
{
  table->totals = g_new (float, table->scores->len + 1);
  les_parallel_run (les_parallel_count_parts (table->n_left, MIN_PARALLEL_ROWS), table->n_left, total_rows, table);
}

/* The clearest partner of each left unit, or -1. */
static int *
pick_clear_partners (const Table *table)
{
  int *partners = g_new (int, table->n_left + 1);

  for (guint i = 0; i < table->n_left; i++)
    {
      float best = CLEAR_VALUE;

      partners[i] = -1;
      if (table->known_starts[i] < table->known_starts[i + 1])
        partners[i] = g_array_index (table->known, LesRewording, table->known_starts[i]).right;
      for (guint s = table->starts[i]; s < table->starts[i + 1]; s++)
        {
          const LesUnitScore *score = &g_array_index (table->scores, LesUnitScore, s);

          if (score->value > best)
            {
              best = score->value;
              partners[i] = score->right;
            }
        }
    }
  return partners;
}

/* Leaves of @partners those on the longest chain that both texts have in one
 * order. Returns its share of all. */
static float
keep_ordered (int *partners, guint n)
{
  g_autofree int *tails = g_new (int, n + 1);      /* the unit that ends the best chain of each length */
  g_autofree int *previous = g_new (int, n + 1);
  guint n_pairs = 0;
  guint length = 0;
  int unit;

  for (guint i = 0; i < n; i++)
    {
      guint low = 0;
      guint high = length;

      if (partners[i] < 0)
        continue;
      n_pairs++;
      while (low < high)
        {
          guint middle = (low + high) / 2;

          if (partners[tails[middle]] <= partners[i])
            low = middle + 1;
          else
            high = middle;
        }
      previous[i] = low > 0 ? tails[low - 1] : -1;
      tails[low] = i;
      length = MAX (length, low + 1);
    }

  unit = length > 0 ? tails[length - 1] : -1;
  for (int i = (int) n - 1; i >= 0; i--)
    if (i == unit)
      unit = previous[i];
    else
      partners[i] = -1;
  return n_pairs < MIN_ORDERED_PAIRS ? 0 : (float) length / n_pairs;
}

/* Where both texts go through their matter in one order, that order speaks for
 * the pairs that keep it and against those that do not. */
static void
weigh_order (Table *table)
{
  g_autofree int *partners = pick_clear_partners (table);
  g_autofree int *upper = g_new (int, table->n_left + 1);
  float share = keep_ordered (partners, table->n_left);
  float strength = CLAMP ((share - ORDERED_SHARE) / (1 - ORDERED_SHARE), 0, 1);
  int bound = G_MAXINT - 2;
  int lower = -1;

  table->order = strength;
  if (strength <= 0)
    return;
  for (int i = (int) table->n_left - 1; i >= 0; i--)
    {
      if (partners[i] >= 0)
        bound = partners[i];
      upper[i] = bound;
    }
  for (guint left = 0; left < table->n_left; left++)
    {
      if (partners[left] >= 0)
        lower = partners[left];
      for (guint i = table->starts[left]; i < table->starts[left + 1]; i++)
        {
          int right = g_array_index (table->scores, LesUnitScore, i).right;

          if (right >= lower - 1 && right <= upper[left] + 1)
            table->totals[i] += strength * ORDER_BONUS;
          else
            table->totals[i] *= 1 - strength * (1 - DISORDER_FACTOR);
        }
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

static int
get_score (float value)
{
  return (int) (1000 * value / (value + HALF_VALUE));
}

/* Whether a pair with this value is among the best of its row or of its column;
 * of both, and the very best, where the texts keep one order. */
static gboolean
is_best (const Table *table, float value, const float *row, const float *column)
{
  if (table->order > STRICT_ORDER)
    return value >= row[0] && value >= column[0];
  return value >= row[BEST_PARTNERS - 1] || value >= column[BEST_PARTNERS - 1];
}

static void
pick_row (const Table *table, guint left, const float *columns, int min_score, GArray *rewordings)
{
  float row[BEST_PARTNERS] = { 0 };

  for (guint i = table->starts[left]; i < table->starts[left + 1]; i++)
    keep_best (row, table->totals[i]);
  for (guint i = table->starts[left]; i < table->starts[left + 1]; i++)
    {
      guint right = g_array_index (table->scores, LesUnitScore, i).right;
      LesRewording rewording = { left, right, 1, 1, get_score (table->totals[i]), FALSE, FALSE };

      if (rewording.score >= min_score
          && is_best (table, table->totals[i], row, columns + right * BEST_PARTNERS))
        g_array_append_val (rewordings, rewording);
    }
}

static GArray *
pick_partners (const Table *table, int min_score)
{
  GArray *rewordings = g_array_new (FALSE, FALSE, sizeof (LesRewording));
  g_autofree float *columns = g_new0 (float, (table->right->units->len + 1) * BEST_PARTNERS);

  for (guint i = 0; i < table->scores->len; i++)
    keep_best (columns + g_array_index (table->scores, LesUnitScore, i).right * BEST_PARTNERS, table->totals[i]);
  for (guint left = 0; left < table->n_left; left++)
    pick_row (table, left, columns, min_score, rewordings);
  return rewordings;
}

static void
open_units (Table *table)
{
  if (!les_rewordings_look_at_all (table->n_left, table->right->units->len))
    return;
  table->units = les_unit_table_new (table->n_left, table->right->units->len);
  for (guint i = 0; i < table->units->n_left; i++)
    table->units->left_words[i] = g_array_index (table->left->units, LesUnit, i).n;
  for (guint i = 0; i < table->units->n_right; i++)
    table->units->right_words[i] = g_array_index (table->right->units, LesUnit, i).n;
}

/* What was found before is part of the order. */
static void
note_known (Table *table)
{
  for (guint i = 0; table->known != NULL && i < table->known->len; i++)
    {
      const LesRewording *known = &g_array_index (table->known, LesRewording, i);

      les_unit_table_get_row (table->units, known->left)[known->right] = KNOWN_LIKENESS;
    }
}

static gboolean
is_known (const Table *table, guint left, guint right)
{
  for (guint i = table->known_starts[left]; i < table->known_starts[left + 1]; i++)
    if (g_array_index (table->known, LesRewording, i).right == right)
      return TRUE;
  return FALSE;
}

/* The best value of the pairs in a block. */
static float
get_block_value (const Table *table, const LesRewording *block)
{
  float best = 0;

  for (guint i = block->left; i < block->left + block->n_left; i++)
    for (guint s = table->starts[i]; s < table->starts[i + 1]; s++)
      {
        guint right = g_array_index (table->scores, LesUnitScore, s).right;

        if (right >= block->right && right < block->right + block->n_right)
          best = MAX (best, table->totals[s]);
      }
  return best;
}

static void
add_block (const Table *table, LesRewording block, int min_score, GArray *rewordings)
{
  block.is_in_order = TRUE;
  block.score = MAX (min_score, get_score (get_block_value (table, &block) + PLACE_BONUS));
  g_array_append_val (rewordings, block);
}

/* The parts of @block: each pair that was found before, and what lies between. */
static void
add_parts (const Table *table, const LesUnitBlock *block, int min_score, GArray *rewordings)
{
  guint n_pairs = MAX (block->n_left, block->n_right);
  LesRewording part = { 0 };

  for (guint k = 0; k < n_pairs; k++)
    {
      guint left = block->left + (block->n_left > 1 ? k : 0);
      guint right = block->right + (block->n_right > 1 ? k : 0);
      gboolean known = is_known (table, left, right);

      if (part.n_left > 0 && (known || part.is_known))
        {
          add_block (table, part, min_score, rewordings);
          part.n_left = 0;
        }
      if (part.n_left == 0)
        part = (LesRewording) { left, right, 0, 0, 0, known, FALSE };
      part.n_left = left + 1 - part.left;
      part.n_right = right + 1 - part.right;
    }
  add_block (table, part, min_score, rewordings);
}

/* Units that lie in no block, although they have a partner that stands out. */
static void
add_moved (const Table *table, const GArray *blocks, GArray *rewordings)
{
  g_autofree guint8 *left_met = g_new0 (guint8, table->n_left + 1);
  g_autofree guint8 *right_met = g_new0 (guint8, table->right->units->len + 1);

  for (guint i = 0; i < blocks->len; i++)
    {
      const LesUnitBlock *block = &g_array_index (blocks, LesUnitBlock, i);

      memset (left_met + block->left, 1, block->n_left);
      memset (right_met + block->right, 1, block->n_right);
    }
  for (guint i = 0; i < table->n_left; i++)
    {
      LesRewording pair = { i, 0, 1, 1, 0, FALSE, FALSE };
      float best = MOVED_VALUE;

      for (guint s = table->starts[i]; s < table->starts[i + 1] && !left_met[i]; s++)
        {
          const LesUnitScore *score = &g_array_index (table->scores, LesUnitScore, s);

          if (score->value <= best || right_met[score->right])
            continue;
          best = score->value;
          pair.right = score->right;
          pair.score = get_score (best);
        }
      if (pair.score > 0)
        {
          right_met[pair.right] = 1;
          g_array_append_val (rewordings, pair);
        }
    }
}

/** Sorts a GArray of #LesRewording by the left unit, then by the right. */
int
les_rewording_compare (gconstpointer a, gconstpointer b)
{
  const LesRewording *x = a;
  const LesRewording *y = b;

  if (x->left != y->left)
    return x->left < y->left ? -1 : 1;
  return x->right < y->right ? -1 : x->right > y->right;
}

/* The pairs of two texts that go through their matter in one order. */
static GArray *
follow_order (const Table *table, int min_score)
{
  GArray *rewordings = g_array_new (FALSE, FALSE, sizeof (LesRewording));
  g_autoptr (GArray) blocks = les_retelling_align (table->units);

  for (guint i = 0; i < blocks->len; i++)
    add_parts (table, &g_array_index (blocks, LesUnitBlock, i), min_score, rewordings);
  add_moved (table, blocks, rewordings);
  g_array_sort (rewordings, les_rewording_compare);
  return rewordings;
}

static GArray *
pick_rewordings (Table *table, int min_score)
{
  if (table->units != NULL)
    {
      note_known (table);
      if (les_retelling_keeps_order (table->units))
        return follow_order (table, min_score);
    }
  weigh_order (table);
  return pick_partners (table, min_score);
}

/**
 * les_rewordings_get_score:
 * @value: what a scorer gave, 0 to 1
 *
 * Returns: the same as thousandths that spread over the scale
 */
int
les_rewordings_get_score (float value)
{
  return get_score (value);
}

/**
 * les_rewordings_look_at_all:
 * @n_left: how many units the left text has
 * @n_right: how many the right one has
 *
 * Returns: whether both texts are short enough to look at every pair of units,
 *   those that were taken over among them, to see whether their order is evidence.
 *   The scorer is then to be opened with sides of which nothing is settled
 */
gboolean
les_rewordings_look_at_all (guint n_left, guint n_right)
{
  return (guint64) n_left * n_right <= MAX_TABLE_PAIRS;
}

/**
 * les_rewordings_find:
 * @state: what the scorer's open() returned for these two sides
 * @known: (nullable) (element-type LesRewording): pairs that were found before, in
 *   the order of the left text; they support their neighbours
 * @min_score: thousandths; pairs below are left out
 * @cancellable: (nullable): what it stops by
 *
 * Proposes pairs of units that may say the same: each unit with its two best
 * partners, judged together with their neighbours, in any order, many to many.
 * Where two texts go through their matter in one order, as a retelling does, the
 * best way through both decides instead: one unit against one or several.
 *
 * Returns: (transfer full) (element-type LesRewording): in the order of the left
 *   text; incomplete when cancelled
 */
GArray *
les_rewordings_find (const LesUnitScorer *scorer,
                     gpointer             state,
                     const LesUnitSide   *left,
                     const LesUnitSide   *right,
                     const GArray        *known,
                     int                  min_score,
                     GCancellable        *cancellable)
{
  Table table = { 0 };
  GArray *rewordings;

  table.left = left;
  table.right = right;
  table.known = known;
  table.n_left = left->units->len;
  index_known (&table);
  open_units (&table);
  table.scores = g_array_new (FALSE, FALSE, sizeof (LesUnitScore));
  table.starts = g_new0 (guint, table.n_left + 1);
  fill_table (&table, scorer, state, cancellable);
  add_neighbours (&table);
  rewordings = pick_rewordings (&table, min_score);

  g_array_unref (table.scores);
  g_clear_pointer (&table.units, les_unit_table_free);
  g_free (table.starts);
  g_free (table.known_starts);
  g_free (table.totals);
  return rewordings;
}
