/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-article-filter.h"
#include "les-search.h"

G_BEGIN_DECLS

typedef enum
{
  LES_ARTICLE_SORT_ADDED,
  LES_ARTICLE_SORT_DATE,
  LES_ARTICLE_SORT_HEADING,
  LES_ARTICLE_SORT_SOURCE,
  LES_ARTICLE_SORT_ANNOTATIONS,
  LES_N_ARTICLE_SORTS
} LesArticleSort;

#define LES_TYPE_ARTICLE_LIST (les_article_list_get_type ())
G_DECLARE_FINAL_TYPE (LesArticleList, les_article_list, LES, ARTICLE_LIST, GObject)

LesArticleList   *les_article_list_new            (LesProject     *project,
                                                   LesSearch      *search);
LesProject       *les_article_list_get_project    (LesArticleList *self);
LesArticleFilter *les_article_list_get_filter     (LesArticleList *self);

const char       *les_article_list_get_query      (LesArticleList *self);
void              les_article_list_set_query      (LesArticleList *self,
                                                   const char     *query);
const GError     *les_article_list_get_query_error (LesArticleList *self);
LesArticleSort    les_article_list_get_sort       (LesArticleList *self);
gboolean          les_article_list_get_descending (LesArticleList *self);
void              les_article_list_set_sort       (LesArticleList *self,
                                                   LesArticleSort  sort,
                                                   gboolean        descending);

guint             les_article_list_get_n_articles (LesArticleList *self);
LesArticleItem   *les_article_list_get_article_item (LesArticleList *self,
                                                   guint           index);
gboolean          les_article_list_find           (LesArticleList *self,
                                                   const char     *id,
                                                   guint          *out_position);
gboolean          les_article_list_is_hit         (LesArticleList *self,
                                                   LesArticleItem *item);

G_END_DECLS
