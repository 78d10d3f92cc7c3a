/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-passage-table.h"

G_BEGIN_DECLS

#define LES_TYPE_PASSAGE_ITEM (les_passage_item_get_type ())
G_DECLARE_FINAL_TYPE (LesPassageItem, les_passage_item, LES, PASSAGE_ITEM, GObject)

LesPassageItem      *les_passage_item_new       (LesPassageTable *table,
                                                 guint            index);
LesPassageTable     *les_passage_item_get_table (LesPassageItem  *self);
const LesPassageRow *les_passage_item_get_row   (LesPassageItem  *self);

G_END_DECLS
