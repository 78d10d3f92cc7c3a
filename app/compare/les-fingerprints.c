/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-fingerprints.h"

static guint32
hash_word (const char *word)
{
  guint32 hash = 2166136261u;

  for (; *word != '\0'; word++)
    hash = (hash ^ (guchar) *word) * 16777619u;
  return hash;
}

/* Spreads the bits: neighbouring values must not have neighbouring hashes, for
 * the smallest are chosen. */
static guint32
mix (guint64 value)
{
  value = (value ^ (value >> 32)) * G_GUINT64_CONSTANT (0xd6e8feb86659fd93);
  value = (value ^ (value >> 32)) * G_GUINT64_CONSTANT (0xd6e8feb86659fd93);
  return (guint32) (value >> 32);
}

static guint32
hash_group (const guint32 *words)
{
  guint64 hash = 0;

  for (guint i = 0; i < LES_FINGERPRINT_WORDS; i++)
    hash = (hash ^ words[i]) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15) + (hash >> 29);
  return mix (hash);
}

/**
 * les_fingerprints_hash_words:
 * @vocabulary: which @tokens were made with
 *
 * Returns: (transfer full): for each token the hash of its folded word, the
 *   same in every text
 */
guint32 *
les_fingerprints_hash_words (const LesTokens *tokens, LesVocabulary *vocabulary)
{
  guint n_different = les_vocabulary_get_n (vocabulary);
  g_autofree guint32 *hashes = g_new (guint32, n_different + 1);
  guint32 *words = g_new (guint32, tokens->n + 1);

  for (guint i = 0; i < n_different; i++)
    hashes[i] = hash_word (les_vocabulary_get_word (vocabulary, i));
  for (guint i = 0; i < tokens->n; i++)
    words[i] = hashes[tokens->items[i].id];
  return words;
}

/**
 * les_fingerprints_choose:
 * @words: hashes of the words of a text
 *
 * Winnowing after Schleimer, Wilkerson, Aiken, "Winnowing: Local Algorithms for
 * Document Fingerprinting", SIGMOD 2003: of the hashes of all groups of
 * LES_FINGERPRINT_WORDS words, in each window of LES_FINGERPRINT_WINDOW groups
 * the smallest is kept, the last one of equals. About two groups in five stay.
 *
 * Returns: (transfer full) (element-type LesFingerprint): in text order; empty
 *   for a text that is shorter than one group. Cost: linear.
 */
GArray *
les_fingerprints_choose (const guint32 *words, guint n_words)
{
  GArray *chosen = g_array_new (FALSE, FALSE, sizeof (LesFingerprint));
  guint n_groups = n_words >= LES_FINGERPRINT_WORDS ? n_words - LES_FINGERPRINT_WORDS + 1 : 0;
  guint n_windows = n_groups > LES_FINGERPRINT_WINDOW ? n_groups - LES_FINGERPRINT_WINDOW + 1 : MIN (n_groups, 1);
  guint32 window[LES_FINGERPRINT_WINDOW];
  guint last = G_MAXUINT;

  for (guint i = 0; i < MIN (n_groups, LES_FINGERPRINT_WINDOW); i++)
    window[i] = hash_group (words + i);
  for (guint i = 0; i < n_windows; i++)
    {
      guint end = MIN (i + LES_FINGERPRINT_WINDOW, n_groups);
      guint best = i;

      if (i > 0)
        window[(end - 1) % LES_FINGERPRINT_WINDOW] = hash_group (words + end - 1);
      for (guint j = i + 1; j < end; j++)
        if (window[j % LES_FINGERPRINT_WINDOW] <= window[best % LES_FINGERPRINT_WINDOW])
          best = j;
      if (best != last)
        {
          LesFingerprint fingerprint = { window[best % LES_FINGERPRINT_WINDOW], best };

          g_array_append_val (chosen, fingerprint);
          last = best;
        }
    }
  return chosen;
}
