/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-dates.h"

#include <stdio.h>
#include <stdlib.h>

#include "les-pattern.h"

/* No date with its day of the week, label and time is longer. */
#define WINDOW_BYTES 120

#define WEEKDAY \
  "(?: (?: (?:Mon|Diens|Donners|Frei|Sams|Sonn)tag | Mittwoch | Sonnabend | Mo | Di | Mi | Do | Fr | Sa | So" \
  " | (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day | Mon | Tue | Wed | Thu | Fri | Sat | Sun ) \\b \\.?,? \\s+ (?:den\\s+|dem\\s+)? )?"
#define TIME \
  "(?: (?: \\s*[,;|·]\\s* | \\s+[-–]\\s+ | \\s+ | T ) (?:um\\s+|at\\s+)? \\d{1,2}[:.]\\d\\d (?::\\d\\d(?:\\.\\d+)?)?" \
  " (?: Z | [+-]\\d\\d:?\\d\\d )? (?: \\s* (?:Uhr|h|[ap]\\.?\\s?m\\.?|AM|PM) (?!\\w) )? (?: \\s* (?:GMT|UTC|CET|CEST|MEZ|MESZ|EST|EDT|BST|ET) \\b )? )?"
#define ORDINAL "(?: \\. | st | nd | rd | th )?"

/* Which group of a form holds what; 0 for "does not say". */
typedef struct
{
  LesPattern at_start;
  LesPattern at_end;
  guint8 year;
  guint8 month;
  guint8 day;
} DateForm;

#define DATE_FORM(core, year, month, day) \
  { LES_PATTERN ("^ (?i)" WEEKDAY core "(?![-/.]\\d | (?!T\\d\\d[:.])\\w)" TIME), \
    LES_PATTERN ("(?i) (?<![\\w.-])" WEEKDAY core TIME "$"), \
    year, month, day }

static DateForm date_forms[] = {
  DATE_FORM ("(\\d{4})-(\\d\\d)-(\\d\\d)(?:(?=T\\d\\d)|(?!T))", 1, 2, 3),
  DATE_FORM ("(\\d{4})-(\\d\\d)(?!-)", 1, 2, 0),
  DATE_FORM ("(\\d{4})/(\\d\\d)/(\\d\\d)", 1, 2, 3),
  DATE_FORM ("(\\d{1,2})\\.\\s?(\\d{1,2})\\.\\s?(\\d{4})", 3, 2, 1),
  DATE_FORM ("(\\d{1,2})" ORDINAL "\\s*(" LES_DATES_MONTH ")\\b\\.?,?\\s+(\\d{4})", 3, 2, 1),
  DATE_FORM ("(" LES_DATES_MONTH ")\\b\\.?\\s+(\\d{1,2})" ORDINAL ",?\\s+(\\d{4})", 3, 1, 2),
  DATE_FORM ("(" LES_DATES_MONTH ")\\b\\.?,?\\s+(\\d{4})", 2, 1, 0),
};

static int
read_number (LesSlice digits)
{
  return strtol (digits.start, NULL, 10);
}

/* By the first letters: they are the same in both languages or tell apart. */
static int
read_month (LesSlice name)
{
  static const char * const starts[] = {
    "jan", "jän", "feb", "mär", "mae", "mrz", "mar", "apr", "mai", "may",
    "jun", "jul", "aug", "sep", "okt", "oct", "nov", "dez", "dec",
  };
  static const guint8 months[] = { 1, 1, 2, 3, 3, 3, 3, 4, 5, 5, 6, 7, 8, 9, 10, 10, 11, 12, 12 };
  g_autofree char *lower = NULL;

  if (g_ascii_isdigit (*name.start))
    return read_number (name);
  lower = g_utf8_strdown (name.start, les_slice_n_bytes (name));
  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    if (g_str_has_prefix (lower, starts[i]))
      return months[i];
  return 0;
}

/* NULL where the calendar has no such day. */
static char *
format_date (const DateForm *form, const LesSlice *groups)
{
  int year = read_number (groups[form->year]);
  int month = read_month (groups[form->month]);

  if (year < 1400 || year > 2199 || month < 1 || month > 12)
    return NULL;
  if (form->day == 0)
    return g_strdup_printf ("%04d-%02d", year, month);
  if (!g_date_valid_dmy (read_number (groups[form->day]), month, year))
    return NULL;
  return g_strdup_printf ("%04d-%02d-%02d", year, month, read_number (groups[form->day]));
}

static char *
match_year_only (LesSlice within, LesSlice *rest)
{
  static LesPattern year = LES_PATTERN ("^ ((?:1[4-9]|20|21)\\d\\d) (?![\\w.-]|:)");
  LesSlice groups[2];

  if (!les_pattern_match (&year, within, groups, 2))
    return NULL;
  rest->start = groups[0].end;
  return les_slice_dup (groups[1]);
}

/* A word in front that says that a date follows. */
static gboolean
skip_label (LesSlice *rest)
{
  static LesPattern label = LES_PATTERN (
    "^ (?i) (?: date | datum | stand | dated"
    " | (?:veröffentlicht|erschienen|publiziert|aktualisiert|erstellt|publiziert) (?:\\s+am)?"
    " | (?:first\\s+)? (?:published|posted|updated) (?:\\s+on)? ) (?: \\s*:\\s* | \\s+ )");
  LesSlice groups[1];

  if (!les_pattern_match (&label, les_slice_first (*rest, WINDOW_BYTES), groups, 1))
    return FALSE;
  rest->start = groups[0].end;
  return TRUE;
}

/**
 * les_dates_match_start:
 * @within: a paragraph
 * @rest: (out): what follows the date and its time of day
 *
 * Reads a date at the start, a label such as "date" or "Stand:" in front of it
 * included. A date without a year is none.
 *
 * Returns: (transfer full) (nullable): 2025 (only behind a label), 2025-02 or 2025-12-03
 */
char *
les_dates_match_start (LesSlice within, LesSlice *rest)
{
  gboolean labelled = skip_label (&within);
  LesSlice window = les_slice_first (within, WINDOW_BYTES);
  LesSlice groups[4];

  *rest = within;
  for (guint i = 0; i < G_N_ELEMENTS (date_forms); i++)
    if (les_pattern_match (&date_forms[i].at_start, window, groups, 4))
      {
        rest->start = groups[0].end;
        return format_date (&date_forms[i], groups);
      }
  return labelled ? match_year_only (window, rest) : NULL;
}

/* "Liga 2009-10": two years, not a month */
static gboolean
is_season (const DateForm *form, const LesSlice *groups, LesSlice before)
{
  return form->day == 0 && g_ascii_isdigit (*groups[form->month].start)
         && g_unichar_isalnum (les_slice_last_char (before));
}

/**
 * les_dates_match_end:
 * @within: a paragraph
 * @before: (out): what precedes the date, trimmed
 *
 * Returns: (transfer full) (nullable): the date that stands at the end
 */
char *
les_dates_match_end (LesSlice within, LesSlice *before)
{
  LesSlice window = les_slice_last (within, WINDOW_BYTES);
  LesSlice groups[4];

  for (guint i = 0; i < G_N_ELEMENTS (date_forms); i++)
    if (les_pattern_match (&date_forms[i].at_end, window, groups, 4))
      {
        *before = les_slice_trim (LES_SLICE (within.start, groups[0].start));
        if (is_season (&date_forms[i], groups, *before))
          return NULL;
        return format_date (&date_forms[i], groups);
      }
  return NULL;
}

/** Returns: (transfer full) (nullable): the date that @within is, and nothing else */
char *
les_dates_match_whole (LesSlice within)
{
  LesSlice rest;
  g_autofree char *date = les_dates_match_start (within, &rest);

  return les_slice_is_empty (les_slice_trim (rest)) ? g_steal_pointer (&date) : NULL;
}

/* The first and the last day that @date may be: a year, a month or a day. */
static gboolean
read_days (const char *date, GDate days[2])
{
  int year = 0;
  int month = 0;
  int day = 0;
  int n = date != NULL ? sscanf (date, "%4d-%2d-%2d", &year, &month, &day) : 0;

  if (n < 1 || !g_date_valid_year (year) || (n > 1 && !g_date_valid_month (month))
      || (n > 2 && !g_date_valid_dmy (day, month, year)))
    return FALSE;
  g_date_set_dmy (&days[0], n > 2 ? day : 1, n > 1 ? month : G_DATE_JANUARY, year);
  days[1] = days[0];
  if (n == 1)
    g_date_set_dmy (&days[1], 31, G_DATE_DECEMBER, year);
  else if (n == 2)
    g_date_set_day (&days[1], g_date_get_days_in_month (month, year));
  return TRUE;
}

/**
 * les_dates_count_days_between:
 * @a: (nullable): a date as records keep it: 2025, 2025-02 or 2025-12-03
 * @b: (nullable): another one
 *
 * Returns: how many days lie between both at least; -1 if one is not known
 */
int
les_dates_count_days_between (const char *a, const char *b)
{
  GDate left[2];
  GDate right[2];

  if (!read_days (a, left) || !read_days (b, right))
    return -1;
  return MAX (0, MAX (g_date_days_between (&left[1], &right[0]), g_date_days_between (&right[1], &left[0])));
}
