/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-stems.h"

typedef struct
{
  const char *language;
  const char *a;
  const char *b;
  gboolean equal;
} StemCase;

static const StemCase stem_cases[] = {
  { "de", "Verhandlungen", "Verhandlung", TRUE },
  { "de-CH", "Strassen", "Straße", TRUE },
  { "de", "GROSS", "groß", TRUE },
  { "de", "Hafen", "Hagel", FALSE },
  { "en", "talks", "talking", TRUE },
  { "en_US", "agreed", "agree", TRUE },
  { "en", "agreed", "agenda", FALSE },
  { NULL, "talks", "talk", FALSE },
  { "xx", "talks", "TALKS", TRUE },
};

static void
test_stems (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (stem_cases); i++)
    {
      const StemCase *c = &stem_cases[i];
      g_autoptr (LesStemmer) stemmer = les_stemmer_new (c->language);
      g_autofree char *a = les_stemmer_dup_stem (stemmer, c->a, -1);
      g_autofree char *b = les_stemmer_dup_stem (stemmer, c->b, -1);

      g_test_message ("%s, %s -> %s, %s", c->a, c->b, a, b);
      g_assert_cmpint (g_str_equal (a, b), ==, c->equal);
    }
}

static void
test_fold (void)
{
  static const char *const cases[][2] = {
    { "", "" },
    { "ÄRGER", "ärger" },
    { "A\xcc\x88rger", "ärger" },                       /* A with combining dots */
    { "Bun\xc2\xad" "des\xc2\xad" "rat", "bundesrat" },
    { "don’t", "don't" },
    { "Fuß", "fuss" },
    { "ÇA", "ça" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *folded = les_fold_dup (cases[i][0], -1);

      g_assert_cmpstr (folded, ==, cases[i][1]);
    }
}

static void
test_length (void)
{
  g_autoptr (LesStemmer) stemmer = les_stemmer_new ("de");
  g_autofree char *stem = les_stemmer_dup_stem (stemmer, "Hafenrat", 5);
  g_autofree char *folded = les_fold_dup ("Ölrat", 3);

  g_assert_cmpstr (stem, ==, "haf");
  g_assert_cmpstr (folded, ==, "öl");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/stems/stems", test_stems);
  g_test_add_func ("/stems/fold", test_fold);
  g_test_add_func ("/stems/length", test_length);
  return g_test_run ();
}
