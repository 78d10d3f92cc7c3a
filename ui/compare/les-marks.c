/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-marks.h"

#include <glib/gi18n.h>

#include "les-quotations.h"
#include "les-search.h"
#include "les-tag-names.h"
#include "les-unmatched.h"

/* A change of more annotations than this is read from the start. */
#define MANY_EDITS 200

/**
 * LesMarks:
 *
 * What is to be drawn over the text of one side: matches, word differences,
 * passages without counterpart or in other articles too, quotations, annotations, search hits.
 * Follows the session and the project and says "changed"; knows nothing of pixels. Every range
 * counts characters of the display text.
 */
struct _LesMarks
{
  GObject parent_instance;

  /* Owned */
  LesSession *session;
  LesDocument *document;
  LesRangeIndex *matches;         /* id: index among the shown matches */
  LesRangeIndex *differences;     /* id: LesStroke */
  LesRangeIndex *unmatched;
  LesRangeIndex *shared;          /* id: how many other articles have it */
  LesRangeIndex *quotations;      /* id: how many others it stands in */
  LesRangeIndex *hits;
  LesRangeIndex *annotations;     /* id: position in marks */
  GPtrArray *marks;               /* of LesAnnotationMark, sorted */
  GHashTable *marks_by_id;        /* borrowed from marks */

  /* Borrowed */
  LesDisplayText *display;

  /* State */
  LesSide side;
  guint n_lanes;
  guint shared_stamp;             /* another one whenever shared is */
  gulong related_handler;
  LesHeldBound held;
  LesTextRange preview;         /* where the held end would leave the current annotation; empty: where it is */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LesMarks, les_marks, G_TYPE_OBJECT)

static void
annotation_mark_free (gpointer data)
{
  LesAnnotationMark *mark = data;

  g_ptr_array_unref (mark->colors);
  g_free (mark->names);
  g_free (mark->id);
  g_free (mark);
}

static LesTextRange
to_display (LesMarks *self, LesTextRange range)
{
  /* Just after another article was opened the session still holds the old matches. */
  int n_chars = les_text_get_n_chars (les_document_get_text (self->document));

  return LES_TEXT_RANGE (les_display_text_from_text (self->display, MIN (range.start, n_chars)),
                         les_display_text_from_text (self->display, MIN (range.end, n_chars)));
}

static gboolean
has_layer (LesMarks *self, LesLayers layer)
{
  return self->document != NULL && (les_session_get_layers (self->session) & layer) != 0;
}

static void
collect_matches (LesMarks *self)
{
  guint n = self->document != NULL ? les_session_get_n_shown (self->session) : 0;

  les_range_index_clear (self->matches);
  for (guint i = 0; i < n; i++)
    {
      const LesMatch *match = les_session_get_shown (self->session, i);

      les_range_index_add (self->matches, to_display (self, les_match_get_range (match, self->side)), i);
    }
}

static LesStroke
choose_stroke (const LesDifference *difference, LesSide side)
{
  LesTextRange here = side == LES_SIDE_LEFT ? difference->left : difference->right;
  LesTextRange there = side == LES_SIDE_LEFT ? difference->right : difference->left;

  if (les_text_range_is_empty (here))
    return LES_STROKE_ONLY_THERE;
  if (difference->moved)
    return LES_STROKE_MOVED;
  return les_text_range_is_empty (there) ? LES_STROKE_ONLY_HERE : LES_STROKE_CHANGED;
}

static void
collect_details (LesMarks *self, const LesMatch *match)
{
  for (guint i = 0; i < match->details->len; i++)
    {
      const LesDetail *detail = &g_array_index (match->details, LesDetail, i);
      LesTextRange here = self->side == LES_SIDE_LEFT ? detail->left : detail->right;

      /* Of a quotation that was taken over the words say more than the whole of it. */
      if (detail->kind == LES_DETAIL_QUOTATION && match->kind != LES_MATCH_REWORDED)
        continue;
      if (!les_text_range_is_empty (here))
        les_range_index_add (self->differences, to_display (self, here), LES_STROKE_DETAIL);
    }
}

/* Of a reworded passage only what disagrees: nearly every word is another one. */
static void
collect_differences (LesMarks *self)
{
  int current = les_session_get_current_match (self->session);
  const LesMatch *match;

  les_range_index_clear (self->differences);
  if (current < 0 || !has_layer (self, LES_LAYER_DIFFERENCES))
    return;
  match = les_session_get_shown (self->session, current);
  collect_details (self, match);
  if (match->kind == LES_MATCH_REWORDED)
    return;
  for (guint i = 0; i < match->differences->len; i++)
    {
      const LesDifference *difference = &g_array_index (match->differences, LesDifference, i);
      LesTextRange here = self->side == LES_SIDE_LEFT ? difference->left : difference->right;

      les_range_index_add (self->differences, to_display (self, here), choose_stroke (difference, self->side));
    }
}

/* Those that the user has not rejected, whether or not their layer is on. */
static GArray *
list_matched (LesMarks *self)
{
  GArray *matched = g_array_new (FALSE, FALSE, sizeof (LesTextRange));
  gboolean possible = has_layer (self, LES_LAYER_POSSIBLE);

  for (guint i = 0; i < les_session_get_n_kept (self->session); i++)
    {
      const LesMatch *match = les_session_get_kept (self->session, i);
      LesTextRange range = les_match_get_range (match, self->side);

      if (possible || match->grade != LES_GRADE_POSSIBLE)
        g_array_append_val (matched, range);
    }
  return matched;
}

static void
collect_unmatched (LesMarks *self)
{
  g_autoptr (GArray) matched = NULL;
  g_autoptr (GArray) found = NULL;

  les_range_index_clear (self->unmatched);
  if (!has_layer (self, LES_LAYER_UNMATCHED) || les_session_get_matches (self->session) == NULL)
    return;
  matched = list_matched (self);
  found = les_unmatched_find (self->document, matched, FALSE);
  for (guint i = 0; i < found->len; i++)
    les_range_index_add (self->unmatched, to_display (self, g_array_index (found, LesTextRange, i)), 0);
}

static void related_changed_cb (LesMarks *self);

/* The index of the project is made only when somebody looks. */
static LesRelated *
follow_related (LesMarks *self)
{
  LesRelated *related = les_session_get_related (self->session);

  if (self->related_handler == 0)
    self->related_handler = g_signal_connect_object (related, "changed", G_CALLBACK (related_changed_cb), self,
                                                     G_CONNECT_SWAPPED);
  return related;
}

static GArray *
find_shared (LesMarks *self)
{
  LesArticle *article = les_session_get_article (self->session, self->side);

  if (article == NULL || les_article_get_document (article) != self->document)
    return NULL;
  return les_related_get_shared (follow_related (self), article);
}

static gboolean
is_collected (LesMarks *self, GArray *shared)
{
  if (les_range_index_get_n (self->shared) != (shared != NULL ? shared->len : 0))
    return FALSE;
  for (guint i = 0; shared != NULL && i < shared->len; i++)
    {
      const LesSharedPassage *passage = &g_array_index (shared, LesSharedPassage, i);
      const LesRangeEntry *entry = les_range_index_get (self->shared, i);

      if (entry->id != passage->n_articles || !les_text_range_equal (entry->range, to_display (self, passage->range)))
        return FALSE;
    }
  return TRUE;
}

/* Returns: whether anything is other than before */
static gboolean
collect_shared (LesMarks *self)
{
  GArray *shared = has_layer (self, LES_LAYER_SHARED_COPY) ? find_shared (self) : NULL;

  if (is_collected (self, shared))
    return FALSE;
  self->shared_stamp++;
  les_range_index_clear (self->shared);
  for (guint i = 0; shared != NULL && i < shared->len; i++)
    {
      const LesSharedPassage *passage = &g_array_index (shared, LesSharedPassage, i);

      les_range_index_add (self->shared, to_display (self, passage->range), passage->n_articles);
    }
  return TRUE;
}

static void
collect_quotations (LesMarks *self)
{
  g_autoptr (GArray) found = NULL;

  les_range_index_clear (self->quotations);
  if (!has_layer (self, LES_LAYER_QUOTATIONS))
    return;
  found = les_quotations_find (self->document);
  for (guint i = 0; i < found->len; i++)
    {
      const LesQuotation *quotation = &g_array_index (found, LesQuotation, i);

      les_range_index_add (self->quotations, to_display (self, quotation->range), quotation->depth);
    }
}

static void
collect_hits (LesMarks *self)
{
  const char *query = les_session_get_query (self->session);
  g_autoptr (GArray) found = NULL;

  les_range_index_clear (self->hits);
  if (query == NULL || self->document == NULL)
    return;
  found = les_search_in_text (les_document_get_text (self->document), query);
  for (guint i = 0; found != NULL && i < found->len; i++)
    les_range_index_add (self->hits, to_display (self, g_array_index (found, LesTextRange, i)), i);
}

static void
describe_tags (LesMarks *self, LesAnnotation *annotation, LesAnnotationMark *mark)
{
  LesProject *project = les_session_get_project (self->session);
  const char * const *tags = les_annotation_get_tags (annotation);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  g_clear_pointer (&mark->colors, g_ptr_array_unref);
  g_clear_pointer (&mark->names, g_free);
  mark->colors = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; tags != NULL && tags[i] != NULL; i++)
    {
      LesTag *tag = les_project_get_tag (project, tags[i]);

      if (tag == NULL)
        continue;
      g_ptr_array_add (mark->colors, g_strdup (les_tag_get (tag, LES_TAG_COLOR)));
      g_ptr_array_add (names, (gpointer) les_tag_get (tag, LES_TAG_NAME));
    }
  g_ptr_array_add (names, NULL);
  /* Translators: between the names of two tags of one annotation. */
  mark->names = names->len > 1 ? g_strjoinv (_(", "), (char **) names->pdata)
                               : g_strdup (les_tag_get_words_for_none (annotation));
}

static int
compare_marks (gconstpointer a, gconstpointer b)
{
  const LesAnnotationMark *first = *(LesAnnotationMark * const *) a;
  const LesAnnotationMark *second = *(LesAnnotationMark * const *) b;

  if (first->range.start != second->range.start)
    return first->range.start < second->range.start ? -1 : 1;
  if (first->range.end != second->range.end)
    return first->range.end > second->range.end ? -1 : 1;
  return g_strcmp0 (first->id, second->id);
}

/* Marks first to last (not included) hang together. */
static void
finish_pile (LesMarks *self, guint first, guint last, guint n_lanes)
{
  for (guint i = first; i < last; i++)
    ((LesAnnotationMark *) self->marks->pdata[i])->n_lanes = n_lanes;
  self->n_lanes = MAX (self->n_lanes, n_lanes);
}

/* Each annotation goes into the first lane that is free where it starts. Where
 * nothing reaches over, lanes are counted anew: one deep pile makes no other thin. */
static void
assign_lanes (LesMarks *self)
{
  int ends[LES_MARKS_MAX_LANES] = { 0, };
  guint first = 0;
  guint n_lanes = 0;
  int pile_end = 0;

  self->n_lanes = 0;
  for (guint i = 0; i < self->marks->len; i++)
    {
      LesAnnotationMark *mark = g_ptr_array_index (self->marks, i);
      guint lane = 0;

      if (mark->range.start >= pile_end)
        {
          finish_pile (self, first, i, n_lanes);
          first = i;
          n_lanes = 0;
        }
      while (lane + 1 < LES_MARKS_MAX_LANES && ends[lane] > mark->range.start)
        lane++;
      mark->lane = lane;
      ends[lane] = MAX (ends[lane], mark->range.end);
      pile_end = MAX (pile_end, mark->range.end);
      n_lanes = MAX (n_lanes, lane + 1);
    }
  finish_pile (self, first, self->marks->len, n_lanes);
}

static LesAnnotationMark *
make_mark (LesMarks *self, LesAnnotation *annotation)
{
  LesAnnotationMark *mark = g_new0 (LesAnnotationMark, 1);

  mark->id = g_strdup (les_record_get_id (LES_RECORD (annotation)));
  mark->range = to_display (self, les_annotation_get_range (annotation));
  describe_tags (self, annotation, mark);
  g_hash_table_insert (self->marks_by_id, mark->id, mark);
  return mark;
}

/* Lanes and index, when the marks are others. Cost: linear, without looking at the annotations. */
static void
arrange_marks (LesMarks *self)
{
  les_range_index_clear (self->annotations);
  assign_lanes (self);
  for (guint i = 0; i < self->marks->len; i++)
    les_range_index_add (self->annotations, les_marks_get_annotation (self, i)->range, i);
}

static void
collect_annotations (LesMarks *self)
{
  const char *article = les_session_get_article_id (self->session, self->side);
  const GPtrArray *annotations;

  g_hash_table_remove_all (self->marks_by_id);
  g_ptr_array_set_size (self->marks, 0);
  les_range_index_clear (self->annotations);
  self->n_lanes = 0;
  if (article == NULL || !has_layer (self, LES_LAYER_ANNOTATIONS))
    return;
  annotations = les_project_peek_annotations_of (les_session_get_project (self->session), article);
  for (guint i = 0; annotations != NULL && i < annotations->len; i++)
    /* One that is still to be placed has nothing to mark. */
    if (!les_text_range_is_empty (les_annotation_get_range (annotations->pdata[i])))
      g_ptr_array_add (self->marks, make_mark (self, annotations->pdata[i]));
  g_ptr_array_sort (self->marks, compare_marks);
  arrange_marks (self);
}

static guint
find_place (LesMarks *self, const LesAnnotationMark *mark)
{
  guint low = 0;
  guint high = self->marks->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (compare_marks (&self->marks->pdata[middle], &mark) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static gboolean
drop_mark (LesMarks *self, const char *id)
{
  LesAnnotationMark *mark = g_hash_table_lookup (self->marks_by_id, id);

  if (mark == NULL)
    return FALSE;
  g_hash_table_remove (self->marks_by_id, id);
  g_ptr_array_remove_index (self->marks, find_place (self, mark));
  return TRUE;
}

static gboolean
put_mark (LesMarks *self, const char *id)
{
  LesAnnotation *annotation = les_project_get_annotation (les_session_get_project (self->session), id);
  LesAnnotationMark *mark;

  if (annotation == NULL || g_strcmp0 (les_annotation_get (annotation, LES_ANNOTATION_ARTICLE),
                                       les_session_get_article_id (self->session, self->side)) != 0)
    return FALSE;
  mark = make_mark (self, annotation);
  g_ptr_array_insert (self->marks, (int) find_place (self, mark), mark);
  return TRUE;
}

/* A tag has another name or colour: who carries it is described anew. */
static gboolean
update_tag (LesMarks *self, const char *tag)
{
  const GPtrArray *annotations = les_project_peek_annotations_of (les_session_get_project (self->session),
                                                                  les_session_get_article_id (self->session, self->side));
  gboolean found = FALSE;

  for (guint i = 0; annotations != NULL && i < annotations->len; i++)
    if (les_annotation_has_tag (annotations->pdata[i], tag))
      {
        LesAnnotationMark *mark = g_hash_table_lookup (self->marks_by_id, les_record_get_id (annotations->pdata[i]));

        if (mark != NULL)
          describe_tags (self, annotations->pdata[i], mark);
        found = TRUE;
      }
  return found;
}

/* Only what was edited, however many annotations there are. Returns: whether the marks are others. */
static gboolean
update_annotations (LesMarks *self, LesChange *applied)
{
  gboolean moved = FALSE;
  gboolean described = FALSE;

  if (!has_layer (self, LES_LAYER_ANNOTATIONS))
    return FALSE;
  for (guint i = 0; i < les_change_get_n_edits (applied); i++)
    {
      const LesEdit *edit = les_change_get_edit (applied, i);

      if (edit->kind == LES_RECORD_ANNOTATION)
        {
          moved |= drop_mark (self, edit->id);
          moved |= put_mark (self, edit->id);
        }
      else if (edit->kind == LES_RECORD_TAG)
        described |= update_tag (self, edit->id);
    }
  if (moved)
    arrange_marks (self);
  return moved || described;
}

static void
emit_changed (LesMarks *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
matches_changed_cb (LesMarks *self)
{
  collect_matches (self);
  collect_differences (self);
  collect_unmatched (self);
  emit_changed (self);
}

static void
current_match_changed_cb (LesMarks *self)
{
  collect_differences (self);
  emit_changed (self);
}

static void
query_changed_cb (LesMarks *self)
{
  collect_hits (self);
  emit_changed (self);
}

static void
related_changed_cb (LesMarks *self)
{
  if (collect_shared (self))
    emit_changed (self);
}

static void
layers_changed_cb (LesMarks *self)
{
  collect_shared (self);
  collect_quotations (self);
  collect_annotations (self);
  matches_changed_cb (self);
}

static void
project_changed_cb (LesMarks *self, LesChange *applied)
{
  if (les_change_get_n_edits (applied) > MANY_EDITS)
    collect_annotations (self);
  else if (!update_annotations (self, applied))
    return;
  emit_changed (self);
}

static void
les_marks_finalize (GObject *object)
{
  LesMarks *self = LES_MARKS (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->document, les_document_unref);
  les_range_index_free (self->matches);
  les_range_index_free (self->differences);
  les_range_index_free (self->unmatched);
  les_range_index_free (self->shared);
  les_range_index_free (self->quotations);
  les_range_index_free (self->hits);
  les_range_index_free (self->annotations);
  g_hash_table_unref (self->marks_by_id);
  g_ptr_array_unref (self->marks);

  G_OBJECT_CLASS (les_marks_parent_class)->finalize (object);
}

static void
les_marks_class_init (LesMarksClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = les_marks_finalize;

  signals[CHANGED] = g_signal_new ("changed", LES_TYPE_MARKS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
les_marks_init (LesMarks *self)
{
  self->matches = les_range_index_new ();
  self->differences = les_range_index_new ();
  self->unmatched = les_range_index_new ();
  self->shared = les_range_index_new ();
  self->quotations = les_range_index_new ();
  self->hits = les_range_index_new ();
  self->annotations = les_range_index_new ();
  self->marks = g_ptr_array_new_with_free_func (annotation_mark_free);
  self->marks_by_id = g_hash_table_new (g_str_hash, g_str_equal);
}

/** Returns: (transfer full): the marks of one side; empty until there is a text */
LesMarks *
les_marks_new (LesSession *session, LesSide side)
{
  LesMarks *self = g_object_new (LES_TYPE_MARKS, NULL);

  self->session = g_object_ref (session);
  self->side = side;
  g_signal_connect_object (session, "notify::matches", G_CALLBACK (matches_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::current-match", G_CALLBACK (current_match_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::layers", G_CALLBACK (layers_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::query", G_CALLBACK (query_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::annotation-id", G_CALLBACK (emit_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (les_session_get_project (session), "changed", G_CALLBACK (project_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}

/**
 * les_marks_set_text:
 * @document: (nullable): what the side shows
 * @display: (nullable): its display form; borrowed until the next call
 */
void
les_marks_set_text (LesMarks *self, LesDocument *document, LesDisplayText *display)
{
  if (document != NULL)
    les_document_ref (document);
  g_clear_pointer (&self->document, les_document_unref);
  self->document = document;
  self->display = display;
  collect_hits (self);
  layers_changed_cb (self);
}

LesSession *
les_marks_get_session (LesMarks *self)
{
  return self->session;
}

LesSide
les_marks_get_side (LesMarks *self)
{
  return self->side;
}

/** Returns: (transfer none): ids are indices among the session's shown matches */
LesRangeIndex *
les_marks_get_matches (LesMarks *self)
{
  return self->matches;
}

/** Returns: (transfer none): ids for les_marks_get_annotation() */
LesRangeIndex *
les_marks_get_annotations (LesMarks *self)
{
  return self->annotations;
}

/** Returns: (transfer none): ids are of LesStroke; empty without a current match */
LesRangeIndex *
les_marks_get_differences (LesMarks *self)
{
  return self->differences;
}

/** Returns: (transfer none): what the session's query finds in this text */
LesRangeIndex *
les_marks_get_hits (LesMarks *self)
{
  return self->hits;
}

/** Returns: (transfer none): passages for which no counterpart was found; empty unless the layer is on */
LesRangeIndex *
les_marks_get_unmatched (LesMarks *self)
{
  return self->unmatched;
}

/** Returns: (transfer none): what other articles of the project have too, ids say how many; empty unless the layer is on */
LesRangeIndex *
les_marks_get_shared (LesMarks *self)
{
  return self->shared;
}

/** Returns: (transfer none): words in quotation marks, ids say how deep they stand in others; empty unless the layer is on */
LesRangeIndex *
les_marks_get_quotations (LesMarks *self)
{
  return self->quotations;
}

/** Returns: a number that is another one whenever les_marks_get_shared() is */
guint
les_marks_get_shared_stamp (LesMarks *self)
{
  return self->shared_stamp;
}

const LesAnnotationMark *
les_marks_get_annotation (LesMarks *self, guint id)
{
  return g_ptr_array_index (self->marks, id);
}

/** Returns: (nullable): the session's current annotation, if it is of this text and shown */
const LesAnnotationMark *
les_marks_get_current_annotation (LesMarks *self)
{
  const char *id = les_session_get_annotation_id (self->session);
  LesAnnotation *annotation = les_session_get_annotation (self->session);
  const LesRangeEntry *entry;
  LesTextRange range;
  LesRangeIter iter;

  if (annotation == NULL || self->document == NULL
      || g_strcmp0 (les_annotation_get (annotation, LES_ANNOTATION_ARTICLE),
                    les_session_get_article_id (self->session, self->side)) != 0)
    return NULL;
  range = to_display (self, les_annotation_get_range (annotation));
  les_range_iter_init (&iter, self->annotations, LES_TEXT_RANGE (range.start, range.start + 1));
  while ((entry = les_range_iter_next (&iter)) != NULL)
    if (g_str_equal (les_marks_get_annotation (self, entry->id)->id, id))
      return les_marks_get_annotation (self, entry->id);
  return NULL;
}

/** @preview: (out): the current annotation as it would be; empty when it is as it is. Returns: which end is held */
LesHeldBound
les_marks_get_held (LesMarks *self, LesTextRange *preview)
{
  *preview = self->preview;
  return self->held;
}

/** Nobody is told: whoever holds an end draws the text again. @preview: characters of the display text */
void
les_marks_set_held (LesMarks *self, LesHeldBound held, LesTextRange preview)
{
  self->held = held;
  self->preview = preview;
}

/** Returns: how many lanes the overlapping annotations need, at most %LES_MARKS_MAX_LANES */
guint
les_marks_get_n_lanes (LesMarks *self)
{
  return self->n_lanes;
}

static int
compare_lengths (gconstpointer a, gconstpointer b)
{
  const LesAnnotationMark *first = *(LesAnnotationMark * const *) a;
  const LesAnnotationMark *second = *(LesAnnotationMark * const *) b;
  int difference = les_text_range_length (first->range) - les_text_range_length (second->range);

  return difference != 0 ? difference : g_strcmp0 (first->id, second->id);
}

/**
 * les_marks_pick_among:
 * @there: (element-type LesAnnotationMark): is put in order, the shortest first
 * @cycle: whether to go on from the current annotation to the next longer one
 *
 * Returns: (transfer none) (nullable): id of the shortest; without @cycle the
 *   current one stays when it is among them
 */
const char *
les_marks_pick_among (LesMarks *self, GPtrArray *there, gboolean cycle)
{
  const char *current = les_session_get_annotation_id (self->session);

  if (there->len == 0)
    return NULL;
  g_ptr_array_sort (there, compare_lengths);
  for (guint i = 0; current != NULL && i < there->len; i++)
    if (g_strcmp0 (((LesAnnotationMark *) there->pdata[i])->id, current) == 0)
      return ((LesAnnotationMark *) there->pdata[cycle ? (i + 1) % there->len : i])->id;
  return ((LesAnnotationMark *) there->pdata[0])->id;
}

/**
 * les_marks_pick_annotation:
 * @offset: a character of the display text
 * @cycle: as for les_marks_pick_among()
 *
 * Returns: (transfer none) (nullable): id of an annotation there
 */
const char *
les_marks_pick_annotation (LesMarks *self, int offset, gboolean cycle)
{
  g_autoptr (GPtrArray) there = g_ptr_array_new ();
  const LesRangeEntry *entry;
  LesRangeIter iter;

  les_range_iter_init (&iter, self->annotations, LES_TEXT_RANGE (offset, offset + 1));
  while ((entry = les_range_iter_next (&iter)) != NULL)
    g_ptr_array_add (there, (gpointer) les_marks_get_annotation (self, entry->id));
  return les_marks_pick_among (self, there, cycle);
}
