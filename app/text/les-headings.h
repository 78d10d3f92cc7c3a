/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-block.h"
#include "les-slice.h"

G_BEGIN_DECLS

/**
 * LesPiece:
 * @slice: the words, trimmed, never empty
 * @role: what it is, as far as known yet
 * @starts_paragraph: whether a paragraph starts here
 * @ends_paragraph: whether one ends here
 * @has_dateline: whether a dateline stands before it in its paragraph
 *
 * A block while it is being recognised, in bytes.
 */
typedef struct
{
  LesSlice slice;
  LesBlockRole role;
  gboolean starts_paragraph;
  gboolean ends_paragraph;
  gboolean has_dateline;
} LesPiece;

gboolean les_headings_is_shaped     (LesSlice slice);
void     les_headings_assign        (GArray  *pieces);

G_END_DECLS
