/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-collection.h"
#include "les-project.h"

G_BEGIN_DECLS

/**
 * LesLikeness:
 * @article: id of an article that is like the one asked about
 * @n_words: how many words they share in passages
 * @share: thousandths of the words of the one asked about
 * @other_share: thousandths of the words of @article
 * @subject: (nullable): where no passages are shared: the rarest names and
 *   nouns that both have, "Tessel, Fenmark, Pfeiler"
 */
typedef struct
{
  char *article;
  int n_words;
  int share;
  int other_share;
  char *subject;
} LesLikeness;

#define LES_TYPE_RELATED (les_related_get_type ())
G_DECLARE_FINAL_TYPE (LesRelated, les_related, LES, RELATED, GObject)

LesRelated *les_related_new          (LesProject *project);
gboolean    les_related_get_busy     (LesRelated *self);
GArray     *les_related_get_similar  (LesRelated *self,
                                      LesArticle *article);
GArray     *les_related_get_shared   (LesRelated *self,
                                      LesArticle *article);
GPtrArray  *les_related_get_group    (LesRelated *self,
                                      const char *article);

G_END_DECLS
