/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-csv-cell.h"

#include <string.h>

/* Spreadsheets run a cell that starts like this as a formula. */
static gboolean
looks_like_formula (const char *value)
{
  return *value != '\0' && strchr ("=+-@\t\r\n", *value) != NULL;
}

/**
 * les_csv_append_cell:
 * @value: (nullable): NULL and empty are an empty cell
 * @first: whether it starts its row
 *
 * A cell that a spreadsheet would run as a formula gets an apostrophe in front.
 */
void
les_csv_append_cell (GString *out, const char *value, gboolean first)
{
  if (!first)
    g_string_append_c (out, ',');
  if (value == NULL || *value == '\0')
    return;

  g_string_append_c (out, '"');
  if (looks_like_formula (value))
    g_string_append_c (out, '\'');
  for (const char *p = value; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (out, '"');
      g_string_append_c (out, *p);
    }
  g_string_append_c (out, '"');
}
