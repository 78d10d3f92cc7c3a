/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-metadata.h"

typedef struct
{
  const char *words;
  const char *language;
} LanguageCase;

static const LanguageCase cases[] = {
  { "Die Fähre ist am Dienstag auf eine Sandbank gelaufen, und niemand weiß, wie lange sie dort noch liegen wird.", "de" },
  { "DIE FÄHRE IST AM DIENSTAG AUF EINE SANDBANK GELAUFEN, UND NIEMAND WEISS, WIE LANGE SIE DORT NOCH LIEGEN WIRD.", "de" },
  { "Das Schiff wird nach Auskunft der Reederei grosse Schäden haben, die erst im Sommer zu beheben sind.", "de" },
  { "The ferry ran aground on Tuesday, and nobody knows how long it will have to stay there before the tide is high.", "en" },
  { "Le bac s'est échoué mardi sur un banc de sable et personne ne sait combien de temps il va rester dans la baie.", "fr" },
  { "Il traghetto si è incagliato martedì su un banco di sabbia e nessuno sa quanto tempo dovrà rimanere nella baia.", "it" },
  { "El ferry encalló el martes en un banco de arena y nadie sabe cuánto tiempo tendrá que quedarse en la bahía.", "es" },
  { "De veerboot is dinsdag op een zandbank gelopen en niemand weet hoe lang het schip daar nog zal blijven.", "nl" },
  /* Short, or neither, or too near a relative */
  { "Färjan gick på grund i tisdags och ingen vet hur länge den måste ligga där innan vattnet är högt.", NULL },
  { "", NULL },
  { "Fähre gestrandet", NULL },
  { "Ferry aground", NULL },
  { "SOLVEIG 4711 0815", NULL },
  { "Паром сел на мель во вторник, и никто не знает, сколько времени он там пролежит.", NULL },
  { "渡轮星期二搁浅，没有人知道它会在那里停留多久。", NULL },
  { "Haus Boot Schiff Sand Küste Hafen Möwe Segel Anker Tau Netz Fisch Boje Kran Kai Mole Bug Heck", NULL },
  { "Die Fähre ist auf Grund, und the ferry is on the bank of sand; wie lange das so ist, nobody of us knows for now.", NULL },
};

static void
test_guess (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LesText) text = les_text_new (cases[i].words, -1);
      g_autofree char *language = les_language_guess (text);

      g_test_message ("%s", cases[i].words);
      g_assert_cmpstr (language, ==, cases[i].language);
    }
}

/* Words without end, and a great many of them */
static void
test_extremes (void)
{
  g_autoptr (GString) words = g_string_new (NULL);
  g_autoptr (LesText) text = NULL;
  g_autofree char *language = NULL;

  for (int i = 0; i < 200000; i++)
    g_string_append (words, "ü");
  g_string_append (words, " die und der das ist ");
  for (int i = 0; i < 200000; i++)
    g_string_append (words, "die Fähre und das Meer ");
  text = les_text_new (words->str, words->len);
  language = les_language_guess (text);
  g_assert_cmpstr (language, ==, "de");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/language/guess", test_guess);
  g_test_add_func ("/language/extremes", test_extremes);
  return g_test_run ();
}
