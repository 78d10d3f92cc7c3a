/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-session.h"

G_BEGIN_DECLS

/**
 * LesPieceKind:
 * @LES_PIECE_SAME: nothing to say
 * @LES_PIECE_CHANGED: other words there
 * @LES_PIECE_ONLY_HERE: nothing in its place there
 * @LES_PIECE_ONLY_THERE: an empty piece where the other side has more
 * @LES_PIECE_MOVED: the same words stand elsewhere in the match
 * @LES_PIECE_DETAIL: a number, date, name ... that disagrees
 */
typedef enum
{
  LES_PIECE_SAME,
  LES_PIECE_CHANGED,
  LES_PIECE_ONLY_HERE,
  LES_PIECE_ONLY_THERE,
  LES_PIECE_MOVED,
  LES_PIECE_DETAIL,
} LesPieceKind;

/**
 * LesPiece: a stretch of a passage, in Unicode characters of the article's text
 */
typedef struct
{
  LesTextRange range;
  LesPieceKind kind;
} LesPiece;

GArray *les_passage_pieces_new (const LesMatch *match,
                                LesSide         side);
GArray *les_passage_pieces_new_plain (LesTextRange range);

G_END_DECLS
