/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "les-import-outcome.h"

G_BEGIN_DECLS

#define LES_TYPE_IMPORT_ROW (les_import_row_get_type ())
G_DECLARE_FINAL_TYPE (LesImportRow, les_import_row, LES, IMPORT_ROW, GtkWidget)

GtkWidget *les_import_row_new  (LesProject       *project);
void       les_import_row_bind (LesImportRow     *self,
                                LesImportOutcome *outcome,
                                const char       *heading);

G_END_DECLS
