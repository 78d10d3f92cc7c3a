/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-article-list.h"
#include "les-facet-item.h"

G_BEGIN_DECLS

GListStore *les_facet_list_new    (LesArticleList *articles);
void        les_facet_list_update (GListStore     *self,
                                   LesArticleList *articles);

G_END_DECLS
