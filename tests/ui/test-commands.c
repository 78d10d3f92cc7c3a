/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "finding.h"
#include "les-compare-view.h"
#include "les-letter-key.h"
#include "les-note-cell.h"
#include "les-tag-splitter.h"
#include "les-version-dialog.h"
#include "window-fixture.h"

/* The commands of the window: that each can be found, and says what it did. */

/* What widgets and scripts ask for with a target; a person has another way to each. */
static const char * const with_target[] = {
  "add-uris", "annotate-range", "current-match", "edit-note-of", "edit-tag", "export-comparison-to",
  "import-codebook-uri", "link-as", "move-bound", "move-bounds", "move-tag", "open-article", "open-pair", "open-side",
  "open-uri", "recolor-tags", "remove-articles", "remove-comparison", "rename-article", "save-to", "select-annotation", "select-link",
  "select-range", "select-tags", "select-unit", "set-importance", "set-title", "tag-active", "tag-recent",
  "tag-shortcut", "tell", "tell-undoable", "text-size", NULL,
};

static void
collect_menu (GMenuModel *menu, GHashTable *found)
{
  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autofree char *action = NULL;
      g_autoptr (GMenuModel) section = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SECTION);
      g_autoptr (GMenuModel) submenu = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SUBMENU);

      if (g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_ACTION, "s", &action))
        g_hash_table_add (found, g_steal_pointer (&action));
      if (section != NULL)
        collect_menu (section, found);
      if (submenu != NULL)
        collect_menu (submenu, found);
    }
}

/* The actions of every button and of every menu below @widget. */
static void
collect_actions (GtkWidget *widget, GHashTable *found)
{
  if (GTK_IS_MENU_BUTTON (widget) && gtk_menu_button_get_menu_model (GTK_MENU_BUTTON (widget)) != NULL)
    collect_menu (gtk_menu_button_get_menu_model (GTK_MENU_BUTTON (widget)), found);
  if (GTK_IS_BUTTON (widget) && gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)) != NULL)
    g_hash_table_add (found, g_strdup (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget))));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    collect_actions (child, found);
}

static void
assert_all_found (GActionGroup *group, const char *prefix, GHashTable *found)
{
  g_auto (GStrv) names = g_action_group_list_actions (group);
  g_autoptr (GString) missing = g_string_new (NULL);

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *name = g_strconcat (prefix, names[i], NULL);
      gboolean has_target = g_action_group_get_action_parameter_type (group, names[i]) != NULL;

      if (!g_hash_table_contains (found, name) && !(has_target && g_strv_contains (with_target, names[i])))
        g_string_append_printf (missing, " %s", name);
    }
  if (missing->len > 0)
    g_error ("in no menu and on no button:%s", missing->str);
}

static void
test_can_be_found (void)
{
  static const char * const views[] = { "table", "claims", "annotations", "texts" };
  LesWindow *window = open_window ();
  g_autoptr (GHashTable) found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  add_two (window);
  open_both (window);
  /* What is made when it is first shown. */
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      g_action_group_change_action_state (G_ACTION_GROUP (window), "view", g_variant_new_string (views[i]));
      settle (window);
    }
  collect_actions (GTK_WIDGET (window), found);
  g_assert_cmpuint (g_hash_table_size (found), >, 100);
  assert_all_found (G_ACTION_GROUP (window), "win.", found);
  assert_all_found (G_ACTION_GROUP (application), "app.", found);
  discard_window (window);
}

/* @letters: of the page of the menu; its sections share it, a submenu is a page of its own */
static void
assert_letters_differ (GMenuModel *menu, GHashTable *letters)
{
  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autofree char *label = NULL;
      g_autoptr (GMenuModel) section = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SECTION);
      g_autoptr (GMenuModel) submenu = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SUBMENU);
      const char *mark;

      if (section != NULL)
        {
          assert_letters_differ (section, letters);
          continue;
        }
      g_assert_true (g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_LABEL, "s", &label));
      mark = strchr (label, '_');
      if (mark == NULL || !g_hash_table_add (letters, GUINT_TO_POINTER (g_ascii_tolower (mark[1]))))
        g_error ("“%s” has no letter of its own", label);
      if (submenu != NULL)
        {
          g_autoptr (GHashTable) below = g_hash_table_new (NULL, NULL);

          assert_letters_differ (submenu, below);
        }
    }
}

static void
test_letters_differ (void)
{
  static const char * const buttons[] = { "menu_button", "layers_button" };
  LesWindow *window = open_window ();

  add_two (window);
  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    {
      g_autoptr (GHashTable) letters = g_hash_table_new (NULL, NULL);

      assert_letters_differ (gtk_menu_button_get_menu_model (find_named (GTK_WIDGET (window), buttons[i])), letters);
      g_assert_cmpuint (g_hash_table_size (letters), >, 5);
    }
  discard_window (window);
}

static gboolean
is_enabled (LesWindow *window, const char *action)
{
  return g_action_group_get_action_enabled (G_ACTION_GROUP (window), action);
}

/* @words: what a label of the window says, on a toast for instance */
static gboolean
says (GtkWidget *widget, const char *words)
{
  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), words) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (says (child, words))
      return TRUE;
  return FALSE;
}

/* However a link is made, the status bar says so; where there is one already, a toast. */
static void
test_links_are_told (void)
{
  LesWindow *window = open_window ();
  GtkLabel *summary;

  add_two (window);
  open_both (window);
  summary = find_named (GTK_WIDGET (window), "summary");
  act (window, "select-range", "('left', 4, 9)");
  act (window, "link-missing", NULL);
  g_assert_cmpuint (count (window, LES_RECORD_LINK), ==, 1);
  g_assert_true (g_str_has_prefix (gtk_label_get_text (summary), "Link 1 of 1"));
  g_assert_false (says (GTK_WIDGET (window), "Link added"));
  act (window, "link-missing", NULL);
  g_assert_cmpuint (count (window, LES_RECORD_LINK), ==, 1);
  g_assert_true (says (GTK_WIDGET (window), "exists already"));

  act (window, "select-range", "('left', 17, 21)");
  act (window, "link", NULL);
  act (window, "select-range", "('right', 3, 9)");
  act (window, "link-as", "'same'");
  g_assert_true (g_str_has_prefix (gtk_label_get_text (summary), "Link 2 of 2"));
  discard_window (window);
}

static void
press_letter (LesWindow *window, const char *action, GVariant *target)
{
  GtkWidget *view = find_type (GTK_WIDGET (window), LES_TYPE_COMPARE_VIEW);

  g_assert_true (les_letter_key_activate (view, les_window_get_session (window), action, target));
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* A letter that cannot do anything yet says what it needs. */
static void
test_refused_letters_tell (void)
{
  LesWindow *window = open_window ();

  add_two (window);
  press_letter (window, "win.find-counterpart", NULL);
  g_assert_true (says (GTK_WIDGET (window), "Open a second article first"));
  open_both (window);
  press_letter (window, "win.find-counterpart", NULL);
  g_assert_true (says (GTK_WIDGET (window), "Select a passage first"));
  g_assert_false (says (GTK_WIDGET (window), "Open a second article first"));
  press_letter (window, "win.set-bounds", NULL);
  g_assert_true (says (GTK_WIDGET (window), "Go to an annotation first"));
  press_letter (window, "win.link-match", NULL);
  g_assert_true (says (GTK_WIDGET (window), "Go to a match first"));

  act (window, "select-range", "('left', 4, 9)");
  press_letter (window, "win.tag-recent", g_variant_new_int32 (9));
  g_assert_true (says (GTK_WIDGET (window), "No tag has this number yet"));
  press_letter (window, "win.link-missing", NULL);
  g_assert_cmpuint (count (window, LES_RECORD_LINK), ==, 1);
  discard_window (window);
}

static gpointer
find_version_part (const char *name)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWindow) toplevel = g_list_model_get_item (toplevels, i);

      if (LES_IS_VERSION_DIALOG (toplevel))
        return gtk_widget_get_template_child (GTK_WIDGET (toplevel), LES_TYPE_VERSION_DIALOG, name);
    }
  return NULL;
}

static gboolean
can_add_version (gpointer data)
{
  return gtk_widget_get_sensitive (find_version_part ("add_button"));
}

static gboolean
has_current_match (gpointer data)
{
  return find_version_part ("add_button") == NULL && les_session_get_current_match (data) >= 0;
}

/* Of two versions one sees at once what was changed: words are marked in the current match only. */
static void
test_version_shows_change (void)
{
  LesWindow *window = open_window ();
  LesSession *session = les_window_get_session (window);

  add_two (window);
  open_both (window);
  act (window, "add-version", "''");
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (find_version_part ("text_view")),
    "Der Deich an der Oste hält dem Wasser stand. Das sagte der Deichgraf am Dienstag in Hechthausen.\n\n"
    "Niemand muss seine Wohnung verlassen.", -1);
  wait_until (can_add_version, NULL);
  g_signal_emit_by_name (find_version_part ("add_button"), "clicked");
  wait_until (has_current_match, session);
  g_assert_cmpuint (les_session_get_shown (session, (guint) les_session_get_current_match (session))->differences->len, >, 0);
  discard_window (window);
}

/* Splitting needs an annotation around the cursor. */
static void
test_split (void)
{
  LesWindow *window = open_window ();

  add_two (window);
  open_both (window);
  act (window, "annotate-range", "('left', 4, 12, 'Deich', '')");
  act (window, "select-range", "('left', 40, 40)");
  g_assert_false (is_enabled (window, "split-annotation"));
  act (window, "select-range", "('left', 10, 10)");
  g_assert_true (is_enabled (window, "split-annotation"));
  act (window, "split-annotation", NULL);
  g_assert_cmpuint (count (window, LES_RECORD_ANNOTATION), ==, 2);
  act (window, "join-annotations", NULL);
  g_assert_cmpuint (count (window, LES_RECORD_ANNOTATION), ==, 1);
  discard_window (window);
}

static gboolean
has_splitter (void)
{
  GListModel *toplevels = gtk_window_get_toplevels ();
  gboolean found = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWindow) toplevel = g_list_model_get_item (toplevels, i);

      found |= LES_IS_TAG_SPLITTER (toplevel);
    }
  return found;
}

static void
test_split_unused_tag (void)
{
  LesWindow *window = open_window ();
  g_autoptr (GPtrArray) tags = NULL;
  g_autofree char *target = NULL;

  add_two (window);
  open_both (window);
  act (window, "annotate-range", "('left', 4, 12, 'Deich', '')");
  act (window, "next-annotation", NULL);
  act (window, "delete-annotation", NULL);
  g_assert_cmpuint (count (window, LES_RECORD_ANNOTATION), ==, 0);
  act (window, "set-title", "'Deiche'");                       /* takes the word of the deletion away */
  tags = les_project_ref_records (project_of (window), LES_RECORD_TAG);
  g_assert_cmpuint (tags->len, ==, 1);
  target = g_strdup_printf ("['%s']", les_record_get_id (tags->pdata[0]));
  act (window, "show-page", "'tags'");
  act (window, "select-tags", target);
  act (window, "split-tag", NULL);
  g_assert_false (has_splitter ());
  g_assert_true (says (GTK_WIDGET (window), "nothing to split"));
  discard_window (window);
}

static gboolean
is_selected (gpointer data)
{
  GtkWidget *focus = gtk_window_get_focus (data);

  return focus != NULL && (gtk_widget_get_state_flags (focus) & GTK_STATE_FLAG_SELECTED) != 0;
}

static gboolean
is_open (gpointer data)
{
  GtkPopover *popover = gtk_menu_button_get_popover (data);

  return popover != NULL && gtk_widget_get_mapped (GTK_WIDGET (popover));
}

static gboolean
is_reading (LesWindow *window)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));

  return GTK_IS_TEXT_VIEW (focus) && gtk_widget_is_ancestor (focus, les_window_get_compare_view (window));
}

static GtkWidget *
show_view (LesWindow *window, const char *name)
{
  g_action_group_change_action_state (G_ACTION_GROUP (window), "view", g_variant_new_string (name));
  settle (window);
  return gtk_window_get_focus (GTK_WINDOW (window));
}

/* The list of annotations is entered at the row that is selected. */
static void
test_list_is_entered_at_selection (void)
{
  LesWindow *window = open_window ();
  GtkWidget *focus;

  add_two (window);
  open_both (window);
  act (window, "annotate-range", "('left', 4, 9, 'Deich', '')");
  act (window, "annotate-range", "('left', 17, 21, 'Fluss', '')");
  act (window, "focus-left", NULL);
  show_view (window, "annotations");
  wait_until (is_selected, window);
  focus = gtk_window_get_focus (GTK_WINDOW (window));
  g_assert_true (LES_IS_NOTE_CELL (gtk_widget_get_first_child (focus)));
  discard_window (window);
}

static GtkMenuButton *
find_menu_button (LesWindow *window)
{
  return find_named (GTK_WIDGET (window), "menu_button");
}

/* Whoever comes from the start page can read on with the keys. */
static void
test_first_focus (void)
{
  LesWindow *window = open_window ();
  g_autofree char *path = g_build_filename (folder, "anfang.lesart", NULL);
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  g_autofree char *target = g_strdup_printf ("'%s'", uri);

  add_two (window);
  g_assert_true (is_reading (window));
  open_both (window);
  act (window, "focus-browser", NULL);
  act (window, "swap-sides", NULL);
  g_assert_false (is_reading (window));                        /* later the keys stay where one works */
  act (window, "save-to", target);
  discard_window (window);

  window = open_window ();
  act (window, "open-uri", target);
  g_assert_true (is_reading (window));
  discard_window (window);
}

/* After a menu the keys are where they were. */
static void
test_focus_after_menu (void)
{
  LesWindow *window = open_window ();
  GtkMenuButton *button;
  GtkWidget *reader;

  add_two (window);
  open_both (window);
  act (window, "focus-right", NULL);
  reader = gtk_window_get_focus (GTK_WINDOW (window));
  button = find_menu_button (window);
  gtk_menu_button_popup (button);
  wait_until (is_open, button);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) != reader);
  gtk_menu_button_popdown (button);
  settle (window);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == reader);

  /* What was chosen leads the focus elsewhere. */
  gtk_menu_button_popup (button);
  wait_until (is_open, button);
  gtk_menu_button_popdown (button);
  act (window, "focus-left", NULL);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) != reader);
  g_assert_cmpint (les_session_get_active_side (les_window_get_session (window)), ==, LES_SIDE_LEFT);
  discard_window (window);
}

/* Who comes back to a table finds the keys where they were. */
static void
test_tables_keep_focus (void)
{
  LesWindow *window = open_window ();
  GtkWidget *empty;
  GtkWidget *focus;

  add_two (window);
  open_both (window);
  empty = show_view (window, "claims");
  show_view (window, "texts");
  g_assert_true (show_view (window, "claims") == empty);
  show_view (window, "texts");
  act (window, "select-range", "('left', 4, 9)");
  act (window, "link-missing", NULL);
  focus = show_view (window, "claims");
  g_assert_true (gtk_widget_is_ancestor (focus, find_named (GTK_WIDGET (window), "table")));
  show_view (window, "texts");
  g_assert_true (show_view (window, "claims") == focus);

  act (window, "focus-search", NULL);
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)), gtk_widget_get_parent (empty)));
  g_signal_emit_by_name (gtk_widget_get_ancestor (empty, GTK_TYPE_SEARCH_ENTRY), "activate");
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == focus);
  act (window, "focus-search", NULL);
  g_signal_emit_by_name (gtk_widget_get_ancestor (empty, GTK_TYPE_SEARCH_ENTRY), "stop-search");
  settle (window);
  g_assert_true (is_reading (window));
  discard_window (window);
}

/* A label that does not wrap may need more room than a dialog has. */
static void
assert_words_wrap (GtkWidget *widget)
{
  if (GTK_IS_BUTTON (widget) || !gtk_widget_get_mapped (widget))
    return;
  if (GTK_IS_LABEL (widget))
    g_assert_true (gtk_label_get_wrap (GTK_LABEL (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    assert_words_wrap (child);
}

/* What is wrong with a file can be read as long as its project is open. */
static void
test_findings (void)
{
  LesWindow *window = open_window ();
  g_autofree char *uri = write_file ("schaden.lesart",
    "{ \"format\": \"lesart-project\", \"version\": 1, \"articles\": [ { \"id\": \"a\", \"text\": \"Der Deich hält.\" } ],"
    "  \"annotations\": [ { \"id\": \"n\", \"article\": \"anderswo\", \"start\": 0, \"end\": 3, \"exact\": \"Der\" } ] }");
  g_autofree char *target = g_strdup_printf ("'%s'", uri);

  g_assert_false (is_enabled (window, "show-findings"));
  act (window, "open-uri", target);
  g_assert_true (is_enabled (window, "show-findings"));
  act (window, "show-findings", NULL);
  g_assert_true (says (GTK_WIDGET (find_dialog (window)), "What Could Not Be Used"));
  g_assert_true (says (GTK_WIDGET (find_dialog (window)), "its article does not exist"));
  assert_words_wrap (GTK_WIDGET (find_dialog (window)));
  gtk_window_destroy (find_dialog (window));
  settle (window);
  discard_window (window);
}

/* An annotation that lost its words in the file waits in the review, is placed there, and stays so. */
static void
test_lost_annotation (void)
{
  LesWindow *window = open_window ();
  LesSession *session = NULL;
  g_autofree char *uri = write_file ("verloren.lesart",
    "{ \"format\": \"lesart-project\", \"version\": 1, \"id\": \"lost\","
    "  \"articles\": [ { \"id\": \"a\", \"text\": \"Der Deich hält dem Wasser stand.\" } ],"
    "  \"annotations\": [ { \"id\": \"n\", \"article\": \"a\", \"start\": 4, \"end\": 9, \"exact\": \"Sielzug\","
    "                       \"note\": \"wichtig\" } ] }");
  g_autofree char *target = g_strdup_printf ("'%s'", uri);
  LesAnnotation *annotation;

  act (window, "open-uri", target);
  session = les_window_get_session (window);
  g_assert_true (says (GTK_WIDGET (window), "lost its place"));
  g_assert_true (is_enabled (window, "show-findings"));
  g_assert_false (les_history_get_modified (les_session_get_history (session)));
  act (window, "review", NULL);
  g_assert_cmpstr (les_session_get_annotation_id (session), ==, "n");
  act (window, "delete-annotation", NULL);
  g_assert_cmpuint (count (window, LES_RECORD_ANNOTATION), ==, 0);
  act (window, "undo", NULL);
  act (window, "review", NULL);
  act (window, "select-range", "('left', 4, 9)");
  act (window, "review", NULL);
  g_assert_false (is_reading (window));
  act (window, "select-range", "('left', 4, 9)");
  act (window, "review-place", NULL);
  g_assert_true (is_reading (window));
  act (window, "save", NULL);
  discard_window (window);

  window = open_window ();
  act (window, "open-uri", target);
  g_assert_false (is_enabled (window, "show-findings"));
  g_assert_false (is_enabled (window, "review"));
  annotation = les_project_get_annotation (project_of (window), "n");
  g_assert_cmpstr (les_annotation_get (annotation, LES_ANNOTATION_EXACT), ==, "Deich");
  g_assert_cmpstr (les_annotation_get (annotation, LES_ANNOTATION_NOTE), ==, "wichtig");
  discard_window (window);
}

int
main (int argc, char *argv[])
{
  int failed;

  start_application (argc, argv);

  g_test_add_func ("/commands/can-be-found", test_can_be_found);
  g_test_add_func ("/commands/letters-differ", test_letters_differ);
  g_test_add_func ("/commands/links-are-told", test_links_are_told);
  g_test_add_func ("/commands/refused-letters-tell", test_refused_letters_tell);
  g_test_add_func ("/commands/version-shows-change", test_version_shows_change);
  g_test_add_func ("/commands/split", test_split);
  g_test_add_func ("/commands/split-unused-tag", test_split_unused_tag);
  g_test_add_func ("/commands/list-is-entered-at-selection", test_list_is_entered_at_selection);
  g_test_add_func ("/commands/first-focus", test_first_focus);
  g_test_add_func ("/commands/focus-after-menu", test_focus_after_menu);
  g_test_add_func ("/commands/tables-keep-focus", test_tables_keep_focus);
  g_test_add_func ("/commands/findings", test_findings);
  g_test_add_func ("/commands/lost-annotation", test_lost_annotation);
  failed = g_test_run ();
  g_object_unref (application);
  return failed;
}
