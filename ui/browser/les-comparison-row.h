/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "les-session.h"

G_BEGIN_DECLS

#define LES_TYPE_COMPARISON_ROW (les_comparison_row_get_type ())
G_DECLARE_FINAL_TYPE (LesComparisonRow, les_comparison_row, LES, COMPARISON_ROW, GtkListBoxRow)

GtkWidget     *les_comparison_row_new            (LesComparison    *comparison,
                                                  LesSession       *session);
LesComparison *les_comparison_row_get_comparison (LesComparisonRow *self);

G_END_DECLS
