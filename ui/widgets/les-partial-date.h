/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * Dates of which perhaps only the year or the month is known, written as in
 * the project file: "2025", "2025-02", "2025-12-03".
 */
gboolean  les_partial_date_is_valid   (const char *date);
char     *les_partial_date_dup_normal (const char *typed);
char     *les_partial_date_dup_words  (const char *date);
char     *les_partial_date_dup_first  (const char *date);
char     *les_partial_date_dup_last   (const char *date);

G_END_DECLS
