/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LesNgram:
 * @key: what stands for the words
 * @right: where it was last seen in the right text, in tokens
 * @n_left: how often it stands in the left text; stops counting at 65535
 * @n_right: how often it stands in the right text; stops counting at 65535
 */
typedef struct
{
  guint64 key;
  guint32 right;
  guint16 n_left;
  guint16 n_right;
} LesNgram;

/**
 * LesNgrams:
 *
 * The groups of neighbouring words of two texts, counted. Made once for an
 * expected number, then filled.
 */
typedef struct
{
  LesNgram *slots;     /* key 0: free */
  gsize mask;
} LesNgrams;

LesNgrams      *les_ngrams_new       (gsize      n_expected);
void            les_ngrams_free      (LesNgrams *self);
void            les_ngrams_add_left  (LesNgrams *self,
                                      guint64    key);
void            les_ngrams_add_right (LesNgrams *self,
                                      guint64    key,
                                      guint32    position);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LesNgrams, les_ngrams_free)

static inline guint64
les_ngrams_key_2 (guint32 a, guint32 b)
{
  return ((guint64) a << 32 | b) + 1;
}

static inline guint64
les_ngrams_key_3 (guint32 a, guint32 b, guint32 c)
{
  guint64 key = ((guint64) a << 32 | b) * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15);

  key ^= key >> 29;
  key += c;
  key *= G_GUINT64_CONSTANT (0xBF58476D1CE4E5B9);
  key ^= key >> 32;
  return key == 0 ? 1 : key;
}

static inline LesNgram *
les_ngrams_get_slot (const LesNgrams *self, guint64 key)
{
  guint64 hash = key * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15);

  return &self->slots[(hash ^ hash >> 32) & self->mask];
}

/**
 * les_ngrams_prepare:
 * @key: not 0
 *
 * Tells that this group will be counted or looked for soon: the table is too large
 * for the processor to have it at hand.
 */
static inline void
les_ngrams_prepare (const LesNgrams *self, guint64 key)
{
  __builtin_prefetch (les_ngrams_get_slot (self, key));
}

/* The place of the group with this key, or the free one where it belongs. */
static inline LesNgram *
les_ngrams_find_slot (const LesNgrams *self, guint64 key)
{
  LesNgram *gram = les_ngrams_get_slot (self, key);

  while (gram->key != 0 && gram->key != key)
    gram = gram == self->slots + self->mask ? self->slots : gram + 1;
  return gram;
}

/** Returns: (nullable) (transfer none): the group with this key */
static inline const LesNgram *
les_ngrams_find (const LesNgrams *self, guint64 key)
{
  const LesNgram *gram = les_ngrams_find_slot (self, key);

  return gram->key == 0 ? NULL : gram;
}

G_END_DECLS
