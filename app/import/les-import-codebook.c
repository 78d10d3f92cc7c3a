/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-import-codebook.h"

#include <string.h>

#include "les-error.h"
#include "les-import-format.h"
#include "les-limits.h"

static gboolean
starts_with (const char *data, gsize n_bytes, const char *words)
{
  return n_bytes >= strlen (words) && memcmp (data, words, strlen (words)) == 0;
}

/* Whatever the name of the file: a codebook is XML, or else a table. */
static gboolean
looks_like_xml (const char *data, gsize n_bytes)
{
  if (starts_with (data, n_bytes, "\xFF\xFE<") || starts_with (data, n_bytes, "\xFE\xFF"))
    return n_bytes > 3 && (data[2] == '<' || data[3] == '<');
  if (starts_with (data, n_bytes, "\xEF\xBB\xBF"))
    {
      data += 3;
      n_bytes -= 3;
    }
  while (n_bytes > 0 && g_ascii_isspace (*data))
    {
      data++;
      n_bytes--;
    }
  return n_bytes > 0 && *data == '<';
}

/**
 * les_import_codebook_bytes:
 *
 * Errors: %LES_ERROR_EMPTY, %LES_ERROR_TOO_LARGE, %LES_ERROR_BINARY,
 * %LES_ERROR_NOT_A_CODEBOOK.
 *
 * Returns: (transfer full) (nullable): the codebook
 */
LesCodebook *
les_import_codebook_bytes (GBytes *bytes, GError **error)
{
  gsize n_bytes;
  const char *data = g_bytes_get_data (bytes, &n_bytes);

  if (n_bytes == 0)
    g_set_error_literal (error, LES_ERROR, LES_ERROR_EMPTY, "the file is empty");
  else if (n_bytes > LES_LIMIT_CODEBOOK_BYTES)
    g_set_error (error, LES_ERROR, LES_ERROR_NOT_A_CODEBOOK, "larger than %d MiB",
                 LES_LIMIT_CODEBOOK_BYTES / (1024 * 1024));
  else if (starts_with (data, n_bytes, "PK\003\004"))
    g_set_error_literal (error, LES_ERROR, LES_ERROR_NOT_A_CODEBOOK,
                         "a packed file; export the codebook alone from the other program, as .qdc or CSV");
  else if (looks_like_xml (data, n_bytes))
    return les_import_codebook_qdc (bytes, error);
  else
    return les_import_codebook_csv (bytes, error);
  return NULL;
}

/**
 * les_import_codebook:
 * @file: a REFI-QDA codebook (.qdc) or project.qde, a table (CSV), or a list of names
 *
 * Errors: as les_import_read_bytes() and les_import_codebook_bytes().
 *
 * Returns: (transfer full) (nullable): the codebook
 */
LesCodebook *
les_import_codebook (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) bytes = les_import_read_bytes (file, cancellable, error);

  return bytes != NULL ? les_import_codebook_bytes (bytes, error) : NULL;
}
