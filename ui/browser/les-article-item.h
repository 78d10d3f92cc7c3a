/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-project.h"

G_BEGIN_DECLS

#define LES_TYPE_ARTICLE_ITEM (les_article_item_get_type ())
G_DECLARE_FINAL_TYPE (LesArticleItem, les_article_item, LES, ARTICLE_ITEM, GObject)

LesArticleItem     *les_article_item_new               (LesArticle     *article);
LesArticle         *les_article_item_get_article       (LesArticleItem *self);
gboolean            les_article_item_set_article       (LesArticleItem *self,
                                                        LesArticle     *article);
const char         *les_article_item_get_id            (LesArticleItem *self);
const char         *les_article_item_get_heading       (LesArticleItem *self);
const char         *les_article_item_get_source        (LesArticleItem *self);
const char         *les_article_item_get_date          (LesArticleItem *self);
const char         *les_article_item_get_heading_key   (LesArticleItem *self);
const char         *les_article_item_get_source_key    (LesArticleItem *self);
const char * const *les_article_item_get_source_names  (LesArticleItem *self);
guint               les_article_item_get_position      (LesArticleItem *self);
void                les_article_item_set_position      (LesArticleItem *self,
                                                        guint           position);
guint               les_article_item_get_n_annotations (LesArticleItem *self);
gboolean            les_article_item_set_n_annotations (LesArticleItem *self,
                                                        guint           n_annotations);
guint               les_article_item_get_n_copies      (LesArticleItem *self);
gboolean            les_article_item_set_n_copies      (LesArticleItem *self,
                                                        guint           n_copies);
gboolean            les_article_item_matches_words     (LesArticleItem *self,
                                                        const char     *folded);
void                les_article_item_notify_changed    (LesArticleItem *self);

G_END_DECLS
