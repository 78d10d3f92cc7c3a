/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-numerals.h"

#include <string.h>

#include "les-first-bytes.h"

typedef struct
{
  const char *word;    /* folded */
  int value;
} Numeral;

/* Longer ones first where one begins another. */
static const Numeral numerals[] = {
  { "dreizehn", 13 }, { "vierzehn", 14 }, { "fünfzehn", 15 }, { "sechzehn", 16 }, { "siebzehn", 17 },
  { "achtzehn", 18 }, { "neunzehn", 19 }, { "zwanzig", 20 }, { "dreissig", 30 }, { "vierzig", 40 },
  { "fünfzig", 50 }, { "sechzig", 60 }, { "siebzig", 70 }, { "achtzig", 80 }, { "neunzig", 90 },
  { "zwölf", 12 }, { "elf", 11 }, { "zehn", 10 }, { "neun", 9 }, { "acht", 8 }, { "sieben", 7 },
  { "siebt", 7 }, { "sechs", 6 }, { "fünf", 5 }, { "vier", 4 }, { "drei", 3 }, { "dritt", 3 }, { "zwei", 2 },
  { "hundert", 100 }, { "tausend", 1000 },
  { "thirteen", 13 }, { "fourteen", 14 }, { "fifteen", 15 }, { "sixteen", 16 }, { "seventeen", 17 },
  { "eighteen", 18 }, { "nineteen", 19 }, { "twenty", 20 }, { "twelve", 12 }, { "twelf", 12 },
  { "eleven", 11 }, { "ten", 10 }, { "nine", 9 }, { "nin", 9 }, { "eight", 8 }, { "seven", 7 },
  { "six", 6 }, { "five", 5 }, { "fif", 5 }, { "four", 4 }, { "three", 3 }, { "third", 3 },
  { "two", 2 }, { "second", 2 }, { "hundred", 100 }, { "thousand", 1000 },
};

/* What may stand behind a numeral: nothing, an ordinal's ending, or a unit that
 * German writes in one word with it. */
static const char *const endings[] = {
  "", "te", "ten", "ter", "tes", "tem", "ste", "sten", "ster", "stes", "stem", "e", "en", "er", "es", "em", "th", "h", "mal",
};
static const char *const units[] = {
  "stünd", "täg", "jähr", "monat", "wöch", "minüt", "köpf", "fach", "prozent", "punkt", "teil", "stell",
};

static gboolean
is_ending (const char *rest)
{
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (strcmp (rest, endings[i]) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_unit (const char *rest)
{
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (g_str_has_prefix (rest, units[i]))
      return TRUE;
  return FALSE;
}

/* "3.500", "3,5", "28": the separator before three digits groups, another one
 * starts the fraction. */
static gboolean
parse_digits (const char *word, gint64 *thousandths, const char **rest)
{
  gint64 whole = 0;
  gint64 fraction = 0;
  gint64 scale = 1000;
  gboolean is_fraction = FALSE;
  const char *p;

  for (p = word; g_ascii_isdigit (*p) || ((*p == '.' || *p == ',') && g_ascii_isdigit (p[1])); p++)
    {
      if (!g_ascii_isdigit (*p))
        is_fraction = strspn (p + 1, "0123456789") != 3;
      else if (is_fraction)
        {
          scale /= 10;
          fraction += scale * (*p - '0');
        }
      else if (whole < G_GINT64_CONSTANT (1000000000000))
        whole = whole * 10 + (*p - '0');
    }
  *thousandths = whole * 1000 + fraction;
  *rest = p;
  return p > word;
}

static gpointer
index_numerals (gpointer data G_GNUC_UNUSED)
{
  return les_first_bytes_new (numerals, G_N_ELEMENTS (numerals), sizeof (Numeral));
}

/**
 * les_numerals_parse:
 * @word: folded
 * @thousandths: (out): its value
 * @rest: (out): what stands behind the number: "" or a unit
 *
 * Reads a number in digits or in German or English words: "28", "3.500", "sechste",
 * "fünfstündigen". "One" is left out: it is an article more often than a number.
 *
 * Returns: whether @word is a number
 */
gboolean
les_numerals_parse (const char *word, gint64 *thousandths, const char **rest)
{
  static GOnce once = G_ONCE_INIT;
  const LesFirstBytes *places;

  if (g_ascii_isdigit (*word))
    return parse_digits (word, thousandths, rest);

  places = g_once (&once, index_numerals, NULL);
  for (guint i = places->first[(guchar) *word]; i > 0; i = places->behind[i])
    {
      const Numeral *numeral = &numerals[i - 1];
      const char *behind;

      if (!g_str_has_prefix (word, numeral->word))
        continue;
      behind = word + strlen (numeral->word);
      if (!is_ending (behind) && !is_unit (behind))
        continue;
      *thousandths = numeral->value * G_GINT64_CONSTANT (1000);
      *rest = is_unit (behind) ? behind : "";
      return TRUE;
    }
  return FALSE;
}
