/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-vocabulary.h"

G_BEGIN_DECLS

/**
 * LesSpellings:
 *
 * The words of one text as they are written there, each with the number of the
 * word that it folds to: so a spelling is folded once, however often it stands.
 * Spellings are pointed at: the text must outlive this. Not thread safe.
 */
typedef struct _LesSpellings LesSpellings;

LesSpellings *les_spellings_new     (LesVocabulary *vocabulary,
                                     const char    *text,
                                     guint          n_words);
void          les_spellings_free    (LesSpellings  *self);

guint32       les_spellings_prepare (LesSpellings  *self,
                                     const char    *word,
                                     gsize          n_bytes);
guint         les_spellings_number  (LesSpellings  *self,
                                     const char    *word,
                                     gsize          n_bytes,
                                     guint32        hash);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LesSpellings, les_spellings_free)

G_END_DECLS
