/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-text.h"

#include <string.h>

/* Every width of UTF-8, combining marks, an emoji of several code points. */
static const char * const samples[] = {
  "",
  "a",
  "plain words",
  "ü",
  "Grüße aus Öd",
  "e\xCC\x81" "a\xCC\x88\xCC\xA3",
  "x\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x9A\x80y",
  "„so“ € 5\xC2\xA0km",
  "\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D \xE4\xB8\xAD\xE6\x96\x87",
  "\xEF\xBB\xBF" "bom",
};

static void
assert_range (LesTextRange range, int start, int end)
{
  g_assert_cmpint (range.start, ==, start);
  g_assert_cmpint (range.end, ==, end);
}

/* Walks the text once and compares every offset in both directions. */
static void
assert_offsets (LesText *text)
{
  const char *utf8 = les_text_get_utf8 (text);
  const char *p = utf8;
  int offset = 0;

  for (; *p != '\0'; p = g_utf8_next_char (p), offset++)
    {
      gsize byte = p - utf8;

      g_assert_cmpuint (les_text_char_to_byte (text, offset), ==, byte);
      g_assert_true (les_text_peek (text, offset) == p);
      g_assert_cmpuint (les_text_get_char (text, offset), ==, g_utf8_get_char (p));
      for (; byte < (gsize) (g_utf8_next_char (p) - utf8); byte++)
        g_assert_cmpint (les_text_byte_to_char (text, byte), ==, offset);
    }
  g_assert_cmpint (les_text_get_n_chars (text), ==, offset);
  g_assert_cmpuint (les_text_get_n_bytes (text), ==, p - utf8);
  g_assert_cmpuint (les_text_char_to_byte (text, offset), ==, p - utf8);
  g_assert_cmpint (les_text_byte_to_char (text, p - utf8), ==, offset);
}

static void
test_offsets (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autoptr (LesText) text = les_text_new (samples[i], -1);

      g_test_message ("sample %u", i);
      g_assert_cmpstr (les_text_get_utf8 (text), ==, samples[i]);
      assert_offsets (text);
    }
}

/* Lengths around the step of the index, with the wide character at each place. */
static void
test_offsets_around_marks (void)
{
  for (int length = 1; length < 400; length += length < 120 ? 7 : 1)
    for (int wide = 0; wide < length; wide += MAX (1, length / 3))
      {
        g_autoptr (GString) words = g_string_new (NULL);
        g_autoptr (LesText) text = NULL;

        for (int i = 0; i < length; i++)
          g_string_append (words, i == wide ? "🚀" : "a");
        text = les_text_new (words->str, words->len);
        assert_offsets (text);
      }
}

static void
test_offsets_long (void)
{
  g_autoptr (GString) words = g_string_new (NULL);
  g_autoptr (LesText) text = NULL;

  for (int i = 0; i < 40000; i++)
    g_string_append (words, samples[1 + i % (G_N_ELEMENTS (samples) - 1)]);
  text = les_text_new (words->str, words->len);
  assert_offsets (text);
}

static void
test_clamping (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autoptr (LesText) text = les_text_new (samples[i], -1);
      int n = les_text_get_n_chars (text);

      g_assert_cmpuint (les_text_char_to_byte (text, -3), ==, 0);
      g_assert_cmpuint (les_text_char_to_byte (text, n + 3), ==, strlen (samples[i]));
      g_assert_cmpuint (les_text_char_to_byte (text, G_MAXINT), ==, strlen (samples[i]));
      g_assert_cmpint (les_text_byte_to_char (text, G_MAXSIZE), ==, n);
      g_assert_cmpuint (les_text_get_char (text, -1), ==, 0);
      g_assert_cmpuint (les_text_get_char (text, n), ==, 0);
      g_assert_cmpstr (les_text_peek (text, n + 1), ==, "");
    }
}

static void
test_copies (void)
{
  char buffer[] = "Grüße";
  g_autoptr (LesText) text = les_text_new (buffer, 4);
  g_autoptr (LesText) taken = les_text_new_take (g_strdup ("ab"), 2);

  buffer[0] = 'X';
  g_assert_cmpstr (les_text_get_utf8 (text), ==, "Grü");
  g_assert_cmpint (les_text_get_n_chars (text), ==, 3);
  g_assert_cmpstr (les_text_get_utf8 (taken), ==, "ab");
}

static void
test_dup_range (void)
{
  g_autoptr (LesText) text = les_text_new ("Grüße aus Öd", -1);
  static const struct
  {
    LesTextRange range;
    const char *words;
  } cases[] = {
    { { 0, 5 }, "Grüße" },
    { { 2, 4 }, "üß" },
    { { 10, 12 }, "Öd" },
    { { 10, 99 }, "Öd" },
    { { -4, 2 }, "Gr" },
    { { 4, 4 }, "" },
    { { 5, 2 }, "" },
    { { 50, 60 }, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = les_text_dup_range (text, cases[i].range);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static void
test_trim (void)
{
  g_autoptr (LesText) text = les_text_new ("\n  ü b\xC2\xA0\t", -1);
  g_autoptr (LesText) blank = les_text_new (" \n\t ", -1);

  assert_range (les_text_trim (text, les_text_get_range (text)), 3, 6);
  assert_range (les_text_trim (text, LES_TEXT_RANGE (-5, 100)), 3, 6);
  assert_range (les_text_trim (text, LES_TEXT_RANGE (4, 6)), 5, 6);
  assert_range (les_text_trim (text, LES_TEXT_RANGE (3, 3)), 3, 3);
  assert_range (les_text_trim (text, LES_TEXT_RANGE (50, 60)), 8, 8);
  assert_range (les_text_trim (text, LES_TEXT_RANGE (-9, -2)), 0, 0);
  g_assert_true (les_text_range_is_empty (les_text_trim (blank, les_text_get_range (blank))));
}

static void
test_find (void)
{
  g_autoptr (LesText) text = les_text_new ("für und für dich", -1);

  assert_range (les_text_find (text, "für", 0), 0, 3);
  assert_range (les_text_find (text, "für", 1), 8, 11);
  assert_range (les_text_find (text, "ch", 0), 14, 16);
  assert_range (les_text_find (text, "Für", 0), -1, -1);
  assert_range (les_text_find (text, "für", 9), -1, -1);
  assert_range (les_text_find (text, "für", 99), -1, -1);
  assert_range (les_text_find (text, "", 0), -1, -1);
}

static void
test_boxed (void)
{
  g_autoptr (LesText) text = les_text_new ("a", -1);
  GValue value = G_VALUE_INIT;

  g_value_init (&value, LES_TYPE_TEXT);
  g_value_set_boxed (&value, text);
  g_assert_true (g_value_get_boxed (&value) == text);
  g_value_unset (&value);
  g_assert_cmpstr (les_text_get_utf8 (text), ==, "a");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/offsets", test_offsets);
  g_test_add_func ("/text/offsets-around-marks", test_offsets_around_marks);
  g_test_add_func ("/text/offsets-long", test_offsets_long);
  g_test_add_func ("/text/clamping", test_clamping);
  g_test_add_func ("/text/copies", test_copies);
  g_test_add_func ("/text/dup-range", test_dup_range);
  g_test_add_func ("/text/trim", test_trim);
  g_test_add_func ("/text/find", test_find);
  g_test_add_func ("/text/boxed", test_boxed);
  return g_test_run ();
}
