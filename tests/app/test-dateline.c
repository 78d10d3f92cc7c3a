/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-dateline.h"

#include <string.h>

#define TEXT "Die Regierung hat am Dienstag beschlossen, den Hafen nicht zu schließen."

typedef struct
{
  const char *words;
  const char *place;
  const char *agency;
  const char *date;
} DatelineCase;

static const DatelineCase datelines[] = {
  { "TASCHKENT (dpa-AFX) - " TEXT, "Taschkent", "dpa-AFX", NULL },
  { "PARIS (Reuters) – " TEXT, "Paris", "Reuters", NULL },
  { "Wien (APA) " TEXT, "Wien", "APA", NULL },
  { "Wien (APA): " TEXT, "Wien", "APA", NULL },
  { "BERLIN, 3 March (AP) — " TEXT, "Berlin", "AP", NULL },
  { "BERLIN, March 3, 2025 (AP) — " TEXT, "Berlin", "AP", "2025-03-03" },
  { "Berlin, 3. März 2025 (dpa) - " TEXT, "Berlin", "dpa", "2025-03-03" },
  { "BERLIN (AP) —" TEXT, "Berlin", "AP", NULL },
  { "Frankfurt/Main (dpa/lhe) - " TEXT, "Frankfurt/Main", "dpa/lhe", NULL },
  { "FRANKFURT AM MAIN (dpa) - " TEXT, "Frankfurt am Main", "dpa", NULL },
  { "NEW YORK (dpa-AFX) - " TEXT, "New York", "dpa-AFX", NULL },
  { "RIO DE JANEIRO (AFP) - " TEXT, "Rio de Janeiro", "AFP", NULL },
  { "St. Gallen (Keystone-SDA) - " TEXT, "St. Gallen", "Keystone-SDA", NULL },
  { "ST. GALLEN (sda) " TEXT, "St. Gallen", "sda", NULL },
  { "Genf/Bern (sda/afp) " TEXT, "Genf/Bern", "sda/afp", NULL },
  { "KIEW/MOSKAU (dpa) - " TEXT, "Kiew/Moskau", "dpa", NULL },
  { "WASHINGTON, D.C. (AP) - " TEXT, "Washington", "AP", NULL },
  { "BADEN-BADEN (ddp) - " TEXT, "Baden-Baden", "ddp", NULL },
  { "ZÜRICH (awp) - " TEXT, "Zürich", "awp", NULL },
  { "HAVNSTED (NNA) - " TEXT, "Havnsted", "NNA", NULL },
  { "Havnsted (nna) - " TEXT, "Havnsted", "nna", NULL },
  { "BERLIN afp | " TEXT, "Berlin", "afp", NULL },
  { "Nov 27 (Reuters) - " TEXT, NULL, "Reuters", NULL },
  { "(Reuters) - " TEXT, NULL, "Reuters", NULL },
  { "LONDON - " TEXT, "London", NULL, NULL },
  { "Bern, 12.03.2025 - " TEXT, "Bern", NULL, "2025-03-12" },
  { "Bern, 2025-03-12 – " TEXT, "Bern", NULL, "2025-03-12" },
};

/* What looks like one and is none: nothing is better than something wrong. */
static const char * const others[] = {
  "Angela Muster (CDU) sagte, sie werde nicht zurücktreten, und verließ den Saal.",
  "Angela Muster (CDU) - Die Kandidatin fordert mehr Geld für die Häfen des Landes.",
  "Angela Muster (43) - Die Kandidatin fordert mehr Geld für die Häfen des Landes.",
  "SPORT – Handball",
  "FDP – Die Partei fordert mehr Geld für die Häfen des Landes und weniger Lärm.",
  "NATO - Das Bündnis fordert mehr Geld für die Häfen des Landes und weniger Lärm.",
  "EILMELDUNG - DER HAFEN BLEIBT NACH ANGABEN DER BEHÖRDE BIS AUF WEITERES GESPERRT.",
  "Muster - der Mann, der vor vier Jahren schon einmal hier stand, ist zurück.",
  "Der Hafen (siehe Karte) - und nicht nur er - bleibt bis auf Weiteres gesperrt.",
  "Die Zeitung (AP) berichtete",
  "BERLIN (dpa) -",
  "BERLIN",
  "(Foto: dpa) Der Hafen",
  "",
};

static LesSlice
slice_of (const char *words)
{
  return LES_SLICE (words, words + strlen (words));
}

static void
test_datelines (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (datelines); i++)
    {
      LesDateline dateline = { NULL, };
      LesSlice rest;

      g_test_message ("%s", datelines[i].words);
      g_assert_true (les_dateline_match (&dateline, slice_of (datelines[i].words), &rest));
      g_assert_cmpstr (dateline.place, ==, datelines[i].place);
      g_assert_cmpstr (dateline.agency, ==, datelines[i].agency);
      g_assert_cmpstr (dateline.date, ==, datelines[i].date);
      g_assert_cmpstr (rest.start, ==, TEXT);
      les_dateline_clear (&dateline);
    }
}

static void
test_others (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      LesDateline dateline = { NULL, };
      LesSlice rest;

      g_test_message ("%s", others[i]);
      g_assert_false (les_dateline_match (&dateline, slice_of (others[i]), &rest));
    }
}

static void
test_places (void)
{
  static const char * const cases[][2] = {
    { "TASCHKENT", "Taschkent" },
    { "Taschkent", "Taschkent" },
    { "LA PAZ", "La Paz" },
    { "STOKE-ON-TRENT", "Stoke-On-Trent" },
    { "USA", "USA" },
    { "ÖREBRO", "Örebro" },
    { "GIESSEN", "Giessen" },
    { "L'AQUILA", "L'Aquila" },
    { " BERN ", "Bern" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *place = les_dateline_dup_place (slice_of (cases[i][0]));

      g_assert_cmpstr (place, ==, cases[i][1]);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dateline/datelines", test_datelines);
  g_test_add_func ("/dateline/others", test_others);
  g_test_add_func ("/dateline/places", test_places);
  return g_test_run ();
}
