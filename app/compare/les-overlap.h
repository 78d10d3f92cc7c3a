/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LesWordHashes: the words of a text, one hash for each
 */
typedef struct
{
  const guint32 *words;
  guint n;
} LesWordHashes;

/**
 * LesOverlap:
 * @left: first word in the left text
 * @left_end: the word behind the last
 * @n_equal: how many of its words both texts have
 *
 * A stretch that stands in both texts, perhaps lightly edited.
 */
typedef struct
{
  guint left;
  guint left_end;
  guint right;
  guint right_end;
  guint n_equal;
} LesOverlap;

LesOverlap les_overlap_grow (LesWordHashes left,
                             LesWordHashes right,
                             guint         left_word,
                             guint         right_word,
                             guint         left_limit);

G_END_DECLS
