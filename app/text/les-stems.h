/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LesStemmer:
 *
 * Snowball stems for one language (libstemmer), with the folding that
 * comparing needs: NFC, case fold, ß = ss. Not thread safe: one for each task.
 */
typedef struct _LesStemmer LesStemmer;

LesStemmer *les_stemmer_new      (const char *language);
void        les_stemmer_free     (LesStemmer *self);
char       *les_stemmer_dup_stem (LesStemmer *self,
                                  const char *word,
                                  gssize      n_bytes);
char       *les_stemmer_dup_stem_of_folded (LesStemmer *self,
                                  const char *folded);

char       *les_fold_dup         (const char *utf8,
                                  gssize      n_bytes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LesStemmer, les_stemmer_free)

G_END_DECLS
