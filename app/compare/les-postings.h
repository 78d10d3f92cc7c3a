/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LesPosting:
 * @article: a number that the user of the index gave
 * @word: where in that article
 */
typedef struct
{
  guint32 article;
  guint32 word;
  guint32 next;
} LesPosting;

/**
 * LesPostings:
 *
 * An inverted index: which articles have a fingerprint, and where first. An
 * article stands at most once under each.
 */
typedef struct _LesPostings LesPostings;

LesPostings      *les_postings_new    (void);
void              les_postings_free   (LesPostings      *self);

void              les_postings_add    (LesPostings      *self,
                                       guint32           hash,
                                       guint32           article,
                                       guint32           word);
void              les_postings_remove (LesPostings      *self,
                                       guint32           hash,
                                       guint32           article);
const LesPosting *les_postings_find   (LesPostings      *self,
                                       guint32           hash,
                                       guint            *n_articles);
const LesPosting *les_postings_next   (LesPostings      *self,
                                       const LesPosting *posting);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LesPostings, les_postings_free)

G_END_DECLS
