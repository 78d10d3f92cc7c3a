/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-project.h"

G_BEGIN_DECLS

/*
 * Every alteration that a user can ask for, as a change that is ready to be
 * performed. Nothing here touches the project.
 */

LesChange *les_edits_add_articles       (LesProject          *project,
                                         GPtrArray           *articles);
LesChange *les_edits_remove_articles    (LesProject          *project,
                                         const char * const  *ids);
LesChange *les_edits_replace_article    (LesArticle          *article);
LesChange *les_edits_set_block_role     (LesArticle          *article,
                                         LesTextRange         passage,
                                         LesBlockRole         role);
LesChange *les_edits_recognise_blocks   (LesArticle          *article);
LesChange *les_edits_set_title          (LesProject          *project,
                                         const char          *title);

LesChange *les_edits_add_annotation     (LesProject          *project,
                                         const char          *article,
                                         LesTextRange         range,
                                         const char * const  *tags,
                                         const char          *note,
                                         const char          *author,
                                         char               **out_id);
LesChange *les_edits_remove_annotations (LesProject          *project,
                                         const char * const  *ids);
LesChange *les_edits_set_annotation_tags  (LesProject         *project,
                                         const char          *id,
                                         const char * const  *tags);
LesChange *les_edits_set_annotation_field (LesProject         *project,
                                         const char          *id,
                                         LesAnnotationField   field,
                                         const char          *value);
LesChange *les_edits_set_annotation_range (LesProject         *project,
                                         const char          *id,
                                         LesTextRange         range);

LesChange *les_edits_add_tag            (LesProject          *project,
                                         const char          *name,
                                         const char          *parent,
                                         char               **out_id);

LesChange *les_edits_add_comparison     (LesProject          *project,
                                         const char          *left,
                                         const char          *right,
                                         char               **out_id);
LesChange *les_edits_remove_comparison  (LesProject          *project,
                                         const char          *id);
LesChange *les_edits_set_rejected       (LesProject          *project,
                                         const char          *left,
                                         const char          *right,
                                         LesRejection         rejection,
                                         gboolean             rejected);

G_END_DECLS
