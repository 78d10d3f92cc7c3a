/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-document.h"
#include "les-match.h"

G_BEGIN_DECLS

/**
 * LesFineDiff: what else is shown as a difference of two passages
 * @LES_FINE_DIFF_CASE: capitals of words that are the same
 * @LES_FINE_DIFF_MARKS: quotation marks, their style or that there are none
 */
typedef enum
{
  LES_FINE_DIFF_NONE  = 0,
  LES_FINE_DIFF_CASE  = 1 << 0,
  LES_FINE_DIFF_MARKS = 1 << 1,
} LesFineDiff;

void les_fine_diff_add (LesMatchSet *set,
                        LesDocument *left,
                        LesDocument *right,
                        LesFineDiff  wanted);

G_END_DECLS
