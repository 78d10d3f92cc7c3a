/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-project.h"

G_BEGIN_DECLS

/**
 * LesExportFormat:
 * @id: "csv", "markdown", "html", "claims-csv", "qdc", "codebook-csv"
 * @extension: without dot
 * @media_type: for file dialogs
 */
typedef struct
{
  const char *id;
  const char *extension;
  const char *media_type;
} LesExportFormat;

const LesExportFormat *les_export_list_formats (guint      *n_formats);
const LesExportFormat *les_export_find_format  (const char *id);

/* Any thread; @snapshot as les_project_dup_snapshot() gives it. */
GBytes *les_export (LesProject    *snapshot,
                    const char    *format,
                    GCancellable  *cancellable,
                    GError       **error);

G_END_DECLS
