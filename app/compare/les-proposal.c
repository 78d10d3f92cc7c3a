/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-proposal.h"

#include "les-tokens.h"

/* So many of the words, in percent, must stand together for a place to be
 * worth proposing. */
#define MIN_SHARED_PERCENT 40

/* A window over the words of the text, as long as the passage that is sought. */
typedef struct
{
  const LesTokens *tokens;
  guint width;
  int *wanted;       /* for each word, how many more of it would help */
  int n_shared;
} Window;

static LesTokens *
split (LesText *text, LesVocabulary *vocabulary)
{
  g_autoptr (GArray) no_blocks = g_array_new (FALSE, FALSE, sizeof (LesBlock));
  g_autoptr (LesDocument) document = les_document_new_with_blocks (text, "und", no_blocks);

  return les_tokens_new_for_range (document, les_text_get_range (text), vocabulary);
}

static void
enter (Window *window, guint index)
{
  window->n_shared += window->wanted[window->tokens->items[index].id]-- > 0;
}

static void
leave (Window *window, guint index)
{
  window->n_shared -= ++window->wanted[window->tokens->items[index].id] > 0;
}

static int
measure (const Window *window, guint start, int near)
{
  return ABS (window->tokens->items[start].start - near);
}

/* The first word of the window with the most words in common, the nearest one
 * of several; -1 if there are too few in all of them. */
static int
find_best (Window *window, int near)
{
  int best = -1;
  int most = 0;
  guint n = window->tokens->n;

  for (guint i = 0; i < MIN (window->width, n); i++)
    enter (window, i);
  for (guint start = 0; start + MIN (window->width, n) <= n; start++)
    {
      if (window->n_shared > most
          || (window->n_shared == most && best >= 0 && measure (window, start, near) < measure (window, best, near)))
        {
          most = window->n_shared;
          best = (int) start;
        }
      leave (window, start);
      if (start + window->width < n)
        enter (window, start + window->width);
    }
  return (guint64) most * 100 >= (guint64) window->width * MIN_SHARED_PERCENT && most > 0 ? best : -1;
}

/* From the first to the last word of the window that is one of those sought. */
static LesTextRange
trim_window (const LesTokens *tokens, guint start, guint width, const int *counts)
{
  guint end = MIN (start + width, tokens->n);

  while (start < end && counts[tokens->items[start].id] == 0)
    start++;
  while (end > start + 1 && counts[tokens->items[end - 1].id] == 0)
    end--;
  return LES_TEXT_RANGE (tokens->items[start].start, tokens->items[end - 1].end);
}

/**
 * les_proposal_find:
 * @words: what the passage said
 * @near: where it was, in Unicode characters; decides between equals
 *
 * Looks for the place that could be meant by a passage that is gone: the one
 * with most of its words, in whatever order. A guess for a person to judge.
 * Cost: linear.
 *
 * Returns: Unicode characters; empty, at @near, when no place is like it
 */
LesTextRange
les_proposal_find (LesText *text, const char *words, int near)
{
  g_autoptr (LesVocabulary) vocabulary = les_vocabulary_new ();
  g_autoptr (LesText) sought = les_text_new (words, -1);
  g_autoptr (LesTokens) left = split (sought, vocabulary);
  g_autoptr (LesTokens) right = split (text, vocabulary);
  g_autofree int *wanted = g_new0 (int, les_vocabulary_get_n (vocabulary) + 1);
  g_autofree int *counts = g_new0 (int, les_vocabulary_get_n (vocabulary) + 1);
  Window window = { right, left->n, wanted, 0 };
  int best;

  near = CLAMP (near, 0, les_text_get_n_chars (text));
  if (left->n == 0 || right->n == 0)
    return LES_TEXT_RANGE (near, near);
  for (guint i = 0; i < left->n; i++)
    counts[left->items[i].id] = ++wanted[left->items[i].id];
  best = find_best (&window, near);
  if (best < 0)
    return LES_TEXT_RANGE (near, near);
  return trim_window (right, best, left->n, counts);
}
