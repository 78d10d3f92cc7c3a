/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-importer.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "les-error.h"
#include "les-limits.h"

#define ARTICLE \
  "Fähre läuft auf Grund\n\nVon Erika Muster\n\nHAVNSTED, 5. März 2024 (nna) - Vor der Küste liegt eine Fähre auf Grund. " \
  "Verletzt wurde nach Angaben der Behörde niemand, und die Reederei schweigt.\n"

typedef struct
{
  char *folder;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("lesart-import-XXXXXX", NULL);
  g_assert_nonnull (fixture->folder);
}

static void
remove_all (const char *path)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  if (!g_file_test (path, G_FILE_TEST_IS_SYMLINK))
    dir = g_dir_open (path, 0, NULL);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_all (child);
    }
  g_remove (path);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  remove_all (fixture->folder);
  g_free (fixture->folder);
}

static GFile *
write_file (Fixture *fixture, const char *name, const char *bytes, gssize n)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autofree char *parent = g_path_get_dirname (path);

  g_assert_cmpint (g_mkdir_with_parents (parent, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, bytes, n, NULL));
  return g_file_new_for_path (path);
}

static void
assert_error (GFile *file, LesError code)
{
  g_autoptr (LesImport) import = les_import_file (file, NULL, NULL);

  g_assert_null (import->article);
  g_assert_error (import->error, LES_ERROR, (int) code);
  g_assert_nonnull (import->name);
  g_assert_true (g_file_equal (import->file, file));
}

static void
assert_path_error (const char *path, LesError code)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  assert_error (file, code);
}

static void
test_not_there (Fixture *fixture, gconstpointer data)
{
  g_autofree char *missing = g_build_filename (fixture->folder, "missing.txt", NULL);
  g_autofree char *link = g_build_filename (fixture->folder, "link.txt", NULL);
  g_autofree char *circle = g_build_filename (fixture->folder, "circle.txt", NULL);

  assert_path_error (missing, LES_ERROR_NOT_FOUND);
  g_assert_cmpint (symlink ("nowhere", link), ==, 0);
  assert_path_error (link, LES_ERROR_NOT_FOUND);
  g_assert_cmpint (symlink ("circle.txt", circle), ==, 0);
  assert_path_error (circle, LES_ERROR_NOT_READABLE);
  assert_path_error (fixture->folder, LES_ERROR_IS_DIRECTORY);
}

/* None of these may keep the program waiting. */
static void
test_not_files (Fixture *fixture, gconstpointer data)
{
  g_autofree char *pipe_path = g_build_filename (fixture->folder, "pipe.txt", NULL);

  g_assert_cmpint (mkfifo (pipe_path, 0600), ==, 0);
  assert_path_error (pipe_path, LES_ERROR_NOT_READABLE);
  assert_path_error ("/dev/zero", LES_ERROR_NOT_READABLE);
  assert_path_error ("/dev/null", LES_ERROR_NOT_READABLE);
  /* A regular file that cannot be read at its start, for any user. */
  assert_path_error ("/proc/self/mem", LES_ERROR_NOT_READABLE);
}

static void
test_contents (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *bytes;
    gsize n_bytes;
    LesError code;
  } cases[] = {
    { "", 0, LES_ERROR_EMPTY },
    { " \n\n\t", 4, LES_ERROR_EMPTY },
    { "%PDF-1.7 and so on", 18, LES_ERROR_BINARY },
    { "PK\x03\x04 and so on", 14, LES_ERROR_BINARY },
    { "\x89PNG\r\n\x1A\n", 8, LES_ERROR_BINARY },
    { "\xFF\xD8\xFF\xE0 JFIF", 9, LES_ERROR_BINARY },
    { "\x7F" "ELF\2\1\1", 7, LES_ERROR_BINARY },
    { "\x1F\x8B\x08\0", 4, LES_ERROR_BINARY },
    { "GIF89a", 6, LES_ERROR_BINARY },
    { "{\\rtf1 so}", 10, LES_ERROR_UNSUPPORTED },
    { "\n<!DOCTYPE HTML><p>so", 21, LES_ERROR_UNSUPPORTED },
    { "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", 16, LES_ERROR_BINARY },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GFile) file = write_file (fixture, "file.txt", cases[i].bytes, cases[i].n_bytes);

      g_test_message ("case %u", i);
      assert_error (file, cases[i].code);
    }
}

/* Refused by its size alone: nothing of it is read. */
static void
test_too_large (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = write_file (fixture, "large.txt", "a", 1);
  g_autoptr (GFile) limit = write_file (fixture, "limit.txt", "a", 1);
  g_autofree char *words = NULL;

  g_assert_cmpint (truncate (g_file_peek_path (file), 200 * 1024 * 1024), ==, 0);
  assert_error (file, LES_ERROR_TOO_LARGE);
  words = g_strnfill (LES_LIMIT_ARTICLE_BYTES + 1, 'a');
  g_assert_true (g_file_set_contents (g_file_peek_path (limit), words, LES_LIMIT_ARTICLE_BYTES + 1, NULL));
  assert_error (limit, LES_ERROR_TOO_LARGE);
}

static void
assert_field (LesArticle *article, LesArticleField field, const char *expected)
{
  g_assert_cmpstr (les_article_get (article, field), ==, expected);
}

static void
test_article (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = write_file (fixture, "Fähre.txt", ARTICLE, -1);
  g_autoptr (LesImport) import = les_import_file (file, NULL, NULL);
  g_autofree char *sha256 = g_compute_checksum_for_string (G_CHECKSUM_SHA256, ARTICLE, -1);

  g_assert_no_error (import->error);
  g_assert_cmpstr (import->name, ==, "Fähre.txt");
  g_assert_cmpstr (import->encoding, ==, "UTF-8");
  g_assert_false (import->encoding_guessed);
  g_assert_cmpint (import->repairs, ==, 0);
  g_assert_true (les_record_is_sealed (LES_RECORD (import->article)));
  assert_field (import->article, LES_ARTICLE_TITLE, "Fähre läuft auf Grund");
  assert_field (import->article, LES_ARTICLE_AUTHOR, "Erika Muster");
  assert_field (import->article, LES_ARTICLE_AGENCY, "nna");
  assert_field (import->article, LES_ARTICLE_PLACE, "Havnsted");
  assert_field (import->article, LES_ARTICLE_DATE, "2024-03-05");
  assert_field (import->article, LES_ARTICLE_LANGUAGE, "de");
  assert_field (import->article, LES_ARTICLE_OUTLET, NULL);
  assert_field (import->article, LES_ARTICLE_RETRIEVED, NULL);
  assert_field (import->article, LES_ARTICLE_ORIGIN_NAME, "Fähre.txt");
  assert_field (import->article, LES_ARTICLE_ORIGIN_TYPE, "text/plain");
  assert_field (import->article, LES_ARTICLE_ORIGIN_ENCODING, "UTF-8");
  assert_field (import->article, LES_ARTICLE_ORIGIN_SHA256, sha256);
  g_assert_cmpstr (les_text_get_utf8 (les_article_get_text (import->article)), ==, ARTICLE);
  g_assert_null (les_article_get_blocks (import->article));
}

static void
test_raw (void)
{
  LesImportOptions raw = { NULL, TRUE };
  g_autoptr (LesImport) import = les_import_text (ARTICLE, &raw);
  GArray *blocks = les_article_get_blocks (import->article);

  assert_field (import->article, LES_ARTICLE_TITLE, NULL);
  assert_field (import->article, LES_ARTICLE_DATE, NULL);
  assert_field (import->article, LES_ARTICLE_LANGUAGE, "de");
  g_assert_cmpuint (blocks->len, ==, 3);
  for (guint i = 0; i < blocks->len; i++)
    g_assert_cmpint (g_array_index (blocks, LesBlock, i).role, ==, LES_BLOCK_BODY);
}

static void
test_pasted (void)
{
  g_autoptr (LesImport) import = les_import_text ("Fähre\r\n\xFFim Sand", NULL);
  g_autoptr (LesImport) blank = les_import_text (" \n", NULL);
  g_autoptr (LesImport) markdown = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new_static ("# Fähre", 8);

  g_assert_no_error (import->error);
  g_assert_null (import->file);
  g_assert_null (import->name);
  assert_field (import->article, LES_ARTICLE_ORIGIN_NAME, NULL);
  g_assert_cmpstr (les_text_get_utf8 (les_article_get_text (import->article)), ==, "Fähre\n\xEF\xBF\xBDim Sand");
  assert_field (import->article, LES_ARTICLE_TITLE, NULL);
  g_assert_error (blank->error, LES_ERROR, LES_ERROR_EMPTY);
  markdown = les_import_bytes (bytes, "Note.MD", NULL);
  assert_field (markdown->article, LES_ARTICLE_ORIGIN_TYPE, "text/markdown");
}

/* The user sees that the guess was wrong and reads the same bytes again. */
static void
test_encoding_changed (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("K\x81ste", 5);
  LesImportOptions cp850 = { "CP850", FALSE };
  LesImportOptions utf8 = { "UTF-8", FALSE };
  g_autoptr (LesImport) guess = les_import_bytes (bytes, "a.txt", NULL);
  g_autoptr (LesImport) again = les_import_bytes (guess->bytes, guess->name, &cp850);
  g_autoptr (LesImport) wrong = les_import_bytes (guess->bytes, guess->name, &utf8);

  g_assert_true (guess->encoding_guessed);
  g_assert_cmpint (guess->repairs, ==, 1);
  g_assert_cmpstr (les_text_get_utf8 (les_article_get_text (again->article)), ==, "Küste");
  g_assert_cmpstr (again->encoding, ==, "CP850");
  assert_field (again->article, LES_ARTICLE_ORIGIN_ENCODING, "CP850");
  g_assert_error (wrong->error, LES_ERROR, LES_ERROR_ENCODING);
}

static void
test_boxed (void)
{
  g_autoptr (LesImport) import = les_import_text (ARTICLE, NULL);
  LesImport *copy = g_boxed_copy (LES_TYPE_IMPORT, import);
  g_autoptr (LesImport) blank = les_import_text ("", NULL);
  g_autoptr (LesImport) blank_copy = les_import_copy (blank);

  g_assert_true (copy->article == import->article);
  g_assert_true (copy->bytes == import->bytes);
  g_assert_cmpstr (copy->name, ==, import->name);
  g_assert_error (blank_copy->error, LES_ERROR, LES_ERROR_EMPTY);
  g_boxed_free (LES_TYPE_IMPORT, copy);
  g_assert_finalize_object (g_steal_pointer (&import->article));
}

/* ---- many ---- */

typedef struct
{
  GMainLoop *loop;
  GPtrArray *imports;
  GError *error;
  GCancellable *cancel_at_progress;
  guint n_reports;
  guint last_done;
  guint last_total;
  gint64 last_time;
  gint64 shortest;
} Many;

static void
progress_cb (guint done, guint total, gpointer user_data)
{
  Many *many = user_data;
  gint64 now = g_get_monotonic_time ();

  g_assert_true (g_main_context_is_owner (g_main_context_default ()));
  g_assert_true (g_main_loop_is_running (many->loop));
  g_assert_cmpuint (done, >, many->last_done);
  g_assert_cmpuint (done, <=, total);
  many->n_reports++;
  many->last_done = done;
  many->last_total = total;
  if (many->cancel_at_progress != NULL)
    g_cancellable_cancel (many->cancel_at_progress);
  many->last_time = now;
}

static void
finished_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Many *many = user_data;

  many->imports = les_import_files_finish (result, &many->error);
  g_main_loop_quit (many->loop);
}

static void
run_many (Many *many, GPtrArray *files, GCancellable *cancellable)
{
  many->loop = g_main_loop_new (NULL, FALSE);
  les_import_files_async (files, NULL, cancellable, progress_cb, many, finished_cb, many);
  g_main_loop_run (many->loop);
}

static void
clear_many (Many *many)
{
  /* A report that comes after the answer would find the loop stopped and fail. */
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_main_loop_unref (many->loop);
  g_clear_pointer (&many->imports, g_ptr_array_unref);
  g_clear_error (&many->error);
}

static GPtrArray *
new_files (const char *path)
{
  GPtrArray *files = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (files, g_file_new_for_path (path));
  return files;
}

static const char *
get_name (Many *many, guint i)
{
  return ((LesImport *) g_ptr_array_index (many->imports, i))->name;
}

static void
add_odd_files (Fixture *fixture)
{
  static const char * const texts[] = {
    "b 2.txt", "b 10.txt", "a.md", "sub/c.TEXT", "README", "sub/.hidden.txt", ".secret/d.txt", "backup.txt~",
    "picture.png", "page.html", "table.csv", "x.tar.txt",
  };
  g_autoptr (GFile) binary = write_file (fixture, "binary", "\x7F" "ELF\1\2\3", 7);
  g_autofree char *circle = g_build_filename (fixture->folder, "sub", "circle", NULL);
  g_autofree char *pipe_path = g_build_filename (fixture->folder, "pipe.txt", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_object_unref (write_file (fixture, texts[i], ARTICLE, -1));
  g_object_unref (write_file (fixture, "empty.txt", "", 0));
  g_assert_cmpint (symlink ("..", circle), ==, 0);
  g_assert_cmpint (mkfifo (pipe_path, 0600), ==, 0);
}

static void
test_folder (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *name;
    gboolean good;
  } expected[] = {
    { "README", TRUE }, { "a.md", TRUE }, { "b 2.txt", TRUE }, { "b 10.txt", TRUE }, { "c.TEXT", TRUE },
    { "empty.txt", FALSE }, { "pipe.txt", FALSE }, { "x.tar.txt", TRUE },
  };
  g_autoptr (GPtrArray) files = new_files (fixture->folder);
  Many many = { NULL, };

  add_odd_files (fixture);
  run_many (&many, files, NULL);
  g_assert_no_error (many.error);
  g_assert_cmpuint (many.imports->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < many.imports->len; i++)
    {
      guint j = 0;

      while (j < G_N_ELEMENTS (expected) && strcmp (expected[j].name, get_name (&many, i)) != 0)
        j++;
      g_test_message ("%s", get_name (&many, i));
      g_assert_cmpuint (j, <, G_N_ELEMENTS (expected));
      g_assert_cmpint (((LesImport *) g_ptr_array_index (many.imports, i))->article != NULL, ==, expected[j].good);
      /* Numbers in names count as numbers. */
      if (strcmp (get_name (&many, i), "b 2.txt") == 0)
        g_assert_cmpstr (get_name (&many, i + 1), ==, "b 10.txt");
    }
  clear_many (&many);
}

/* A file that may be an article all the same is not passed over in silence. */
static void
test_folder_tells (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) files = new_files (fixture->folder);
  g_autoptr (GFile) large = write_file (fixture, "report", "", 0);
  g_autofree char *pipe_path = g_build_filename (fixture->folder, "pipe", NULL);
  Many many = { NULL, };

  g_assert_cmpint (truncate (g_file_peek_path (large), LES_LIMIT_ARTICLE_BYTES + 1), ==, 0);
  g_assert_cmpint (mkfifo (pipe_path, 0600), ==, 0);
  g_object_unref (write_file (fixture, "program", "\x7F" "ELF\1\2\3", 7));
  g_object_unref (write_file (fixture, "lock", "", 0));
  run_many (&many, files, NULL);
  g_assert_cmpuint (many.imports->len, ==, 2);
  g_assert_error (((LesImport *) g_ptr_array_index (many.imports, 0))->error, LES_ERROR, LES_ERROR_NOT_READABLE);
  g_assert_error (((LesImport *) g_ptr_array_index (many.imports, 1))->error, LES_ERROR, LES_ERROR_TOO_LARGE);
  clear_many (&many);
}

static void
test_order (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  Many many = { NULL, };

  g_ptr_array_add (files, write_file (fixture, "z.txt", ARTICLE, -1));
  g_ptr_array_add (files, g_file_new_for_path ("/nowhere/at/all.txt"));
  g_ptr_array_add (files, write_file (fixture, "a.unknown", ARTICLE, -1));
  run_many (&many, files, NULL);
  g_assert_cmpuint (many.imports->len, ==, 3);
  g_assert_cmpstr (get_name (&many, 0), ==, "z.txt");
  g_assert_cmpstr (get_name (&many, 1), ==, "all.txt");
  g_assert_cmpstr (get_name (&many, 2), ==, "a.unknown");
  g_assert_error (((LesImport *) g_ptr_array_index (many.imports, 1))->error, LES_ERROR, LES_ERROR_NOT_FOUND);
  g_assert_nonnull (((LesImport *) g_ptr_array_index (many.imports, 2))->article);
  clear_many (&many);
}

static void
test_nothing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) files = new_files (fixture->folder);
  Many many = { NULL, };

  run_many (&many, files, NULL);
  g_assert_no_error (many.error);
  g_assert_cmpuint (many.imports->len, ==, 0);
  clear_many (&many);
}

static void
test_deep (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) name = g_string_new (NULL);
  g_autoptr (GPtrArray) files = new_files (fixture->folder);
  LesImport *import;
  Many many = { NULL, };

  for (int i = 0; i < LES_LIMIT_FOLDER_DEPTH_LEVELS + 5; i++)
    g_string_append (name, "d/");
  g_string_append (name, "a.txt");
  g_object_unref (write_file (fixture, name->str, ARTICLE, -1));
  run_many (&many, files, NULL);
  g_assert_cmpuint (many.imports->len, ==, 1);
  import = g_ptr_array_index (many.imports, 0);
  g_assert_error (import->error, LES_ERROR, LES_ERROR_TOO_DEEP);
  clear_many (&many);
}

/* One file under many names: writing them would take longer than reading. */
static void
add_many_files (Fixture *fixture, guint n)
{
  g_autoptr (GString) words = g_string_new (ARTICLE);
  g_autoptr (GFile) good = NULL;
  g_autoptr (GFile) broken = NULL;

  while (words->len < 5000)
    g_string_append (words, "\nDie Fähre lag im Sand und die Möwen saßen darauf, doch niemand sah sie. Die Küste war leer.\n");
  good = write_file (fixture, ".good", words->str, words->len);
  broken = write_file (fixture, ".broken", "\0\0\0\0\0\0\0\0", 8);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *folder = g_strdup_printf ("%s/%u", fixture->folder, i % 7);
      g_autofree char *path = g_strdup_printf ("%s/article %u.txt", folder, i);

      g_mkdir_with_parents (folder, 0700);
      g_assert_cmpint (link (g_file_peek_path (i % 500 == 7 ? broken : good), path), ==, 0);
    }
}

/* Ten broken ones among 5,000 are named, the others arrive. */
static void
test_many (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) files = new_files (fixture->folder);
  Many many = { NULL, };
  guint n_broken = 0;
  gint64 start;
  double ms;

  add_many_files (fixture, 5000);
  start = g_get_monotonic_time ();
  run_many (&many, files, NULL);
  ms = (g_get_monotonic_time () - start) / 1000.0;
  g_test_message ("5,000 articles of 5,000 bytes: %.0f ms, %u reports", ms, many.n_reports);
  g_assert_cmpuint (many.imports->len, ==, 5000);
  for (guint i = 0; i < many.imports->len; i++)
    n_broken += ((LesImport *) g_ptr_array_index (many.imports, i))->error != NULL;
  g_assert_cmpuint (n_broken, ==, 10);
  g_assert_cmpuint (many.last_done, ==, 5000);
  g_assert_cmpuint (many.last_total, ==, 5000);
  g_assert_cmpuint (many.n_reports, <=, 3 + ms / 50);
  clear_many (&many);
}

static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) files = new_files (fixture->folder);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Many many = { .cancel_at_progress = cancellable };

  add_many_files (fixture, 1000);
  run_many (&many, files, cancellable);
  g_assert_error (many.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (many.imports);
  g_assert_cmpuint (many.n_reports, ==, 1);
  clear_many (&many);
}

static void
test_cancelled_before (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) files = new_files (fixture->folder);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GFile) file = write_file (fixture, "a.txt", ARTICLE, -1);
  g_autoptr (LesImport) import = NULL;
  Many many = { NULL, };

  g_cancellable_cancel (cancellable);
  run_many (&many, files, cancellable);
  g_assert_error (many.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  clear_many (&many);
  import = les_import_file (file, NULL, cancellable);
  g_assert_error (import->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/import/not-there", test_not_there);
  ADD ("/import/not-files", test_not_files);
  ADD ("/import/contents", test_contents);
  ADD ("/import/too-large", test_too_large);
  ADD ("/import/article", test_article);
  g_test_add_func ("/import/raw", test_raw);
  g_test_add_func ("/import/pasted", test_pasted);
  g_test_add_func ("/import/encoding-changed", test_encoding_changed);
  g_test_add_func ("/import/boxed", test_boxed);
  ADD ("/import/folder", test_folder);
  ADD ("/import/folder-tells", test_folder_tells);
  ADD ("/import/order", test_order);
  ADD ("/import/nothing", test_nothing);
  ADD ("/import/deep", test_deep);
  ADD ("/import/many", test_many);
  ADD ("/import/cancel", test_cancel);
  ADD ("/import/cancelled-before", test_cancelled_before);
  return g_test_run ();
}
