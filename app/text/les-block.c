/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-block.h"

static const char * const roles[LES_N_BLOCK_ROLES] = {
  [LES_BLOCK_BODY] = "body",
  [LES_BLOCK_KICKER] = "kicker",
  [LES_BLOCK_HEADLINE] = "headline",
  [LES_BLOCK_LEAD] = "lead",
  [LES_BLOCK_SUBHEAD] = "subhead",
  [LES_BLOCK_DATE] = "date",
  [LES_BLOCK_DATELINE] = "dateline",
  [LES_BLOCK_BYLINE] = "byline",
  [LES_BLOCK_CORRECTION] = "correction",
  [LES_BLOCK_CAPTION] = "caption",
  [LES_BLOCK_CREDIT] = "credit",
  [LES_BLOCK_DESK] = "desk",
};

/** Returns: whether the block tells something in sentences: body, lead, caption */
gboolean
les_block_role_is_prose (LesBlockRole role)
{
  return role == LES_BLOCK_BODY || role == LES_BLOCK_LEAD || role == LES_BLOCK_CAPTION;
}

/** Returns: whether the block is set as a heading: headline, subhead */
gboolean
les_block_role_is_heading (LesBlockRole role)
{
  return role == LES_BLOCK_HEADLINE || role == LES_BLOCK_SUBHEAD;
}

/** Returns: (transfer none): what the role is called in files and actions */
const char *
les_block_role_get_name (LesBlockRole role)
{
  g_return_val_if_fail (role < LES_N_BLOCK_ROLES, NULL);

  return roles[role];
}

/** @role: (out): left alone when no role is called @name. Returns: whether one is */
gboolean
les_block_role_from_name (const char *name, LesBlockRole *role)
{
  for (guint i = 0; i < LES_N_BLOCK_ROLES; i++)
    if (g_strcmp0 (roles[i], name) == 0)
      {
        *role = i;
        return TRUE;
      }
  return FALSE;
}

static void
append_piece (GArray *blocks, LesText *text, LesTextRange range, LesBlockRole role, gboolean starts_paragraph)
{
  LesBlock block = { les_text_trim (text, range), role, starts_paragraph };

  if (!les_text_range_is_empty (block.range))
    g_array_append_val (blocks, block);
}

/* A block of which a part becomes something else falls into up to three. */
static void
append_cut (GArray *blocks, LesText *text, const LesBlock *block, LesTextRange part, LesBlockRole role)
{
  guint n_before = blocks->len;

  append_piece (blocks, text, LES_TEXT_RANGE (block->range.start, part.start), block->role, block->starts_paragraph);
  append_piece (blocks, text, part, role, block->starts_paragraph && blocks->len == n_before);
  append_piece (blocks, text, LES_TEXT_RANGE (part.end, block->range.end), block->role, FALSE);
}

/**
 * les_blocks_find:
 * @blocks: (array length=n_blocks): of one text
 * @passage: Unicode characters
 *
 * Cost: logarithmic.
 *
 * Returns: (transfer none) (nullable): the first block that les_blocks_assign() gives
 *   another role: what @passage touches first; when it is empty the block that the
 *   cursor is in or at the end of, else the next one, else the last. NULL where
 *   there is none
 */
const LesBlock *
les_blocks_find (const LesBlock *blocks, guint n_blocks, LesTextRange passage)
{
  gboolean is_cursor = les_text_range_is_empty (passage);
  guint low = 0;
  guint high = n_blocks;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (blocks[middle].range.end < passage.start + (is_cursor ? 0 : 1))
        low = middle + 1;
      else
        high = middle;
    }
  if (is_cursor && n_blocks > 0)
    return &blocks[MIN (low, n_blocks - 1)];
  return low < n_blocks && blocks[low].range.start < passage.end ? &blocks[low] : NULL;
}

/**
 * les_blocks_assign:
 * @blocks: (array length=n_blocks): of @text, as of a document
 * @passage: Unicode characters; when empty, the whole block there is meant
 * @role: what the passage is
 *
 * Cost: linear in the number of blocks.
 *
 * Returns: (transfer full) (element-type LesBlock): the blocks with @passage
 *   as blocks of that role, cut where it covers only a part of one
 */
GArray *
les_blocks_assign (const LesBlock *blocks, guint n_blocks, LesText *text, LesTextRange passage, LesBlockRole role)
{
  GArray *assigned = g_array_sized_new (FALSE, FALSE, sizeof (LesBlock), n_blocks + 2);

  if (n_blocks > 0 && les_text_range_is_empty (passage))
    passage = les_blocks_find (blocks, n_blocks, passage)->range;
  for (guint i = 0; i < n_blocks; i++)
    {
      LesTextRange part = les_text_trim (text, les_text_range_intersect (blocks[i].range, passage));

      if (les_text_range_is_empty (part))
        g_array_append_val (assigned, blocks[i]);
      else
        append_cut (assigned, text, &blocks[i], part, role);
    }
  return assigned;
}
