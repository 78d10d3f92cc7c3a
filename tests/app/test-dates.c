/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-dates.h"

#include <string.h>

typedef struct
{
  const char *words;
  const char *date;
  const char *rest;
} StartCase;

static const StartCase start_cases[] = {
  { "2025-11-26", "2025-11-26", "" },
  { "date 2025-11-26 (", "2025-11-26", " (" },
  { "date 2025-02 Viele", "2025-02", " Viele" },
  { "date 2025 So", "2025", " So" },
  { "date: 2025", "2025", "" },
  { "2025 war ein Jahr", NULL, NULL },
  { "2025-11-26T10:15:00Z x", "2025-11-26", " x" },
  { "2025-11-26T10:15:00+01:00", "2025-11-26", "" },
  { "2025/11/26", "2025-11-26", "" },
  { "27. Nov 2025", "2025-11-27", "" },
  { "27. Nov. 2025, 14:32 Uhr", "2025-11-27", "" },
  { "27. November 2025 um 14.32 Uhr", "2025-11-27", "" },
  { "27.11.2025", "2025-11-27", "" },
  { "27. 11. 2025", "2025-11-27", "" },
  { "7.3.2025 |", "2025-03-07", " |" },
  { "3 December 2025", "2025-12-03", "" },
  { "3rd December 2025", "2025-12-03", "" },
  { "Nov. 27, 2025", "2025-11-27", "" },
  { "NOV 27, 2025", "2025-11-27", "" },
  { "November 27th, 2025, 4:10 PM GMT", "2025-11-27", "" },
  { "Sept. 4, 2025", "2025-09-04", "" },
  { "February 2025", "2025-02", "" },
  { "März 2025", "2025-03", "" },
  { "Jänner 2025", "2025-01", "" },
  { "3. Feber 2025", "2025-02-03", "" },
  { "1. Mai 2025", "2025-05-01", "" },
  { "29. Februar 2024", "2024-02-29", "" },
  { "Mittwoch, den 26. November 2025", "2025-11-26", "" },
  { "Mi., 26. November 2025", "2025-11-26", "" },
  { "Wednesday, 26 November 2025", "2025-11-26", "" },
  { "Wed, Nov 26, 2025", "2025-11-26", "" },
  { "Stand: 26.11.2025", "2025-11-26", "" },
  { "Veröffentlicht am 26. November 2025", "2025-11-26", "" },
  { "Published on 26 November 2025", "2025-11-26", "" },
  { "12. März 1848", "1848-03-12", "" },
  { "26.\xC2\xA0November\xC2\xA0" "2025", "2025-11-26", "" },
  /* No such day, or no day at all */
  { "2025-13-01", NULL, NULL },
  { "2025-02-30", NULL, NULL },
  { "2025-00", NULL, NULL },
  { "29. Februar 2025", NULL, NULL },
  { "31.04.2025", NULL, NULL },
  { "27. November", NULL, NULL },
  { "27.11.25", NULL, NULL },
  { "11/26/2025", NULL, NULL },
  { "2025-11-261", NULL, NULL },
  { "2025-11", "2025-11", "" },
  { "2025-2026", NULL, NULL },
  { "12025-11-26", NULL, NULL },
  { "Maier 2025", NULL, NULL },
  { "Augustin 2025", NULL, NULL },
  { "Datumsgrenze 2025", NULL, NULL },
  { "3. Dezember 20255", NULL, NULL },
  { "3. Dezember 0999", NULL, NULL },
  { "3. Dezember 2999", NULL, NULL },
  { "", NULL, NULL },
  { "date", NULL, NULL },
  { "date ", NULL, NULL },
};

static LesSlice
slice_of (const char *words)
{
  return LES_SLICE (words, words + strlen (words));
}

static void
test_start (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (start_cases); i++)
    {
      const StartCase *c = &start_cases[i];
      LesSlice rest;
      g_autofree char *date = NULL;

      g_test_message ("%s", c->words);
      date = les_dates_match_start (slice_of (c->words), &rest);
      g_assert_cmpstr (date, ==, c->date);
      if (c->date != NULL)
        g_assert_cmpstr (rest.start, ==, c->rest);
    }
}

static void
test_end (void)
{
  static const StartCase cases[] = {
    { "USA – Kultur 27. Nov 2025", "2025-11-27", "USA – Kultur" },
    { "Bern, den 3. März 2025", "2025-03-03", "Bern," },
    { "Kultur | 2025-03", "2025-03", "Kultur |" },
    { "Sport, Wednesday, March 5, 2025", "2025-03-05", "Sport," },
    { "5. März 2025", "2025-03-05", "" },
    { "5. März 2025.", NULL, NULL },
    { "Liga 2009-10", NULL, NULL },
    { "Nr. 12025-03-05", NULL, NULL },
    { "am 5. März", NULL, NULL },
    { "", NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      LesSlice before;
      g_autofree char *date = NULL;
      g_autofree char *words = NULL;

      g_test_message ("%s", cases[i].words);
      date = les_dates_match_end (slice_of (cases[i].words), &before);
      g_assert_cmpstr (date, ==, cases[i].date);
      if (date == NULL)
        continue;
      words = les_slice_dup (before);
      g_assert_true (g_str_has_prefix (words, cases[i].rest));
    }
}

static void
test_whole (void)
{
  g_autofree char *whole = les_dates_match_whole (slice_of ("3 December 2025 "));
  g_autofree char *more = les_dates_match_whole (slice_of ("3 December 2025 war"));

  g_assert_cmpstr (whole, ==, "2025-12-03");
  g_assert_null (more);
}

static void
test_days_between (void)
{
  g_assert_cmpint (les_dates_count_days_between ("2025-12-03", "2025-12-03"), ==, 0);
  g_assert_cmpint (les_dates_count_days_between ("2025-12-03", "2025-11-26"), ==, 7);
  g_assert_cmpint (les_dates_count_days_between ("2024-02-28", "2024-03-01"), ==, 2);
  g_assert_cmpint (les_dates_count_days_between ("2025-12", "2025-12-24"), ==, 0);
  g_assert_cmpint (les_dates_count_days_between ("2025-02", "2025-03-10"), ==, 10);
  g_assert_cmpint (les_dates_count_days_between ("2025-01-02", "2024"), ==, 2);
  g_assert_cmpint (les_dates_count_days_between ("2025", "2025-07-01"), ==, 0);
  g_assert_cmpint (les_dates_count_days_between (NULL, "2025-07-01"), ==, -1);
  g_assert_cmpint (les_dates_count_days_between ("2025-07-01", ""), ==, -1);
  g_assert_cmpint (les_dates_count_days_between ("2025-02-30", "2025-07-01"), ==, -1);
  g_assert_cmpint (les_dates_count_days_between ("yesterday", "2025-07-01"), ==, -1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dates/start", test_start);
  g_test_add_func ("/dates/end", test_end);
  g_test_add_func ("/dates/whole", test_whole);
  g_test_add_func ("/dates/days-between", test_days_between);
  return g_test_run ();
}
