/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-article.h"

G_BEGIN_DECLS

/**
 * LesImportOptions:
 * @encoding: (nullable): the character encoding to read in, NULL to guess
 * @raw: take the text as it stands, without looking for metadata
 */
typedef struct
{
  const char *encoding;
  gboolean raw;
} LesImportOptions;

/**
 * LesImport: what became of one file
 * @name: (nullable): file name without folders; NULL for what was pasted
 * @file: (nullable): where it came from
 * @bytes: (nullable): what was read, to read it again in another encoding
 * @article: (nullable): sealed; NULL when @error is set
 * @encoding: (nullable): the encoding it was read in
 * @encoding_guessed: whether the encoding is a guess (no BOM, not UTF-8)
 * @repairs: how many characters had to be replaced or removed (NUL, controls)
 * @error: (nullable): why there is no article, domain #LES_ERROR
 */
typedef struct
{
  char *name;
  GFile *file;
  GBytes *bytes;
  LesArticle *article;
  char *encoding;
  gboolean encoding_guessed;
  int repairs;
  GError *error;
} LesImport;

#define LES_TYPE_IMPORT (les_import_get_type ())

GType       les_import_get_type (void);
LesImport  *les_import_copy     (LesImport *self);   /* (transfer full), shares everything by reference */
void        les_import_free     (LesImport *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LesImport, les_import_free)

/* Any thread. Never fails: the error is in the result. */
LesImport  *les_import_bytes    (GBytes                 *bytes,
                                 const char             *name,
                                 const LesImportOptions *options);
LesImport  *les_import_file     (GFile                  *file,
                                 const LesImportOptions *options,
                                 GCancellable           *cancellable);
LesImport  *les_import_text     (const char             *utf8,
                                 const LesImportOptions *options);

/**
 * LesImportProgress: called in the main thread
 * @done: files finished
 * @total: files found
 */
typedef void (*LesImportProgress) (guint done, guint total, gpointer user_data);

/* Reads files and folders (recursively, text files only) in a worker thread.
 * Files that fail do not stop the others. Finish returns an array of
 * LesImport in the order given, folders sorted by name. The only errors are
 * cancellation. Within folders, files of unknown kind are passed over. */
void        les_import_files_async  (GPtrArray              *files,
                                     const LesImportOptions *options,
                                     GCancellable           *cancellable,
                                     LesImportProgress       progress,
                                     gpointer                progress_data,
                                     GAsyncReadyCallback     callback,
                                     gpointer                user_data);
GPtrArray  *les_import_files_finish (GAsyncResult           *result,
                                     GError                **error);

/* The encodings a user can choose from: NULL-terminated names as iconv knows
 * them ("UTF-8", "WINDOWS-1252", "UTF-16LE", "ISO-8859-15", "CP850",
 * "MACINTOSH", ...). */
const char * const *les_import_list_encodings (void);

G_END_DECLS
