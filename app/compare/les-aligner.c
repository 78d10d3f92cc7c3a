/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-aligner.h"

#include <math.h>

#define MAX_CELLS 40000
#define NO_WAY -1e9f

/* In bits. */
/* A gap between two passages of equal words is small: a word in it is rather
 * meant than chance. Beyond the end of a passage it is the other way round. */
#define FILL_BREAK_COST 3.0f
#define FILL_SKIP_COST 0.25f
#define EXTEND_BREAK_COST 7.0f
#define EXTEND_SKIP_COST 0.5f
#define MAX_WORD_BITS 9.0f

/* Where two passages are known to belong together. */
#define DIFF_BREAK_COST 0.6f
#define SHORT_WORD_CHARS 3
#define SHORT_WORD_WEIGHT 1.0f
#define LONG_WORD_WEIGHT 2.0f

/* How the best way came to a cell. */
enum
{
  STEP_LEFT = 1,       /* a left word is skipped */
  STEP_RIGHT = 2,      /* a right word is skipped */
  STEP_MATCH = 3,
  STEP_MASK = 3,
  FOLLOWS_MATCH = 4,   /* the match in this cell continues a match */
};

/* Two stretches, read in either direction. */
typedef struct
{
  const LesToken *left;
  const LesToken *right;
  int n_left;
  int n_right;
  int step;            /* 1 forward, -1 backward */
  float break_cost;    /* bits: what each break between equal words costs */
  float skip_cost;     /* bits: what each word in it costs */
  gboolean is_plain;   /* whether a word counts by its length, not by its rarity */
} Field;

struct _LesAligner
{
  LesWeights *weights;
  guint8 *steps;       /* MAX_CELLS */
  float *match_row;    /* best way that ends with a match in this cell */
  float *best_row;     /* best way to this cell */
};

LesAligner *
les_aligner_new (LesWeights *weights)
{
  LesAligner *self = g_new (LesAligner, 1);

  self->weights = weights;
  self->steps = g_new (guint8, MAX_CELLS);
  self->match_row = g_new (float, MAX_CELLS);
  self->best_row = g_new (float, MAX_CELLS);
  return self;
}

void
les_aligner_free (LesAligner *self)
{
  g_free (self->steps);
  g_free (self->match_row);
  g_free (self->best_row);
  g_free (self);
}

static float
weigh_word (LesAligner *self, const Field *field, const LesToken *word)
{
  if (field->is_plain)
    return word->end - word->start > SHORT_WORD_CHARS ? LONG_WORD_WEIGHT : SHORT_WORD_WEIGHT;
  return MIN (self->weights->bits[word->id], MAX_WORD_BITS);
}

/* The weight of left word @i right behind another equal one. */
static float
weigh_follower (LesAligner *self, const Field *field, int i)
{
  const LesToken *word = &field->left[(i - 1) * field->step];
  const LesToken *before = word - field->step;

  if (i < 2 || field->is_plain)
    return weigh_word (self, field, word);
  if (field->step < 0)
    return MIN (les_weights_get_lead (self->weights, before->id, word->id), MAX_WORD_BITS);
  return MIN (les_weights_get_follow (self->weights, before->id, word->id), MAX_WORD_BITS);
}

/* The row before the first word: nothing but skipped right words. */
static void
open_rows (LesAligner *self, const Field *field)
{
  for (int j = 0; j <= field->n_right; j++)
    {
      self->match_row[j] = j == 0 ? 0 : NO_WAY;
      self->best_row[j] = -field->skip_cost * j;
      self->steps[j] = STEP_RIGHT;
    }
}

/* One row of the table: the ways up to left word @i. Keeps in @top the best match
 * so far and its cell. */
static void
walk_row (LesAligner *self, const Field *field, int i, float *top, int *top_cell)
{
  const LesToken *word = &field->left[(i - 1) * field->step];
  float weight = weigh_word (self, field, word);
  float *match = self->match_row;
  float *best = self->best_row;
  guint8 *steps = self->steps + i * (field->n_right + 1);
  float match_before = match[0];
  float best_before = best[0];

  match[0] = NO_WAY;
  best[0] -= field->skip_cost;
  steps[0] = STEP_LEFT;
  for (int j = 1; j <= field->n_right; j++)
    {
      float match_above = match[j];
      float best_above = best[j];
      gboolean is_left = best_above >= best[j - 1];

      best[j] = (is_left ? best_above : best[j - 1]) - field->skip_cost;
      steps[j] = is_left ? STEP_LEFT : STEP_RIGHT;
      match[j] = NO_WAY;
      if (field->right[(j - 1) * field->step].id == word->id)
        {
          gboolean follows = match_before >= best_before - field->break_cost;

          match[j] = follows ? match_before + weigh_follower (self, field, i)
                             : best_before - field->break_cost + weight;
          if (match[j] > best[j])
            {
              best[j] = match[j];
              steps[j] = STEP_MATCH;
            }
          steps[j] |= follows ? FOLLOWS_MATCH : 0;
          if (match[j] > *top)
            {
              *top = match[j];
              *top_cell = i * (field->n_right + 1) + j;
            }
        }
      match_before = match_above;
      best_before = best_above;
    }
}

/* Fills the table of @field, row by row. Cell (i, j) stands for the first i
 * left and j right words. Returns the cell with the best match that ends there,
 * for a way that may stop anywhere; 0 if none is worth its cost. */
static int
walk_field (LesAligner *self, const Field *field)
{
  float top = 0;
  int top_cell = 0;

  open_rows (self, field);
  for (int i = 1; i <= field->n_left; i++)
    walk_row (self, field, i, &top, &top_cell);
  return top_cell;
}

/* Appends the runs of the way that ends in @cell, first word first. */
static void
trace_back (LesAligner *self, const Field *field, int cell, GArray *pairs)
{
  int width = field->n_right + 1;
  gboolean must_match = FALSE;

  while (cell / width > 0 && cell % width > 0)
    {
      guint8 step = self->steps[cell];

      if (must_match || (step & STEP_MASK) == STEP_MATCH)
        {
          LesRun pair = { cell / width - 1, cell % width - 1, 1 };

          g_array_append_val (pairs, pair);
          must_match = (step & FOLLOWS_MATCH) != 0;
          cell -= width + 1;
        }
      else
        cell -= (step & STEP_MASK) == STEP_LEFT ? width : 1;
    }
}

static void
append_pair (GArray *runs, guint32 left, guint32 right)
{
  LesRun run = { left, right, 1 };

  if (runs->len > 0)
    {
      LesRun *last = &g_array_index (runs, LesRun, runs->len - 1);

      if (last->left + last->n == left && last->right + last->n == right)
        {
          last->n++;
          return;
        }
    }
  g_array_append_val (runs, run);
}

/* @pairs stand last word first, as trace_back() gives them. */
static void
append_forward (GArray *pairs, guint left_start, guint right_start, GArray *runs)
{
  for (guint i = pairs->len; i > 0; i--)
    {
      const LesRun *pair = &g_array_index (pairs, LesRun, i - 1);

      append_pair (runs, left_start + pair->left, right_start + pair->right);
    }
}

static gboolean
fits (guint left_start, guint left_end, guint right_start, guint right_end)
{
  return (guint64) (left_end - left_start + 1) * (right_end - right_start + 1) <= MAX_CELLS;
}

static void
align_field (LesAligner *self, Field *field, guint left_start, guint left_end, guint right_start, guint right_end, GArray *runs)
{
  g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, sizeof (LesRun));

  field->left = self->weights->left->items + left_start;
  field->right = self->weights->right->items + right_start;
  field->n_left = left_end - left_start;
  field->n_right = right_end - right_start;
  field->step = 1;
  walk_field (self, field);
  trace_back (self, field, (field->n_left + 1) * (field->n_right + 1) - 1, pairs);
  append_forward (pairs, left_start, right_start, runs);
}

/**
 * les_aligner_fill:
 * @left_start: token
 * @left_end: token, one behind
 * @right_start: token
 * @right_end: token, one behind
 * @runs: (element-type LesRun): where to append the equal words
 *
 * Both ends of the stretches are held by equal words outside.
 *
 * Returns: %FALSE if the stretches are too long to look at
 */
gboolean
les_aligner_fill (LesAligner *self,
                  guint       left_start,
                  guint       left_end,
                  guint       right_start,
                  guint       right_end,
                  GArray     *runs)
{
  Field field = { .skip_cost = FILL_SKIP_COST };

  if (left_start >= left_end || right_start >= right_end)
    return TRUE;
  if (!fits (left_start, left_end, right_start, right_end))
    return FALSE;
  field.break_cost = FILL_BREAK_COST + log2f ((float) (left_end - left_start) * (right_end - right_start));
  align_field (self, &field, left_start, left_end, right_start, right_end, runs);
  return TRUE;
}

/**
 * les_aligner_diff:
 * @left_start: token
 * @left_end: token, one behind
 * @right_start: token
 * @right_end: token, one behind
 * @runs: (element-type LesRun): where to append the equal words
 *
 * For two passages that are known to belong together: every equal word counts.
 *
 * Returns: %FALSE if the passages are too long to look at
 */
gboolean
les_aligner_diff (LesAligner *self,
                  guint       left_start,
                  guint       left_end,
                  guint       right_start,
                  guint       right_end,
                  GArray     *runs)
{
  Field field = { .break_cost = DIFF_BREAK_COST, .is_plain = TRUE };

  if (left_start >= left_end || right_start >= right_end)
    return TRUE;
  if (!fits (left_start, left_end, right_start, right_end))
    return FALSE;
  align_field (self, &field, left_start, left_end, right_start, right_end, runs);
  return TRUE;
}

/**
 * les_aligner_extend_forward:
 * @runs: (element-type LesRun): where to append the equal words
 *
 * Goes on from equal words right before both starts, as far as it is worth it.
 */
void
les_aligner_extend_forward (LesAligner *self,
                            guint       left_start,
                            guint       left_end,
                            guint       right_start,
                            guint       right_end,
                            GArray     *runs)
{
  g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, sizeof (LesRun));
  Field field = { 0 };

  if (left_start >= left_end || right_start >= right_end)
    return;
  g_return_if_fail ((guint64) (left_end - left_start + 1) * (right_end - right_start + 1) <= MAX_CELLS);

  field.left = self->weights->left->items + left_start;
  field.right = self->weights->right->items + right_start;
  field.n_left = left_end - left_start;
  field.n_right = right_end - right_start;
  field.step = 1;
  field.break_cost = EXTEND_BREAK_COST;
  field.skip_cost = EXTEND_SKIP_COST;
  trace_back (self, &field, walk_field (self, &field), pairs);
  append_forward (pairs, left_start, right_start, runs);
}

/**
 * les_aligner_extend_backward:
 * @runs: (element-type LesRun): where to append the equal words, in text order
 *
 * Goes back from equal words right behind both ends, as far as it is worth it.
 */
void
les_aligner_extend_backward (LesAligner *self,
                             guint       left_start,
                             guint       left_end,
                             guint       right_start,
                             guint       right_end,
                             GArray     *runs)
{
  g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, sizeof (LesRun));
  Field field = { 0 };

  if (left_start >= left_end || right_start >= right_end)
    return;
  g_return_if_fail ((guint64) (left_end - left_start + 1) * (right_end - right_start + 1) <= MAX_CELLS);

  field.left = self->weights->left->items + left_end - 1;
  field.right = self->weights->right->items + right_end - 1;
  field.n_left = left_end - left_start;
  field.n_right = right_end - right_start;
  field.step = -1;
  field.break_cost = EXTEND_BREAK_COST;
  field.skip_cost = EXTEND_SKIP_COST;
  trace_back (self, &field, walk_field (self, &field), pairs);
  for (guint i = 0; i < pairs->len; i++)
    {
      const LesRun *pair = &g_array_index (pairs, LesRun, i);

      append_pair (runs, left_end - 1 - pair->left, right_end - 1 - pair->right);
    }
}
