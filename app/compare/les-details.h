/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-match.h"
#include "les-tokens.h"
#include "les-word-book.h"

G_BEGIN_DECLS

/**
 * LesDetailSide:
 * @document: the text
 * @tokens: its words, or those of the passage
 * @book: what is known of them
 */
typedef struct
{
  LesDocument *document;
  const LesTokens *tokens;
  LesWordBook *book;
} LesDetailSide;

void les_details_find (const LesDetailSide *left,
                       const LesDetailSide *right,
                       LesMatch            *match);

G_END_DECLS
