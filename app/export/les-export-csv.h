/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-project.h"

G_BEGIN_DECLS

gboolean les_export_csv (LesProject    *project,
                         GString       *out,
                         GCancellable  *cancellable,
                         GError       **error);

void     les_export_csv_append_mark (GString    *out);
void     les_export_csv_append_cell (GString    *out,
                                     const char *value,
                                     gboolean    first);

G_END_DECLS
