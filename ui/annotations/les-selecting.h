/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-document.h"

G_BEGIN_DECLS

/**
 * LesUnit: what the keys go by
 * @LES_UNIT_PARAGRAPH: a block of the article
 */
typedef enum
{
  LES_UNIT_CHARACTER,
  LES_UNIT_WORD,
  LES_UNIT_SENTENCE,
  LES_UNIT_PARAGRAPH,
} LesUnit;

LesTextRange les_selecting_take (LesDocument  *document,
                                 LesTextRange  selection,
                                 LesUnit       unit,
                                 int           step);

G_END_DECLS
