/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-units.h"

/**
 * les_units_new:
 * @tokens: the words of @document
 *
 * Returns: (transfer full) (element-type LesUnit): the sentences and headings
 *   that have words which take part in comparing, in text order
 */
GArray *
les_units_new (LesDocument *document, const LesTokens *tokens)
{
  GArray *units = g_array_new (FALSE, FALSE, sizeof (LesUnit));
  const LesTextRange *sentences;
  const LesBlock *blocks;
  guint n_sentences;
  guint n_blocks;
  guint token = 0;
  guint block = 0;
  int paragraph = 0;

  sentences = les_document_get_sentences (document, &n_sentences);
  blocks = les_document_get_blocks (document, &n_blocks);
  for (guint i = 0; i < n_sentences; i++)
    {
      LesUnit unit = { .range = sentences[i] };

      while (block + 1 < n_blocks && blocks[block].range.end <= sentences[i].start)
        {
          block++;
          paragraph += blocks[block].starts_paragraph;
        }
      while (token < tokens->n && tokens->items[token].start < sentences[i].start)
        token++;
      unit.first = token;
      while (token < tokens->n && tokens->items[token].start < sentences[i].end)
        token++;
      unit.n = token - unit.first;
      unit.role = n_blocks > 0 ? blocks[block].role : LES_BLOCK_BODY;
      unit.paragraph = paragraph;
      if (unit.n > 0)
        g_array_append_val (units, unit);
    }
  return units;
}

/**
 * les_units_new_for_range:
 * @range: Unicode characters
 * @tokens: the words of that range
 *
 * Returns: (transfer full) (element-type LesUnit): that stretch as one unit;
 *   none if it has no words
 */
GArray *
les_units_new_for_range (LesTextRange range, const LesTokens *tokens)
{
  GArray *units = g_array_new (FALSE, FALSE, sizeof (LesUnit));
  LesUnit unit = { range, 0, tokens->n, LES_BLOCK_BODY, 0 };

  if (tokens->n > 0)
    g_array_append_val (units, unit);
  return units;
}
