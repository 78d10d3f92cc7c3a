/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-session.h"

G_BEGIN_DECLS

#define LES_TYPE_ANNOTATION_ITEM (les_annotation_item_get_type ())
G_DECLARE_FINAL_TYPE (LesAnnotationItem, les_annotation_item, LES, ANNOTATION_ITEM, GObject)

LesAnnotationItem *les_annotation_item_new         (LesSession        *session,
                                                    LesSide            side,
                                                    LesAnnotation     *record);
LesSession        *les_annotation_item_get_session (LesAnnotationItem *self);
const char        *les_annotation_item_get_id      (LesAnnotationItem *self);
LesSide            les_annotation_item_get_side    (LesAnnotationItem *self);
LesAnnotation     *les_annotation_item_get_record  (LesAnnotationItem *self);
void               les_annotation_item_set_record  (LesAnnotationItem *self,
                                                    LesSide            side,
                                                    LesAnnotation     *record);
gboolean           les_annotation_item_get_leads   (LesAnnotationItem *self);
void               les_annotation_item_set_leads   (LesAnnotationItem *self,
                                                    gboolean           leads);
void               les_annotation_item_refresh     (LesAnnotationItem *self);
gboolean           les_annotation_item_has_words   (LesAnnotationItem *self,
                                                    const char        *key);

G_END_DECLS
