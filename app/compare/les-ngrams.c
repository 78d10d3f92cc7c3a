/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-ngrams.h"

#include "les-zeroed.h"

LesNgrams *
les_ngrams_new (gsize n_expected)
{
  LesNgrams *self = g_new (LesNgrams, 1);
  gsize n_slots = 64;

  while (n_slots < n_expected + n_expected / 4)
    n_slots *= 2;
  self->slots = les_new_zeroed (LesNgram, n_slots);
  self->mask = n_slots - 1;
  return self;
}

void
les_ngrams_free (LesNgrams *self)
{
  g_free (self->slots);
  g_free (self);
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
  LesNgram *gram = les_ngrams_find_slot (self, key);

  gram->key = key;
  if (gram->n_left < G_MAXUINT16)
    gram->n_left++;
}

void
les_ngrams_add_right (LesNgrams *self, guint64 key, guint32 position)
{
  LesNgram *gram = les_ngrams_find_slot (self, key);

  gram->key = key;
  gram->right = position;
  if (gram->n_right < G_MAXUINT16)
    gram->n_right++;
}
