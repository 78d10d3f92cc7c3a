/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "les-claim-item.h"

G_BEGIN_DECLS

#define LES_TYPE_CLAIM_CELL_VIEW (les_claim_cell_view_get_type ())
G_DECLARE_FINAL_TYPE (LesClaimCellView, les_claim_cell_view, LES, CLAIM_CELL_VIEW, GtkWidget)

GtkWidget *les_claim_cell_view_new  (guint             column);
void       les_claim_cell_view_show (LesClaimCellView *self,
                                     LesClaimItem     *item);

G_END_DECLS
