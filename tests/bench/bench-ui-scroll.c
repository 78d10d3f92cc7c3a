/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>
#include <stdlib.h>

#include "bench.h"
#include "les-compare-view.h"
#include "les-edits.h"
#include "les-ribbons.h"

/* What a scroll step of two joined texts costs in processor time, by the number
 * of matches that are in view: long texts, of which every so-manieth sentence
 * stands in both, in another order nearby. */

#define TEXT_CHARS 300000
#define STEPS 60
#define STEP_PIXELS 53
#define BLOCK 8                 /* sentences whose order is turned round on the right */

/* From sparse to more than anybody sees at once: small letters on a large screen. */
static const struct
{
  int percent;                  /* of the sentences that stand in both */
  int n_words;                  /* of each sentence */
  int text_size;
  int width;
  int height;
  int measure;                  /* characters in a row */
} cases[] = {
  { 10, 14, 13, 1280, 800, 68 },
  { 100, 14, 13, 1280, 800, 68 },
  { 100, 10, 13, 1280, 800, 68 },
  { 100, 7, 13, 1280, 800, 68 },
  { 100, 5, 13, 1280, 800, 68 },
  { 100, 5, 9, 1280, 800, 68 },
  { 100, 5, 8, 1920, 1080, 68 },
  { 100, 5, 6, 2560, 1440, 68 },
  { 100, 5, 5, 3200, 2400, 68 },
  { 100, 5, 5, 3200, 2400, 100 },
  { 100, 4, 5, 3200, 2400, 140 },
  { 100, 4, 5, 3200, 2400, 160 },
};

static void
append_sentence (GString *text, guint32 seed, int n_words)
{
  static const char * const syllables[] = { "ba", "ko", "li", "mar", "ne", "dor", "tu", "vis", "pel", "ga", "ro", "sim" };

  for (int i = 0; i < n_words; i++)
    {
      gsize start = text->len + (i > 0);

      if (i > 0)
        g_string_append_c (text, ' ');
      for (int k = 0; k < 3; k++)
        {
          seed = seed * 1664525u + 1013904223u;
          g_string_append (text, syllables[(seed >> 16) % G_N_ELEMENTS (syllables)]);
        }
      if (i == 0)
        text->str[start] = g_ascii_toupper (text->str[start]);
    }
  g_string_append (text, ". ");
}

static gboolean
is_shared (int sentence, int percent)
{
  return (sentence * 37 + 11) % 100 < percent;
}

static char *
make_text (LesSide side, int percent, int n_words)
{
  GString *text = g_string_new (NULL);

  for (int i = 0; text->len < TEXT_CHARS; i++)
    {
      int number = side == LES_SIDE_LEFT ? i : i / BLOCK * BLOCK + BLOCK - 1 - i % BLOCK;
      guint32 seed = is_shared (number, percent) ? 7u : 1000003u * (1u + (guint32) side);

      append_sentence (text, seed + (guint32) number * 7919u, n_words);
      if (i % BLOCK == BLOCK - 1)
        g_string_append (text, "\n\n");
    }
  return g_string_free (text, FALSE);
}

static void
add_article (LesSession *session, LesSide side, int percent, int n_words)
{
  g_autoptr (GPtrArray) articles = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *words = make_text (side, percent, n_words);
  g_autoptr (LesText) text = les_text_new (words, -1);
  LesArticle *article = les_article_new (side == LES_SIDE_LEFT ? "left" : "right", text);

  les_article_set (article, LES_ARTICLE_LANGUAGE, "en");
  g_ptr_array_add (articles, article);
  les_session_perform (session, les_edits_add_articles (les_session_get_project (session), articles));
}

static void
frame_cb (GdkFrameClock *clock, guint *n_frames)
{
  (*n_frames)++;
}

static void
wait_for_frame (GtkWidget *widget, guint *n_frames)
{
  guint before = *n_frames;

  gtk_widget_queue_draw (widget);
  while (*n_frames == before)
    g_main_context_iteration (NULL, TRUE);
}

static gboolean
ring_cb (gpointer over)
{
  *(gboolean *) over = TRUE;
  return G_SOURCE_REMOVE;
}

static void
spend (guint msec)
{
  gboolean over = FALSE;

  g_timeout_add (msec, ring_cb, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
}

static LesRibbons *
find_ribbons (GtkWidget *view)
{
  GtkWidget *child = gtk_widget_get_first_child (view);

  while (child != NULL && !LES_IS_RIBBONS (child))
    child = gtk_widget_get_next_sibling (child);
  return LES_RIBBONS (child);
}

static void
measure (guint number)
{
  g_autoptr (LesProject) project = les_project_new ();
  g_autoptr (LesSession) session = les_session_new (project);
  GtkWidget *window = gtk_window_new ();
  GtkWidget *view = les_compare_view_new ();
  GtkAdjustment *adjustment;
  BenchTimes times = { 0 };
  guint n_frames = 0;
  guint n_drawn = 0;
  guint n_visible = 0;
  g_autofree char *words = NULL;

  gtk_window_set_default_size (GTK_WINDOW (window), cases[number].width, cases[number].height);
  gtk_window_set_child (GTK_WINDOW (window), view);
  les_panel_set_session (LES_PANEL (view), session);
  for (int side = 0; side < LES_N_SIDES; side++)
    add_article (session, side, cases[number].percent, cases[number].n_words);
  g_object_set (view, "text-size", cases[number].text_size, "text-measure", cases[number].measure, NULL);
  les_session_open_pair (session, "left", "right");
  gtk_window_present (GTK_WINDOW (window));
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (frame_cb), &n_frames);
  while (les_session_get_busy (session))
    g_main_context_iteration (NULL, TRUE);
  spend (4000);
  adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (les_compare_view_get_text_view (LES_COMPARE_VIEW (view), LES_SIDE_LEFT)));
  gtk_adjustment_set_value (adjustment, 4000);
  spend (500);
  for (int i = 0; i < STEPS; i++)
    {
      bench_begin (&times);
      gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + STEP_PIXELS);
      wait_for_frame (window, &n_frames);
      bench_end (&times);
      n_drawn = MAX (n_drawn, les_ribbons_get_n_drawn (find_ribbons (view)));
      n_visible = MAX (n_visible, les_ribbons_get_n_visible (find_ribbons (view)));
    }
  words = g_strdup_printf ("%4u matches, %3u in view, %2u bands", les_session_get_n_shown (session), n_visible, n_drawn);
  bench_print_row (words, &times, 0, NULL);
  bench_clear (&times);
  gtk_window_destroy (GTK_WINDOW (window));
  spend (50);
}

static gboolean
is_wanted (int argc, char *argv[], guint number)
{
  for (int i = 1; i < argc; i++)
    if (atoi (argv[i]) == (int) number)
      return TRUE;
  return argc < 2;
}

/* CASE ...: which rows, counted from 0; without any all of them */
int
main (int argc, char *argv[])
{
  gtk_init ();
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  bench_print_title ("A scroll step of %d pixels, two texts of %d characters", STEP_PIXELS, TEXT_CHARS);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    if (is_wanted (argc, argv, i))
      measure (i);
  return EXIT_SUCCESS;
}
