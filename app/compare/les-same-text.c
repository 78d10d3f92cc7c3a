/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-same-text.h"

#include <string.h>

#include "les-parallel.h"
#include "les-shares-private.h"
#include "les-units.h"

/* A text of so many bytes is worth a second thread. */
#define MIN_PARALLEL_BYTES 250000

/**
 * les_same_text_is:
 *
 * Returns: whether both articles have the same characters in the same blocks
 */
gboolean
les_same_text_is (LesDocument *left, LesDocument *right)
{
  LesText *a = les_document_get_text (left);
  LesText *b = les_document_get_text (right);
  const LesBlock *left_blocks;
  const LesBlock *right_blocks;
  guint n_left;
  guint n_right;

  if (les_text_get_n_bytes (a) != les_text_get_n_bytes (b)
      || memcmp (les_text_get_utf8 (a), les_text_get_utf8 (b), les_text_get_n_bytes (a)) != 0)
    return FALSE;
  left_blocks = les_document_get_blocks (left, &n_left);
  right_blocks = les_document_get_blocks (right, &n_right);
  if (n_left != n_right)
    return FALSE;
  for (guint i = 0; i < n_left; i++)
    if (left_blocks[i].role != right_blocks[i].role
        || !les_text_range_equal (left_blocks[i].range, right_blocks[i].range))
      return FALSE;
  return TRUE;
}

static void
take_unit (LesMatchSet *set, const LesTokens *tokens, const LesUnit *unit)
{
  const LesToken *first = &tokens->items[unit->first];
  const LesToken *last = &tokens->items[unit->first + unit->n - 1];
  LesTextRange range = { first->start - (int) first->n_before, last->end + (int) last->n_behind };
  LesMatch *match = les_match_new (range, range, LES_MATCH_VERBATIM, LES_GRADE_ASSERTED, 1000);

  match->evidence = les_match_dup_count_line (unit->n, unit->n, unit->n);
  les_match_set_take (set, match);
}

/* Both sides have the same words in the same matches. */
static void
measure_set (LesMatchSet *set, LesDocument *document, LesTokens *words)
{
  g_autoptr (GPtrArray) all = les_match_set_list_graded (set, LES_GRADE_POSSIBLE);
  LesShares shares = { 0 };

  les_shares_measure_left (document, words, all, shares.left);
  memcpy (shares.right, shares.left, sizeof shares.right);
  les_match_set_set_shares (set, &shares);
  if (words->n > 0)
    les_match_set_set_shared (set, 1000, 1000);
}

/* The two ways through the text. */
enum
{
  CUT_SENTENCES,
  READ_WORDS,
  N_WAYS,
};

typedef struct
{
  LesDocument *document;
  GCancellable *cancellable;
  LesTokens *words;
} Reading;

static void
read_text (gpointer data, guint part G_GNUC_UNUSED, guint first, guint end)
{
  Reading *reading = data;

  for (guint i = first; i < end; i++)
    if (i == READ_WORDS)
      reading->words = les_tokens_new (reading->document, NULL, reading->cancellable);
    else
      les_document_cut_sentences (reading->document, reading->cancellable);
}

/* The words of @document, which has its sentences then. */
static LesTokens *
read_words (LesDocument *document, GCancellable *cancellable)
{
  Reading reading = { document, cancellable, NULL };
  gboolean is_long = les_text_get_n_bytes (les_document_get_text (document)) >= MIN_PARALLEL_BYTES;

  les_parallel_run (is_long ? les_parallel_count_parts (N_WAYS, 1) : 1, N_WAYS, read_text, &reading);
  return reading.words;
}

/**
 * les_same_text_compare:
 * @left: the one article
 * @right: the other, the same
 * @cancellable: (nullable): what it stops by
 * @error: %G_IO_ERROR_CANCELLED, nothing else
 *
 * Compares two articles that need no search. Cost: linear, little.
 *
 * Returns: (transfer full) (nullable): a match for each sentence and heading, or
 *   %NULL when cancelled
 */
LesMatchSet *
les_same_text_compare (LesDocument *left, LesDocument *right, GCancellable *cancellable, GError **error)
{
  g_autoptr (LesMatchSet) set = les_match_set_new ();
  g_autoptr (LesTokens) words = NULL;
  g_autoptr (GArray) units = NULL;

  words = read_words (left, cancellable);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  units = les_units_new (left, words);
  for (guint i = 0; i < units->len; i++)
    take_unit (set, words, &g_array_index (units, LesUnit, i));
  measure_set (set, left, words);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  return g_steal_pointer (&set);
}
