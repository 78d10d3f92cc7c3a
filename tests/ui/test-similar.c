/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-browser.h"

#include "dialog-fixture.h"
#include "les-article-chooser.h"
#include "les-article-menu.h"
#include "les-article-row.h"
#include "les-similar-list.h"

/* Three articles with the same agency copy among those of the fixture. */

#define COPY "The harbour office of Fenmark closed the old bridge for all traffic on Friday night after divers had found " \
             "deep cracks in two of its pillars, a spokeswoman said. Ferries will run every ten minutes from Monday on. "

typedef struct
{
  DialogFixture parent;
  LesBrowser *browser;
  char *last_target;
} Fixture;

static void
action_cb (GSimpleAction *action, GVariant *target, gpointer user_data)
{
  Fixture *fixture = user_data;

  g_free (fixture->last_target);
  fixture->last_target = g_variant_print (target, FALSE);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  static const GActionEntry entries[] = { { "open-side", action_cb, "(ss)" } };
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();

  dialog_set_up (&fixture->parent, data);
  add_article (fixture->parent.session, make_article ("copy-1", "Bridge closed", "Tidings", NULL, "2024-05-04", "en",
                                                      COPY "Our reporter saw queues at the quay before sunrise."));
  add_article (fixture->parent.session, make_article ("copy-2", "Cracks found", "Herald", NULL, "2024-05-04", "en",
                                                      COPY));
  add_article (fixture->parent.session, make_article ("copy-3", "To the ferries", "Echo", NULL, "2024-05-04", "en",
                                                      "Divers had found deep cracks in two of its pillars, a spokeswoman "
                                                      "said. Ferries will run every ten minutes from Monday on. Echo "
                                                      "readers tell of long nights at the quay."));
  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), fixture);
  gtk_widget_insert_action_group (GTK_WIDGET (fixture->parent.parent), "win", G_ACTION_GROUP (actions));
  fixture->browser = LES_BROWSER (les_browser_new ());
  les_panel_set_session (LES_PANEL (fixture->browser), fixture->parent.session);
  gtk_window_set_default_size (fixture->parent.parent, 260, 700);
  gtk_window_set_child (fixture->parent.parent, GTK_WIDGET (fixture->browser));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  dialog_tear_down (&fixture->parent, data);
  g_free (fixture->last_target);
}

static void
wait (Fixture *fixture)
{
  while (les_related_get_busy (les_session_get_related (fixture->parent.session)))
    g_main_context_iteration (NULL, TRUE);
  run_pending ();
}

static LesSimilarList *
get_list (Fixture *fixture)
{
  return LES_SIMILAR_LIST (gtk_widget_get_template_child (GTK_WIDGET (fixture->browser), LES_TYPE_BROWSER, "similar"));
}

static const char *
get_label (gpointer widget, GType type, const char *id)
{
  return gtk_label_get_text (GTK_LABEL (gtk_widget_get_template_child (widget, type, id)));
}

static GtkListBox *
get_list_box (LesSimilarList *list)
{
  return GTK_LIST_BOX (gtk_widget_get_template_child (GTK_WIDGET (list), LES_TYPE_SIMILAR_LIST, "list_box"));
}

static GtkWidget *
get_row (LesSimilarList *list, int index)
{
  return gtk_list_box_row_get_child (gtk_list_box_get_row_at_index (get_list_box (list), index));
}

/* Only with one article open there is a second side to be chosen. */
static void
test_beside_the_open_one (Fixture *fixture, gconstpointer data)
{
  LesSimilarList *list = get_list (fixture);

  wait (fixture);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (list)));
  les_session_open_article (fixture->parent.session, LES_SIDE_LEFT, "copy-1");
  wait (fixture);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (list)));
  g_assert_cmpuint (les_similar_list_get_n (list), ==, 2);
  g_assert_cmpstr (get_label (list, LES_TYPE_SIMILAR_LIST, "title"), ==, "2 Reports Like This One");
  g_assert_cmpstr (get_label (get_row (list, 0), LES_TYPE_ARTICLE_ROW, "heading"), ==, "Cracks found");
  g_assert_cmpstr (get_label (get_row (list, 0), LES_TYPE_ARTICLE_ROW, "snippet"), ==, "38 words in common · 100 %");

  g_signal_emit_by_name (get_list_box (list), "row-activated", gtk_list_box_get_row_at_index (get_list_box (list), 1));
  g_assert_cmpstr (fixture->last_target, ==, "('right', 'copy-3')");
  les_session_open_pair (fixture->parent.session, "copy-1", "copy-3");
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (list)));
  les_session_open_pair (fixture->parent.session, "ferry", NULL);
  wait (fixture);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (list)));
}

static void
remove_one (Fixture *fixture, const char *id)
{
  const char *ids[] = { id, NULL };

  les_session_perform (fixture->parent.session,
                       les_edits_remove_articles (les_session_get_project (fixture->parent.session), ids));
}

static void
test_follows_the_project (Fixture *fixture, gconstpointer data)
{
  LesSimilarList *list = get_list (fixture);

  les_session_open_article (fixture->parent.session, LES_SIDE_LEFT, "copy-1");
  wait (fixture);
  g_assert_cmpuint (les_similar_list_get_n (list), ==, 2);
  remove_one (fixture, "copy-2");
  wait (fixture);
  g_assert_cmpuint (les_similar_list_get_n (list), ==, 1);
  remove_one (fixture, "copy-3");
  wait (fixture);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (list)));
  les_history_undo (les_session_get_history (fixture->parent.session));
  wait (fixture);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (list)));
  remove_one (fixture, "copy-1");
  wait (fixture);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (list)));
}

static LesArticleItem *
get_item (Fixture *fixture, const char *id)
{
  LesArticleList *articles = les_browser_get_articles (fixture->browser);

  for (guint i = 0; i < les_article_list_get_n_articles (articles); i++)
    if (g_str_equal (les_article_item_get_id (les_article_list_get_article_item (articles, i)), id))
      return les_article_list_get_article_item (articles, i);
  g_assert_not_reached ();
}

static void
test_marks (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row = g_object_ref_sink (les_article_row_new ());
  GtkWidget *mark = GTK_WIDGET (gtk_widget_get_template_child (row, LES_TYPE_ARTICLE_ROW, "copies"));

  les_article_row_bind (LES_ARTICLE_ROW (row), get_item (fixture, "copy-1"), fixture->parent.session);
  wait (fixture);
  g_assert_cmpuint (les_article_item_get_n_copies (get_item (fixture, "copy-1")), ==, 2);
  g_assert_cmpuint (les_article_item_get_n_copies (get_item (fixture, "bridge")), ==, 0);
  g_assert_true (gtk_widget_get_visible (mark));
  g_assert_cmpstr (get_label (row, LES_TYPE_ARTICLE_ROW, "n_copies"), ==, "3");
  g_assert_cmpstr (gtk_widget_get_tooltip_text (mark), ==, "Same agency copy as 2 others");

  remove_one (fixture, "copy-2");
  remove_one (fixture, "copy-3");
  wait (fixture);
  g_assert_false (gtk_widget_get_visible (mark));
  g_object_unref (row);
}

static guint
count_listed (Fixture *fixture)
{
  return g_list_model_get_n_items (G_LIST_MODEL (les_browser_get_articles (fixture->browser)));
}

static void
test_filter (Fixture *fixture, gconstpointer data)
{
  LesArticleFilter *filter = les_article_list_get_filter (les_browser_get_articles (fixture->browser));
  GtkWidget *chips = GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (fixture->browser), LES_TYPE_BROWSER, "chips"));

  wait (fixture);
  g_assert_false (les_browser_show_same_copy (fixture->browser, "bridge"));
  g_assert_false (les_browser_show_same_copy (fixture->browser, "nobody"));
  g_assert_cmpuint (count_listed (fixture), ==, 6);
  g_assert_true (les_browser_show_same_copy (fixture->browser, "copy-2"));
  g_assert_cmpuint (count_listed (fixture), ==, 3);
  g_assert_true (les_filter_is_active (LES_FILTER (filter)));
  g_assert_true (gtk_widget_get_visible (chips));
  g_signal_emit_by_name (gtk_widget_get_first_child (chips), "clicked");
  g_assert_cmpuint (count_listed (fixture), ==, 6);
  g_assert_false (les_filter_is_active (LES_FILTER (filter)));

  les_browser_show_same_copy (fixture->browser, "copy-1");
  les_filter_clear (LES_FILTER (filter));
  g_assert_cmpuint (count_listed (fixture), ==, 6);
}

/* The list follows the group; with the last copy the filter goes. */
static void
test_filter_follows_the_project (Fixture *fixture, gconstpointer data)
{
  wait (fixture);
  les_browser_show_same_copy (fixture->browser, "copy-1");
  remove_one (fixture, "copy-3");
  wait (fixture);
  g_assert_cmpuint (count_listed (fixture), ==, 2);
  add_article (fixture->parent.session, make_article ("copy-4", "Again", NULL, NULL, NULL, "en", COPY));
  wait (fixture);
  g_assert_cmpuint (count_listed (fixture), ==, 3);
  remove_one (fixture, "copy-1");
  wait (fixture);
  g_assert_cmpuint (count_listed (fixture), ==, 5);
}

static gboolean
menu_has (GMenuModel *menu, const char *label)
{
  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autoptr (GMenuModel) section = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SECTION);
      g_autofree char *found = NULL;

      if (section != NULL && menu_has (section, label))
        return TRUE;
      g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_LABEL, "s", &found);
      if (g_strcmp0 (found, label) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
test_menu (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GMenuModel) with = NULL;
  g_autoptr (GMenuModel) without = NULL;

  wait (fixture);
  with = les_article_menu_new (fixture->parent.session, (const char *[]) { "copy-1", NULL });
  without = les_article_menu_new (fixture->parent.session, (const char *[]) { "bridge", NULL });
  g_assert_true (menu_has (with, "_Show the 3 Articles With This Agency Copy"));
  g_assert_false (menu_has (without, "_Show the 3 Articles With This Agency Copy"));
}

static void
test_chooser (Fixture *fixture, gconstpointer data)
{
  GtkWindow *dialog;
  GListModel *rest;
  GtkWidget *similar;

  les_session_open_article (fixture->parent.session, LES_SIDE_LEFT, "copy-1");
  les_article_chooser_present (GTK_WIDGET (fixture->parent.parent), fixture->parent.session, LES_SIDE_RIGHT);
  dialog = find_dialog ("LesArticleChooser");
  rest = G_LIST_MODEL (gtk_list_view_get_model (get_part (dialog, "list_view")));
  similar = get_part (dialog, "similar");
  wait (fixture);
  g_assert_true (gtk_widget_get_visible (similar));
  g_assert_true (gtk_widget_get_visible (get_part (dialog, "rest")));
  g_assert_cmpuint (les_similar_list_get_n (LES_SIMILAR_LIST (similar)), ==, 2);
  g_assert_cmpuint (g_list_model_get_n_items (rest), ==, 4);

  gtk_editable_set_text (get_part (dialog, "entry"), "cracks");
  g_signal_emit_by_name (get_part (dialog, "entry"), "search-changed");
  g_assert_false (gtk_widget_get_visible (similar));
  g_assert_cmpuint (g_list_model_get_n_items (rest), ==, 1);
  gtk_editable_set_text (get_part (dialog, "entry"), "");
  g_signal_emit_by_name (get_part (dialog, "entry"), "search-changed");
  g_assert_true (gtk_widget_get_visible (similar));

  g_signal_emit_by_name (get_part (dialog, "entry"), "activate");
  assert_closed ("LesArticleChooser");
  g_assert_cmpstr (les_session_get_article_id (fixture->parent.session, LES_SIDE_RIGHT), ==, "copy-2");
}

/* Closed before anything is known. */
static void
test_chooser_in_a_hurry (Fixture *fixture, gconstpointer data)
{
  les_session_open_article (fixture->parent.session, LES_SIDE_LEFT, "copy-1");
  les_article_chooser_present (GTK_WIDGET (fixture->parent.parent), fixture->parent.session, LES_SIDE_RIGHT);
  gtk_window_close (find_dialog ("LesArticleChooser"));
  assert_closed ("LesArticleChooser");
}

static void
add (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  dialog_init (&argc, &argv);
  add ("/similar/beside-the-open-one", test_beside_the_open_one);
  add ("/similar/follows-the-project", test_follows_the_project);
  add ("/similar/marks", test_marks);
  add ("/similar/filter", test_filter);
  add ("/similar/filter-follows-the-project", test_filter_follows_the_project);
  add ("/similar/menu", test_menu);
  add ("/similar/chooser", test_chooser);
  add ("/similar/chooser-in-a-hurry", test_chooser_in_a_hurry);
  return g_test_run ();
}
