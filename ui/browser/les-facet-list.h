/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-article-list.h"

G_BEGIN_DECLS

GPtrArray *les_facet_list_new    (LesArticleList *articles);
void       les_facet_list_update (GPtrArray      *values,
                                  LesArticleList *articles);

G_END_DECLS
