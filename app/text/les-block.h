/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-text.h"

G_BEGIN_DECLS

/**
 * LesBlockRole:
 * @LES_BLOCK_BODY: running text
 * @LES_BLOCK_KICKER: the short line above a headline ("Kultur - Film")
 * @LES_BLOCK_HEADLINE: the headline
 * @LES_BLOCK_LEAD: the standfirst under the headline
 * @LES_BLOCK_SUBHEAD: a heading inside the text
 * @LES_BLOCK_DATE: a date that stands for itself, not in a sentence
 * @LES_BLOCK_DATELINE: place and agency before the first sentence
 * @LES_BLOCK_BYLINE: author or sources
 * @LES_BLOCK_CORRECTION: a note that says what was corrected
 * @LES_BLOCK_CAPTION: the words under a picture
 * @LES_BLOCK_CREDIT: who made the picture
 * @LES_BLOCK_DESK: the desk code behind the last full stop ("/abc/DP/xyz")
 */
typedef enum
{
  LES_BLOCK_BODY,
  LES_BLOCK_KICKER,
  LES_BLOCK_HEADLINE,
  LES_BLOCK_LEAD,
  LES_BLOCK_SUBHEAD,
  LES_BLOCK_DATE,
  LES_BLOCK_DATELINE,
  LES_BLOCK_BYLINE,
  LES_BLOCK_CORRECTION,
  LES_BLOCK_CAPTION,
  LES_BLOCK_CREDIT,
  LES_BLOCK_DESK,
  LES_N_BLOCK_ROLES
} LesBlockRole;

/**
 * LesBlock:
 * @range: Unicode characters, trimmed, never empty
 * @role: what it is
 * @starts_paragraph: whether a paragraph starts here
 *
 * A paragraph of an article with its role. Where one paragraph holds several
 * roles (a dateline before the first sentence, a desk code behind the last)
 * it is cut into a block for each. Blocks stand in text order, do not overlap
 * and cover everything but white space.
 */
typedef struct
{
  LesTextRange range;
  LesBlockRole role;
  gboolean starts_paragraph;
} LesBlock;

gboolean les_block_role_is_prose   (LesBlockRole role);
gboolean les_block_role_is_heading (LesBlockRole role);

const char *les_block_role_get_name  (LesBlockRole  role);
gboolean    les_block_role_from_name (const char   *name,
                                      LesBlockRole *role);

const LesBlock *les_blocks_find      (const LesBlock *blocks,
                                      guint           n_blocks,
                                      LesTextRange    passage);
GArray     *les_blocks_assign        (const LesBlock *blocks,
                                      guint           n_blocks,
                                      LesText        *text,
                                      LesTextRange    passage,
                                      LesBlockRole    role);

G_END_DECLS
