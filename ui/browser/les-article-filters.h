/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-article-list.h"
#include "les-filter-popover.h"

G_BEGIN_DECLS

#define LES_TYPE_ARTICLE_FILTERS (les_article_filters_get_type ())
G_DECLARE_FINAL_TYPE (LesArticleFilters, les_article_filters, LES, ARTICLE_FILTERS, LesFilterPopover)

void les_article_filters_set_articles (LesArticleFilters *self,
                                       LesArticleList    *articles);

G_END_DECLS
