/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-record.h"
#include "les-text-range.h"

G_BEGIN_DECLS

/**
 * LesAnnotationField:
 * @LES_ANNOTATION_ARTICLE: id of the article; never NULL
 * @LES_ANNOTATION_EXACT: the words of the range; never NULL
 * @LES_ANNOTATION_PREFIX: 32 characters and more before it
 * @LES_ANNOTATION_SUFFIX: 32 characters and more behind it
 * @LES_ANNOTATION_SPEECH: "direct", "indirect", ... when it is a quotation
 * @LES_ANNOTATION_RELAY: who passed the words on
 * @LES_ANNOTATION_AUTHOR: who made the annotation
 * @LES_ANNOTATION_REVIEW: see #LesReview; NULL when nothing is open
 * @LES_ANNOTATION_WAS: the words before the text was edited, until that is reviewed
 */
typedef enum
{
  LES_ANNOTATION_ARTICLE,
  LES_ANNOTATION_EXACT,
  LES_ANNOTATION_PREFIX,
  LES_ANNOTATION_SUFFIX,
  LES_ANNOTATION_NOTE,
  LES_ANNOTATION_SPEAKER,
  LES_ANNOTATION_SPEECH,
  LES_ANNOTATION_RELAY,
  LES_ANNOTATION_AUTHOR,
  LES_ANNOTATION_CREATED,
  LES_ANNOTATION_MODIFIED,
  LES_ANNOTATION_REVIEW,
  LES_ANNOTATION_WAS,
  LES_ANNOTATION_N_STRINGS
} LesAnnotationField;

/**
 * LesReview: what an edit of the text, here or in the file, did to an annotation,
 *   until a person has looked at it
 * @LES_REVIEW_NONE: nothing is open
 * @LES_REVIEW_UNPLACED: its words are not in the text; the range is empty, at
 *   the place where it stood, and @LES_ANNOTATION_EXACT holds the last words
 * @LES_REVIEW_CHANGED: its words were changed; @LES_ANNOTATION_WAS has the old ones
 * @LES_REVIEW_MOVED: its words stand in another place of the text
 */
typedef enum
{
  LES_REVIEW_NONE,
  LES_REVIEW_UNPLACED,
  LES_REVIEW_CHANGED,
  LES_REVIEW_MOVED,
} LesReview;
/* How much a passage matters: 0 nothing said, 1 to 3 */
#define LES_MAX_IMPORTANCE 3u

#define LES_TYPE_ANNOTATION (les_annotation_get_type ())
G_DECLARE_FINAL_TYPE (LesAnnotation, les_annotation, LES, ANNOTATION, LesRecord)

LesAnnotation      *les_annotation_new        (const char         *id,
                                               const char         *article,
                                               LesTextRange        range);
const char         *les_annotation_get        (LesAnnotation      *self,
                                               LesAnnotationField  field);
void                les_annotation_set        (LesAnnotation      *self,
                                               LesAnnotationField  field,
                                               const char         *value);
LesTextRange        les_annotation_get_range  (LesAnnotation      *self);
void                les_annotation_set_range  (LesAnnotation      *self,
                                               LesTextRange        range);
void                les_annotation_anchor     (LesAnnotation      *self,
                                               LesText            *text);
const char * const *les_annotation_get_tags   (LesAnnotation      *self);
void                les_annotation_set_tags   (LesAnnotation      *self,
                                               const char * const *tags);
gboolean            les_annotation_has_tag    (LesAnnotation      *self,
                                               const char         *tag);
LesReview           les_annotation_get_review (LesAnnotation      *self);
void                les_annotation_set_review (LesAnnotation      *self,
                                               LesReview           review,
                                               const char         *was);
guint               les_annotation_get_importance (LesAnnotation  *self);
void                les_annotation_set_importance (LesAnnotation  *self,
                                               guint               importance);
int                 les_annotation_compare    (gconstpointer       a,
                                               gconstpointer       b);
LesAnnotation      *les_annotation_copy_to_edit (LesAnnotation     *self);

G_END_DECLS
