/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-block.h"

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
