/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-name-key.h"

#include <string.h>

#include "les-first-bytes.h"

typedef struct
{
  const char *from;
  const char *to;
} Spelling;

/* How one sound of a name is written in another language or by another desk. */
static const Spelling spellings[] = {
  { "tsch", "C" }, { "tch", "C" }, { "sch", "S" }, { "sh", "S" }, { "ch", "k" }, { "kh", "k" },
  { "zh", "S" }, { "ck", "k" }, { "ph", "v" }, { "th", "t" }, { "dsch", "j" }, { "dj", "j" },
  { "ij", "i" }, { "yj", "i" }, { "iy", "i" }, { "ou", "u" }, { "oe", "o" }, { "ae", "a" },
  { "ue", "u" }, { "tz", "z" }, { "ts", "z" },
  { "ä", "a" }, { "ö", "o" }, { "ü", "u" }, { "y", "i" }, { "j", "i" }, { "w", "v" }, { "f", "v" },
  { "c", "k" }, { "q", "k" }, { "x", "ks" }, { "z", "s" }, { "é", "e" }, { "è", "e" }, { "á", "a" },
  { "ı", "i" }, { "ş", "S" }, { "ç", "C" }, { "ğ", "g" }, { "ń", "n" }, { "ł", "l" }, { "š", "S" },
  { "č", "C" }, { "ć", "C" }, { "ž", "S" },
};

static gpointer
index_spellings (gpointer data G_GNUC_UNUSED)
{
  return les_first_bytes_new (spellings, G_N_ELEMENTS (spellings), sizeof (Spelling));
}

static const Spelling *
find_spelling (const LesFirstBytes *places, const char *p)
{
  for (guint i = places->first[(guchar) *p]; i > 0; i = places->behind[i])
    if (g_str_has_prefix (p, spellings[i - 1].from))
      return &spellings[i - 1];
  return NULL;
}

/**
 * les_name_key_dup:
 * @word: folded
 *
 * Returns: (transfer full): a form in which the spellings of one name are
 *   mostly equal (Uljanow and Ulyanov, Tolstoi and Tolstoj)
 */
char *
les_name_key_dup (const char *word)
{
  static GOnce once = G_ONCE_INIT;
  const LesFirstBytes *places = g_once (&once, index_spellings, NULL);
  GString *key = g_string_new (NULL);

  for (const char *p = word; *p != '\0';)
    {
      const Spelling *spelling = find_spelling (places, p);
      gsize n_before = key->len;

      if (spelling != NULL)
        {
          g_string_append (key, spelling->to);
          p += strlen (spelling->from);
        }
      else
        {
          g_string_append_unichar (key, g_utf8_get_char (p));
          p = g_utf8_next_char (p);
        }
      if (n_before > 0 && key->len == n_before + 1 && key->str[n_before] == key->str[n_before - 1])
        g_string_truncate (key, n_before);
    }
  return g_string_free (key, FALSE);
}
