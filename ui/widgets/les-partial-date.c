/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-partial-date.h"

#include <glib/gi18n.h>
#include <string.h>

#define MAX_TOKENS 4

typedef struct
{
  int year;
  int month;
  int day;
} Parts;

static gboolean
is_number (const char *text)
{
  return *text != '\0' && strspn (text, "0123456789") == strlen (text);
}

static int
days_in_month (int year, int month)
{
  return g_date_get_days_in_month ((GDateMonth) month, (GDateYear) year);
}

static gboolean
check_parts (const Parts *parts)
{
  if (parts->year < 1000 || parts->year > 9999)
    return FALSE;
  if (parts->month == 0)
    return parts->day == 0;
  if (parts->month < 0 || parts->month > 12 || parts->day < 0)
    return FALSE;
  return parts->day <= days_in_month (parts->year, parts->month);
}

static gboolean
parse_normal (const char *date, Parts *out)
{
  g_auto (GStrv) pieces = g_strsplit (date, "-", MAX_TOKENS);
  guint n_pieces = g_strv_length (pieces);

  *out = (Parts) { 0 };
  if (n_pieces < 1 || n_pieces > 3 || strlen (pieces[0]) != 4)
    return FALSE;
  for (guint i = 0; i < n_pieces; i++)
    if (!is_number (pieces[i]) || (i > 0 && strlen (pieces[i]) != 2))
      return FALSE;

  out->year = atoi (pieces[0]);
  out->month = n_pieces > 1 ? atoi (pieces[1]) : 0;
  out->day = n_pieces > 2 ? atoi (pieces[2]) : 0;
  if ((n_pieces > 1 && out->month == 0) || (n_pieces > 2 && out->day == 0))
    return FALSE;
  return check_parts (out);
}

static char *
format_normal (const Parts *parts)
{
  if (parts->day != 0)
    return g_strdup_printf ("%04d-%02d-%02d", parts->year, parts->month, parts->day);
  if (parts->month != 0)
    return g_strdup_printf ("%04d-%02d", parts->year, parts->month);
  return g_strdup_printf ("%04d", parts->year);
}

static gboolean
matches_month_name (const char *token, const char *name)
{
  g_autofree char *folded_token = g_utf8_casefold (token, -1);
  g_autofree char *folded_name = g_utf8_casefold (name, -1);

  return g_utf8_strlen (folded_token, -1) >= 3 && g_str_has_prefix (folded_name, folded_token);
}

static int
find_month (const char *token)
{
  static const char * const english[] = {
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
  };

  for (int month = 1; month <= 12; month++)
    {
      g_autoptr (GDateTime) day = g_date_time_new_utc (2001, month, 1, 0, 0, 0);
      g_autofree char *local = g_date_time_format (day, "%B");

      if (matches_month_name (token, english[month - 1]) || matches_month_name (token, local))
        return month;
    }
  return 0;
}

static guint
split_typed (const char *typed, char **tokens)
{
  g_auto (GStrv) pieces = g_strsplit_set (typed, " .-/,\t", -1);
  guint n_tokens = 0;

  for (guint i = 0; pieces[i] != NULL; i++)
    {
      if (*pieces[i] == '\0')
        continue;
      if (n_tokens < MAX_TOKENS)
        tokens[n_tokens] = g_strdup (pieces[i]);
      n_tokens++;
    }
  return n_tokens;
}

static gboolean
read_token (const char *token, int *out_value)
{
  if (is_number (token) && strlen (token) <= 4)
    *out_value = atoi (token);
  else
    *out_value = find_month (token);
  return *out_value > 0;
}

static gboolean
read_tokens (char **tokens, guint n_tokens, Parts *out)
{
  int values[3] = { 0 };

  for (guint i = 0; i < n_tokens; i++)
    if (!read_token (tokens[i], &values[i]))
      return FALSE;

  *out = (Parts) { 0 };
  if (n_tokens == 1)
    *out = (Parts) { values[0], 0, 0 };
  else if (n_tokens == 2)
    *out = values[0] > 31 ? (Parts) { values[0], values[1], 0 } : (Parts) { values[1], values[0], 0 };
  else if (values[0] > 31)
    *out = (Parts) { values[0], values[1], values[2] };
  else if (!is_number (tokens[0]))
    *out = (Parts) { values[2], values[0], values[1] };
  else
    *out = (Parts) { values[2], values[1], values[0] };
  return check_parts (out) && (n_tokens == 1 || out->month > 0);
}

/**
 * les_partial_date_is_valid:
 * @date: (nullable): a date as the project file writes it
 *
 * Returns: whether @date is one, and exists in the calendar
 */
gboolean
les_partial_date_is_valid (const char *date)
{
  Parts parts;

  return date != NULL && parse_normal (date, &parts);
}

/**
 * les_partial_date_dup_normal:
 * @typed: what somebody typed: "2025-12-03", "3.12.2025", "12/2025", "3 December 2025"
 *
 * Returns: (transfer full) (nullable): the date as the project file writes it,
 *   NULL when @typed is not a date
 */
char *
les_partial_date_dup_normal (const char *typed)
{
  char *tokens[MAX_TOKENS] = { NULL };
  guint n_tokens = split_typed (typed, tokens);
  char *normal = NULL;
  Parts parts;

  if (n_tokens >= 1 && n_tokens <= 3 && read_tokens (tokens, n_tokens, &parts))
    normal = format_normal (&parts);
  for (guint i = 0; i < MAX_TOKENS; i++)
    g_free (tokens[i]);
  return normal;
}

/**
 * les_partial_date_dup_words:
 * @date: (nullable): a date as the project file writes it
 *
 * Returns: (transfer full): @date as the user's language has it, no more exact
 *   than it is known: "3 Dec 2025", "Feb 2025", "2025"; what is not a date
 *   comes back as it is
 */
char *
les_partial_date_dup_words (const char *date)
{
  g_autoptr (GDateTime) day = NULL;
  Parts parts;

  if (date == NULL || !parse_normal (date, &parts))
    return g_strdup (date != NULL ? date : "");
  if (parts.month == 0)
    return g_strdup (date);

  day = g_date_time_new_utc (parts.year, parts.month, MAX (parts.day, 1), 0, 0, 0);
  if (parts.day == 0)
    /* Translators: a month and year as g_date_time_format() writes it: "Feb 2025" */
    return g_date_time_format (day, _("%Ob %Y"));
  /* Translators: a day as g_date_time_format() writes it: "3 Dec 2025" */
  return g_date_time_format (day, _("%-e %b %Y"));
}

/**
 * les_partial_date_dup_first:
 * @date: a valid partial date
 *
 * Returns: (transfer full): the first day that @date can mean
 */
char *
les_partial_date_dup_first (const char *date)
{
  Parts parts;

  if (!parse_normal (date, &parts))
    return NULL;
  parts.month = MAX (parts.month, 1);
  parts.day = MAX (parts.day, 1);
  return format_normal (&parts);
}

/**
 * les_partial_date_dup_last:
 * @date: a valid partial date
 *
 * Returns: (transfer full): the last day that @date can mean
 */
char *
les_partial_date_dup_last (const char *date)
{
  Parts parts;

  if (!parse_normal (date, &parts))
    return NULL;
  if (parts.month == 0)
    parts.month = 12;
  if (parts.day == 0)
    parts.day = days_in_month (parts.year, parts.month);
  return format_normal (&parts);
}
