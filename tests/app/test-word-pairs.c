/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-word-pairs.h"

static char *
join_pairs (const char *left_words, const char *left_language, const char *right_words, const char *right_language)
{
  g_autoptr (LesText) left_text = les_text_new (left_words, -1);
  g_autoptr (LesText) right_text = les_text_new (right_words, -1);
  g_autoptr (LesDocument) left = les_document_new_raw (left_text, left_language);
  g_autoptr (LesDocument) right = les_document_new_raw (right_text, right_language);
  g_autoptr (GPtrArray) pairs = les_word_pairs_list (left, LES_TEXT_RANGE (0, les_text_get_n_chars (left_text)),
                                                     right, LES_TEXT_RANGE (0, les_text_get_n_chars (right_text)));

  g_ptr_array_add (pairs, NULL);
  return g_strjoinv (", ", (char **) pairs->pdata);
}

static void
assert_pairs (const char *left, const char *right, const char *wanted)
{
  g_autofree char *found = join_pairs (left, "de", right, "de");

  g_assert_cmpstr (found, ==, wanted);
}

static void
test_german (void)
{
  assert_pairs ("Die Brandursache ist unklar.", "Unklar ist noch die Ursache.", "Brandursache ~ Ursache");
  assert_pairs ("Bei dem Angriff starben sieben Fischer.", "7 Fischer wurden getötet.", "starben ~ getötet, sieben ~ 7");
  assert_pairs ("Der Minister trat zurück.", "Das Museum öffnet im Mai.", "");
}

/* What everybody sees is not told, nor what both only frame their words with. */
static void
test_equal (void)
{
  assert_pairs ("Das Museum bleibt geschlossen.", "Geschlossen bleibt auch das Museum.", "");
  assert_pairs ("Das Museum, sagte sie, bleibt zu.", "Er erklärte, das Museum bleibt zu.", "");
}

static void
test_two_languages (void)
{
  g_autofree char *found = join_pairs ("Drei Matrosen wurden getötet.", "de", "Three sailors were killed.", "en");

  g_assert_nonnull (strstr (found, "Drei ~ Three"));
  g_assert_nonnull (strstr (found, "getötet ~ killed"));
}

static void
test_odd (void)
{
  g_autoptr (GString) many = g_string_new (NULL);

  assert_pairs ("", "", "");
  assert_pairs (" \u00AD\u200D 🚢 ", "Ein Schiff.", "");
  for (int i = 0; i < 501; i++)
    g_string_append_printf (many, "starb%d ", i);
  assert_pairs (many->str, "getötet", "");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/word-pairs/german", test_german);
  g_test_add_func ("/word-pairs/equal", test_equal);
  g_test_add_func ("/word-pairs/two-languages", test_two_languages);
  g_test_add_func ("/word-pairs/odd", test_odd);
  return g_test_run ();
}
