/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>
#include <stdlib.h>

#include "bench.h"
#include "bench-data.h"
#include "les-annotating.h"
#include "les-application.h"
#include "les-compare-view.h"
#include "les-edits.h"
#include "les-project-format.h"
#include "les-reader.h"
#include "les-tag-picker.h"
#include "les-window-private.h"

/* What annotating costs in an article of 300,000 characters with 500 tags, where
 * the annotations lie eight deep: with 200, 2,000 and 20,000 of them. What is
 * drawn is counted with the frame it appears in, by the cairo renderer. */

#define ARTICLE_CHARS 300000
#define N_TAGS 500
#define DEPTH 8
#define STEPS 60
#define SCROLL_PIXELS 60.0

static const guint counts[] = { 200, 2000, 20000 };

typedef struct
{
  LesWindow *window;
  LesSession *session;
  guint n_frames;
} Desk;

static void
add_tags (LesChange *change, GPtrArray *ids)
{
  for (guint i = 0; i < N_TAGS; i++)
    {
      g_autofree char *name = g_strdup_printf ("%c%c topic %03u", 'a' + i % 26, 'a' + i / 26 % 26, i);
      LesTag *tag = les_tag_new (NULL, name, les_tag_palette_color (i));

      g_ptr_array_add (ids, g_strdup (les_record_get_id (LES_RECORD (tag))));
      les_change_put (change, tag);
    }
}

static void
add_annotation (LesChange *change, LesArticle *article, LesTextRange range, GPtrArray *tags, guint number)
{
  const char *given[] = { tags->pdata[number % N_TAGS], number % 3 == 0 ? tags->pdata[(number + 7) % N_TAGS] : NULL, NULL };
  LesAnnotation *annotation = les_annotation_new (NULL, les_record_get_id (LES_RECORD (article)), range);

  les_annotation_anchor (annotation, les_article_get_text (article));
  les_annotation_set_tags (annotation, given);
  les_annotation_set (annotation, LES_ANNOTATION_NOTE, number % 4 == 0 ? "look this up" : NULL);
  les_change_put (change, annotation);
}

/* Piles of eight, one within the other, evenly over the whole text. */
static void
add_annotations (LesChange *change, LesArticle *article, GPtrArray *tags, guint n)
{
  int n_chars = les_text_get_n_chars (les_article_get_text (article));
  guint n_piles = n / DEPTH;

  for (guint i = 0; i < n; i++)
    {
      int start = (int) ((gint64) (n_chars - 120) * (i / DEPTH) / n_piles);
      int inset = 5 * (int) (i % DEPTH);

      add_annotation (change, article, LES_TEXT_RANGE (start + inset, start + 110 - inset), tags, i);
    }
}

static GFile *
write_project (const char *folder, guint n)
{
  g_autoptr (BenchData) data = bench_data_new (4);
  g_autofree char *words = bench_data_make_article (data, ARTICLE_CHARS);
  g_autoptr (LesText) text = les_text_new (words, -1);
  g_autoptr (LesProject) project = les_project_new ();
  g_autoptr (LesChange) change = les_change_new (LES_CHANGE_OTHER);
  g_autoptr (LesChange) inverse = NULL;
  g_autoptr (GPtrArray) tags = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *path = g_strdup_printf ("%s/%u.lesart", folder, n);
  g_autoptr (GBytes) bytes = NULL;
  LesArticle *article = les_article_new ("long", text);

  les_article_set (article, LES_ARTICLE_LANGUAGE, "de");
  les_change_put (change, article);
  add_tags (change, tags);
  add_annotations (change, article, tags, n);
  inverse = les_project_apply (project, change);
  bytes = les_project_format_write (project, NULL, NULL);
  if (!g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), NULL))
    g_error ("%s cannot be written", path);
  return g_file_new_for_path (path);
}

static void
frame_cb (GdkFrameClock *clock, guint *n_frames)
{
  (*n_frames)++;
}

static void
wait_frame (Desk *desk)
{
  guint before = desk->n_frames;

  while (desk->n_frames == before)
    g_main_context_iteration (NULL, TRUE);
}

static gboolean
ring_cb (gpointer rung)
{
  *(gboolean *) rung = TRUE;
  return G_SOURCE_REMOVE;
}

static void
rest (guint msec)
{
  gboolean rung = FALSE;

  g_timeout_add (msec, ring_cb, &rung);
  while (!rung)
    g_main_context_iteration (NULL, TRUE);
}

static LesReader *
get_reader (Desk *desk)
{
  return LES_READER (les_compare_view_get_text_view (desk->window->work->compare_view, LES_SIDE_LEFT));
}

static void
time_opening (Desk *desk, GFile *file)
{
  BenchTimes times = { 0 };

  bench_reset_peak ();
  bench_begin (&times);
  les_window_open_file (desk->window, file);
  while (les_window_is_busy (desk->window))
    g_main_context_iteration (NULL, TRUE);
  desk->session = les_window_get_session (desk->window);
  les_session_open_article (desk->session, LES_SIDE_LEFT, "long");
  gtk_widget_queue_draw (GTK_WIDGET (desk->window));
  wait_frame (desk);
  bench_end (&times);
  bench_print_row ("open the project, to the frame", &times, bench_get_peak_mb (), NULL);
  bench_clear (&times);
  rest (1500);
}

static int
get_offset_in_view (Desk *desk, guint step)
{
  LesTextRange visible = les_reader_get_visible (get_reader (desk));

  return visible.start + 20 + (int) step % MAX (1, les_text_range_length (visible) / 2);
}

static void
time_tagging (Desk *desk)
{
  const char * const *tags = NULL;
  g_autoptr (GPtrArray) all = les_project_ref_records (les_session_get_project (desk->session), LES_RECORD_TAG);
  BenchTimes times = { 0 };

  for (guint i = 0; i < STEPS / 2; i++)
    {
      int start = get_offset_in_view (desk, 11 * i);
      g_autofree char *id = NULL;

      tags = (const char * const[]) { les_record_get_id (all->pdata[i]), NULL };
      bench_begin (&times);
      id = les_annotating_annotate (desk->session, LES_SIDE_LEFT, LES_TEXT_RANGE (start, start + 33), tags, NULL);
      wait_frame (desk);
      bench_end (&times);
      rest (60);
    }
  bench_print_row ("a tag applied and drawn", &times, bench_get_peak_mb (), NULL);
  bench_clear (&times);
}

static void
time_typing (Desk *desk)
{
  static const char * const typed[] = { "t", "to", "top", "topi", "topic", "topic ", "topic 1", "topic 12", "e", "ea" };
  BenchTimes times = { 0 };
  GtkEditable *entry;

  les_session_set_selection (desk->session, LES_SIDE_LEFT,
                             LES_TEXT_RANGE (get_offset_in_view (desk, 0), get_offset_in_view (desk, 0) + 20));
  les_window_popup_picker (desk->window, FALSE);
  rest (500);
  entry = GTK_EDITABLE (gtk_widget_get_template_child (GTK_WIDGET (desk->window->picker), LES_TYPE_TAG_PICKER, "entry"));
  for (guint i = 0; i < STEPS; i++)
    {
      bench_begin (&times);
      gtk_editable_set_text (entry, typed[i % G_N_ELEMENTS (typed)]);
      wait_frame (desk);
      bench_end (&times);
    }
  gtk_popover_popdown (GTK_POPOVER (desk->window->picker));
  bench_print_row ("a letter in the tag picker", &times, bench_get_peak_mb (), NULL);
  bench_clear (&times);
  rest (300);
}

static void
time_scrolling (Desk *desk)
{
  GtkAdjustment *adjustment = les_reader_get_adjustment (get_reader (desk));
  BenchTimes times = { 0 };

  les_reader_release (get_reader (desk));
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment) / 3);
  rest (500);
  for (guint i = 0; i < 2 * STEPS; i++)
    {
      bench_begin (&times);
      gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + SCROLL_PIXELS);
      wait_frame (desk);
      bench_end (&times);
    }
  bench_print_row ("a frame of scrolling", &times, bench_get_peak_mb (), NULL);
  bench_clear (&times);
}

static void
run (const char *folder, guint n)
{
  g_autoptr (GFile) file = write_project (folder, n);
  g_autoptr (LesApplication) application = les_application_new ();
  Desk desk = { NULL };
  GdkFrameClock *clock;

  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, NULL);
  desk.window = les_window_new (GTK_APPLICATION (application));
  gtk_window_present (GTK_WINDOW (desk.window));
  clock = gtk_widget_get_frame_clock (GTK_WIDGET (desk.window));
  g_signal_connect (clock, "after-paint", G_CALLBACK (frame_cb), &desk.n_frames);
  rest (500);

  bench_print_title ("Annotating, %u annotations, eight deep", n);
  time_opening (&desk, file);
  time_tagging (&desk);
  time_typing (&desk);
  time_scrolling (&desk);
  exit (EXIT_SUCCESS);
}

int
main (int argc, char *argv[])
{
  g_autofree char *folder = NULL;

  if (argc == 3)
    {
      g_setenv ("GSK_RENDERER", "cairo", TRUE);
      gtk_init ();
      g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
      run (argv[1], (guint) g_ascii_strtoull (argv[2], NULL, 10));
    }
  folder = bench_make_folder ();
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      g_autofree char *n = g_strdup_printf ("%u", counts[i]);
      const char *child[] = { argv[0], folder, n, NULL };

      /* Each in a process of its own: what one has warmed up or left behind is not the next one's. */
      if (!g_spawn_sync (NULL, (char **) child, NULL, G_SPAWN_CHILD_INHERITS_STDIN, NULL, NULL, NULL, NULL, NULL, NULL))
        g_error ("%u annotations did not start", counts[i]);
    }
  bench_remove_folder (folder);
  return EXIT_SUCCESS;
}
