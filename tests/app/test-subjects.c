/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-subjects.h"

#include <string.h>

static void
put (LesSubjects *subjects, const char *id, const char *utf8)
{
  g_autoptr (LesText) text = les_text_new (utf8, -1);
  g_autoptr (LesDocument) document = les_document_new_raw (text, "de");

  les_subjects_put (subjects, id, document);
}

/* One event in other words, and what has nothing to do with it. */
static LesSubjects *
make_subjects (void)
{
  LesSubjects *subjects = les_subjects_new ();

  put (subjects, "bridge", "Nach Angaben der Sprecherin Jorun Tessel wurde die Brücke von Fenmark gesperrt. Taucher haben im Pfeiler "
                           "tiefe Risse gefunden, betroffen sind 14000 Pendler.");
  put (subjects, "again", "Seit Freitag kommen 14000 Pendler nicht mehr nach Fenmark. Wegen der Risse in einem Pfeiler, so "
                          "erklärte es Amtsleiterin Jorun Tessel, fährt nun die Fähre.");
  put (subjects, "cat", "Am Sonntag hat die Feuerwehr eine Katze vom Turm der Kapelle geholt. Das Tier saß dort seit Freitag und "
                        "hatte nach Angaben der Nachbarn kräftig geschrien.");
  put (subjects, "race", "Weil der Wind ausblieb, beginnt die Regatta vor der Insel erst am Mittag. Gemeldet sind 40 Boote aus "
                         "sechs Häfen, teilte der Segelclub am Freitag mit.");
  return subjects;
}

static GArray *
find (LesSubjects *subjects, const char *id)
{
  g_autoptr (GError) error = NULL;
  GArray *found = les_subjects_find (subjects, id, 10, NULL, &error);

  g_assert_no_error (error);
  return found;
}

static void
test_same_subject (void)
{
  g_autoptr (LesSubjects) subjects = make_subjects ();
  g_autoptr (GArray) found = find (subjects, "bridge");
  const LesSameSubject *same = &g_array_index (found, LesSameSubject, 0);

  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpstr (same->article, ==, "again");
  g_assert_cmpint (same->share, >, 300);
  g_assert_cmpint (same->share, <, 1000);
  g_assert_nonnull (strchr (same->words, ','));
  g_assert_null (strstr (same->words, "14000"));
}

static void
test_nothing_alike (void)
{
  g_autoptr (LesSubjects) subjects = make_subjects ();
  g_autoptr (GArray) found = find (subjects, "cat");
  g_autoptr (GArray) unknown = find (subjects, "nobody");

  g_assert_cmpuint (found->len, ==, 0);
  g_assert_cmpuint (unknown->len, ==, 0);
}

/* A genitive is the same name. */
static void
test_stems (void)
{
  g_autoptr (LesSubjects) subjects = les_subjects_new ();
  g_autoptr (GArray) found = NULL;

  put (subjects, "a", "So stand es in den Plänen Tessels und den Akten Fenmarks, und in den Booten der Inseln sprach man davon.");
  put (subjects, "b", "Dann sah auch Tessel den Plan, und Fenmark hatte eine Akte, ein Boot und eine Insel mehr.");
  found = find (subjects, "a");
  g_assert_cmpuint (found->len, ==, 1);
}

static void
test_replace_and_remove (void)
{
  g_autoptr (LesSubjects) subjects = make_subjects ();
  g_autoptr (GArray) replaced = NULL;
  g_autoptr (GArray) back = NULL;
  g_autoptr (GArray) removed = NULL;

  put (subjects, "again", "Nun geht es um etwas ganz anderes, nämlich um den Garten von Frau Ilse Brack und ihre Rosen.");
  replaced = find (subjects, "bridge");
  g_assert_cmpuint (replaced->len, ==, 0);
  put (subjects, "again", "Die Sprecherin Jorun Tessel sprach in Fenmark vom Pfeiler, die Taucher von Rissen an der Brücke.");
  back = find (subjects, "bridge");
  g_assert_cmpuint (back->len, ==, 1);
  g_assert_true (les_subjects_remove (subjects, "again"));
  g_assert_false (les_subjects_remove (subjects, "again"));
  removed = find (subjects, "bridge");
  g_assert_cmpuint (removed->len, ==, 0);
}

static void
test_odd_texts (void)
{
  g_autoptr (LesSubjects) subjects = les_subjects_new ();
  g_autofree char *spaces = g_strnfill (100000, ' ');
  g_autofree char *line = g_strnfill (100000, 'X');
  const char *ids[] = { "empty", "spaces", "line", "emoji", "rtl", "chinese" };

  put (subjects, "empty", "");
  put (subjects, "spaces", spaces);
  put (subjects, "line", line);
  put (subjects, "emoji", "🚲 🚲 🚲");
  put (subjects, "rtl", "שלום עולם");
  put (subjects, "chinese", "桥已关闭");
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autoptr (GArray) found = find (subjects, ids[i]);

      g_assert_cmpuint (found->len, ==, 0);
    }
}

static void
test_cancelled (void)
{
  g_autoptr (LesSubjects) subjects = make_subjects ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (les_subjects_find (subjects, "bridge", 10, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/subjects/same-subject", test_same_subject);
  g_test_add_func ("/subjects/nothing-alike", test_nothing_alike);
  g_test_add_func ("/subjects/stems", test_stems);
  g_test_add_func ("/subjects/replace-and-remove", test_replace_and_remove);
  g_test_add_func ("/subjects/odd-texts", test_odd_texts);
  g_test_add_func ("/subjects/cancelled", test_cancelled);

  return g_test_run ();
}
