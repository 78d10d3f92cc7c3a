/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdint.h>

#include "les-display-text.h"
#include "les-importer.h"

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

/* The blocks lie one behind the other within the text. */
static void
check_blocks (LesArticle *article)
{
  LesDocument *document = les_article_get_document (article);
  int end = 0;
  guint n_blocks;
  const LesBlock *blocks = les_document_get_blocks (document, &n_blocks);

  for (guint i = 0; i < n_blocks; i++)
    {
      if (blocks[i].range.start < end || blocks[i].range.end <= blocks[i].range.start)
        g_error ("block %u overlaps or is empty", i);
      end = blocks[i].range.end;
    }
  if (end > les_text_get_n_chars (les_article_get_text (article)))
    g_error ("a block ends outside the text");
}

static void
check_display (LesText *text)
{
  g_autoptr (LesDisplayText) display = les_display_text_new (text);
  int n = les_text_get_n_chars (text);

  for (int offset = 0; offset <= n; offset += 1 + n / 100)
    if (les_display_text_to_text (display, les_display_text_from_text (display, offset)) != offset)
      g_error ("offset %d does not come back", offset);
}

/* Bytes -> import -> recognise -> display text */
int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr (LesImport) import = les_import_bytes (bytes, "fuzz.txt", NULL);

  if ((import->article == NULL) == (import->error == NULL))
    g_error ("neither article nor error, or both");
  if (import->article == NULL)
    return 0;
  if (!g_utf8_validate (les_text_get_utf8 (les_article_get_text (import->article)), -1, NULL))
    g_error ("the text is not UTF-8");
  check_blocks (import->article);
  check_display (les_article_get_text (import->article));
  return 0;
}
