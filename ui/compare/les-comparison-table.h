/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-panel.h"

G_BEGIN_DECLS

#define LES_TYPE_COMPARISON_TABLE (les_comparison_table_get_type ())
G_DECLARE_FINAL_TYPE (LesComparisonTable, les_comparison_table, LES, COMPARISON_TABLE, LesPanel)

GtkWidget *les_comparison_table_new (LesSession *session);

G_END_DECLS
