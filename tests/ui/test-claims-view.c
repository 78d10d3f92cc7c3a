/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "annotating-fixture.h"
#include "finding.h"
#include "les-article-words.h"
#include "les-claim-cell-view.h"
#include "les-claims-view.h"
#include "les-link-edits.h"

#define N_MANY 1000

typedef struct
{
  LesSession *session;
  LesProject *project;
  GtkWidget *window;
  LesClaimsView *view;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->session = make_session ();
  fixture->project = les_session_get_project (fixture->session);
  fixture->window = gtk_window_new ();
  fixture->view = LES_CLAIMS_VIEW (les_claims_view_new (fixture->session));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 900, 600);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->view));
  gtk_window_present (GTK_WINDOW (fixture->window));
  wait_until (gtk_widget_get_mapped (GTK_WIDGET (fixture->view)));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gpointer view = fixture->view;

  g_object_add_weak_pointer (view, &view);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  wait_until (view == NULL);
  drop_session (fixture->session);
}

static char *
link_ranges (Fixture *fixture, LesTextRange left, LesTextRange right, const char *relation)
{
  LesPassage from = { "left", left, NULL };
  LesPassage to = { "right", right, NULL };
  char *id = NULL;

  les_session_perform (fixture->session,
                       les_link_edits_add (fixture->project, relation, &from, right.end > 0 ? &to : NULL,
                                           right.end > 0 ? NULL : "right", NULL, &id));
  return id;
}

static void
link_words (Fixture *fixture, const char *left, const char *right, const char *relation)
{
  LesTextRange nothing = { 0, 0 };

  g_free (link_ranges (fixture, find_words (fixture->session, LES_SIDE_LEFT, left),
                       right != NULL ? find_words (fixture->session, LES_SIDE_RIGHT, right) : nothing, relation));
}

static guint
count_rows (Fixture *fixture)
{
  return g_list_model_get_n_items (les_claims_view_get_rows (fixture->view));
}

static const char *
get_page (Fixture *fixture)
{
  return gtk_stack_get_visible_child_name (find_stack (GTK_WIDGET (fixture->view), "table"));
}

static guint
count_columns (Fixture *fixture)
{
  GtkColumnView *table = find_type (GTK_WIDGET (fixture->view), GTK_TYPE_COLUMN_VIEW);

  return g_list_model_get_n_items (gtk_column_view_get_columns (table));
}

static guint
get_number (Fixture *fixture, guint row)
{
  g_autoptr (LesClaimItem) item = g_list_model_get_item (les_claims_view_get_rows (fixture->view), row);

  return les_claim_item_get_index (item) + 1;
}

static gpointer
get_drop_down (Fixture *fixture, guint index)
{
  GtkWidget *child = find_type (GTK_WIDGET (fixture->view), GTK_TYPE_DROP_DOWN);

  for (guint i = 0; i < index; i++)
    child = gtk_widget_get_next_sibling (child);
  return child;
}

static void
set_source (Fixture *fixture, const char *id, const char *outlet, const char *date)
{
  g_autoptr (LesArticle) article = les_record_copy (les_project_get_article (fixture->project, id));

  les_article_set (article, LES_ARTICLE_OUTLET, outlet);
  les_article_set (article, LES_ARTICLE_DATE, date);
  les_session_perform (fixture->session, les_edits_replace_article (article));
}

/* Two reports of one source are told apart. */
static void
test_heads_differ (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) records = NULL;
  g_autofree char *alone = NULL;
  g_autofree char *dated = NULL;
  g_autofree char *headed = NULL;

  records = les_project_ref_records (fixture->project, LES_RECORD_ARTICLE);
  alone = les_article_words_dup_among (records->pdata[0], records);
  g_assert_cmpstr (alone, ==, "Gorm Gazette");

  set_source (fixture, "left", "Coast Wire", "2025-03-07");
  set_source (fixture, "right", "Coast Wire", "2025-03-08");
  g_ptr_array_unref (g_steal_pointer (&records));
  records = les_project_ref_records (fixture->project, LES_RECORD_ARTICLE);
  dated = les_article_words_dup_among (records->pdata[0], records);
  g_assert_true (g_str_has_prefix (dated, "Coast Wire · "));
  g_assert_nonnull (strstr (dated, "2025"));

  set_source (fixture, "left", "Coast Wire", "2025-03-08");
  g_ptr_array_unref (g_steal_pointer (&records));
  records = les_project_ref_records (fixture->project, LES_RECORD_ARTICLE);
  headed = les_article_words_dup_among (records->pdata[0], records);
  g_assert_true (g_str_has_prefix (headed, "Coast Wire · The lighthouse of Gorm"));
}

/* What the table says of itself below, and above each column. */
static void
test_head_and_foot (Fixture *fixture, gconstpointer data)
{
  const char *outlet = "The Evening Gazette of Gorm and of the Islands Around the Lighthouse, Sunday Edition";
  GtkWidget *count = find_named (GTK_WIDGET (fixture->view), "count");
  GtkWidget *heads;
  GtkLabel *head;
  g_autoptr (LesArticle) article = NULL;

  g_assert_false (gtk_widget_get_visible (count));
  article = les_record_copy (les_project_get_article (fixture->project, "left"));
  les_article_set (article, LES_ARTICLE_OUTLET, outlet);
  les_session_perform (fixture->session, les_edits_replace_article (article));
  link_words (fixture, "Nobody told the ships", "no ship was warned", LES_RELATION_SAME);
  g_assert_true (gtk_widget_get_visible (count));

  heads = gtk_widget_get_first_child (find_type (GTK_WIDGET (fixture->view), GTK_TYPE_COLUMN_VIEW));
  head = find_type (gtk_widget_get_next_sibling (gtk_widget_get_first_child (heads)), GTK_TYPE_LABEL);
  g_assert_cmpstr (gtk_label_get_text (head), ==, outlet);
  g_assert_cmpint (gtk_label_get_ellipsize (head), ==, PANGO_ELLIPSIZE_END);
  g_assert_cmpstr (gtk_widget_get_tooltip_text (GTK_WIDGET (head)), ==, outlet);
}

static void
test_rows (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpstr (get_page (fixture), ==, "empty");
  link_words (fixture, "Nobody told the ships", "no ship was warned", LES_RELATION_SAME);
  link_words (fixture, "Lighthouse of Gorm", "Gorm lighthouse", LES_RELATION_DIFFERS);
  link_words (fixture, "A new lamp costs 30,000 crowns", NULL, LES_RELATION_MISSING);
  g_assert_cmpstr (get_page (fixture), ==, "table");
  g_assert_cmpuint (count_rows (fixture), ==, 3);
  g_assert_cmpuint (count_columns (fixture), ==, 3);
  les_history_undo (les_session_get_history (fixture->session));
  g_assert_cmpuint (count_rows (fixture), ==, 2);
}

static void
test_filter_and_sort (Fixture *fixture, gconstpointer data)
{
  GtkEditable *search = find_type (GTK_WIDGET (fixture->view), GTK_TYPE_SEARCH_ENTRY);
  const char *id = mark (fixture->session, LES_SIDE_LEFT, "Nobody told the ships", "Blame");

  les_session_perform (fixture->session,
                       les_edits_set_annotation_field (fixture->project, id, LES_ANNOTATION_SPEAKER, "Una Falk"));
  link_words (fixture, "Lighthouse of Gorm", "Gorm lighthouse", LES_RELATION_DIFFERS);
  link_words (fixture, "Nobody told the ships", "no ship was warned", LES_RELATION_SAME);
  link_words (fixture, "A new lamp", NULL, LES_RELATION_MISSING);
  g_assert_cmpuint (count_rows (fixture), ==, 3);

  gtk_drop_down_set_selected (get_drop_down (fixture, 0), 1);
  g_assert_cmpuint (count_rows (fixture), ==, 1);
  g_assert_cmpuint (get_number (fixture, 0), ==, 2);
  gtk_drop_down_set_selected (get_drop_down (fixture, 0), 0);
  gtk_drop_down_set_selected (get_drop_down (fixture, 1), 1);
  g_assert_cmpuint (count_rows (fixture), ==, 1);
  gtk_drop_down_set_selected (get_drop_down (fixture, 1), 0);
  gtk_drop_down_set_selected (get_drop_down (fixture, 2), 2);
  g_assert_cmpuint (count_rows (fixture), ==, 1);
  g_assert_cmpuint (get_number (fixture, 0), ==, 3);
  gtk_drop_down_set_selected (get_drop_down (fixture, 2), 0);

  gtk_editable_set_text (search, "SHIPS");
  wait_until (count_rows (fixture) == 1);
  gtk_editable_set_text (search, "no such words");
  wait_until (count_rows (fixture) == 0);
  g_assert_cmpstr (get_page (fixture), ==, "nothing");
  gtk_editable_set_text (search, "");
  wait_until (count_rows (fixture) == 3);

  /* Those that the other report lacks come last. */
  gtk_drop_down_set_selected (get_drop_down (fixture, 3), 1);
  g_assert_cmpuint (get_number (fixture, 2), ==, 3);
  gtk_drop_down_set_selected (get_drop_down (fixture, 3), 3);
  g_assert_cmpuint (get_number (fixture, 0), ==, 2);
}

/* The last link of the relation that is filtered for goes: all others are shown again. */
static void
test_filter_is_lost (Fixture *fixture, gconstpointer data)
{
  link_words (fixture, "Lighthouse of Gorm", "Gorm lighthouse", LES_RELATION_SAME);
  link_words (fixture, "Nobody told the ships", "no ship was warned", LES_RELATION_SAME);
  link_words (fixture, "A new lamp", NULL, LES_RELATION_MISSING);
  gtk_drop_down_set_selected (get_drop_down (fixture, 2), 1);
  g_assert_cmpuint (count_rows (fixture), ==, 1);
  les_history_undo (les_session_get_history (fixture->session));
  g_assert_cmpuint (count_rows (fixture), ==, 2);
}

/* Rows that stay keep their object; their numbers follow. */
static void
test_rows_stay (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LesClaimItem) before = NULL;
  g_autoptr (LesClaimItem) after = NULL;

  link_words (fixture, "Nobody told the ships", "no ship was warned", LES_RELATION_SAME);
  before = g_list_model_get_item (les_claims_view_get_rows (fixture->view), 0);
  link_words (fixture, "Lighthouse of Gorm", "Gorm lighthouse", LES_RELATION_SAME);
  after = g_list_model_get_item (les_claims_view_get_rows (fixture->view), 1);
  g_assert_true (before == after);
  g_assert_cmpuint (get_number (fixture, 1), ==, 2);
}

static void
reveal_cb (LesSession *session, int side, int start, int end, LesTextRange *revealed)
{
  *revealed = LES_TEXT_RANGE (start, end);
}

static const char *
get_first_annotation (Fixture *fixture)
{
  g_autoptr (GPtrArray) annotations = les_project_ref_annotations_of (fixture->project, "left");

  return les_record_get_id (LES_RECORD (get_annotation (fixture->session, les_record_get_id (annotations->pdata[0]))));
}

/* The passage is shown with the article beside it that it is compared with. */
static void
test_go (Fixture *fixture, gconstpointer data)
{
  LesTextRange revealed = { 0, 0 };
  GtkWidget *cell;

  link_words (fixture, "Nobody told the ships", "no ship was warned", LES_RELATION_SAME);
  les_session_open_pair (fixture->session, "right", NULL);
  g_signal_connect (fixture->session, "reveal", G_CALLBACK (reveal_cb), &revealed);
  wait_until ((cell = find_type (GTK_WIDGET (fixture->view), LES_TYPE_CLAIM_CELL_VIEW)) != NULL
              && gtk_widget_get_focusable (cell));
  g_assert_true (gtk_widget_activate_action (cell, "claims.show", "(ss)", get_first_annotation (fixture), "right"));
  wait_until (revealed.end > 0);
  g_assert_true (les_session_is_comparing (fixture->session));
  g_assert_nonnull (les_session_get_annotation_id (fixture->session));
  revealed.end = 0;
  g_signal_emit_by_name (find_type (GTK_WIDGET (fixture->view), GTK_TYPE_COLUMN_VIEW), "activate", 0);
  g_assert_true (les_text_range_equal (revealed, find_words (fixture->session, LES_SIDE_LEFT, "Nobody told the ships")));
}

/* Only rows in view have widgets, however many statements there are. */
static guint
count_cells (GtkWidget *widget)
{
  guint n = G_TYPE_CHECK_INSTANCE_TYPE (widget, LES_TYPE_CLAIM_CELL_VIEW);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += count_cells (child);
  return n;
}

static void
test_many (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LesChange) all = les_change_new (LES_CHANGE_ADD_LINK);
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < N_MANY; i++)
    g_string_append_printf (words, "Statement %u of the harbour office. ", i);
  g_free (add_text (fixture->session, "many", "Harbour Post", words->str));
  for (guint i = 0; i < N_MANY; i++)
    {
      g_autofree char *sentence = g_strdup_printf ("Statement %u of", i);
      LesPassage from = { "many", les_text_find (les_article_get_text (les_project_get_article (fixture->project, "many")),
                                                 sentence, 0), NULL };
      g_autoptr (LesChange) change = les_link_edits_add (fixture->project, LES_RELATION_MISSING, &from, NULL, "right", NULL, NULL);

      les_change_append (all, change);
    }
  les_session_perform (fixture->session, g_steal_pointer (&all));
  g_assert_cmpuint (count_rows (fixture), ==, N_MANY);
  wait_until (count_cells (GTK_WIDGET (fixture->view)) > 0);
  g_assert_cmpuint (count_cells (GTK_WIDGET (fixture->view)), <, 600);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
#define ADD(name, function) g_test_add ("/claims-view/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("heads-differ", test_heads_differ);
  ADD ("head-and-foot", test_head_and_foot);
  ADD ("rows", test_rows);
  ADD ("filter-and-sort", test_filter_and_sort);
  ADD ("filter-is-lost", test_filter_is_lost);
  ADD ("rows-stay", test_rows_stay);
  ADD ("go", test_go);
  ADD ("many", test_many);
#undef ADD
  return g_test_run ();
}
