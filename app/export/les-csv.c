/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-csv.h"

#include <string.h>

/* Spreadsheets run a cell that starts like this as a formula. */
static gboolean
looks_like_formula (const char *value)
{
  return *value != '\0' && strchr ("=+-@\t\r\n", *value) != NULL;
}

/** Begins a table. @columns: names that need no quotes */
void
les_csv_append_header (GString *out, const char * const *columns, guint n_columns)
{
  g_string_append (out, LES_CSV_BYTE_ORDER_MARK);
  for (guint i = 0; i < n_columns; i++)
    g_string_append_printf (out, "%s%s", i > 0 ? "," : "", columns[i]);
  g_string_append (out, LES_CSV_LINE_END);
}

/**
 * les_csv_append_cell:
 * @value: (nullable): in quotation marks unless it is empty; what a
 *   spreadsheet would run as a formula gets an apostrophe in front
 * @first: whether the row starts with it
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

/** Never the first of its row. */
void
les_csv_append_number (GString *out, int value)
{
  g_string_append_printf (out, ",%d", value);
}
