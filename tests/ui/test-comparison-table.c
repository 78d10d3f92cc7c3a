/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-comparison-print.h"
#include "les-comparison-table.h"
#include "les-counterparts.h"
#include "les-passage-item.h"
#include "les-passage-words.h"

#include <glib/gstdio.h>

#include "pane-fixture.h"
#include "finding.h"

/* In the place of the texts, which hold the view of the fixture. */
static GtkWidget *
show_table (PaneFixture *fixture)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *table = les_comparison_table_new (fixture->session);

  gtk_window_set_default_size (GTK_WINDOW (window), 700, 500);
  gtk_window_set_child (GTK_WINDOW (window), table);
  gtk_window_present (GTK_WINDOW (window));
  spend (100);
  return table;
}

static void
drop_table (GtkWidget *table)
{
  gpointer watched = table;

  g_object_add_weak_pointer (watched, &watched);
  gtk_window_destroy (GTK_WINDOW (gtk_widget_get_root (table)));
  spend (50);
  g_assert_null (watched);
}

static GListModel *
get_rows (GtkWidget *table)
{
  return G_LIST_MODEL (gtk_list_view_get_model (find_type (table, GTK_TYPE_LIST_VIEW)));
}

static const char *
get_page (GtkWidget *table)
{
  return gtk_stack_get_visible_child_name (find_type (table, GTK_TYPE_STACK));
}

static void
test_rows (PaneFixture *fixture, gconstpointer data)
{
  GtkWidget *table = show_table (fixture);
  guint n_matches = 0;
  guint n;

  g_assert_cmpstr (get_page (table), ==, "table");
  n = g_list_model_get_n_items (get_rows (table));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (LesPassageItem) item = g_list_model_get_item (get_rows (table), i);

      n_matches += les_passage_item_get_row (item)->match != NULL;
    }
  g_assert_cmpuint (n_matches, ==, les_session_get_n_kept (fixture->session));
  g_assert_cmpuint (n, >, n_matches);
  drop_table (table);
}

static void
test_rejected_leaves (PaneFixture *fixture, gconstpointer data)
{
  GtkWidget *table = show_table (fixture);
  const LesMatch *match = les_session_get_kept (fixture->session, 0);
  LesTextRange left = match->left;
  gboolean unmatched = FALSE;

  les_session_set_rejected (fixture->session, (LesRejection) { match->left, match->right }, TRUE);
  for (guint i = 0; i < g_list_model_get_n_items (get_rows (table)); i++)
    {
      g_autoptr (LesPassageItem) item = g_list_model_get_item (get_rows (table), i);
      const LesPassageRow *row = les_passage_item_get_row (item);

      unmatched |= row->match == NULL && les_text_range_overlaps (row->left, left);
    }
  g_assert_true (unmatched);
  drop_table (table);
}

static void
test_pages (PaneFixture *fixture, gconstpointer data)
{
  GtkWidget *table = show_table (fixture);

  les_session_compare_again (fixture->session);
  g_assert_cmpstr (get_page (table), ==, "nothing");
  les_session_cancel_comparing (fixture->session);
  g_assert_cmpstr (get_page (table), ==, "nothing");
  les_session_open_pair (fixture->session, "left", NULL);
  g_assert_cmpstr (get_page (table), ==, "nothing");
  drop_table (table);
}

static void
test_activate (PaneFixture *fixture, gconstpointer data)
{
  GtkWidget *table = show_table (fixture);

  for (guint i = 0; i < g_list_model_get_n_items (get_rows (table)); i++)
    {
      g_autoptr (LesPassageItem) item = g_list_model_get_item (get_rows (table), i);
      const LesPassageRow *row = les_passage_item_get_row (item);

      g_signal_emit_by_name (find_type (table, GTK_TYPE_LIST_VIEW), "activate", i);
      if (row->match != NULL)
        g_assert_true (les_session_get_shown (fixture->session,
                                              (guint) les_session_get_current_match (fixture->session)) == row->match);
      else
        {
          LesSide side = les_session_get_active_side (fixture->session);

          g_assert_true (les_text_range_equal (les_session_get_selection (fixture->session, side),
                                               les_passage_row_get_range (row, side)));
        }
    }
  drop_table (table);
}

/* The next match is the next row that is one, and back again. */
static void
test_current_match (PaneFixture *fixture, gconstpointer data)
{
  GtkWidget *table = show_table (fixture);
  GtkSingleSelection *selection = GTK_SINGLE_SELECTION (get_rows (table));
  guint n = g_list_model_get_n_items (get_rows (table));

  g_assert_cmpuint (gtk_single_selection_get_selected (selection), ==, GTK_INVALID_LIST_POSITION);
  for (guint i = 0; i < les_session_get_n_shown (fixture->session); i++)
    {
      LesPassageItem *item;

      les_session_set_current_match (fixture->session, (int) i);
      item = gtk_single_selection_get_selected_item (selection);
      g_assert_nonnull (item);
      g_assert_true (les_passage_item_get_row (item)->match == les_session_get_shown (fixture->session, i));
    }
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (LesPassageItem) item = g_list_model_get_item (get_rows (table), i);
      int current;

      gtk_selection_model_select_item (GTK_SELECTION_MODEL (selection), i, TRUE);
      current = les_session_get_current_match (fixture->session);
      g_assert_true ((current >= 0 ? les_session_get_shown (fixture->session, (guint) current) : NULL)
                     == les_passage_item_get_row (item)->match);
      g_assert_cmpuint (gtk_single_selection_get_selected (selection), ==, i);
    }
  drop_table (table);
}

static char *
dup_words (LesPassageTable *table, const LesPassageRow *row, int max_chars)
{
  g_autoptr (GArray) pieces = les_passage_row_get_pieces (row, LES_SIDE_LEFT);
  PangoAttrList *attributes;
  char *words = les_passage_words_dup (les_passage_table_get_text (table, LES_SIDE_LEFT), pieces, max_chars, &attributes);

  pango_attr_list_unref (attributes);
  return words;
}

/* Whole when there is no limit, wherever in the text it stands; cut by characters otherwise. */
static void
test_words (PaneFixture *fixture, gconstpointer data)
{
  g_autoptr (LesPassageTable) table = les_passage_table_new_for_session (fixture->session);

  for (guint i = 0; i < les_passage_table_get_n_rows (table); i++)
    {
      const LesPassageRow *row = les_passage_table_get_row (table, i);
      g_autofree char *whole = dup_words (table, row, G_MAXINT);
      g_autofree char *exact = dup_words (table, row, MAX (1, les_text_range_length (row->left)));
      g_autofree char *cut = dup_words (table, row, 7);

      g_assert_cmpint (g_utf8_strlen (whole, -1), >=, les_text_range_length (row->left));
      g_assert_cmpstr (whole, ==, exact);
      if (!les_text_range_is_empty (row->left))
        g_assert_true (g_str_has_suffix (cut, "…") && g_utf8_strlen (cut, -1) >= 8);
    }
}

static void
test_print (PaneFixture *fixture, gconstpointer data)
{
  g_autoptr (LesPassageTable) table = les_passage_table_new_for_session (fixture->session);
  g_autoptr (GtkPrintOperation) operation = les_comparison_print_new (table);
  g_autofree char *path = NULL;
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  int fd = g_file_open_tmp ("lesart-XXXXXX.pdf", &path, &error);
  int n_pages = 0;
  gsize length;

  g_assert_no_error (error);
  close (fd);
  gtk_print_operation_set_export_filename (operation, path);
  g_assert_cmpint (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error), ==,
                   GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_no_error (error);
  g_object_get (operation, "n-pages", &n_pages, NULL);
  g_assert_cmpint (n_pages, >, 2);
  g_assert_true (g_file_get_contents (path, &contents, &length, &error));
  g_assert_true (g_str_has_prefix (contents, "%PDF"));
  g_remove (path);
}

static LesCounterparts *
ask (PaneFixture *fixture, LesSide side, LesTextRange range)
{
  LesCounterparts *counterparts;

  les_session_set_active_side (fixture->session, side);
  les_session_set_selection (fixture->session, side, range);
  les_compare_view_find_counterpart (LES_COMPARE_VIEW (fixture->view));
  counterparts = find_type (fixture->view, LES_TYPE_COUNTERPARTS);
  for (int i = 0; i < 100 && counterparts != NULL && les_counterparts_get_n_found (counterparts) == 0; i++)
    spend (50);
  return counterparts;
}

static void
test_counterparts (PaneFixture *fixture, gconstpointer data)
{
  const LesMatch *match = les_session_get_kept (fixture->session, 3);
  LesCounterparts *counterparts = ask (fixture, LES_SIDE_RIGHT, match->right);
  LesTextRange other;

  g_assert_nonnull (counterparts);
  g_assert_cmpuint (les_counterparts_get_n_found (counterparts), >=, 1);
  g_assert_cmpuint (les_counterparts_get_n_found (counterparts), <=, 3);
  les_counterparts_choose (counterparts, 0);
  other = les_session_get_selection (fixture->session, LES_SIDE_LEFT);
  g_assert_true (les_text_range_overlaps (other, match->left));
  spend (400);
  {
    LesTextRange left = les_reader_to_display (get_reader (fixture, LES_SIDE_LEFT), other);
    LesTextRange right = les_reader_to_display (get_reader (fixture, LES_SIDE_RIGHT), match->right);
    double tops[LES_N_SIDES];
    double unused;

    les_reader_get_extents (get_reader (fixture, LES_SIDE_LEFT), left, &tops[LES_SIDE_LEFT], &unused);
    les_reader_get_extents (get_reader (fixture, LES_SIDE_RIGHT), right, &tops[LES_SIDE_RIGHT], &unused);
    for (int side = 0; side < LES_N_SIDES; side++)
      tops[side] -= gtk_adjustment_get_value (les_reader_get_adjustment (get_reader (fixture, side)));
    g_assert_cmpfloat_with_epsilon (tops[LES_SIDE_LEFT], tops[LES_SIDE_RIGHT], 2.0);
  }
}

static void
test_no_counterparts_of_nothing (PaneFixture *fixture, gconstpointer data)
{
  g_assert_null (ask (fixture, LES_SIDE_LEFT, LES_TEXT_RANGE (5, 5)));
  les_session_open_pair (fixture->session, "left", NULL);
  g_assert_null (ask (fixture, LES_SIDE_LEFT, LES_TEXT_RANGE (5, 50)));
}

/* The articles go while it is looking. */
static void
test_counterparts_too_late (PaneFixture *fixture, gconstpointer data)
{
  les_session_set_selection (fixture->session, LES_SIDE_LEFT, LES_TEXT_RANGE (5, 400));
  les_compare_view_find_counterpart (LES_COMPARE_VIEW (fixture->view));
  les_compare_view_find_counterpart (LES_COMPARE_VIEW (fixture->view));
  les_session_open_pair (fixture->session, "left", NULL);
  spend (300);
}

#define add(path, func) g_test_add (path, PaneFixture, NULL, set_up_pair, func, tear_down)

int
main (int argc, char **argv)
{
  start_tests (&argc, &argv);
  add ("/comparison-table/rows", test_rows);
  add ("/comparison-table/rejected-leaves", test_rejected_leaves);
  add ("/comparison-table/pages", test_pages);
  add ("/comparison-table/activate", test_activate);
  add ("/comparison-table/current-match", test_current_match);
  add ("/comparison-table/words", test_words);
  add ("/comparison-table/print", test_print);
  add ("/comparison-table/counterparts", test_counterparts);
  add ("/comparison-table/no-counterparts-of-nothing", test_no_counterparts_of_nothing);
  add ("/comparison-table/counterparts-too-late", test_counterparts_too_late);
  return g_test_run ();
}
