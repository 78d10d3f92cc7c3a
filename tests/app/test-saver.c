/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>
#include <utime.h>

#include "les-error.h"
#include "les-saver.h"

typedef struct
{
  char *folder;
  char *path;
} Place;

static void
set_up (Place *place, gconstpointer data)
{
  place->folder = g_dir_make_tmp ("lesart-saver-XXXXXX", NULL);
  place->path = g_build_filename (place->folder, "work.lesart", NULL);
}

static void
empty_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
        empty_folder (path);
      g_remove (path);
    }
}

static void
tear_down (Place *place, gconstpointer data)
{
  empty_folder (place->folder);
  g_rmdir (place->folder);
  g_free (place->folder);
  g_free (place->path);
}

static void
put (const char *path, const char *content)
{
  int fd = g_open (path, O_WRONLY | O_CREAT | O_TRUNC, 0644);

  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (write (fd, content, strlen (content)), ==, (gssize) strlen (content));
  close (fd);
}

static void
assert_content (const char *path, const char *expected)
{
  g_autofree char *content = NULL;

  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, expected);
}

/* Nothing but @n_files names in the folder: no temporary file is left. */
static void
assert_n_files (const char *folder, guint n_files)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  g_assert_cmpuint (n, ==, n_files);
}

static LesFileStamp
stamp_of (const char *path)
{
  LesFileStamp stamp = { 0 };
  g_autofree char *content = NULL;
  g_autoptr (GBytes) bytes = NULL;
  struct stat status;
  gsize length;

  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  g_assert_cmpint (stat (path, &status), ==, 0);
  bytes = g_bytes_new (content, length);
  les_file_stamp_set_identity (&stamp, &status);
  les_file_stamp_set_content (&stamp, bytes);
  return stamp;
}

/* Saves "new"; @code -1 when that is to succeed. */
static LesFileStamp
save (const char *path, const LesFileStamp *expected, int code)
{
  g_autoptr (GBytes) content = g_bytes_new_static ("new", 3);
  g_autoptr (GError) error = NULL;
  LesFileStamp written = { 0 };
  LesSaver saver = { .path = path, .content = content, .expected = expected };
  gboolean good = les_saver_run (&saver, &written, NULL, &error);

  if (code < 0)
    g_assert_no_error (error);
  else
    g_assert_error (error, LES_ERROR, code);
  g_assert_cmpint (good, ==, code < 0);
  g_assert_cmpint (les_file_stamp_is_set (&written), ==, code < 0);
  return written;
}

static void
test_new_file (Place *place, gconstpointer data)
{
  const struct
  {
    mode_t mask;
    mode_t mode;
  } cases[] = { { 022, 0644 }, { 027, 0640 }, { 077, 0600 }, { 0, 0666 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      mode_t old_mask = umask (cases[i].mask);
      struct stat status;

      save (place->path, NULL, -1);
      umask (old_mask);
      assert_content (place->path, "new");
      assert_n_files (place->folder, 1);
      g_assert_cmpint (stat (place->path, &status), ==, 0);
      g_assert_cmpint (status.st_mode & 07777, ==, cases[i].mode);
      g_unlink (place->path);
    }
}

static void
test_mode (Place *place, gconstpointer data)
{
  const mode_t modes[] = { 0600, 0640, 0644, 0660, 0664, 0755, 0200 };

  for (guint i = 0; i < G_N_ELEMENTS (modes); i++)
    {
      struct stat status;

      put (place->path, "old");
      g_chmod (place->path, modes[i]);
      save (place->path, NULL, -1);
      g_assert_cmpint (stat (place->path, &status), ==, 0);
      g_assert_cmpint (status.st_mode & 07777, ==, modes[i]);
      g_unlink (place->path);
    }
}

static void
test_owner (Place *place, gconstpointer data)
{
  struct stat status;

  put (place->path, "old");
  /* Only root can give a file away; anybody else keeps their own. */
  if (geteuid () == 0)
    g_assert_cmpint (chown (place->path, 1234, 2345), ==, 0);
  g_chmod (place->path, 0640);
  save (place->path, NULL, -1);
  g_assert_cmpint (stat (place->path, &status), ==, 0);
  g_assert_cmpuint (status.st_uid, ==, geteuid () == 0 ? 1234 : geteuid ());
  g_assert_cmpuint (status.st_gid, ==, geteuid () == 0 ? 2345 : status.st_gid);
  g_assert_cmpint (status.st_mode & 07777, ==, 0640);
}

static void
test_attributes (Place *place, gconstpointer data)
{
  char value[16] = { 0 };

  put (place->path, "old");
  if (setxattr (place->path, "user.lesart.test", "bleibt", 6, 0) != 0)
    {
      g_assert_cmpint (errno, ==, ENOTSUP);
      g_test_message ("this file system knows no attributes");
      return;
    }
  save (place->path, NULL, -1);
  g_assert_cmpint (getxattr (place->path, "user.lesart.test", value, sizeof value), ==, 6);
  g_assert_cmpstr (value, ==, "bleibt");
}

static void
test_links (Place *place, gconstpointer data)
{
  g_autofree char *real = g_build_filename (place->folder, "real.lesart", NULL);
  g_autofree char *middle = g_build_filename (place->folder, "middle", NULL);

  g_assert_cmpint (symlink ("middle", place->path), ==, 0);
  g_assert_cmpint (symlink (real, middle), ==, 0);

  /* dangling */
  save (place->path, NULL, -1);
  assert_content (real, "new");
  put (real, "old");
  save (place->path, NULL, -1);
  assert_content (real, "new");
  g_assert_true (g_file_test (place->path, G_FILE_TEST_IS_SYMLINK));
  g_assert_true (g_file_test (middle, G_FILE_TEST_IS_SYMLINK));
  assert_n_files (place->folder, 3);
}

static void
test_link_loop (Place *place, gconstpointer data)
{
  g_autofree char *other = g_build_filename (place->folder, "other", NULL);

  g_assert_cmpint (symlink (other, place->path), ==, 0);
  g_assert_cmpint (symlink (place->path, other), ==, 0);
  save (place->path, NULL, LES_ERROR_FAILED);
}

static void
test_refused (Place *place, gconstpointer data)
{
  g_autofree char *other = g_build_filename (place->folder, "other", NULL);
  g_autofree char *fifo = g_build_filename (place->folder, "fifo", NULL);
  g_autofree char *nowhere = g_build_filename (place->folder, "no", "where.lesart", NULL);

  put (place->path, "old");
  g_assert_cmpint (link (place->path, other), ==, 0);
  save (place->path, NULL, LES_ERROR_LINKED);
  assert_content (place->path, "old");
  g_unlink (other);

  g_chmod (place->path, 0444);
  save (place->path, NULL, LES_ERROR_NOT_WRITABLE);
  assert_content (place->path, "old");

  g_assert_cmpint (mkfifo (fifo, 0600), ==, 0);
  save (fifo, NULL, LES_ERROR_NOT_WRITABLE);
  save (place->folder, NULL, LES_ERROR_IS_DIRECTORY);
  save (nowhere, NULL, LES_ERROR_NOT_FOUND);
  assert_n_files (place->folder, 2);
}

static void
test_changed (Place *place, gconstpointer data)
{
  const char *contents[] = { "OLD", "older", "" };
  LesFileStamp stamp;
  struct utimbuf times;
  struct stat status;

  for (guint i = 0; i < G_N_ELEMENTS (contents); i++)
    {
      put (place->path, "old");
      stamp = stamp_of (place->path);
      g_assert_cmpint (stat (place->path, &status), ==, 0);
      put (place->path, contents[i]);
      /* the same time, and for the first the same size and number: only the content tells */
      times.actime = times.modtime = status.st_mtime;
      g_assert_cmpint (utime (place->path, &times), ==, 0);
      save (place->path, &stamp, LES_ERROR_CHANGED_ON_DISK);
      assert_content (place->path, contents[i]);
    }

  g_unlink (place->path);
  save (place->path, &stamp, LES_ERROR_CHANGED_ON_DISK);
  assert_n_files (place->folder, 0);
}

/* A place where there was none to our knowledge. */
static void
test_unexpected (Place *place, gconstpointer data)
{
  const LesFileStamp none = { 0 };
  LesFileStamp stamp = save (place->path, &none, -1);

  put (place->path, "old");
  save (place->path, &none, LES_ERROR_CHANGED_ON_DISK);
  save (place->path, &stamp, LES_ERROR_CHANGED_ON_DISK);
  assert_content (place->path, "old");
  assert_n_files (place->folder, 1);
  save (place->path, NULL, -1);
}

/* Touched, copied back: the content is the same, and that is what counts. */
static void
test_touched (Place *place, gconstpointer data)
{
  LesFileStamp stamp;

  put (place->path, "old");
  stamp = stamp_of (place->path);
  g_unlink (place->path);
  put (place->path, "old");
  stamp = save (place->path, &stamp, -1);
  save (place->path, &stamp, -1);
}

/* Two that save at once: one of them is told that the other was first. */
static gpointer
save_in_thread (gpointer data)
{
  gpointer *arguments = data;
  g_autoptr (GBytes) content = g_bytes_new (arguments[2], strlen (arguments[2]));
  LesSaver saver = { .path = arguments[0], .content = content, .expected = arguments[1] };
  LesFileStamp written = { 0 };
  g_autoptr (GError) error = NULL;

  if (les_saver_run (&saver, &written, NULL, &error))
    return GINT_TO_POINTER (1);
  g_assert_error (error, LES_ERROR, LES_ERROR_CHANGED_ON_DISK);
  return NULL;
}

static void
test_at_once (Place *place, gconstpointer data)
{
  for (int i = 0; i < 100; i++)
    {
      LesFileStamp stamp;
      gpointer first[3] = { place->path, &stamp, (gpointer) "first" };
      gpointer second[3] = { place->path, &stamp, (gpointer) "second" };
      GThread *threads[2];
      gboolean first_won, second_won;

      put (place->path, "old");
      stamp = stamp_of (place->path);
      threads[0] = g_thread_new ("first", save_in_thread, first);
      threads[1] = g_thread_new ("second", save_in_thread, second);
      first_won = g_thread_join (threads[0]) != NULL;
      second_won = g_thread_join (threads[1]) != NULL;
      g_assert_cmpint (first_won + second_won, ==, 1);
      assert_content (place->path, first_won ? "first" : "second");
    }
}

static void
test_locked (Place *place, gconstpointer data)
{
  int fd = g_open (place->folder, O_RDONLY | O_DIRECTORY, 0);

  g_assert_cmpint (flock (fd, LOCK_EX), ==, 0);
  save (place->path, NULL, LES_ERROR_LOCKED);
  close (fd);
  save (place->path, NULL, -1);
}

static gboolean
give_up (GBytes *old, gpointer user_data, GError **error)
{
  g_assert_cmpuint (g_bytes_get_size (old), ==, 3);
  g_set_error_literal (error, LES_ERROR, LES_ERROR_NO_SPACE, "no room for the old one");
  return FALSE;
}

static void
test_given_up (Place *place, gconstpointer data)
{
  g_autoptr (GBytes) content = g_bytes_new_static ("new", 3);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  LesFileStamp written = { 0 };
  LesSaver saver = { .path = place->path, .content = content, .about_to_replace = give_up };

  put (place->path, "old");
  g_assert_false (les_saver_run (&saver, &written, NULL, &error));
  g_assert_error (error, LES_ERROR, LES_ERROR_NO_SPACE);
  g_clear_error (&error);

  g_cancellable_cancel (cancellable);
  g_assert_false (les_saver_run (&saver, &written, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_content (place->path, "old");
  assert_n_files (place->folder, 1);
}

/* Only our own leftovers go, and only old ones. */
static void
test_sweep (Place *place, gconstpointer data)
{
  const struct
  {
    const char *name;
    gboolean old;
    gboolean gone;
  } cases[] = {
    { ".lesart-abc123.tmp", TRUE, TRUE },
    { ".lesart-abc124.tmp", FALSE, FALSE },
    { ".lesart-abc1234.tmp", TRUE, FALSE },
    { "lesart-abc123.tmp", TRUE, FALSE },
    { ".lesart-abc123.txt", TRUE, FALSE },
    { "notes.txt", TRUE, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_build_filename (place->folder, cases[i].name, NULL);
      struct utimbuf times = { 1000, 1000 };

      put (path, "x");
      if (cases[i].old)
        g_assert_cmpint (utime (path, &times), ==, 0);
    }
  save (place->path, NULL, -1);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_build_filename (place->folder, cases[i].name, NULL);

      g_assert_cmpint (g_file_test (path, G_FILE_TEST_EXISTS), ==, !cases[i].gone);
    }
}

static void
test_private (Place *place, gconstpointer data)
{
  g_autoptr (GBytes) content = g_bytes_new_static ("x", 1);
  struct stat status;

  g_assert_true (les_saver_write_private (place->path, content, NULL));
  g_assert_cmpint (stat (place->path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 07777, ==, 0600);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) g_test_add ("/saver/" path, Place, NULL, set_up, function, tear_down)
  ADD ("new-file", test_new_file);
  ADD ("mode", test_mode);
  ADD ("owner", test_owner);
  ADD ("attributes", test_attributes);
  ADD ("links", test_links);
  ADD ("link-loop", test_link_loop);
  ADD ("refused", test_refused);
  ADD ("changed", test_changed);
  ADD ("unexpected", test_unexpected);
  ADD ("touched", test_touched);
  ADD ("at-once", test_at_once);
  ADD ("locked", test_locked);
  ADD ("given-up", test_given_up);
  ADD ("sweep", test_sweep);
  ADD ("private", test_private);

  return g_test_run ();
}
