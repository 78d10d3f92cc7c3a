/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-review-item.h"

#include "les-proposal.h"

/**
 * LesReviewItem:
 *
 * One annotation that a person should look at since its text was edited.
 */
struct _LesReviewItem
{
  GObject parent_instance;

  LesSession *session;
  LesAnnotation *annotation;
  gboolean leads;
};

G_DEFINE_FINAL_TYPE (LesReviewItem, les_review_item, G_TYPE_OBJECT)

static void
les_review_item_finalize (GObject *object)
{
  LesReviewItem *self = LES_REVIEW_ITEM (object);

  g_clear_object (&self->session);
  g_clear_object (&self->annotation);

  G_OBJECT_CLASS (les_review_item_parent_class)->finalize (object);
}

static void
les_review_item_class_init (LesReviewItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = les_review_item_finalize;
}

static void
les_review_item_init (LesReviewItem *self)
{
}

/** @leads: whether it is the first of its kind in the list */
LesReviewItem *
les_review_item_new (LesSession *session, LesAnnotation *annotation, gboolean leads)
{
  LesReviewItem *self = g_object_new (LES_TYPE_REVIEW_ITEM, NULL);

  self->session = g_object_ref (session);
  self->annotation = g_object_ref (annotation);
  self->leads = leads;
  return self;
}

LesAnnotation *
les_review_item_get_annotation (LesReviewItem *self)
{
  return self->annotation;
}

const char *
les_review_item_get_id (LesReviewItem *self)
{
  return les_record_get_id (LES_RECORD (self->annotation));
}

LesReview
les_review_item_get_review (LesReviewItem *self)
{
  return les_annotation_get_review (self->annotation);
}

gboolean
les_review_item_get_leads (LesReviewItem *self)
{
  return self->leads;
}

/** Returns: (transfer none) (nullable): the article that it stands in */
LesArticle *
les_review_item_get_article (LesReviewItem *self)
{
  return les_project_get_article (les_session_get_project (self->session),
                                  les_annotation_get (self->annotation, LES_ANNOTATION_ARTICLE));
}

/** Returns: (transfer full): what the text says where it stands; empty when it is to be placed */
char *
les_review_item_dup_now (LesReviewItem *self)
{
  LesArticle *article = les_review_item_get_article (self);

  if (article == NULL)
    return g_strdup ("");
  return les_text_dup_range (les_article_get_text (article), les_annotation_get_range (self->annotation));
}

/**
 * les_review_item_find_place:
 *
 * Cost: linear in the text when it is to be placed.
 *
 * Returns: where it stands or, when it is to be placed, where it might belong;
 *   Unicode characters, empty when no place is like it
 */
LesTextRange
les_review_item_find_place (LesReviewItem *self)
{
  LesArticle *article = les_review_item_get_article (self);
  LesTextRange range = les_annotation_get_range (self->annotation);

  if (article == NULL || les_review_item_get_review (self) != LES_REVIEW_UNPLACED)
    return range;
  return les_proposal_find (les_article_get_text (article),
                            les_annotation_get (self->annotation, LES_ANNOTATION_EXACT), range.start);
}
