/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-document.h"

G_BEGIN_DECLS

/**
 * LesSharePosition:
 * @LES_SHARE_HEADLINE: the headline and the line above it
 * @LES_SHARE_LEAD: the standfirst; where there is none, the first paragraph of several
 * @LES_SHARE_BODY: everything else
 * @LES_SHARE_WHOLE: all of them together
 *
 * Where in an article words stand.
 */
typedef enum
{
  LES_SHARE_HEADLINE,
  LES_SHARE_LEAD,
  LES_SHARE_BODY,
  LES_SHARE_WHOLE,
  LES_N_SHARE_POSITIONS
} LesSharePosition;

/**
 * LesShareCount:
 * @taken_over: words that stand in the other article too, in a passage taken over
 * @reworded: words of a match that are not the other's: the changes in what was
 *   taken over, and what says the same in other words
 * @own: words for which no counterpart was found
 *
 * Every word counts once; together they are all words of that position. Zero
 * where the article has no such position.
 */
typedef struct
{
  int taken_over;
  int reworded;
  int own;
} LesShareCount;

/**
 * LesShares:
 * @left: of the left article, by #LesSharePosition
 * @right: of the right article
 *
 * How much of two articles stands in the other too, in words. A plain value.
 */
typedef struct
{
  LesShareCount left[LES_N_SHARE_POSITIONS];
  LesShareCount right[LES_N_SHARE_POSITIONS];
} LesShares;

LesShares les_shares_measure           (LesDocument         *left,
                                        LesDocument         *right,
                                        GPtrArray           *matches);
int       les_share_count_get_n_words  (const LesShareCount *count);
int       les_share_count_get_thousandths (const LesShareCount *count,
                                        int                  n_words);

G_END_DECLS
