/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-vocabulary.h"

#include <string.h>

#include "les-byte-hash.h"
#include "les-zeroed.h"

#define FIRST_SLOTS 1024
/* So many quarters of the slots are filled before there are twice as many. */
#define FULL_QUARTERS 3
#define USUAL_WORD_BYTES 12

typedef struct
{
  guint32 start;       /* in the bytes, whose array holds no more */
  guint32 length;
} Entry;

typedef struct
{
  guint32 hash;
  guint32 number;      /* of the entry, from 1; 0 where none is */
} Slot;

struct _LesVocabulary
{
  GByteArray *bytes;   /* the words, each ended by NUL */
  GArray *entries;
  Slot *slots;
  guint n_slots;       /* a power of two */
};

static guint
get_room (guint n_slots)
{
  return n_slots / 4 * FULL_QUARTERS;
}

LesVocabulary *
les_vocabulary_new (void)
{
  return les_vocabulary_new_sized (0);
}

/**
 * les_vocabulary_new_sized:
 * @n_words: about how many different words there will be; the table grows for more
 *
 * Returns: (transfer full): an empty vocabulary
 */
LesVocabulary *
les_vocabulary_new_sized (guint n_words)
{
  LesVocabulary *self = g_new0 (LesVocabulary, 1);

  self->bytes = g_byte_array_sized_new (n_words * USUAL_WORD_BYTES);
  self->entries = g_array_sized_new (FALSE, FALSE, sizeof (Entry), n_words);
  self->n_slots = FIRST_SLOTS;
  while (get_room (self->n_slots) < n_words)
    self->n_slots *= 2;
  self->slots = les_new_zeroed (Slot, self->n_slots);
  return self;
}

void
les_vocabulary_free (LesVocabulary *self)
{
  g_byte_array_unref (self->bytes);
  g_array_unref (self->entries);
  g_free (self->slots);
  g_free (self);
}

static void
grow_slots (LesVocabulary *self)
{
  g_autofree Slot *old = self->slots;
  guint n_old = self->n_slots;

  self->n_slots *= 2;
  self->slots = les_new_zeroed (Slot, self->n_slots);
  for (guint i = 0; i < n_old; i++)
    if (old[i].number != 0)
      {
        guint slot = old[i].hash & (self->n_slots - 1);

        while (self->slots[slot].number != 0)
          slot = (slot + 1) & (self->n_slots - 1);
        self->slots[slot] = old[i];
      }
}

static guint
add_word (LesVocabulary *self, const char *word, gsize n_bytes)
{
  Entry entry = { self->bytes->len, n_bytes };

  g_byte_array_append (self->bytes, (const guint8 *) word, n_bytes);
  g_byte_array_append (self->bytes, (const guint8 *) "", 1);
  g_array_append_val (self->entries, entry);
  return self->entries->len - 1;
}

/* The slot of a word, or the one where it would be put. */
static guint
find_slot (LesVocabulary *self, const char *word, gsize n_bytes, guint32 hash)
{
  guint slot = hash & (self->n_slots - 1);

  for (; self->slots[slot].number != 0; slot = (slot + 1) & (self->n_slots - 1))
    {
      const Entry *entry;

      if (self->slots[slot].hash != hash)
        continue;
      entry = &g_array_index (self->entries, Entry, self->slots[slot].number - 1);
      if (entry->length == n_bytes && memcmp (self->bytes->data + entry->start, word, n_bytes) == 0)
        break;
    }
  return slot;
}

/**
 * les_vocabulary_intern:
 * @word: the folded word
 * @n_bytes: its length in UTF-8 bytes
 *
 * Returns: the number of this word, the same each time
 */
guint
les_vocabulary_intern (LesVocabulary *self, const char *word, gsize n_bytes)
{
  guint32 hash = les_hash_bytes (word, n_bytes);
  guint slot = find_slot (self, word, n_bytes, hash);
  guint id;

  if (self->slots[slot].number != 0)
    return self->slots[slot].number - 1;
  id = add_word (self, word, n_bytes);
  self->slots[slot] = (Slot) { hash, id + 1 };
  if (self->entries->len > get_room (self->n_slots))
    grow_slots (self);
  return id;
}

/**
 * les_vocabulary_look_up:
 * @word: the folded word
 * @n_bytes: its length in UTF-8 bytes
 * @id: (out): its number
 *
 * Returns: whether the word is there
 */
gboolean
les_vocabulary_look_up (LesVocabulary *self, const char *word, gsize n_bytes, guint *id)
{
  guint slot = find_slot (self, word, n_bytes, les_hash_bytes (word, n_bytes));

  if (self->slots[slot].number == 0)
    return FALSE;
  *id = self->slots[slot].number - 1;
  return TRUE;
}

/**
 * les_vocabulary_take_in:
 * @other: words that were numbered elsewhere
 *
 * Gives the words of @other numbers here, in their order there.
 *
 * Returns: (transfer full): for each number there the one here
 */
guint32 *
les_vocabulary_take_in (LesVocabulary *self, LesVocabulary *other)
{
  guint32 *numbers = g_new (guint32, other->entries->len + 1);

  for (guint i = 0; i < other->entries->len; i++)
    {
      const Entry *entry = &g_array_index (other->entries, Entry, i);

      numbers[i] = les_vocabulary_intern (self, (const char *) other->bytes->data + entry->start, entry->length);
    }
  return numbers;
}

/** Returns: how many different words there are */
guint
les_vocabulary_get_n (LesVocabulary *self)
{
  return self->entries->len;
}

/** Returns: (transfer none): the folded word; valid until the next is added */
const char *
les_vocabulary_get_word (LesVocabulary *self, guint id)
{
  g_return_val_if_fail (id < self->entries->len, "");

  return (const char *) self->bytes->data + g_array_index (self->entries, Entry, id).start;
}
