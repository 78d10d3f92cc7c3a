/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-words.h"

typedef struct
{
  const char *text;
  const char *words;      /* split by | */
} SplitCase;

static const SplitCase split_cases[] = {
  { "", "" },
  { " \n ", "" },
  { "... – „“ !", "" },
  { "Der Rat tagt.", "Der|Rat|tagt" },
  { "Hafen-Rat", "Hafen|Rat" },
  { "3,5 Millionen", "3,5|Millionen" },
  { "a\xc2\xa0" "b", "a|b" },                                 /* NBSP */
  { "Bun\xc2\xad" "des\xc2\xad" "rat", "Bun\xc2\xad" "des\xc2\xad" "rat" },  /* soft hyphens */
  { "e\xcc\x81t\xc3\xa9", "e\xcc\x81t\xc3\xa9" },             /* combining mark */
  { "gut \xf0\x9f\x98\x80 so", "gut|so" },                    /* emoji */
  { "שלום עולם", "שלום|עולם" },
  { "don’t", "don’t" },
};

static void
test_split (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (split_cases); i++)
    {
      g_autoptr (LesText) text = les_text_new (split_cases[i].text, -1);
      g_autoptr (GArray) words = les_words_split (text, les_text_get_range (text), "de");
      g_autoptr (GString) joined = g_string_new (NULL);

      for (guint w = 0; w < words->len; w++)
        {
          g_autofree char *word = les_text_dup_range (text, g_array_index (words, LesWord, w).range);

          if (w > 0)
            g_string_append_c (joined, '|');
          g_string_append (joined, word);
        }
      g_test_message ("case %u", i);
      g_assert_cmpstr (joined->str, ==, split_cases[i].words);
      g_assert_cmpint (les_words_count (text, les_text_get_range (text)), ==, (int) words->len);
    }
}

static void
test_numbers (void)
{
  g_autoptr (LesText) text = les_text_new ("Rat 14 3,5 2025", -1);
  g_autoptr (GArray) words = les_words_split (text, les_text_get_range (text), NULL);

  g_assert_cmpuint (words->len, ==, 4);
  g_assert_false (g_array_index (words, LesWord, 0).is_number);
  for (guint i = 1; i < 4; i++)
    g_assert_true (g_array_index (words, LesWord, i).is_number);
}

static void
test_within (void)
{
  g_autoptr (LesText) text = les_text_new ("ä ö ü und so", -1);
  g_autoptr (GArray) words = les_words_split (text, LES_TEXT_RANGE (2, 8), "de");

  g_assert_cmpuint (words->len, ==, 3);
  g_assert_cmpint (g_array_index (words, LesWord, 0).range.start, ==, 2);
  g_assert_cmpint (g_array_index (words, LesWord, 2).range.start, ==, 6);
  g_assert_cmpint (g_array_index (words, LesWord, 2).range.end, ==, 8);
}

static void
assert_at (LesText *text, int offset, int start, int end)
{
  LesTextRange word = les_words_at (text, offset);

  g_test_message ("at %d", offset);
  g_assert_cmpint (word.start, ==, start);
  g_assert_cmpint (word.end, ==, end);
}

static void
test_at (void)
{
  g_autoptr (LesText) text = les_text_new ("„Öl“,  Rat", -1);
  g_autoptr (LesText) empty = les_text_new ("", 0);

  assert_at (text, 0, 0, 0);
  assert_at (text, 1, 1, 3);
  assert_at (text, 2, 1, 3);
  assert_at (text, 3, 1, 3);      /* ends there */
  assert_at (text, 5, 5, 5);
  assert_at (text, 9, 7, 10);
  assert_at (text, 99, 7, 10);
  assert_at (empty, 0, 0, 0);
}

static void
test_boundaries (void)
{
  g_autoptr (LesText) text = les_text_new ("„Öl“,  Rat.", -1);

  g_assert_cmpint (les_words_next_boundary (text, 0), ==, 3);
  g_assert_cmpint (les_words_next_boundary (text, 2), ==, 3);
  g_assert_cmpint (les_words_next_boundary (text, 3), ==, 10);
  g_assert_cmpint (les_words_next_boundary (text, 10), ==, 11);
  g_assert_cmpint (les_words_next_boundary (text, 11), ==, 11);
  g_assert_cmpint (les_words_previous_boundary (text, 11), ==, 7);
  g_assert_cmpint (les_words_previous_boundary (text, 8), ==, 7);
  g_assert_cmpint (les_words_previous_boundary (text, 7), ==, 1);
  g_assert_cmpint (les_words_previous_boundary (text, 1), ==, 0);
  g_assert_cmpint (les_words_previous_boundary (text, 0), ==, 0);
}

static void
test_graphemes (void)
{
  /* e and its accent; a family of five characters */
  g_autoptr (LesText) text = les_text_new ("e\xcc\x81 \xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x91\xa7!", -1);
  LesTextRange range;

  range = les_words_snap_graphemes (text, LES_TEXT_RANGE (1, 4));
  g_assert_cmpint (range.start, ==, 0);
  g_assert_cmpint (range.end, ==, 8);
  range = les_words_snap_graphemes (text, LES_TEXT_RANGE (5, 5));
  g_assert_cmpint (range.start, ==, 3);
  g_assert_cmpint (range.end, ==, 3);
  range = les_words_snap_graphemes (text, LES_TEXT_RANGE (-3, 99));
  g_assert_cmpint (range.start, ==, 0);
  g_assert_cmpint (range.end, ==, les_text_get_n_chars (text));
}

/* A word of a million letters is one word and takes no second. */
static void
test_long_word (void)
{
  g_autofree char *letters = g_strnfill (1000000, 'a');
  g_autoptr (LesText) text = les_text_new (letters, 1000000);

  g_assert_cmpint (les_words_count (text, les_text_get_range (text)), ==, 1);
  g_assert_cmpint (les_words_at (text, 500000).start, <=, 500000);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/words/split", test_split);
  g_test_add_func ("/words/numbers", test_numbers);
  g_test_add_func ("/words/within", test_within);
  g_test_add_func ("/words/at", test_at);
  g_test_add_func ("/words/boundaries", test_boundaries);
  g_test_add_func ("/words/graphemes", test_graphemes);
  g_test_add_func ("/words/long-word", test_long_word);
  return g_test_run ();
}
