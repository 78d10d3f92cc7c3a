/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-ngrams.h"
#include "les-tokens.h"

G_BEGIN_DECLS

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
gboolean    les_weights_may_repeat (const LesWeights *self,
                                    guint32          first,
                                    guint32          second);
void        les_weights_prepare_pair (const LesWeights *self,
                                    LesNgrams       *pairs,
                                    const LesTokens *tokens,
                                    guint            token);
double      les_weights_get_follow (LesWeights      *self,
                                    guint32          previous,
                                    guint32          word);
double      les_weights_get_lead   (LesWeights      *self,
                                    guint32          next,
                                    guint32          word);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LesWeights, les_weights_free)

G_END_DECLS
