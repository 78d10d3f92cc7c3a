/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-importer.h"

#include <string.h>

#include "les-error.h"
#include "les-import-format.h"
#include "les-limits.h"

/* Asked in this order; the last one takes everything. */
static const LesImportFormat * const formats[] = {
  &les_import_text_format,
};

G_DEFINE_BOXED_TYPE (LesImport, les_import, les_import_copy, les_import_free)

/** Returns: whether the name ends as a format does that can be imported */
gboolean
les_import_knows_suffix (const char *name)
{
  const char *dot = strrchr (name, '.');
  g_autofree char *suffix = NULL;

  if (dot == NULL)
    return FALSE;
  suffix = g_ascii_strdown (dot + 1, -1);
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_strv_contains (formats[i]->suffixes, suffix))
      return TRUE;
  return FALSE;
}

/**
 * les_import_copy:
 *
 * Returns: (transfer full): a copy that shares bytes, file and article
 */
LesImport *
les_import_copy (LesImport *self)
{
  LesImport *copy = g_new0 (LesImport, 1);

  copy->name = g_strdup (self->name);
  copy->file = self->file != NULL ? g_object_ref (self->file) : NULL;
  copy->bytes = self->bytes != NULL ? g_bytes_ref (self->bytes) : NULL;
  copy->article = self->article != NULL ? g_object_ref (self->article) : NULL;
  copy->encoding = g_strdup (self->encoding);
  copy->encoding_guessed = self->encoding_guessed;
  copy->repairs = self->repairs;
  copy->error = self->error != NULL ? g_error_copy (self->error) : NULL;
  return copy;
}

void
les_import_free (LesImport *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_clear_object (&self->file);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_object (&self->article);
  g_free (self->encoding);
  g_clear_error (&self->error);
  g_free (self);
}

static const LesImportFormat *
find_format (GBytes *bytes, const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (formats[i]->claims (bytes, name))
      return formats[i];
  return formats[G_N_ELEMENTS (formats) - 1];
}

static void
set_origin (LesArticle *article, const LesImport *import, const char *name)
{
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, import->bytes);

  les_article_set (article, LES_ARTICLE_ORIGIN_NAME, name);
  les_article_set (article, LES_ARTICLE_ORIGIN_SHA256, sha256);
}

static void
read_bytes (LesImport *self, const char *origin_name, const LesImportOptions *options)
{
  gsize size = g_bytes_get_size (self->bytes);
  LesArticle *article = NULL;

  if (size == 0)
    self->error = g_error_new_literal (LES_ERROR, LES_ERROR_EMPTY, "there is no text in it");
  else if (size > LES_LIMIT_ARTICLE_BYTES)
    self->error = g_error_new (LES_ERROR, LES_ERROR_TOO_LARGE, "larger than %d MiB", LES_LIMIT_ARTICLE_BYTES / (1024 * 1024));
  else
    article = find_format (self->bytes, self->name)->read (self, options, &self->error);
  if (article == NULL)
    return;

  set_origin (article, self, origin_name);
  les_record_seal (LES_RECORD (article));
  self->article = article;
}

/**
 * les_import_bytes:
 * @bytes: the content of a file
 * @name: (nullable): its name without folders, valid UTF-8; NULL if it has none
 * @options: (nullable): how to read it
 *
 * Any thread. Cost: linear.
 *
 * Returns: (transfer full): the article, or the error why there is none
 */
LesImport *
les_import_bytes (GBytes *bytes, const char *name, const LesImportOptions *options)
{
  LesImport *self = g_new0 (LesImport, 1);

  self->name = g_strdup (name);
  self->bytes = g_bytes_ref (bytes);
  read_bytes (self, name, options);
  return self;
}

static char *
dup_name (GFile *file)
{
  g_autofree char *base = g_file_get_basename (file);

  return base != NULL ? g_filename_display_name (base) : g_file_get_parse_name (file);
}

/**
 * les_import_file:
 * @file: the file to read; a folder is an error here
 * @options: (nullable): how to read it
 *
 * Blocks while it reads; any thread.
 *
 * Returns: (transfer full): the article, or the error why there is none
 */
LesImport *
les_import_file (GFile *file, const LesImportOptions *options, GCancellable *cancellable)
{
  LesImport *self = g_new0 (LesImport, 1);

  self->name = dup_name (file);
  self->file = g_object_ref (file);
  self->bytes = les_import_read_bytes (file, cancellable, &self->error);
  if (self->bytes != NULL)
    read_bytes (self, self->name, options);
  return self;
}

/**
 * les_import_text:
 * @utf8: what was pasted; broken UTF-8 is repaired
 * @options: (nullable): only raw counts
 *
 * Returns: (transfer full): the article, or the error why there is none
 */
LesImport *
les_import_text (const char *utf8, const LesImportOptions *options)
{
  LesImportOptions pasted = { .encoding = "UTF-8", .raw = options != NULL && options->raw };
  g_autofree char *valid = g_utf8_make_valid (utf8, -1);
  g_autoptr (GBytes) bytes = g_bytes_new (valid, strlen (valid));

  return les_import_bytes (bytes, NULL, &pasted);
}
