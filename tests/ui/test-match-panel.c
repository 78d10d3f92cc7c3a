/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-match-panel.h"

#include <adwaita.h>

#include "annotating-fixture.h"
#include "finding.h"
#include "les-match-item.h"

typedef struct
{
  LesSession *session;
  GtkWidget *window;
  LesMatchPanel *panel;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->session = make_session ();
  fixture->window = gtk_window_new ();
  fixture->panel = LES_MATCH_PANEL (les_match_panel_new (fixture->session));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 300, 600);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->panel));
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gpointer panel = fixture->panel;

  g_object_add_weak_pointer (panel, &panel);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  wait_until (panel == NULL);
  drop_session (fixture->session);
}

/* The drop-down above has a stack and a list of its own. */
static GtkStack *
get_pages (Fixture *fixture)
{
  GtkWidget *box = gtk_widget_get_first_child (GTK_WIDGET (fixture->panel));

  for (GtkWidget *child = gtk_widget_get_first_child (box); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_STACK (child))
      return GTK_STACK (child);
  g_assert_not_reached ();
}

static const char *
get_page (Fixture *fixture)
{
  return gtk_stack_get_visible_child_name (get_pages (fixture));
}

static GtkSelectionModel *
get_model (Fixture *fixture)
{
  return gtk_list_view_get_model (find_type (GTK_WIDGET (get_pages (fixture)), GTK_TYPE_LIST_VIEW));
}

static void
test_pages (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpstr (get_page (fixture), ==, "busy");
  les_session_cancel_comparing (fixture->session);
  g_assert_cmpstr (get_page (fixture), ==, "cancelled");
  les_session_compare_again (fixture->session);
  g_assert_cmpstr (get_page (fixture), ==, "busy");
  les_session_open_pair (fixture->session, "left", NULL);
  g_assert_cmpstr (get_page (fixture), ==, "single");
  les_session_open_pair (fixture->session, "left", "right");
  g_assert_cmpstr (get_page (fixture), ==, "busy");
  wait_until (g_str_equal (get_page (fixture), "list"));
}

static void
test_rows (Fixture *fixture, gconstpointer data)
{
  wait_until (g_str_equal (get_page (fixture), "list"));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (get_model (fixture))), ==,
                    les_session_get_n_shown (fixture->session));
  for (guint i = 0; i < les_session_get_n_shown (fixture->session); i++)
    {
      g_autoptr (LesMatchItem) item = g_list_model_get_item (G_LIST_MODEL (get_model (fixture)), i);
      g_autofree char *left = les_match_item_dup_words (item, LES_SIDE_LEFT);
      g_autofree char *right = les_match_item_dup_words (item, LES_SIDE_RIGHT);
      g_autofree char *grade = les_match_item_dup_grade (item);

      g_assert_cmpuint (les_match_item_get_index (item), ==, i);
      g_assert_cmpstr (left, !=, "");
      g_assert_cmpstr (right, !=, "");
      g_assert_null (strchr (left, '\n'));
      g_assert_cmpstr (les_match_item_get_kind (item), !=, "");
      g_assert_cmpstr (grade, !=, "");
    }
}

static void
test_follow_each_other (Fixture *fixture, gconstpointer data)
{
  wait_until (g_str_equal (get_page (fixture), "list"));
  gtk_selection_model_select_item (get_model (fixture), 0, TRUE);
  g_assert_cmpint (les_session_get_current_match (fixture->session), ==, 0);
  les_session_set_current_match (fixture->session, -1);
  g_assert_false (gtk_selection_model_is_selected (get_model (fixture), 0));
  g_assert_true (les_session_step_match (fixture->session, 1));
  g_assert_true (gtk_selection_model_is_selected (get_model (fixture),
                                                  les_session_get_current_match (fixture->session)));
}

static const LesMatch *
get_row_match (Fixture *fixture, guint position)
{
  g_autoptr (LesMatchItem) item = g_list_model_get_item (G_LIST_MODEL (get_model (fixture)), position);

  return les_match_item_get_match (item);
}

static void
test_order (Fixture *fixture, gconstpointer data)
{
  GtkDropDown *order = find_type (GTK_WIDGET (fixture->panel), GTK_TYPE_DROP_DOWN);
  guint n;

  les_session_set_layers (fixture->session, LES_LAYERS_DEFAULT | LES_LAYER_POSSIBLE);
  wait_until (g_str_equal (get_page (fixture), "list"));
  n = g_list_model_get_n_items (G_LIST_MODEL (get_model (fixture)));
  g_assert_cmpuint (n, >, 1);
  les_session_set_current_match (fixture->session, (int) n - 1);
  gtk_drop_down_set_selected (order, 2);
  for (guint i = 1; i < n; i++)
    g_assert_cmpint (get_row_match (fixture, i - 1)->score, >=, get_row_match (fixture, i)->score);
  gtk_drop_down_set_selected (order, 1);
  for (guint i = 1; i < n; i++)
    g_assert_cmpint (get_row_match (fixture, i - 1)->right.start, <=, get_row_match (fixture, i)->right.start);
  g_assert_cmpint (les_session_get_current_match (fixture->session), ==, (int) n - 1);
  gtk_selection_model_select_item (get_model (fixture), 0, TRUE);
  g_assert_true (les_session_get_shown (fixture->session, (guint) les_session_get_current_match (fixture->session))
                 == get_row_match (fixture, 0));
}

static void
test_kinds (Fixture *fixture, gconstpointer data)
{
  wait_until (g_str_equal (get_page (fixture), "list"));
  les_session_set_layers (fixture->session, LES_LAYER_TAKEN_OVER);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (get_model (fixture))); i++)
    g_assert_cmpint (get_row_match (fixture, i)->kind, !=, LES_MATCH_REWORDED);
  les_session_set_layers (fixture->session, 0);
  g_assert_cmpstr (get_page (fixture), ==, "none");
  g_assert_cmpuint (les_session_get_n_kept (fixture->session), >, 0);
}

static GListModel *
get_rejected (Fixture *fixture)
{
  GtkWidget *list = find_type (gtk_expander_get_child (find_type (GTK_WIDGET (fixture->panel), GTK_TYPE_EXPANDER)),
                          GTK_TYPE_LIST_VIEW);

  return G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list)));
}

static void
test_rejected (Fixture *fixture, gconstpointer data)
{
  GtkExpander *expander;
  LesRejection ends;
  guint n;

  wait_until (g_str_equal (get_page (fixture), "list"));
  expander = find_type (GTK_WIDGET (fixture->panel), GTK_TYPE_EXPANDER);
  n = les_session_get_n_shown (fixture->session);
  ends = (LesRejection) { les_session_get_shown (fixture->session, 0)->left,
                          les_session_get_shown (fixture->session, 0)->right };
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (expander)));
  les_session_set_rejected (fixture->session, ends, TRUE);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (expander)));
  g_assert_cmpstr (gtk_expander_get_label (expander), ==, "Rejected (1)");
  g_assert_cmpuint (g_list_model_get_n_items (get_rejected (fixture)), ==, 1);
  g_assert_cmpuint (les_session_get_n_shown (fixture->session), ==, n - 1);
  {
    g_autoptr (LesMatchItem) item = g_list_model_get_item (get_rejected (fixture), 0);

    g_assert_nonnull (les_match_item_get_match (item));
    g_assert_true (les_text_range_equal (les_match_item_get_match (item)->left, ends.left));
    g_assert_true (les_text_range_equal (les_match_item_get_match (item)->right, ends.right));
  }
  les_session_set_rejected (fixture->session, les_session_get_rejected (fixture->session, 0), FALSE);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (expander)));
  g_assert_cmpuint (les_session_get_n_shown (fixture->session), ==, n);
}

/* One that was rejected before the text was read anew and is not found any more. */
static void
test_rejected_unknown (Fixture *fixture, gconstpointer data)
{
  wait_until (g_str_equal (get_page (fixture), "list"));
  les_session_set_rejected (fixture->session,
                            (LesRejection) { LES_TEXT_RANGE (1, 4), LES_TEXT_RANGE (100000, 100009) }, TRUE);
  g_assert_cmpuint (g_list_model_get_n_items (get_rejected (fixture)), ==, 1);
  gtk_expander_set_expanded (find_type (GTK_WIDGET (fixture->panel), GTK_TYPE_EXPANDER), TRUE);
  {
    g_autoptr (LesMatchItem) item = g_list_model_get_item (get_rejected (fixture), 0);
    g_autofree char *right = les_match_item_dup_words (item, LES_SIDE_RIGHT);

    g_assert_null (les_match_item_get_match (item));
    g_assert_cmpstr (right, ==, "");
  }
}

static void
test_common_words (Fixture *fixture, gconstpointer data)
{
  wait_until (g_str_equal (get_page (fixture), "list"));
  {
    g_autoptr (LesMatchItem) item = g_list_model_get_item (G_LIST_MODEL (get_model (fixture)),
                                                           les_session_get_n_shown (fixture->session) - 1);
    g_autofree char *common = les_match_item_dup_common (item);

    g_assert_cmpstr (common, ==, "4 words in common (of 8 and 9): ships / ship, keeper, Una, Falk\nSame in other words: Nobody ~ no");
  }
}

static void
test_swap_and_close (Fixture *fixture, gconstpointer data)
{
  wait_until (g_str_equal (get_page (fixture), "list"));
  les_session_swap_sides (fixture->session);
  wait_until (g_str_equal (get_page (fixture), "list"));
  les_session_perform (fixture->session,
                       les_edits_remove_articles (les_session_get_project (fixture->session),
                                                  (const char * const[]) { "left", NULL }));
  g_assert_cmpstr (get_page (fixture), ==, "single");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (get_model (fixture))), ==, 0);
}

#define add(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);

  add ("/match-panel/pages", test_pages);
  add ("/match-panel/rows", test_rows);
  add ("/match-panel/follow-each-other", test_follow_each_other);
  add ("/match-panel/order", test_order);
  add ("/match-panel/kinds", test_kinds);
  add ("/match-panel/rejected", test_rejected);
  add ("/match-panel/rejected-unknown", test_rejected_unknown);
  add ("/match-panel/common-words", test_common_words);
  add ("/match-panel/swap-and-close", test_swap_and_close);
  return g_test_run ();
}
