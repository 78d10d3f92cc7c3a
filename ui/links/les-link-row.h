/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-card.h"
#include "les-link-item.h"

G_BEGIN_DECLS

#define LES_TYPE_LINK_ROW (les_link_row_get_type ())
G_DECLARE_FINAL_TYPE (LesLinkRow, les_link_row, LES, LINK_ROW, LesCard)

GtkWidget *les_link_row_new      (void);
void       les_link_row_set_item (LesLinkRow  *self,
                                  LesLinkItem *item);

G_END_DECLS
