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

static char *
find_journal (void)
{
  g_autofree char *folder = g_build_filename (g_get_user_state_dir (), "lesart", "journals", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);

  return g_build_filename (folder, g_dir_read_name (dir), NULL);
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

/* The commonest first session: a new project, articles added at once, saved.
 * Whatever of its journal a crash leaves there, all of it is in the file. */
static void
test_saved_at_once (Desk *desk, gconstpointer data)
{
  g_autoptr (GPtrArray) recoveries = NULL;
  g_autofree char *path = NULL;
  g_autofree char *content = NULL;
  gsize length;

  add_article (desk, "Der Hafen wächst.");
  wait_for_journal ();
  path = find_journal ();
  g_assert_true (save (desk, desk->file, FALSE, -1));
  /* nothing ran since the answer: it is still there */
  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  les_keeper_close (desk->keeper, FALSE);
  g_assert_cmpuint (count_files ("journals"), ==, 0);

  g_assert_true (g_file_set_contents (path, content, length, NULL));
  recoveries = les_keeper_list_recoveries ();
  g_assert_cmpuint (recoveries->len, ==, 0);
  g_assert_cmpuint (count_files ("journals"), ==, 0);
}

/* Closing finishes what runs, without a main loop that could do it later. */
static void
test_closed_while_saving (Desk *desk, gconstpointer data)
{
  const gboolean discards[] = { FALSE, TRUE };

  for (guint i = 0; i < G_N_ELEMENTS (discards); i++)
    {
      Answer answer = { 0 };
      g_autoptr (GPtrArray) recoveries = NULL;

      rename_project (desk, "Hafen");
      if (i == 0)
        wait_for_journal ();
      les_keeper_save_async (desk->keeper, desk->file, TRUE, NULL, saved_cb, &answer);
      les_keeper_close (desk->keeper, discards[i]);
      g_assert_true (g_file_query_exists (desk->file, NULL));
      g_assert_cmpuint (count_files ("journals"), ==, 0);
      g_assert_cmpuint (count_files ("journals-aside"), ==, 0);
      g_assert_false (les_history_get_modified (desk->history));
      g_assert_cmpuint (answer.n_answers, ==, 0);

      wait_for (&answer, 1);
      g_assert_no_error (answer.error);
      recoveries = les_keeper_list_recoveries ();
      g_assert_cmpuint (recoveries->len, ==, 0);
      g_assert_true (g_file_delete (desk->file, NULL, NULL));
      crash (desk);
      open_desk (desk, les_project_new ());
    }
}

static void
notified_cb (GObject *object, GParamSpec *pspec, gpointer data)
{
  ++*(guint *) data;
}

static void
wait_for_unprotected (Desk *desk, gboolean unprotected)
{
  guint timeout = g_timeout_add_seconds (5, give_up_cb, (gpointer) "unprotected");

  while (les_keeper_get_unprotected (desk->keeper) != unprotected)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (timeout);
}

/* A journal that cannot be written is told, and that it can be again. */
static void
test_unprotected (Desk *desk, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (g_get_user_state_dir (), "lesart", NULL);
  g_autofree char *journals = g_build_filename (folder, "journals", NULL);
  guint n_notified = 0;

  g_signal_connect (desk->keeper, "notify::unprotected", G_CALLBACK (notified_cb), &n_notified);
  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (journals, "a file in the way", -1, NULL));
  rename_project (desk, "eins");
  wait_for_unprotected (desk, TRUE);
  g_assert_cmpint (g_unlink (journals), ==, 0);
  rename_project (desk, "zwei");
  wait_for_unprotected (desk, FALSE);
  g_assert_cmpuint (count_files ("journals"), ==, 1);

  g_assert_true (save (desk, desk->file, FALSE, -1));
  wait_for_journal ();
  remove_folder (journals);
  g_assert_true (g_file_set_contents (journals, "a file in the way", -1, NULL));
  rename_project (desk, "drei");
  wait_for_unprotected (desk, TRUE);
  g_assert_true (save (desk, desk->file, FALSE, -1));
  wait_for_unprotected (desk, FALSE);
  g_assert_cmpuint (n_notified, ==, 4);
  g_unlink (journals);
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

/* Found by each of its places, also when it was saved there without a change. */
static void
test_backups_of_places (Desk *desk, gconstpointer data)
{
  static const char * const names[] = { "copy.lesart", "with\nbreak.lesart", "third.lesart" };

  save (desk, desk->file, FALSE, -1);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (desk->folder, names[i], NULL);
      g_autoptr (GFile) copy = g_file_new_for_path (path);
      g_autoptr (GPtrArray) of_copy = NULL;
      g_autoptr (GPtrArray) of_first = NULL;

      save (desk, copy, FALSE, -1);
      of_copy = les_backups_list_for_file (copy);
      of_first = les_backups_list_for_file (desk->file);
      g_assert_cmpuint (of_copy->len, >=, 1);
      g_assert_cmpuint (of_first->len, ==, of_copy->len);
    }
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
  ADD ("saved-at-once", test_saved_at_once);
  ADD ("closed-while-saving", test_closed_while_saving);
  ADD ("unprotected", test_unprotected);
  ADD ("discarded", test_discarded);
  ADD ("closed-unsaved", test_closed_unsaved);
  ADD ("edited-while-saving", test_edited_while_saving);
  ADD ("file-replaced", test_file_replaced);
  ADD ("torn", test_torn);
  ADD ("private", test_private);
  ADD ("backups", test_backups);
  ADD ("backups-of-places", test_backups_of_places);
  ADD ("overwritten-is-kept", test_overwritten_is_kept);

  return remove_own_home (g_test_run ());
}
