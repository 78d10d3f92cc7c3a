/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-card.h"
#include "les-match-item.h"

G_BEGIN_DECLS

#define LES_TYPE_MATCH_ROW (les_match_row_get_type ())
G_DECLARE_FINAL_TYPE (LesMatchRow, les_match_row, LES, MATCH_ROW, LesCard)

GtkWidget    *les_match_row_new          (void);
LesMatchItem *les_match_row_get_item     (LesMatchRow  *self);
void          les_match_row_set_item     (LesMatchRow  *self,
                                          LesMatchItem *item);
void          les_match_row_set_rejected (LesMatchRow  *self,
                                          LesMatchItem *item);

G_END_DECLS
