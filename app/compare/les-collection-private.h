/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-collection.h"
#include "les-numbering.h"
#include "les-overlap.h"
#include "les-postings.h"

G_BEGIN_DECLS

/* What is known of one article. */
typedef struct
{
  char *id;
  LesDocument *document;
  guint32 *words;        /* hashes */
  guint n_words;
} LesCollectionEntry;

/* A fingerprint that two articles have in common. */
typedef struct
{
  guint32 article;
  guint32 here;          /* word */
  guint32 there;         /* word in @article */
} LesCollectionHit;

struct _LesCollection
{
  LesNumbering *numbering;
  GPtrArray *entries;    /* of LesCollectionEntry, by number; NULL where one was removed */
  LesPostings *postings;
};

/* What is found about one article; kept from one to the next to spare memory. */
typedef struct
{
  LesCollection *collection;
  GCancellable *cancellable;
  GArray *marks;         /* for each fingerprint of the article that is looked at */
  GArray *hits;          /* of LesCollectionHit */
  GArray *sorted;        /* of LesCollectionHit, those of one article together */
  GArray *articles;      /* of guint32: which have any hit, in order of the first */
  guint32 *counts;       /* for each article */
  guint32 *taken;        /* for each word of an article: the pair that has it already */
  guint32 pair;          /* number of the pair that is looked at, from 1 */
} LesCollectionSearch;

LesCollectionEntry *les_collection_get_entry       (LesCollection             *self,
                                                    guint32                    number);
LesWordHashes       les_collection_entry_get_words (const LesCollectionEntry  *entry);

void     les_collection_search_init      (LesCollectionSearch *search,
                                          LesCollection       *collection,
                                          GCancellable        *cancellable);
void     les_collection_search_clear     (LesCollectionSearch *search);
void     les_collection_search_run       (LesCollectionSearch *search,
                                          guint32              number,
                                          guint32              least);
LesCollectionEntry *les_collection_search_get_other (LesCollectionSearch *search,
                                          guint                start);
guint    les_collection_search_find_end  (LesCollectionSearch *search,
                                          guint                start);
gboolean les_collection_search_next      (LesCollectionSearch *search,
                                          guint32              number,
                                          guint               *position,
                                          guint                end,
                                          LesOverlap          *overlap);
gboolean les_collection_search_is_common (LesCollectionSearch *search,
                                          const LesOverlap    *overlap);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LesCollectionSearch, les_collection_search_clear)

G_END_DECLS
