/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-name-key.h"
#include "les-numerals.h"

typedef struct
{
  const char *word;
  gint64 thousandths;      /* -1: no number */
  const char *rest;
} NumeralCase;

static const NumeralCase numeral_cases[] = {
  { "", -1, "" },
  { "rat", -1, "" },
  { "achtung", -1, "" },
  { "zweifel", -1, "" },
  { "often", -1, "" },
  { "28", 28000, "" },
  { "3.500", 3500000, "" },
  { "3,500", 3500000, "" },
  { "3,5", 3500, "" },
  { "2.45", 2450, "" },
  { "1.250.000", 1250000000, "" },
  { "14te", 14000, "te" },
  { "sechs", 6000, "" },
  { "sechste", 6000, "" },
  { "siebzehn", 17000, "" },
  { "fünfstündigen", 5000, "stündigen" },
  { "twelfth", 12000, "" },
  { "nine", 9000, "" },
  { "99999999999999999999999999", 9999999999999000, "" },
};

static void
test_numerals (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (numeral_cases); i++)
    {
      const NumeralCase *c = &numeral_cases[i];
      gint64 thousandths = -1;
      const char *rest = "";
      gboolean is_number = les_numerals_parse (c->word, &thousandths, &rest);

      g_test_message ("%s", c->word);
      g_assert_cmpint (is_number, ==, c->thousandths >= 0);
      if (!is_number)
        continue;
      g_assert_cmpint (thousandths, ==, c->thousandths);
      g_assert_cmpstr (rest, ==, c->rest);
    }
}

static void
test_name_keys (void)
{
  static const struct { const char *a; const char *b; gboolean equal; } cases[] = {
    { "tschernow", "chernov", FALSE },      /* ch is k in most names */
    { "uljanow", "uljanov", TRUE },
    { "schukow", "shukov", TRUE },
    { "lührs", "luehrs", TRUE },
    { "praat", "prat", TRUE },
    { "lund", "lunt", FALSE },
    { "", "", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *a = les_name_key_dup (cases[i].a);
      g_autofree char *b = les_name_key_dup (cases[i].b);

      g_test_message ("%s -> %s, %s -> %s", cases[i].a, a, cases[i].b, b);
      g_assert_cmpint (g_strcmp0 (a, b) == 0, ==, cases[i].equal);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/numerals/numerals", test_numerals);
  g_test_add_func ("/numerals/name-keys", test_name_keys);
  return g_test_run ();
}
