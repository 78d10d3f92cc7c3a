/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How every table is written: after RFC 4180, UTF-8. */

/* Spreadsheets take a CSV file for the system's old encoding unless it starts
 * with this; statistics packages skip it. */
#define LES_CSV_BYTE_ORDER_MARK "\xEF\xBB\xBF"
#define LES_CSV_LINE_END "\r\n"

void les_csv_append_header (GString            *out,
                            const char * const *columns,
                            guint               n_columns);
void les_csv_append_cell   (GString            *out,
                            const char         *value,
                            gboolean            first);
void les_csv_append_number (GString            *out,
                            int                 value);

G_END_DECLS
