/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-review-panel.h"

#include <adwaita.h>

#include "annotating-fixture.h"
#include "finding.h"
#include "les-review-item.h"
#include "les-review-row.h"
#include "les-text-edits.h"

/* What is left to a person after the text was edited. */

#define EDITED \
  "Lighthouse of Gorm goes dark\n\n" \
  "The lighthouse of Gorm stopped work on Friday. " \
  "\"Nobody told the ships,\" keeper Una Falk complained. A new lamp is 30,000 crowns.\n"

typedef struct
{
  LesSession *session;
  GtkWindow *window;
  LesReviewPanel *panel;
  char *changed;
  char *gone;
  char *kept;
} Fixture;

static void
edit (Fixture *fixture, const char *words)
{
  LesProject *project = les_session_get_project (fixture->session);
  g_autoptr (LesArticle) copy = les_record_copy (les_project_get_article (project, "left"));
  g_autoptr (LesText) text = les_text_new (words, -1);

  les_article_set_text (copy, text);
  les_session_perform (fixture->session, les_text_edits_replace_text (project, copy, NULL, NULL));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->session = make_session ();
  fixture->changed = g_strdup (mark (fixture->session, LES_SIDE_LEFT, "A new lamp costs 30,000", "Cost"));
  fixture->gone = g_strdup (mark (fixture->session, LES_SIDE_LEFT, "the coast guard said", "Source"));
  fixture->kept = g_strdup (mark (fixture->session, LES_SIDE_LEFT, "Una Falk", "Source"));
  fixture->panel = LES_REVIEW_PANEL (les_review_panel_new (fixture->session));
  fixture->window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_default_size (fixture->window, 300, 500);
  gtk_window_set_child (fixture->window, GTK_WIDGET (fixture->panel));
  gtk_window_present (fixture->window);
  les_session_set_annotation_id (fixture->session, NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (fixture->window);
  drop_session (fixture->session);
  g_free (fixture->changed);
  g_free (fixture->gone);
  g_free (fixture->kept);
}

static LesReview
get_review (Fixture *fixture, const char *id)
{
  return les_annotation_get_review (get_annotation (fixture->session, id));
}

static void
test_lists (Fixture *fixture, gconstpointer data)
{
  LesHistory *history = les_session_get_history (fixture->session);

  g_assert_cmpuint (les_review_panel_get_n (fixture->panel), ==, 0);
  edit (fixture, EDITED);
  g_assert_cmpuint (les_review_panel_get_n (fixture->panel), ==, 2);
  g_assert_true (les_history_undo (history));
  g_assert_cmpuint (les_review_panel_get_n (fixture->panel), ==, 0);
  g_assert_true (les_history_redo (history));
  g_assert_cmpuint (les_review_panel_get_n (fixture->panel), ==, 2);
}

/* To be placed comes first; with nothing like it in the text there is nothing selected. */
static void
test_place (Fixture *fixture, gconstpointer data)
{
  LesTextRange place;

  edit (fixture, EDITED);
  les_review_panel_focus (fixture->panel);
  g_assert_cmpstr (les_session_get_annotation_id (fixture->session), ==, fixture->gone);
  g_assert_false (les_review_panel_place (fixture->panel));
  les_review_panel_accept (fixture->panel);
  g_assert_cmpint (get_review (fixture, fixture->gone), ==, LES_REVIEW_UNPLACED);

  place = find_words (fixture->session, LES_SIDE_LEFT, "complained");
  les_session_set_selection (fixture->session, LES_SIDE_LEFT, place);
  g_assert_true (les_review_panel_place (fixture->panel));
  g_assert_cmpint (get_review (fixture, fixture->gone), ==, LES_REVIEW_NONE);
  g_assert_true (les_text_range_equal (les_annotation_get_range (get_annotation (fixture->session, fixture->gone)), place));
  g_assert_cmpstr (les_session_get_annotation_id (fixture->session), ==, fixture->changed);
  g_assert_cmpuint (les_review_panel_get_n (fixture->panel), ==, 1);
}

/* What is most like it is selected, so that Enter places it. */
static void
test_proposal (Fixture *fixture, gconstpointer data)
{
  LesTextRange selection;
  g_autofree char *words = NULL;

  edit (fixture, "Lighthouse of Gorm goes dark\n\nUna Falk, keeper. So said the guard: no lamp on this shore of Gorm.\n");
  les_review_panel_focus (fixture->panel);
  while (g_strcmp0 (les_session_get_annotation_id (fixture->session), fixture->gone) != 0)
    les_review_panel_step (fixture->panel);
  selection = les_session_get_selection (fixture->session, LES_SIDE_LEFT);
  words = les_text_dup_range (les_article_get_text (les_session_get_article (fixture->session, LES_SIDE_LEFT)), selection);
  g_assert_cmpstr (words, ==, "said the guard");
  g_assert_true (les_review_panel_place (fixture->panel));
  g_assert_cmpint (get_review (fixture, fixture->gone), ==, LES_REVIEW_NONE);
}

static void
test_accept (Fixture *fixture, gconstpointer data)
{
  edit (fixture, EDITED);
  les_review_panel_focus (fixture->panel);
  les_review_panel_step (fixture->panel);
  g_assert_cmpstr (les_session_get_annotation_id (fixture->session), ==, fixture->changed);
  les_review_panel_accept (fixture->panel);
  g_assert_cmpint (get_review (fixture, fixture->changed), ==, LES_REVIEW_NONE);
  g_assert_cmpuint (les_review_panel_get_n (fixture->panel), ==, 1);
  g_assert_true (les_history_undo (les_session_get_history (fixture->session)));
  g_assert_cmpuint (les_review_panel_get_n (fixture->panel), ==, 2);

  les_review_panel_accept_all (fixture->panel);
  g_assert_cmpint (get_review (fixture, fixture->changed), ==, LES_REVIEW_NONE);
  g_assert_cmpint (get_review (fixture, fixture->gone), ==, LES_REVIEW_UNPLACED);
}

/* What was changed in a passage is marked. */
static void
test_row (Fixture       *fixture,
          gconstpointer  data)
{
  g_autoptr (LesReviewItem) item = NULL;
  GtkWidget *row = g_object_ref_sink (les_review_row_new ());
  GtkLabel *now = find_named (row, "now");
  PangoAttrList *marks;
  GSList *marked;

  edit (fixture, EDITED);
  item = les_review_item_new (fixture->session, get_annotation (fixture->session, fixture->changed), TRUE);
  les_review_row_set_item (LES_REVIEW_ROW (row), item);
  marks = gtk_label_get_attributes (now);
  g_assert_nonnull (marks);
  marked = pango_attr_list_get_attributes (marks);
  g_assert_nonnull (marked);
  g_slist_free_full (marked, (GDestroyNotify) pango_attribute_destroy);

  g_set_object (&item, NULL);
  item = les_review_item_new (fixture->session, get_annotation (fixture->session, fixture->kept), FALSE);
  les_review_row_set_item (LES_REVIEW_ROW (row), item);
  g_assert_null (gtk_label_get_attributes (now));
  g_assert_cmpstr (gtk_label_get_text (now), ==, "Una Falk");
  g_assert_finalize_object (row);
}

static void
test_current_is_whole (Fixture       *fixture,
                       gconstpointer  data)
{
  guint n_whole = 0;

  edit (fixture, EDITED);
  les_review_panel_focus (fixture->panel);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  for (GtkWidget *row = gtk_widget_get_first_child (find_type (GTK_WIDGET (fixture->panel), GTK_TYPE_LIST_VIEW));
       row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      LesReviewRow *card = find_type (row, LES_TYPE_REVIEW_ROW);

      if (card == NULL)
        continue;
      g_assert_cmpint (les_card_is_current (LES_CARD (card)), ==, gtk_label_get_lines (find_named (GTK_WIDGET (card), "now")) == -1);
      n_whole += les_card_is_current (LES_CARD (card));
    }
  g_assert_cmpuint (n_whole, ==, 1);
}

static void
test_delete (Fixture *fixture, gconstpointer data)
{
  edit (fixture, EDITED);
  les_review_panel_focus (fixture->panel);
  gtk_widget_activate_action (GTK_WIDGET (fixture->panel), "review.delete", "s", fixture->gone);
  g_assert_null (get_annotation (fixture->session, fixture->gone));
  g_assert_cmpuint (les_review_panel_get_n (fixture->panel), ==, 1);
  g_assert_true (les_history_undo (les_session_get_history (fixture->session)));
  g_assert_cmpint (get_review (fixture, fixture->gone), ==, LES_REVIEW_UNPLACED);
}

/* An annotation of an article that is not open is gone to all the same. */
static void
test_opens_article (Fixture *fixture, gconstpointer data)
{
  edit (fixture, EDITED);
  les_session_open_pair (fixture->session, "right", NULL);
  les_review_panel_focus (fixture->panel);
  g_assert_cmpstr (les_session_get_article_id (fixture->session, LES_SIDE_LEFT), ==, "left");
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

#define add(name, function) \
  g_test_add (name, Fixture, NULL, set_up, function, tear_down)
  add ("/review-panel/lists", test_lists);
  add ("/review-panel/place", test_place);
  add ("/review-panel/proposal", test_proposal);
  add ("/review-panel/accept", test_accept);
  add ("/review-panel/row", test_row);
  add ("/review-panel/current-is-whole", test_current_is_whole);
  add ("/review-panel/delete", test_delete);
  add ("/review-panel/opens-article", test_opens_article);
#undef add
  return g_test_run ();
}
