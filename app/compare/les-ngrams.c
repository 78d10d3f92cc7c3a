/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-ngrams.h"

struct _LesNgrams
{
  LesNgram *slots;     /* key 0: free */
  gsize mask;
};

LesNgrams *
les_ngrams_new (gsize n_expected)
{
  LesNgrams *self = g_new (LesNgrams, 1);
  gsize n_slots = 64;

  while (n_slots < n_expected + n_expected / 4)
    n_slots *= 2;
  self->slots = g_new0 (LesNgram, n_slots);
  self->mask = n_slots - 1;
  return self;
}

void
les_ngrams_free (LesNgrams *self)
{
  g_free (self->slots);
  g_free (self);
}

static gsize
get_slot (LesNgrams *self, guint64 key)
{
  guint64 hash = key * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15);

  return (hash ^ hash >> 32) & self->mask;
}

static LesNgram *
find_slot (LesNgrams *self, guint64 key)
{
  gsize slot = get_slot (self, key);

  while (self->slots[slot].key != 0 && self->slots[slot].key != key)
    slot = (slot + 1) & self->mask;
  return &self->slots[slot];
}

/**
 * les_ngrams_add_left:
 * @key: not 0
 *
 * Counts a group of words of the left text. At most as many different ones as
 * were expected may be added.
 */
void
les_ngrams_add_left (LesNgrams *self, guint64 key)
{
  LesNgram *gram = find_slot (self, key);

  gram->key = key;
  if (gram->n_left < G_MAXUINT16)
    gram->n_left++;
}

void
les_ngrams_add_right (LesNgrams *self, guint64 key, guint32 position)
{
  LesNgram *gram = find_slot (self, key);

  gram->key = key;
  gram->right = position;
  if (gram->n_right < G_MAXUINT16)
    gram->n_right++;
}

/**
 * les_ngrams_prepare:
 * @key: not 0
 *
 * Tells that this group will be counted or looked for soon: the table is too large
 * for the processor to have it at hand.
 */
void
les_ngrams_prepare (LesNgrams *self, guint64 key)
{
  __builtin_prefetch (&self->slots[get_slot (self, key)]);
}

/** Returns: (nullable) (transfer none): the group with this key */
const LesNgram *
les_ngrams_find (LesNgrams *self, guint64 key)
{
  const LesNgram *gram = find_slot (self, key);

  return gram->key == 0 ? NULL : gram;
}
