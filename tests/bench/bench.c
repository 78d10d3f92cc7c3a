/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench.h"

#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

void
bench_begin (BenchTimes *times)
{
  if (times->times == NULL)
    times->times = g_array_new (FALSE, FALSE, sizeof (gint64));
  times->started = g_get_monotonic_time ();
}

void
bench_end (BenchTimes *times)
{
  gint64 time = g_get_monotonic_time () - times->started;

  g_array_append_val (times->times, time);
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  const gint64 *left = a;
  const gint64 *right = b;

  return (*left > *right) - (*left < *right);
}

double
bench_median_ms (BenchTimes *times)
{
  g_array_sort (times->times, compare_times);
  return g_array_index (times->times, gint64, times->times->len / 2) / 1000.0;
}

double
bench_worst_ms (BenchTimes *times)
{
  g_array_sort (times->times, compare_times);
  return g_array_index (times->times, gint64, times->times->len - 1) / 1000.0;
}

void
bench_clear (BenchTimes *times)
{
  g_clear_pointer (&times->times, g_array_unref);
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

/** Returns: milliseconds that a shell command takes, the better of two runs; 0 when it failed */
double
bench_time_command (const char *command)
{
  gint64 best = G_MAXINT64;

  for (int i = 0; i < 2; i++)
    {
      char *argv[] = { (char *) "/bin/sh", (char *) "-c", (char *) command, NULL };
      gint64 started = g_get_monotonic_time ();
      int status;

      if (!g_spawn_sync (NULL, argv, NULL, G_SPAWN_STDOUT_TO_DEV_NULL, NULL, NULL, NULL, NULL, &status, NULL)
          || status != 0)
        return 0;
      best = MIN (best, g_get_monotonic_time () - started);
    }
  return best / 1000.0;
}

void
bench_print_title (const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  printf ("\n");
  vprintf (format, arguments);
  va_end (arguments);
  printf ("\n%-34s %10s %10s %9s   %-26s %10s %7s\n", "", "median ms", "worst ms", "peak MB", "beside", "ms", "ratio");
}

/**
 * bench_print_row:
 * @peak_mb: 0 when not measured
 * @peer: (nullable): what somebody would use instead
 * @peer_ms: how long that takes; 0 when it could not be run
 */
void
bench_print_row (const char *what, BenchTimes *times, double peak_mb, const char *peer, double peer_ms)
{
  g_autofree char *peak = peak_mb > 0 ? g_strdup_printf ("%.0f", peak_mb) : g_strdup ("");

  printf ("%-34s %10.2f %10.2f %9s", what, bench_median_ms (times), bench_worst_ms (times), peak);
  if (peer != NULL && peer_ms > 0)
    printf ("   %-26s %10.1f %7.3f", peer, peer_ms, bench_median_ms (times) / peer_ms);
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

void
bench_remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      unlink (path);
    }
  rmdir (folder);
}
