/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-byline.h"

#include <string.h>

typedef struct
{
  const char *words;
  const char *author;
  const char *agency;
} BylineCase;

static const BylineCase bylines[] = {
  { "Von: APA/Reuters/AFP", NULL, "APA/Reuters/AFP" },
  { "Von: NNA/Kystradio", NULL, "NNA/Kystradio" },
  { "Von Erika Muster", "Erika Muster", NULL },
  { "VON ERIKA MUSTER", "ERIKA MUSTER", NULL },
  { "Von: Erika Muster", "Erika Muster", NULL },
  { "Von Erika Muster und Max Beispiel", "Erika Muster und Max Beispiel", NULL },
  { "Von Erika Muster, Max Beispiel und Jo van der Aue", "Erika Muster, Max Beispiel und Jo van der Aue", NULL },
  { "Von Erika Muster, Berlin", "Erika Muster", NULL },
  { "Von Erika Muster, dpa", "Erika Muster", "dpa" },
  { "Von Erika Muster (dpa)", "Erika Muster", "dpa" },
  { "Von Dr. Erika Muster-Beispiel", "Dr. Erika Muster-Beispiel", NULL },
  { "By Jane Doe", "Jane Doe", NULL },
  { "By Jane Doe and John Q. Roe", "Jane Doe and John Q. Roe", NULL },
  { "By Jane O'Doe, Associated Press", "Jane O'Doe", "Associated Press" },
  { "BY JANE DOE", "JANE DOE", NULL },
  { "Autorin: Erika Muster", "Erika Muster", NULL },
  { "Author: Jane Doe", "Jane Doe", NULL },
  { "Text: Erika Muster", "Erika Muster", NULL },
  { "Quelle: dpa", NULL, "dpa" },
  { "Quellen: dpa, AFP", NULL, "dpa, AFP" },
  { "Source: Reuters", NULL, "Reuters" },
  { "dpa/AFP", NULL, "dpa/AFP" },
  { "(sda/kle)", NULL, "sda/kle" },
  { "*Von Erika Muster*", "Erika Muster", NULL },
};

static const char * const others[] = {
  "Von der Küste bis zum Berg",
  "Von Berlin nach Paris",
  "Von Krieg und Frieden",
  "Von Wien",
  "Von Erika Muster ist nichts zu hören.",
  "Von allen verlassen",
  "By the numbers",
  "By Monday",
  "By Jane Doe standards this was a quiet day",
  "Text ohne Doppelpunkt",
  "Quelle der Freude",
  "Reuters und die anderen",
  "pa",
  "Erika Muster",
  "(und so weiter)",
  "",
  "()",
};

static LesSlice
slice_of (const char *words)
{
  return LES_SLICE (words, words + strlen (words));
}

static void
assert_byline (LesByline *byline, const BylineCase *c)
{
  g_assert_cmpstr (byline->author, ==, c->author);
  g_assert_cmpstr (byline->agency, ==, c->agency);
  les_byline_clear (byline);
}

static void
test_bylines (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (bylines); i++)
    {
      LesByline byline;

      g_test_message ("%s", bylines[i].words);
      g_assert_true (les_byline_match (&byline, slice_of (bylines[i].words)));
      assert_byline (&byline, &bylines[i]);
    }
}

static void
test_others (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      LesByline byline;

      g_test_message ("%s", others[i]);
      g_assert_false (les_byline_match (&byline, slice_of (others[i])));
    }
}

static void
test_names (void)
{
  static const struct
  {
    const char *words;
    gboolean is_name;
  } cases[] = {
    { "Erika Muster", TRUE },
    { "Erika M. Muster", TRUE },
    { "Anna von der Aue", TRUE },
    { "Jean-Luc d'Artois", TRUE },
    { "Élodie Çelik", TRUE },
    { "(Erika Muster)", TRUE },
    { "Muster", FALSE },
    { "Ende offen", FALSE },
    { "Die Fähre", FALSE },
    { "Kein Ende", FALSE },
    { "Themenverwandter Artikel", FALSE },
    { "ERIKA MUSTER", FALSE },
    { "Erika Muster.", FALSE },
    { "Erika Muster, Bern", FALSE },
    { "Erika 2", FALSE },
    { "Erika Maria Anna Luise Muster", FALSE },
    { "", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      LesByline byline;

      g_test_message ("%s", cases[i].words);
      g_assert_cmpint (les_byline_match_name (&byline, slice_of (cases[i].words)), ==, cases[i].is_name);
      les_byline_clear (&byline);
    }
}

static void
test_end (void)
{
  static const BylineCase found[] = {
    { "So sagte er. (sda/dpa)", NULL, "sda/dpa" },
    { "So sagte er.» (SDA)", NULL, "SDA" },
    { "So sagte er. [apa]", NULL, "apa" },
    { "So sagte er. (nna/HBD)", NULL, "nna/HBD" },
    { "(Reporting by Jane Doe in Riga; Editing by John Roe)", "Jane Doe", NULL },
    { "He said. (Additional reporting)", NULL, NULL },
    { "So sagte er (SPD)", NULL, NULL },
    { "So sagte er. (SPD)", NULL, NULL },
    { "So sagte er (dpa)", NULL, NULL },
    { "", NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (found); i++)
    {
      LesByline byline;
      LesSlice before;
      gboolean expected = found[i].author != NULL || found[i].agency != NULL;

      g_test_message ("%s", found[i].words);
      g_assert_cmpint (les_byline_match_end (&byline, slice_of (found[i].words), &before), ==, expected);
      if (expected)
        g_assert_true (les_slice_is_empty (before) || les_slice_ends_sentence (before));
      assert_byline (&byline, &found[i]);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/byline/bylines", test_bylines);
  g_test_add_func ("/byline/others", test_others);
  g_test_add_func ("/byline/names", test_names);
  g_test_add_func ("/byline/end", test_end);
  return g_test_run ();
}
