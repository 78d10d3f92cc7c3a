/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-ngrams.h"
#include "les-tokens.h"

G_BEGIN_DECLS

/* So far ahead a pair is asked for before it is needed. */
#define LES_WEIGHTS_PREPARE_TOKENS 8

/**
 * LesWeights:
 * @left: the words of the left text
 * @right: the words of the right text
 * @pairs: neighbouring words of both texts, counted; only what may repeat
 * @counts: how often each word stands in both texts together
 * @bits: the information of each word, in bits
 *
 * How much it says that a word stands in both texts: nothing for a word that
 * the word before it brings along (a first name its surname, "in spite" its
 * "of"), much for a word that stands nowhere else.
 */
typedef struct
{
  const LesTokens *left;
  const LesTokens *right;
  LesNgrams *pairs;
  guint32 *counts;
  float *bits;
} LesWeights;

LesWeights *les_weights_new        (const LesTokens *left,
                                    const LesTokens *right,
                                    guint            n_words);
void        les_weights_free       (LesWeights      *self);
double      les_weights_get_follow (LesWeights      *self,
                                    guint32          previous,
                                    guint32          word);
double      les_weights_get_lead   (LesWeights      *self,
                                    guint32          next,
                                    guint32          word);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LesWeights, les_weights_free)

/**
 * les_weights_may_repeat:
 * @first: a word
 * @second: the word behind it
 *
 * Returns: whether the pair may stand in more places than one of each text; what
 *   stands seldom gives no pair worth counting
 */
static inline gboolean
les_weights_may_repeat (const LesWeights *self, guint32 first, guint32 second)
{
  return self->counts[first] > 2 && self->counts[second] > 2;
}

/**
 * les_weights_prepare_pair:
 * @token: a token of @tokens
 *
 * Tells that the pair some tokens further on is soon asked for.
 */
static inline void
les_weights_prepare_pair (const LesWeights *self, const LesNgrams *pairs, const LesTokens *tokens, guint token)
{
  const LesToken *ahead = &tokens->items[token + LES_WEIGHTS_PREPARE_TOKENS];

  if (token + LES_WEIGHTS_PREPARE_TOKENS + 1 < tokens->n && les_weights_may_repeat (self, ahead[0].id, ahead[1].id))
    les_ngrams_prepare (pairs, les_ngrams_key_2 (ahead[0].id, ahead[1].id));
}

G_END_DECLS
