/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-tokens.h"

G_BEGIN_DECLS

/* Any run of WINDOW + WORDS - 1 equal words gives both texts a fingerprint in common. */
#define LES_FINGERPRINT_WORDS 4
#define LES_FINGERPRINT_WINDOW 4

/**
 * LesFingerprint:
 * @hash: of LES_FINGERPRINT_WORDS words
 * @word: which word of the text they start with, from 0
 */
typedef struct
{
  guint32 hash;
  guint32 word;
} LesFingerprint;

guint32 *les_fingerprints_hash_words (const LesTokens *tokens,
                                      LesVocabulary   *vocabulary);
GArray  *les_fingerprints_choose     (const guint32   *words,
                                      guint            n_words);

G_END_DECLS
