/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-text.h"

#include <unicode/ubrk.h>

G_BEGIN_DECLS

/**
 * LesBreakKind:
 * @LES_BREAK_WORD: words by UAX #29
 * @LES_BREAK_GRAPHEME: what a reader takes for one character
 */
typedef enum
{
  LES_BREAK_WORD,
  LES_BREAK_GRAPHEME,
  LES_N_BREAK_KINDS
} LesBreakKind;

UBreakIterator *les_break_borrow (LesBreakKind  kind,
                                  const char   *utf8,
                                  gsize         n_bytes);
void            les_break_release (UBreakIterator *iterator);

G_END_DECLS
