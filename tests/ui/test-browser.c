/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-browser.h"

#include <adwaita.h>

#include "browser-fixture.h"
#include "les-article-menu.h"
#include "les-article-row.h"
#include "les-comparisons.h"
#include "les-filter-popover.h"

typedef struct
{
  GtkWidget *window;
  LesBrowser *browser;
  LesSession *session;
  LesSearch *search;
  char *last_action;
  char *last_target;
} Fixture;

static void
action_cb (GSimpleAction *action, GVariant *target, gpointer user_data)
{
  Fixture *fixture = user_data;

  g_free (fixture->last_action);
  fixture->last_action = g_strdup (g_action_get_name (G_ACTION (action)));
  g_free (fixture->last_target);
  fixture->last_target = target != NULL ? g_variant_print (target, FALSE) : NULL;
}

static GSimpleActionGroup *
create_actions (Fixture *fixture)
{
  static const GActionEntry entries[] = {
    { "open-article", action_cb, "s" },
    { "open-pair", action_cb, "(ss)" },
    { "open-side", action_cb, "(ss)" },
    { "compare-selected", action_cb },
    { "remove-articles", action_cb, "as" },
    { "remove-comparison", action_cb, "s" },
    { "rename-article", action_cb, "s" },
    { "edit-details", action_cb, "s" },
    { "change-encoding", action_cb, "s" },
    { "focus-left", action_cb },
  };
  GSimpleActionGroup *group = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), fixture);
  return group;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GSimpleActionGroup) actions = create_actions (fixture);

  fixture->session = make_session ();
  fixture->search = les_search_new (les_session_get_project (fixture->session));
  fixture->browser = LES_BROWSER (les_browser_new ());
  les_panel_set_session (LES_PANEL (fixture->browser), fixture->session);
  les_browser_set_search (fixture->browser, fixture->search);

  fixture->window = gtk_window_new ();
  gtk_widget_insert_action_group (fixture->window, "win", G_ACTION_GROUP (actions));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 300, 600);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->browser));
  gtk_window_present (GTK_WINDOW (fixture->window));
  while (!les_search_get_ready (fixture->search) || !gtk_widget_get_mapped (fixture->window))
    g_main_context_iteration (NULL, TRUE);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_add_weak_pointer (G_OBJECT (fixture->browser), (gpointer *) &fixture->browser);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_null (fixture->browser);
  g_assert_finalize_object (fixture->search);
  g_assert_finalize_object (fixture->session);
  g_free (fixture->last_action);
  g_free (fixture->last_target);
}

static gpointer
get_child (Fixture *fixture, const char *id)
{
  return gtk_widget_get_template_child (GTK_WIDGET (fixture->browser), LES_TYPE_BROWSER, id);
}

static gboolean
expire_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

static void
wait_for_items (Fixture *fixture, guint n_items)
{
  GListModel *articles = G_LIST_MODEL (les_browser_get_articles (fixture->browser));
  gboolean expired = FALSE;
  guint timer = g_timeout_add_seconds (5, expire_cb, &expired);

  while (g_list_model_get_n_items (articles) != n_items && !expired)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (expired);
  g_source_remove (timer);
}

static void
type_search (Fixture *fixture, const char *words)
{
  gtk_editable_set_text (get_child (fixture, "entry"), words);
}

static const char *
get_page (Fixture *fixture)
{
  return gtk_stack_get_visible_child_name (get_child (fixture, "stack"));
}

static const char *
get_title (Fixture *fixture)
{
  return gtk_label_get_text (get_child (fixture, "title"));
}

static GtkListView *
get_list_view (Fixture *fixture)
{
  return get_child (fixture, "list_view");
}

static void
select_only (Fixture *fixture, const guint *positions, guint n_positions)
{
  GtkSelectionModel *model = gtk_list_view_get_model (get_list_view (fixture));

  gtk_selection_model_unselect_all (model);
  for (guint i = 0; i < n_positions; i++)
    gtk_selection_model_select_item (model, positions[i], FALSE);
}

static void
assert_selected (Fixture *fixture, const char *expected)
{
  g_auto (GStrv) ids = les_browser_dup_selected_ids (fixture->browser);
  g_autofree char *joined = g_strjoinv (" ", ids);

  g_assert_cmpstr (joined, ==, expected);
}

static void
test_search (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpstr (get_title (fixture), ==, "3 Articles");
  type_search (fixture, "commuters");
  wait_for_items (fixture, 1);
  g_assert_cmpstr (get_title (fixture), ==, "1 of 3 Articles");
  g_assert_cmpstr (les_session_get_query (fixture->session), ==, "commuters");

  type_search (fixture, "nowhere at all");
  wait_for_items (fixture, 0);
  g_assert_cmpstr (get_page (fixture), ==, "no-hits");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->browser), "browser.clear", NULL));
  wait_for_items (fixture, 3);
  g_assert_cmpstr (get_page (fixture), ==, "articles");
  g_assert_null (les_session_get_query (fixture->session));
}

static void
test_search_set_elsewhere (Fixture *fixture, gconstpointer data)
{
  les_session_set_query (fixture->session, "ferry");
  wait_for_items (fixture, 1);
  les_session_set_query (fixture->session, NULL);
  wait_for_items (fixture, 3);
}

static void
test_open (Fixture *fixture, gconstpointer data)
{
  g_signal_emit_by_name (get_list_view (fixture), "activate", 1u);
  g_assert_cmpstr (fixture->last_action, ==, "open-article");
  g_assert_cmpstr (fixture->last_target, ==, "'bruecke'");
  /* What is opened is what the next command is for. */
  assert_selected (fixture, "bruecke");
}

static void
test_open_first_hit (Fixture *fixture, gconstpointer data)
{
  type_search (fixture, "ferry");
  g_signal_emit_by_name (get_child (fixture, "entry"), "activate");
  g_assert_cmpstr (fixture->last_action, ==, "open-article");
  g_assert_cmpstr (fixture->last_target, ==, "'ferry'");
}

static void
test_selection_moves_along (Fixture *fixture, gconstpointer data)
{
  assert_selected (fixture, "");
  select_only (fixture, (guint[]) { 0, 2 }, 2);
  assert_selected (fixture, "bridge ferry");
  gtk_widget_activate_action (GTK_WIDGET (fixture->browser), "browser.order", "s", "descending");
  assert_selected (fixture, "ferry bridge");
  type_search (fixture, "engineers");
  wait_for_items (fixture, 1);
  assert_selected (fixture, "bridge");
  type_search (fixture, "");
  wait_for_items (fixture, 3);
  assert_selected (fixture, "ferry bridge");
}

static void
test_sort (Fixture *fixture, gconstpointer data)
{
  LesArticleList *articles = les_browser_get_articles (fixture->browser);

  gtk_widget_activate_action (GTK_WIDGET (fixture->browser), "browser.sort", "s", "date");
  g_assert_cmpint (les_article_list_get_sort (articles), ==, LES_ARTICLE_SORT_DATE);
  g_assert_true (les_article_list_get_descending (articles));
  gtk_widget_activate_action (GTK_WIDGET (fixture->browser), "browser.sort", "s", "heading");
  g_assert_cmpint (les_article_list_get_sort (articles), ==, LES_ARTICLE_SORT_HEADING);
  g_assert_false (les_article_list_get_descending (articles));
}

static void
test_chips (Fixture *fixture, gconstpointer data)
{
  LesArticleFilter *filter = les_article_list_get_filter (les_browser_get_articles (fixture->browser));
  GtkWidget *chips = get_child (fixture, "chips");

  g_assert_false (gtk_widget_get_visible (chips));
  les_filter_toggle (LES_FILTER (filter), LES_FACET_LANGUAGE, "de");
  les_filter_set_range (LES_FILTER (filter), "2024", NULL);
  wait_for_items (fixture, 1);
  g_assert_true (gtk_widget_get_visible (chips));

  g_signal_emit_by_name (gtk_widget_get_first_child (chips), "clicked");
  wait_for_items (fixture, 2);
  g_signal_emit_by_name (gtk_widget_get_first_child (chips), "clicked");
  wait_for_items (fixture, 3);
  g_assert_false (gtk_widget_get_visible (chips));
}

static GtkWidget *
find_row (GtkWidget *widget)
{
  GtkWidget *found = NULL;

  if (LES_IS_ARTICLE_ROW (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_row (child);
  return found;
}

/* The list binds its rows when it is laid out. */
static GtkLabel *
wait_for_snippet (Fixture *fixture, const char *words)
{
  gboolean expired = FALSE;
  guint timer = g_timeout_add_seconds (5, expire_cb, &expired);
  GtkLabel *snippet = NULL;

  while (snippet == NULL || strstr (gtk_label_get_text (snippet), words) == NULL)
    {
      GtkWidget *row = find_row (GTK_WIDGET (get_list_view (fixture)));

      snippet = row != NULL ? GTK_LABEL (gtk_widget_get_template_child (row, LES_TYPE_ARTICLE_ROW, "snippet")) : NULL;
      g_assert_false (expired);
      g_main_context_iteration (NULL, FALSE);
    }
  g_source_remove (timer);
  return snippet;
}

static void
test_row_shows_hits (Fixture *fixture, gconstpointer data)
{
  GtkLabel *snippet;

  type_search (fixture, "commuters");
  wait_for_items (fixture, 1);
  snippet = wait_for_snippet (fixture, "Commuters");
  g_assert_nonnull (gtk_label_get_attributes (snippet));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (snippet)));

  type_search (fixture, "");
  wait_for_items (fixture, 3);
  while (gtk_widget_get_visible (GTK_WIDGET (snippet)))
    g_main_context_iteration (NULL, TRUE);
}

static guint
count_menu_items (GMenuModel *menu)
{
  guint n_items = 0;

  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autoptr (GMenuModel) section = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SECTION);

      n_items += section != NULL ? (guint) g_menu_model_get_n_items (section) : 1;
    }
  return n_items;
}

static void
test_menu (Fixture *fixture, gconstpointer data)
{
  static const char * const ids[] = { "bridge", "bruecke", "ferry", NULL };
  g_autoptr (GMenuModel) three = les_article_menu_new (fixture->session, ids);
  g_autoptr (GMenuModel) two = les_article_menu_new (fixture->session, (const char *[]) { "bridge", "ferry", NULL });
  g_autoptr (GMenuModel) one = les_article_menu_new (fixture->session, (const char *[]) { "bridge", NULL });
  g_autoptr (GMenuModel) compare = NULL;

  g_assert_cmpuint (count_menu_items (three), ==, 1);
  g_assert_cmpuint (count_menu_items (two), ==, 3);
  g_assert_cmpuint (count_menu_items (one), ==, 9);
  les_session_open_article (fixture->session, LES_SIDE_LEFT, "ferry");
  compare = les_article_menu_new (fixture->session, (const char *[]) { "bridge", NULL });
  g_assert_cmpuint (count_menu_items (compare), ==, 10);
}

static void
test_filter_popover (Fixture *fixture, gconstpointer data)
{
  GtkWidget *popover = get_child (fixture, "filter_popover");
  GtkEditable *entry;
  GtkListView *values;

  gtk_popover_popup (GTK_POPOVER (popover));
  while (!gtk_widget_get_mapped (popover))
    g_main_context_iteration (NULL, TRUE);
  entry = GTK_EDITABLE (gtk_widget_get_template_child (popover, LES_TYPE_FILTER_POPOVER, "entry"));
  values = GTK_LIST_VIEW (gtk_widget_get_template_child (popover, LES_TYPE_FILTER_POPOVER, "list_view"));
  gtk_editable_set_text (entry, "german");
  g_signal_emit_by_name (entry, "search-changed");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (values))), ==, 2);
  g_signal_emit_by_name (entry, "activate");
  wait_for_items (fixture, 1);

  gtk_editable_set_text (GTK_EDITABLE (gtk_widget_get_template_child (popover, LES_TYPE_FILTER_POPOVER, "from_entry")), "6/2024");
  wait_for_items (fixture, 0);
  g_signal_emit_by_name (gtk_widget_get_template_child (popover, LES_TYPE_FILTER_POPOVER, "clear_button"), "clicked");
  wait_for_items (fixture, 3);
  gtk_popover_popdown (GTK_POPOVER (popover));
}

static void
test_comparisons (Fixture *fixture, gconstpointer data)
{
  GtkWidget *comparisons = get_child (fixture, "comparisons");
  GtkListBox *list_box = (GtkListBox *) gtk_widget_get_template_child (comparisons, LES_TYPE_COMPARISONS, "list_box");
  GtkListBoxRow *row;

  g_assert_false (gtk_widget_get_visible (comparisons));
  les_session_perform (fixture->session, les_edits_add_comparison (les_session_get_project (fixture->session),
                                                                 "ferry", "bridge", NULL));
  g_assert_true (gtk_widget_get_visible (comparisons));
  row = gtk_list_box_get_row_at_index (list_box, 0);
  g_signal_emit_by_name (list_box, "row-activated", row);
  g_assert_cmpstr (fixture->last_action, ==, "open-pair");
  g_assert_cmpstr (fixture->last_target, ==, "('ferry', 'bridge')");
  g_assert_true (les_history_undo (les_session_get_history (fixture->session)));
  g_assert_false (gtk_widget_get_visible (comparisons));
}

static void
test_empty (Fixture *fixture, gconstpointer data)
{
  static const char * const all[] = { "bridge", "bruecke", "ferry", NULL };

  les_session_perform (fixture->session, les_edits_remove_articles (les_session_get_project (fixture->session), all));
  g_assert_cmpstr (get_page (fixture), ==, "empty");
  g_assert_true (les_history_undo (les_session_get_history (fixture->session)));
  g_assert_cmpstr (get_page (fixture), ==, "articles");
}

static void
test_other_session (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LesProject) project = les_project_new ();
  g_autoptr (LesSession) other = les_session_new (project);

  type_search (fixture, "ferry");
  les_panel_set_session (LES_PANEL (fixture->browser), other);
  les_browser_set_search (fixture->browser, NULL);
  g_assert_cmpstr (get_page (fixture), ==, "empty");
  les_panel_set_session (LES_PANEL (fixture->browser), NULL);
  g_assert_null (les_browser_get_articles (fixture->browser));
}

static void
add (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);

  add ("/browser/search", test_search);
  add ("/browser/search-set-elsewhere", test_search_set_elsewhere);
  add ("/browser/open", test_open);
  add ("/browser/open-first-hit", test_open_first_hit);
  add ("/browser/selection-moves-along", test_selection_moves_along);
  add ("/browser/sort", test_sort);
  add ("/browser/chips", test_chips);
  add ("/browser/row-shows-hits", test_row_shows_hits);
  add ("/browser/menu", test_menu);
  add ("/browser/filter-popover", test_filter_popover);
  add ("/browser/comparisons", test_comparisons);
  add ("/browser/empty", test_empty);
  add ("/browser/other-session", test_other_session);
  return g_test_run ();
}
