/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-german-verbs.h"

#include <string.h>

/* Forms of one verb in each row. */
static const char *const verbs[][8] = {
  { "fordern", "fordert", "forderte", "forderten", "gefordert", "geforderten", NULL },
  { "arbeiten", "arbeitet", "arbeitete", "arbeiteten", "gearbeitet", NULL },
  { "sammeln", "sammelt", "sammelte", "gesammelt", NULL },
  { "öffnen", "öffnet", "öffnete", "geöffnet", NULL },
  { "sterben", "stirbt", "starb", "starben", "gestorben", NULL },
  { "gehen", "geht", "ging", "gingen", "gegangen", NULL },
  { "halten", "hält", "hielt", "hielten", "gehalten", NULL },
  { "annehmen", "annimmt", "annahm", "angenommen", "anzunehmen", NULL },
  { "ankündigen", "ankündigte", "angekündigt", "anzukündigen", NULL },
  { "verlassen", "verlässt", "verliess", NULL },
  { "verlieren", "verliert", "verlor", "verloren", NULL },
  { "gewinnen", "gewann", "gewonnen", NULL },
  { "zurückkehren", "zurückkehrte", "zurückgekehrt", "zurückzukehren", NULL },
  { "bestehen", "besteht", "bestand", "bestanden", NULL },
  { "denken", "dachte", "gedacht", NULL },
};

static void
test_forms (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      LesGermanVerb first;

      g_assert_true (les_german_verb_read (verbs[i][0], &first));
      for (guint f = 1; verbs[i][f] != NULL; f++)
        {
          LesGermanVerb verb;

          g_test_message ("%s, %s", verbs[i][0], verbs[i][f]);
          g_assert_true (les_german_verb_read (verbs[i][f], &verb));
          g_assert_cmpstr (verb.stem, ==, first.stem);
        }
    }
}

static void
test_different (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    for (guint k = i + 1; k < G_N_ELEMENTS (verbs); k++)
      {
        LesGermanVerb a;
        LesGermanVerb b;

        g_assert_true (les_german_verb_read (verbs[i][0], &a));
        g_assert_true (les_german_verb_read (verbs[k][0], &b));
        g_assert_cmpstr (a.stem, !=, b.stem);
      }
}

static void
test_base (void)
{
  LesGermanVerb apart;
  LesGermanVerb bare;

  g_assert_true (les_german_verb_read ("angekündigt", &apart));
  g_assert_true (les_german_verb_read ("kündigte", &bare));
  g_assert_cmpuint (apart.base, ==, strlen ("an"));
  g_assert_cmpuint (bare.base, ==, 0);
  g_assert_cmpstr (apart.stem + apart.base, ==, bare.stem);
  g_assert_false (apart.is_strong);

  g_assert_true (les_german_verb_read ("aufgestanden", &apart));
  g_assert_true (les_german_verb_read ("steht", &bare));
  g_assert_cmpstr (apart.stem + apart.base, ==, bare.stem);
  g_assert_true (apart.is_strong);
}

static void
test_nouns (void)
{
  static const char *const cases[][2] = {
    { "forderung", "gefordert" },
    { "forderungen", "fordern" },
    { "verhandlungen", "verhandelten" },
    { "erklärung", "erklärte" },
    { "treffen", "trafen" },
    { "schweigen", "schwieg" },
  };
  LesGermanVerb verb;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      LesGermanVerb noun;

      g_test_message ("%s, %s", cases[i][0], cases[i][1]);
      g_assert_true (les_german_verb_read_noun (cases[i][0], &noun));
      g_assert_true (les_german_verb_read (cases[i][1], &verb));
      g_assert_cmpstr (noun.stem, ==, verb.stem);
    }
  g_assert_false (les_german_verb_read_noun ("wochen", &verb));
  g_assert_false (les_german_verb_read_noun ("haus", &verb));
  g_assert_false (les_german_verb_read_noun ("ung", &verb));
}

/* No word is too odd. */
static void
test_odd_words (void)
{
  static const char *const words[] = {
    "", "e", "t", "en", "ge", "get", "zu", "zun", "anzu", "anzuen", "ung", "ungen", "ü", "üt", "ten", "teten", "etetetet",
    "gegegegegeget", "ananananan", "weissrussland", "日本語", "لقد", "🙂🙂🙂t", "ueberueberueber",
  };
  g_autofree char *long_word = g_strnfill (5000, 't');
  LesGermanVerb verb;

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      if (les_german_verb_read (words[i], &verb))
        g_assert_cmpuint (verb.base, <, strlen (verb.stem));
      les_german_verb_read_noun (words[i], &verb);
    }
  g_assert_false (les_german_verb_read (long_word, &verb));
  g_assert_false (les_german_verb_read_noun (long_word, &verb));
  for (guint n = 1; n < 80; n++)
    {
      long_word[n] = '\0';
      les_german_verb_read (long_word, &verb);
      les_german_verb_read_noun (long_word, &verb);
      long_word[n] = 't';
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/german-verbs/forms", test_forms);
  g_test_add_func ("/german-verbs/different", test_different);
  g_test_add_func ("/german-verbs/base", test_base);
  g_test_add_func ("/german-verbs/nouns", test_nouns);
  g_test_add_func ("/german-verbs/odd-words", test_odd_words);
  return g_test_run ();
}
