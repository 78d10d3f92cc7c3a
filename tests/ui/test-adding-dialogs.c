/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-article-chooser.h"
#include "les-encoding-dialog.h"
#include "les-import-outcome.h"
#include "les-import-report.h"
#include "les-paste-dialog.h"

#include "dialog-fixture.h"
#include "finding.h"
#include "les-article-item.h"

static guint
count_articles (DialogFixture *fixture)
{
  return les_project_get_n_records (les_session_get_project (fixture->session), LES_RECORD_ARTICLE);
}

static LesImport *
import (const char *bytes, const char *name)
{
  g_autoptr (GBytes) content = g_bytes_new (bytes, strlen (bytes));

  return les_import_bytes (content, name, NULL);
}

static gboolean
expire_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

static void
wait_for_sensitive (GtkWidget *widget)
{
  gboolean expired = FALSE;
  guint timer = g_timeout_add_seconds (5, expire_cb, &expired);

  while (!gtk_widget_get_sensitive (widget) && !expired)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (expired);
  g_source_remove (timer);
}

/* Pasting */

static void
test_paste (DialogFixture *fixture, gconstpointer data)
{
  GtkWindow *dialog;

  les_paste_dialog_present (fixture->parent, fixture->session);
  dialog = find_dialog ("LesPasteDialog");
  g_assert_false (gtk_widget_get_sensitive (get_part (dialog, "add_button")));
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (get_part (dialog, "text_view")),
                            "Ferry sinks\n\nThe last ferry to Fenmark sank in the harbour on Monday.", -1);
  wait_for_sensitive (get_part (dialog, "add_button"));
  g_assert_cmpstr (gtk_label_get_text (get_part (dialog, "heading")), ==, "Ferry sinks");
  g_signal_emit_by_name (get_part (dialog, "add_button"), "clicked");
  assert_closed ("LesPasteDialog");
  g_assert_cmpuint (count_articles (fixture), ==, 4);
  g_assert_nonnull (les_session_get_article (fixture->session, LES_SIDE_LEFT));
  g_assert_true (les_history_undo (les_session_get_history (fixture->session)));
  g_assert_cmpuint (count_articles (fixture), ==, 3);
}

static void
test_paste_same_text (DialogFixture *fixture, gconstpointer data)
{
  GtkWindow *dialog;

  les_paste_dialog_present (fixture->parent, fixture->session);
  dialog = find_dialog ("LesPasteDialog");
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (get_part (dialog, "text_view")),
                            "Commuters queue for the ferry since the harbour bridge was closed.", -1);
  wait_for_sensitive (get_part (dialog, "add_button"));
  g_assert_nonnull (strstr (gtk_label_get_text (get_part (dialog, "details")), "Island Courier"));
  gtk_text_buffer_set_modified (gtk_text_view_get_buffer (get_part (dialog, "text_view")), FALSE);
  gtk_window_close (dialog);
  assert_closed ("LesPasteDialog");
  g_assert_cmpuint (count_articles (fixture), ==, 3);
}

/* A list binds its rows when it is laid out. */
static void
wait_for_button (GtkWindow *dialog, const char *label, gboolean wanted)
{
  gboolean expired = FALSE;
  guint timer = g_timeout_add_seconds (5, expire_cb, &expired);

  while ((find_button (GTK_WIDGET (dialog), label) != NULL) != wanted && !expired)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (expired);
  g_source_remove (timer);
}

static void
answer (const char *label)
{
  GtkWindow *question = find_dialog ("AdwMessageDialog");

  g_assert_nonnull (question);
  g_signal_emit_by_name (find_button (GTK_WIDGET (question), label), "clicked");
  assert_closed ("AdwMessageDialog");
}

/* What was typed is nowhere else: closing asks. */
static void
test_paste_typed (DialogFixture *fixture, gconstpointer data)
{
  GtkWindow *dialog;
  GtkTextBuffer *buffer;

  les_paste_dialog_present (fixture->parent, fixture->session);
  dialog = find_dialog ("LesPasteDialog");
  buffer = gtk_text_view_get_buffer (get_part (dialog, "text_view"));
  gtk_text_buffer_insert_at_cursor (buffer, "Typed by hand.", -1);
  gtk_window_close (dialog);
  run_pending ();
  answer ("_Keep Writing");
  g_assert_true (find_dialog ("LesPasteDialog") == dialog);
  gtk_window_close (dialog);
  run_pending ();
  answer ("_Discard");
  assert_closed ("LesPasteDialog");
  g_assert_cmpuint (count_articles (fixture), ==, 3);
}

/* What came from the clipboard is still there: closing does not ask. */
static void
test_paste_from_clipboard (DialogFixture *fixture, gconstpointer data)
{
  GtkWindow *dialog;

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (fixture->parent)), "A ferry came in late.");
  les_paste_dialog_present (fixture->parent, fixture->session);
  dialog = find_dialog ("LesPasteDialog");
  wait_for_sensitive (get_part (dialog, "add_button"));
  gtk_window_close (dialog);
  assert_closed ("LesPasteDialog");
  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (fixture->parent)), NULL);
}

/* A text view dies of a line like this one; the article keeps it as it is. */
static void
test_paste_long_line (DialogFixture *fixture, gconstpointer data)
{
  g_autofree char *line = g_strnfill (100000, 'x');
  g_autoptr (GPtrArray) articles = NULL;
  GtkWindow *dialog;
  GtkTextView *view;

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (fixture->parent)), line);
  les_paste_dialog_present (fixture->parent, fixture->session);
  dialog = find_dialog ("LesPasteDialog");
  view = get_part (dialog, "text_view");
  wait_for_sensitive (get_part (dialog, "add_button"));
  g_assert_false (gtk_text_view_get_editable (view));
  g_assert_cmpint (gtk_text_buffer_get_line_count (gtk_text_view_get_buffer (view)), >, 10);
  g_signal_emit_by_name (get_part (dialog, "add_button"), "clicked");
  assert_closed ("LesPasteDialog");

  articles = les_project_ref_records (les_session_get_project (fixture->session), LES_RECORD_ARTICLE);
  g_assert_cmpuint (articles->len, ==, 4);
  g_assert_cmpint (les_text_get_n_chars (les_article_get_text (articles->pdata[3])), ==, 100000);
  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (fixture->parent)), NULL);
}

/* The report on adding */

static GPtrArray *
create_imports (DialogFixture *fixture, GPtrArray *added)
{
  GPtrArray *imports = g_ptr_array_new_with_free_func ((GDestroyNotify) les_import_free);

  g_ptr_array_add (imports, import ("Die F\xe4hre f\xe4hrt nicht mehr.", "latin.txt"));
  g_ptr_array_add (imports, import ("Commuters queue for the ferry since the harbour bridge was closed.", "again.txt"));
  g_ptr_array_add (imports, import ("", "empty.txt"));
  g_ptr_array_add (added, ((LesImport *) imports->pdata[0])->article);
  les_session_perform (fixture->session, les_edits_add_articles (les_session_get_project (fixture->session), added));
  return imports;
}

static void
test_outcomes (DialogFixture *fixture, gconstpointer data)
{
  static const struct
  {
    LesImportStatus status;
    const char *name;
    const char *words;
  } expected[] = {
    { LES_IMPORT_STATUS_FAILED, "empty.txt", "empty.txt" },
    { LES_IMPORT_STATUS_DUPLICATE, "again.txt", "Island Courier" },
    { LES_IMPORT_STATUS_ADDED, "latin.txt", "WINDOWS-1252" },
  };
  g_autoptr (GPtrArray) added = g_ptr_array_new ();
  g_autoptr (GPtrArray) imports = create_imports (fixture, added);
  LesProject *project = les_session_get_project (fixture->session);
  g_autoptr (GPtrArray) outcomes = les_import_outcomes_list (imports, added, project);

  g_assert_cmpuint (outcomes->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autofree char *details = les_import_outcome_dup_details (outcomes->pdata[i], project);

      g_assert_cmpint (les_import_outcome_get_status (outcomes->pdata[i]), ==, expected[i].status);
      g_assert_cmpstr (les_import_outcome_get_import (outcomes->pdata[i])->name, ==, expected[i].name);
      g_assert_nonnull (strstr (details, expected[i].words));
    }
}

static void
test_report (DialogFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) added = g_ptr_array_new ();
  g_autoptr (GPtrArray) imports = create_imports (fixture, added);
  GtkWindow *dialog;

  les_import_report_present (fixture->parent, fixture->session, imports, added);
  dialog = find_dialog ("LesImportReport");
  wait_for_button (dialog, "_Add Anyway", TRUE);
  g_signal_emit_by_name (find_button (GTK_WIDGET (dialog), "_Add Anyway"), "clicked");
  g_assert_cmpuint (count_articles (fixture), ==, 5);
  wait_for_button (dialog, "_Add Anyway", FALSE);

  wait_for_button (dialog, "Change _Encoding…", TRUE);
  g_signal_emit_by_name (find_button (GTK_WIDGET (dialog), "Change _Encoding…"), "clicked");
  g_assert_nonnull (find_dialog ("LesEncodingDialog"));
  gtk_window_close (find_dialog ("LesEncodingDialog"));
  assert_closed ("LesEncodingDialog");
  gtk_window_close (dialog);
  assert_closed ("LesImportReport");
}

/* The encoding */

static void
select_encoding (GtkWindow *dialog, const char *encoding)
{
  const char * const *encodings = les_import_list_encodings ();
  GtkListBox *list_box = get_part (dialog, "list_box");

  for (int i = 0; encodings[i] != NULL; i++)
    if (g_str_equal (encodings[i], encoding))
      gtk_list_box_select_row (list_box, gtk_list_box_get_row_at_index (list_box, i));
}

static char *
dup_preview (GtkWindow *dialog)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (get_part (dialog, "preview"));
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
}

static void
test_encoding (DialogFixture *fixture, gconstpointer data)
{
  g_autoptr (LesImport) cyrillic = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new_static ("Die F\xe4hre.", 10);
  LesImportOptions options = { .encoding = "WINDOWS-1251" };
  g_autofree char *preview = NULL;
  GtkWindow *dialog;
  const char *id;

  cyrillic = les_import_bytes (bytes, "report.txt", &options);
  id = les_record_get_id (LES_RECORD (cyrillic->article));
  add_article (fixture->session, g_object_ref (cyrillic->article));

  les_encoding_dialog_present (fixture->parent, fixture->session, id, NULL);
  dialog = find_dialog ("LesEncodingDialog");
  g_assert_false (gtk_widget_get_sensitive (get_part (dialog, "change_button")));
  select_encoding (dialog, "UTF-8");
  g_assert_false (gtk_widget_get_sensitive (get_part (dialog, "change_button")));
  g_assert_true (gtk_widget_get_visible (get_part (dialog, "message")));
  select_encoding (dialog, "WINDOWS-1252");
  preview = dup_preview (dialog);
  g_assert_cmpstr (preview, ==, "Die Fähre.");
  g_signal_emit_by_name (get_part (dialog, "change_button"), "clicked");
  assert_closed ("LesEncodingDialog");
  g_assert_cmpstr (les_text_get_utf8 (les_article_get_text (les_project_get_article (
                     les_session_get_project (fixture->session), id))), ==, "Die Fähre.");
}

static void
test_encodings_have_names (DialogFixture *fixture, gconstpointer data)
{
  const char * const *encodings = les_import_list_encodings ();

  for (int i = 0; encodings[i] != NULL; i++)
    g_assert_cmpstr (les_encoding_get_description (encodings[i]), !=, encodings[i]);
}

/* Another article for a side */

static void
test_chooser (DialogFixture *fixture, gconstpointer data)
{
  GtkWindow *dialog;
  GtkSelectionModel *model;
  g_autoptr (LesArticleItem) first = NULL;
  g_autoptr (LesArticleItem) last = NULL;

  les_session_open_article (fixture->session, LES_SIDE_LEFT, "bridge");
  les_article_chooser_present (GTK_WIDGET (fixture->parent), fixture->session, LES_SIDE_RIGHT);
  dialog = find_dialog ("LesArticleChooser");
  model = gtk_list_view_get_model (get_part (dialog, "list_view"));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, 3);
  first = g_list_model_get_item (G_LIST_MODEL (model), 0);
  last = g_list_model_get_item (G_LIST_MODEL (model), 2);
  g_assert_cmpstr (les_article_item_get_id (first), ==, "bruecke");
  g_assert_cmpstr (les_article_item_get_id (last), ==, "bridge");

  gtk_editable_set_text (get_part (dialog, "entry"), "nowhere");
  g_signal_emit_by_name (get_part (dialog, "entry"), "search-changed");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, 0);
  g_signal_emit_by_name (get_part (dialog, "entry"), "activate");
  gtk_editable_set_text (get_part (dialog, "entry"), "ISLAND");
  g_signal_emit_by_name (get_part (dialog, "entry"), "search-changed");
  g_signal_emit_by_name (get_part (dialog, "entry"), "activate");
  assert_closed ("LesArticleChooser");
  g_assert_cmpstr (les_session_get_article_id (fixture->session, LES_SIDE_RIGHT), ==, "ferry");
  g_assert_cmpstr (les_session_get_article_id (fixture->session, LES_SIDE_LEFT), ==, "bridge");
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
  add ("/adding-dialogs/paste", test_paste);
  add ("/adding-dialogs/paste-same-text", test_paste_same_text);
  add ("/adding-dialogs/paste-typed", test_paste_typed);
  add ("/adding-dialogs/paste-from-clipboard", test_paste_from_clipboard);
  add ("/adding-dialogs/paste-long-line", test_paste_long_line);
  add ("/adding-dialogs/outcomes", test_outcomes);
  add ("/adding-dialogs/report", test_report);
  add ("/adding-dialogs/encoding", test_encoding);
  add ("/adding-dialogs/encodings-have-names", test_encodings_have_names);
  add ("/adding-dialogs/chooser", test_chooser);
  return g_test_run ();
}
