/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-project.h"

G_BEGIN_DECLS

char       *les_export_dup_tag_names  (LesProject    *project,
                                       LesAnnotation *annotation,
                                       gboolean       whole_paths);
GPtrArray  *les_export_list_tags      (LesProject    *project);
GHashTable *les_export_index_links    (LesProject    *project);
char       *les_export_dup_details    (LesArticle    *article);

G_END_DECLS
