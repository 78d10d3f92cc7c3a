/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-card.h"
#include "les-review-item.h"

G_BEGIN_DECLS

#define LES_TYPE_REVIEW_ROW (les_review_row_get_type ())
G_DECLARE_FINAL_TYPE (LesReviewRow, les_review_row, LES, REVIEW_ROW, LesCard)

GtkWidget *les_review_row_new      (void);
void       les_review_row_set_item (LesReviewRow  *self,
                                    LesReviewItem *item);

G_END_DECLS
