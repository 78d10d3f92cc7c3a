/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "les-kept.h"
#include "les-text.h"

G_BEGIN_DECLS

/**
 * LesRebaseVerdict:
 * @LES_REBASE_KEPT: the same words, at most shifted with what stands around them
 * @LES_REBASE_CHANGED: the passage is there, its words were changed
 * @LES_REBASE_MOVED: the words stand in another place of the text
 * @LES_REBASE_UNPLACED: the passage is not in the new text
 */
typedef enum
{
  LES_REBASE_KEPT,
  LES_REBASE_CHANGED,
  LES_REBASE_MOVED,
  LES_REBASE_UNPLACED,
} LesRebaseVerdict;

/**
 * LesRebased:
 * @range: where the passage stands in the new text, in Unicode characters; for
 *   %LES_REBASE_UNPLACED empty, at the place where it stood
 * @verdict: how sure that is
 */
typedef struct
{
  LesTextRange range;
  LesRebaseVerdict verdict;
} LesRebased;

/**
 * LesRebase:
 *
 * Carries ranges of an old text over to a new version of it, by difference.
 */
typedef struct _LesRebase LesRebase;

LesRebase        *les_rebase_new      (LesText      *before,
                                       LesText      *after,
                                       GCancellable *cancellable);
void              les_rebase_free     (LesRebase    *self);

LesRebased        les_rebase_range    (LesRebase    *self,
                                       LesTextRange  range);
const LesKeptSet *les_rebase_get_kept (LesRebase    *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LesRebase, les_rebase_free)

G_END_DECLS
