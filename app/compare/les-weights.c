/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-weights.h"

#include <math.h>

#include "les-zeroed.h"

#define MIN_BITS 0.05

static void
count_words (LesWeights *self, const LesTokens *tokens)
{
  for (guint i = 0; i < tokens->n; i++)
    self->counts[tokens->items[i].id]++;
}

static void
count_pairs (LesWeights *self, gboolean is_left)
{
  const LesTokens *tokens = is_left ? self->left : self->right;

  for (guint i = 0; i + 1 < tokens->n; i++)
    {
      const LesToken *token = &tokens->items[i];

      les_weights_prepare_pair (self, self->pairs, tokens, i);
      if (!les_weights_may_repeat (self, token[0].id, token[1].id))
        continue;
      if (is_left)
        les_ngrams_add_left (self->pairs, les_ngrams_key_2 (token[0].id, token[1].id));
      else
        les_ngrams_add_right (self->pairs, les_ngrams_key_2 (token[0].id, token[1].id), i);
    }
}

/* The tokens whose word stands often enough for pairs: no fewer than there are such
 * pairs. */
static gsize
count_pair_tokens (LesWeights *self, guint n_words)
{
  gsize n = 0;

  for (guint i = 0; i < n_words; i++)
    n += self->counts[i] > 2 ? self->counts[i] : 0;
  return n;
}

/**
 * les_weights_new:
 * @left: must outlive the weights
 * @right: must outlive the weights
 * @n_words: how many different words there are
 *
 * Returns: (transfer full): the weights of these two texts. Cost: linear.
 */
LesWeights *
les_weights_new (const LesTokens *left, const LesTokens *right, guint n_words)
{
  LesWeights *self = g_new0 (LesWeights, 1);
  double total = (double) left->n + right->n + 1;

  self->left = left;
  self->right = right;
  self->counts = les_new_zeroed (guint32, n_words + 1);
  self->bits = g_new (float, n_words + 1);
  count_words (self, left);
  count_words (self, right);
  self->pairs = les_ngrams_new (count_pair_tokens (self, n_words));
  count_pairs (self, TRUE);
  count_pairs (self, FALSE);
  for (guint i = 0; i < n_words; i++)
    self->bits[i] = MAX (MIN_BITS, log2 (total / (self->counts[i] + 0.5)));
  return self;
}

void
les_weights_free (LesWeights *self)
{
  g_free (self->counts);
  g_free (self->bits);
  les_ngrams_free (self->pairs);
  g_free (self);
}

static double
weigh_pair (LesWeights *self, guint32 first, guint32 second, guint32 known, guint32 word)
{
  const LesNgram *pair;
  double bits = self->bits[word];
  double elsewhere;

  if (!les_weights_may_repeat (self, first, second))
    return bits;
  pair = les_ngrams_find (self->pairs, les_ngrams_key_2 (first, second));
  if (pair == NULL || pair->n_left + pair->n_right <= 2)
    return bits;
  elsewhere = pair->n_left + pair->n_right - 2;
  return MAX (MIN_BITS, MIN (bits, log2 ((self->counts[known] - 1) / elsewhere)));
}

/**
 * les_weights_get_follow:
 * @previous: the word before, which is shared too
 * @word: the word itself
 *
 * Returns: the bits of @word behind @previous, judged by every place but the
 *   two that are being compared
 */
double
les_weights_get_follow (LesWeights *self, guint32 previous, guint32 word)
{
  return weigh_pair (self, previous, word, previous, word);
}

/**
 * les_weights_get_lead:
 * @next: the word behind, which is shared too
 * @word: the word itself
 *
 * Returns: the bits of @word in front of @next, judged in the same way
 */
double
les_weights_get_lead (LesWeights *self, guint32 next, guint32 word)
{
  return weigh_pair (self, word, next, next, word);
}
