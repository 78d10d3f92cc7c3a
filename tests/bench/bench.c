/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench.h"

#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

static gint64
get_cpu (int who)
{
  struct rusage usage;

  getrusage (who, &usage);
  return (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * G_USEC_PER_SEC
         + usage.ru_utime.tv_usec + usage.ru_stime.tv_usec;
}

void
bench_begin (BenchTimes *times)
{
  if (times->times == NULL)
    {
      times->times = g_array_new (FALSE, FALSE, sizeof (gint64));
      times->cpu = g_array_new (FALSE, FALSE, sizeof (gint64));
    }
  times->cpu_started = get_cpu (RUSAGE_SELF);
  times->started = g_get_monotonic_time ();
}

void
bench_end (BenchTimes *times)
{
  gint64 time = g_get_monotonic_time () - times->started;
  gint64 cpu = get_cpu (RUSAGE_SELF) - times->cpu_started;

  g_array_append_val (times->times, time);
  g_array_append_val (times->cpu, cpu);
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  const gint64 *left = a;
  const gint64 *right = b;

  return (*left > *right) - (*left < *right);
}

static double
get_ms (GArray *times, guint index)
{
  g_array_sort (times, compare_times);
  return g_array_index (times, gint64, index) / 1000.0;
}

void
bench_clear (BenchTimes *times)
{
  g_clear_pointer (&times->times, g_array_unref);
  g_clear_pointer (&times->cpu, g_array_unref);
}

/* From here on bench_get_peak_mb() knows nothing of what was before. */
void
bench_reset_peak (void)
{
  int file = open ("/proc/self/clear_refs", O_WRONLY | O_CLOEXEC);

  if (file < 0)
    return;
  if (write (file, "5", 1) != 1)
    g_printerr ("the peak of memory cannot be reset\n");
  close (file);
}

/** Returns: the highest resident memory since bench_reset_peak(), in MB */
double
bench_get_peak_mb (void)
{
  g_autofree char *status = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/status", &status, NULL, NULL))
    return 0;
  line = strstr (status, "VmHWM:");
  return line != NULL ? g_ascii_strtoull (line + strlen ("VmHWM:"), NULL, 10) / 1024.0 : 0;
}

/** Returns: what a shell command takes, the better of two runs */
BenchPeer
bench_time_peer (const char *name, const char *command)
{
  BenchPeer peer = { name, G_MAXDOUBLE, G_MAXDOUBLE };

  for (int i = 0; i < 2; i++)
    {
      char *argv[] = { (char *) "/bin/sh", (char *) "-c", (char *) command, NULL };
      gint64 cpu = get_cpu (RUSAGE_CHILDREN);
      gint64 started = g_get_monotonic_time ();
      int status;

      if (!g_spawn_sync (NULL, argv, NULL, G_SPAWN_STDOUT_TO_DEV_NULL, NULL, NULL, NULL, NULL, &status, NULL)
          || status != 0)
        return (BenchPeer) { name, 0, 0 };
      peer.wall_ms = MIN (peer.wall_ms, (g_get_monotonic_time () - started) / 1000.0);
      peer.cpu_ms = MIN (peer.cpu_ms, (get_cpu (RUSAGE_CHILDREN) - cpu) / 1000.0);
    }
  return peer;
}

void
bench_print_title (const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  printf ("\n");
  vprintf (format, arguments);
  va_end (arguments);
  printf ("\n%-34s %9s %9s %9s %8s   %-22s %9s %9s %7s\n", "", "median ms", "worst ms", "CPU ms", "peak MB",
          "beside", "ms", "CPU ms", "ratio");
}

/**
 * bench_print_row:
 * @peak_mb: 0 when not measured
 * @peer: (nullable): what somebody would use instead; the ratio is that of CPU times
 */
void
bench_print_row (const char *what, BenchTimes *times, double peak_mb, const BenchPeer *peer)
{
  g_autofree char *peak = peak_mb > 0 ? g_strdup_printf ("%.0f", peak_mb) : g_strdup ("");
  guint n = times->times->len;
  double cpu_ms = get_ms (times->cpu, n / 2);

  printf ("%-34s %9.1f %9.1f %9.1f %8s", what, get_ms (times->times, n / 2), get_ms (times->times, n - 1),
          cpu_ms, peak);
  if (peer != NULL && peer->cpu_ms > 0)
    printf ("   %-22s %9.1f %9.1f %7.2f", peer->name, peer->wall_ms, peer->cpu_ms, cpu_ms / peer->cpu_ms);
  printf ("\n");
  fflush (stdout);
}

/** Returns: (transfer full): a new folder for files */
char *
bench_make_folder (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("lesart-bench.XXXXXX", &error);

  if (folder == NULL)
    g_error ("%s", error->message);
  return folder;
}

/** Removes the folder and everything in it */
void
bench_remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
        bench_remove_folder (path);
      else
        unlink (path);
    }
  rmdir (folder);
}
