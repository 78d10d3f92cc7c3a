/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-partial-date.h"

#include <locale.h>

static void
test_normal (void)
{
  static const struct
  {
    const char *typed;
    const char *normal;
  } cases[] = {
    { "2025", "2025" },
    { " 2025-02 ", "2025-02" },
    { "2025-12-03", "2025-12-03" },
    { "3.12.2025", "2025-12-03" },
    { "03.12.2025", "2025-12-03" },
    { "3. 12. 2025", "2025-12-03" },
    { "12.2025", "2025-12" },
    { "02/2025", "2025-02" },
    { "2025/2/7", "2025-02-07" },
    { "3 December 2025", "2025-12-03" },
    { "December 3, 2025", "2025-12-03" },
    { "Dec 2025", "2025-12" },
    { "29.2.2024", "2024-02-29" },
    { "29.2.2025", NULL },
    { "31.11.2025", NULL },
    { "13.2025", NULL },
    { "2025-00", NULL },
    { "0.1.2025", NULL },
    { "25", NULL },
    { "20255", NULL },
    { "yesterday", NULL },
    { "3.12.2025 4", NULL },
    { "1.2.3.4.5", NULL },
    { "", NULL },
    { "-", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *normal = les_partial_date_dup_normal (cases[i].typed);

      g_test_message ("%s", cases[i].typed);
      g_assert_cmpstr (normal, ==, cases[i].normal);
      g_assert_cmpint (les_partial_date_is_valid (normal), ==, cases[i].normal != NULL);
    }
}

static void
test_invalid (void)
{
  static const char * const cases[] = { "", "25", "2025-1", "2025-13", "2025-02-30", "2025-12-3", "3.12.2025", "2025-12-03-01" };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_false (les_partial_date_is_valid (cases[i]));
  g_assert_false (les_partial_date_is_valid (NULL));
}

static void
test_words (void)
{
  static const struct
  {
    const char *date;
    const char *words;
  } cases[] = {
    { "2025", "2025" },
    { "2025-02", "Feb 2025" },
    { "2025-12-03", "3 Dec 2025" },
    { "about 1990", "about 1990" },
    { NULL, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = les_partial_date_dup_words (cases[i].date);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static void
test_limits (void)
{
  static const char * const cases[][3] = {
    { "2024", "2024-01-01", "2024-12-31" },
    { "2024-02", "2024-02-01", "2024-02-29" },
    { "2024-02-03", "2024-02-03", "2024-02-03" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *first = les_partial_date_dup_first (cases[i][0]);
      g_autofree char *last = les_partial_date_dup_last (cases[i][0]);

      g_assert_cmpstr (first, ==, cases[i][1]);
      g_assert_cmpstr (last, ==, cases[i][2]);
    }
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/partial-date/normal", test_normal);
  g_test_add_func ("/partial-date/invalid", test_invalid);
  g_test_add_func ("/partial-date/words", test_words);
  g_test_add_func ("/partial-date/limits", test_limits);
  return g_test_run ();
}
