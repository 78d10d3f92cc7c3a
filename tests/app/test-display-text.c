/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-display-text.h"

#include <string.h>

#include "les-limits.h"

static gsize
find_longest_line (const char *utf8)
{
  gsize longest = 0;
  gsize line = 0;

  for (const char *p = utf8; *p != '\0'; p = g_utf8_next_char (p))
    {
      line = *p == '\n' ? 0 : line + 1;
      longest = MAX (longest, line);
    }
  return longest;
}

/* Every offset there and back; what is shown there is the character itself. */
static void
assert_mapping (LesText *text, LesDisplayText *display)
{
  g_autoptr (LesText) shown = les_text_new (les_display_text_get_utf8 (display), les_display_text_get_n_bytes (display));
  int n = les_text_get_n_chars (text);
  int before = -1;

  for (int offset = 0; offset <= n; offset++)
    {
      int there = les_display_text_from_text (display, offset);

      g_assert_cmpint (there, >, before);
      g_assert_cmpint (les_display_text_to_text (display, there), ==, offset);
      if (g_unichar_isalnum (les_text_get_char (text, offset)))
        g_assert_cmpuint (les_text_get_char (shown, there), ==, les_text_get_char (text, offset));
      before = there;
    }
  g_assert_cmpint (les_display_text_from_text (display, n), ==, les_text_get_n_chars (shown));
  for (int there = 1; there <= les_text_get_n_chars (shown); there++)
    g_assert_cmpint (les_display_text_to_text (display, there), >=, les_display_text_to_text (display, there - 1));
  g_assert_cmpuint (find_longest_line (les_display_text_get_utf8 (display)), <=, LES_LIMIT_DISPLAY_LINE_CHARS);
}

static void
test_ordinary (void)
{
  static const char * const samples[] = {
    "", "a", "Grüße\n\nzwei\tdrei", "e\xCC\x81\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x9A\x80", "\xD7\xA9\xD7\x9C",
  };

  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autoptr (LesText) text = les_text_new (samples[i], -1);
      g_autoptr (LesDisplayText) display = les_display_text_new (text);

      g_assert_cmpstr (les_display_text_get_utf8 (display), ==, samples[i]);
      g_assert_false (les_display_text_is_broken (display));
      assert_mapping (text, display);
    }
}

static void
test_controls (void)
{
  static const char * const cases[][2] = {
    { "a\rb", "a\nb" },
    { "a\r\nb", "a \nb" },
    { "a\x0B" "b\x0C" "c", "a\nb\nc" },
    { "a\x01" "b\x7F", "a\xE2\x90\x81" "b\xE2\x90\xA1" },
    { "a\xC2\x85" "b", "a\nb" },
    { "a\xC2\x80" "b", "a\xEF\xBF\xBD" "b" },
    { "a\xE2\x80\xA8" "b\xE2\x80\xA9" "c", "a\nb\nc" },
    { "a\xEF\xBF\xBC" "b", "a\xEF\xBF\xBD" "b" },
    { "a\xE2\x80\xAE" "b", "a\xE2\x80\xAE" "b" },
    { "a\tb\xC2\xA0", "a\tb\xC2\xA0" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LesText) text = les_text_new (cases[i][0], -1);
      g_autoptr (LesDisplayText) display = les_display_text_new (text);

      g_assert_cmpstr (les_display_text_get_utf8 (display), ==, cases[i][1]);
      g_assert_cmpint (g_utf8_strlen (cases[i][1], -1), ==, les_text_get_n_chars (text));
      assert_mapping (text, display);
    }
}

static LesText *
repeat (const char *words, int times, const char *tail)
{
  g_autoptr (GString) utf8 = g_string_new (NULL);

  for (int i = 0; i < times; i++)
    g_string_append (utf8, words);
  g_string_append (utf8, tail);
  return les_text_new (utf8->str, utf8->len);
}

static void
test_around_limit (void)
{
  for (int n = LES_LIMIT_DISPLAY_LINE_CHARS - 2; n <= LES_LIMIT_DISPLAY_LINE_CHARS + 2; n++)
    for (int tail = 0; tail < 2; tail++)
      {
        g_autoptr (LesText) text = repeat ("x", n, tail ? "\nende" : "");
        g_autoptr (LesDisplayText) display = les_display_text_new (text);

        g_assert_cmpint (les_display_text_is_broken (display), ==, n > LES_LIMIT_DISPLAY_LINE_CHARS);
        assert_mapping (text, display);
      }
}

/* Broken behind a blank, never inside a word or a cluster. */
static void
test_long (void)
{
  static const char * const words[] = {
    "Die Fähre lag im Sand. ",
    "x",
    "e\xCC\x81\xCC\xA3",
    "\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x9A\x80",
    "\xE4\xB8\xAD",
    "\xF0\x9F\x87\xA9\xF0\x9F\x87\xAA",
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autoptr (LesText) text = repeat (words[i], 40000 / g_utf8_strlen (words[i], -1), "");
      g_autoptr (LesDisplayText) display = les_display_text_new (text);
      g_auto (GStrv) lines = g_strsplit (les_display_text_get_utf8 (display), "\n", -1);

      g_test_message ("%s", words[i]);
      g_assert_true (les_display_text_is_broken (display));
      assert_mapping (text, display);
      for (guint j = 1; lines[j] != NULL; j++)
        g_assert_true (g_str_has_prefix (lines[j], strchr (words[i], ' ') == NULL ? words[i] : ""));
      for (guint j = 0; i == 0 && lines[j] != NULL; j++)
        g_assert_true (g_str_has_suffix (lines[j], " "));
    }
}

/* A cluster longer than a line has to be broken after all. */
static void
test_endless_cluster (void)
{
  g_autoptr (LesText) text = repeat ("\xCC\x81", 3 * LES_LIMIT_DISPLAY_LINE_CHARS, "");
  g_autoptr (LesDisplayText) display = les_display_text_new (text);

  assert_mapping (text, display);
}

static void
test_clamping (void)
{
  g_autoptr (LesText) text = repeat ("x", 2 * LES_LIMIT_DISPLAY_LINE_CHARS, "");
  g_autoptr (LesDisplayText) display = les_display_text_new (text);

  g_assert_cmpint (les_display_text_from_text (display, -5), ==, 0);
  g_assert_cmpint (les_display_text_from_text (display, G_MAXINT), ==, 2 * LES_LIMIT_DISPLAY_LINE_CHARS + 1);
  g_assert_cmpint (les_display_text_to_text (display, -5), ==, 0);
  g_assert_cmpint (les_display_text_to_text (display, G_MAXINT), ==, 2 * LES_LIMIT_DISPLAY_LINE_CHARS);
  /* The added line end stands for the character behind it. */
  g_assert_cmpint (les_display_text_to_text (display, LES_LIMIT_DISPLAY_LINE_CHARS), ==, LES_LIMIT_DISPLAY_LINE_CHARS);
  g_assert_cmpint (les_display_text_to_text (display, LES_LIMIT_DISPLAY_LINE_CHARS + 1), ==, LES_LIMIT_DISPLAY_LINE_CHARS);
}

static void
test_cost (void)
{
  g_autoptr (LesText) text = repeat ("\xC3\xBC", 5000000, "");
  gint64 start = g_get_monotonic_time ();
  g_autoptr (LesDisplayText) display = les_display_text_new (text);
  double ms = (g_get_monotonic_time () - start) / 1000.0;

  g_test_message ("%.1f ms for 5 million characters in one line", ms);
  g_assert_true (les_display_text_is_broken (display));
  g_assert_cmpfloat (ms, <, 10000);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/display-text/ordinary", test_ordinary);
  g_test_add_func ("/display-text/controls", test_controls);
  g_test_add_func ("/display-text/around-limit", test_around_limit);
  g_test_add_func ("/display-text/long", test_long);
  g_test_add_func ("/display-text/endless-cluster", test_endless_cluster);
  g_test_add_func ("/display-text/clamping", test_clamping);
  g_test_add_func ("/display-text/cost", test_cost);
  return g_test_run ();
}
