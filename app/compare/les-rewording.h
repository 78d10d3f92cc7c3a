/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-unit-scorer.h"

G_BEGIN_DECLS

/**
 * LesRewording:
 * @left: index of the left unit
 * @right: index of the right unit
 * @n_left: how many left units from there on
 * @n_right: how many right units from there on
 * @score: how likely both say the same, thousandths
 * @is_known: whether both were found before to have something in common
 * @is_in_order: whether the order of the texts puts them together
 */
typedef struct
{
  guint left;
  guint right;
  guint n_left;
  guint n_right;
  int score;
  gboolean is_known;
  gboolean is_in_order;
} LesRewording;

GArray  *les_rewordings_find        (const LesUnitScorer *scorer,
                                     gpointer             state,
                                     const LesUnitSide   *left,
                                     const LesUnitSide   *right,
                                     const GArray        *known,
                                     int                  min_score,
                                     GCancellable        *cancellable);
int      les_rewording_compare      (gconstpointer        a,
                                     gconstpointer        b);
int      les_rewordings_get_score   (float                value);
gboolean les_rewordings_look_at_all (guint                n_left,
                                     guint                n_right);

G_END_DECLS
