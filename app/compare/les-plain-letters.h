/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The small letter of an ASCII letter or digit; 0 for other bytes. */
static const char les_plain_letters[256] = {
  ['0'] = '0', '1', '2', '3', '4', '5', '6', '7', '8', '9',
  ['A'] = 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l', 'm',
  'n', 'o', 'p', 'q', 'r', 's', 't', 'u', 'v', 'w', 'x', 'y', 'z',
  ['a'] = 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l', 'm',
  'n', 'o', 'p', 'q', 'r', 's', 't', 'u', 'v', 'w', 'x', 'y', 'z',
};

/* U+00C0 to U+00FF are written as this and one more byte. */
#define LES_LATIN_BYTE 0xC3

/* What a byte is among the letters and digits of ASCII and Latin-1. */
enum
{
  LES_BYTE_NONE = 0,
  LES_BYTE_STARTS = 1,     /* a letter or digit, or its first byte */
  LES_BYTE_GOES_ON = 2,    /* the second byte of a letter */
};

static const guint8 les_byte_kinds[256] = {
  ['0' ... '9'] = LES_BYTE_STARTS,
  ['A' ... 'Z'] = LES_BYTE_STARTS,
  ['a' ... 'z'] = LES_BYTE_STARTS,
  [LES_LATIN_BYTE] = LES_BYTE_STARTS,
  [0x80 ... 0x96] = LES_BYTE_GOES_ON,
  [0x98 ... 0xB6] = LES_BYTE_GOES_ON,      /* between are the signs for times */
  [0xB8 ... 0xBF] = LES_BYTE_GOES_ON,      /* and divided by */
};

/* Whether a letter of Latin-1 begins at @p; the next byte may be looked at. */
static inline gboolean
les_is_latin_letter (const char *p)
{
  return (guchar) p[0] == LES_LATIN_BYTE && les_byte_kinds[(guchar) p[1]] == LES_BYTE_GOES_ON;
}

/**
 * les_pass_plain:
 * @p: where a character of valid UTF-8 begins
 * @end: no further than this, where one begins too
 * @n_chars: (out): how many characters that were
 *
 * Returns: (transfer none): behind the letters and digits of ASCII and Latin-1 at @p
 */
static inline const char *
les_pass_plain (const char *p, const char *end, int *n_chars)
{
  const char *start = p;
  guint sum = 0;

  while (p < end && les_byte_kinds[(guchar) *p] != LES_BYTE_NONE)
    sum += les_byte_kinds[(guchar) *p++];
  if (p > start && p < end && (*p & 0xC0) == 0x80)
    {
      p--;
      sum -= LES_BYTE_STARTS;
    }
  *n_chars = 2 * (int) (p - start) - (int) sum;
  return p;
}

G_END_DECLS
