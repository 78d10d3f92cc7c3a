/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-match.h"
#include "les-record.h"

G_BEGIN_DECLS

/**
 * LesComparisonField:
 * @LES_COMPARISON_LEFT: id of an article; never NULL
 * @LES_COMPARISON_RIGHT: id of an article; never NULL
 * @LES_COMPARISON_NOTE: nullable
 */
typedef enum
{
  LES_COMPARISON_LEFT,
  LES_COMPARISON_RIGHT,
  LES_COMPARISON_NOTE,
  LES_COMPARISON_N_STRINGS
} LesComparisonField;

/**
 * LesRejection: a match that the user does not want to see again
 */
typedef LesMatchEnds LesRejection;

#define LES_TYPE_COMPARISON (les_comparison_get_type ())
G_DECLARE_FINAL_TYPE (LesComparison, les_comparison, LES, COMPARISON, LesRecord)

LesComparison      *les_comparison_new          (const char         *id,
                                                 const char         *left,
                                                 const char         *right);
const char         *les_comparison_get          (LesComparison      *self,
                                                 LesComparisonField  field);
gboolean            les_comparison_is_mirrored  (LesComparison      *self,
                                                 const char         *left);
const LesRejection *les_comparison_get_rejected (LesComparison      *self,
                                                 guint              *n_rejected);
void                les_comparison_reject       (LesComparison      *self,
                                                 LesRejection        rejection);
void                les_comparison_restore      (LesComparison      *self,
                                                 LesRejection        rejection);

LesRejection        les_rejection_mirror        (LesRejection        rejection);

G_END_DECLS
