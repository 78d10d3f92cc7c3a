/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>
#include <stdlib.h>

#include "bench.h"
#include "bench-data.h"
#include "les-application.h"
#include "les-note-edits.h"
#include "les-notes-view.h"
#include "les-window.h"

/* The list of all annotations in the window of the program, from the key to
 * the frame that shows the answer. */

#define ARTICLES 200
#define ARTICLE_BYTES 3000
#define TURNS 20

typedef struct
{
  LesWindow *window;
  LesSession *session;
  LesNotesView *view;
  guint n_frames;
} Desk;

static void
frame_cb (GdkFrameClock *clock, guint *n_frames)
{
  (*n_frames)++;
}

static void
iterate_until_frame (Desk *desk)
{
  guint before;

  while (g_main_context_iteration (NULL, FALSE))
    ;
  before = desk->n_frames;
  gtk_widget_queue_draw (GTK_WIDGET (desk->window));
  while (desk->n_frames == before)
    g_main_context_iteration (NULL, TRUE);
}

static gpointer
find (GtkWidget *widget, GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      gpointer found = find (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* The filters have a list of their own. */
static GtkListView *
find_list (GtkWidget *widget)
{
  if (GTK_IS_LIST_VIEW (widget) && gtk_widget_has_css_class (widget, "note-list"))
    return GTK_LIST_VIEW (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkListView *found = find_list (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
show_view (Desk *desk, const char *name)
{
  g_action_group_change_action_state (G_ACTION_GROUP (desk->window), "view", g_variant_new_string (name));
}

static void
set_grouping (Desk *desk, const char *name)
{
  les_notes_view_set_grouping (desk->view, name);
}

static void
print (const char *what, BenchTimes *times)
{
  bench_print_row (what, times, bench_get_peak_mb (), NULL);
  bench_clear (times);
}

static void
time_opening (Desk *desk)
{
  BenchTimes times = { 0 };

  bench_reset_peak ();
  bench_begin (&times);
  show_view (desk, "annotations");
  iterate_until_frame (desk);
  bench_end (&times);
  print ("open the list", &times);
  desk->view = find (GTK_WIDGET (desk->window), LES_TYPE_NOTES_VIEW);

  for (int i = 0; i < TURNS; i++)
    {
      show_view (desk, "texts");
      iterate_until_frame (desk);
      bench_begin (&times);
      show_view (desk, "annotations");
      iterate_until_frame (desk);
      bench_end (&times);
    }
  print ("come back to it", &times);
}

/* Each letter of a word, and its clearing, is one key. */
static void
time_typing (Desk *desk, BenchData *data)
{
  GtkEditable *search = find (GTK_WIDGET (desk->view), GTK_TYPE_SEARCH_ENTRY);
  BenchTimes times = { 0 };
  BenchTimes clearing = { 0 };

  for (int i = 0; i < TURNS; i++)
    {
      const char *word = bench_data_get_word (data, 40 + i);
      const char *end = word;

      for (int n = 0; *end != '\0' && n < 5; n++)
        {
          const char *letter = end;
          int position = n;

          end = g_utf8_next_char (end);
          bench_begin (&times);
          gtk_editable_insert_text (search, letter, end - letter, &position);
          iterate_until_frame (desk);
          bench_end (&times);
        }
      bench_begin (&clearing);
      gtk_editable_set_text (search, "");
      iterate_until_frame (desk);
      bench_end (&clearing);
    }
  print ("a key of a search", &times);
  print ("clear the search", &clearing);
}

static void
time_grouping (Desk *desk)
{
  static const char * const names[] = { "tag", "speaker", "none", "article" };
  BenchTimes times = { 0 };

  for (int i = 0; i < TURNS; i++)
    {
      bench_begin (&times);
      set_grouping (desk, names[i % G_N_ELEMENTS (names)]);
      iterate_until_frame (desk);
      bench_end (&times);
    }
  print ("group otherwise", &times);
}

static void
time_editing (Desk *desk)
{
  LesProject *project = les_session_get_project (desk->session);
  g_autoptr (GPtrArray) annotations = les_project_ref_records (project, LES_RECORD_ANNOTATION);
  BenchTimes times = { 0 };
  BenchTimes removing = { 0 };

  for (int i = 0; i < TURNS; i++)
    {
      const char *id = les_record_get_id (annotations->pdata[i * 7]);
      g_autofree char *note = g_strdup_printf ("note %d", i);

      bench_begin (&times);
      les_session_perform (desk->session, les_edits_set_note (project, LES_RECORD_ANNOTATION, id, note));
      iterate_until_frame (desk);
      bench_end (&times);
    }
  print ("edit one annotation", &times);
  for (int i = 0; i < TURNS; i++)
    {
      g_autoptr (GPtrArray) one = g_ptr_array_new ();

      g_ptr_array_add (one, les_project_get_annotation (project, les_record_get_id (annotations->pdata[i * 7])));
      bench_begin (&removing);
      les_session_perform (desk->session, les_edits_clear (project, one));
      iterate_until_frame (desk);
      bench_end (&removing);
    }
  print ("delete one annotation", &removing);
}

static void
time_many (Desk *desk)
{
  LesProject *project = les_session_get_project (desk->session);
  LesHistory *history = les_session_get_history (desk->session);
  GtkListView *list = find_list (GTK_WIDGET (desk->view));
  g_autoptr (GPtrArray) annotations = les_project_ref_records (project, LES_RECORD_ANNOTATION);
  g_autoptr (GPtrArray) tags = les_project_ref_records (project, LES_RECORD_TAG);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) ids = NULL;
  g_autoptr (GBytes) csv = NULL;
  BenchTimes times = { 0 };

  for (guint i = 0; i < annotations->len; i++)
    g_strv_builder_add (builder, les_record_get_id (annotations->pdata[i]));
  ids = g_strv_builder_end (builder);

  bench_begin (&times);
  gtk_selection_model_select_all (gtk_list_view_get_model (list));
  iterate_until_frame (desk);
  bench_end (&times);
  print ("select all", &times);
  bench_begin (&times);
  les_session_perform (desk->session, les_edits_tag_all (project, (const char * const *) ids,
                                                         les_record_get_id (tags->pdata[0])));
  iterate_until_frame (desk);
  bench_end (&times);
  print ("tag all of them", &times);
  bench_begin (&times);
  les_history_undo (history);
  iterate_until_frame (desk);
  bench_end (&times);
  print ("undo that", &times);
  bench_begin (&times);
  csv = les_notes_view_export (desk->view, "csv", NULL);
  bench_end (&times);
  print ("all as CSV", &times);
  bench_begin (&times);
  les_notes_view_delete_selected (desk->view);
  iterate_until_frame (desk);
  bench_end (&times);
  print ("delete all of them", &times);
}

static void
time_scrolling (Desk *desk)
{
  GtkScrolledWindow *scroller = GTK_SCROLLED_WINDOW (gtk_widget_get_parent (GTK_WIDGET (find_list (GTK_WIDGET (desk->view)))));
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (scroller);
  BenchTimes times = { 0 };

  for (int i = 0; i < 3 * TURNS; i++)
    {
      bench_begin (&times);
      gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + 120);
      iterate_until_frame (desk);
      bench_end (&times);
    }
  print ("scroll by 120 pixels", &times);
}

static void
run (GtkApplication *application, guint n_annotations)
{
  g_autoptr (BenchData) data = bench_data_new (1);
  g_autoptr (LesProject) project = bench_data_make_project (data, ARTICLES, ARTICLE_BYTES, n_annotations);
  Desk desk = { .window = les_window_new (application) };

  les_window_show_project (desk.window, project, NULL, FALSE);
  desk.session = les_window_get_session (desk.window);
  gtk_window_present (GTK_WINDOW (desk.window));
  g_signal_connect (gtk_widget_get_frame_clock (GTK_WIDGET (desk.window)), "after-paint", G_CALLBACK (frame_cb),
                    &desk.n_frames);
  iterate_until_frame (&desk);

  bench_print_title ("The list of %u annotations in %d articles, from the key to the frame", n_annotations, ARTICLES);
  time_opening (&desk);
  time_typing (&desk, data);
  time_grouping (&desk);
  time_scrolling (&desk);
  time_editing (&desk);
  time_many (&desk);
  gtk_window_destroy (GTK_WINDOW (desk.window));
}

int
main (void)
{
  static const guint sizes[] = { 200, 2000, 20000 };
  g_autoptr (LesApplication) application = NULL;

  gtk_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  application = les_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    run (GTK_APPLICATION (application), sizes[i]);
  return EXIT_SUCCESS;
}
