/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "les-rebase.h"
#include "les-text-edits.h"

G_BEGIN_DECLS

/**
 * LesEditPreview: what an edit of a text comes to, before it is made
 * @kept: what the new text kept of the old one
 * @places: (element-type LesTextRange): where something was typed, in Unicode
 *   characters of what is shown; empty where something was only taken away
 * @summary: what would become of the annotations
 */
typedef struct
{
  LesKeptSet *kept;
  GArray *places;
  LesTextEditSummary summary;
} LesEditPreview;

void            les_edit_preview_async  (LesText              *before,
                                         const char           *shown,
                                         GArray               *ranges,
                                         GCancellable         *cancellable,
                                         GAsyncReadyCallback   callback,
                                         gpointer              user_data);
LesEditPreview *les_edit_preview_finish (GAsyncResult         *result);
void            les_edit_preview_free   (LesEditPreview       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LesEditPreview, les_edit_preview_free)

G_END_DECLS
