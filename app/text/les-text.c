/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-text.h"

#include <string.h>

/* One index entry for so many characters: an offset is found by one look-up
 * and a walk over less than this. 4 bytes of index for 128 characters. */
#define CHARS_PER_MARK 128

/**
 * LesText:
 *
 * An immutable text and the way between its two counts: Unicode characters,
 * which everything outside speaks, and UTF-8 bytes, which it is stored in.
 * Never changes after it was made and may be used from any thread.
 * Memory: the text plus 4 bytes for every 128 characters.
 */
struct _LesText
{
  char *utf8;
  gsize n_bytes;
  int n_chars;
  guint32 *marks;      /* byte of character i * CHARS_PER_MARK; NULL for ASCII */
};

G_DEFINE_BOXED_TYPE (LesText, les_text, les_text_ref, les_text_unref)

/* Of eight bytes, how many begin a character. */
static int
count_starts (const char *p)
{
  guint64 bytes;

  memcpy (&bytes, p, sizeof bytes);
  bytes = (bytes >> 7) & ~(bytes >> 6) & G_GUINT64_CONSTANT (0x0101010101010101);
  return 8 - (int) (bytes * G_GUINT64_CONSTANT (0x0101010101010101) >> 56);
}

/* The start of the character that is @n characters behind that at @p; there is one. */
static const char *
skip_chars (const char *p, const char *end, int n)
{
  while (end - p >= 8)
    {
      int n_starts = count_starts (p);

      if (n_starts > n)
        break;
      n -= n_starts;
      p += 8;
    }
  while ((*p & 0xC0) == 0x80 || n-- > 0)
    p++;
  return p;
}

static int
count_chars (const char *utf8, gsize n_bytes)
{
  const char *end = utf8 + n_bytes;
  int n = 0;

  for (; end - utf8 >= 8; utf8 += 8)
    n += count_starts (utf8);
  for (; utf8 < end; utf8++)
    n += (*utf8 & 0xC0) != 0x80;
  return n;
}

static guint32 *
index_chars (const char *utf8, gsize n_bytes, int n_chars)
{
  guint32 *marks = g_new (guint32, n_chars / CHARS_PER_MARK + 1);
  const char *p = utf8;

  marks[0] = 0;
  for (int i = CHARS_PER_MARK; i < n_chars; i += CHARS_PER_MARK)
    {
      p = skip_chars (p, utf8 + n_bytes, CHARS_PER_MARK);
      marks[i / CHARS_PER_MARK] = p - utf8;
    }
  return marks;
}

static void
clear_text (gpointer data)
{
  LesText *self = data;

  g_free (self->utf8);
  g_free (self->marks);
}

/**
 * les_text_new:
 * @utf8: valid UTF-8 without NUL; the caller has checked it
 * @n_bytes: its length in bytes, or -1 when it ends with NUL
 *
 * Returns: (transfer full): a text that holds a copy. Cost: linear.
 */
LesText *
les_text_new (const char *utf8, gssize n_bytes)
{
  gsize length = n_bytes < 0 ? strlen (utf8) : (gsize) n_bytes;

  return les_text_new_take (g_strndup (utf8, length), length);
}

/**
 * les_text_new_take:
 * @utf8: (transfer full): valid UTF-8, allocated by g_malloc() and ended by NUL
 * @n_bytes: its length in bytes, at most %G_MAXINT
 *
 * Returns: (transfer full): a text that owns @utf8
 */
LesText *
les_text_new_take (char *utf8, gsize n_bytes)
{
  LesText *self;

  g_return_val_if_fail (utf8 != NULL && n_bytes <= G_MAXINT, NULL);

  self = g_atomic_rc_box_new0 (LesText);
  self->utf8 = utf8;
  self->n_bytes = n_bytes;
  self->n_chars = count_chars (utf8, n_bytes);
  if ((gsize) self->n_chars != n_bytes)
    self->marks = index_chars (utf8, n_bytes, self->n_chars);
  return self;
}

LesText *
les_text_ref (LesText *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
les_text_unref (LesText *self)
{
  g_atomic_rc_box_release_full (self, clear_text);
}

/** Returns: (transfer none): the text, ended by NUL */
const char *
les_text_get_utf8 (LesText *self)
{
  return self->utf8;
}

gsize
les_text_get_n_bytes (LesText *self)
{
  return self->n_bytes;
}

/** Returns: the length in Unicode characters */
int
les_text_get_n_chars (LesText *self)
{
  return self->n_chars;
}

/** Returns: the range of the whole text */
LesTextRange
les_text_get_range (LesText *self)
{
  return LES_TEXT_RANGE (0, self->n_chars);
}

/**
 * les_text_char_to_byte:
 * @offset: Unicode characters; clamped to the text
 *
 * Returns: the UTF-8 byte where that character starts. Cost: constant.
 */
gsize
les_text_char_to_byte (LesText *self, int offset)
{
  const char *p;

  offset = CLAMP (offset, 0, self->n_chars);
  if (self->marks == NULL)
    return offset;
  if (offset == self->n_chars)
    return self->n_bytes;

  p = self->utf8 + self->marks[offset / CHARS_PER_MARK];
  p = skip_chars (p, self->utf8 + self->n_bytes, offset % CHARS_PER_MARK);
  return p - self->utf8;
}

/**
 * les_text_byte_to_char:
 * @byte: UTF-8 bytes; clamped to the text
 *
 * Returns: the character that this byte belongs to, in Unicode characters.
 *   Cost: logarithmic.
 */
int
les_text_byte_to_char (LesText *self, gsize byte)
{
  int low = 0;
  int high;
  int offset;

  byte = MIN (byte, self->n_bytes);
  if (self->marks == NULL)
    return byte;
  if (byte == self->n_bytes)
    return self->n_chars;

  high = (self->n_chars - 1) / CHARS_PER_MARK;
  while (low < high)
    {
      int middle = (low + high + 1) / 2;

      if (self->marks[middle] <= byte)
        low = middle;
      else
        high = middle - 1;
    }

  offset = low * CHARS_PER_MARK;
  for (gsize i = self->marks[low] + 1; i <= byte; i++)
    offset += (self->utf8[i] & 0xC0) != 0x80;
  return offset;
}

/** Returns: (transfer none): the UTF-8 at character @offset, up to the end of the text */
const char *
les_text_peek (LesText *self, int offset)
{
  return self->utf8 + les_text_char_to_byte (self, offset);
}

/** Returns: the character at @offset, 0 behind the end */
gunichar
les_text_get_char (LesText *self, int offset)
{
  if (offset < 0 || offset >= self->n_chars)
    return 0;
  return g_utf8_get_char (les_text_peek (self, offset));
}

/**
 * les_text_dup_range:
 * @range: Unicode characters; clamped to the text
 *
 * Returns: (transfer full): the words in that range
 */
char *
les_text_dup_range (LesText *self, LesTextRange range)
{
  gsize start = les_text_char_to_byte (self, range.start);
  gsize end = les_text_char_to_byte (self, MAX (range.start, range.end));

  return g_strndup (self->utf8 + start, end - start);
}

/**
 * les_text_trim:
 * @range: Unicode characters; clamped to the text
 *
 * Returns: @range without white space at either end; empty at its start if
 *   there was nothing else
 */
LesTextRange
les_text_trim (LesText *self, LesTextRange range)
{
  range.start = CLAMP (range.start, 0, self->n_chars);
  range.end = CLAMP (range.end, range.start, self->n_chars);
  while (range.start < range.end && g_unichar_isspace (les_text_get_char (self, range.start)))
    range.start++;
  while (range.start < range.end && g_unichar_isspace (les_text_get_char (self, range.end - 1)))
    range.end--;
  return range;
}

/**
 * les_text_find:
 * @needle: valid UTF-8
 * @from: where to begin, in Unicode characters
 *
 * Returns: the first place of exactly these characters, or (-1, -1)
 */
LesTextRange
les_text_find (LesText *self, const char *needle, int from)
{
  const char *hit;
  int start;

  if (*needle == '\0')
    return LES_TEXT_RANGE (-1, -1);
  hit = strstr (les_text_peek (self, from), needle);
  if (hit == NULL)
    return LES_TEXT_RANGE (-1, -1);
  start = les_text_byte_to_char (self, hit - self->utf8);
  return LES_TEXT_RANGE (start, start + g_utf8_strlen (needle, -1));
}
