/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-annotation.h"
#include "les-article.h"
#include "les-change.h"
#include "les-comparison.h"
#include "les-link.h"
#include "les-project-info.h"
#include "les-relation.h"
#include "les-tag.h"
#include "les-tag-set.h"

G_BEGIN_DECLS

#define LES_TYPE_PROJECT (les_project_get_type ())
G_DECLARE_FINAL_TYPE (LesProject, les_project, LES, PROJECT, GObject)

LesProject      *les_project_new                (void);
LesProject      *les_project_new_from_records   (LesProjectInfo *info,
                                                 GPtrArray      *records);

LesProjectInfo  *les_project_get_info           (LesProject    *self);

gpointer         les_project_lookup             (LesProject    *self,
                                                 LesRecordKind  kind,
                                                 const char    *id);
LesArticle      *les_project_get_article        (LesProject    *self,
                                                 const char    *id);
LesTag          *les_project_get_tag            (LesProject    *self,
                                                 const char    *id);
LesAnnotation   *les_project_get_annotation     (LesProject    *self,
                                                 const char    *id);

guint            les_project_get_n_records      (LesProject    *self,
                                                 LesRecordKind  kind);
GPtrArray       *les_project_ref_records        (LesProject    *self,
                                                 LesRecordKind  kind);
GPtrArray       *les_project_ref_annotations_of (LesProject    *self,
                                                 const char    *article);
const GPtrArray *les_project_peek_annotations_of (LesProject   *self,
                                                 const char    *article);
LesAnnotation   *les_project_find_annotation    (LesProject    *self,
                                                 const char    *article,
                                                 LesTextRange   range);
guint            les_project_get_n_annotations_of (LesProject  *self,
                                                 const char    *article);
LesTag          *les_project_find_tag           (LesProject    *self,
                                                 const char    *name,
                                                 const char    *parent);
LesComparison   *les_project_find_comparison    (LesProject    *self,
                                                 const char    *left,
                                                 const char    *right);
LesArticle      *les_project_find_same_text     (LesProject    *self,
                                                 LesText       *text);

/* A project of its own for worker threads: shares the sealed records. */
LesProject      *les_project_dup_snapshot       (LesProject    *self);

LesChange       *les_project_apply              (LesProject    *self,
                                                 LesChange     *change);

G_END_DECLS
