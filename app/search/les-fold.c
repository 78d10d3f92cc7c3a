/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-fold.h"

#include <string.h>

/* Characters below this are folded by a table: Latin, Greek, Cyrillic,
 * Hebrew, Arabic, general punctuation. */
#define TABLE_CHARS 0x2100
/* The longest folding below TABLE_CHARS fits; a longer one is folded anew. */
#define TABLE_BYTES 7

typedef struct
{
  guint8 n_bytes;
  char bytes[TABLE_BYTES];
} Folded;

#define NOT_IN_TABLE 0xFF

static gboolean
is_ignored (gunichar c)
{
  switch (g_unichar_type (c))
    {
    case G_UNICODE_NON_SPACING_MARK:
    case G_UNICODE_ENCLOSING_MARK:
    case G_UNICODE_FORMAT:      /* soft hyphen, joiners, direction marks */
      return TRUE;
    default:
      return FALSE;
    }
}

static gunichar
unify_punctuation (gunichar c)
{
  switch (c)
    {
    case 0x2018: case 0x2019: case 0x201A: case 0x201B: case 0x02BC: case 0x00B4: case '`':
      return '\'';
    case 0x2010: case 0x2011: case 0x2012: case 0x2013: case 0x2014: case 0x2212:
      return '-';
    default:
      return c;
    }
}

static void
append_without_marks (GString *folded, const char *utf8)
{
  g_autofree char *decomposed = g_utf8_normalize (utf8, -1, G_NORMALIZE_NFKD);

  for (const char *p = decomposed; *p != '\0'; p = g_utf8_next_char (p))
    if (!is_ignored (g_utf8_get_char (p)))
      g_string_append_unichar (folded, unify_punctuation (g_utf8_get_char (p)));
}

static char *
fold_char (gunichar c)
{
  g_autoptr (GString) folded = g_string_new (NULL);
  g_autofree char *cased = NULL;
  char utf8[8] = "";

  g_unichar_to_utf8 (unify_punctuation (c), utf8);
  cased = g_utf8_casefold (utf8, -1);
  append_without_marks (folded, cased);
  /* Compatibility forms show their capitals only now. */
  return g_utf8_casefold (folded->str, folded->len);
}

static Folded *
build_table (void)
{
  Folded *table = g_new0 (Folded, TABLE_CHARS);

  for (gunichar c = 1; c < TABLE_CHARS; c++)
    {
      g_autofree char *folded = fold_char (c);
      gsize n_bytes = strlen (folded);

      table[c].n_bytes = n_bytes <= TABLE_BYTES ? n_bytes : NOT_IN_TABLE;
      memcpy (table[c].bytes, folded, MIN (n_bytes, TABLE_BYTES));
    }
  return table;
}

static const Folded *
get_table (void)
{
  static gsize table = 0;

  if (g_once_init_enter (&table))
    g_once_init_leave (&table, (gsize) build_table ());
  return (const Folded *) table;
}

/* Ideographs and other letters without case or parts: folding changes nothing. */
static gboolean
is_invariant (gunichar c)
{
  gunichar decomposed = 0;

  return g_unichar_type (c) == G_UNICODE_OTHER_LETTER
         && g_unichar_fully_decompose (c, TRUE, &decomposed, 1) == 1
         && decomposed == c;
}

/* Appends the folding of the character at @p; returns what follows it. */
static const char *
append_char (GString *folded, const char *p, const Folded *table, gboolean *after_space)
{
  gunichar c = g_utf8_get_char (p);

  if (g_unichar_isspace (c))
    {
      if (!*after_space)
        g_string_append_c (folded, ' ');
      *after_space = TRUE;
      return g_utf8_next_char (p);
    }

  *after_space = FALSE;
  if (c < TABLE_CHARS && table[c].n_bytes != NOT_IN_TABLE)
    {
      g_string_append_len (folded, table[c].bytes, table[c].n_bytes);
    }
  else if (is_invariant (c))
    {
      g_string_append_unichar (folded, c);
    }
  else
    {
      g_autofree char *slow = fold_char (c);

      g_string_append (folded, slow);
    }
  return g_utf8_next_char (p);
}

static gboolean
is_plain (char c)
{
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

static const char *
append_plain (GString *folded, const char *p, const char *end)
{
  const char *start = p;
  gsize length = folded->len;

  while (p < end && is_plain (*p))
    p++;
  g_string_append_len (folded, start, p - start);
  for (gsize i = length; i < folded->len; i++)
    if (folded->str[i] <= 'Z' && folded->str[i] >= 'A')
      folded->str[i] |= 0x20;
  return p;
}

/**
 * les_fold:
 * @utf8: valid UTF-8
 * @n_bytes: its length in bytes
 * @out_n_bytes: (out) (optional): length of the result in bytes
 *
 * Makes spellings alike that a reader would call the same word: no case
 * (ß = ss), no accents, no width or ligatures (NFKD without marks), one kind of
 * apostrophe and of dash, one blank for any white space. The result has other
 * offsets than @utf8; les_fold_next_char() finds the way back. Any thread.
 *
 * Returns: (transfer full): the folded text
 */
char *
les_fold (const char *utf8, gsize n_bytes, gsize *out_n_bytes)
{
  GString *folded = g_string_sized_new (n_bytes + 16);
  const Folded *table = get_table ();
  const char *end = utf8 + n_bytes;
  gboolean after_space = FALSE;

  while (utf8 < end)
    {
      if (is_plain (*utf8))
        {
          utf8 = append_plain (folded, utf8, end);
          after_space = FALSE;
        }
      else
        {
          utf8 = append_char (folded, utf8, table, &after_space);
        }
    }

  if (out_n_bytes != NULL)
    *out_n_bytes = folded->len;
  return g_string_free (folded, FALSE);
}

/**
 * les_fold_next_char:
 * @p: a character of the original
 * @after_space: (inout): the state of the walk; FALSE at the start
 * @n_folded: (out): how many bytes of the folded text this character makes
 *
 * Walks through the original in step with its folding.
 *
 * Returns: the next character of the original
 */
const char *
les_fold_next_char (const char *p, gboolean *after_space, gsize *n_folded)
{
  gunichar c = g_utf8_get_char (p);

  if (g_unichar_isspace (c))
    {
      *n_folded = *after_space ? 0 : 1;
      *after_space = TRUE;
      return g_utf8_next_char (p);
    }

  *after_space = FALSE;
  if (c < TABLE_CHARS && get_table ()[c].n_bytes != NOT_IN_TABLE)
    {
      *n_folded = get_table ()[c].n_bytes;
    }
  else if (is_invariant (c))
    {
      *n_folded = g_unichar_to_utf8 (c, NULL);
    }
  else
    {
      g_autofree char *slow = fold_char (c);

      *n_folded = strlen (slow);
    }
  return g_utf8_next_char (p);
}
