/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-text-editor.h"

#include <glib/gstdio.h>

#include "les-limits.h"
#include "les-version-dialog.h"

#include "dialog-fixture.h"
#include "finding.h"

/* Correcting a text and adding a newer version of it. */

static gboolean
expire_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

#define wait_for(condition) \
  G_STMT_START { \
    gboolean expired = FALSE; \
    guint timer = g_timeout_add_seconds (20, expire_cb, &expired); \
    while (!(condition) && !expired) \
      g_main_context_iteration (NULL, TRUE); \
    g_assert_false (expired); \
    g_source_remove (timer); \
  } G_STMT_END

static LesProject *
project_of (DialogFixture *fixture)
{
  return les_session_get_project (fixture->session);
}

static char *
annotate (DialogFixture *fixture, const char *article, const char *words)
{
  LesText *text = les_article_get_text (les_project_get_article (project_of (fixture), article));
  char *id = NULL;

  les_session_perform (fixture->session, les_edits_add_annotation (project_of (fixture), article,
                                                                   les_text_find (text, words, 0),
                                                                   NULL, NULL, NULL, &id));
  return id;
}

static GtkTextBuffer *
get_buffer (GtkWindow *dialog)
{
  return gtk_text_view_get_buffer (get_part (dialog, "text_view"));
}

static void
replace_words (GtkWindow *dialog, const char *before, const char *after)
{
  GtkTextBuffer *buffer = get_buffer (dialog);
  GtkTextIter from;
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_start_iter (buffer, &from);
  g_assert_true (gtk_text_iter_forward_search (&from, before, 0, &start, &end, NULL));
  gtk_text_buffer_delete (buffer, &start, &end);
  gtk_text_buffer_insert (buffer, &start, after, -1);
}

static char *
dup_text (DialogFixture *fixture, const char *article)
{
  return g_strdup (les_text_get_utf8 (les_article_get_text (les_project_get_article (project_of (fixture), article))));
}

static void
applied_cb (LesTextEditor *editor, LesTextEditSummary *summary, gpointer data)
{
  *(LesTextEditSummary *) data = *summary;
}

static void
test_edit (DialogFixture *fixture, gconstpointer data)
{
  g_autofree char *id = annotate (fixture, "bridge", "found cracks");
  LesTextEditSummary summary = { 99, 99, 99, 99 };
  LesTextEditor *editor = les_text_editor_present (fixture->parent, fixture->session, "bridge");
  GtkWindow *dialog = GTK_WINDOW (editor);
  g_autofree char *text = NULL;
  g_autofree char *undone = NULL;

  g_signal_connect (editor, "applied", G_CALLBACK (applied_cb), &summary);
  g_assert_false (gtk_widget_get_sensitive (get_part (dialog, "apply_button")));
  g_assert_false (gtk_text_buffer_get_can_undo (get_buffer (dialog)));
  replace_words (dialog, "found cracks", "found deep cracks");
  g_assert_true (gtk_widget_get_sensitive (get_part (dialog, "apply_button")));
  wait_for (gtk_widget_get_sensitive (get_part (dialog, "next_button")));
  g_assert_nonnull (strstr (gtk_label_get_text (get_part (dialog, "changes")), "1 word added"));
  g_assert_nonnull (strstr (gtk_label_get_text (get_part (dialog, "consequences")), "1 annotation"));
  g_signal_emit_by_name (get_part (dialog, "next_button"), "clicked");
  g_assert_true (gtk_text_buffer_get_has_selection (get_buffer (dialog)));

  g_signal_emit_by_name (get_part (dialog, "apply_button"), "clicked");
  wait_for (find_dialog ("LesTextEditor") == NULL);
  text = dup_text (fixture, "bridge");
  g_assert_nonnull (strstr (text, "found deep cracks"));
  g_assert_cmpuint (summary.n_changed, ==, 1);
  g_assert_cmpint (les_annotation_get_review (les_project_get_annotation (project_of (fixture), id)), ==, LES_REVIEW_CHANGED);

  g_assert_true (les_history_undo (les_session_get_history (fixture->session)));
  undone = dup_text (fixture, "bridge");
  g_assert_null (strstr (undone, "deep"));
  assert_closed ("LesTextEditor");
}

static void
test_nothing_changed (DialogFixture *fixture, gconstpointer data)
{
  GtkWindow *dialog = GTK_WINDOW (les_text_editor_present (fixture->parent, fixture->session, "bridge"));

  replace_words (dialog, "Fenmark", "Fenmar");
  replace_words (dialog, "Fenmar", "Fenmark");
  g_assert_false (gtk_widget_get_sensitive (get_part (dialog, "apply_button")));
  gtk_window_close (dialog);
  assert_closed ("LesTextEditor");
  g_assert_null (les_text_editor_present (fixture->parent, fixture->session, "no such article"));
}

static void
answer (const char *label)
{
  GtkWidget *button = find_button (GTK_WIDGET (find_dialog ("AdwMessageDialog")), label);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  run_pending ();
}

/* What was typed is not thrown away without asking. */
static void
test_asks (DialogFixture *fixture, gconstpointer data)
{
  GtkWindow *dialog = GTK_WINDOW (les_text_editor_present (fixture->parent, fixture->session, "bridge"));
  g_autofree char *text = NULL;

  replace_words (dialog, "Fenmark", "Fenmarken");
  gtk_window_close (dialog);
  run_pending ();
  g_assert_nonnull (find_dialog ("LesTextEditor"));
  g_assert_nonnull (find_dialog ("AdwMessageDialog"));
  answer ("_Keep Editing");
  g_assert_nonnull (find_dialog ("LesTextEditor"));

  gtk_window_close (dialog);
  run_pending ();
  answer ("_Discard");
  assert_closed ("LesTextEditor");
  text = dup_text (fixture, "bridge");
  g_assert_null (strstr (text, "Fenmarken"));
}

static void
test_blank (DialogFixture *fixture, gconstpointer data)
{
  GtkWindow *dialog = GTK_WINDOW (les_text_editor_present (fixture->parent, fixture->session, "bridge"));

  gtk_text_buffer_set_text (get_buffer (dialog), " \n\n", -1);
  g_assert_false (gtk_widget_get_sensitive (get_part (dialog, "apply_button")));
  gtk_window_destroy (dialog);
  assert_closed ("LesTextEditor");
}

/* A line that no text view can carry: the breaks are not part of the text. */
static void
test_long_line (DialogFixture *fixture, gconstpointer data)
{
  g_autoptr (GString) words = g_string_new (NULL);
  g_autofree char *text = NULL;
  GtkWindow *dialog;

  for (guint i = 0; words->len < 10 * LES_LIMIT_DISPLAY_LINE_CHARS; i++)
    g_string_append_printf (words, "word%u ", i);
  add_article (fixture->session, make_article ("long", "Long", NULL, NULL, NULL, "en", words->str));
  dialog = GTK_WINDOW (les_text_editor_present (fixture->parent, fixture->session, "long"));
  g_assert_cmpint (gtk_text_buffer_get_line_count (get_buffer (dialog)), >, 5);
  replace_words (dialog, "word17 ", "seventeen ");
  g_signal_emit_by_name (get_part (dialog, "apply_button"), "clicked");
  wait_for (find_dialog ("LesTextEditor") == NULL);
  g_string_replace (words, "word17 ", "seventeen ", 1);
  text = dup_text (fixture, "long");
  g_assert_true (strcmp (text, words->str) == 0);
  run_pending ();
}

static gboolean
count_frame_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  return ++*(guint *) data < 20 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static void
draw_frames (GtkWidget *widget)
{
  guint n = 0;

  gtk_widget_add_tick_callback (widget, count_frame_cb, &n, NULL);
  wait_for (n == 20);
}

/* With as many rows laid out as the text has. */
static gboolean
has_cursor_in_sight (GtkTextView *view)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view));
  GdkRectangle cursor;
  GdkRectangle seen;

  gtk_text_view_get_cursor_locations (view, NULL, &cursor, NULL);
  gtk_text_view_get_visible_rect (view, &seen);
  return gtk_adjustment_get_upper (adjustment) > 2.0 * gtk_adjustment_get_page_size (adjustment)
         && cursor.y >= seen.y && cursor.y + cursor.height <= seen.y + seen.height;
}

/* What is to be corrected is in sight, wherever in a long text it stands. */
static void
test_opens_at_cursor (DialogFixture *fixture,
                      gconstpointer  data)
{
  const int places[] = { 0, 6000, 11000 };
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; words->len < 12000; i++)
    g_string_append_printf (words, "The lighthouse keeper wrote line %u of the log.\n\n", i);
  add_article (fixture->session, make_article ("log", "Log", NULL, NULL, NULL, "en", words->str));
  les_session_open_article (fixture->session, LES_SIDE_LEFT, "log");
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      GtkWindow *dialog;

      les_session_set_selection (fixture->session, LES_SIDE_LEFT, LES_TEXT_RANGE (places[i], places[i]));
      dialog = GTK_WINDOW (les_text_editor_present (fixture->parent, fixture->session, "log"));
      draw_frames (GTK_WIDGET (dialog));
      wait_for (has_cursor_in_sight (get_part (dialog, "text_view")));
      gtk_window_close (dialog);
      assert_closed ("LesTextEditor");
    }
}

/* A newer version */

typedef struct
{
  char *older;
  char *newer;
  char *changes;
} Added;

static void
added_cb (LesVersionDialog *dialog, const char *older, const char *newer, const char *changes, gpointer data)
{
  Added *added = data;

  added->older = g_strdup (older);
  added->newer = g_strdup (newer);
  added->changes = g_strdup (changes);
}

static void
clear_added (Added *added)
{
  g_free (added->older);
  g_free (added->newer);
  g_free (added->changes);
}

static void
test_version (DialogFixture *fixture, gconstpointer data)
{
  LesVersionAnnotations how = GPOINTER_TO_INT (data);
  g_autofree char *id = annotate (fixture, "bridge", "found cracks");
  LesVersionDialog *version = les_version_dialog_present (fixture->parent, fixture->session, "bridge");
  GtkWindow *dialog = GTK_WINDOW (version);
  Added added = { NULL };
  LesArticle *newer;

  g_signal_connect (version, "added", G_CALLBACK (added_cb), &added);
  g_assert_true (gtk_widget_get_visible (get_part (dialog, "annotations_row")));
  gtk_drop_down_set_selected (get_part (dialog, "annotations"), how);
  gtk_text_buffer_set_text (get_buffer (dialog),
                            "The old harbour bridge of Fenmark stays closed.\n\n"
                            "Engineers found cracks in three pillars. More next week.", -1);
  wait_for (gtk_widget_get_sensitive (get_part (dialog, "add_button")));
  g_assert_nonnull (strstr (gtk_label_get_text (get_part (dialog, "details")), "4 words added, 1 word removed"));
  g_signal_emit_by_name (get_part (dialog, "add_button"), "clicked");
  wait_for (find_dialog ("LesVersionDialog") == NULL);

  g_assert_cmpstr (added.older, ==, "bridge");
  g_assert_nonnull (strstr (added.changes, "4 words added"));
  newer = les_project_get_article (project_of (fixture), added.newer);
  g_assert_cmpstr (les_article_get (newer, LES_ARTICLE_VERSION_OF), ==, "bridge");
  g_assert_cmpstr (les_article_get (newer, LES_ARTICLE_OUTLET), ==, "Fenmark Post");
  g_assert_cmpuint (les_project_get_n_annotations_of (project_of (fixture), added.newer), ==, how != LES_VERSION_LEAVE);
  g_assert_cmpuint (les_project_get_n_annotations_of (project_of (fixture), "bridge"), ==, how != LES_VERSION_MOVE);
  clear_added (&added);
  assert_closed ("LesVersionDialog");
}

static void
test_same_version (DialogFixture *fixture, gconstpointer data)
{
  GtkWindow *dialog = GTK_WINDOW (les_version_dialog_present (fixture->parent, fixture->session, "ferry"));

  g_assert_false (gtk_widget_get_visible (get_part (dialog, "annotations_row")));
  gtk_text_buffer_set_text (get_buffer (dialog), "Commuters queue for the ferry since the harbour bridge was closed.", -1);
  wait_for (strstr (gtk_label_get_text (get_part (dialog, "details")), "same text") != NULL);
  g_assert_false (gtk_widget_get_sensitive (get_part (dialog, "add_button")));
  gtk_window_destroy (dialog);
  assert_closed ("LesVersionDialog");
}

static void
test_version_from_file (DialogFixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_dir_make_tmp ("lesart-version-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "newer.txt", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  LesVersionDialog *version = les_version_dialog_present (fixture->parent, fixture->session, "ferry");
  GtkWindow *dialog = GTK_WINDOW (version);
  Added added = { NULL };

  g_signal_connect (version, "added", G_CALLBACK (added_cb), &added);
  g_assert_true (g_file_set_contents (path, "Commuters queue for the bus since the harbour bridge was closed.", -1, NULL));
  les_version_dialog_read (version, file);
  wait_for (gtk_widget_get_sensitive (get_part (dialog, "add_button")));
  g_signal_emit_by_name (get_part (dialog, "add_button"), "clicked");
  wait_for (find_dialog ("LesVersionDialog") == NULL);
  g_assert_cmpstr (les_article_get (les_project_get_article (project_of (fixture), added.newer), LES_ARTICLE_ORIGIN_NAME),
                   ==, "newer.txt");
  clear_added (&added);
  g_unlink (path);
  g_rmdir (folder);
  run_pending ();
}

int
main (int argc, char **argv)
{
  dialog_init (&argc, &argv);

#define add(name, data, function) \
  g_test_add (name, DialogFixture, data, dialog_set_up, function, dialog_tear_down)
  add ("/text-editor/edit", NULL, test_edit);
  add ("/text-editor/nothing-changed", NULL, test_nothing_changed);
  add ("/text-editor/asks", NULL, test_asks);
  add ("/text-editor/blank", NULL, test_blank);
  add ("/text-editor/long-line", NULL, test_long_line);
  add ("/text-editor/opens-at-cursor", NULL, test_opens_at_cursor);
  add ("/version/move", GINT_TO_POINTER (LES_VERSION_MOVE), test_version);
  add ("/version/copy", GINT_TO_POINTER (LES_VERSION_COPY), test_version);
  add ("/version/leave", GINT_TO_POINTER (LES_VERSION_LEAVE), test_version);
  add ("/version/same-text", NULL, test_same_version);
  add ("/version/from-file", NULL, test_version_from_file);
#undef add
  return g_test_run ();
}
