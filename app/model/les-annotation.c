/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-annotation.h"

#include <string.h>

#include "les-text.h"

#define CONTEXT_CHARS 32
#define MAX_CONTEXT_CHARS 512

/**
 * LesAnnotation:
 *
 * A passage that the user marked. One object with any number of tags, so that
 * bounds, note and links are changed once for all of them.
 */
struct _LesAnnotation
{
  LesRecord parent_instance;

  LesTextRange range;
  char **tags;
  guint importance;
};

static const char * const string_names[] = {
  "article", "exact", "prefix", "suffix", "note", "speaker", "speech",
  "relay", "author", "created", "modified", "review", "was",
};

/* Words of the project file. */
static const char * const reviews[] = {
  [LES_REVIEW_UNPLACED] = "place",
  [LES_REVIEW_CHANGED] = "changed",
  [LES_REVIEW_MOVED] = "moved",
};

G_STATIC_ASSERT (G_N_ELEMENTS (string_names) == LES_ANNOTATION_N_STRINGS);

G_DEFINE_FINAL_TYPE (LesAnnotation, les_annotation, LES_TYPE_RECORD)

static void
les_annotation_copy_into (LesRecord *record, LesRecord *copy)
{
  LesAnnotation *self = LES_ANNOTATION (record);

  les_annotation_set_range (LES_ANNOTATION (copy), self->range);
  les_annotation_set_tags (LES_ANNOTATION (copy), les_annotation_get_tags (self));
  les_annotation_set_importance (LES_ANNOTATION (copy), self->importance);
}

static void
les_annotation_finalize (GObject *object)
{
  g_strfreev (LES_ANNOTATION (object)->tags);

  G_OBJECT_CLASS (les_annotation_parent_class)->finalize (object);
}

static void
les_annotation_class_init (LesAnnotationClass *klass)
{
  LesRecordClass *record_class = LES_RECORD_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = les_annotation_finalize;

  record_class->kind = LES_RECORD_ANNOTATION;
  record_class->n_strings = LES_ANNOTATION_N_STRINGS;
  record_class->string_names = string_names;
  record_class->copy_into = les_annotation_copy_into;
}

static void
les_annotation_init (LesAnnotation *self)
{
  self->tags = g_new0 (char *, 1);
}

/**
 * les_annotation_new:
 * @id: (nullable): NULL for a new one
 * @article: id of the article
 * @range: Unicode characters of the article's text
 *
 * Returns: (transfer full): not sealed
 */
LesAnnotation *
les_annotation_new (const char *id, const char *article, LesTextRange range)
{
  LesAnnotation *self = g_object_new (LES_TYPE_ANNOTATION, "id", id, NULL);

  les_annotation_set (self, LES_ANNOTATION_ARTICLE, article);
  self->range = range;
  return self;
}

/** Returns: (transfer none) (nullable): the string, never empty; NULL where nothing is known */
const char *
les_annotation_get (LesAnnotation *self, LesAnnotationField field)
{
  return les_record_get_string (LES_RECORD (self), field);
}

/** Only before the record is sealed. @value: (nullable) */
void
les_annotation_set (LesAnnotation *self, LesAnnotationField field, const char *value)
{
  les_record_set_string (LES_RECORD (self), field, value);
}

/** Returns: Unicode characters of the article's text */
LesTextRange
les_annotation_get_range (LesAnnotation *self)
{
  return self->range;
}

/** Only before the record is sealed. Call les_annotation_anchor() afterwards. */
void
les_annotation_set_range (LesAnnotation *self, LesTextRange range)
{
  g_return_if_fail (!les_record_is_sealed (LES_RECORD (self)));

  self->range = range;
}

static gboolean
occurs_once (LesText *text, const char *words)
{
  LesTextRange first = les_text_find (text, words, 0);

  return first.start >= 0 && les_text_find (text, words, first.start + 1).start < 0;
}

/**
 * les_annotation_anchor:
 * @text: the article's text
 *
 * Takes down the words of the range and what stands before and behind it:
 * 32 characters each, doubled until the three together occur once, so that the
 * place can be proved and found again. Stops at 512, where more of a text that
 * repeats itself would prove nothing. Cost: linear in the text.
 */
void
les_annotation_anchor (LesAnnotation *self, LesText *text)
{
  int context = CONTEXT_CHARS;
  g_autofree char *exact = les_text_dup_range (text, self->range);
  LesTextRange around;

  do
    {
      g_autofree char *words = NULL;

      around = les_text_range_intersect (LES_TEXT_RANGE (self->range.start - context, self->range.end + context),
                                         les_text_get_range (text));
      words = les_text_dup_range (text, around);
      if (occurs_once (text, words))
        break;
      context *= 2;
    }
  while (context <= MAX_CONTEXT_CHARS && (around.start > 0 || around.end < les_text_get_n_chars (text)));

  {
    g_autofree char *prefix = les_text_dup_range (text, LES_TEXT_RANGE (around.start, self->range.start));
    g_autofree char *suffix = les_text_dup_range (text, LES_TEXT_RANGE (self->range.end, around.end));

    les_annotation_set (self, LES_ANNOTATION_EXACT, exact);
    les_annotation_set (self, LES_ANNOTATION_PREFIX, prefix);
    les_annotation_set (self, LES_ANNOTATION_SUFFIX, suffix);
  }
}

/** Returns: (transfer none): ids of tags, in the user's order, ended by NULL; never NULL */
const char * const *
les_annotation_get_tags (LesAnnotation *self)
{
  return (const char * const *) self->tags;
}

/** Only before the record is sealed. @tags: (nullable): ids ended by NULL */
void
les_annotation_set_tags (LesAnnotation *self, const char * const *tags)
{
  g_return_if_fail (!les_record_is_sealed (LES_RECORD (self)));

  g_strfreev (self->tags);
  self->tags = tags != NULL ? g_strdupv ((char **) tags) : g_new0 (char *, 1);
}

/** @tag: id */
gboolean
les_annotation_has_tag (LesAnnotation *self, const char *tag)
{
  return g_strv_contains ((const char * const *) self->tags, tag);
}

/** Returns: what is open since the text was edited; a word that is not known here says nothing */
LesReview
les_annotation_get_review (LesAnnotation *self)
{
  const char *word = les_annotation_get (self, LES_ANNOTATION_REVIEW);

  for (guint i = LES_REVIEW_UNPLACED; word != NULL && i < G_N_ELEMENTS (reviews); i++)
    if (strcmp (word, reviews[i]) == 0)
      return i;
  return LES_REVIEW_NONE;
}

/** Only before the record is sealed. @was: (nullable): the words before the edit */
void
les_annotation_set_review (LesAnnotation *self, LesReview review, const char *was)
{
  les_annotation_set (self, LES_ANNOTATION_REVIEW, reviews[review]);
  les_annotation_set (self, LES_ANNOTATION_WAS, was);
}

/** Returns: 1 to %LES_MAX_IMPORTANCE, 0 when nothing was said */
guint
les_annotation_get_importance (LesAnnotation *self)
{
  return self->importance;
}

/** Only before the record is sealed. */
void
les_annotation_set_importance (LesAnnotation *self, guint importance)
{
  g_return_if_fail (!les_record_is_sealed (LES_RECORD (self)));
  g_return_if_fail (importance <= LES_MAX_IMPORTANCE);

  self->importance = importance;
}

/** Orders by range (outer before inner), then by id. For g_ptr_array_sort() on values: takes pointers to them. */
int
les_annotation_compare (gconstpointer a, gconstpointer b)
{
  LesAnnotation *first = *(LesAnnotation * const *) a;
  LesAnnotation *second = *(LesAnnotation * const *) b;
  int order = les_text_range_compare (first->range, second->range);

  if (order != 0)
    return order;
  return strcmp (les_record_get_id (LES_RECORD (first)), les_record_get_id (LES_RECORD (second)));
}

/**
 * les_annotation_copy_to_edit:
 *
 * Returns: (transfer full): as les_record_copy(), with the time of now as that
 *   of the last change
 */
LesAnnotation *
les_annotation_copy_to_edit (LesAnnotation *self)
{
  LesAnnotation *copy = les_record_copy (self);
  g_autofree char *now = les_record_dup_now ();

  les_annotation_set (copy, LES_ANNOTATION_MODIFIED, now);
  return copy;
}
