/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "faults.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "les-backups.h"
#include "les-edits.h"
#include "les-journal.h"
#include "les-keeper.h"
#include "les-saver.h"
#include "../app/own-home.h"

#define SMALL_BYTES (20 * 1000)
#define BIG_BYTES (400 * 1000)
#define N_KILLS 200
#define N_LEVELS 40

static const int errors[] = { EIO, ENOSPC, EDQUOT, EROFS, EACCES, EINTR };

static char *folder;
static char *path;
/* Of every version of the file. */
static gsize n_bytes = SMALL_BYTES;

static GBytes *
make_content (char letter)
{
  char *data = g_malloc (n_bytes);

  memset (data, letter, n_bytes);
  return g_bytes_new_take (data, n_bytes);
}

/* The letter that the file consists of; anything but a whole version is the end. */
static char
read_version (void)
{
  g_autofree char *content = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  g_assert_cmpuint (length, ==, n_bytes);
  for (gsize i = 1; i < length; i++)
    g_assert_cmpint (content[i], ==, content[0]);
  return content[0];
}

static gboolean
save (char letter, const LesFileStamp *expected, LesFileStamp *written)
{
  g_autoptr (GBytes) content = make_content (letter);
  g_autoptr (GError) error = NULL;
  LesSaver saver = { .path = path, .content = content, .expected = expected };
  gboolean good = les_saver_run (&saver, written, NULL, &error);

  g_assert_cmpint (good, ==, error == NULL);
  return good;
}

static guint
count_names (const char *where)
{
  g_autoptr (GDir) dir = g_dir_open (where, 0, NULL);
  guint n = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
start_with_old (LesFileStamp *stamp)
{
  g_unlink (path);
  *stamp = (LesFileStamp) { 0 };
  g_assert_true (save ('o', NULL, stamp));
}

/* One fault in one save: the old version or the new one, and the next save works. */
static gboolean
try_fault (FaultCall call, int nth, int error, gboolean persistent)
{
  LesFileStamp stamp;
  LesFileStamp written = { 0 };
  gboolean good, fired;

  start_with_old (&stamp);
  faults_arm (call, nth, error, persistent);
  good = save ('n', &stamp, &written);
  fired = faults_disarm ();

  g_assert_cmpint (read_version (), ==, les_file_stamp_is_set (&written) ? 'n' : 'o');
  g_assert_true (!good || les_file_stamp_is_set (&written));
  g_assert_true (good || fired);
  g_assert_cmpuint (count_names (folder), ==, 1);
  if (les_file_stamp_is_set (&written))
    stamp = written;
  g_assert_true (save ('x', &stamp, &written));
  g_assert_cmpint (read_version (), ==, 'x');
  return fired;
}

static void
test_saver (void)
{
  guint n_faults = 0;

  for (guint call = 0; call < N_FAULT_CALLS; call++)
    for (guint i = 0; i < G_N_ELEMENTS (errors); i++)
      for (int persistent = 0; persistent < 2; persistent++)
        for (int nth = 1; try_fault (call, nth, errors[i], persistent); nth++)
          n_faults++;
  g_test_message ("%u faults", n_faults);
  g_assert_cmpuint (n_faults, >, 200);
}

/* A disk that is full after so many bytes. */
static void
test_full_disk (void)
{
  struct rlimit unlimited;
  guint n_failed = 0;

  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &unlimited), ==, 0);
  for (guint level = 0; level < N_LEVELS; level++)
    {
      struct rlimit limit = { level * n_bytes * 2 / N_LEVELS, unlimited.rlim_max };
      LesFileStamp stamp;
      LesFileStamp written = { 0 };
      gboolean good;

      start_with_old (&stamp);
      g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
      good = save ('n', &stamp, &written);
      g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &unlimited), ==, 0);
      n_failed += !good;
      g_assert_cmpint (read_version (), ==, good ? 'n' : 'o');
      g_assert_cmpuint (count_names (folder), ==, 1);
    }
  g_assert_cmpuint (n_failed, >=, N_LEVELS / 3);
  g_assert_cmpuint (n_failed, <, N_LEVELS);
}

/* Saves until it is killed; says each version that is acknowledged. */
static void
save_for_ever (int pipe_fd)
{
  LesFileStamp stamp = { 0 };
  LesFileStamp expected = { 0 };

  for (int i = 0;; i++)
    {
      char letter = 'a' + i % 26;

      if (!save (letter, i > 0 ? &expected : NULL, &stamp) || write (pipe_fd, &letter, 1) != 1)
        _exit (1);
      expected = stamp;
    }
}

static char
read_last_letter (int fd)
{
  char letter = 0;
  char next;

  while (read (fd, &next, 1) == 1)
    letter = next;
  return letter;
}

static void
kill_once (void)
{
  int ends[2];
  pid_t child;
  char acknowledged;
  char found;

  g_assert_cmpint (pipe (ends), ==, 0);
  child = fork ();
  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      close (ends[0]);
      save_for_ever (ends[1]);
    }
  close (ends[1]);
  g_usleep (g_test_rand_int_range (0, 12000));
  kill (child, SIGKILL);
  waitpid (child, NULL, 0);
  acknowledged = read_last_letter (ends[0]);
  close (ends[0]);

  found = read_version ();
  if (acknowledged != 0)
    g_assert_true (found == acknowledged || found == 'a' + (acknowledged - 'a' + 1) % 26);
}

static void
test_kill (void)
{
  LesFileStamp stamp;

  n_bytes = BIG_BYTES;
  start_with_old (&stamp);
  for (int i = 0; i < N_KILLS; i++)
    kill_once ();
  n_bytes = SMALL_BYTES;
  les_saver_sweep (folder, -10);
  g_assert_cmpuint (count_names (folder), ==, 1);
}

static LesChange *
rename_project (LesProject *project, const char *title)
{
  LesChange *change = les_edits_set_title (project, title);

  les_change_unref (les_project_apply (project, change));
  return change;
}

static void
add_title (LesJournal *journal, LesProject *project, const char *title)
{
  g_autoptr (LesChange) change = rename_project (project, title);

  les_journal_add (journal, change);
}

static char *
recover_title (void)
{
  g_autoptr (GPtrArray) recoveries = les_keeper_list_recoveries ();
  g_autoptr (LesLoadedProject) loaded = NULL;

  g_assert_cmpuint (recoveries->len, ==, 1);
  loaded = les_keeper_recover (recoveries->pdata[0], NULL);
  g_assert_nonnull (loaded);
  les_keeper_forget_recovery (recoveries->pdata[0]);
  return g_strdup (les_project_info_get (les_project_get_info (loaded->project), LES_PROJECT_INFO_TITLE));
}

static void
forget_recoveries (void)
{
  g_autoptr (GPtrArray) recoveries = les_keeper_list_recoveries ();

  for (guint i = 0; i < recoveries->len; i++)
    les_keeper_forget_recovery (recoveries->pdata[i]);
}

/* One fault while the journal is written: what was written before is there,
 * and once the disk works again all of it. */
static gboolean
try_journal_fault (FaultCall call, int nth, int error, gboolean persistent)
{
  g_autoptr (LesProject) project = les_project_new ();
  LesJournal *journal = les_journal_new ();
  LesJournalBase base = { .project_id = les_record_get_id (LES_RECORD (les_project_get_info (project))) };
  g_autofree char *title = NULL;
  gboolean fired;

  les_journal_start (journal, &base, project);
  add_title (journal, project, "eins");
  faults_arm (call, nth, error, persistent);
  les_journal_flush (journal);
  add_title (journal, project, "zwei");
  les_journal_flush (journal);
  fired = faults_disarm ();
  add_title (journal, project, "drei");
  g_assert_true (les_journal_flush (journal));
  les_journal_free (journal);

  title = recover_title ();
  g_assert_cmpstr (title, ==, "drei");
  forget_recoveries ();
  return fired;
}

static void
test_journal (void)
{
  guint n_faults = 0;

  for (guint call = 0; call < N_FAULT_CALLS; call++)
    for (guint i = 0; i < G_N_ELEMENTS (errors); i += 2)
      for (int persistent = 0; persistent < 2; persistent++)
        for (int nth = 1; try_journal_fault (call, nth, errors[i], persistent); nth++)
          n_faults++;
  g_test_message ("%u faults", n_faults);
  g_assert_cmpuint (n_faults, >, 40);
}

static void
test_backups (void)
{
  for (guint call = 0; call < N_FAULT_CALLS; call++)
    for (int nth = 1;; nth++)
      {
        g_autofree char *id = g_uuid_string_random ();
        g_autoptr (GBytes) first = make_content ('f');
        g_autoptr (GBytes) second = make_content ('s');
        g_autoptr (GPtrArray) backups = NULL;
        gboolean good, fired;

        g_assert_true (les_backups_add (id, path, first, NULL));
        faults_arm (call, nth, ENOSPC, FALSE);
        good = les_backups_add (id, path, second, NULL);
        fired = faults_disarm ();
        backups = les_backups_list (id);
        g_assert_cmpuint (backups->len, >=, good ? 2 : 1);
        for (guint i = 0; i < backups->len; i++)
          g_assert_cmpint (((LesBackup *) backups->pdata[i])->size, ==, n_bytes);
        if (!fired)
          break;
      }
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  make_own_home ();
  folder = g_dir_make_tmp ("lesart-faults-XXXXXX", NULL);
  path = g_build_filename (folder, "work.lesart", NULL);

  g_test_add_func ("/faults/saver", test_saver);
  g_test_add_func ("/faults/full-disk", test_full_disk);
  g_test_add_func ("/faults/kill", test_kill);
  g_test_add_func ("/faults/journal", test_journal);
  g_test_add_func ("/faults/backups", test_backups);
  status = g_test_run ();

  remove_folder (folder);
  g_free (path);
  g_free (folder);
  return remove_own_home (status);
}
