/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-annotation-item.h"

G_BEGIN_DECLS

#define LES_TYPE_ANNOTATION_LIST (les_annotation_list_get_type ())
G_DECLARE_FINAL_TYPE (LesAnnotationList, les_annotation_list, LES, ANNOTATION_LIST, GObject)

/* Both sides, for les_annotation_list_set_side(). */
#define LES_BOTH_SIDES (-1)

LesAnnotationList *les_annotation_list_new        (LesSession        *session);
void               les_annotation_list_set_words  (LesAnnotationList *self,
                                                   const char        *words);
void               les_annotation_list_set_tag    (LesAnnotationList *self,
                                                   const char        *tag);
void               les_annotation_list_set_side   (LesAnnotationList *self,
                                                   int                side);
guint              les_annotation_list_get_n_all  (LesAnnotationList *self);
int                les_annotation_list_find       (LesAnnotationList *self,
                                                   const char        *id);

G_END_DECLS
