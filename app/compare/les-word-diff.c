/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-word-diff.h"

/* A run of equal words shorter than this, in Unicode characters, between two
 * changes is read over: it would make confetti of one rewording. */
#define SHORT_RUN_CHARS 3
#define MAX_EMPTY_WORDS 2
/* Moved words inside a match are looked for in so many changes. */
#define MAX_MOVED_SEARCH 64
#define MIN_MOVED_TOKENS 2

/* A stretch of tokens on each side that differs. */
typedef struct
{
  guint left_start;
  guint left_end;
  guint right_start;
  guint right_end;
} Hunk;

/**
 * les_word_diff_align:
 * @left_start: token
 * @left_end: token, one behind
 * @right_start: token
 * @right_end: token, one behind
 * @runs: (element-type LesRun): where to append the words both have
 *
 * Finds the equal words of two passages in their order; nothing where both are
 * too long to look at.
 */
void
les_word_diff_align (LesAligner *aligner,
                     guint       left_start,
                     guint       left_end,
                     guint       right_start,
                     guint       right_end,
                     GArray     *runs)
{
  les_aligner_diff (aligner, left_start, left_end, right_start, right_end, runs);
}

/* The characters of tokens @start to @end of a passage that begins with @first;
 * where there are none, the place behind the word before. */
static LesTextRange
get_range (const LesTokens *tokens, guint first, guint start, guint end)
{
  if (start < end)
    return LES_TEXT_RANGE (tokens->items[start].start, tokens->items[end - 1].end);
  if (start > first)
    return LES_TEXT_RANGE (tokens->items[start - 1].end, tokens->items[start - 1].end);
  if (start < tokens->n)
    return LES_TEXT_RANGE (tokens->items[start].start, tokens->items[start].start);
  return LES_TEXT_RANGE (0, 0);
}

/* Whether a run says nothing by itself: a word or two that any sentence has. */
static gboolean
is_empty_run (const LesTokens *left, const LesRun *run, LesWordBook *book)
{
  if (book == NULL || run->n > MAX_EMPTY_WORDS)
    return FALSE;
  for (guint i = 0; i < run->n; i++)
    if (les_word_book_get_facts (book, left->items[run->left + i].id)->class != LES_LEXICON_EMPTY)
      return FALSE;
  return TRUE;
}

static gboolean
is_short_run (const LesTokens *left, const LesRun *run)
{
  const LesToken *word = &left->items[run->left];

  return run->n == 1 && word->end - word->start <= SHORT_RUN_CHARS && !word->is_capital && !word->is_number;
}

/* Whether the equal words between two changes are too few to be read as such. */
static gboolean
is_negligible (const LesTokens *left, const LesRun *run, const Hunk *before, const Hunk *after, LesWordBook *book)
{
  guint changed = MIN (MAX (before->left_end - before->left_start, before->right_end - before->right_start),
                       MAX (after->left_end - after->left_start, after->right_end - after->right_start));

  return changed >= 2 && (is_short_run (left, run) || is_empty_run (left, run, book));
}

static void
append_hunk (GArray *hunks, const LesTokens *left, const LesRun *between, Hunk hunk, LesWordBook *book)
{
  Hunk *last = hunks->len > 0 ? &g_array_index (hunks, Hunk, hunks->len - 1) : NULL;

  if (hunk.left_start >= hunk.left_end && hunk.right_start >= hunk.right_end)
    return;
  if (last != NULL && between != NULL && last->left_end == between->left
      && is_negligible (left, between, last, &hunk, book))
    {
      last->left_end = hunk.left_end;
      last->right_end = hunk.right_end;
      return;
    }
  g_array_append_val (hunks, hunk);
}

static GArray *
collect_hunks (const LesTokens *left,
               guint            left_start,
               guint            left_end,
               guint            right_start,
               guint            right_end,
               const GArray    *runs,
               LesWordBook     *book)
{
  GArray *hunks = g_array_new (FALSE, FALSE, sizeof (Hunk));
  const LesRun *before = NULL;

  for (guint i = 0; i < runs->len; i++)
    {
      const LesRun *run = &g_array_index (runs, LesRun, i);

      append_hunk (hunks, left, before, (Hunk) { left_start, run->left, right_start, run->right }, book);
      left_start = run->left + run->n;
      right_start = run->right + run->n;
      before = run;
    }
  append_hunk (hunks, left, before, (Hunk) { left_start, left_end, right_start, right_end }, book);
  return hunks;
}

/* Whether the left words of @hunk stand in the right words of @other. */
static gboolean
stands_in (const LesTokens *left, const Hunk *hunk, const LesTokens *right, const Hunk *other)
{
  guint n = hunk->left_end - hunk->left_start;

  for (guint start = other->right_start; start + n <= other->right_end; start++)
    {
      guint i = 0;

      while (i < n && left->items[hunk->left_start + i].id == right->items[start + i].id)
        i++;
      if (i == n)
        return TRUE;
    }
  return FALSE;
}

static void
mark_moved (GArray *hunks, const LesTokens *left, const LesTokens *right, gboolean *moved)
{
  if (hunks->len > MAX_MOVED_SEARCH)
    return;
  for (guint i = 0; i < hunks->len; i++)
    for (guint j = 0; j < hunks->len; j++)
      {
        const Hunk *hunk = &g_array_index (hunks, Hunk, i);
        const Hunk *other = &g_array_index (hunks, Hunk, j);

        if (i == j || hunk->right_start < hunk->right_end
            || hunk->left_end - hunk->left_start < MIN_MOVED_TOKENS
            || other->right_end - other->right_start != hunk->left_end - hunk->left_start
            || other->left_start < other->left_end)
          continue;
        if (stands_in (left, hunk, right, other))
          moved[i] = moved[j] = TRUE;
      }
}

/**
 * les_word_diff_fill:
 * @left_start: token
 * @left_end: token, one behind
 * @right_start: token
 * @right_end: token, one behind
 * @runs: (element-type LesRun): the words both have, in order, inside these bounds
 * @book: (nullable): what is known of the words, where both passages say one thing
 *   in other words: then articles and prepositions between changes are read over
 * @differences: (element-type LesDifference): where to append what lies between
 *
 * Words decide, punctuation does not. Changes with next to nothing between them
 * become one.
 */
void
les_word_diff_fill (const LesTokens *left,
                    guint            left_start,
                    guint            left_end,
                    const LesTokens *right,
                    guint            right_start,
                    guint            right_end,
                    const GArray    *runs,
                    LesWordBook     *book,
                    GArray          *differences)
{
  g_autoptr (GArray) hunks = collect_hunks (left, left_start, left_end, right_start, right_end, runs, book);
  g_autofree gboolean *moved = g_new0 (gboolean, hunks->len + 1);

  mark_moved (hunks, left, right, moved);
  for (guint i = 0; i < hunks->len; i++)
    {
      const Hunk *hunk = &g_array_index (hunks, Hunk, i);
      LesDifference difference;

      difference.left = get_range (left, left_start, hunk->left_start, hunk->left_end);
      difference.right = get_range (right, right_start, hunk->right_start, hunk->right_end);
      difference.moved = moved[i];
      g_array_append_val (differences, difference);
    }
}
