/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-passage-pieces.h"

static int
compare_marks (gconstpointer a, gconstpointer b)
{
  const LesPiece *x = a;
  const LesPiece *y = b;

  if (x->range.start != y->range.start)
    return x->range.start < y->range.start ? -1 : 1;
  return (int) y->kind - (int) x->kind;
}

static LesPieceKind
choose_kind (const LesDifference *difference, LesSide side)
{
  LesTextRange here = side == LES_SIDE_LEFT ? difference->left : difference->right;
  LesTextRange there = side == LES_SIDE_LEFT ? difference->right : difference->left;

  if (les_text_range_is_empty (here))
    return LES_PIECE_ONLY_THERE;
  if (difference->moved)
    return LES_PIECE_MOVED;
  return les_text_range_is_empty (there) ? LES_PIECE_ONLY_HERE : LES_PIECE_CHANGED;
}

/* Of a reworded passage only what disagrees: nearly every word is another one.
 * Of a quotation that was taken over the words say more than the whole of it. */
static GArray *
collect_marks (const LesMatch *match, LesSide side)
{
  GArray *marks = g_array_new (FALSE, FALSE, sizeof (LesPiece));

  for (guint i = 0; i < match->details->len; i++)
    {
      const LesDetail *detail = &g_array_index (match->details, LesDetail, i);
      LesPiece mark = { side == LES_SIDE_LEFT ? detail->left : detail->right, LES_PIECE_DETAIL };

      if (detail->kind == LES_DETAIL_QUOTATION && match->kind != LES_MATCH_REWORDED)
        continue;
      if (!les_text_range_is_empty (mark.range))
        g_array_append_val (marks, mark);
    }
  for (guint i = 0; match->kind != LES_MATCH_REWORDED && i < match->differences->len; i++)
    {
      const LesDifference *difference = &g_array_index (match->differences, LesDifference, i);
      LesPiece mark = { side == LES_SIDE_LEFT ? difference->left : difference->right, choose_kind (difference, side) };

      g_array_append_val (marks, mark);
    }
  g_array_sort (marks, compare_marks);
  return marks;
}

static void
append_piece (GArray *pieces, int start, int end, LesPieceKind kind)
{
  LesPiece piece = { LES_TEXT_RANGE (start, end), kind };

  if (end > start || kind == LES_PIECE_ONLY_THERE)
    g_array_append_val (pieces, piece);
}

/* The first detail that begins inside a mark and is to stand out in it; the
 * number of marks if there is none. */
static guint
find_detail (GArray *marks, guint index)
{
  const LesPiece *mark = &g_array_index (marks, LesPiece, index);

  for (guint i = index + 1; i < marks->len && mark->kind != LES_PIECE_DETAIL; i++)
    {
      const LesPiece *next = &g_array_index (marks, LesPiece, i);

      if (next->range.start >= mark->range.end)
        break;
      if (next->kind == LES_PIECE_DETAIL)
        return i;
    }
  return marks->len;
}

/* Cuts a mark in three at a detail inside it: the rest is a mark of its own. */
static void
split_at_detail (GArray *marks, guint index)
{
  guint detail = find_detail (marks, index);
  LesPiece *mark = &g_array_index (marks, LesPiece, index);
  LesPiece rest = *mark;
  guint at = detail;

  if (detail == marks->len)
    return;
  mark->range.end = g_array_index (marks, LesPiece, detail).range.start;
  rest.range.start = g_array_index (marks, LesPiece, detail).range.end;
  if (rest.range.start >= rest.range.end)
    return;
  while (at < marks->len && g_array_index (marks, LesPiece, at).range.start <= rest.range.start)
    at++;
  g_array_insert_val (marks, at, rest);
}

/**
 * les_passage_pieces_new:
 *
 * Cuts the passage of one side into what is the same on both sides and what
 * differs. The pieces cover the passage, in the order of the text.
 *
 * Returns: (transfer full) (element-type LesPiece)
 */
GArray *
les_passage_pieces_new (const LesMatch *match, LesSide side)
{
  g_autoptr (GArray) marks = collect_marks (match, side);
  GArray *pieces = g_array_new (FALSE, FALSE, sizeof (LesPiece));
  LesTextRange whole = les_match_get_range (match, side);
  int from = whole.start;

  for (guint i = 0; i < marks->len; i++)
    {
      LesPiece mark;
      int start;
      int end;

      split_at_detail (marks, i);
      mark = g_array_index (marks, LesPiece, i);
      if (mark.kind == LES_PIECE_ONLY_THERE && mark.range.start < from)
        continue;
      start = CLAMP (mark.range.start, from, whole.end);
      end = CLAMP (mark.range.end, start, whole.end);
      append_piece (pieces, from, start, LES_PIECE_SAME);
      append_piece (pieces, start, end, mark.kind);
      from = end;
    }
  append_piece (pieces, from, whole.end, LES_PIECE_SAME);
  return pieces;
}

/** Returns: (transfer full) (element-type LesPiece): one piece; none for an empty range */
GArray *
les_passage_pieces_new_plain (LesTextRange range)
{
  GArray *pieces = g_array_new (FALSE, FALSE, sizeof (LesPiece));

  append_piece (pieces, range.start, range.end, LES_PIECE_SAME);
  return pieces;
}
