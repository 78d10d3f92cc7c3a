/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-aligner.h"
#include "les-match.h"
#include "les-word-book.h"

G_BEGIN_DECLS

void les_word_diff_align (LesAligner      *aligner,
                          guint            left_start,
                          guint            left_end,
                          guint            right_start,
                          guint            right_end,
                          GArray          *runs);
void les_word_diff_fill  (const LesTokens *left,
                          guint            left_start,
                          guint            left_end,
                          const LesTokens *right,
                          guint            right_start,
                          guint            right_end,
                          const GArray    *runs,
                          LesWordBook     *book,
                          GArray          *differences);

G_END_DECLS
