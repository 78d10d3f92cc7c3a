/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-retelling.h"

#include <math.h>

/* A text that goes through its matter as the other does is told from chance by
 * mixing its sentences: so often, and by so many standard deviations, where few
 * pairs are much alike and where many are a little. */
#define N_SHUFFLES 100
#define SHUFFLE_SEED 1
#define CLEAR_DEVIATIONS 2.75f
#define SLIGHT_DEVIATIONS 1.0f
#define CLEAR_DEVIATIONS_OF_MANY 2.25f

/* What a likeness counts: log (1 + likeness / half) less what it must outdo. */
#define HALF_LIKENESS 0.12f
#define PAIR_COST 1.05f
/* What a block costs for lengths that do not fit, for each e-fold, and for each
 * further unit. */
#define LENGTH_COST 0.5f
#define FURTHER_COST 0.09f
#define MAX_BLOCK_UNITS 10

/* What a unit without counterpart costs among the blocks: the more, the fewer
 * there are. Before that is known once little, once much is assumed. */
#define SKIP_COST 0.05f
#define SKIP_COST_SLOPE 0.2f
#define MIN_SKIP_COST 0.04f
#define MAX_SKIP_COST 3.0f
#define CLOSE_SKIP_COST 1.6f
/* The same before the first block and behind the last. */
#define OUTSIDE_COST 0.55f
/* What each unit with a counterpart counts when two ways are held against each
 * other. */
#define MET_WORTH 0.42f

typedef struct
{
  const LesUnitTable *table;
  float skips[2];        /* what a unit without counterpart costs among the blocks */
  float log_ratio;       /* of right to left words */
  float *logs;           /* of numbers of words */
  guint *left_sums;      /* words before each unit, and all */
  guint *right_sums;
  float *gains;          /* of each pair */
  float *best;           /* of the best way to each cell */
  gint8 *steps;          /* how it came there: right units of one left unit; left
                          * units of one right unit, negative; or a SKIP_... */
} Alignment;

enum
{
  SKIP_LEFT = G_MAXINT8,
  SKIP_RIGHT = G_MAXINT8 - 1,
};

LesUnitTable *
les_unit_table_new (guint n_left, guint n_right)
{
  LesUnitTable *self = g_new (LesUnitTable, 1);

  self->n_left = n_left;
  self->n_right = n_right;
  self->left_words = g_new0 (guint, n_left + 1);
  self->right_words = g_new0 (guint, n_right + 1);
  self->likeness = g_new0 (float, (gsize) n_left * n_right + 1);
  return self;
}

void
les_unit_table_free (LesUnitTable *self)
{
  g_free (self->left_words);
  g_free (self->right_words);
  g_free (self->likeness);
  g_free (self);
}

/** Returns: (transfer none): the likenesses of left unit @left, one for each right */
float *
les_unit_table_get_row (const LesUnitTable *self, guint left)
{
  return self->likeness + (gsize) left * self->n_right;
}

/* The weight of the heaviest chain of pairs that both texts have in one order,
 * when right unit @order[j] stands at place j. @weights has a row for each left
 * unit. */
static float
weigh_best_chain (const float *weights, guint n_left, guint n_right, const guint *order, float *best)
{
  for (guint j = 0; j <= n_right; j++)
    best[j] = 0;
  for (guint i = 0; i < n_left; i++)
    {
      const float *row = weights + (gsize) i * n_right;
      float before = 0;

      for (guint j = 0; j < n_right; j++)
        {
          float with = before + row[order[j]];

          before = best[j + 1];
          best[j + 1] = MAX (MAX (best[j + 1], best[j]), with);
        }
    }
  return best[n_right];
}

static void
shuffle (guint *order, guint n, GRand *random)
{
  for (guint i = n; i > 1; i--)
    {
      guint other = g_rand_int_range (random, 0, i);
      guint unit = order[i - 1];

      order[i - 1] = order[other];
      order[other] = unit;
    }
}

/* By how many standard deviations the heaviest chain outweighs those with the
 * right units in random order. */
static float
measure_order (const float *weights, guint n_left, guint n_right)
{
  g_autofree float *best = g_new (float, n_right + 1);
  g_autofree guint *order = g_new (guint, n_right + 1);
  g_autoptr (GRand) random = g_rand_new_with_seed (SHUFFLE_SEED);
  double sum = 0;
  double squares = 0;
  double mean;
  float weight;

  for (guint j = 0; j < n_right; j++)
    order[j] = j;
  weight = weigh_best_chain (weights, n_left, n_right, order, best);
  for (guint i = 0; i < N_SHUFFLES; i++)
    {
      double chance;

      shuffle (order, n_right, random);
      chance = weigh_best_chain (weights, n_left, n_right, order, best);
      sum += chance;
      squares += chance * chance;
    }
  mean = sum / N_SHUFFLES;
  return (weight - mean) / (sqrt (MAX (0, squares / N_SHUFFLES - mean * mean)) + 1e-3);
}

static float
weigh_likeness (float likeness)
{
  return logf (1 + likeness / HALF_LIKENESS);
}

/**
 * les_retelling_keeps_order:
 *
 * Tells whether the order of the two texts says anything: whether the heaviest
 * chain of like sentences weighs clearly more than with the sentences of one text
 * in random order. Always the same answer for the same texts. Cost: 101 times the
 * number of pairs, seldom twice that.
 *
 * Returns: whether both go through their matter in one order
 */
gboolean
les_retelling_keeps_order (const LesUnitTable *table)
{
  gsize n_pairs = (gsize) table->n_left * table->n_right;
  g_autofree float *weights = NULL;
  float deviations;

  deviations = measure_order (table->likeness, table->n_left, table->n_right);
  if (deviations > CLEAR_DEVIATIONS || deviations < SLIGHT_DEVIATIONS)
    return deviations > CLEAR_DEVIATIONS;
  weights = g_new (float, n_pairs + 1);
  for (gsize i = 0; i < n_pairs; i++)
    weights[i] = weigh_likeness (table->likeness[i]);
  return measure_order (weights, table->n_left, table->n_right) > CLEAR_DEVIATIONS_OF_MANY;
}

static guint *
sum_words (const guint *words, guint n)
{
  guint *sums = g_new (guint, n + 1);

  sums[0] = 0;
  for (guint i = 0; i < n; i++)
    sums[i + 1] = sums[i] + words[i];
  return sums;
}

static void
open_logs (Alignment *self)
{
  guint n = MAX (self->left_sums[self->table->n_left], self->right_sums[self->table->n_right]);

  self->logs = g_new (float, n + 1);
  for (guint i = 0; i <= n; i++)
    self->logs[i] = logf (i + 1);
}

static void
open_alignment (Alignment *self, const LesUnitTable *table)
{
  gsize n_pairs = (gsize) table->n_left * table->n_right;
  gsize n_cells = (gsize) (table->n_left + 1) * (table->n_right + 1);

  self->table = table;
  self->left_sums = sum_words (table->left_words, table->n_left);
  self->right_sums = sum_words (table->right_words, table->n_right);
  self->gains = g_new (float, n_pairs + 1);
  self->best = g_new (float, n_cells);
  self->steps = g_new0 (gint8, n_cells);
  for (gsize i = 0; i < n_pairs; i++)
    self->gains[i] = weigh_likeness (table->likeness[i]) - PAIR_COST;
  open_logs (self);
}

static void
close_alignment (Alignment *self)
{
  g_free (self->left_sums);
  g_free (self->right_sums);
  g_free (self->logs);
  g_free (self->gains);
  g_free (self->best);
  g_free (self->steps);
}

static float
get_length_cost (const Alignment *self, guint n_left_words, guint n_right_words)
{
  return LENGTH_COST * fabsf (self->logs[n_right_words] - self->logs[n_left_words] - self->log_ratio);
}

static void
offer (float *best, gint8 *step, float value, int way)
{
  if (value > *best)
    {
      *best = value;
      *step = way;
    }
}

/* The blocks that end before left unit @i and right unit @j. */
static void
try_blocks (Alignment *self, guint i, guint j, float *best, gint8 *step)
{
  guint n_right = self->table->n_right;
  guint width = n_right + 1;
  float gain = 0;

  for (guint k = 1; k <= MIN (MAX_BLOCK_UNITS, j); k++)
    {
      gain += self->gains[(gsize) (i - 1) * n_right + j - k] - (k > 1 ? FURTHER_COST : 0);
      offer (best, step, self->best[(gsize) (i - 1) * width + j - k] + gain
             - get_length_cost (self, self->left_sums[i] - self->left_sums[i - 1], self->right_sums[j] - self->right_sums[j - k]),
             k);
    }
  gain = self->gains[(gsize) (i - 1) * n_right + j - 1];
  for (guint k = 2; k <= MIN (MAX_BLOCK_UNITS, i); k++)
    {
      gain += self->gains[(gsize) (i - k) * n_right + j - 1] - FURTHER_COST;
      offer (best, step, self->best[(gsize) (i - k) * width + j - 1] + gain
             - get_length_cost (self, self->left_sums[i] - self->left_sums[i - k], self->right_sums[j] - self->right_sums[j - 1]),
             -(int) k);
    }
}

static void
walk_cell (Alignment *self, guint i, guint j)
{
  guint width = self->table->n_right + 1;
  gsize cell = (gsize) i * width + j;
  gboolean is_left_outside = j == 0 || j == self->table->n_right;
  gboolean is_right_outside = i == 0 || i == self->table->n_left;
  float best = -G_MAXFLOAT;
  gint8 step = 0;

  if (i > 0)
    offer (&best, &step, self->best[cell - width] - (is_left_outside ? OUTSIDE_COST : self->skips[0]), SKIP_LEFT);
  if (j > 0)
    offer (&best, &step, self->best[cell - 1] - (is_right_outside ? OUTSIDE_COST : self->skips[1]), SKIP_RIGHT);
  if (i > 0 && j > 0)
    try_blocks (self, i, j, &best, &step);
  self->best[cell] = i + j > 0 ? best : 0;
  self->steps[cell] = step;
}

static int
compare_blocks (gconstpointer a, gconstpointer b)
{
  const LesUnitBlock *x = a;
  const LesUnitBlock *y = b;

  return x->left < y->left ? -1 : x->left > y->left;
}

static GArray *
trace_blocks (const Alignment *self)
{
  GArray *blocks = g_array_new (FALSE, FALSE, sizeof (LesUnitBlock));
  guint i = self->table->n_left;
  guint j = self->table->n_right;

  while (i > 0 || j > 0)
    {
      int step = self->steps[(gsize) i * (self->table->n_right + 1) + j];
      LesUnitBlock block = { 0, step < 0 ? -step : 1, 0, step > 0 ? step : 1 };

      if (step == SKIP_LEFT)
        i--;
      else if (step == SKIP_RIGHT)
        j--;
      else
        {
          block.left = i -= block.n_left;
          block.right = j -= block.n_right;
          g_array_append_val (blocks, block);
        }
    }
  g_array_sort (blocks, compare_blocks);
  return blocks;
}

/* The cost of skipping a unit where @n_met of @n have a counterpart. */
static float
get_skip_cost (guint n_met, guint n)
{
  float share = (n_met + 0.5f) / (n + 1);

  return CLAMP (SKIP_COST + SKIP_COST_SLOPE * logf (share / (1 - share)), MIN_SKIP_COST, MAX_SKIP_COST);
}

/* Learns from @blocks, which are not empty, what skipping costs and how long one
 * text is beside the other. */
static void
learn (Alignment *self, const GArray *blocks)
{
  const LesUnitBlock *first = &g_array_index (blocks, LesUnitBlock, 0);
  const LesUnitBlock *last = &g_array_index (blocks, LesUnitBlock, blocks->len - 1);
  guint n_met[2] = { 0, 0 };
  guint n_words[2] = { 0, 0 };

  for (guint i = 0; i < blocks->len; i++)
    {
      const LesUnitBlock *block = &g_array_index (blocks, LesUnitBlock, i);

      n_met[0] += block->n_left;
      n_met[1] += block->n_right;
      n_words[0] += self->left_sums[block->left + block->n_left] - self->left_sums[block->left];
      n_words[1] += self->right_sums[block->right + block->n_right] - self->right_sums[block->right];
    }
  self->skips[0] = get_skip_cost (n_met[0], last->left + last->n_left - first->left);
  self->skips[1] = get_skip_cost (n_met[1], last->right + last->n_right - first->right);
  self->log_ratio = self->logs[n_words[1]] - self->logs[n_words[0]];
}

static GArray *
find_best_way (Alignment *self)
{
  for (guint i = 0; i <= self->table->n_left; i++)
    for (guint j = 0; j <= self->table->n_right; j++)
      walk_cell (self, i, j);
  return trace_blocks (self);
}

/* The best way when at first a unit without counterpart costs @skip_cost; then
 * what was learnt from that way. */
static GArray *
align_from (Alignment *self, float skip_cost)
{
  GArray *blocks;

  self->skips[0] = self->skips[1] = skip_cost;
  self->log_ratio = 0;
  blocks = find_best_way (self);
  if (blocks->len == 0)
    return blocks;
  learn (self, blocks);
  g_array_unref (blocks);
  return find_best_way (self);
}

/* What @blocks say together, whatever lies between them. */
static float
weigh_blocks (const Alignment *self, const GArray *blocks)
{
  float weight = 0;

  for (guint b = 0; b < blocks->len; b++)
    {
      const LesUnitBlock *block = &g_array_index (blocks, LesUnitBlock, b);
      guint n_left_words = self->left_sums[block->left + block->n_left] - self->left_sums[block->left];
      guint n_right_words = self->right_sums[block->right + block->n_right] - self->right_sums[block->right];

      for (guint i = block->left; i < block->left + block->n_left; i++)
        for (guint j = block->right; j < block->right + block->n_right; j++)
          weight += self->gains[(gsize) i * self->table->n_right + j];
      weight += MET_WORTH * (block->n_left + block->n_right) - FURTHER_COST * (block->n_left + block->n_right - 2)
                - get_length_cost (self, n_left_words, n_right_words);
    }
  return weight;
}

/**
 * les_retelling_align:
 * @table: two texts that keep one order
 *
 * Finds the best way through both texts: blocks of one unit against one or
 * several, and units without counterpart. A block is worth its likeness, less for
 * lengths that do not fit (after Gale and Church 1993). How long one text is
 * beside the other, and how readily a unit goes without counterpart, is learnt
 * from the texts themselves: once from what stands out, once from a way that
 * leaves out little, for some texts retell every sentence and others pick a few.
 * The better of both ways counts. Cost: eighty times the number of pairs.
 *
 * Returns: (transfer full) (element-type LesUnitBlock): in the order of both texts
 */
GArray *
les_retelling_align (const LesUnitTable *table)
{
  Alignment self = { 0 };
  g_autoptr (GArray) loose = NULL;
  g_autoptr (GArray) close = NULL;
  float loose_weight;
  float close_weight;

  open_alignment (&self, table);
  loose = align_from (&self, SKIP_COST);
  loose_weight = weigh_blocks (&self, loose);
  close = align_from (&self, CLOSE_SKIP_COST);
  close_weight = weigh_blocks (&self, close);
  close_alignment (&self);
  return close_weight > loose_weight ? g_steal_pointer (&close) : g_steal_pointer (&loose);
}
