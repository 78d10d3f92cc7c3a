/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-text.h"

G_BEGIN_DECLS

/**
 * LesWord:
 * @range: Unicode characters of the text it was found in
 * @is_number: whether it is made of digits (with separators inside)
 *
 * A word as Unicode's text segmentation (UAX #29, through ICU) cuts it.
 * White space and punctuation are not words.
 */
typedef struct
{
  LesTextRange range;
  gboolean is_number;
} LesWord;

GArray      *les_words_split          (LesText      *text,
                                       LesTextRange  within,
                                       const char   *language);
int          les_words_count          (LesText      *text,
                                       LesTextRange  within);
LesTextRange les_words_at             (LesText      *text,
                                       int           offset);
int          les_words_next_boundary  (LesText      *text,
                                       int           offset);
int          les_words_previous_boundary (LesText   *text,
                                       int           offset);
LesTextRange les_words_trim           (LesText      *text,
                                       LesTextRange  range);
LesTextRange les_words_snap           (LesText      *text,
                                       LesTextRange  range);
LesTextRange les_words_snap_graphemes (LesText      *text,
                                       LesTextRange  range);

G_END_DECLS
