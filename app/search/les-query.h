/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-text.h"

G_BEGIN_DECLS

/* More words than anybody types; a pasted article is not a query. */
#define LES_LIMIT_QUERY_WORDS 32

/**
 * LesQuery:
 *
 * What somebody typed into a search entry, ready to be looked for: folded
 * words and phrases, each once, the longest first. Never changes after it was
 * made; any thread.
 */
typedef struct _LesQuery LesQuery;

LesQuery *les_query_new         (const char  *typed,
                                 GError     **error);
void      les_query_free        (LesQuery    *self);

gboolean  les_query_is_empty    (LesQuery    *self);
gboolean  les_query_narrows     (LesQuery    *self,
                                 LesQuery    *earlier);
gboolean  les_query_matches     (LesQuery    *self,
                                 const char  *text,
                                 gsize        n_text_bytes,
                                 const char  *details,
                                 gsize        n_details_bytes);
GArray   *les_query_find        (LesQuery    *self,
                                 LesText     *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LesQuery, les_query_free)

G_END_DECLS
