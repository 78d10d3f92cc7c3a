/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-article-details.h"

#include "dialog-fixture.h"
#include "finding.h"

#define TYPE_NAME "LesArticleDetails"

static GtkWindow *
open_details (DialogFixture *fixture, const char *id)
{
  les_article_details_present (fixture->parent, fixture->session, id);
  return find_dialog (TYPE_NAME);
}

static const char *
get_value (DialogFixture *fixture, const char *id, LesArticleField field)
{
  return les_article_get (les_project_get_article (les_session_get_project (fixture->session), id), field);
}

static void
save (GtkWindow *dialog)
{
  g_signal_emit_by_name (get_part (dialog, "save_button"), "clicked");
}

static void
test_edit (DialogFixture *fixture, gconstpointer data)
{
  GtkWindow *dialog = open_details (fixture, "bridge");
  GtkTextBuffer *note = gtk_text_view_get_buffer (get_part (dialog, "note_view"));
  LesHistory *history = les_session_get_history (fixture->session);

  g_assert_cmpstr (gtk_editable_get_text (get_part (dialog, "title_row")), ==, "Harbour bridge closed for months");
  gtk_editable_set_text (get_part (dialog, "title_row"), "  Bridge closed ");
  gtk_editable_set_text (get_part (dialog, "outlet_row"), "");
  gtk_editable_set_text (get_part (dialog, "date_row"), "4.5.2024");
  gtk_text_buffer_set_text (note, "Two lines\nof note\n", -1);
  save (dialog);
  assert_closed (TYPE_NAME);

  g_assert_cmpstr (get_value (fixture, "bridge", LES_ARTICLE_TITLE), ==, "Bridge closed");
  g_assert_null (get_value (fixture, "bridge", LES_ARTICLE_OUTLET));
  g_assert_cmpstr (get_value (fixture, "bridge", LES_ARTICLE_DATE), ==, "2024-05-04");
  g_assert_cmpstr (get_value (fixture, "bridge", LES_ARTICLE_NOTE), ==, "Two lines\nof note");
  g_assert_cmpstr (get_value (fixture, "bridge", LES_ARTICLE_LANGUAGE), ==, "en");

  g_assert_true (les_history_undo (history));
  g_assert_cmpstr (get_value (fixture, "bridge", LES_ARTICLE_TITLE), ==, "Harbour bridge closed for months");
  g_assert_cmpstr (get_value (fixture, "bridge", LES_ARTICLE_OUTLET), ==, "Fenmark Post");
}

static void
test_unchanged (DialogFixture *fixture, gconstpointer data)
{
  LesHistory *history = les_session_get_history (fixture->session);
  guint64 before = les_history_get_position (history);

  save (open_details (fixture, "bruecke"));
  assert_closed (TYPE_NAME);
  g_assert_cmpuint (les_history_get_position (history), ==, before);
}

static void
test_wrong_date (DialogFixture *fixture, gconstpointer data)
{
  GtkWindow *dialog = open_details (fixture, "bridge");

  gtk_editable_set_text (get_part (dialog, "date_row"), "31.2.2024");
  g_assert_false (gtk_widget_get_sensitive (get_part (dialog, "save_button")));
  save (dialog);
  g_assert_true (find_dialog (TYPE_NAME) == dialog);
  g_assert_cmpstr (get_value (fixture, "bridge", LES_ARTICLE_DATE), ==, "2024-05-03");

  gtk_editable_set_text (get_part (dialog, "date_row"), "");
  g_assert_true (gtk_widget_get_sensitive (get_part (dialog, "save_button")));
  save (dialog);
  assert_closed (TYPE_NAME);
  g_assert_null (get_value (fixture, "bridge", LES_ARTICLE_DATE));
}

static void
test_lines_are_kept (DialogFixture *fixture, gconstpointer data)
{
  LesArticle *article = make_article ("lines", "Two\nlines", NULL, NULL, NULL, "nds", "Text");

  les_article_set (article, LES_ARTICLE_CORRECTION, "First.\nSecond.");
  add_article (fixture->session, article);
  save (open_details (fixture, "lines"));
  assert_closed (TYPE_NAME);
  g_assert_cmpstr (get_value (fixture, "lines", LES_ARTICLE_TITLE), ==, "Two\nlines");
  g_assert_cmpstr (get_value (fixture, "lines", LES_ARTICLE_CORRECTION), ==, "First.\nSecond.");
  g_assert_cmpstr (get_value (fixture, "lines", LES_ARTICLE_LANGUAGE), ==, "nds");
}

static void
answer (const char *label)
{
  GtkWidget *button = find_button (GTK_WIDGET (find_dialog ("AdwMessageDialog")), label);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  run_pending ();
}

static GtkWindow *
write_note_and_close (DialogFixture *fixture, const char *note)
{
  GtkWindow *dialog = open_details (fixture, "bridge");

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (get_part (dialog, "note_view")), note, -1);
  gtk_window_close (dialog);
  run_pending ();
  g_assert_true (find_dialog (TYPE_NAME) == dialog);
  return dialog;
}

/* What was typed is not thrown away without asking. */
static void
test_asks (DialogFixture *fixture, gconstpointer data)
{
  GtkWindow *dialog = write_note_and_close (fixture, "Ask the harbour master");

  answer ("_Keep Editing");
  g_assert_true (find_dialog (TYPE_NAME) == dialog);
  gtk_window_close (dialog);
  run_pending ();
  answer ("_Discard");
  assert_closed (TYPE_NAME);
  g_assert_null (get_value (fixture, "bridge", LES_ARTICLE_NOTE));

  write_note_and_close (fixture, "Ask the harbour master");
  answer ("_Save");
  assert_closed (TYPE_NAME);
  g_assert_cmpstr (get_value (fixture, "bridge", LES_ARTICLE_NOTE), ==, "Ask the harbour master");

  gtk_window_close (open_details (fixture, "bridge"));
  assert_closed (TYPE_NAME);
}

static void
test_no_such_article (DialogFixture *fixture, gconstpointer data)
{
  g_assert_null (open_details (fixture, "nothing"));
}

static void
add (const char *path, void (*test) (DialogFixture *, gconstpointer))
{
  g_test_add (path, DialogFixture, NULL, dialog_set_up, test, dialog_tear_down);
}

int
main (int argc, char **argv)
{
  dialog_init (&argc, &argv);
  add ("/article-details/edit", test_edit);
  add ("/article-details/unchanged", test_unchanged);
  add ("/article-details/wrong-date", test_wrong_date);
  add ("/article-details/lines-are-kept", test_lines_are_kept);
  add ("/article-details/asks", test_asks);
  add ("/article-details/no-such-article", test_no_such_article);
  return g_test_run ();
}
