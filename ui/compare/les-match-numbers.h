/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-reader.h"

G_BEGIN_DECLS

/* Of the height of a number, from one to the next below it: digits have nothing below their line. */
#define LES_MATCH_NUMBERS_STEP 0.78

/**
 * LesMatchLabel:
 * @top: pixels below the top edge of the view
 * @bottom: as @top
 * @first: where its matches begin in #LesMatchNumbers
 * @n: how many matches it stands for
 *
 * Matches that start in one row, or in rows too close for a number each.
 */
typedef struct
{
  double top;
  double bottom;
  guint first;
  guint n;
} LesMatchLabel;

/**
 * LesMatchNumbers:
 * @labels: of LesMatchLabel, from the top
 * @ids: of guint: matches, as the session counts them
 * @number_height: pixels
 *
 * Where the numbers of the matches stand that begin in view.
 */
typedef struct
{
  GArray *labels;
  GArray *ids;
  double number_height;
} LesMatchNumbers;

void                 les_match_numbers_init         (LesMatchNumbers       *self,
                                                     LesReader             *reader,
                                                     double                 number_height);
void                 les_match_numbers_clear        (LesMatchNumbers       *self);

const LesMatchLabel *les_match_numbers_find_label   (const LesMatchNumbers *self,
                                                     double                 y);
guint                les_match_numbers_get_id       (const LesMatchNumbers *self,
                                                     const LesMatchLabel   *label,
                                                     guint                  index);
int                  les_match_numbers_find_index   (const LesMatchNumbers *self,
                                                     const LesMatchLabel   *label,
                                                     int                    id);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LesMatchNumbers, les_match_numbers_clear)

G_END_DECLS
