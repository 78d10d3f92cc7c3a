/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-record.h"

G_BEGIN_DECLS

const char *les_record_names_get_table  (LesRecordKind  kind);
gboolean    les_record_names_find_table (const char    *name,
                                         LesRecordKind *kind);
guint       les_record_names_get_n_flat (LesRecord     *record);
gboolean    les_record_names_find_field (LesRecord     *record,
                                         const char    *name,
                                         guint         *field);

G_END_DECLS
