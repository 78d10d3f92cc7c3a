/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-desk.h"

static void
test_save_and_load (Desk *desk, gconstpointer data)
{
  g_autoptr (LesLoadedProject) loaded = NULL;

  rename_project (desk, "Hafenbau");
  g_assert_true (les_history_get_modified (desk->history));
  g_assert_true (save (desk, desk->file, FALSE, -1));
  g_assert_false (les_history_get_modified (desk->history));
  g_assert_true (g_file_equal (les_keeper_get_file (desk->keeper), desk->file));

  loaded = load (desk->file);
  g_assert_cmpstr (get_title (loaded->project), ==, "Hafenbau");
  g_assert_cmpuint (loaded->findings->len, ==, 0);
  g_assert_nonnull (les_project_info_get (les_project_get_info (loaded->project), LES_PROJECT_INFO_MODIFIED));
}

static void
test_no_file (Desk *desk, gconstpointer data)
{
  save (desk, NULL, FALSE, LES_ERROR_FAILED);
}

static void
test_newest_wins (Desk *desk, gconstpointer data)
{
  Answer answer = { 0 };
  g_autoptr (LesLoadedProject) loaded = NULL;

  for (int i = 0; i < 5; i++)
    {
      g_autofree char *title = g_strdup_printf ("Fassung %d", i);

      rename_project (desk, title);
      les_keeper_save_async (desk->keeper, desk->file, FALSE, NULL, saved_cb, &answer);
    }
  g_assert_true (les_keeper_get_saving (desk->keeper));
  rename_project (desk, "Fassung 5");
  wait_for (&answer, 5);
  g_assert_no_error (answer.error);
  g_assert_cmpuint (answer.n_good, ==, 5);
  g_assert_false (les_keeper_get_saving (desk->keeper));

  loaded = load (desk->file);
  g_assert_cmpstr (get_title (loaded->project), ==, "Fassung 5");
  g_assert_false (les_history_get_modified (desk->history));
}

/* What is done while a save runs stays unsaved. */
static void
test_work_goes_on (Desk *desk, gconstpointer data)
{
  Answer answer = { 0 };

  rename_project (desk, "eins");
  les_keeper_save_async (desk->keeper, desk->file, FALSE, NULL, saved_cb, &answer);
  rename_project (desk, "zwei");
  wait_for (&answer, 1);
  g_assert_true (les_history_get_modified (desk->history));
  les_history_undo (desk->history);
  g_assert_false (les_history_get_modified (desk->history));
}

static void
test_changed_on_disk (Desk *desk, gconstpointer data)
{
  const char *path = g_file_peek_path (desk->file);

  g_assert_true (save (desk, desk->file, FALSE, -1));
  g_assert_true (g_file_set_contents (path, "etwas anderes", -1, NULL));
  rename_project (desk, "neu");
  save (desk, NULL, FALSE, LES_ERROR_CHANGED_ON_DISK);
  g_assert_true (les_keeper_get_changed_on_disk (desk->keeper));
  g_assert_true (les_history_get_modified (desk->history));

  g_assert_true (save (desk, NULL, TRUE, -1));
  g_assert_false (les_keeper_get_changed_on_disk (desk->keeper));
  g_assert_true (save (desk, NULL, FALSE, -1));
}

/* A file that we never read is not replaced unasked. */
static void
test_save_over_another (Desk *desk, gconstpointer data)
{
  g_autofree char *path = g_build_filename (desk->folder, "other.lesart", NULL);
  g_autoptr (GFile) other = g_file_new_for_path (path);
  g_autofree char *content = NULL;

  g_assert_true (g_file_set_contents (path, "etwas anderes", -1, NULL));
  save (desk, other, FALSE, LES_ERROR_CHANGED_ON_DISK);
  g_assert_null (les_keeper_get_file (desk->keeper));
  g_assert_false (les_keeper_get_changed_on_disk (desk->keeper));

  g_assert_true (save (desk, desk->file, FALSE, -1));
  save (desk, other, FALSE, LES_ERROR_CHANGED_ON_DISK);
  g_assert_false (les_keeper_get_changed_on_disk (desk->keeper));
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "etwas anderes");
  g_assert_true (save (desk, other, TRUE, -1));
  g_assert_true (save (desk, NULL, FALSE, -1));
}

static void
test_remote (Desk *desk, gconstpointer data)
{
  g_autoptr (GFile) remote = g_file_new_for_uri ("resource:///org/example/work.lesart");

  save (desk, remote, TRUE, LES_ERROR_REMOTE);
}

static void
test_change_is_noticed (Desk *desk, gconstpointer data)
{
  guint timeout;

  g_assert_true (save (desk, desk->file, FALSE, -1));
  timeout = g_timeout_add_seconds (10, give_up_cb, (gpointer) "the change");
  g_assert_true (g_file_set_contents (g_file_peek_path (desk->file), "etwas anderes", -1, NULL));
  while (!les_keeper_get_changed_on_disk (desk->keeper))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (timeout);
}

static void
test_read_only (Desk *desk, gconstpointer data)
{
  g_autofree char *path = g_build_filename (desk->folder, "copy.lesart", NULL);
  g_autoptr (GFile) copy = g_file_new_for_path (path);

  les_keeper_set_loaded (desk->keeper, desk->file, TRUE);
  save (desk, NULL, TRUE, LES_ERROR_NOT_WRITABLE);
  save (desk, desk->file, TRUE, LES_ERROR_NOT_WRITABLE);
  g_assert_true (save (desk, copy, FALSE, -1));
  g_assert_false (les_keeper_get_read_only (desk->keeper));
}

static void
test_load_fails (Desk *desk, gconstpointer data)
{
  g_autoptr (GFile) folder = g_file_new_for_path (desk->folder);
  struct
  {
    GFile *file;
    const char *content;
    int code;
  } cases[] = {
    { desk->file, NULL, LES_ERROR_NOT_FOUND },
    { folder, NULL, LES_ERROR_IS_DIRECTORY },
    { desk->file, "", LES_ERROR_EMPTY },
    { desk->file, "Ein Satz.", LES_ERROR_SYNTAX },
    { desk->file, "{}", LES_ERROR_NOT_A_PROJECT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Answer answer = { 0 };

      if (cases[i].content != NULL)
        g_assert_true (g_file_set_contents (g_file_peek_path (cases[i].file), cases[i].content, -1, NULL));
      les_keeper_load_async (cases[i].file, NULL, loaded_cb, &answer);
      wait_for (&answer, 1);
      g_assert_null (answer.loaded);
      g_assert_error (answer.error, LES_ERROR, cases[i].code);
      g_clear_error (&answer.error);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  make_own_home ();

#define ADD(path, function) g_test_add ("/keeper/" path, Desk, NULL, set_up, function, tear_down)
  ADD ("save-and-load", test_save_and_load);
  ADD ("no-file", test_no_file);
  ADD ("newest-wins", test_newest_wins);
  ADD ("work-goes-on", test_work_goes_on);
  ADD ("changed-on-disk", test_changed_on_disk);
  ADD ("save-over-another", test_save_over_another);
  ADD ("remote", test_remote);
  ADD ("change-is-noticed", test_change_is_noticed);
  ADD ("read-only", test_read_only);
  ADD ("load-fails", test_load_fails);

  return remove_own_home (g_test_run ());
}
