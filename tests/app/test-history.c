/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-edits.h"
#include "les-codebook-edits.h"
#include "les-history.h"

/* A small project, and a description of all of it in one string, so that
 * undoing can be proved to bring back exactly what was there. */

typedef struct
{
  LesProject *project;
  LesHistory *history;
  char *left;
  char *right;
} Fixture;

static char *
describe (LesProject *project)
{
  GString *words = g_string_new (les_project_info_get (les_project_get_info (project), LES_PROJECT_INFO_TITLE));

  for (LesRecordKind kind = LES_RECORD_ARTICLE; kind < LES_N_RECORD_KINDS; kind++)
    {
      g_autoptr (GPtrArray) records = les_project_ref_records (project, kind);

      for (guint i = 0; i < records->len; i++)
        {
          LesRecord *record = records->pdata[i];

          g_string_append_printf (words, "\n%u %s", kind, les_record_get_id (record));
          for (guint field = 0; field < les_record_get_n_strings (record); field++)
            g_string_append_printf (words, "|%s", les_record_get_string (record, field));
          if (LES_IS_ANNOTATION (record))
            {
              LesTextRange range = les_annotation_get_range (LES_ANNOTATION (record));
              g_autofree char *tags = g_strjoinv (",", (char **) les_annotation_get_tags (LES_ANNOTATION (record)));

              g_string_append_printf (words, " %d-%d %s", range.start, range.end, tags);
            }
        }
    }
  return g_string_free (words, FALSE);
}

static char *
add_article (Fixture *fixture, const char *words)
{
  g_autoptr (LesText) text = les_text_new (words, -1);
  g_autoptr (GPtrArray) articles = g_ptr_array_new_with_free_func (g_object_unref);
  LesArticle *article = les_article_new (NULL, text);

  g_ptr_array_add (articles, article);
  les_history_perform (fixture->history, les_edits_add_articles (fixture->project, articles));
  return g_strdup (les_record_get_id (LES_RECORD (article)));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->project = les_project_new ();
  fixture->history = les_history_new (fixture->project);
  fixture->left = add_article (fixture, "Der Deich hält. Das sagt der Deichgraf.");
  fixture->right = add_article (fixture, "Nach Angaben des Deichgrafen hält der Deich.");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->history);
  g_assert_finalize_object (fixture->project);
  g_free (fixture->left);
  g_free (fixture->right);
}

static char *
annotate (Fixture *fixture, const char *article, int start, int end, const char *tag)
{
  const char *tags[] = { tag, NULL };
  char *id;

  les_history_perform (fixture->history,
                       les_edits_add_annotation (fixture->project, article, LES_TEXT_RANGE (start, end), tags,
                                                 NULL, "ich", &id));
  return id;
}

static char *
add_tag (Fixture *fixture, const char *name)
{
  char *id;

  les_history_perform (fixture->history, les_edits_add_tag (fixture->project, name, NULL, &id));
  return id;
}

static void
test_undo_everything (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *tag = add_tag (fixture, "Deich");
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  const char *ids[] = { fixture->left, NULL };
  LesProject *project = fixture->project;
  LesHistory *history = fixture->history;

#define STEP(change) \
  g_ptr_array_add (states, describe (project)); \
  les_history_perform (history, (change));

  first = annotate (fixture, fixture->left, 4, 9, tag);
  second = annotate (fixture, fixture->left, 0, 15, tag);
  STEP (les_edits_set_title (project, "Deiche"));
  STEP (les_edits_set_annotation_field (project, first, LES_ANNOTATION_NOTE, "Notiz"));
  STEP (les_edits_set_annotation_range (project, first, LES_TEXT_RANGE (4, 14)));
  STEP (les_edits_set_annotation_tags (project, second, NULL));
  STEP (les_edits_add_comparison (project, fixture->left, fixture->right, NULL));
  STEP (les_edits_set_rejected (project, fixture->left, fixture->right,
                                (LesRejection) { { 0, 15 }, { 29, 44 } }, TRUE));
  STEP (les_codebook_remove_tags (project, (const char * const[]) { tag, NULL }, FALSE));
  STEP (les_edits_remove_articles (project, ids));
#undef STEP
  g_ptr_array_add (states, describe (project));

  for (guint i = states->len - 1; i > 0; i--)
    {
      g_autofree char *state = NULL;

      g_assert_true (les_history_undo (history));
      state = describe (project);
      g_assert_cmpstr (state, ==, states->pdata[i - 1]);
    }
  for (guint i = 1; i < states->len; i++)
    {
      g_autofree char *state = NULL;

      g_assert_true (les_history_redo (history));
      state = describe (project);
      g_assert_cmpstr (state, ==, states->pdata[i]);
    }
  g_assert_false (les_history_redo (history));
}

static void
test_remove_article_takes_all (Fixture *fixture, gconstpointer data)
{
  g_autofree char *tag = add_tag (fixture, "Deich");
  g_autofree char *annotation = annotate (fixture, fixture->left, 4, 9, tag);
  const char *ids[] = { fixture->left, NULL };
  LesChange *links = les_change_new (LES_CHANGE_ADD_LINK);

  les_change_put (links, les_link_new (NULL, "same", annotation));
  les_history_perform (fixture->history, links);
  les_history_perform (fixture->history,
                       les_edits_add_comparison (fixture->project, fixture->left, fixture->right, NULL));
  les_history_perform (fixture->history, les_edits_remove_articles (fixture->project, ids));

  g_assert_cmpuint (les_project_get_n_records (fixture->project, LES_RECORD_ARTICLE), ==, 1);
  g_assert_cmpuint (les_project_get_n_records (fixture->project, LES_RECORD_ANNOTATION), ==, 0);
  g_assert_cmpuint (les_project_get_n_records (fixture->project, LES_RECORD_LINK), ==, 0);
  g_assert_cmpuint (les_project_get_n_records (fixture->project, LES_RECORD_COMPARISON), ==, 0);
  g_assert_cmpuint (les_project_get_n_records (fixture->project, LES_RECORD_TAG), ==, 1);

  les_history_undo (fixture->history);
  g_assert_cmpuint (les_project_get_n_annotations_of (fixture->project, fixture->left), ==, 1);
}

static void
test_group (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = describe (fixture->project);
  g_autofree char *tag = NULL;
  g_autofree char *annotation = NULL;
  g_autofree char *after = NULL;

  les_history_begin_group (fixture->history, LES_CHANGE_ADD_ANNOTATION);
  tag = add_tag (fixture, "Deich");
  les_history_begin_group (fixture->history, LES_CHANGE_OTHER);
  annotation = annotate (fixture, fixture->left, 0, 3, tag);
  les_history_end_group (fixture->history);
  g_assert_false (les_history_undo (fixture->history));
  les_history_end_group (fixture->history);

  g_assert_cmpint (les_history_get_undo_topic (fixture->history), ==, LES_CHANGE_ADD_ANNOTATION);
  les_history_undo (fixture->history);
  after = describe (fixture->project);
  g_assert_cmpstr (before, ==, after);
  les_history_redo (fixture->history);
  g_assert_nonnull (les_project_get_annotation (fixture->project, annotation));
}

static void
test_empty_group (Fixture *fixture, gconstpointer data)
{
  guint64 position = les_history_get_position (fixture->history);

  les_history_begin_group (fixture->history, LES_CHANGE_OTHER);
  les_history_end_group (fixture->history);
  les_history_perform (fixture->history, les_change_new (LES_CHANGE_OTHER));
  g_assert_cmpuint (les_history_get_position (fixture->history), ==, position);
}

static void
test_modified (Fixture *fixture, gconstpointer data)
{
  LesHistory *history = fixture->history;
  guint64 position;

  g_assert_true (les_history_get_modified (history));
  position = les_history_get_position (history);
  les_history_mark_saved (history, position);
  g_assert_false (les_history_get_modified (history));

  les_history_perform (history, les_edits_set_title (fixture->project, "Eins"));
  g_assert_true (les_history_get_modified (history));
  les_history_undo (history);
  g_assert_false (les_history_get_modified (history));
  les_history_redo (history);
  g_assert_true (les_history_get_modified (history));

  /* Undoing beyond what was saved and doing something else is never "saved". */
  les_history_undo (history);
  les_history_undo (history);
  les_history_perform (history, les_edits_set_title (fixture->project, "Zwei"));
  g_assert_true (les_history_get_modified (history));
}

static void
perform_note (Fixture *fixture, const char *id, const char *note, const char *key)
{
  les_history_perform_merged (fixture->history,
                              les_edits_set_annotation_field (fixture->project, id, LES_ANNOTATION_NOTE, note), key);
}

#define assert_note(fixture, id, note) \
  g_assert_cmpstr (les_annotation_get (les_project_get_annotation ((fixture)->project, id), LES_ANNOTATION_NOTE), \
                   ==, note)

static void
test_merged (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = annotate (fixture, fixture->left, 4, 9, NULL);
  guint64 before = les_history_get_position (fixture->history);

  les_history_mark_saved (fixture->history, before);
  perform_note (fixture, id, "e", "note:1");
  perform_note (fixture, id, "ei", "note:1");
  perform_note (fixture, id, "eins", "note:1");
  g_assert_true (les_history_get_modified (fixture->history));
  les_history_undo (fixture->history);
  assert_note (fixture, id, NULL);
  g_assert_cmpuint (les_history_get_position (fixture->history), ==, before);
  g_assert_false (les_history_get_modified (fixture->history));
  les_history_redo (fixture->history);
  assert_note (fixture, id, "eins");
  g_assert_false (les_history_redo (fixture->history));
}

static void
test_merged_with_its_annotation (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = NULL;

  les_history_perform_merged (fixture->history,
                              les_edits_add_annotation (fixture->project, fixture->left, LES_TEXT_RANGE (4, 9), NULL,
                                                        "e", "ich", &id), "note:1");
  perform_note (fixture, id, "eins", "note:1");
  les_history_undo (fixture->history);
  g_assert_null (les_project_get_annotation (fixture->project, id));
  les_history_redo (fixture->history);
  assert_note (fixture, id, "eins");
}

/* Saved in between: undoing must pass through what the file holds. */
static void
test_merged_around_saving (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = annotate (fixture, fixture->left, 4, 9, NULL);

  perform_note (fixture, id, "eins", "note:1");
  les_history_mark_saved (fixture->history, les_history_get_position (fixture->history));
  g_assert_false (les_history_get_modified (fixture->history));
  perform_note (fixture, id, "eins zwei", "note:1");
  g_assert_true (les_history_get_modified (fixture->history));
  les_history_undo (fixture->history);
  assert_note (fixture, id, "eins");
  g_assert_false (les_history_get_modified (fixture->history));
}

/* A save that was under way while somebody went on typing. */
static void
test_merged_while_saving (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = annotate (fixture, fixture->left, 4, 9, NULL);
  guint64 position;

  perform_note (fixture, id, "eins", "note:1");
  position = les_history_get_position (fixture->history);
  perform_note (fixture, id, "eins zwei", "note:1");
  les_history_mark_saved (fixture->history, position);
  g_assert_true (les_history_get_modified (fixture->history));
}

static void
test_not_merged (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = annotate (fixture, fixture->left, 4, 9, NULL);
  g_autofree char *other = annotate (fixture, fixture->left, 10, 14, NULL);

  perform_note (fixture, id, "a", "note:1");
  perform_note (fixture, id, "b", "note:2");        /* another visit */
  perform_note (fixture, id, "c", NULL);
  perform_note (fixture, id, "d", NULL);            /* no key is no key in common */
  perform_note (fixture, id, "e", "note:1");        /* not the newest step */
  perform_note (fixture, other, "f", "note:1");     /* another record */
  les_history_undo (fixture->history);
  assert_note (fixture, other, NULL);
  perform_note (fixture, id, "g", "note:1");        /* after undoing */
  for (const char **note = (const char *[]) { "e", "d", "c", "b", "a", NULL, NULL }, **end = note + 6; note < end; note++)
    {
      les_history_undo (fixture->history);
      assert_note (fixture, id, *note);
    }
}

static void
test_merged_in_group (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = annotate (fixture, fixture->left, 4, 9, NULL);

  perform_note (fixture, id, "a", "note:1");
  les_history_begin_group (fixture->history, LES_CHANGE_OTHER);
  perform_note (fixture, id, "b", "note:1");
  les_history_end_group (fixture->history);
  perform_note (fixture, id, "c", "note:1");
  les_history_undo (fixture->history);
  assert_note (fixture, id, "b");
  les_history_undo (fixture->history);
  assert_note (fixture, id, "a");
}

static void
test_saved_while_working (Fixture *fixture, gconstpointer data)
{
  guint64 position = les_history_get_position (fixture->history);

  les_history_perform (fixture->history, les_edits_set_title (fixture->project, "Inzwischen"));
  les_history_mark_saved (fixture->history, position);
  g_assert_true (les_history_get_modified (fixture->history));
}

static void
test_order_restored (Fixture *fixture, gconstpointer data)
{
  const char *ids[] = { fixture->left, NULL };
  g_autoptr (GPtrArray) articles = NULL;

  les_history_perform (fixture->history, les_edits_remove_articles (fixture->project, ids));
  les_history_undo (fixture->history);
  articles = les_project_ref_records (fixture->project, LES_RECORD_ARTICLE);
  g_assert_cmpstr (les_record_get_id (articles->pdata[0]), ==, fixture->left);
}

static void
test_sorted_annotations (Fixture *fixture, gconstpointer data)
{
  g_autofree char *tag = add_tag (fixture, "Deich");
  g_autofree char *inner = annotate (fixture, fixture->left, 4, 9, tag);
  g_autofree char *late = annotate (fixture, fixture->left, 20, 30, tag);
  g_autofree char *outer = annotate (fixture, fixture->left, 4, 14, tag);
  g_autoptr (GPtrArray) sorted = les_project_ref_annotations_of (fixture->project, fixture->left);

  g_assert_cmpuint (sorted->len, ==, 3);
  g_assert_cmpstr (les_record_get_id (sorted->pdata[0]), ==, outer);
  g_assert_cmpstr (les_record_get_id (sorted->pdata[1]), ==, inner);
  g_assert_cmpstr (les_record_get_id (sorted->pdata[2]), ==, late);

  les_history_perform (fixture->history,
                       les_edits_set_annotation_range (fixture->project, late, LES_TEXT_RANGE (0, 3)));
  g_clear_pointer (&sorted, g_ptr_array_unref);
  sorted = les_project_ref_annotations_of (fixture->project, fixture->left);
  g_assert_cmpstr (les_record_get_id (sorted->pdata[0]), ==, late);
}

static void
test_snapshot (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LesProject) snapshot = les_project_dup_snapshot (fixture->project);
  g_autofree char *before = describe (snapshot);
  g_autofree char *after = NULL;

  les_history_perform (fixture->history, les_edits_set_title (fixture->project, "Danach"));
  after = describe (snapshot);
  g_assert_cmpstr (before, ==, after);
}

static void
test_hostile_change (Fixture *fixture, gconstpointer data)
{
  LesChange *change = les_change_new (LES_CHANGE_OTHER);
  g_autofree char *before = describe (fixture->project);
  g_autofree char *after = NULL;

  les_change_remove (change, LES_RECORD_ARTICLE, "gibt es nicht");
  les_change_remove (change, LES_RECORD_INFO,
                     les_record_get_id (LES_RECORD (les_project_get_info (fixture->project))));
  les_history_perform (fixture->history, change);
  after = describe (fixture->project);
  g_assert_cmpstr (before, ==, after);
}

#define ADD(name, func) g_test_add (name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/history/undo-everything", test_undo_everything);
  ADD ("/history/remove-article-takes-all", test_remove_article_takes_all);
  ADD ("/history/group", test_group);
  ADD ("/history/empty-group", test_empty_group);
  ADD ("/history/modified", test_modified);
  ADD ("/history/merged", test_merged);
  ADD ("/history/merged-with-its-annotation", test_merged_with_its_annotation);
  ADD ("/history/merged-around-saving", test_merged_around_saving);
  ADD ("/history/merged-while-saving", test_merged_while_saving);
  ADD ("/history/not-merged", test_not_merged);
  ADD ("/history/merged-in-group", test_merged_in_group);
  ADD ("/history/saved-while-working", test_saved_while_working);
  ADD ("/history/order-restored", test_order_restored);
  ADD ("/history/sorted-annotations", test_sorted_annotations);
  ADD ("/history/snapshot", test_snapshot);
  ADD ("/history/hostile-change", test_hostile_change);
  return g_test_run ();
}
