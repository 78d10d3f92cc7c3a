/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "bench.h"
#include "les-claims.h"
#include "les-claims-view.h"
#include "les-edits.h"
#include "les-link-edits.h"

/* The claims table: made from the links, shown, filtered, followed while one
 * link more is made; by the number of statements. */

#define RUNS 9

static const guint sizes[] = { 100, 1000, 5000 };

static void
add_article (LesSession *session, const char *id, guint n)
{
  g_autoptr (GString) words = g_string_new (NULL);
  g_autoptr (GPtrArray) articles = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (LesText) text = NULL;

  for (guint i = 0; i < n; i++)
    g_string_append_printf (words, "%06u %s office counted %u ships in the harbour of Gorm. ", i, id, i * 7);
  text = les_text_new (words->str, -1);
  g_ptr_array_add (articles, les_article_new (id, text));
  les_session_perform (session, les_edits_add_articles (les_session_get_project (session), articles));
}

/* The @i-th sentence; all have the same length up to the number at their end. */
static LesPassage
get_sentence (LesSession *session, const char *id, guint i, int *from)
{
  LesText *text = les_article_get_text (les_project_get_article (les_session_get_project (session), id));
  g_autofree char *start = g_strdup_printf ("%06u", i);
  LesTextRange range = les_text_find (text, start, *from);

  *from = range.end;
  return (LesPassage) { id, LES_TEXT_RANGE (range.start, range.start + 50), NULL };
}

static LesChange *
link_all (LesSession *session, guint n)
{
  LesChange *all = les_change_new (LES_CHANGE_ADD_LINK);
  int left = 0;
  int right = 0;

  for (guint i = 0; i < n; i++)
    {
      LesPassage from = get_sentence (session, "left", i, &left);
      LesPassage to = get_sentence (session, "right", i, &right);
      g_autoptr (LesChange) change = les_link_edits_add (les_session_get_project (session), LES_RELATION_DIFFERS,
                                                         &from, i % 5 == 0 ? NULL : &to, i % 5 == 0 ? "right" : NULL,
                                                         NULL, NULL);

      les_change_append (all, change);
    }
  return all;
}

static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
painted_cb (GdkFrameClock *clock, gboolean *painted)
{
  *painted = TRUE;
}

static void
wait_for_frame (GtkWidget *widget)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (widget);
  gboolean painted = FALSE;
  gulong id = g_signal_connect (clock, "after-paint", G_CALLBACK (painted_cb), &painted);

  gtk_widget_queue_draw (widget);
  while (!painted)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (clock, id);
}

static void
measure_model (LesSession *session)
{
  BenchTimes times = { NULL };

  bench_reset_peak ();
  for (int i = 0; i < RUNS; i++)
    {
      bench_begin (&times);
      g_object_unref (les_claims_new (les_session_get_project (session)));
      bench_end (&times);
    }
  bench_print_row ("table from links", &times, bench_get_peak_mb (), NULL);
}

static void
measure_view (LesSession *session)
{
  BenchTimes showing = { NULL };
  BenchTimes filtering = { NULL };
  BenchTimes following = { NULL };

  bench_reset_peak ();
  for (int i = 0; i < RUNS; i++)
    {
      GtkWidget *window = gtk_window_new ();
      GtkWidget *view;
      GtkDropDown *sort;

      gtk_window_set_default_size (GTK_WINDOW (window), 1000, 700);
      gtk_window_present (GTK_WINDOW (window));
      settle ();
      bench_begin (&showing);
      view = les_claims_view_new (session);
      gtk_window_set_child (GTK_WINDOW (window), view);
      wait_for_frame (view);
      bench_end (&showing);
      settle ();

      sort = GTK_DROP_DOWN (gtk_widget_get_template_child (view, LES_TYPE_CLAIMS_VIEW, "sort"));
      bench_begin (&filtering);
      gtk_drop_down_set_selected (sort, 1);
      wait_for_frame (view);
      bench_end (&filtering);

      bench_begin (&following);
      les_history_undo (les_session_get_history (session));
      les_history_redo (les_session_get_history (session));
      wait_for_frame (view);
      bench_end (&following);
      gtk_window_destroy (GTK_WINDOW (window));
      settle ();
    }
  bench_print_row ("shown, first frame", &showing, bench_get_peak_mb (), NULL);
  bench_print_row ("sorted, frame", &filtering, 0, NULL);
  bench_print_row ("one link undone and redone, frame", &following, 0, NULL);
}

static void
measure (guint n)
{
  g_autoptr (LesProject) project = les_project_new ();
  g_autoptr (LesSession) session = les_session_new (project);
  g_autofree char *id = NULL;
  g_autoptr (GPtrArray) links = NULL;

  add_article (session, "left", n);
  add_article (session, "right", n);
  les_session_perform (session, link_all (session, n));
  links = les_project_ref_records (project, LES_RECORD_LINK);
  les_session_perform (session, les_link_edits_set_note (project, les_record_get_id (links->pdata[0]), "one more"));
  bench_print_title ("Claims, %u statements of two reports", n);
  measure_model (session);
  measure_view (session);
}

int
main (int argc, char *argv[])
{
  gtk_init ();
  adw_init ();
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    measure (sizes[i]);
  return 0;
}
