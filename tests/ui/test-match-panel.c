/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-match-panel.h"

#include <adwaita.h>

#include "annotating-fixture.h"
#include "les-match-item.h"

typedef struct
{
  LesSession *session;
  GtkWidget *window;
  LesMatchPanel *panel;
} Fixture;

static gpointer
find (GtkWidget *widget, GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      gpointer found = find (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

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

static const char *
get_page (Fixture *fixture)
{
  return gtk_stack_get_visible_child_name (find (GTK_WIDGET (fixture->panel), GTK_TYPE_STACK));
}

static GtkSelectionModel *
get_model (Fixture *fixture)
{
  return gtk_list_view_get_model (find (GTK_WIDGET (fixture->panel), GTK_TYPE_LIST_VIEW));
}

static void
test_pages (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpstr (get_page (fixture), ==, "busy");
  les_session_cancel_comparing (fixture->session);
  g_assert_cmpstr (get_page (fixture), ==, "none");
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
      g_autofree char *kind = les_match_item_dup_kind (item);

      g_assert_cmpuint (les_match_item_get_index (item), ==, i);
      g_assert_cmpstr (left, !=, "");
      g_assert_cmpstr (right, !=, "");
      g_assert_null (strchr (left, '\n'));
      g_assert_cmpstr (kind, !=, "");
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
  add ("/match-panel/swap-and-close", test_swap_and_close);
  return g_test_run ();
}
