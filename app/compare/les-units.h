/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-document.h"
#include "les-tokens.h"

G_BEGIN_DECLS

/**
 * LesUnit:
 * @range: Unicode characters
 * @first: its first token
 * @n: how many tokens it has
 * @role: the role of the block it stands in
 * @paragraph: which paragraph it stands in, from 0 on
 *
 * What is compared as a whole where the words differ: a sentence or a heading.
 */
typedef struct
{
  LesTextRange range;
  guint first;
  guint n;
  LesBlockRole role;
  int paragraph;
} LesUnit;

GArray *les_units_new           (LesDocument     *document,
                                 const LesTokens *tokens);
GArray *les_units_new_for_range (LesTextRange     range,
                                 const LesTokens *tokens);

G_END_DECLS
