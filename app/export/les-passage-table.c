/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-passage-table.h"

#include "les-passage-pieces.h"
#include "les-unmatched.h"

/**
 * LesPassageTable:
 *
 * Two articles as a table: each match a row, in the order of the left text, and
 * between them a row for each passage without counterpart, where it stands in
 * its own text. What stands on the right only goes before the next match that
 * both texts have in one order. Owns what it shows; never changes.
 */
struct _LesPassageTable
{
  LesArticle *articles[LES_N_SIDES];
  LesMatchSet *matches;       /* owns the matches of the rows */
  GArray *rows;               /* of LesPassageRow */
};

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const LesPassageRow *x = a;
  const LesPassageRow *y = b;
  int order = les_text_range_compare (x->left, y->left);

  return order != 0 ? order : les_text_range_compare (x->right, y->right);
}

static GArray *
list_matched (GPtrArray *matches, LesSide side)
{
  GArray *ranges = g_array_new (FALSE, FALSE, sizeof (LesTextRange));

  for (guint i = 0; i < matches->len; i++)
    {
      LesTextRange range = les_match_get_range (matches->pdata[i], side);

      g_array_append_val (ranges, range);
    }
  return ranges;
}

static GArray *
find_unmatched (LesPassageTable *self, GPtrArray *matches, LesSide side)
{
  g_autoptr (GArray) matched = list_matched (matches, side);

  return les_unmatched_find (les_article_get_document (self->articles[side]), matched, TRUE);
}

static GArray *
list_left_rows (LesPassageTable *self, GPtrArray *matches)
{
  g_autoptr (GArray) unmatched = find_unmatched (self, matches, LES_SIDE_LEFT);
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (LesPassageRow));

  for (guint i = 0; i < matches->len; i++)
    {
      const LesMatch *match = matches->pdata[i];
      LesPassageRow row = { match, match->left, match->right };

      g_array_append_val (rows, row);
    }
  for (guint i = 0; i < unmatched->len; i++)
    {
      LesPassageRow row = { NULL, g_array_index (unmatched, LesTextRange, i), LES_TEXT_RANGE (0, 0) };

      g_array_append_val (rows, row);
    }
  g_array_sort (rows, compare_rows);
  return rows;
}

static void
append_right_rows (GArray *rows, GArray *unmatched, guint *next, int before)
{
  for (; *next < unmatched->len && g_array_index (unmatched, LesTextRange, *next).start < before; (*next)++)
    {
      LesPassageRow row = { NULL, LES_TEXT_RANGE (0, 0), g_array_index (unmatched, LesTextRange, *next) };

      g_array_append_val (rows, row);
    }
}

static void
fill (LesPassageTable *self, GPtrArray *matches)
{
  g_autoptr (GArray) left = list_left_rows (self, matches);
  g_autoptr (GArray) right = find_unmatched (self, matches, LES_SIDE_RIGHT);
  guint next = 0;

  for (guint i = 0; i < left->len; i++)
    {
      LesPassageRow row = g_array_index (left, LesPassageRow, i);

      if (row.match != NULL && !row.match->moved)
        append_right_rows (self->rows, right, &next, row.right.start);
      g_array_append_val (self->rows, row);
    }
  append_right_rows (self->rows, right, &next, G_MAXINT);
}

static void
clear_table (gpointer data)
{
  LesPassageTable *self = data;

  for (int side = 0; side < LES_N_SIDES; side++)
    g_object_unref (self->articles[side]);
  les_match_set_unref (self->matches);
  g_array_unref (self->rows);
}

static LesPassageTable *
make_table (LesArticle *left, LesArticle *right, LesMatchSet *set, GPtrArray *matches)
{
  LesPassageTable *self = g_rc_box_new0 (LesPassageTable);

  self->articles[LES_SIDE_LEFT] = g_object_ref (left);
  self->articles[LES_SIDE_RIGHT] = g_object_ref (right);
  self->matches = les_match_set_ref (set);
  self->rows = g_array_new (FALSE, FALSE, sizeof (LesPassageRow));
  fill (self, matches);
  return self;
}

/**
 * les_passage_table_new:
 * @matches: of these two articles; possible ones are left out
 *
 * Returns: (transfer full)
 */
LesPassageTable *
les_passage_table_new (LesArticle *left, LesArticle *right, LesMatchSet *matches)
{
  g_autoptr (GPtrArray) wanted = g_ptr_array_new ();

  g_return_val_if_fail (left != NULL && right != NULL && matches != NULL, NULL);

  for (guint i = 0; i < les_match_set_get_n (matches); i++)
    if (les_match_set_get (matches, i)->grade != LES_GRADE_POSSIBLE)
      g_ptr_array_add (wanted, (gpointer) les_match_set_get (matches, i));
  return make_table (left, right, matches, wanted);
}

/**
 * les_passage_table_new_for_session:
 *
 * What the user sees: without rejected matches, with possible ones if they are shown.
 *
 * Returns: (transfer full) (nullable): NULL while nothing is compared
 */
LesPassageTable *
les_passage_table_new_for_session (LesSession *session)
{
  g_autoptr (GPtrArray) wanted = g_ptr_array_new ();
  LesMatchSet *matches = les_session_get_matches (session);
  gboolean possible = (les_session_get_layers (session) & LES_LAYER_POSSIBLE) != 0;

  if (matches == NULL || !les_session_is_comparing (session))
    return NULL;
  for (guint i = 0; i < les_session_get_n_kept (session); i++)
    {
      const LesMatch *match = les_session_get_kept (session, i);

      if (possible || match->grade != LES_GRADE_POSSIBLE)
        g_ptr_array_add (wanted, (gpointer) match);
    }
  return make_table (les_session_get_article (session, LES_SIDE_LEFT),
                     les_session_get_article (session, LES_SIDE_RIGHT), matches, wanted);
}

/** Not for several threads at once. */
LesPassageTable *
les_passage_table_ref (LesPassageTable *self)
{
  return g_rc_box_acquire (self);
}

void
les_passage_table_unref (LesPassageTable *self)
{
  g_rc_box_release_full (self, clear_table);
}

/** Returns: (transfer none) */
LesArticle *
les_passage_table_get_article (LesPassageTable *self, LesSide side)
{
  return self->articles[side];
}

/** Returns: (transfer none): what the ranges of that side count in */
LesText *
les_passage_table_get_text (LesPassageTable *self, LesSide side)
{
  return les_article_get_text (self->articles[side]);
}

guint
les_passage_table_get_n_rows (LesPassageTable *self)
{
  return self->rows->len;
}

const LesPassageRow *
les_passage_table_get_row (LesPassageTable *self, guint index)
{
  g_return_val_if_fail (index < self->rows->len, NULL);

  return &g_array_index (self->rows, LesPassageRow, index);
}

LesTextRange
les_passage_row_get_range (const LesPassageRow *row, LesSide side)
{
  return side == LES_SIDE_LEFT ? row->left : row->right;
}

/** Returns: (transfer full) (element-type LesPiece): the passage of that side, differences marked */
GArray *
les_passage_row_get_pieces (const LesPassageRow *row, LesSide side)
{
  if (row->match != NULL)
    return les_passage_pieces_new (row->match, side);
  return les_passage_pieces_new_plain (les_passage_row_get_range (row, side));
}
