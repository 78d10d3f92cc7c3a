/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-article-item.h"
#include "les-filter.h"

G_BEGIN_DECLS

/**
 * LesFacet:
 * @LES_FACET_SOURCE: an outlet or an agency
 * @LES_FACET_DATE: a year or a month
 * @LES_FACET_TAG: id of a tag that an annotation of the article has
 * @LES_FACET_LANGUAGE: BCP 47
 * @LES_FACET_COPIES: id of the article whose agency copy the others have, too;
 *   chosen elsewhere, its values are not listed
 *
 * What articles are filtered by. In each that is listed the empty value means
 * "not known", with tags "no annotations".
 */
typedef enum
{
  LES_FACET_SOURCE,
  LES_FACET_DATE,
  LES_FACET_TAG,
  LES_FACET_LANGUAGE,
  LES_N_FACETS,                     /* that are listed */
  LES_FACET_COPIES = LES_N_FACETS
} LesFacet;

#define LES_TYPE_ARTICLE_FILTER (les_article_filter_get_type ())
G_DECLARE_FINAL_TYPE (LesArticleFilter, les_article_filter, LES, ARTICLE_FILTER, LesFilter)

LesArticleFilter *les_article_filter_new              (LesProject       *project);

const char       *les_article_filter_get_copies_of    (LesArticleFilter *self);
void              les_article_filter_set_copies       (LesArticleFilter *self,
                                                       const char       *article,
                                                       GPtrArray        *ids);

void              les_article_filter_forget_tags      (LesArticleFilter *self);
gboolean          les_article_filter_accepts          (LesArticleFilter *self,
                                                       LesArticleItem   *item,
                                                       int               except);
GStrv             les_article_filter_list_item_values (LesArticleFilter *self,
                                                       LesArticleItem   *item,
                                                       LesFacet          facet);

G_END_DECLS
