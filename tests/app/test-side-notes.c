/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-side-notes.h"

#include <string.h>

typedef struct
{
  const char *words;
  const char *first;   /* NULL: none */
  const char *second;
} NoteCase;

static LesSlice
slice_of (const char *words)
{
  return LES_SLICE (words, words + strlen (words));
}

static void
assert_slice (LesSlice slice, const char *expected)
{
  g_autofree char *words = les_slice_dup (slice);

  g_assert_cmpstr (words, ==, expected);
}

static void
test_credits (void)
{
  static const NoteCase cases[] = {
    { "Die Fähre im Sand. Foto: dpa/AP/Erika Muster", "Die Fähre im Sand.", "dpa/AP/Erika Muster" },
    { "Die Fähre im Sand? (Foto: Erika Muster)", "Die Fähre im Sand?", "Erika Muster" },
    { "Die Fähre im Sand [Bild: Keystone]", "Die Fähre im Sand", "Keystone" },
    { "Die Fähre | Foto: dpa", "Die Fähre |", "dpa" },
    { "Foto: dpa", "", "dpa" },
    { "Bild: Imago / Erika Muster", "", "Imago / Erika Muster" },
    { "Photo: Jane Doe/AP", "", "Jane Doe/AP" },
    { "The ferry. Photograph: Jane Doe", "The ferry.", "Jane Doe" },
    { "The ferry. Photo by: Jane Doe", "The ferry.", "Jane Doe" },
    { "The ferry on Tuesday. (AP Photo/Jane Doe)", "The ferry on Tuesday.", "AP Photo/Jane Doe" },
    { "Die Fähre. © Erika Muster", "Die Fähre.", "Erika Muster" },
    { "Die Fähre. Archivbild: Keystone", "Die Fähre.", "Keystone" },
    { "Die Fähre. Symbolfoto: dpa", "Die Fähre.", "dpa" },
    { "Auf dem Bild: ein Schiff", NULL, NULL },
    { "Das Foto: ein Schiff.", NULL, NULL },
    { "Er sagte: Das ist kein gutes Foto", NULL, NULL },
    { "Bild: So nennt der Fischer, was er jeden Morgen am Horizont sieht.", NULL, NULL },
    { "Bild: Nächtliche Szene am Hafen", NULL, NULL },
    { "Foto: Archiv der Stadt Bern", "", "Archiv der Stadt Bern" },
    { "Die Bildung: ein Thema", NULL, NULL },
    { "", NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      LesSlice caption;
      LesSlice mark;
      LesSlice credit;

      g_test_message ("%s", cases[i].words);
      g_assert_cmpint (les_side_notes_match_credit (slice_of (cases[i].words), &caption, &mark, &credit), ==,
                       cases[i].first != NULL);
      if (cases[i].first == NULL)
        continue;
      assert_slice (caption, cases[i].first);
      assert_slice (credit, cases[i].second);
      g_assert_true (mark.start <= credit.start && mark.end >= credit.end);
    }
}

static void
test_desks (void)
{
  static const NoteCase cases[] = {
    { "So sagte er./abc/DP/xyz", "So sagte er.", "/abc/DP/xyz" },
    { "So \"sagte er\"./abc/DP/xyz", "So \"sagte er\".", "/abc/DP/xyz" },
    { "\"So sagte er.\"/abc/DP/xyz", "\"So sagte er.\"", "/abc/DP/xyz" },
    { "So sagte er!/abc", "So sagte er!", "/abc" },
    { "So sagte er. /abc/DP/x1y", "So sagte er.", "/abc/DP/x1y" },
    { "/abc/DP/xyz", NULL, NULL },
    { "dpa:240306-930-12345/1", "", "dpa:240306-930-12345/1" },
    { "© dpa-infocom, dpa:240306-930-12345/1", "", "© dpa-infocom, dpa:240306-930-12345/1" },
    { "Sie und/oder er", NULL, NULL },
    { "ja.\"/nein", NULL, NULL },
    { "So sagte er", NULL, NULL },
    { "http://example.org/a.b/abc/de", NULL, NULL },
    { "Mehr auf www.example.de/abc", NULL, NULL },
    { "", NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      LesSlice before;
      LesSlice code;

      g_test_message ("%s", cases[i].words);
      g_assert_cmpint (les_side_notes_match_desk (slice_of (cases[i].words), &before, &code), ==,
                       cases[i].first != NULL);
      if (cases[i].first == NULL)
        continue;
      assert_slice (before, cases[i].first);
      assert_slice (code, cases[i].second);
    }
}

static void
test_corrections (void)
{
  static const NoteCase cases[] = {
    { "(Berichtigt wird im ersten Satz der Name.) BERN - So", "Berichtigt wird im ersten Satz der Name.", "BERN - So" },
    { "(Korrigiert: Im 2. Absatz (Alter) 43 statt 34)", "Im 2. Absatz (Alter) 43 statt 34", "" },
    { "[Corrects spelling of name]", "Corrects spelling of name", "" },
    { "(Meldung vom Dienstag wurde berichtigt)", "Meldung vom Dienstag wurde berichtigt", "" },
    { "Berichtigung: Es waren drei Fähren.", "Es waren drei Fähren.", "" },
    { "Korrektur: Es waren drei Fähren.", "Es waren drei Fähren.", "" },
    { "Correction: There were three ferries.", "There were three ferries.", "" },
    { "In einer früheren Version hieß es, es seien drei.", "In einer früheren Version hieß es, es seien drei.", "" },
    { "An earlier version of this story said three.", "An earlier version of this story said three.", "" },
    { "This article was amended on 5 March.", "This article was amended on 5 March.", "" },
    { "Korrigiert hat der Minister seine Aussage nicht.", NULL, NULL },
    { "Korrektur der Grenze gefordert", NULL, NULL },
    { "(Die Grenze blieb offen.) So sagte er.", NULL, NULL },
    { "Corrections officers walked out.", NULL, NULL },
    { "(Berichtigt", NULL, NULL },
    { "", NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      LesSlice note;
      LesSlice rest;

      g_test_message ("%s", cases[i].words);
      g_assert_cmpint (les_side_notes_match_correction (slice_of (cases[i].words), &note, &rest), ==,
                       cases[i].first != NULL);
      if (cases[i].first == NULL)
        continue;
      assert_slice (note, cases[i].first);
      assert_slice (rest, cases[i].second);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/side-notes/credits", test_credits);
  g_test_add_func ("/side-notes/desks", test_desks);
  g_test_add_func ("/side-notes/corrections", test_corrections);
  return g_test_run ();
}
