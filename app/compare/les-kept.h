/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "les-text.h"

G_BEGIN_DECLS

/**
 * LesKept:
 * @before: where it stands in the old text, in Unicode characters
 * @after: where it stands in the new text, in Unicode characters
 * @n: how many characters are the same from there on; at least 1
 */
typedef struct
{
  int before;
  int after;
  int n;
} LesKept;

/**
 * LesKeptSet:
 * @in_order: (element-type LesKept): what stands in the same order in both
 *   texts; sorted, without overlaps
 * @moved: (element-type LesKept): what stands elsewhere in the new text; sorted
 *   by the old one
 * @words_removed: how many words of the old text are gone
 * @words_added: how many words of the new text were not there
 * @words_moved: how many words stand elsewhere
 *
 * What a new version of a text kept of the old one. Words count when their
 * letters differ in more than case.
 */
typedef struct
{
  GArray *in_order;
  GArray *moved;
  int words_removed;
  int words_added;
  int words_moved;
} LesKeptSet;

LesKeptSet *les_kept_set_new  (LesText      *before,
                               LesText      *after,
                               GCancellable *cancellable);
void        les_kept_set_free (LesKeptSet   *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LesKeptSet, les_kept_set_free)

G_END_DECLS
