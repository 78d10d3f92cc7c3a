/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-project.h"

G_BEGIN_DECLS

/**
 * LesSearchHit:
 * @article: id
 * @n_hits: how often the words occur in the text; when they do not, how often
 *   in headline and details
 * @first: the first hit in the text, Unicode characters; (-1, -1) when only
 *   the headline or the details match
 * @snippet: (nullable): words around the first hit, one line
 * @snippet_hits: of LesTextRange within @snippet
 */
typedef struct
{
  char *article;
  int n_hits;
  LesTextRange first;
  char *snippet;
  GArray *snippet_hits;
} LesSearchHit;

/*
 * Full-text search over the articles of one project: case, width and accents
 * folded, every word of the query must occur, "quoted words" as a phrase. Keeps
 * folded copies up to date with the project ("changed"); folding runs in a
 * worker thread.
 * Main thread. Property "ready" (boolean) with notify.
 */
#define LES_TYPE_SEARCH (les_search_get_type ())
G_DECLARE_FINAL_TYPE (LesSearch, les_search, LES, SEARCH, GObject)

LesSearch *les_search_new      (LesProject    *project);
gboolean   les_search_get_ready (LesSearch    *self);

/* Matching articles in project order, as LesSearchHit with only the id set;
 * les_search_describe() gives the rest for what is shown. Under 50 ms at 10,000
 * articles. */
GPtrArray *les_search_run      (LesSearch     *self,
                                const char    *query,
                                GError       **error);
LesSearchHit *les_search_describe (LesSearch  *self,
                                const char    *query,
                                const char    *article);
void       les_search_hit_free (LesSearchHit  *hit);

/* Every hit of @query in @text: GArray of LesTextRange. Any thread. */
GArray    *les_search_in_text  (LesText       *text,
                                const char    *query);

G_END_DECLS
