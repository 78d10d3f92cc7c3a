/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-slice.h"

G_BEGIN_DECLS

/**
 * LesPattern:
 *
 * A regular expression of the source code: compiled when it is first used,
 * from any thread, and kept. Blanks in it do not count (PCRE's x).
 */
typedef struct
{
  const char *source;
  gsize regex;
} LesPattern;

#define LES_PATTERN(source) { (source), 0 }

gboolean les_pattern_match (LesPattern *self,
                            LesSlice    within,
                            LesSlice   *groups,
                            guint       n_groups);

G_END_DECLS
