/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-overlap.h"

/* So many words in a row may differ or stand in one text alone ... */
#define MAX_EDIT_WORDS 3
/* ... when so many equal ones follow. */
#define MIN_RESUMED_WORDS 3

typedef struct
{
  LesWordHashes left;
  LesWordHashes right;
  gint64 left_word;
  gint64 right_word;
  gint64 left_limit;
  int step;              /* 1 or -1 */
} Walk;

static gboolean
is_equal (const Walk *walk, gint64 left, gint64 right)
{
  if (left < walk->left_limit || right < 0 || left >= walk->left.n || right >= walk->right.n)
    return FALSE;
  return walk->left.words[left] == walk->right.words[right];
}

static guint
walk_equal (Walk *walk)
{
  guint n = 0;

  while (is_equal (walk, walk->left_word, walk->right_word))
    {
      walk->left_word += walk->step;
      walk->right_word += walk->step;
      n++;
    }
  return n;
}

static gboolean
resumes (const Walk *walk, int left_skipped, int right_skipped)
{
  for (int i = 0; i < MIN_RESUMED_WORDS; i++)
    if (!is_equal (walk, walk->left_word + walk->step * (left_skipped + i),
                   walk->right_word + walk->step * (right_skipped + i)))
      return FALSE;
  return TRUE;
}

/* The smallest edit behind which the texts agree again. */
static gboolean
skip_edit (Walk *walk)
{
  for (int n = 1; n <= 2 * MAX_EDIT_WORDS; n++)
    for (int left = MAX (0, n - MAX_EDIT_WORDS); left <= MIN (n, MAX_EDIT_WORDS); left++)
      if (resumes (walk, left, n - left))
        {
          walk->left_word += walk->step * left;
          walk->right_word += walk->step * (n - left);
          return TRUE;
        }
  return FALSE;
}

static guint
walk_on (Walk *walk)
{
  guint n_equal = walk_equal (walk);

  while (skip_edit (walk))
    n_equal += walk_equal (walk);
  return n_equal;
}

/**
 * les_overlap_grow:
 * @left_word: a word of the left text
 * @right_word: the word of the right text that it is compared with
 * @left_limit: the first word of the left text that may belong to it
 *
 * Goes from two places to both sides as long as the words agree, over edits of
 * at most three words behind which three or more agree again.
 *
 * Returns: what both have there; n_equal is 0 when the two words differ. Cost:
 *   linear in its length.
 */
LesOverlap
les_overlap_grow (LesWordHashes left, LesWordHashes right, guint left_word, guint right_word, guint left_limit)
{
  Walk forward = { left, right, left_word, right_word, left_limit, 1 };
  Walk backward = { left, right, (gint64) left_word - 1, (gint64) right_word - 1, left_limit, -1 };
  LesOverlap overlap = { left_word, left_word, right_word, right_word, 0 };

  if (!is_equal (&forward, left_word, right_word))
    return overlap;
  overlap.n_equal = walk_on (&forward) + walk_on (&backward);
  overlap.left = (guint) (backward.left_word + 1);
  overlap.right = (guint) (backward.right_word + 1);
  overlap.left_end = (guint) forward.left_word;
  overlap.right_end = (guint) forward.right_word;
  return overlap;
}
