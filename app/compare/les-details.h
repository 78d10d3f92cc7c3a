/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-match.h"
#include "les-tokens.h"

G_BEGIN_DECLS

/**
 * LesDetailSide:
 * @document: the text
 * @tokens: its words, or those of the passage
 */
typedef struct
{
  LesDocument *document;
  const LesTokens *tokens;
} LesDetailSide;

void les_details_find (const LesDetailSide *left,
                       const LesDetailSide *right,
                       LesVocabulary       *words,
                       LesMatch            *match);

G_END_DECLS
