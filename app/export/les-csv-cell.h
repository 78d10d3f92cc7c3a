/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Spreadsheets take a CSV file for the system's old encoding unless it starts
 * with this; statistics packages skip it. */
#define LES_CSV_BYTE_ORDER_MARK "\xEF\xBB\xBF"
#define LES_CSV_LINE_END "\r\n"

void les_csv_append_cell (GString    *out,
                          const char *value,
                          gboolean    first);

G_END_DECLS
