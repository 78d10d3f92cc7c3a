/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-text-range.h"

G_BEGIN_DECLS

/**
 * LesRangeIndex:
 *
 * Ranges with a number each, of which those that touch a stretch of text are
 * found without looking at the others: sorted by start, with the running
 * maximum of the ends. An empty range counts as the character behind it.
 */
typedef struct _LesRangeIndex LesRangeIndex;

typedef struct
{
  LesTextRange range;
  guint id;
} LesRangeEntry;

typedef struct
{
  LesRangeIndex *index;
  LesTextRange range;
  guint next;
} LesRangeIter;

LesRangeIndex       *les_range_index_new   (void);
void                 les_range_index_free  (LesRangeIndex *self);
void                 les_range_index_clear (LesRangeIndex *self);
void                 les_range_index_add   (LesRangeIndex *self,
                                            LesTextRange   range,
                                            guint          id);
guint                les_range_index_get_n (LesRangeIndex *self);
const LesRangeEntry *les_range_index_get   (LesRangeIndex *self,
                                            guint          position);

void                 les_range_iter_init   (LesRangeIter  *iter,
                                            LesRangeIndex *index,
                                            LesTextRange   range);
const LesRangeEntry *les_range_iter_next   (LesRangeIter  *iter);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LesRangeIndex, les_range_index_free)

G_END_DECLS
