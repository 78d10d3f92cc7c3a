/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "les-block.h"

G_BEGIN_DECLS

#define LES_TYPE_DOCUMENT (les_document_get_type ())

GType les_document_get_type (void);

LesDocument    *les_document_new           (LesText     *text,
                                            const char  *language);
LesDocument    *les_document_new_raw       (LesText     *text,
                                            const char  *language);
LesDocument    *les_document_new_with_blocks (LesText   *text,
                                            const char  *language,
                                            GArray      *blocks);
LesDocument    *les_document_ref           (LesDocument *self);
void            les_document_unref         (LesDocument *self);

LesText        *les_document_get_text      (LesDocument *self);
const char     *les_document_get_language  (LesDocument *self);
const LesBlock *les_document_get_blocks    (LesDocument *self,
                                            guint       *n_blocks);
gboolean        les_document_cut_sentences (LesDocument *self,
                                            GCancellable *cancellable);
const LesTextRange *les_document_get_sentences (LesDocument *self,
                                            guint       *n_sentences);
const LesBlock *les_document_get_block_at  (LesDocument *self,
                                            int          offset);
int             les_document_get_n_words   (LesDocument *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LesDocument, les_document_unref)

G_END_DECLS
