/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-session.h"

G_BEGIN_DECLS

#define LES_TYPE_REVIEW_ITEM (les_review_item_get_type ())
G_DECLARE_FINAL_TYPE (LesReviewItem, les_review_item, LES, REVIEW_ITEM, GObject)

LesReviewItem *les_review_item_new            (LesSession    *session,
                                               LesAnnotation *annotation,
                                               gboolean       leads);
LesAnnotation *les_review_item_get_annotation (LesReviewItem *self);
const char    *les_review_item_get_id         (LesReviewItem *self);
LesReview      les_review_item_get_review     (LesReviewItem *self);
gboolean       les_review_item_get_leads      (LesReviewItem *self);
LesArticle    *les_review_item_get_article    (LesReviewItem *self);
char          *les_review_item_dup_now        (LesReviewItem *self);
LesTextRange   les_review_item_find_place     (LesReviewItem *self);

G_END_DECLS
