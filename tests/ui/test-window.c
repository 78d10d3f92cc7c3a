/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>

#include "finding.h"
#include "les-browser.h"
#include "les-window-state.h"
#include "les-work-page.h"
#include "window-fixture.h"

/* The whole window, driven by its actions, as a user's commands arrive. */

static void
test_empty (void)
{
  LesWindow *window = open_window ();

  g_assert_true (les_window_is_pristine (window));
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "undo"));
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "next-match"));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == find_named (GTK_WIDGET (window), "add_button"));
  discard_window (window);
}

static void
test_shortcuts_lead_somewhere (void)
{
  LesWindow *window = open_window ();
  g_auto (GStrv) names = gtk_application_list_action_descriptions (GTK_APPLICATION (application));

  g_assert_cmpuint (g_strv_length (names), >, 30);
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *name = NULL;
      g_autoptr (GVariant) target = NULL;
      GActionGroup *group = g_str_has_prefix (names[i], "win.") ? G_ACTION_GROUP (window)
                                                                : G_ACTION_GROUP (application);

      g_assert_true (g_action_parse_detailed_name (names[i], &name, &target, NULL));
      if (!g_action_group_has_action (group, strchr (name, '.') + 1))
        g_error ("%s is bound to a key, but is no action", names[i]);
    }
  discard_window (window);
}

static char *
normalise (const char *accel)
{
  guint key;
  GdkModifierType modifiers;

  gtk_accelerator_parse (accel, &key, &modifiers);
  return gtk_accelerator_name (key, modifiers);
}

/* Every key that the shortcuts window shows; ranges such as "1...9" are left out. */
static GHashTable *
collect_shown (void)
{
  g_autoptr (GBytes) bytes = g_resources_lookup_data ("/org/lesart/Lesart/ui/window/help-overlay.ui", 0, NULL);
  g_autoptr (GRegex) regex = g_regex_new ("name=\"accelerator\">([^<]*)<", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  GHashTable *shown = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (g_regex_match (regex, g_bytes_get_data (bytes, NULL), 0, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL))
    {
      g_autofree char *found = g_match_info_fetch (match, 1);
      g_autoptr (GString) keys = g_string_new (found);
      g_auto (GStrv) accels = NULL;

      g_string_replace (keys, "&lt;", "<", 0);
      g_string_replace (keys, "&gt;", ">", 0);
      accels = g_strsplit (keys->str, " ", -1);
      for (guint i = 0; accels[i] != NULL; i++)
        if (strstr (accels[i], "...") == NULL)
          g_hash_table_add (shown, normalise (accels[i]));
    }
  return shown;
}

static void
test_shortcuts_are_shown (void)
{
  /* Second keys for the same thing, and keys that a range on one line stands for. */
  static const char * const aside[] = { "<Control>y", "<Control>equal", "<Control>KP_Add", "<Control>KP_Subtract",
                                        "<Control>KP_0", "<Alt>1", "<Alt>2", "<Alt>3", "<Alt>4", NULL };
  g_autoptr (GHashTable) shown = collect_shown ();
  g_auto (GStrv) names = gtk_application_list_action_descriptions (GTK_APPLICATION (application));

  g_assert_cmpuint (g_hash_table_size (shown), >, 40);
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_auto (GStrv) accels = gtk_application_get_accels_for_action (GTK_APPLICATION (application), names[i]);

      for (guint k = 0; accels[k] != NULL; k++)
        {
          g_autofree char *accel = normalise (accels[k]);

          if (!g_strv_contains (aside, accel) && !g_hash_table_contains (shown, accel))
            g_error ("%s (%s) is not in the shortcuts window", accel, names[i]);
        }
    }
}

/* One key for two commands: GTK takes one of them and never tells which. */
static void
test_shortcuts_are_unique (void)
{
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto (GStrv) names = gtk_application_list_action_descriptions (GTK_APPLICATION (application));

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_auto (GStrv) accels = gtk_application_get_accels_for_action (GTK_APPLICATION (application), names[i]);

      for (guint k = 0; accels[k] != NULL; k++)
        {
          g_autofree char *accel = normalise (accels[k]);
          const char *other = g_hash_table_lookup (taken, accel);

          if (other != NULL)
            g_error ("%s leads to %s and to %s", accel, other, names[i]);
          g_hash_table_insert (taken, g_steal_pointer (&accel), names[i]);
        }
    }
}

static void
test_add_and_undo (void)
{
  LesWindow *window = open_window ();

  add_two (window);
  g_assert_cmpuint (count (window, LES_RECORD_ARTICLE), ==, 2);
  add_two (window);
  g_assert_cmpuint (count (window, LES_RECORD_ARTICLE), ==, 2);
  act (window, "undo", NULL);
  g_assert_cmpuint (count (window, LES_RECORD_ARTICLE), ==, 0);
  act (window, "redo", NULL);
  g_assert_cmpuint (count (window, LES_RECORD_ARTICLE), ==, 2);
  discard_window (window);
}

static void
test_compare (void)
{
  LesWindow *window = open_window ();
  LesSession *session = les_window_get_session (window);

  add_two (window);
  open_both (window);
  g_assert_cmpuint (les_session_get_n_shown (session), >, 0);
  act (window, "next-match", NULL);
  g_assert_cmpint (les_session_get_current_match (session), ==, 0);
  act (window, "swap-sides", NULL);
  g_assert_true (les_session_is_comparing (session));
  act (window, "read-one", NULL);
  g_assert_false (les_session_is_comparing (session));
  discard_window (window);
}

/* Whoever leaves a table goes on reading where the reading stopped. */
static void
test_focus_returns (void)
{
  static const char * const tables[] = { "claims", "annotations", "table" };
  LesWindow *window = open_window ();

  add_two (window);
  open_both (window);
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      GtkWidget *reader;

      act (window, "focus-right", NULL);
      reader = gtk_window_get_focus (GTK_WINDOW (window));
      g_action_group_change_action_state (G_ACTION_GROUP (window), "view", g_variant_new_string (tables[i]));
      settle (window);
      g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) != reader);
      g_action_group_change_action_state (G_ACTION_GROUP (window), "view", g_variant_new_string ("texts"));
      settle (window);
      g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == reader);
      g_assert_cmpint (les_session_get_active_side (les_window_get_session (window)), ==, LES_SIDE_RIGHT);
    }
  discard_window (window);
}

static void
test_open_again (void)
{
  LesWindow *window = open_window ();
  LesSession *session = les_window_get_session (window);
  g_autofree char *left = NULL;
  g_autofree char *right = NULL;
  g_autofree char *quoted = NULL;

  add_two (window);
  open_both (window);
  left = g_strdup (les_session_get_article_id (session, LES_SIDE_LEFT));
  right = g_strdup (les_session_get_article_id (session, LES_SIDE_RIGHT));
  quoted = g_strdup_printf ("'%s'", right);
  act (window, "focus-left", NULL);
  act (window, "open-article", quoted);
  g_assert_cmpstr (les_session_get_article_id (session, LES_SIDE_LEFT), ==, left);
  g_assert_cmpstr (les_session_get_article_id (session, LES_SIDE_RIGHT), ==, right);
  g_assert_cmpint (les_session_get_active_side (session), ==, LES_SIDE_RIGHT);
  discard_window (window);
}

static void
select_in_list (LesBrowser *browser, const char *id)
{
  GtkListView *list = GTK_LIST_VIEW (gtk_widget_get_template_child (GTK_WIDGET (browser), LES_TYPE_BROWSER, "list_view"));
  guint position;

  g_assert_true (les_article_list_find (les_browser_get_articles (browser), id, &position));
  gtk_selection_model_select_item (gtk_list_view_get_model (list), position, TRUE);
}

/* The key of the command reaches the window before the list. */
static void
test_compare_with_open (void)
{
  LesWindow *window = open_window ();
  LesSession *session = les_window_get_session (window);
  g_autofree char *left = NULL;
  g_autofree char *right = NULL;

  add_two (window);
  open_both (window);
  left = g_strdup (les_session_get_article_id (session, LES_SIDE_LEFT));
  right = g_strdup (les_session_get_article_id (session, LES_SIDE_RIGHT));
  act (window, "focus-left", NULL);
  act (window, "read-one", NULL);
  g_assert_false (les_session_is_comparing (session));
  select_in_list (find_type (GTK_WIDGET (window), LES_TYPE_BROWSER), right);
  act (window, "compare-selected", NULL);
  g_assert_cmpstr (les_session_get_article_id (session, LES_SIDE_LEFT), ==, left);
  g_assert_cmpstr (les_session_get_article_id (session, LES_SIDE_RIGHT), ==, right);
  discard_window (window);
}

static void
test_focus_leaves_hidden_panes (void)
{
  static const char * const panes[][2] = { { "focus-browser", "show-browser" }, { "focus-panel", "show-panel" } };
  LesWindow *window = open_window ();
  GtkWidget *reader;

  add_two (window);
  open_both (window);
  act (window, "focus-right", NULL);
  reader = gtk_window_get_focus (GTK_WINDOW (window));
  for (guint i = 0; i < G_N_ELEMENTS (panes); i++)
    {
      g_action_group_change_action_state (G_ACTION_GROUP (window), panes[i][1], g_variant_new_boolean (TRUE));
      act (window, panes[i][0], NULL);
      g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) != reader);
      g_action_group_change_action_state (G_ACTION_GROUP (window), panes[i][1], g_variant_new_boolean (FALSE));
      settle (window);
      g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == reader);
    }
  discard_window (window);
}

static void
test_annotate (void)
{
  LesWindow *window = open_window ();
  LesSession *session = les_window_get_session (window);

  add_two (window);
  open_both (window);
  act (window, "annotate-range", "('left', 4, 9, 'Deich, Wasser', 'Wo genau?')");
  g_assert_cmpuint (count (window, LES_RECORD_ANNOTATION), ==, 1);
  g_assert_cmpuint (count (window, LES_RECORD_TAG), ==, 2);
  act (window, "undo", NULL);
  g_assert_cmpuint (count (window, LES_RECORD_ANNOTATION), ==, 0);
  g_assert_cmpuint (count (window, LES_RECORD_TAG), ==, 0);
  act (window, "redo", NULL);
  act (window, "next-annotation", NULL);
  g_assert_nonnull (les_session_get_annotation (session));
  act (window, "grow-end", NULL);
  g_assert_cmpint (les_annotation_get_range (les_session_get_annotation (session)).end, >, 9);
  act (window, "delete-annotation", NULL);
  g_assert_cmpuint (count (window, LES_RECORD_ANNOTATION), ==, 0);
  discard_window (window);
}

static void
test_layers (void)
{
  LesWindow *window = open_window ();
  LesSession *session = les_window_get_session (window);

  add_two (window);
  open_both (window);
  act (window, "layer-unmatched", NULL);
  g_assert_true (les_session_get_layers (session) & LES_LAYER_UNMATCHED);
  act (window, "layer-taken-over", NULL);
  g_assert_false (les_session_get_layers (session) & LES_LAYER_TAKEN_OVER);
  g_assert_true (les_session_get_layers (session) & LES_LAYER_REWORDED);
  act (window, "linked-scroll", NULL);
  g_assert_false (les_session_get_linked_scroll (session));
  discard_window (window);
}

static gboolean
knows_related (gpointer data)
{
  return !les_related_get_busy (les_session_get_related (les_window_get_session (data)));
}

static guint
count_listed (LesWindow *window)
{
  GtkWidget *widget = les_window_get_compare_view (window);
  LesBrowser *browser;

  while (!LES_IS_WORK_PAGE (widget))
    widget = gtk_widget_get_parent (widget);
  browser = LES_WORK_PAGE (widget)->browser;
  return g_list_model_get_n_items (G_LIST_MODEL (les_browser_get_articles (browser)));
}

static void
test_same_copy (void)
{
  LesWindow *window = open_window ();
  const char *copy = "Der Deich an der Oste hält dem Wasser nach Angaben des Deichgrafen auch in der kommenden Nacht stand, und "
                     "niemand muss in Hechthausen seine Wohnung verlassen.";
  g_autofree char *first_text = g_strdup_printf ("Deich hält\n\n%s", copy);
  g_autofree char *second_text = g_strdup_printf ("Aufatmen in Hechthausen\n\n%s Das freut viele.", copy);
  g_autofree char *first = write_file ("erste.txt", first_text);
  g_autofree char *second = write_file ("zweite.txt", second_text);
  g_autofree char *target = g_strdup_printf ("['%s', '%s']", first, second);
  g_autoptr (GPtrArray) articles = NULL;
  g_autofree char *quoted = NULL;

  add_two (window);
  act (window, "add-uris", target);
  wait_until (knows_related, window);
  g_assert_cmpuint (count_listed (window), ==, 4);
  articles = les_project_ref_records (project_of (window), LES_RECORD_ARTICLE);
  quoted = g_strdup_printf ("'%s'", les_record_get_id (articles->pdata[2]));
  act (window, "open-article", quoted);
  act (window, "show-same-copy", "''");
  g_assert_cmpuint (count_listed (window), ==, 2);
  act (window, "layer-shared-copy", NULL);
  g_assert_true (les_session_get_layers (les_window_get_session (window)) & LES_LAYER_SHARED_COPY);
  discard_window (window);
}

/* A choice of the reader: it holds for every project and the next window. */
static void
test_fine_differences (void)
{
  LesWindow *window = open_window ();
  g_autoptr (GSettings) settings = g_settings_new (LES_APP_ID);

  add_two (window);
  open_both (window);
  act (window, "differ-in-case", NULL);
  act (window, "differ-in-quotation-marks", NULL);
  g_assert_cmpuint (les_session_get_fine_diff (les_window_get_session (window)), ==,
                    LES_FINE_DIFF_CASE | LES_FINE_DIFF_MARKS);
  act (window, "differ-in-quotation-marks", NULL);
  discard_window (window);

  window = open_window ();
  g_assert_cmpuint (les_session_get_fine_diff (les_window_get_session (window)), ==, LES_FINE_DIFF_CASE);
  discard_window (window);
  g_settings_reset (settings, "differ-in-case");
}

static void
assert_role_state (LesWindow *window, const char *expected)
{
  g_autoptr (GVariant) state = g_action_group_get_action_state (G_ACTION_GROUP (window), "block-role");

  g_assert_cmpstr (g_variant_get_string (state, NULL), ==, expected);
}

static void
test_block_role (void)
{
  LesWindow *window = open_window ();

  add_two (window);
  open_both (window);
  act (window, "select-range", "('left', 0, 0)");
  act (window, "block-role", "'caption'");
  assert_role_state (window, "caption");
  g_assert_true (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "recognise-blocks"));
  /* Between two paragraphs the menu ticks what the command changes. */
  act (window, "select-range", "('left', 95, 95)");
  assert_role_state (window, "body");
  act (window, "block-role", "'lead'");
  act (window, "select-range", "('left', 95, 95)");
  assert_role_state (window, "lead");
  act (window, "select-range", "('left', 3, 3)");
  assert_role_state (window, "caption");
  act (window, "undo", NULL);
  act (window, "undo", NULL);
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "recognise-blocks"));
  act (window, "redo", NULL);
  act (window, "redo", NULL);
  act (window, "recognise-blocks", NULL);
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "recognise-blocks"));
  act (window, "block-role", "'no such role'");
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "recognise-blocks"));
  discard_window (window);
}

/* Rejected by key, brought back by key, compared again; the table and back. */
static void
test_match_commands (void)
{
  LesWindow *window = open_window ();
  LesSession *session = les_window_get_session (window);
  g_autofree char *path = g_build_filename (folder, "vergleich.csv", NULL);
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  g_autofree char *target = g_strdup_printf ("('csv', '%s')", uri);
  guint n;

  add_two (window);
  open_both (window);
  n = les_session_get_n_shown (session);
  g_assert_cmpuint (n, >, 0);
  act (window, "next-match", NULL);
  act (window, "reject-match", NULL);
  g_assert_cmpuint (les_session_get_n_shown (session), ==, n - 1);
  g_assert_cmpint (les_session_get_current_match (session), ==, n > 1 ? 0 : -1);
  act (window, "restore-match", "-1");
  g_assert_cmpuint (les_session_get_n_shown (session), ==, n);
  act (window, "view", "'table'");
  act (window, "export-comparison-to", target);
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  act (window, "view", "'texts'");
  les_session_compare_again (session);
  les_session_cancel_comparing (session);
  g_assert_null (les_session_get_matches (session));
  act (window, "compare-again", NULL);
  while (les_session_get_busy (session))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (les_session_get_n_shown (session), ==, n);
  discard_window (window);
}

static void
test_save_and_reopen (void)
{
  LesWindow *window = open_window ();
  g_autofree char *path = g_build_filename (folder, "deich.lesart", NULL);
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  g_autofree char *target = g_strdup_printf ("'%s'", uri);
  g_autofree char *left = NULL;

  add_two (window);
  open_both (window);
  left = g_strdup (les_session_get_article_id (les_window_get_session (window), LES_SIDE_LEFT));
  act (window, "annotate-range", "('right', 3, 9, 'Tag', '')");
  act (window, "layer-unmatched", NULL);
  act (window, "layer-shared-copy", NULL);
  act (window, "save-to", target);
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_false (les_history_get_modified (les_session_get_history (les_window_get_session (window))));
  discard_window (window);

  window = open_window ();
  act (window, "open-uri", target);
  g_assert_cmpuint (count (window, LES_RECORD_ANNOTATION), ==, 1);
  g_assert_true (les_session_is_comparing (les_window_get_session (window)));
  g_assert_cmpstr (les_session_get_article_id (les_window_get_session (window), LES_SIDE_LEFT), ==, left);
  g_assert_true (les_session_get_layers (les_window_get_session (window)) & LES_LAYER_UNMATCHED);
  g_assert_true (les_session_get_layers (les_window_get_session (window)) & LES_LAYER_SHARED_COPY);
  discard_window (window);
}

/* A window state from when taken-over and reworded passages were one layer. */
static void
check_old_layers (guint remembered, LesLayers expected)
{
  LesWindow *window = open_window ();
  g_autofree char *path = g_build_filename (folder, "schicht.lesart", NULL);
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  g_autofree char *target = g_strdup_printf ("'%s'", uri);
  g_autofree char *id = NULL;
  g_autoptr (GVariant) state = NULL;
  GVariantDict dict;

  add_two (window);
  act (window, "save-to", target);
  id = g_strdup (les_record_get_id (LES_RECORD (les_project_get_info (project_of (window)))));
  discard_window (window);
  g_variant_dict_init (&dict, NULL);
  g_variant_dict_insert (&dict, "layers", "u", remembered);
  state = g_variant_ref_sink (g_variant_dict_end (&dict));
  les_window_state_save (id, state);

  window = open_window ();
  act (window, "open-uri", target);
  g_assert_cmpuint (les_session_get_layers (les_window_get_session (window)), ==, expected);
  discard_window (window);
  g_unlink (path);
}

static void
test_old_layers (void)
{
  check_old_layers (1 | 2 | 16, LES_LAYER_TAKEN_OVER | LES_LAYER_REWORDED | LES_LAYER_POSSIBLE | LES_LAYER_ANNOTATIONS);
  check_old_layers (2 | 8, LES_LAYER_UNMATCHED);
}

static void
test_close_asks (void)
{
  LesWindow *window = open_window ();
  GtkWindow *dialog;
  gpointer watched = window;

  add_two (window);
  act (window, "close", NULL);
  dialog = find_dialog (window);
  g_assert_nonnull (dialog);
  g_signal_emit_by_name (dialog, "response", "cancel");
  gtk_window_destroy (dialog);
  settle (window);

  act (window, "close", NULL);
  g_object_add_weak_pointer (G_OBJECT (window), &watched);
  g_signal_emit_by_name (find_dialog (window), "response", "discard");
  wait_until (is_gone, &watched);
}

static void
test_bad_project (void)
{
  LesWindow *window = open_window ();
  g_autofree char *uri = write_file ("kaputt.lesart", "{ \"format\": \"lesart-project\", ");
  g_autofree char *target = g_strdup_printf ("'%s'", uri);
  g_autofree char *path = g_filename_from_uri (uri, NULL, NULL);
  g_autofree char *after = NULL;

  act (window, "open-uri", target);
  g_assert_nonnull (find_dialog (window));
  gtk_window_destroy (find_dialog (window));
  g_assert_true (les_window_is_pristine (window));
  g_assert_true (g_file_get_contents (path, &after, NULL, NULL));
  g_assert_cmpstr (after, ==, "{ \"format\": \"lesart-project\", ");
  discard_window (window);
}

static void
test_two_windows (void)
{
  LesWindow *first = open_window ();
  LesWindow *second = open_window ();

  add_two (first);
  g_assert_cmpuint (count (first, LES_RECORD_ARTICLE), ==, 2);
  g_assert_cmpuint (count (second, LES_RECORD_ARTICLE), ==, 0);
  discard_window (second);
  discard_window (first);
}

static void
test_sample (void)
{
  LesWindow *window = open_window ();

  act (window, "open-sample", NULL);
  g_assert_cmpuint (count (window, LES_RECORD_ARTICLE), >=, 2);
  g_assert_true (les_session_is_comparing (les_window_get_session (window)));
  g_assert_null (les_keeper_get_file (les_window_get_keeper (window)));
  discard_window (window);
}

static const char *
get_state (LesWindow *window, const char *action)
{
  g_autoptr (GVariant) state = g_action_group_get_action_state (G_ACTION_GROUP (window), action);

  return g_intern_string (g_variant_get_string (state, NULL));
}

static void
type_note (LesWindow *window, const char *note)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));

  g_assert_true (GTK_IS_TEXT_VIEW (focus));
  gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (GTK_TEXT_VIEW (focus)), note, -1);
}

/* Writing a note on an open article or taking one back leads nobody out of the list. */
static void
test_all_annotations (void)
{
  LesWindow *window = open_window ();
  g_autoptr (GPtrArray) comparisons = NULL;

  add_two (window);
  open_both (window);
  act (window, "annotate-range", "('left', 4, 9, 'Wasser', 'hoch')");
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "tag-notes"));
  g_action_group_change_action_state (G_ACTION_GROUP (window), "view", g_variant_new_string ("annotations"));
  settle (window);
  g_assert_cmpstr (get_state (window, "view"), ==, "annotations");

  act (window, "note-on-article", "''");
  g_assert_true (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "delete-notes"));
  type_note (window, "Von Hand");
  act (window, "note-on-comparison", NULL);
  type_note (window, "Am selben Tag");
  act (window, "focus-left", NULL);
  g_action_group_change_action_state (G_ACTION_GROUP (window), "view", g_variant_new_string ("annotations"));
  settle (window);
  comparisons = les_project_ref_records (project_of (window), LES_RECORD_COMPARISON);
  g_assert_cmpuint (comparisons->len, ==, 1);
  g_assert_cmpstr (les_comparison_get (comparisons->pdata[0], LES_COMPARISON_NOTE), ==, "Am selben Tag");
  g_assert_cmpstr (les_article_get (les_session_get_article (les_window_get_session (window), LES_SIDE_LEFT),
                                    LES_ARTICLE_NOTE), ==, "Von Hand");
  act (window, "undo", NULL);
  act (window, "undo", NULL);
  act (window, "undo", NULL);
  act (window, "undo", NULL);
  g_assert_cmpuint (count (window, LES_RECORD_ANNOTATION), ==, 0);
  act (window, "redo", NULL);
  g_assert_cmpuint (count (window, LES_RECORD_ANNOTATION), ==, 1);
  g_assert_cmpstr (get_state (window, "view"), ==, "annotations");

  act (window, "group-notes", "'speaker'");
  act (window, "next-grouping", NULL);
  g_assert_cmpstr (get_state (window, "group-notes"), ==, "none");
  act (window, "focus-left", NULL);
  g_assert_cmpstr (get_state (window, "view"), ==, "texts");
  discard_window (window);
}

static void
test_hostile_title (void)
{
  LesWindow *window = open_window ();

  act (window, "set-title", "'<b>Merkel & Co.</b> </span>'");
  g_assert_true (g_str_has_prefix (gtk_window_get_title (GTK_WINDOW (window)), "<b>Merkel & Co.</b> </span>"));
  discard_window (window);
}

int
main (int argc, char *argv[])
{
  int failed;

  start_application (argc, argv);
  g_test_add_func ("/window/empty", test_empty);
  g_test_add_func ("/window/shortcuts-lead-somewhere", test_shortcuts_lead_somewhere);
  g_test_add_func ("/window/shortcuts-are-shown", test_shortcuts_are_shown);
  g_test_add_func ("/window/shortcuts-are-unique", test_shortcuts_are_unique);
  g_test_add_func ("/window/add-and-undo", test_add_and_undo);
  g_test_add_func ("/window/compare", test_compare);
  g_test_add_func ("/window/focus-returns", test_focus_returns);
  g_test_add_func ("/window/open-again", test_open_again);
  g_test_add_func ("/window/compare-with-open", test_compare_with_open);
  g_test_add_func ("/window/focus-leaves-hidden-panes", test_focus_leaves_hidden_panes);
  g_test_add_func ("/window/annotate", test_annotate);
  g_test_add_func ("/window/layers", test_layers);
  g_test_add_func ("/window/same-copy", test_same_copy);
  g_test_add_func ("/window/fine-differences", test_fine_differences);
  g_test_add_func ("/window/old-layers", test_old_layers);
  g_test_add_func ("/window/match-commands", test_match_commands);
  g_test_add_func ("/window/save-and-reopen", test_save_and_reopen);
  g_test_add_func ("/window/close-asks", test_close_asks);
  g_test_add_func ("/window/bad-project", test_bad_project);
  g_test_add_func ("/window/block-role", test_block_role);
  g_test_add_func ("/window/two-windows", test_two_windows);
  g_test_add_func ("/window/sample", test_sample);
  g_test_add_func ("/window/hostile-title", test_hostile_title);
  g_test_add_func ("/window/all-annotations", test_all_annotations);
  failed = g_test_run ();
  g_object_unref (application);
  return failed;
}
