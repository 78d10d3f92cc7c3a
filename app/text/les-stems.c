/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-stems.h"

#include <libstemmer.h>
#include <string.h>

struct _LesStemmer
{
  struct sb_stemmer *stemmer;      /* NULL for a language without rules */
};

static gboolean
is_plain (const char *utf8, gsize n_bytes)
{
  for (gsize i = 0; i < n_bytes; i++)
    if ((guchar) utf8[i] >= 0x80)
      return FALSE;
  return TRUE;
}

/* Characters that show how a word may be broken or joined, not what it is. */
static gboolean
is_ignorable (gunichar c)
{
  return c == 0x00AD || (c >= 0x200B && c <= 0x200F) || c == 0x2060 || c == 0xFEFF;
}

static char *
drop_ignorable (const char *utf8)
{
  GString *kept = g_string_sized_new (strlen (utf8));

  for (const char *p = utf8; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!is_ignorable (c))
        g_string_append_unichar (kept, c == 0x2019 ? '\'' : c);
    }
  return g_string_free (kept, FALSE);
}

/**
 * les_fold_dup:
 * @utf8: valid UTF-8
 * @n_bytes: its length in bytes, or -1 when it ends with NUL
 *
 * Returns: (transfer full): the form in which two spellings of a word are
 *   equal: NFC, case folded, ß as ss, one apostrophe, without soft hyphens and
 *   other characters that are not seen. For comparing only, never for showing.
 */
char *
les_fold_dup (const char *utf8, gssize n_bytes)
{
  gsize length = n_bytes < 0 ? strlen (utf8) : (gsize) n_bytes;
  g_autofree char *composed = NULL;
  g_autofree char *folded = NULL;
  g_autofree char *kept = NULL;

  if (is_plain (utf8, length))
    return g_ascii_strdown (utf8, length);

  composed = g_utf8_normalize (utf8, length, G_NORMALIZE_NFC);
  if (composed == NULL)
    return g_strndup (utf8, length);
  folded = g_utf8_casefold (composed, -1);
  kept = drop_ignorable (folded);
  return g_utf8_normalize (kept, -1, G_NORMALIZE_NFC);
}

/**
 * les_stemmer_new:
 * @language: (nullable): "de", "en", "de-CH" or another code
 *
 * Returns: (transfer full): a stemmer; for a language that Snowball does not
 *   know, or none, words are folded only
 */
LesStemmer *
les_stemmer_new (const char *language)
{
  LesStemmer *self = g_new0 (LesStemmer, 1);
  g_autofree char *code = NULL;

  if (language != NULL)
    {
      code = g_ascii_strdown (language, strcspn (language, "-_.@"));
      self->stemmer = sb_stemmer_new (code, "UTF_8");
    }
  return self;
}

void
les_stemmer_free (LesStemmer *self)
{
  if (self->stemmer != NULL)
    sb_stemmer_delete (self->stemmer);
  g_free (self);
}

/**
 * les_stemmer_dup_stem:
 * @word: valid UTF-8, one word
 * @n_bytes: its length in bytes, or -1 when it ends with NUL
 *
 * Returns: (transfer full): the folded stem of @word
 */
char *
les_stemmer_dup_stem (LesStemmer *self, const char *word, gssize n_bytes)
{
  g_autofree char *folded = les_fold_dup (word, n_bytes);

  return les_stemmer_dup_stem_of_folded (self, folded);
}

/**
 * les_stemmer_dup_stem_of_folded:
 * @folded: one word as les_fold_dup() gives it
 *
 * Returns: (transfer full): its stem
 */
char *
les_stemmer_dup_stem_of_folded (LesStemmer *self, const char *folded)
{
  const sb_symbol *stem = NULL;

  if (self->stemmer != NULL)
    stem = sb_stemmer_stem (self->stemmer, (const sb_symbol *) folded, strlen (folded));
  if (stem == NULL)
    return g_strdup (folded);
  return g_strndup ((const char *) stem, sb_stemmer_length (self->stemmer));
}
