/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-bounds.h"

#include "les-annotation-edits.h"
#include "les-edits.h"
#include "les-words.h"

static LesArticle *
get_article_of (LesSession *session, LesAnnotation *annotation)
{
  return les_project_get_article (les_session_get_project (session),
                                  les_annotation_get (annotation, LES_ANNOTATION_ARTICLE));
}

static int
find_next_start (LesText *text, int offset)
{
  return les_words_previous_boundary (text, les_words_next_boundary (text, les_words_next_boundary (text, offset)));
}

static int
find_previous_end (LesText *text, int offset)
{
  return les_words_next_boundary (text, les_words_previous_boundary (text, les_words_previous_boundary (text, offset)));
}

/* Ends are set where words start and end; what stands between words goes with the outer one. */
static int
step_word (LesText *text, LesBound bound, int offset, int step)
{
  if (bound == LES_BOUND_START)
    return step < 0 ? les_words_previous_boundary (text, offset) : find_next_start (text, offset);
  return step > 0 ? les_words_next_boundary (text, offset) : find_previous_end (text, offset);
}

/* The character that an annotation has at this end when the end is at @offset. */
static gboolean
is_blank_at (LesText *text, LesBound bound, int offset)
{
  int at = bound == LES_BOUND_START ? offset : offset - 1;

  return at >= 0 && at < les_text_get_n_chars (text) && g_unichar_isspace (les_text_get_char (text, at));
}

/* One character as a reader sees it; blanks are passed over, an end never stands at one. */
static int
step_character (LesText *text, LesBound bound, int offset, int step)
{
  int n_chars = les_text_get_n_chars (text);

  do
    {
      offset = CLAMP (offset + step, 0, n_chars);
      if (step > 0)
        offset = les_words_snap_graphemes (text, LES_TEXT_RANGE (offset - 1, offset)).end;
      else
        offset = les_words_snap_graphemes (text, LES_TEXT_RANGE (offset, offset)).start;
    }
  while (offset > 0 && offset < n_chars && is_blank_at (text, bound, offset));
  return offset;
}

/* Past the ends of @ranges, which lie @stride bytes apart. */
static int
step_range (const LesTextRange *ranges, gsize stride, guint n, LesBound bound, int offset, int step)
{
  int found = offset;

  for (guint i = 0; i < n; i++)
    {
      const LesTextRange *range = (gconstpointer) ((const char *) ranges + i * stride);
      int here = bound == LES_BOUND_START ? range->start : range->end;

      if (step > 0 && here > offset)
        return here;
      if (step < 0 && here < offset)
        found = here;
    }
  return found;
}

static int
step_sentence (LesDocument *document, LesBound bound, int offset, int step)
{
  guint n;
  const LesTextRange *sentences = les_document_get_sentences (document, &n);

  return step_range (sentences, sizeof *sentences, n, bound, offset, step);
}

static int
step_paragraph (LesDocument *document, LesBound bound, int offset, int step)
{
  guint n;
  const LesBlock *blocks = les_document_get_blocks (document, &n);

  return n > 0 ? step_range (&blocks->range, sizeof *blocks, n, bound, offset, step) : offset;
}

static int
step_bound (LesArticle *article, LesBound bound, LesUnit unit, int offset, int step)
{
  switch (unit)
    {
    case LES_UNIT_CHARACTER:
      return step_character (les_article_get_text (article), bound, offset, step);
    case LES_UNIT_WORD:
      return step_word (les_article_get_text (article), bound, offset, step);
    case LES_UNIT_SENTENCE:
      return step_sentence (les_article_get_document (article), bound, offset, step);
    case LES_UNIT_PARAGRAPH:
      return step_paragraph (les_article_get_document (article), bound, offset, step);
    default:
      g_return_val_if_reached (offset);
    }
}

static gboolean
move_to (LesSession *session, LesAnnotation *annotation, LesTextRange range, const char *visit)
{
  if (les_text_range_is_empty (range)
      || les_text_range_equal (range, les_annotation_get_range (annotation)))
    return FALSE;

  les_session_perform_merged (session,
                              les_edits_set_annotation_range (les_session_get_project (session),
                                                              les_record_get_id (LES_RECORD (annotation)), range),
                              visit);
  return TRUE;
}

/**
 * les_bounds_move:
 * @step: 1 towards the end of the text, -1 towards its beginning
 * @visit: (nullable): all moves of one visit to the bounds are one step of undoing
 *
 * Moves one end of the current annotation. It never gets empty, and an end
 * never stands at a blank or inside a grapheme.
 *
 * Returns: whether it moved
 */
gboolean
les_bounds_move (LesSession *session, LesBound bound, LesUnit unit, int step, const char *visit)
{
  LesAnnotation *annotation = les_session_get_annotation (session);
  LesArticle *article = annotation != NULL ? get_article_of (session, annotation) : NULL;
  LesTextRange range;
  int *end;
  int moved;

  if (article == NULL)
    return FALSE;

  range = les_annotation_get_range (annotation);
  /* One that is still to be placed has no ends. */
  if (les_text_range_is_empty (range))
    return FALSE;
  end = bound == LES_BOUND_START ? &range.start : &range.end;
  moved = step_bound (article, bound, unit, *end, step);
  if ((step > 0) != (moved > *end))
    return FALSE;
  *end = moved;
  if (range.start >= range.end)
    return FALSE;
  return move_to (session, annotation, les_words_trim (les_article_get_text (article), range), visit);
}

/** @range: as dragged; it is trimmed here. Returns: whether annotation @id has other bounds now */
gboolean
les_bounds_set (LesSession *session, const char *id, LesTextRange range)
{
  LesAnnotation *annotation = les_project_get_annotation (les_session_get_project (session), id);
  LesArticle *article = annotation != NULL ? get_article_of (session, annotation) : NULL;

  if (article == NULL)
    return FALSE;
  return move_to (session, annotation, les_words_trim (les_article_get_text (article), range), NULL);
}

/** What is selected in its text becomes the bounds of the current annotation. Returns: whether they changed */
gboolean
les_bounds_take_selection (LesSession *session)
{
  LesAnnotation *annotation = les_session_get_annotation (session);
  LesSide side;

  if (annotation == NULL
      || !les_session_find_side (session, les_annotation_get (annotation, LES_ANNOTATION_ARTICLE), &side))
    return FALSE;
  return les_bounds_set (session, les_record_get_id (LES_RECORD (annotation)),
                         les_session_get_selection (session, side));
}

static gboolean
reaches_over (LesAnnotation *annotation, int offset)
{
  LesTextRange range = les_annotation_get_range (annotation);

  return range.start < offset && offset < range.end;
}

/* The current annotation if the cursor is in it, else the shortest around the cursor. */
static LesAnnotation *
find_around (LesSession *session, const char *article, int offset)
{
  LesAnnotation *current = les_session_get_annotation (session);
  const GPtrArray *all = les_project_peek_annotations_of (les_session_get_project (session), article);
  LesAnnotation *shortest = NULL;

  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      LesAnnotation *annotation = g_ptr_array_index (all, i);

      if (!reaches_over (annotation, offset))
        continue;
      if (annotation == current)
        return current;
      if (shortest == NULL || les_text_range_length (les_annotation_get_range (annotation))
                              < les_text_range_length (les_annotation_get_range (shortest)))
        shortest = annotation;
    }
  return shortest;
}

/* Returns: (transfer none) (nullable): what would be split; @offset: (out): where */
static LesAnnotation *
find_to_split (LesSession *session, int *offset)
{
  LesSide side = les_session_get_active_side (session);

  *offset = les_session_get_selection (session, side).start;
  return find_around (session, les_session_get_article_id (session, side), *offset);
}

/** Returns: whether the cursor is inside an annotation */
gboolean
les_bounds_can_split (LesSession *session)
{
  int offset;

  return find_to_split (session, &offset) != NULL;
}

/**
 * les_bounds_split:
 *
 * Cuts the annotation in which the cursor stands (the current one, else the
 * shortest there) in two at the cursor. The second half becomes the current
 * one.
 *
 * Returns: FALSE when the cursor is not inside one
 */
gboolean
les_bounds_split (LesSession *session)
{
  int offset;
  LesAnnotation *annotation = find_to_split (session, &offset);
  g_autofree char *second = NULL;
  LesChange *change;

  if (annotation == NULL)
    return FALSE;
  change = les_annotation_edits_split (les_session_get_project (session), les_record_get_id (LES_RECORD (annotation)),
                                       offset, &second);
  les_session_perform (session, change);
  if (second == NULL)
    return FALSE;
  les_session_set_annotation_id (session, second);
  return TRUE;
}

/* How far it is to a neighbour; the lower, the sooner the two are joined. */
static int
measure_gap (LesText *text, LesTextRange a, LesTextRange b)
{
  LesTextRange gap = LES_TEXT_RANGE (MIN (a.end, b.end), MAX (a.start, b.start));

  if (gap.start >= gap.end || les_text_range_is_empty (les_text_trim (text, gap)))
    return 0;
  return les_text_range_length (gap);
}

/* Two halves of one that was split have this in common, until one of them is tagged anew. */
static gboolean
were_one (LesAnnotation *a, LesAnnotation *b)
{
  return g_strcmp0 (les_annotation_get (a, LES_ANNOTATION_CREATED), les_annotation_get (b, LES_ANNOTATION_CREATED)) == 0
         && g_strv_equal (les_annotation_get_tags (a), les_annotation_get_tags (b));
}

/* The nearest before or behind; among several as near, the one that it was split
 * from, else the one behind. */
static LesAnnotation *
find_neighbour (LesSession *session, LesAnnotation *annotation)
{
  LesText *text = les_article_get_text (get_article_of (session, annotation));
  LesTextRange range = les_annotation_get_range (annotation);
  g_autoptr (GPtrArray) all = les_project_ref_annotations_of (les_session_get_project (session),
                                                              les_annotation_get (annotation, LES_ANNOTATION_ARTICLE));
  LesAnnotation *nearest = NULL;
  gint64 least = G_MAXINT64;

  for (guint i = 0; i < all->len; i++)
    {
      LesAnnotation *other = all->pdata[i];
      LesTextRange there = les_annotation_get_range (other);
      gint64 cost;

      if (other == annotation || les_text_range_is_empty (there))
        continue;
      cost = 4 * (gint64) measure_gap (text, range, there)
             + (were_one (annotation, other) ? 0 : 2) + (les_text_range_compare (there, range) < 0 ? 1 : 0);
      if (cost < least)
        nearest = other;
      least = MIN (least, cost);
    }
  /* The project holds it. */
  return nearest;
}

/**
 * les_bounds_join:
 *
 * Joins the current annotation with its neighbour in the same article: with
 * the one that stands nearest, before or behind. Of the two the first stays,
 * and is the current one then.
 *
 * Returns: FALSE when there is none
 */
gboolean
les_bounds_join (LesSession *session)
{
  LesAnnotation *annotation = les_session_get_annotation (session);
  LesAnnotation *other;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  if (annotation == NULL || les_text_range_is_empty (les_annotation_get_range (annotation)))
    return FALSE;
  other = find_neighbour (session, annotation);
  if (other == NULL)
    return FALSE;

  if (les_text_range_compare (les_annotation_get_range (other), les_annotation_get_range (annotation)) < 0)
    {
      LesAnnotation *swapped = annotation;

      annotation = other;
      other = swapped;
    }
  first = g_strdup (les_record_get_id (LES_RECORD (annotation)));
  second = g_strdup (les_record_get_id (LES_RECORD (other)));
  les_session_perform (session, les_annotation_edits_join (les_session_get_project (session), first, second));
  les_session_set_annotation_id (session, first);
  return TRUE;
}
