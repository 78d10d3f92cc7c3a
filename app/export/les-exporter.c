/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-exporter.h"

#include "les-error.h"
#include "les-export-claims.h"
#include "les-export-codebook-csv.h"
#include "les-export-csv.h"
#include "les-export-html.h"
#include "les-export-markdown.h"
#include "les-export-qdc.h"

typedef gboolean (*Write) (LesProject    *project,
                           GString       *out,
                           GCancellable  *cancellable,
                           GError       **error);

static const LesExportFormat formats[] = {
  { "csv", "csv", "text/csv" },
  { "markdown", "md", "text/markdown" },
  { "html", "html", "text/html" },
  { "claims-csv", "csv", "text/csv" },
  { "qdc", "qdc", "application/xml" },
  { "codebook-csv", "csv", "text/csv" },
};

static const Write writers[] = {
  les_export_csv,
  les_export_markdown,
  les_export_html,
  les_export_claims_csv,
  les_export_qdc,
  les_export_codebook_csv,
};

G_STATIC_ASSERT (G_N_ELEMENTS (formats) == G_N_ELEMENTS (writers));

/** Returns: (transfer none) (array length=n_formats): what les_export() can write */
const LesExportFormat *
les_export_list_formats (guint *n_formats)
{
  *n_formats = G_N_ELEMENTS (formats);
  return formats;
}

/** Returns: (transfer none) (nullable): the one with that id */
const LesExportFormat *
les_export_find_format (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_str_equal (formats[i].id, id))
      return &formats[i];
  return NULL;
}

/**
 * les_export:
 * @snapshot: as les_project_dup_snapshot() gives it
 * @format: #LesExportFormat.id
 *
 * Any thread.
 *
 * Returns: (transfer full) (nullable): the bytes of the file, or NULL with
 *   %LES_ERROR_UNSUPPORTED for a format that there is not, or when cancelled
 */
GBytes *
les_export (LesProject    *snapshot,
            const char    *format,
            GCancellable  *cancellable,
            GError       **error)
{
  const LesExportFormat *found;
  g_autoptr (GString) out = NULL;

  g_return_val_if_fail (LES_IS_PROJECT (snapshot), NULL);
  g_return_val_if_fail (format != NULL, NULL);

  found = les_export_find_format (format);
  if (found == NULL)
    {
      g_set_error (error, LES_ERROR, LES_ERROR_UNSUPPORTED, "there is no export format \"%s\"", format);
      return NULL;
    }
  out = g_string_new (NULL);
  if (!writers[found - formats] (snapshot, out, cancellable, error))
    return NULL;
  return g_string_free_to_bytes (g_steal_pointer (&out));
}
