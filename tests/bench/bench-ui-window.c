/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>
#include <stdlib.h>

#include "bench.h"
#include "bench-data.h"
#include "les-application.h"
#include "les-edits.h"
#include "les-window.h"

/* What a user waits for: the first frame of the program beside that of a bare
 * libadwaita window, and a comparison on screen after the click.
 * The program starts itself anew for each first frame: "bare" or "lesart". */

#define STARTS 11
#define SWITCHES 40
#define REPORT_CHARS 6500       /* about 1,000 words */
#define REST_MSEC 1000

static gint64 started;

static double
read_rss_mb (void)
{
  g_autofree char *status = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/status", &status, NULL, NULL))
    return 0;
  line = strstr (status, "VmRSS:");
  return line != NULL ? g_ascii_strtod (line + strlen ("VmRSS:"), NULL) / 1024 : 0;
}

static gboolean
leave_cb (gpointer first_frame_msec)
{
  g_print ("%d %.1f\n", GPOINTER_TO_INT (first_frame_msec), read_rss_mb ());
  exit (EXIT_SUCCESS);
}

static void
painted_cb (GdkFrameClock *clock, gpointer unused)
{
  int msec = (g_get_monotonic_time () - started) / 1000;

  g_signal_handlers_disconnect_by_func (clock, painted_cb, unused);
  g_timeout_add (REST_MSEC, leave_cb, GINT_TO_POINTER (msec));
}

static void
watch_window_cb (GtkApplication *application, GtkWindow *window)
{
  gtk_widget_realize (GTK_WIDGET (window));
  g_signal_connect (gtk_widget_get_frame_clock (GTK_WIDGET (window)), "after-paint", G_CALLBACK (painted_cb), NULL);
}

static void
activate_bare_cb (GtkApplication *application)
{
  GtkWidget *window = adw_application_window_new (application);

  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), adw_header_bar_new ());
  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  gtk_window_present (GTK_WINDOW (window));
}

static int
start (const char *mode)
{
  g_autoptr (GtkApplication) application = NULL;

  started = g_ascii_strtoll (g_getenv ("LESART_BENCH_STARTED"), NULL, 10);
  if (g_str_equal (mode, "bare"))
    {
      application = GTK_APPLICATION (adw_application_new ("org.lesart.Bare", G_APPLICATION_NON_UNIQUE));
      g_signal_connect (application, "activate", G_CALLBACK (activate_bare_cb), NULL);
    }
  else
    {
      application = GTK_APPLICATION (les_application_new ());
      g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
    }
  g_signal_connect_after (application, "window-added", G_CALLBACK (watch_window_cb), NULL);
  return g_application_run (G_APPLICATION (application), 0, NULL);
}

static int
compare_ints (gconstpointer a, gconstpointer b)
{
  return *(const int *) a - *(const int *) b;
}

static void
time_starts (const char *self, const char *mode, int *median_msec, double *rss_mb)
{
  int msec[STARTS];

  for (int i = 0; i < STARTS; i++)
    {
      const char *argv[] = { self, mode, NULL };
      g_autofree char *now = g_strdup_printf ("%" G_GINT64_FORMAT, g_get_monotonic_time ());
      g_auto (GStrv) env = g_environ_setenv (g_get_environ (), "LESART_BENCH_STARTED", now, TRUE);
      g_autofree char *output = NULL;

      if (!g_spawn_sync (NULL, (char **) argv, env, G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, &output, NULL, NULL, NULL))
        g_error ("%s did not start", mode);
      if (sscanf (output, "%d %lf", &msec[i], rss_mb) != 2)
        g_error ("%s said nothing", mode);
    }
  qsort (msec, STARTS, sizeof *msec, compare_ints);
  *median_msec = msec[STARTS / 2];
}

static void
print_starts (const char *self)
{
  int bare_msec;
  int lesart_msec;
  double bare_mb;
  double lesart_mb;

  time_starts (self, "bare", &bare_msec, &bare_mb);
  time_starts (self, "lesart", &lesart_msec, &lesart_mb);
  bench_print_title ("First frame after the start, median of %d", STARTS);
  g_print ("%-34s %8d ms %8.1f MB\n", "bare libadwaita window", bare_msec, bare_mb);
  g_print ("%-34s %8d ms %8.1f MB   %.2f times the bare window\n", "Lesart", lesart_msec, lesart_mb,
           (double) lesart_msec / bare_msec);
}

/* A comparison on screen */

static char *ids[4];

static void
fill (LesSession *session)
{
  g_autoptr (BenchData) data = bench_data_new (1);
  g_autoptr (GPtrArray) articles = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autofree char *words = bench_data_make_article (data, REPORT_CHARS);
      g_autoptr (LesText) text = les_text_new (words, -1);
      LesArticle *article = les_article_new (NULL, text);

      les_article_set (article, LES_ARTICLE_LANGUAGE, "de");
      ids[i] = g_strdup (les_record_get_id (LES_RECORD (article)));
      g_ptr_array_add (articles, article);
    }
  les_session_perform (session, les_edits_add_articles (les_session_get_project (session), articles));
}

static void
frame_cb (GdkFrameClock *clock, guint *n_frames)
{
  (*n_frames)++;
}

static void
iterate_until_frame (LesWindow *window, guint *n_frames)
{
  guint before;

  while (les_window_is_busy (window))
    g_main_context_iteration (NULL, TRUE);
  before = *n_frames;
  gtk_widget_queue_draw (GTK_WIDGET (window));
  while (*n_frames == before)
    g_main_context_iteration (NULL, TRUE);
}

static void
print_switches (void)
{
  g_autoptr (LesApplication) application = les_application_new ();
  LesWindow *window;
  LesSession *session;
  BenchTimes times = { 0 };
  guint n_frames = 0;

  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, NULL);
  window = les_window_new (GTK_APPLICATION (application));
  session = les_window_get_session (window);
  fill (session);
  gtk_window_present (GTK_WINDOW (window));
  g_signal_connect (gtk_widget_get_frame_clock (GTK_WIDGET (window)), "after-paint", G_CALLBACK (frame_cb), &n_frames);
  iterate_until_frame (window, &n_frames);

  bench_reset_peak ();
  for (guint i = 0; i < SWITCHES; i++)
    {
      bench_begin (&times);
      les_session_open_pair (session, ids[i % 2 * 2], ids[i % 2 * 2 + 1]);
      iterate_until_frame (window, &n_frames);
      bench_end (&times);
    }
  bench_print_title ("A comparison of two articles of %d characters, from the click to the frame", REPORT_CHARS);
  bench_print_row ("switch the open comparison", &times, bench_get_peak_mb (), NULL);
  bench_clear (&times);
}

int
main (int argc, char *argv[])
{
  if (argc == 2)
    return start (argv[1]);

  print_starts (argv[0]);
  gtk_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  print_switches ();
  return EXIT_SUCCESS;
}
