/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-encoding-guess.h"

#include <string.h>

/* UTF-16 without a mark shows in the first bytes already. */
#define PROBE_BYTES 4096

/** Returns: whether the bytes are valid UTF-8, NUL apart */
gboolean
les_encoding_is_utf8 (const guint8 *data, gsize size)
{
  const char *p = (const char *) data;
  const char *end = p + size;

  while (p < end && !g_utf8_validate_len (p, end - p, &p))
    {
      if (*p != '\0')
        return FALSE;
      p++;
    }
  return TRUE;
}

/* Bytes of Windows-1252 hardly ever form characters of UTF-8. Where many do
 * and few bytes do not, the file is UTF-8 that was damaged or cut off. */
static gboolean
is_damaged_utf8 (const guint8 *data, gsize size)
{
  const char *p = (const char *) data;
  const char *end = p + size;
  gsize n_good = 0;
  gsize n_bad = 0;

  while (p < end)
    {
      gunichar c = (guint8) *p < 0x80 ? 1 : g_utf8_get_char_validated (p, end - p);

      if (c == (gunichar) -1 || c == (gunichar) -2)
        n_bad++;
      else
        n_good += c >= 0x80 ? 1 : 0;
      p = c == (gunichar) -1 || c == (gunichar) -2 || c < 0x80 ? p + 1 : g_utf8_next_char (p);
    }
  return n_good > 4 * n_bad;
}

/* Latin letters in UTF-16 have a zero in every second byte. */
static const char *
guess_utf16 (const guint8 *data, gsize size)
{
  gsize n_pairs = MIN (size, PROBE_BYTES) / 2;
  gsize n_first = 0;
  gsize n_second = 0;

  for (gsize i = 0; i < n_pairs; i++)
    {
      n_first += data[2 * i] == 0;
      n_second += data[2 * i + 1] == 0;
    }
  if (n_pairs < 2 || size % 2 != 0)
    return NULL;
  if (n_second * 10 > n_pairs * 4 && n_first * 50 <= n_pairs)
    return "UTF-16LE";
  if (n_first * 10 > n_pairs * 4 && n_second * 50 <= n_pairs)
    return "UTF-16BE";
  return NULL;
}

/**
 * les_encoding_find_mark:
 * @n_mark: (out): length of the mark in bytes, 0 without one
 *
 * Returns: (transfer none) (nullable): the encoding that the byte order mark names
 */
const char *
les_encoding_find_mark (const guint8 *data, gsize size, gsize *n_mark)
{
  static const struct
  {
    const char *encoding;
    gsize n_bytes;
    const char *bytes;
  } marks[] = {
    { "UTF-32LE", 4, "\xFF\xFE\0\0" },
    { "UTF-32BE", 4, "\0\0\xFE\xFF" },
    { "UTF-8", 3, "\xEF\xBB\xBF" },
    { "UTF-16LE", 2, "\xFF\xFE" },
    { "UTF-16BE", 2, "\xFE\xFF" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (size >= marks[i].n_bytes && memcmp (data, marks[i].bytes, marks[i].n_bytes) == 0)
      {
        *n_mark = marks[i].n_bytes;
        return marks[i].encoding;
      }
  *n_mark = 0;
  return NULL;
}

/**
 * les_encoding_guess:
 * @guessed: (out): whether nothing in the bytes proves it
 *
 * For bytes without a mark: the zero bytes of UTF-16, valid UTF-8, UTF-8 that
 * was damaged, else Windows-1252.
 *
 * Returns: (transfer none): the encoding
 */
const char *
les_encoding_guess (const guint8 *data, gsize size, gboolean *guessed)
{
  const char *utf16 = guess_utf16 (data, size);

  *guessed = TRUE;
  if (utf16 != NULL)
    return utf16;
  *guessed = !les_encoding_is_utf8 (data, size);
  if (!*guessed || is_damaged_utf8 (data, size))
    return "UTF-8";
  return "WINDOWS-1252";
}
