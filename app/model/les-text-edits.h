/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "les-project.h"
#include "les-rebase.h"

G_BEGIN_DECLS

/*
 * Changes of an article's text, with everything that hangs on its offsets.
 */

/**
 * LesTextEditSummary: what became of the annotations
 * @n_kept: stand on the same words
 * @n_changed: stand on words that were changed
 * @n_moved: stand on words that were moved
 * @n_unplaced: stand on words that are gone
 */
typedef struct
{
  guint n_kept;
  guint n_changed;
  guint n_moved;
  guint n_unplaced;
} LesTextEditSummary;

void les_text_edit_summary_count (LesTextEditSummary *summary,
                                  LesRebaseVerdict    verdict);

/**
 * LesVersionAnnotations: what becomes of the annotations when an article gets a
 *   newer version
 * @LES_VERSION_MOVE: the newer version gets them
 * @LES_VERSION_COPY: the newer version gets copies
 * @LES_VERSION_LEAVE: they stay with the older version
 */
typedef enum
{
  LES_VERSION_MOVE,
  LES_VERSION_COPY,
  LES_VERSION_LEAVE,
} LesVersionAnnotations;

/**
 * LesRangeMapper:
 * @range: (inout): Unicode characters of the old text, then of the new one
 *
 * Returns: whether it has a place in the new text
 */
typedef gboolean (*LesRangeMapper) (LesTextRange *range, gpointer data);

LesChange *les_text_edits_replace_text    (LesProject            *project,
                                           LesArticle            *article,
                                           GCancellable          *cancellable,
                                           LesTextEditSummary    *summary);
LesChange *les_text_edits_add_version     (LesProject            *project,
                                           const char            *older,
                                           LesArticle            *newer,
                                           LesVersionAnnotations  annotations,
                                           GCancellable          *cancellable,
                                           LesTextEditSummary    *summary);
void       les_text_edits_move_rejections (LesProject            *project,
                                           const char            *article,
                                           LesRangeMapper         mapper,
                                           gpointer               data,
                                           LesChange             *change);
LesChange *les_text_edits_accept          (LesProject            *project,
                                           const char * const    *ids);
LesChange *les_text_edits_place           (LesProject            *project,
                                           const char            *id,
                                           LesTextRange           range);

G_END_DECLS
