/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-part-filter.h"

#include "les-zeroed.h"

/* For each word so many bits at least, so that few stretches are taken for words
 * that are none. */
#define BITS_PER_WORD 32
#define MIN_BITS_LOG 16
#define MAX_BITS_LOG 22
#define BASE 0x01000193u
#define MIXER 0x9E3779B1u

struct _LesPartFilter
{
  guint8 *bits;
  int n_bits_log;
  guint32 hashes[LES_PART_FILTER_MAX_BYTES + 1];   /* of each beginning of the open word */
  guint32 powers[LES_PART_FILTER_MAX_BYTES + 1];
};

/**
 * les_part_filter_new:
 * @n_words: about how many will be added
 *
 * Returns: (transfer full): an empty filter
 */
LesPartFilter *
les_part_filter_new (guint n_words)
{
  LesPartFilter *self = g_new0 (LesPartFilter, 1);

  self->n_bits_log = MIN_BITS_LOG;
  while (self->n_bits_log < MAX_BITS_LOG && (1u << self->n_bits_log) / BITS_PER_WORD < n_words)
    self->n_bits_log++;
  self->bits = les_new_zeroed (guint8, 1 << (self->n_bits_log - 3));
  self->powers[0] = 1;
  for (guint i = 1; i <= LES_PART_FILTER_MAX_BYTES; i++)
    self->powers[i] = self->powers[i - 1] * BASE;
  return self;
}

void
les_part_filter_free (LesPartFilter *self)
{
  g_free (self->bits);
  g_free (self);
}

static guint32
append_byte (guint32 hash, char byte)
{
  return hash * BASE + (guchar) byte + 1;
}

static guint32
get_bit (const LesPartFilter *self, guint32 hash)
{
  return hash * MIXER >> (32 - self->n_bits_log);
}

/**
 * les_part_filter_hash:
 * @word: what may be a part
 * @hash: (out): what les_part_filter_add() wants to know of it
 *
 * Returns: %FALSE if it has more than 60 bytes, too many
 */
gboolean
les_part_filter_hash (const char *word, guint32 *hash)
{
  guint n = 0;

  *hash = 0;
  for (const char *p = word; *p != '\0'; p++)
    {
      if (++n > LES_PART_FILTER_MAX_BYTES)
        return FALSE;
      *hash = append_byte (*hash, *p);
    }
  return TRUE;
}

void
les_part_filter_add (LesPartFilter *self, guint32 hash)
{
  guint32 bit = get_bit (self, hash);

  self->bits[bit >> 3] |= 1 << (bit & 7);
}

/**
 * les_part_filter_open_word:
 * @word: what is to be cut
 * @n_bytes: its length, at most 60
 */
void
les_part_filter_open_word (LesPartFilter *self, const char *word, gsize n_bytes)
{
  g_return_if_fail (n_bytes <= LES_PART_FILTER_MAX_BYTES);

  self->hashes[0] = 0;
  for (gsize i = 0; i < n_bytes; i++)
    self->hashes[i + 1] = append_byte (self->hashes[i], word[i]);
}

/**
 * les_part_filter_may_have:
 * @start: UTF-8 byte of the open word
 * @end: one behind
 *
 * Returns: %FALSE if that stretch is certainly none of the words
 */
gboolean
les_part_filter_may_have (LesPartFilter *self, gsize start, gsize end)
{
  guint32 bit = get_bit (self, self->hashes[end] - self->hashes[start] * self->powers[end - start]);

  return (self->bits[bit >> 3] >> (bit & 7)) & 1;
}
