/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-text-edits.h"

#include <string.h>

#include "les-edits.h"
#include "les-metadata.h"
#include "les-rebase.h"
#include "les-rebased-blocks.h"

/* Words that stand once in the new text prove a place by themselves from this length on. */
#define TELLING_CHARS 16
#define CANCEL_CHECK_ANNOTATIONS 64

/* One article's step from a text to another. */
typedef struct
{
  LesText *before;
  LesText *after;
  LesRebase *rebase;
  LesTextEditSummary summary;
} Step;

static gboolean
stands_at (LesText *text, const char *words, gsize n_bytes, gssize byte)
{
  return byte >= 0 && byte + n_bytes <= les_text_get_n_bytes (text)
         && memcmp (les_text_get_utf8 (text) + byte, words, n_bytes) == 0;
}

/* Whether what the annotation says of its words and what stands around them is
 * true where it stands now. */
static gboolean
is_proved (LesAnnotation *annotation, LesText *text)
{
  LesTextRange range = les_annotation_get_range (annotation);
  const char *words[] = {
    les_annotation_get (annotation, LES_ANNOTATION_PREFIX),
    les_annotation_get (annotation, LES_ANNOTATION_EXACT),
    les_annotation_get (annotation, LES_ANNOTATION_SUFFIX),
  };
  gssize start = les_text_char_to_byte (text, range.start);
  gssize end = les_text_char_to_byte (text, range.end);
  gsize n_prefix = words[0] != NULL ? strlen (words[0]) : 0;

  return words[1] != NULL && (gsize) (end - start) == strlen (words[1])
         && stands_at (text, words[1], strlen (words[1]), start)
         && (words[0] == NULL || stands_at (text, words[0], n_prefix, start - (gssize) n_prefix))
         && (words[2] == NULL || stands_at (text, words[2], strlen (words[2]), end));
}

static LesReview
get_review_of (LesRebaseVerdict verdict)
{
  switch (verdict)
    {
    case LES_REBASE_CHANGED:
      return LES_REVIEW_CHANGED;
    case LES_REBASE_MOVED:
      return LES_REVIEW_MOVED;
    case LES_REBASE_UNPLACED:
      return LES_REVIEW_UNPLACED;
    case LES_REBASE_KEPT:
    default:
      return LES_REVIEW_NONE;
    }
}

/** Counts one annotation more. */
void
les_text_edit_summary_count (LesTextEditSummary *summary, LesRebaseVerdict verdict)
{
  summary->n_kept += verdict == LES_REBASE_KEPT;
  summary->n_changed += verdict == LES_REBASE_CHANGED;
  summary->n_moved += verdict == LES_REBASE_MOVED;
  summary->n_unplaced += verdict == LES_REBASE_UNPLACED;
}

/* Words that had no place may have been typed again. */
static LesRebased
place_again (Step *step, LesAnnotation *annotation)
{
  const char *exact = les_annotation_get (annotation, LES_ANNOTATION_EXACT);
  LesRebased rebased = les_rebase_range (step->rebase, les_annotation_get_range (annotation));
  LesTextRange first = les_text_find (step->after, exact != NULL ? exact : "", 0);

  if (les_text_range_length (first) >= TELLING_CHARS
      && les_text_find (step->after, exact, first.start + 1).start < 0)
    return (LesRebased) { first, LES_REBASE_MOVED };
  return rebased;
}

/* What is already open stays open; the words before the first edit are the ones
 * to be judged by. Words that are back as they were settle it. */
static void
note_review (LesAnnotation *annotation, LesReview review)
{
  g_autofree char *was = g_strdup (les_annotation_get (annotation, LES_ANNOTATION_WAS));
  LesReview open = les_annotation_get_review (annotation);

  if (review == LES_REVIEW_NONE)
    return;
  if (was == NULL && review == LES_REVIEW_CHANGED)
    was = g_strdup (les_annotation_get (annotation, LES_ANNOTATION_EXACT));
  if (open == LES_REVIEW_MOVED && review == LES_REVIEW_CHANGED)
    review = LES_REVIEW_MOVED;
  les_annotation_set_review (annotation, review, was);
}

static void
settle_if_back (LesAnnotation *annotation)
{
  const char *was = les_annotation_get (annotation, LES_ANNOTATION_WAS);

  if (les_annotation_get_review (annotation) == LES_REVIEW_CHANGED
      && g_strcmp0 (was, les_annotation_get (annotation, LES_ANNOTATION_EXACT)) == 0)
    les_annotation_set_review (annotation, LES_REVIEW_NONE, NULL);
}

static void
move_annotation (Step *step, LesAnnotation *annotation)
{
  gboolean was_unplaced = les_annotation_get_review (annotation) == LES_REVIEW_UNPLACED;
  LesRebased rebased = was_unplaced ? place_again (step, annotation)
                                    : les_rebase_range (step->rebase, les_annotation_get_range (annotation));

  les_text_edit_summary_count (&step->summary, rebased.verdict);
  note_review (annotation, get_review_of (rebased.verdict));
  les_annotation_set_range (annotation, rebased.range);
  if (rebased.verdict == LES_REBASE_UNPLACED)
    return;
  if (!is_proved (annotation, step->after))
    les_annotation_anchor (annotation, step->after);
  settle_if_back (annotation);
}

static gboolean
is_altered (LesAnnotation *a, LesAnnotation *b)
{
  static const LesAnnotationField fields[] = {
    LES_ANNOTATION_ARTICLE, LES_ANNOTATION_EXACT, LES_ANNOTATION_PREFIX, LES_ANNOTATION_SUFFIX,
    LES_ANNOTATION_REVIEW, LES_ANNOTATION_WAS,
  };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (g_strcmp0 (les_annotation_get (a, fields[i]), les_annotation_get (b, fields[i])) != 0)
      return TRUE;
  return !les_text_range_equal (les_annotation_get_range (a), les_annotation_get_range (b));
}

/* Returns: %FALSE when cancelled */
static gboolean
move_annotations (Step         *step,
                  LesProject   *project,
                  const char   *from,
                  const char   *to,
                  gboolean      as_copies,
                  GCancellable *cancellable,
                  LesChange    *change)
{
  g_autoptr (GPtrArray) annotations = les_project_ref_annotations_of (project, from);

  for (guint i = 0; i < annotations->len; i++)
    {
      g_autoptr (LesAnnotation) moved = as_copies ? les_record_duplicate (annotations->pdata[i])
                                                  : les_record_copy (annotations->pdata[i]);

      if (i % CANCEL_CHECK_ANNOTATIONS == 0 && g_cancellable_is_cancelled (cancellable))
        return FALSE;
      les_annotation_set (moved, LES_ANNOTATION_ARTICLE, to);
      move_annotation (step, moved);
      if (as_copies || is_altered (moved, annotations->pdata[i]))
        les_change_put (change, g_steal_pointer (&moved));
    }
  return TRUE;
}

static gboolean
map_by_rebase (LesTextRange *range, gpointer data)
{
  LesRebased rebased = les_rebase_range (data, *range);

  *range = rebased.range;
  return rebased.verdict != LES_REBASE_UNPLACED;
}

static void
move_rejections_of (LesComparison  *comparison,
                    const char     *article,
                    LesRangeMapper  mapper,
                    gpointer        data,
                    LesChange      *change)
{
  gboolean on_left = g_strcmp0 (les_comparison_get (comparison, LES_COMPARISON_LEFT), article) == 0;
  gboolean on_right = g_strcmp0 (les_comparison_get (comparison, LES_COMPARISON_RIGHT), article) == 0;
  g_autoptr (LesComparison) copy = NULL;
  guint n;
  const LesRejection *rejected = les_comparison_get_rejected (comparison, &n);
  gboolean any = FALSE;

  if ((!on_left && !on_right) || n == 0)
    return;
  copy = les_record_copy (comparison);
  for (guint i = 0; i < n; i++)
    les_comparison_restore (copy, rejected[i]);
  for (guint i = 0; i < n; i++)
    {
      LesRejection moved = rejected[i];
      gboolean placed = (!on_left || mapper (&moved.left, data)) && (!on_right || mapper (&moved.right, data));

      any |= !placed || !les_text_range_equal (moved.left, rejected[i].left)
             || !les_text_range_equal (moved.right, rejected[i].right);
      if (placed)
        les_comparison_reject (copy, moved);
    }
  if (any)
    les_change_put (change, g_steal_pointer (&copy));
}

/**
 * les_text_edits_move_rejections:
 * @article: id of the article whose text becomes another one
 * @mapper: where a passage stands in the new text
 * @change: what the comparisons of that article are put into
 *
 * Rejected matches follow their words. What is not in the text any more can not
 * be found again, so that nothing need keep it away.
 */
void
les_text_edits_move_rejections (LesProject     *project,
                                const char     *article,
                                LesRangeMapper  mapper,
                                gpointer        data,
                                LesChange      *change)
{
  g_autoptr (GPtrArray) comparisons = les_project_ref_records (project, LES_RECORD_COMPARISON);

  for (guint i = 0; i < comparisons->len; i++)
    move_rejections_of (comparisons->pdata[i], article, mapper, data, change);
}

static void
renew (LesArticle *article, LesArticleField field, const char *before, const char *after)
{
  if (before != NULL && after != NULL && g_strcmp0 (les_article_get (article, field), before) == 0)
    les_article_set (article, field, after);
}

/* The headline by its place, or else by what is recognised as one. */
static void
renew_title (LesArticle *article, Step *step, const char *before, const char *after)
{
  LesTextRange place = les_text_find (step->before, before != NULL ? before : "", 0);
  g_autofree char *words = NULL;

  if (place.start >= 0)
    {
      words = les_text_dup_range (step->after, les_rebase_range (step->rebase, place).range);
      if (*words != '\0' && strchr (words, '\n') == NULL)
        after = words;
    }
  renew (article, LES_ARTICLE_TITLE, before, after);
}

/* What was read in the old text is read in the new one; what a person wrote stays. */
static void
renew_details (LesArticle *article, Step *step)
{
  const char *language = les_article_get (article, LES_ARTICLE_LANGUAGE);
  g_autoptr (LesMetadata) old = les_metadata_recognise (step->before, language);
  g_autoptr (LesMetadata) now = les_metadata_recognise (step->after, language);

  renew_title (article, step, old->headline, now->headline);
  renew (article, LES_ARTICLE_AGENCY, old->agency, now->agency);
  renew (article, LES_ARTICLE_AUTHOR, old->author, now->author);
  renew (article, LES_ARTICLE_PLACE, old->place, now->place);
  renew (article, LES_ARTICLE_DATE, old->date, now->date);
  renew (article, LES_ARTICLE_CORRECTION, old->correction, now->correction);
}

static gboolean
open_step (Step *step, LesText *before, LesText *after, GCancellable *cancellable)
{
  *step = (Step) { .before = before, .after = after };
  step->rebase = les_rebase_new (before, after, cancellable);
  return step->rebase != NULL;
}

static LesArticle *
complete_article (Step *step, LesArticle *old, LesArticle *article)
{
  LesArticle *copy = les_record_copy (article);
  GArray *blocks = les_article_get_blocks (old);

  if (blocks != NULL && les_article_get_blocks (article) == blocks)
    {
      g_autoptr (GArray) rebased = les_rebased_blocks_new (step->rebase, blocks, step->after);

      les_article_set_blocks (copy, rebased);
    }
  else if (blocks == NULL)
    renew_details (copy, step);
  return copy;
}

/**
 * les_text_edits_replace_text:
 * @project: the project, or a snapshot of it in a worker
 * @article: (transfer none): an article of @project with another text; named
 *   blocks that are still those of the old text follow the edit
 * @cancellable: (nullable): what it stops by
 * @summary: (out) (optional): what became of the annotations
 *
 * Annotations and rejected matches follow the text by difference. Those that
 * a person should look at say so, see #LesReview; none is removed. Any thread
 * that owns @project.
 *
 * Returns: (transfer full) (nullable): the change; NULL when cancelled
 */
LesChange *
les_text_edits_replace_text (LesProject         *project,
                             LesArticle         *article,
                             GCancellable       *cancellable,
                             LesTextEditSummary *summary)
{
  const char *id = les_record_get_id (LES_RECORD (article));
  LesArticle *old = les_project_get_article (project, id);
  g_autoptr (LesChange) change = les_change_new (LES_CHANGE_EDIT_TEXT);
  Step step;
  gboolean done;

  g_return_val_if_fail (old != NULL, NULL);

  if (!open_step (&step, les_article_get_text (old), les_article_get_text (article), cancellable))
    return NULL;
  les_change_put (change, complete_article (&step, old, article));
  done = move_annotations (&step, project, id, id, FALSE, cancellable, change);
  les_text_edits_move_rejections (project, id, map_by_rebase, step.rebase, change);
  les_rebase_free (step.rebase);
  if (summary != NULL)
    *summary = step.summary;
  return done ? g_steal_pointer (&change) : NULL;
}

static int
find_position (LesProject *project, LesArticle *article)
{
  g_autoptr (GPtrArray) articles = les_project_ref_records (project, LES_RECORD_ARTICLE);
  guint index;

  return g_ptr_array_find (articles, article, &index) ? (int) index : -1;
}

/* The same page as the older version, as far as the newer one does not say it. */
static LesArticle *
complete_version (LesArticle *older, LesArticle *newer)
{
  static const LesArticleField inherited[] = {
    LES_ARTICLE_OUTLET, LES_ARTICLE_AGENCY, LES_ARTICLE_AUTHOR, LES_ARTICLE_PLACE, LES_ARTICLE_DATE,
    LES_ARTICLE_URL, LES_ARTICLE_LANGUAGE,
  };
  LesArticle *copy = les_record_copy (newer);

  for (guint i = 0; i < G_N_ELEMENTS (inherited); i++)
    if (les_article_get (copy, inherited[i]) == NULL)
      les_article_set (copy, inherited[i], les_article_get (older, inherited[i]));
  les_article_set (copy, LES_ARTICLE_VERSION_OF, les_record_get_id (LES_RECORD (older)));
  return copy;
}

/**
 * les_text_edits_add_version:
 * @project: the project, or a snapshot of it in a worker
 * @older: id of the article that gets a newer version; it stays as it is
 * @newer: (transfer none): a new article
 * @annotations: what becomes of the annotations of @older
 * @cancellable: (nullable): what it stops by
 * @summary: (out) (optional): what became of the annotations
 *
 * The newer version stands behind the older one. Links stay with the annotations
 * they hang on; copies have none. Any thread that owns @project.
 *
 * Returns: (transfer full) (nullable): the change; NULL when cancelled
 */
LesChange *
les_text_edits_add_version (LesProject            *project,
                            const char            *older,
                            LesArticle            *newer,
                            LesVersionAnnotations  annotations,
                            GCancellable          *cancellable,
                            LesTextEditSummary    *summary)
{
  LesArticle *old = les_project_get_article (project, older);
  g_autoptr (LesChange) change = les_change_new (LES_CHANGE_ADD_VERSION);
  int position;
  gboolean done = TRUE;
  Step step;

  g_return_val_if_fail (old != NULL, NULL);
  g_return_val_if_fail (g_strcmp0 (older, les_record_get_id (LES_RECORD (newer))) != 0, NULL);

  if (!open_step (&step, les_article_get_text (old), les_article_get_text (newer), cancellable))
    return NULL;
  position = find_position (project, old);
  les_change_put_at (change, complete_version (old, newer), position < 0 ? -1 : position + 1);
  if (annotations != LES_VERSION_LEAVE)
    done = move_annotations (&step, project, older, les_record_get_id (LES_RECORD (newer)),
                             annotations == LES_VERSION_COPY, cancellable, change);
  les_rebase_free (step.rebase);
  if (summary != NULL)
    *summary = step.summary;
  return done ? g_steal_pointer (&change) : NULL;
}

/**
 * les_text_edits_accept:
 * @ids: annotations
 *
 * Returns: (transfer full): settles what was open about those that have their
 *   place; to be placed is not to be accepted
 */
LesChange *
les_text_edits_accept (LesProject *project, const char * const *ids)
{
  LesChange *change = les_change_new (LES_CHANGE_REVIEW);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      LesAnnotation *annotation = les_project_get_annotation (project, ids[i]);
      LesAnnotation *copy;

      if (annotation == NULL || les_annotation_get_review (annotation) == LES_REVIEW_NONE
          || les_annotation_get_review (annotation) == LES_REVIEW_UNPLACED)
        continue;
      copy = les_record_copy (annotation);
      les_annotation_set_review (copy, LES_REVIEW_NONE, NULL);
      les_change_put (change, copy);
    }
  return change;
}

/**
 * les_text_edits_place:
 * @range: Unicode characters, not empty
 *
 * Returns: (transfer full): says where an annotation belongs, which settles
 *   what was open about it
 */
LesChange *
les_text_edits_place (LesProject *project, const char *id, LesTextRange range)
{
  g_autoptr (LesChange) moved = les_edits_set_annotation_range (project, id, range);
  LesChange *change = les_change_new (LES_CHANGE_REVIEW);

  les_change_append (change, moved);
  return change;
}
