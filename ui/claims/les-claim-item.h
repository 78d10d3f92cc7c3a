/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-claims.h"

G_BEGIN_DECLS

#define LES_TYPE_CLAIM_ITEM (les_claim_item_get_type ())
G_DECLARE_FINAL_TYPE (LesClaimItem, les_claim_item, LES, CLAIM_ITEM, GObject)

LesClaimItem   *les_claim_item_new          (LesClaims    *claims,
                                             LesProject   *project,
                                             guint         index);
LesClaims      *les_claim_item_get_claims   (LesClaimItem *self);
LesProject     *les_claim_item_get_project  (LesClaimItem *self);
const LesClaim *les_claim_item_get_claim    (LesClaimItem *self);
guint           les_claim_item_get_index    (LesClaimItem *self);
void            les_claim_item_set_index    (LesClaimItem *self,
                                             guint         index);
gboolean        les_claim_item_has_words    (LesClaimItem *self,
                                             const char   *key);
guint           les_claim_item_get_n_reports (LesClaimItem *self);
const char     *les_claim_item_get_speaker  (LesClaimItem *self);

G_END_DECLS
