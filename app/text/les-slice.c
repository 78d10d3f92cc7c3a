/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-slice.h"

#include <string.h>

gsize
les_slice_n_bytes (LesSlice self)
{
  return self.end - self.start;
}

/** Returns: the length in Unicode characters */
gsize
les_slice_n_chars (LesSlice self)
{
  return g_utf8_strlen (self.start, self.end - self.start);
}

gboolean
les_slice_is_empty (LesSlice self)
{
  return self.start >= self.end;
}

/** Returns: (transfer full): a copy ended by NUL */
char *
les_slice_dup (LesSlice self)
{
  return g_strndup (self.start, self.end - self.start);
}

/** Returns: 0 where there is none */
gunichar
les_slice_first_char (LesSlice self)
{
  return les_slice_is_empty (self) ? 0 : g_utf8_get_char (self.start);
}

/** Returns: 0 where there is none */
gunichar
les_slice_last_char (LesSlice self)
{
  return les_slice_is_empty (self) ? 0 : g_utf8_get_char (g_utf8_prev_char (self.end));
}

/** Returns: @self without white space at either end */
LesSlice
les_slice_trim (LesSlice self)
{
  while (!les_slice_is_empty (self) && g_unichar_isspace (les_slice_first_char (self)))
    self.start = g_utf8_next_char (self.start);
  while (!les_slice_is_empty (self) && g_unichar_isspace (les_slice_last_char (self)))
    self.end = g_utf8_prev_char (self.end);
  return self;
}

static gboolean
is_closing (gunichar c)
{
  switch (c)
    {
    case '"':
    case '\'':
    case ')':
    case ']':
    case 0x00AB: /* « */
    case 0x00BB: /* » */
    case 0x2018:
    case 0x2019:
    case 0x201C:
    case 0x201D:
    case 0x2039:
    case 0x203A:
    case '*':
    case '_':
      return TRUE;
    default:
      return g_unichar_isspace (c);
    }
}

/** Returns: @self without quotation marks and brackets that close at its end */
LesSlice
les_slice_trim_closing (LesSlice self)
{
  while (!les_slice_is_empty (self) && is_closing (les_slice_last_char (self)))
    self.end = g_utf8_prev_char (self.end);
  return self;
}

/** Returns: at most @n_bytes from the start, whole characters */
LesSlice
les_slice_first (LesSlice self, gsize n_bytes)
{
  if (les_slice_n_bytes (self) <= n_bytes)
    return self;
  self.end = self.start + n_bytes;
  while (self.end > self.start && (*self.end & 0xC0) == 0x80)
    self.end--;
  return self;
}

/** Returns: at most @n_bytes from the end, whole characters */
LesSlice
les_slice_last (LesSlice self, gsize n_bytes)
{
  if (les_slice_n_bytes (self) <= n_bytes)
    return self;
  self.start = self.end - n_bytes;
  while (self.start < self.end && (*self.start & 0xC0) == 0x80)
    self.start++;
  return self;
}

/**
 * les_slice_next_word:
 * @rest: (inout): what is left behind the word
 *
 * Returns: the next run without white space; empty at the end
 */
LesSlice
les_slice_next_word (LesSlice *rest)
{
  LesSlice word = les_slice_trim (*rest);

  rest->start = word.start;
  while (rest->start < rest->end && !g_unichar_isspace (g_utf8_get_char (rest->start)))
    rest->start = g_utf8_next_char (rest->start);
  word.end = rest->start;
  return word;
}

guint
les_slice_count_words (LesSlice self)
{
  guint n = 0;

  while (!les_slice_is_empty (les_slice_next_word (&self)))
    n++;
  return n;
}

gboolean
les_slice_has_byte (LesSlice self, char byte)
{
  return memchr (self.start, byte, self.end - self.start) != NULL;
}

/** Returns: whether it is this word, ASCII letters in any case */
gboolean
les_slice_equals (LesSlice self, const char *ascii_case_folded)
{
  gsize n = strlen (ascii_case_folded);

  return les_slice_n_bytes (self) == n
         && g_ascii_strncasecmp (self.start, ascii_case_folded, n) == 0;
}

/** Returns: whether it has at least two capital letters and no small one (ß apart) */
gboolean
les_slice_is_all_capitals (LesSlice self)
{
  guint n_capitals = 0;

  for (const char *p = self.start; p < self.end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_islower (c) && c != 0x00DF)
        return FALSE;
      n_capitals += g_unichar_isupper (c) ? 1 : 0;
    }
  return n_capitals >= 2;
}

/** Returns: whether it ends as a sentence does, closing quotation marks apart */
gboolean
les_slice_ends_sentence (LesSlice self)
{
  gunichar last = les_slice_last_char (les_slice_trim_closing (self));

  return last != 0 && g_utf8_strchr (".!?:;…؟。", -1, last) != NULL;
}
