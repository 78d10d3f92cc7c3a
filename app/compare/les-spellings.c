/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-spellings.h"

#include <string.h>

#include "les-byte-hash.h"
#include "les-plain-letters.h"
#include "les-stems.h"
#include "les-zeroed.h"

#define FIRST_SLOTS 2048
/* So many quarters of the slots are filled before there are twice as many. */
#define FULL_QUARTERS 3
#define SHARP_S_BYTE 0x9F

/* Small, for there are many. */
typedef struct
{
  guint32 start;       /* UTF-8 byte of the text */
  guint32 n_bytes;     /* 0 where no spelling is */
  guint32 hash;
  guint32 word;        /* its number in the vocabulary */
} Slot;

struct _LesSpellings
{
  LesVocabulary *vocabulary;
  const char *text;
  Slot *slots;
  guint n_slots;       /* a power of two */
  guint n;
  GString *folded;     /* the word in work */
};

static guint
get_room (guint n_slots)
{
  return n_slots / 4 * FULL_QUARTERS;
}

/**
 * les_spellings_new:
 * @vocabulary: where the words get their numbers
 * @text: where the words will stand; must outlive the spellings
 * @n_words: about how many spellings there will be; the table grows for more
 *
 * Returns: (transfer full): a table without any
 */
LesSpellings *
les_spellings_new (LesVocabulary *vocabulary, const char *text, guint n_words)
{
  LesSpellings *self = g_new (LesSpellings, 1);

  self->vocabulary = vocabulary;
  self->text = text;
  self->n_slots = FIRST_SLOTS;
  while (get_room (self->n_slots) < n_words)
    self->n_slots *= 2;
  self->slots = les_new_zeroed (Slot, self->n_slots);
  self->n = 0;
  self->folded = g_string_sized_new (64);
  return self;
}

void
les_spellings_free (LesSpellings *self)
{
  g_free (self->slots);
  g_string_free (self->folded, TRUE);
  g_free (self);
}

static gboolean
is_ignorable (gunichar c)
{
  return c == 0x00AD || c == 0x200C || c == 0x200D || c == 0x2060;
}

/* Appends letters and digits of ASCII and Latin-1, folded to as many bytes. */
static void
append_plain (GString *folded, const char *start, const char *end)
{
  gsize length = folded->len;
  char *to;

  g_string_set_size (folded, length + (end - start));
  to = folded->str + length;
  for (const char *p = start; p < end; p++)
    if ((guchar) *p != LES_LATIN_BYTE)
      *to++ = les_plain_letters[(guchar) *p];
    else
      {
        guchar byte = *++p;

        *to++ = byte == SHARP_S_BYTE ? 's' : *(p - 1);
        *to++ = byte == SHARP_S_BYTE ? 's' : byte < 0xA0 ? byte + 0x20 : byte;
      }
}

/* Returns whether that was all that folding does to @c. */
static gboolean
append_folded (GString *folded, gunichar c)
{
  if (c < 0x80)
    g_string_append_c (folded, g_ascii_tolower (c));
  else if (is_ignorable (c))
    return TRUE;
  else if (c == 0x2019)
    g_string_append_c (folded, '\'');
  else if (c == 0x1E9E)
    g_string_append (folded, "ss");
  else
    g_string_append_unichar (folded, c < 0x250 ? g_unichar_tolower (c) : c);
  return c < 0x250 || c == 0x2019 || c == 0x1E9E;
}

/* Folds a word as les_fold_dup() does, most letters by a shorter way. */
static void
fold_word (LesSpellings *self, const char *word, gsize n_bytes)
{
  const char *end = word + n_bytes;
  gboolean is_done = TRUE;
  int n_chars;

  g_string_truncate (self->folded, 0);
  for (const char *p = word; p < end;)
    {
      const char *behind = les_pass_plain (p, end, &n_chars);

      append_plain (self->folded, p, behind);
      p = behind;
      if (p == end)
        break;
      is_done &= append_folded (self->folded, g_utf8_get_char (p));
      p = g_utf8_next_char (p);
    }
  if (!is_done)
    {
      g_autofree char *folded = les_fold_dup (self->folded->str, self->folded->len);

      g_string_assign (self->folded, folded);
    }
}

static void
grow_slots (LesSpellings *self)
{
  g_autofree Slot *old = self->slots;
  guint n_old = self->n_slots;

  self->n_slots *= 2;
  self->slots = les_new_zeroed (Slot, self->n_slots);
  for (guint i = 0; i < n_old; i++)
    if (old[i].n_bytes > 0)
      {
        guint slot = old[i].hash & (self->n_slots - 1);

        while (self->slots[slot].n_bytes > 0)
          slot = (slot + 1) & (self->n_slots - 1);
        self->slots[slot] = old[i];
      }
}

/* The slot of a spelling, or the one where it would be put. */
static Slot *
find_slot (LesSpellings *self, const char *word, gsize n_bytes, guint32 hash)
{
  guint slot = hash & (self->n_slots - 1);

  for (; self->slots[slot].n_bytes > 0; slot = (slot + 1) & (self->n_slots - 1))
    if (self->slots[slot].hash == hash && self->slots[slot].n_bytes == n_bytes
        && memcmp (self->text + self->slots[slot].start, word, n_bytes) == 0)
      break;
  return &self->slots[slot];
}

/**
 * les_spellings_prepare:
 * @word: as it is written
 * @n_bytes: its length in UTF-8 bytes
 *
 * Tells that this word will be asked for soon: the table is too large for the
 * processor to have it at hand.
 *
 * Returns: what les_spellings_number() wants to know
 */
guint32
les_spellings_prepare (LesSpellings *self, const char *word, gsize n_bytes)
{
  guint32 hash = les_hash_bytes (word, n_bytes);

  __builtin_prefetch (&self->slots[hash & (self->n_slots - 1)]);
  return hash;
}

/**
 * les_spellings_number:
 * @word: as it is written, where it stands in the text
 * @n_bytes: its length in UTF-8 bytes
 * @hash: what les_spellings_prepare() returned for it
 *
 * Returns: the number in the vocabulary of the word that it folds to
 */
guint
les_spellings_number (LesSpellings *self, const char *word, gsize n_bytes, guint32 hash)
{
  Slot *slot = find_slot (self, word, n_bytes, hash);
  guint number;

  if (slot->n_bytes > 0)
    return slot->word;
  fold_word (self, word, n_bytes);
  number = les_vocabulary_intern (self->vocabulary, self->folded->str, self->folded->len);
  *slot = (Slot) { word - self->text, n_bytes, hash, number };
  if (++self->n > get_room (self->n_slots))
    grow_slots (self);
  return number;
}
