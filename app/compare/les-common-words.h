/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-document.h"

G_BEGIN_DECLS

/**
 * LesCommonWords:
 * @telling: (element-type char*): words both passages have that say something:
 *   numbers, capitalised and long ones; two forms as "Gespräch / Gespräche"
 * @n_left: words of the left passage
 * @n_right: words of the right passage
 * @n_common: words of the shorter passage whose stem the other one has
 */
typedef struct
{
  GPtrArray *telling;
  int n_left;
  int n_right;
  int n_common;
} LesCommonWords;

LesCommonWords *les_common_words_new  (LesDocument    *left,
                                       LesTextRange    left_range,
                                       LesDocument    *right,
                                       LesTextRange    right_range);
void            les_common_words_free (LesCommonWords *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LesCommonWords, les_common_words_free)

G_END_DECLS
