/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "les-comparer.h"
#include "les-export-comparison-csv.h"
#include "les-export-comparison-html.h"
#include "les-passage-pieces.h"
#include "les-passage-table.h"
#include "les-unmatched.h"

/* An invented event as two desks reported it. */
static const char left_words[] =
  "Ferry runs aground off Marsk\n\n"
  "The ferry Lillebjerg ran aground off the island of Marsk on Monday evening, the harbour police said. "
  "Nobody knew at first how that could happen.\n\n"
  "Cows watched from the dyke. <b>\"All 84 passengers are well,\" captain Oda Rehm told the evening news.</b>\n";
static const char right_words[] =
  "A quiet evening otherwise.\n\n"
  "\"All 86 passengers are well,\" captain Oda Rehm told the evening news. "
  "The ferry Lillebjerg ran aground off the island of Marsk late on Monday evening, the harbour police said.\n";

static LesArticle *
make_article (const char *id, const char *words)
{
  g_autoptr (LesText) text = les_text_new (words, -1);
  LesArticle *article = les_article_new (id, text);

  les_article_set (article, LES_ARTICLE_LANGUAGE, "en");
  return article;
}

static LesPassageTable *
make_table (const char *left, const char *right)
{
  g_autoptr (LesArticle) left_article = make_article ("left", left);
  g_autoptr (LesArticle) right_article = make_article ("right", right);
  g_autoptr (LesMatchSet) matches = les_compare (les_article_get_document (left_article),
                                                 les_article_get_document (right_article), -1, NULL, NULL);

  return les_passage_table_new (left_article, right_article, matches);
}

/* Every sentence of both texts stands in the table, in its text's order but for what moved. */
static void
test_rows (void)
{
  g_autoptr (LesPassageTable) table = make_table (left_words, right_words);
  guint n_matches = 0;
  guint n_left = 0;
  guint n_right = 0;
  int last_left = -1;

  for (guint i = 0; i < les_passage_table_get_n_rows (table); i++)
    {
      const LesPassageRow *row = les_passage_table_get_row (table, i);

      n_matches += row->match != NULL;
      n_left += row->match == NULL && les_text_range_is_empty (row->right);
      n_right += row->match == NULL && les_text_range_is_empty (row->left);
      if (les_text_range_is_empty (row->left))
        continue;
      g_assert_cmpint (row->left.start, >=, last_left);
      last_left = row->left.start;
    }
  g_assert_cmpuint (n_matches, >=, 2);
  g_assert_cmpuint (n_left, >=, 2);
  g_assert_cmpuint (n_right, ==, 1);
}

static void
test_pieces_cover (void)
{
  g_autoptr (LesPassageTable) table = make_table (left_words, right_words);
  gboolean detail = FALSE;

  for (guint i = 0; i < les_passage_table_get_n_rows (table); i++)
    for (int side = 0; side < LES_N_SIDES; side++)
      {
        const LesPassageRow *row = les_passage_table_get_row (table, i);
        LesTextRange range = les_passage_row_get_range (row, side);
        g_autoptr (GArray) pieces = les_passage_row_get_pieces (row, side);
        int at = range.start;

        for (guint k = 0; k < pieces->len; k++)
          {
            const LesPiece *piece = &g_array_index (pieces, LesPiece, k);

            g_assert_cmpint (piece->range.start, ==, at);
            g_assert_cmpint (piece->range.end, >=, at);
            at = piece->range.end;
            detail |= piece->kind == LES_PIECE_DETAIL;
          }
        g_assert_cmpint (at, ==, range.end);
      }
  g_assert_true (detail);
}

/* Marks that overlap in every way must still give pieces that cover the passage. */
static void
test_pieces_of_odd_marks (void)
{
  for (guint seed = 0; seed < 2000; seed++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      g_autoptr (LesMatch) match = les_match_new (LES_TEXT_RANGE (10, 40), LES_TEXT_RANGE (0, 5), LES_MATCH_EDITED,
                                                  LES_GRADE_ASSERTED, 700);
      g_autoptr (GArray) pieces = NULL;
      int at = 10;

      for (int i = g_rand_int_range (random, 0, 5); i > 0; i--)
        {
          int start = g_rand_int_range (random, 5, 44);
          LesDifference difference = { { start, start + g_rand_int_range (random, 0, 12) }, { 2, 2 }, FALSE };

          g_array_append_val (les_match_edit_differences (match), difference);
        }
      for (int i = g_rand_int_range (random, 0, 4); i > 0; i--)
        {
          int start = g_rand_int_range (random, 5, 44);
          LesDetail detail = { LES_DETAIL_NUMBER, { start, start + g_rand_int_range (random, 0, 9) }, { 1, 2 } };

          g_array_append_val (les_match_edit_details (match), detail);
        }
      pieces = les_passage_pieces_new (match, LES_SIDE_LEFT);
      for (guint k = 0; k < pieces->len; k++)
        {
          const LesPiece *piece = &g_array_index (pieces, LesPiece, k);

          g_assert_cmpint (piece->range.start, ==, at);
          g_assert_cmpint (piece->range.end, >=, at);
          at = piece->range.end;
        }
      g_assert_cmpint (at, ==, 40);
    }
}

static guint
count_lines (const char *text)
{
  guint n = 0;

  for (const char *p = text; (p = strstr (p, "\r\n")) != NULL; p += 2)
    n++;
  return n;
}

static void
test_csv (void)
{
  g_autoptr (LesPassageTable) table = make_table (left_words, right_words);
  g_autoptr (GString) out = g_string_new (NULL);

  les_export_comparison_csv (table, out, NULL);
  g_assert_true (g_str_has_prefix (out->str, "\xEF\xBB\xBFrow,kind,grade,moved,score,left_start,"));
  g_assert_cmpuint (count_lines (out->str), ==, les_passage_table_get_n_rows (table) + 1);
  g_assert_nonnull (strstr (out->str, "number: 84 | 86"));
  g_assert_nonnull (strstr (out->str, ",\"unmatched\",,,,,,,"));
}

static void
test_html (void)
{
  g_autoptr (LesPassageTable) table = make_table (left_words, right_words);
  g_autoptr (GString) out = g_string_new (NULL);

  les_export_comparison_html (table, out, NULL);
  g_assert_nonnull (strstr (out->str, "<strong>84</strong>"));
  g_assert_nonnull (strstr (out->str, "<strong>86</strong>"));
  g_assert_nonnull (strstr (out->str, "No counterpart found"));
  g_assert_nonnull (strstr (out->str, "&lt;"));
  g_assert_null (strstr (out->str, "<b>\"All"));
  g_assert_true (g_str_has_suffix (out->str, "</html>\n"));
}

static void
test_nothing_in_common (void)
{
  g_autoptr (LesPassageTable) table = make_table ("One thing.\n", "");
  g_autoptr (GString) out = g_string_new (NULL);

  g_assert_cmpuint (les_passage_table_get_n_rows (table), ==, 1);
  g_assert_null (les_passage_table_get_row (table, 0)->match);
  les_export_comparison_csv (table, out, NULL);
  les_export_comparison_html (table, out, NULL);
}

static void
test_unmatched (void)
{
  g_autoptr (LesArticle) article = make_article ("a", "First one here. Second one here. Third one here.\n\nFourth one.\n");
  g_autoptr (GArray) matched = g_array_new (FALSE, FALSE, sizeof (LesTextRange));
  g_autoptr (GArray) all = les_unmatched_find (les_article_get_document (article), matched, TRUE);
  g_autoptr (GArray) found = NULL;
  LesTextRange second = les_text_find (les_article_get_text (article), "Second one here.", 0);
  LesTextRange part = LES_TEXT_RANGE (second.start, second.start + 3);

  g_assert_cmpuint (all->len, ==, 2);
  g_array_append_val (matched, part);
  g_array_append_val (matched, part);
  found = les_unmatched_find (les_article_get_document (article), matched, TRUE);
  g_assert_cmpuint (found->len, ==, 2);
  g_clear_pointer (&found, g_array_unref);
  g_array_append_val (matched, second);
  found = les_unmatched_find (les_article_get_document (article), matched, TRUE);
  g_assert_cmpuint (found->len, ==, 3);
  g_assert_cmpint (g_array_index (found, LesTextRange, 1).start, >, second.end);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/export-comparison/rows", test_rows);
  g_test_add_func ("/export-comparison/pieces-cover", test_pieces_cover);
  g_test_add_func ("/export-comparison/pieces-of-odd-marks", test_pieces_of_odd_marks);
  g_test_add_func ("/export-comparison/csv", test_csv);
  g_test_add_func ("/export-comparison/html", test_html);
  g_test_add_func ("/export-comparison/nothing-in-common", test_nothing_in_common);
  g_test_add_func ("/export-comparison/unmatched", test_unmatched);
  return g_test_run ();
}
