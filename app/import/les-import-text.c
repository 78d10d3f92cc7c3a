/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-import-format.h"

#include <string.h>

#include "les-encoding.h"
#include "les-error.h"
#include "les-metadata.h"

static const char * const suffixes[] = { "txt", "text", "md", "markdown", NULL };

/**
 * KnownBytes: the first bytes of files that are no text
 * @code: what to say about it
 */
typedef struct
{
  const char *name;
  const char *bytes;
  gsize n_bytes;
  LesError code;
} KnownBytes;

#define KNOWN_BYTES(name, bytes, code) { name, bytes, sizeof bytes - 1, code }

static const KnownBytes known_bytes[] = {
  KNOWN_BYTES ("a PDF document", "%PDF-", LES_ERROR_BINARY),
  KNOWN_BYTES ("a ZIP container (DOCX, ODT, EPUB)", "PK\x03\x04", LES_ERROR_BINARY),
  KNOWN_BYTES ("a ZIP container", "PK\x05\x06", LES_ERROR_BINARY),
  KNOWN_BYTES ("a PNG picture", "\x89PNG", LES_ERROR_BINARY),
  KNOWN_BYTES ("a JPEG picture", "\xFF\xD8\xFF", LES_ERROR_BINARY),
  KNOWN_BYTES ("a GIF picture", "GIF8", LES_ERROR_BINARY),
  KNOWN_BYTES ("a TIFF picture", "II*\0", LES_ERROR_BINARY),
  KNOWN_BYTES ("a TIFF picture", "MM\0*", LES_ERROR_BINARY),
  KNOWN_BYTES ("a program", "\x7F" "ELF", LES_ERROR_BINARY),
  KNOWN_BYTES ("a gzip archive", "\x1F\x8B", LES_ERROR_BINARY),
  KNOWN_BYTES ("a bzip2 archive", "BZh", LES_ERROR_BINARY),
  KNOWN_BYTES ("an xz archive", "\xFD" "7zXZ", LES_ERROR_BINARY),
  KNOWN_BYTES ("a Zstandard archive", "\x28\xB5\x2F\xFD", LES_ERROR_BINARY),
  KNOWN_BYTES ("a 7z archive", "7z\xBC\xAF", LES_ERROR_BINARY),
  KNOWN_BYTES ("a RAR archive", "Rar!\x1A", LES_ERROR_BINARY),
  KNOWN_BYTES ("an old Word document", "\xD0\xCF\x11\xE0", LES_ERROR_BINARY),
  KNOWN_BYTES ("a sound or film", "OggS", LES_ERROR_BINARY),
  KNOWN_BYTES ("a sound", "ID3", LES_ERROR_BINARY),
  KNOWN_BYTES ("a sound, picture or film", "RIFF", LES_ERROR_BINARY),
  KNOWN_BYTES ("a database", "SQLite format 3", LES_ERROR_BINARY),
  KNOWN_BYTES ("an RTF document", "{\\rtf", LES_ERROR_UNSUPPORTED),
};

static gboolean
claims_text (GBytes *bytes, const char *name)
{
  return TRUE;
}

/* A web page would come in with all its tags. */
static gboolean
is_html (const char *data, gsize size)
{
  static const char * const starts[] = { "<!doctype html", "<html" };
  gsize i = 0;

  if (size >= 3 && memcmp (data, "\xEF\xBB\xBF", 3) == 0)
    i = 3;
  while (i < size && g_ascii_isspace (data[i]))
    i++;
  for (guint j = 0; j < G_N_ELEMENTS (starts); j++)
    if (size - i > strlen (starts[j]) && g_ascii_strncasecmp (data + i, starts[j], strlen (starts[j])) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
check_bytes (GBytes *bytes, GError **error)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  for (guint i = 0; i < G_N_ELEMENTS (known_bytes); i++)
    if (size >= known_bytes[i].n_bytes && memcmp (data, known_bytes[i].bytes, known_bytes[i].n_bytes) == 0)
      {
        g_set_error (error, LES_ERROR, known_bytes[i].code, "not text, but %s", known_bytes[i].name);
        return FALSE;
      }
  if (is_html (data, size))
    {
      g_set_error (error, LES_ERROR, LES_ERROR_UNSUPPORTED, "not plain text, but a web page");
      return FALSE;
    }
  return TRUE;
}

static void
set_metadata (LesArticle *article, LesText *text)
{
  g_autoptr (LesMetadata) metadata = les_metadata_recognise (text, NULL);

  les_article_set (article, LES_ARTICLE_TITLE, metadata->headline);
  les_article_set (article, LES_ARTICLE_AGENCY, metadata->agency);
  les_article_set (article, LES_ARTICLE_AUTHOR, metadata->author);
  les_article_set (article, LES_ARTICLE_PLACE, metadata->place);
  les_article_set (article, LES_ARTICLE_DATE, metadata->date);
  les_article_set (article, LES_ARTICLE_LANGUAGE, metadata->language);
  les_article_set (article, LES_ARTICLE_CORRECTION, metadata->correction);
}

/* Said to be without structure, an article names its paragraphs itself. */
static void
set_plain_blocks (LesArticle *article, LesText *text)
{
  g_autoptr (LesDocument) document = les_document_new_raw (text, NULL);
  guint n_blocks;
  const LesBlock *blocks = les_document_get_blocks (document, &n_blocks);
  g_autoptr (GArray) copy = g_array_sized_new (FALSE, FALSE, sizeof (LesBlock), n_blocks);

  g_array_append_vals (copy, blocks, n_blocks);
  les_article_set_blocks (article, copy);
  les_article_set (article, LES_ARTICLE_LANGUAGE, les_document_get_language (document));
}

static const char *
get_media_type (const char *name)
{
  g_autofree char *lower = g_utf8_strdown (name != NULL ? name : "", -1);

  return g_str_has_suffix (lower, ".md") || g_str_has_suffix (lower, ".markdown") ? "text/markdown" : "text/plain";
}

static LesArticle *
read_text (LesImport *import, const LesImportOptions *options, GError **error)
{
  g_auto (LesDecoded) decoded = { NULL, };
  g_autoptr (LesText) text = NULL;
  LesArticle *article;
  gboolean done;

  if (!check_bytes (import->bytes, error))
    return NULL;
  done = les_encoding_decode (&decoded, import->bytes, options != NULL ? options->encoding : NULL, error);
  import->encoding = g_steal_pointer (&decoded.encoding);
  import->encoding_guessed = decoded.guessed;
  import->repairs = decoded.repairs;
  if (!done)
    return NULL;

  text = les_text_new_take (g_steal_pointer (&decoded.utf8), decoded.n_bytes);
  article = les_article_new (NULL, text);
  if (options != NULL && options->raw)
    set_plain_blocks (article, text);
  else
    set_metadata (article, text);
  les_article_set (article, LES_ARTICLE_ORIGIN_TYPE, get_media_type (import->name));
  les_article_set (article, LES_ARTICLE_ORIGIN_ENCODING, import->encoding);
  return article;
}

const LesImportFormat les_import_text_format = {
  .suffixes = suffixes,
  .claims = claims_text,
  .read = read_text,
};
