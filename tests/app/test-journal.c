/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-desk.h"

#include "les-backups.h"
#include "les-journal-line.h"

/* Long enough for a change to reach the disk. */
static void
wait_for_journal (void)
{
  gint64 end = g_get_monotonic_time () + G_USEC_PER_SEC;

  while (g_get_monotonic_time () < end)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (5000);
}

/* The program is gone without a word: nothing is closed, locks fall. */
static void
crash (Desk *desk)
{
  wait_for_end_of (desk->keeper);
  g_assert_finalize_object (desk->history);
  g_assert_finalize_object (desk->project);
}

static guint
count_files (const char *name)
{
  g_autofree char *path = g_build_filename (g_get_user_state_dir (), "lesart", name, NULL);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  guint n = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

/* Opens what the crash left behind; there must be exactly that. */
static LesLoadedProject *
recover_one (void)
{
  g_autoptr (GPtrArray) recoveries = les_keeper_list_recoveries ();
  g_autoptr (GError) error = NULL;
  LesLoadedProject *loaded;

  g_assert_cmpuint (recoveries->len, ==, 1);
  loaded = les_keeper_recover (recoveries->pdata[0], &error);
  g_assert_no_error (error);
  for (guint i = 0; i < loaded->findings->len; i++)
    g_test_message ("%s", ((LesFinding *) loaded->findings->pdata[i])->message);
  return loaded;
}

static void
reopen (Desk *desk, LesLoadedProject *loaded, GFile *file)
{
  open_desk (desk, g_object_ref (loaded->project));
  les_loaded_project_free (loaded);
  if (file != NULL)
    les_keeper_set_loaded (desk->keeper, file, FALSE);
}

static void
add_article (Desk *desk, const char *words)
{
  g_autoptr (LesText) text = les_text_new (words, -1);
  g_autoptr (GPtrArray) articles = g_ptr_array_new ();
  g_autoptr (LesArticle) article = les_article_new ("a1", text);

  g_ptr_array_add (articles, article);
  les_history_perform (desk->history, les_edits_add_articles (desk->project, articles));
}

static void
test_never_saved (Desk *desk, gconstpointer data)
{
  LesLoadedProject *loaded;

  add_article (desk, "Der Hafen wächst.\nUnd wächst.");
  rename_project (desk, "Hafen");
  wait_for_journal ();
  rename_project (desk, "Hafen II");
  wait_for_journal ();
  crash (desk);

  loaded = recover_one ();
  g_assert_cmpuint (loaded->findings->len, ==, 0);
  g_assert_cmpstr (get_title (loaded->project), ==, "Hafen II");
  g_assert_cmpuint (les_project_get_n_records (loaded->project, LES_RECORD_ARTICLE), ==, 1);
  reopen (desk, loaded, NULL);
  g_assert_true (les_history_get_modified (desk->history));
}

static void
test_saved_then_edited (Desk *desk, gconstpointer data)
{
  LesLoadedProject *loaded;

  add_article (desk, "Der Hafen wächst.");
  save (desk, desk->file, FALSE, -1);
  rename_project (desk, "Hafen");
  les_history_perform (desk->history, les_edits_add_annotation (desk->project, "a1", LES_TEXT_RANGE (4, 9), NULL,
                                                                "Wort", "mk", NULL));
  les_history_undo (desk->history);
  les_history_redo (desk->history);
  wait_for_journal ();
  crash (desk);

  loaded = recover_one ();
  g_assert_cmpuint (loaded->findings->len, ==, 0);
  g_assert_cmpstr (get_title (loaded->project), ==, "Hafen");
  g_assert_cmpuint (les_project_get_n_annotations_of (loaded->project, "a1"), ==, 1);
  reopen (desk, loaded, desk->file);
  g_assert_true (save (desk, NULL, FALSE, -1));
  wait_for_journal ();
  g_assert_cmpuint (count_files ("journals"), ==, 0);
  g_assert_cmpuint (count_files ("journals-aside"), ==, 1);
}

static void
test_loaded_then_edited (Desk *desk, gconstpointer data)
{
  LesLoadedProject *loaded;

  add_article (desk, "Der Hafen wächst.");
  save (desk, desk->file, FALSE, -1);
  close_desk (desk);

  reopen (desk, load (desk->file), desk->file);
  rename_project (desk, "geladen");
  wait_for_journal ();
  crash (desk);

  loaded = recover_one ();
  g_assert_cmpstr (get_title (loaded->project), ==, "geladen");
  reopen (desk, loaded, desk->file);
}

/* Two crashes in a row, the second right after recovering. */
static void
test_crash_twice (Desk *desk, gconstpointer data)
{
  rename_project (desk, "eins");
  wait_for_journal ();
  crash (desk);

  reopen (desk, recover_one (), NULL);
  crash (desk);

  reopen (desk, recover_one (), NULL);
  wait_for_journal ();
  rename_project (desk, "zwei");
  wait_for_journal ();
  crash (desk);

  reopen (desk, recover_one (), NULL);
  g_assert_cmpstr (get_title (desk->project), ==, "zwei");
}

static void
test_in_use (Desk *desk, gconstpointer data)
{
  g_autoptr (GPtrArray) recoveries = NULL;
  LesLoadedProject *loaded;
  g_autoptr (GError) error = NULL;

  rename_project (desk, "offen");
  wait_for_journal ();
  g_assert_cmpuint (count_files ("journals"), ==, 1);
  recoveries = les_keeper_list_recoveries ();
  g_assert_cmpuint (recoveries->len, ==, 0);
  crash (desk);

  /* One window takes it, another one that saw it, too, is told so. */
  g_clear_pointer (&recoveries, g_ptr_array_unref);
  recoveries = les_keeper_list_recoveries ();
  g_assert_cmpuint (recoveries->len, ==, 1);
  loaded = les_keeper_recover (recoveries->pdata[0], NULL);
  g_assert_null (les_keeper_recover (recoveries->pdata[0], &error));
  g_assert_error (error, LES_ERROR, LES_ERROR_LOCKED);
  reopen (desk, loaded, NULL);
}

static void
test_closed_saved (Desk *desk, gconstpointer data)
{
  rename_project (desk, "fertig");
  wait_for_journal ();
  save (desk, desk->file, FALSE, -1);
  les_keeper_close (desk->keeper, FALSE);
  g_assert_cmpuint (count_files ("journals"), ==, 0);
  g_assert_cmpuint (count_files ("journals-aside"), ==, 0);
}

static void
test_discarded (Desk *desk, gconstpointer data)
{
  g_autoptr (GPtrArray) recoveries = NULL;

  rename_project (desk, "weg damit");
  les_keeper_close (desk->keeper, TRUE);
  recoveries = les_keeper_list_recoveries ();
  g_assert_cmpuint (recoveries->len, ==, 0);
  g_assert_cmpuint (count_files ("journals-aside"), ==, 1);
}

static void
test_closed_unsaved (Desk *desk, gconstpointer data)
{
  g_autoptr (GPtrArray) recoveries = NULL;

  rename_project (desk, "Abmeldung");
  les_keeper_close (desk->keeper, FALSE);
  crash (desk);
  recoveries = les_keeper_list_recoveries ();
  g_assert_cmpuint (recoveries->len, ==, 1);
  g_assert_cmpstr (((LesRecovery *) recoveries->pdata[0])->title, ==, "Abmeldung");

  les_keeper_forget_recovery (recoveries->pdata[0]);
  g_clear_pointer (&recoveries, g_ptr_array_unref);
  recoveries = les_keeper_list_recoveries ();
  g_assert_cmpuint (recoveries->len, ==, 0);
  g_assert_cmpuint (count_files ("journals-aside"), ==, 1);
  open_desk (desk, les_project_new ());
}

/* Work that was done while a save ran is in the next journal. */
static void
test_edited_while_saving (Desk *desk, gconstpointer data)
{
  Answer answer = { 0 };

  rename_project (desk, "gespeichert");
  les_keeper_save_async (desk->keeper, desk->file, FALSE, NULL, saved_cb, &answer);
  rename_project (desk, "später");
  wait_for (&answer, 1);
  wait_for_journal ();
  crash (desk);

  reopen (desk, recover_one (), desk->file);
  g_assert_cmpstr (get_title (desk->project), ==, "später");
  g_assert_true (save (desk, NULL, FALSE, -1));
}

/* The project file is another one by now: the work is not lost, and that one is not overwritten. */
static void
test_file_replaced (Desk *desk, gconstpointer data)
{
  add_article (desk, "Der Hafen wächst.");
  save (desk, desk->file, FALSE, -1);
  rename_project (desk, "meins");
  wait_for_journal ();
  crash (desk);
  g_assert_true (g_file_set_contents (g_file_peek_path (desk->file), "{\"format\":\"lesart-project\",\"version\":1,\"id\":\"x\"}", -1, NULL));

  reopen (desk, recover_one (), desk->file);
  g_assert_cmpstr (get_title (desk->project), ==, "meins");
  g_assert_cmpuint (les_project_get_n_records (desk->project, LES_RECORD_ARTICLE), ==, 1);
  save (desk, NULL, FALSE, LES_ERROR_CHANGED_ON_DISK);
}

static char *
find_journal (void)
{
  g_autofree char *folder = g_build_filename (g_get_user_state_dir (), "lesart", "journals", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);

  return g_build_filename (folder, g_dir_read_name (dir), NULL);
}

/* Cut off at any byte, a journal gives what is whole in it, and never stops the program. */
static void
test_torn (Desk *desk, gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autofree char *content = NULL;
  gsize length;
  guint n_recovered = 0;

  rename_project (desk, "eins");
  wait_for_journal ();
  rename_project (desk, "zwei");
  rename_project (desk, "drei");
  wait_for_journal ();
  crash (desk);
  path = find_journal ();
  g_assert_true (g_file_get_contents (path, &content, &length, NULL));

  for (gsize n = 0; n <= length; n += n < length - 200 ? 7 : 1)
    {
      g_autoptr (GPtrArray) recoveries = NULL;
      g_autoptr (LesLoadedProject) loaded = NULL;

      g_assert_true (g_file_set_contents (path, content, n, NULL));
      recoveries = les_keeper_list_recoveries ();
      if (recoveries->len == 0)
        continue;
      loaded = les_keeper_recover (recoveries->pdata[0], NULL);
      n_recovered += loaded != NULL;
      if (n == length)
        g_assert_cmpstr (get_title (loaded->project), ==, "drei");
    }
  g_assert_cmpuint (n_recovered, >, 10);
  open_desk (desk, les_project_new ());
}

static void
test_private (Desk *desk, gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autofree char *folder = NULL;
  struct stat status;

  rename_project (desk, "geheim");
  wait_for_journal ();
  path = find_journal ();
  folder = g_path_get_dirname (path);
  g_assert_cmpint (stat (path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  g_assert_cmpint (stat (folder, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0700);
}

static void
test_backups (Desk *desk, gconstpointer data)
{
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GPtrArray) by_file = NULL;
  g_autoptr (LesLoadedProject) loaded = NULL;

  for (int i = 0; i < 15; i++)
    {
      g_autofree char *title = g_strdup_printf ("Fassung %d", i);

      rename_project (desk, title);
      save (desk, desk->file, FALSE, -1);
    }
  backups = les_backups_list (les_record_get_id (LES_RECORD (les_project_get_info (desk->project))));
  g_assert_cmpuint (backups->len, >=, 10);
  g_assert_cmpuint (backups->len, <=, 12);
  loaded = load (((LesBackup *) backups->pdata[9])->file);
  g_assert_cmpstr (get_title (loaded->project), ==, "Fassung 5");

  g_assert_true (g_file_set_contents (g_file_peek_path (desk->file), "kaputt", -1, NULL));
  by_file = les_backups_list_for_file (desk->file);
  g_assert_cmpuint (by_file->len, ==, backups->len);
}

/* What somebody else wrote is kept before it is written over. */
static void
test_overwritten_is_kept (Desk *desk, gconstpointer data)
{
  g_autoptr (GPtrArray) backups = NULL;
  gboolean found = FALSE;

  rename_project (desk, "meins");
  save (desk, desk->file, FALSE, -1);
  g_assert_true (g_file_set_contents (g_file_peek_path (desk->file), "von anderer Hand", -1, NULL));
  rename_project (desk, "wieder meins");
  save (desk, NULL, TRUE, -1);
  backups = les_backups_list (les_record_get_id (LES_RECORD (les_project_get_info (desk->project))));
  for (guint i = 0; i < backups->len; i++)
    {
      g_autofree char *content = NULL;

      g_assert_true (g_file_load_contents (((LesBackup *) backups->pdata[i])->file, NULL, &content, NULL, NULL, NULL));
      found = found || g_str_equal (content, "von anderer Hand");
    }
  g_assert_true (found);
}

static void
test_crc (void)
{
  g_assert_cmphex (les_journal_line_crc ("123456789", 9), ==, 0xCBF43926);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  make_own_home ();

  g_test_add_func ("/journal/crc", test_crc);
#define ADD(path, function) g_test_add ("/journal/" path, Desk, NULL, set_up, function, tear_down)
  ADD ("never-saved", test_never_saved);
  ADD ("saved-then-edited", test_saved_then_edited);
  ADD ("loaded-then-edited", test_loaded_then_edited);
  ADD ("crash-twice", test_crash_twice);
  ADD ("in-use", test_in_use);
  ADD ("closed-saved", test_closed_saved);
  ADD ("discarded", test_discarded);
  ADD ("closed-unsaved", test_closed_unsaved);
  ADD ("edited-while-saving", test_edited_while_saving);
  ADD ("file-replaced", test_file_replaced);
  ADD ("torn", test_torn);
  ADD ("private", test_private);
  ADD ("backups", test_backups);
  ADD ("overwritten-is-kept", test_overwritten_is_kept);

  return remove_own_home (g_test_run ());
}
