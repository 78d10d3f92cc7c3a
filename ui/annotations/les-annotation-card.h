/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-card.h"
#include "les-annotation-editor.h"

G_BEGIN_DECLS

#define LES_TYPE_ANNOTATION_CARD (les_annotation_card_get_type ())
G_DECLARE_FINAL_TYPE (LesAnnotationCard, les_annotation_card, LES, ANNOTATION_CARD, LesCard)

GtkWidget           *les_annotation_card_new        (void);
void                 les_annotation_card_set_item   (LesAnnotationCard *self,
                                                     LesAnnotationItem *item);
void                 les_annotation_card_release    (LesAnnotationCard *self);
LesAnnotationItem   *les_annotation_card_get_item   (LesAnnotationCard *self);
LesAnnotationEditor *les_annotation_card_get_editor (LesAnnotationCard *self);

G_END_DECLS
