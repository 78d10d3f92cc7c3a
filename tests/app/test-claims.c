/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "les-claims.h"
#include "les-edits.h"
#include "les-history.h"
#include "les-link-edits.h"

/* An invented event in three reports. */
static const struct { const char *id, *text; } reports[] = {
  { "a", "Die Brücke ist gesperrt. Zwei Menschen wurden verletzt. Der Bürgermeister schweigt." },
  { "b", "Drei Menschen wurden verletzt. Gesperrt ist die Brücke." },
  { "c", "Die Brücke bleibt gesperrt." },
};

typedef struct
{
  LesProject *project;
  LesHistory *history;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) articles = g_ptr_array_new_with_free_func (g_object_unref);

  fixture->project = les_project_new ();
  fixture->history = les_history_new (fixture->project);
  for (guint i = 0; i < G_N_ELEMENTS (reports); i++)
    {
      g_autoptr (LesText) text = les_text_new (reports[i].text, -1);

      g_ptr_array_add (articles, les_article_new (reports[i].id, text));
    }
  les_history_perform (fixture->history, les_edits_add_articles (fixture->project, articles));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->history);
  g_assert_finalize_object (fixture->project);
}

static LesPassage
find (Fixture *fixture, const char *article, const char *words)
{
  LesText *text = les_article_get_text (les_project_get_article (fixture->project, article));

  return (LesPassage) { article, les_text_find (text, words, 0), NULL };
}

/* @b: NULL: missing in @article */
static void
link_up (Fixture *fixture, const char *relation, LesPassage a, const char *article, const char *words)
{
  LesPassage b = { NULL };

  if (words != NULL)
    b = find (fixture, article, words);
  les_history_perform (fixture->history,
                       les_link_edits_add (fixture->project, relation, &a, words != NULL ? &b : NULL,
                                           words != NULL ? NULL : article, NULL, NULL));
}

/* One line for each statement: cells parted by " | ". */
static char *
draw (LesClaims *claims)
{
  GString *table = g_string_new (NULL);

  for (guint i = 0; i < les_claims_get_n (claims); i++)
    {
      const LesClaim *claim = les_claims_get (claims, i);

      for (guint column = 0; column < claim->cells->len; column++)
        {
          const LesClaimCell *cell = les_claim_get_cell (claim, column);

          g_string_append (table, column > 0 ? " | " : "");
          for (guint j = 0; j < cell->annotations->len; j++)
            g_string_append_printf (table, "%s%s", j > 0 ? " / " : "",
                                    les_annotation_get (cell->annotations->pdata[j], LES_ANNOTATION_EXACT));
          for (guint j = 0; j < cell->verdicts->len; j++)
            g_string_append_printf (table, " (%s%s)", g_array_index (cell->verdicts, LesVerdict, j).of_origin ? "<" : "",
                                    g_array_index (cell->verdicts, LesVerdict, j).relation);
          if (cell->missing)
            g_string_append (table, "-");
        }
      g_string_append_c (table, '\n');
    }
  return g_string_free (table, FALSE);
}

static void
test_rows_and_columns (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LesClaims) claims = NULL;
  g_autofree char *table = NULL;

  link_up (fixture, "contradicts", find (fixture, "a", "Zwei Menschen"), "b", "Drei Menschen");
  link_up (fixture, "missing", find (fixture, "a", "Zwei Menschen"), "c", NULL);
  link_up (fixture, "reworded", find (fixture, "a", "Die Brücke ist gesperrt"), "b", "Gesperrt ist die Brücke");
  link_up (fixture, "sharpens", find (fixture, "b", "Gesperrt ist die Brücke"), "c", "Die Brücke bleibt gesperrt");
  claims = les_claims_new (fixture->project);
  table = draw (claims);
  g_assert_cmpuint (les_claims_get_articles (claims)->len, ==, 3);
  g_assert_cmpstr (table, ==,
                   "Die Brücke ist gesperrt | Gesperrt ist die Brücke (reworded) | Die Brücke bleibt gesperrt (sharpens)\n"
                   "Zwei Menschen | Drei Menschen (contradicts) | -\n");
}

static void
test_direction (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LesClaims) claims = NULL;
  g_autofree char *table = NULL;

  link_up (fixture, "softens", find (fixture, "b", "Drei Menschen"), "a", "Zwei Menschen");
  claims = les_claims_new (fixture->project);
  table = draw (claims);
  g_assert_cmpstr (table, ==, "Zwei Menschen | Drei Menschen (<softens)\n");
}

/* Only articles that take part are columns; a missing one takes part. */
static void
test_columns (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LesClaims) claims = NULL;
  g_autofree char *table = NULL;

  claims = les_claims_new (fixture->project);
  g_assert_cmpuint (les_claims_get_n (claims), ==, 0);
  g_assert_cmpuint (les_claims_get_articles (claims)->len, ==, 0);
  g_clear_object (&claims);

  link_up (fixture, "missing", find (fixture, "b", "Drei Menschen"), "c", NULL);
  claims = les_claims_new (fixture->project);
  g_assert_cmpuint (les_claims_get_articles (claims)->len, ==, 2);
  table = draw (claims);
  g_assert_cmpstr (table, ==, "Drei Menschen | -\n");
}

/* Two passages of one article; a link inside it; "missing" beside a passage. */
static void
test_several_in_a_cell (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LesClaims) claims = NULL;
  g_autofree char *table = NULL;

  link_up (fixture, "same", find (fixture, "a", "Der Bürgermeister"), "a", "Die Brücke");
  link_up (fixture, "same", find (fixture, "a", "Die Brücke"), "b", "die Brücke");
  link_up (fixture, "missing", find (fixture, "a", "Die Brücke"), "b", NULL);
  claims = les_claims_new (fixture->project);
  table = draw (claims);
  g_assert_cmpstr (table, ==, "Die Brücke / Der Bürgermeister | die Brücke (same)\n");
}

static void
test_differences (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LesClaims) claims = NULL;
  g_autoptr (GArray) changed = NULL;
  g_autoptr (GArray) nothing = NULL;
  const LesClaim *claim;

  link_up (fixture, "differs", find (fixture, "a", "Zwei Menschen wurden verletzt"), "b", "Drei Menschen wurden verletzt");
  claims = les_claims_new (fixture->project);
  claim = les_claims_get (claims, 0);
  changed = les_claims_diff (claims, claim, 1, les_claim_get_cell (claim, 1)->annotations->pdata[0]);
  g_assert_cmpuint (changed->len, ==, 1);
  g_assert_true (les_text_range_equal (g_array_index (changed, LesTextRange, 0), LES_TEXT_RANGE (0, 4)));
  nothing = les_claims_diff (claims, claim, 0, les_claim_get_cell (claim, 0)->annotations->pdata[0]);
  g_assert_cmpuint (nothing->len, ==, 0);
}

static void
test_filters (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LesClaims) claims = NULL;
  g_autofree char *tag = NULL;
  g_autoptr (GPtrArray) annotations = NULL;
  const char *id;

  link_up (fixture, "same", find (fixture, "a", "Die Brücke"), "b", "die Brücke");
  les_history_perform (fixture->history, les_edits_add_tag (fixture->project, "Verkehr", NULL, &tag));
  annotations = les_project_ref_annotations_of (fixture->project, "b");
  id = les_record_get_id (annotations->pdata[0]);
  les_history_perform (fixture->history,
                       les_edits_set_annotation_tags (fixture->project, id, (const char * const[]) { tag, NULL }));
  les_history_perform (fixture->history,
                       les_edits_set_annotation_field (fixture->project, id, LES_ANNOTATION_SPEAKER, "Bauamt"));
  claims = les_claims_new (fixture->project);
  g_assert_true (les_claim_has_tag (les_claims_get (claims, 0), tag));
  g_assert_false (les_claim_has_tag (les_claims_get (claims, 0), "other"));
  g_assert_true (les_claim_has_speaker (les_claims_get (claims, 0), "Bauamt"));
  g_assert_false (les_claim_has_speaker (les_claims_get (claims, 0), "Rat"));
  g_assert_true (les_claim_has_relation (les_claims_get (claims, 0), "same"));
  g_assert_false (les_claim_has_relation (les_claims_get (claims, 0), "missing"));
}

/* The table outlives what it was made from. */
static void
test_keeps (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LesClaims) claims = NULL;
  g_autofree char *table = NULL;

  link_up (fixture, "same", find (fixture, "a", "Die Brücke"), "b", "die Brücke");
  claims = les_claims_new (fixture->project);
  les_history_perform (fixture->history,
                       les_edits_remove_articles (fixture->project, (const char * const[]) { "a", "b", NULL }));
  table = draw (claims);
  g_assert_cmpstr (table, ==, "Die Brücke | die Brücke (same)\n");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add ("/claims/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("rows-and-columns", test_rows_and_columns);
  ADD ("direction", test_direction);
  ADD ("columns", test_columns);
  ADD ("several-in-a-cell", test_several_in_a_cell);
  ADD ("differences", test_differences);
  ADD ("filters", test_filters);
  ADD ("keeps", test_keeps);
#undef ADD
  return g_test_run ();
}
