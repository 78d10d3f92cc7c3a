/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-rebased-blocks.h"

#include "les-document.h"

/* The blocks that have their place in the new text, in its order, without overlaps. */
static GArray *
carry_over (LesRebase *rebase, GArray *blocks)
{
  GArray *carried = g_array_sized_new (FALSE, FALSE, sizeof (LesBlock), blocks->len);
  int end = 0;

  for (guint i = 0; i < blocks->len; i++)
    {
      LesBlock block = g_array_index (blocks, LesBlock, i);
      LesRebased rebased = les_rebase_range (rebase, block.range);

      block.range = LES_TEXT_RANGE (MAX (end, rebased.range.start), rebased.range.end);
      if ((rebased.verdict != LES_REBASE_KEPT && rebased.verdict != LES_REBASE_CHANGED)
          || les_text_range_is_empty (block.range))
        continue;
      end = block.range.end;
      g_array_append_val (carried, block);
    }
  return carried;
}

static void
append_block (GArray *blocks, LesText *text, LesTextRange range, LesBlockRole role, gboolean starts_paragraph)
{
  LesBlock block = { les_text_trim (text, range), role, starts_paragraph };

  if (!les_text_range_is_empty (block.range))
    g_array_append_val (blocks, block);
}

/* Cuts one paragraph into the blocks that reach into it; the last before a
 * place goes on up to the next. Returns: the first block behind it */
static guint
cut_paragraph (GArray *blocks, LesText *text, LesTextRange paragraph, GArray *carried, guint next)
{
  int start = paragraph.start;
  LesBlockRole role = LES_BLOCK_BODY;
  gboolean any = FALSE;

  for (; next < carried->len; next++)
    {
      const LesBlock *block = &g_array_index (carried, LesBlock, next);

      if (block->range.start >= paragraph.end)
        break;
      if (any && block->range.start > start)
        {
          append_block (blocks, text, LES_TEXT_RANGE (start, block->range.start), role, start == paragraph.start);
          start = block->range.start;
        }
      any = TRUE;
      role = block->role;
      if (block->range.end > paragraph.end)
        break;
    }
  append_block (blocks, text, LES_TEXT_RANGE (start, paragraph.end), role, start == paragraph.start);
  return next;
}

/**
 * les_rebased_blocks_new:
 * @rebase: from the text of @blocks to @after
 * @blocks: (element-type LesBlock): named blocks of the old text
 *
 * Carries named blocks over to a new text. A paragraph that is new is body;
 * what was typed into a paragraph belongs to the block in front of it.
 *
 * Returns: (transfer full) (element-type LesBlock): in text order, without
 *   overlaps, covering everything but white space
 */
GArray *
les_rebased_blocks_new (LesRebase *rebase, GArray *blocks, LesText *after)
{
  g_autoptr (LesDocument) plain = les_document_new_raw (after, "und");
  g_autoptr (GArray) carried = carry_over (rebase, blocks);
  GArray *rebased = g_array_new (FALSE, FALSE, sizeof (LesBlock));
  guint n_paragraphs;
  const LesBlock *paragraphs = les_document_get_blocks (plain, &n_paragraphs);
  guint next = 0;

  for (guint i = 0; i < n_paragraphs; i++)
    next = cut_paragraph (rebased, after, paragraphs[i].range, carried, next);
  return rebased;
}
