/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>
#include <glib/gstdio.h>

#include "les-application.h"
#include "les-window-state.h"
#include "les-window.h"

/* The whole window, driven by its actions, as a user's commands arrive. */

#define PATIENCE_USEC (20 * G_USEC_PER_SEC)

static LesApplication *application;
static char *folder;

typedef gboolean (*Condition) (gpointer data);

static void
wait_until (Condition condition, gpointer data)
{
  gint64 limit = g_get_monotonic_time () + PATIENCE_USEC;

  while (!condition (data))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, limit);
      if (!g_main_context_iteration (NULL, FALSE))
        g_usleep (1000);
    }
}

static gboolean
is_idle (gpointer data)
{
  return !les_window_is_busy (data);
}

static gboolean
is_gone (gpointer data)
{
  return *(gpointer *) data == NULL;
}

static void
settle (LesWindow *window)
{
  wait_until (is_idle, window);
  for (int i = 0; i < 20; i++)
    g_main_context_iteration (NULL, FALSE);
}

static LesWindow *
open_window (void)
{
  LesWindow *window = les_window_new (GTK_APPLICATION (application));

  gtk_window_present (GTK_WINDOW (window));
  settle (window);
  return window;
}

static void
discard_window (LesWindow *window)
{
  LesHistory *history = les_session_get_history (les_window_get_session (window));
  gpointer watched = window;

  les_history_mark_saved (history, les_history_get_position (history));
  g_object_add_weak_pointer (G_OBJECT (window), &watched);
  gtk_window_close (GTK_WINDOW (window));
  wait_until (is_gone, &watched);
}

static void
act (LesWindow *window, const char *action, const char *target)
{
  g_autoptr (GVariant) value = target == NULL ? NULL : g_variant_ref_sink (g_variant_new_parsed (target));

  g_assert_true (g_action_group_has_action (G_ACTION_GROUP (window), action));
  g_action_group_activate_action (G_ACTION_GROUP (window), action, value);
  settle (window);
}

static char *
write_file (const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return g_filename_to_uri (path, NULL, NULL);
}

static void
add_two (LesWindow *window)
{
  g_autofree char *left = write_file ("links.txt",
    "Der Deich an der Oste hält dem Wasser stand. Das sagte der Deichgraf am Montag in Hechthausen.\n\n"
    "Niemand muss seine Wohnung verlassen.");
  g_autofree char *right = write_file ("rechts.txt",
    "Am Montag sprach der Deichgraf in Hechthausen.\n\nDer Deich an der Oste hält dem Wasser stand. Das sagte er.");
  g_autofree char *target = g_strdup_printf ("[%s'%s', '%s']", "", left, right);

  act (window, "add-uris", target);
}

static LesProject *
project_of (LesWindow *window)
{
  return les_session_get_project (les_window_get_session (window));
}

static guint
count (LesWindow *window, LesRecordKind kind)
{
  return les_project_get_n_records (project_of (window), kind);
}

static void
open_both (LesWindow *window)
{
  g_autoptr (GPtrArray) articles = les_project_ref_records (project_of (window), LES_RECORD_ARTICLE);
  g_autofree char *target = g_strdup_printf ("('%s', '%s')",
                                             les_record_get_id (articles->pdata[0]),
                                             les_record_get_id (articles->pdata[1]));

  act (window, "open-pair", target);
}

static void
test_empty (void)
{
  LesWindow *window = open_window ();

  g_assert_true (les_window_is_pristine (window));
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "undo"));
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "next-match"));
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

static GtkWindow *
find_dialog (LesWindow *window)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWindow) toplevel = g_list_model_get_item (toplevels, i);

      if (ADW_IS_MESSAGE_DIALOG (toplevel) && gtk_window_get_transient_for (toplevel) == GTK_WINDOW (window))
        return toplevel;
    }
  return NULL;
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

  gtk_test_init (&argc, &argv, NULL);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  folder = g_dir_make_tmp ("lesart-window-XXXXXX", NULL);
  application = les_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE | G_APPLICATION_HANDLES_OPEN);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));

  g_test_add_func ("/window/empty", test_empty);
  g_test_add_func ("/window/shortcuts-lead-somewhere", test_shortcuts_lead_somewhere);
  g_test_add_func ("/window/shortcuts-are-shown", test_shortcuts_are_shown);
  g_test_add_func ("/window/add-and-undo", test_add_and_undo);
  g_test_add_func ("/window/compare", test_compare);
  g_test_add_func ("/window/annotate", test_annotate);
  g_test_add_func ("/window/layers", test_layers);
  g_test_add_func ("/window/old-layers", test_old_layers);
  g_test_add_func ("/window/match-commands", test_match_commands);
  g_test_add_func ("/window/save-and-reopen", test_save_and_reopen);
  g_test_add_func ("/window/close-asks", test_close_asks);
  g_test_add_func ("/window/bad-project", test_bad_project);
  g_test_add_func ("/window/two-windows", test_two_windows);
  g_test_add_func ("/window/sample", test_sample);
  g_test_add_func ("/window/hostile-title", test_hostile_title);
  failed = g_test_run ();
  g_object_unref (application);
  return failed;
}
