/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-text-edits.h"

#include <string.h>

#include "les-annotation-edits.h"
#include "les-edits.h"
#include "les-history.h"
#include "les-importer.h"
#include "les-project-format.h"

#define BEFORE "Brücko in Fenmark gesperrt\n\nDie Brücko ist seit Montag zu. Niemand wurde verletzt, sagte eine Sprecherin " \
               "der Stadt am Abend.\n\nDer Verkehr wird über Lindau geleitet, und das noch mindestens zwei Wochen lang.\n"
#define AFTER "Brücke in Fenmark gesperrt\n\nDie Brücke ist seit Montag zu.\n\n" \
              "Der Verkehr wird über Lindau geleitet, und das noch mindestens zwei Wochen lang.\n\nEs regnet.\n"

typedef struct
{
  LesProject *project;
  LesHistory *history;
  char *article;
  char *other;
  char *annotations[4];
} Desk;

static const char * const passages[] = {
  "über Lindau geleitet", "Die Brücko ist", "Niemand wurde verletzt", "gesperrt",
};

static LesArticle *
import (const char *words, gboolean raw)
{
  const LesImportOptions options = { NULL, raw };
  g_autoptr (LesImport) imported = les_import_text (words, &options);

  g_assert_no_error (imported->error);
  return g_object_ref (imported->article);
}

static void
open_desk (Desk *desk, gboolean raw)
{
  g_autoptr (GPtrArray) articles = g_ptr_array_new_with_free_func (g_object_unref);

  desk->project = les_project_new ();
  desk->history = les_history_new (desk->project);
  g_ptr_array_add (articles, import (BEFORE, raw));
  g_ptr_array_add (articles, import ("Fenmark\n\nDie Brücke wurde gesperrt, teilte die Stadt mit.\n", FALSE));
  desk->article = g_strdup (les_record_get_id (articles->pdata[0]));
  desk->other = g_strdup (les_record_get_id (articles->pdata[1]));
  les_history_perform (desk->history, les_edits_add_articles (desk->project, articles));
  for (guint i = 0; i < G_N_ELEMENTS (passages); i++)
    les_history_perform (desk->history,
                         les_edits_add_annotation (desk->project, desk->article,
                                                   les_text_find (les_article_get_text (articles->pdata[0]), passages[i], 0),
                                                   NULL, "note", NULL, &desk->annotations[i]));
}

static void
close_desk (Desk *desk)
{
  g_clear_object (&desk->history);
  g_assert_finalize_object (desk->project);
  g_free (desk->article);
  g_free (desk->other);
  for (guint i = 0; i < G_N_ELEMENTS (passages); i++)
    g_free (desk->annotations[i]);
}

static LesArticle *
with_text (Desk *desk, const char *words)
{
  LesArticle *copy = les_record_copy (les_project_get_article (desk->project, desk->article));
  g_autoptr (LesText) text = les_text_new (words, -1);

  les_article_set_text (copy, text);
  return copy;
}

static LesTextEditSummary
edit_text (Desk *desk, const char *words)
{
  g_autoptr (LesArticle) copy = with_text (desk, words);
  LesTextEditSummary summary;

  les_history_perform (desk->history, les_text_edits_replace_text (desk->project, copy, NULL, &summary));
  return summary;
}

static LesAnnotation *
get_annotation (Desk *desk, guint index)
{
  return les_project_get_annotation (desk->project, desk->annotations[index]);
}

/* What the text says where the annotation stands. */
static char *
dup_words (Desk *desk, LesAnnotation *annotation)
{
  LesArticle *article = les_project_get_article (desk->project, les_annotation_get (annotation, LES_ANNOTATION_ARTICLE));

  return les_text_dup_range (les_article_get_text (article), les_annotation_get_range (annotation));
}

static void
assert_stands_on (Desk *desk, guint index, const char *expected, LesReview review)
{
  LesAnnotation *annotation = get_annotation (desk, index);
  g_autofree char *words = dup_words (desk, annotation);

  g_assert_cmpstr (words, ==, expected);
  g_assert_cmpint (les_annotation_get_review (annotation), ==, review);
  if (review != LES_REVIEW_UNPLACED)
    g_assert_cmpstr (les_annotation_get (annotation, LES_ANNOTATION_EXACT), ==, expected);
}

static char *
dup_saved (LesProject *project)
{
  g_autoptr (GBytes) bytes = les_project_format_write (project, NULL, NULL);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
test_annotations_follow (void)
{
  Desk desk;
  g_autofree char *saved = NULL;
  g_autofree char *saved_again = NULL;
  LesTextEditSummary summary;

  open_desk (&desk, FALSE);
  saved = dup_saved (desk.project);
  summary = edit_text (&desk, AFTER);
  g_assert_cmpuint (summary.n_kept, ==, 2);
  g_assert_cmpuint (summary.n_changed, ==, 1);
  g_assert_cmpuint (summary.n_unplaced, ==, 1);
  assert_stands_on (&desk, 0, "über Lindau geleitet", LES_REVIEW_NONE);
  assert_stands_on (&desk, 1, "Die Brücke ist", LES_REVIEW_CHANGED);
  assert_stands_on (&desk, 2, "", LES_REVIEW_UNPLACED);
  assert_stands_on (&desk, 3, "gesperrt", LES_REVIEW_NONE);
  g_assert_cmpstr (les_annotation_get (get_annotation (&desk, 1), LES_ANNOTATION_WAS), ==, "Die Brücko ist");
  g_assert_cmpstr (les_annotation_get (get_annotation (&desk, 2), LES_ANNOTATION_EXACT), ==, "Niemand wurde verletzt");
  g_assert_cmpstr (les_annotation_get (get_annotation (&desk, 2), LES_ANNOTATION_NOTE), ==, "note");
  g_assert_cmpstr (les_article_get (les_project_get_article (desk.project, desk.article), LES_ARTICLE_TITLE), ==,
                   "Brücke in Fenmark gesperrt");

  g_assert_true (les_history_undo (desk.history));
  saved_again = dup_saved (desk.project);
  g_assert_cmpstr (saved, ==, saved_again);
  close_desk (&desk);
}

static void
test_saved_and_loaded (void)
{
  Desk desk;
  g_autofree char *saved = NULL;
  g_autofree char *saved_again = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (LesLoadedProject) loaded = NULL;

  open_desk (&desk, FALSE);
  edit_text (&desk, AFTER);
  saved = dup_saved (desk.project);
  bytes = g_bytes_new (saved, strlen (saved));
  loaded = les_project_format_read (bytes, NULL, NULL);
  g_assert_cmpuint (loaded->findings->len, ==, 0);
  saved_again = dup_saved (loaded->project);
  g_assert_cmpstr (saved, ==, saved_again);
  g_assert_nonnull (strstr (saved, "\"review\": \"place\""));
  close_desk (&desk);
}

/* Typed again, changed again, back as it was. */
static void
test_further_edits (void)
{
  Desk desk;

  open_desk (&desk, FALSE);
  edit_text (&desk, AFTER);
  edit_text (&desk, AFTER "\nNiemand wurde verletzt.\n");
  assert_stands_on (&desk, 2, "Niemand wurde verletzt", LES_REVIEW_MOVED);
  edit_text (&desk, "Brücke in Fenmark gesperrt\n\nDie Brücken sind zu.\n");
  g_assert_cmpstr (les_annotation_get (get_annotation (&desk, 1), LES_ANNOTATION_WAS), ==, "Die Brücko ist");
  assert_stands_on (&desk, 0, "", LES_REVIEW_UNPLACED);
  edit_text (&desk, BEFORE);
  g_assert_cmpint (les_annotation_get_review (get_annotation (&desk, 0)), ==, LES_REVIEW_MOVED);
  edit_text (&desk, "");
  for (guint i = 0; i < G_N_ELEMENTS (passages); i++)
    assert_stands_on (&desk, i, "", LES_REVIEW_UNPLACED);
  close_desk (&desk);
}

static void
test_back_as_it_was (void)
{
  Desk desk;

  open_desk (&desk, FALSE);
  edit_text (&desk, AFTER);
  edit_text (&desk, "Brücke in Fenmark gesperrt\n\nDie Brücko ist seit Montag zu.\n\n"
                    "Der Verkehr wird über Lindau geleitet, und das noch mindestens zwei Wochen lang.\n\nEs regnet.\n");
  assert_stands_on (&desk, 1, "Die Brücko ist", LES_REVIEW_NONE);
  g_assert_null (les_annotation_get (get_annotation (&desk, 1), LES_ANNOTATION_WAS));
  close_desk (&desk);
}

static void
test_review (void)
{
  Desk desk;
  LesText *text;
  const char *ids[5] = { NULL };

  open_desk (&desk, FALSE);
  edit_text (&desk, AFTER);
  for (guint i = 0; i < G_N_ELEMENTS (passages); i++)
    ids[i] = desk.annotations[i];
  les_history_perform (desk.history, les_text_edits_accept (desk.project, ids));
  assert_stands_on (&desk, 1, "Die Brücke ist", LES_REVIEW_NONE);
  g_assert_null (les_annotation_get (get_annotation (&desk, 1), LES_ANNOTATION_WAS));
  assert_stands_on (&desk, 2, "", LES_REVIEW_UNPLACED);

  text = les_article_get_text (les_project_get_article (desk.project, desk.article));
  les_history_perform (desk.history, les_text_edits_place (desk.project, ids[2], les_text_find (text, "Es regnet", 0)));
  assert_stands_on (&desk, 2, "Es regnet", LES_REVIEW_NONE);
  g_assert_true (les_history_undo (desk.history));
  assert_stands_on (&desk, 2, "", LES_REVIEW_UNPLACED);
  close_desk (&desk);
}

static LesTextRange
find (Desk *desk, const char *id, const char *words)
{
  return les_text_find (les_article_get_text (les_project_get_article (desk->project, id)), words, 0);
}

static void
test_rejections_follow (void)
{
  Desk desk;
  LesRejection kept, gone;
  const LesRejection *rejected;
  LesComparison *comparison;
  guint n;

  open_desk (&desk, FALSE);
  kept = (LesRejection) { find (&desk, desk.other, "gesperrt"), find (&desk, desk.article, "Der Verkehr") };
  gone = (LesRejection) { find (&desk, desk.other, "Stadt"), find (&desk, desk.article, "Niemand wurde") };
  les_history_perform (desk.history, les_edits_set_rejected (desk.project, desk.other, desk.article, kept, TRUE));
  les_history_perform (desk.history, les_edits_set_rejected (desk.project, desk.other, desk.article, gone, TRUE));
  edit_text (&desk, AFTER);

  comparison = les_project_find_comparison (desk.project, desk.other, desk.article);
  rejected = les_comparison_get_rejected (comparison, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_true (les_text_range_equal (rejected[0].left, kept.left));
  g_assert_true (les_text_range_equal (rejected[0].right, find (&desk, desk.article, "Der Verkehr")));

  g_assert_true (les_history_undo (desk.history));
  les_comparison_get_rejected (les_project_find_comparison (desk.project, desk.other, desk.article), &n);
  g_assert_cmpuint (n, ==, 2);
  close_desk (&desk);
}

/* Blocks that are named stay in order and cover every word. */
static void
test_blocks_follow (void)
{
  static const char * const edits[] = {
    AFTER, "", "Nur noch das.", "Neu.\n\n" BEFORE, "Brücko in Fenmark\n\ngesperrt\n\nDie Brücko ist seit\n\nMontag zu.",
  };

  for (guint i = 0; i < G_N_ELEMENTS (edits); i++)
    {
      Desk desk;
      LesArticle *article;
      GArray *blocks;
      g_autoptr (GString) covered = g_string_new (NULL);
      g_autoptr (GString) words = g_string_new (edits[i]);
      int end = 0;

      open_desk (&desk, TRUE);
      edit_text (&desk, edits[i]);
      article = les_project_get_article (desk.project, desk.article);
      blocks = les_article_get_blocks (article);
      g_assert_nonnull (blocks);
      for (guint k = 0; k < blocks->len; k++)
        {
          const LesBlock *block = &g_array_index (blocks, LesBlock, k);
          g_autofree char *said = les_text_dup_range (les_article_get_text (article), block->range);

          g_assert_cmpint (block->range.start, >=, end);
          g_assert_false (les_text_range_is_empty (block->range));
          g_assert_null (strstr (said, "\n\n"));
          end = block->range.end;
          g_string_append (covered, said);
        }
      g_string_replace (words, "\n", "", 0);
      g_assert_cmpstr (covered->str, ==, words->str);
      close_desk (&desk);
    }
}

static void
test_version (LesVersionAnnotations how)
{
  Desk desk;
  g_autoptr (LesArticle) newer = import (AFTER, FALSE);
  const char *id = les_record_get_id (LES_RECORD (newer));
  g_autoptr (GPtrArray) articles = NULL;
  g_autofree char *saved = NULL;
  g_autofree char *saved_again = NULL;
  LesTextEditSummary summary;

  open_desk (&desk, FALSE);
  saved = dup_saved (desk.project);
  les_history_perform (desk.history,
                       les_text_edits_add_version (desk.project, desk.article, newer, how, NULL, &summary));
  articles = les_project_ref_records (desk.project, LES_RECORD_ARTICLE);
  g_assert_cmpuint (articles->len, ==, 3);
  g_assert_cmpstr (les_record_get_id (articles->pdata[1]), ==, id);
  g_assert_cmpstr (les_article_get (articles->pdata[1], LES_ARTICLE_VERSION_OF), ==, desk.article);
  g_assert_cmpstr (les_text_get_utf8 (les_article_get_text (articles->pdata[0])), ==, BEFORE);
  g_assert_cmpuint (les_project_get_n_annotations_of (desk.project, desk.article), ==, how == LES_VERSION_MOVE ? 0 : 4);
  g_assert_cmpuint (les_project_get_n_annotations_of (desk.project, id), ==, how == LES_VERSION_LEAVE ? 0 : 4);
  if (how == LES_VERSION_MOVE)
    assert_stands_on (&desk, 1, "Die Brücke ist", LES_REVIEW_CHANGED);
  else
    assert_stands_on (&desk, 1, "Die Brücko ist", LES_REVIEW_NONE);

  les_history_perform (desk.history, les_edits_remove_articles (desk.project, (const char * const[]) { desk.article, NULL }));
  g_assert_null (les_article_get (les_project_get_article (desk.project, id), LES_ARTICLE_VERSION_OF));
  g_assert_true (les_history_undo (desk.history));
  g_assert_true (les_history_undo (desk.history));
  saved_again = dup_saved (desk.project);
  g_assert_cmpstr (saved, ==, saved_again);
  close_desk (&desk);
}

/* A copy says of its passage all that the annotation says. */
static void
test_version_copies_all (void)
{
  Desk desk;
  g_autoptr (LesArticle) newer = import (AFTER, FALSE);
  g_autoptr (GPtrArray) copies = NULL;
  guint n = 0;

  open_desk (&desk, FALSE);
  les_history_perform (desk.history, les_annotation_edits_set_importance (desk.project, desk.annotations[0], 3));
  les_history_perform (desk.history,
                       les_text_edits_add_version (desk.project, desk.article, newer, LES_VERSION_COPY, NULL, NULL));
  copies = les_project_ref_annotations_of (desk.project, les_record_get_id (LES_RECORD (newer)));
  g_assert_cmpuint (copies->len, ==, G_N_ELEMENTS (passages));
  for (guint i = 0; i < copies->len; i++)
    {
      g_assert_cmpstr (les_annotation_get (copies->pdata[i], LES_ANNOTATION_NOTE), ==, "note");
      g_assert_cmpstr (les_record_get_id (copies->pdata[i]), !=, desk.annotations[0]);
      n += les_annotation_get_importance (copies->pdata[i]) == 3;
    }
  g_assert_cmpuint (n, ==, 1);
  close_desk (&desk);
}

static void
test_versions (void)
{
  test_version (LES_VERSION_MOVE);
  test_version (LES_VERSION_COPY);
  test_version (LES_VERSION_LEAVE);
}

static void
test_cancelled (void)
{
  Desk desk;
  g_autoptr (LesArticle) copy = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  open_desk (&desk, FALSE);
  copy = with_text (&desk, AFTER);
  g_cancellable_cancel (cancellable);
  g_assert_null (les_text_edits_replace_text (desk.project, copy, cancellable, NULL));
  close_desk (&desk);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text-edits/annotations-follow", test_annotations_follow);
  g_test_add_func ("/text-edits/version-copies-all", test_version_copies_all);
  g_test_add_func ("/text-edits/saved-and-loaded", test_saved_and_loaded);
  g_test_add_func ("/text-edits/further-edits", test_further_edits);
  g_test_add_func ("/text-edits/back-as-it-was", test_back_as_it_was);
  g_test_add_func ("/text-edits/review", test_review);
  g_test_add_func ("/text-edits/rejections-follow", test_rejections_follow);
  g_test_add_func ("/text-edits/blocks-follow", test_blocks_follow);
  g_test_add_func ("/text-edits/versions", test_versions);
  g_test_add_func ("/text-edits/cancelled", test_cancelled);
  return g_test_run ();
}
