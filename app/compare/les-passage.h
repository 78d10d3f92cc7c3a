/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LesRun:
 * @left: the first token in the left text
 * @right: the first token in the right text
 * @n: how many tokens are equal from there on
 */
typedef struct
{
  guint32 left;
  guint32 right;
  guint32 n;
} LesRun;

/**
 * LesPassage:
 * @runs: (element-type LesRun): the words both have, in order; never empty
 * @bits: how much their agreement says
 *
 * A stretch of one text that stands in the other too, perhaps with changes.
 */
typedef struct
{
  GArray *runs;
  double bits;
} LesPassage;

LesPassage *les_passage_new         (void);
void        les_passage_free        (LesPassage *self);
guint       les_passage_get_n_equal (const LesPassage *self);
const LesRun *les_passage_get_first (const LesPassage *self);
const LesRun *les_passage_get_last  (const LesPassage *self);
guint       les_runs_count          (const GArray     *runs);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LesPassage, les_passage_free)

G_END_DECLS
