/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-importer.h"

G_BEGIN_DECLS

/**
 * LesImportFormat: one kind of file that can be imported, one file of source
 * @suffixes: NULL-terminated endings of names, small letters, without the dot;
 *   inside folders only these are read
 * @claims: whether the bytes are of this kind, whatever the name says; there may
 *   be none
 * @read: makes the article, unsealed, and fills encoding, guess and repairs of
 *   @import; returns NULL with @error set when it cannot
 *
 * To add a format write les-import-NAME.c and put it into the list in
 * les-importer.c, before plain text, which takes what nobody claims.
 */
typedef struct
{
  const char * const *suffixes;
  gboolean (*claims) (GBytes     *bytes,
                      const char *name);
  LesArticle *(*read) (LesImport              *import,
                       const LesImportOptions *options,
                       GError                **error);
} LesImportFormat;

extern const LesImportFormat les_import_text_format;

gboolean   les_import_knows_suffix (const char *name);

GBytes    *les_import_read_bytes   (GFile          *file,
                                    GCancellable   *cancellable,
                                    GError        **error);

GPtrArray *les_import_walk         (GPtrArray      *files,
                                    GCancellable   *cancellable);

/**
 * LesImportTask: a file to import
 * @file: where it is
 * @unasked: found in a folder by its content alone: passed over if it is no text
 * @error: (nullable): why it cannot even be tried
 */
typedef struct
{
  GFile *file;
  gboolean unasked;
  GError *error;
} LesImportTask;

G_END_DECLS
