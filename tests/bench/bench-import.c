/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench.h"
#include "bench-data.h"
#include "les-edits.h"
#include "les-history.h"
#include "les-importer.h"

#define N_FILES 1000
#define ARTICLE_BYTES 5000
#define N_RUNS 5

static void
imported_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static GPtrArray *
import_folder (const char *folder)
{
  const LesImportOptions options = { NULL, FALSE };
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GAsyncResult) result = NULL;

  g_ptr_array_add (files, g_file_new_for_path (folder));
  les_import_files_async (files, &options, NULL, NULL, NULL, imported_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return les_import_files_finish (result, NULL);
}

static guint
add_folder (const char *folder)
{
  g_autoptr (LesProject) project = les_project_new ();
  g_autoptr (LesHistory) history = les_history_new (project);
  g_autoptr (GPtrArray) imports = import_folder (folder);
  g_autoptr (GPtrArray) articles = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < imports->len; i++)
    {
      LesImport *import = imports->pdata[i];

      if (les_project_find_same_text (project, les_article_get_text (import->article)) == NULL)
        g_ptr_array_add (articles, g_object_ref (import->article));
    }
  les_history_perform (history, les_edits_add_articles (project, articles));
  return les_project_get_n_records (project, LES_RECORD_ARTICLE);
}

int
main (void)
{
  g_autoptr (BenchData) data = bench_data_new (2);
  g_autofree char *folder = bench_make_folder ();
  g_autofree char *command = g_strdup_printf ("sha256sum %s/*", folder);
  BenchTimes times = { NULL };
  BenchPeer peer;

  bench_data_write_files (data, folder, N_FILES, ARTICLE_BYTES);
  bench_print_title ("Adding %d articles of %d bytes: reading, recognising, into the project", N_FILES,
                     ARTICLE_BYTES);
  bench_reset_peak ();
  for (int i = 0; i < N_RUNS; i++)
    {
      bench_begin (&times);
      if (add_folder (folder) != N_FILES)
        g_error ("articles are missing");
      bench_end (&times);
    }
  peer = bench_time_peer ("sha256sum, same files", command);
  bench_print_row ("adding all", &times, bench_get_peak_mb (), &peer);
  bench_clear (&times);
  bench_remove_folder (folder);
  return 0;
}
