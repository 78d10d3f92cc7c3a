/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "les-document.h"

G_BEGIN_DECLS

/**
 * LesCollection:
 *
 * Many articles, indexed by the passages that they have in common. Articles
 * come, change and go one at a time. Not thread safe: one thread at a time may
 * use it, whichever.
 */
typedef struct _LesCollection LesCollection;

/**
 * LesCollectionPair:
 * @left: id; borrowed from the collection until that article changes
 * @right: id, likewise
 * @n_words: how many words they share
 * @left_share: thousandths of the left article's words
 * @right_share: thousandths of the right article's words
 */
typedef struct
{
  const char *left;
  const char *right;
  int n_words;
  int left_share;
  int right_share;
} LesCollectionPair;

/**
 * LesSharedPassage:
 * @range: Unicode characters of the article's text
 * @n_articles: how many other articles have it, or a part of it
 */
typedef struct
{
  LesTextRange range;
  guint n_articles;
} LesSharedPassage;

LesCollection *les_collection_new          (void);
void           les_collection_free         (LesCollection *self);

void           les_collection_put          (LesCollection *self,
                                            const char    *id,
                                            LesDocument   *document);
gboolean       les_collection_remove       (LesCollection *self,
                                            const char    *id);
guint          les_collection_get_n        (LesCollection *self);

GArray        *les_collection_find_pairs   (LesCollection *self,
                                            GCancellable  *cancellable,
                                            GError       **error);
GArray        *les_collection_find_similar (LesCollection *self,
                                            const char    *id,
                                            guint          n_best,
                                            GCancellable  *cancellable,
                                            GError       **error);
GPtrArray     *les_collection_find_groups  (LesCollection *self,
                                            GArray        *pairs);
GArray        *les_collection_find_shared  (LesCollection *self,
                                            const char    *id,
                                            GCancellable  *cancellable,
                                            GError       **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LesCollection, les_collection_free)

G_END_DECLS
