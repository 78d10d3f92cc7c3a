/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench.h"
#include "bench-data.h"
#include "les-keeper.h"

#include <string.h>

#define N_ARTICLES 10000
#define N_ANNOTATIONS 20000
#define ARTICLE_BYTES 5000
#define N_RUNS 5

static void
done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static void
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
save (LesKeeper *keeper, GFile *file)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  les_keeper_save_async (keeper, file, TRUE, NULL, done_cb, &result);
  wait_for (&result);
  if (!les_keeper_save_finish (keeper, result, &error))
    g_error ("%s", error->message);
}

static LesLoadedProject *
load (GFile *file)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  LesLoadedProject *loaded;

  les_keeper_load_async (file, NULL, done_cb, &result);
  wait_for (&result);
  loaded = les_keeper_load_finish (result, &error);
  if (loaded == NULL)
    g_error ("%s", error->message);
  return loaded;
}

static BenchPeer
time_reading (const char *path)
{
  g_autofree char *command = g_strdup_printf ("python3 -c \"import json; json.load(open('%s'))\"", path);

  return bench_time_peer ("python3 json.load", command);
}

static void
measure_saving (const char *path)
{
  g_autoptr (BenchData) data = bench_data_new (3);
  g_autoptr (LesProject) project = bench_data_make_project (data, N_ARTICLES, ARTICLE_BYTES, N_ANNOTATIONS);
  g_autoptr (LesHistory) history = les_history_new (project);
  g_autoptr (LesKeeper) keeper = les_keeper_new (project, history);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  BenchTimes times = { NULL };
  g_autofree char *command = g_strdup_printf ("python3 -c \"import json; d=json.load(open('%s')); "
                                              "json.dump(d,open('%s.py','w'),indent=2,ensure_ascii=False)\"",
                                              path, path);
  BenchPeer peer;
  BenchPeer reading;

  bench_reset_peak ();
  for (int i = 0; i < N_RUNS; i++)
    {
      bench_begin (&times);
      save (keeper, file);
      bench_end (&times);
    }
  /* The peer has to read before it can write. */
  peer = bench_time_peer ("python3 json.dump", command);
  reading = time_reading (path);
  peer.wall_ms -= reading.wall_ms;
  peer.cpu_ms -= reading.cpu_ms;
  bench_print_row ("saving", &times, bench_get_peak_mb (), &peer);
  les_keeper_close (keeper, TRUE);
  bench_clear (&times);
}

static void
measure_opening (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  BenchPeer peer = time_reading (path);
  BenchTimes times = { NULL };
  double peak = 0;

  for (int i = 0; i < N_RUNS; i++)
    {
      g_autoptr (LesLoadedProject) loaded = NULL;

      bench_reset_peak ();
      bench_begin (&times);
      loaded = load (file);
      bench_end (&times);
      if (i == 0)
        peak = bench_get_peak_mb ();
      if (les_project_get_n_records (loaded->project, LES_RECORD_ANNOTATION) != N_ANNOTATIONS)
        g_error ("annotations are missing");
    }
  bench_print_row ("opening", &times, peak, &peer);
  bench_clear (&times);
}

/* Opening is measured by a process of its own, so that its peak of memory is its own. */
int
main (int argc, char *argv[])
{
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;
  g_autofree char *state = NULL;
  char *again[] = { argv[0], NULL, NULL };

  if (argc == 2)
    {
      measure_opening (argv[1]);
      return 0;
    }
  folder = bench_make_folder ();
  state = bench_make_folder ();
  g_setenv ("XDG_STATE_HOME", state, TRUE);
  path = g_build_filename (folder, "bench.lesart", NULL);
  bench_print_title ("A project of %d articles of %d bytes and %d annotations", N_ARTICLES, ARTICLE_BYTES,
                     N_ANNOTATIONS);
  measure_saving (path);
  again[1] = path;
  if (!g_spawn_sync (NULL, again, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL, NULL, NULL))
    return 1;
  bench_remove_folder (folder);
  bench_remove_folder (state);
  return 0;
}
