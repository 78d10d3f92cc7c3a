/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LesVocabulary:
 *
 * The words of one comparison, each kept once and known by a number from 0 on.
 * Words come folded. Not thread safe: it belongs to one run of the engine.
 */
typedef struct _LesVocabulary LesVocabulary;

LesVocabulary *les_vocabulary_new      (void);
LesVocabulary *les_vocabulary_new_sized (guint         n_words);
void           les_vocabulary_free     (LesVocabulary *self);

guint          les_vocabulary_intern   (LesVocabulary *self,
                                        const char    *word,
                                        gsize          n_bytes);
gboolean       les_vocabulary_look_up  (LesVocabulary *self,
                                        const char    *word,
                                        gsize          n_bytes,
                                        guint         *id);
guint32       *les_vocabulary_take_in  (LesVocabulary *self,
                                        LesVocabulary *other);
guint          les_vocabulary_get_n    (LesVocabulary *self);
const char    *les_vocabulary_get_word (LesVocabulary *self,
                                        guint          id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LesVocabulary, les_vocabulary_free)

G_END_DECLS
