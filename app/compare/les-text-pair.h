/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-aligner.h"
#include "les-document.h"
#include "les-units.h"
#include "les-weights.h"
#include "les-word-book.h"

G_BEGIN_DECLS

/**
 * LesTextPair:
 *
 * Everything known of one pair of texts while it is being compared; on the stack
 * of who compares.
 */
typedef struct
{
  LesDocument *documents[2];
  LesTokens *tokens[2];
  LesVocabulary *vocabulary;
  LesWordBook *books[2];       /* the same where both texts have one language */
  LesWeights *weights;
  LesAligner *aligner;
  GPtrArray *matches;          /* of LesMatch: what was found so far */
  GArray *units[2];            /* of LesUnit */
  guint8 *taken[2];            /* for each token, whether it was taken over */
  guint32 *unit_of[2];         /* for each token, the unit it stands in */
  float kinship;               /* how far both speak of one thing, 0 to 1; known once sentences are compared */
  int days_apart;              /* between the days they are of; -1: not known */
  GCancellable *cancellable;
} LesTextPair;

void           les_text_pair_open      (LesTextPair  *self,
                                        LesDocument  *left,
                                        LesDocument  *right,
                                        GCancellable *cancellable);
void           les_text_pair_weigh     (LesTextPair  *self);
gboolean       les_text_pair_prepare   (LesTextPair  *self);
void           les_text_pair_close     (LesTextPair  *self);
const LesUnit *les_text_pair_get_unit  (LesTextPair  *self,
                                        int           which,
                                        guint         index);

G_END_DECLS
