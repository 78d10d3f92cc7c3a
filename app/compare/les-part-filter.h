/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define LES_PART_FILTER_MAX_BYTES 60

/**
 * LesPartFilter:
 *
 * Tells quickly that a stretch of a word is not among many known words (a Bloom
 * filter of one hash that every stretch has at no cost).
 */
typedef struct _LesPartFilter LesPartFilter;

LesPartFilter *les_part_filter_new       (guint          n_words);
void           les_part_filter_free      (LesPartFilter *self);
gboolean       les_part_filter_hash      (const char    *word,
                                          guint32       *hash);
void           les_part_filter_add       (LesPartFilter *self,
                                          guint32        hash);
void           les_part_filter_open_word (LesPartFilter *self,
                                          const char    *word,
                                          gsize          n_bytes);
gboolean       les_part_filter_may_have  (LesPartFilter *self,
                                          gsize          start,
                                          gsize          end);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LesPartFilter, les_part_filter_free)

G_END_DECLS
