/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-session.h"

G_BEGIN_DECLS

#define LES_TYPE_MATCH_ITEM (les_match_item_get_type ())
G_DECLARE_FINAL_TYPE (LesMatchItem, les_match_item, LES, MATCH_ITEM, GObject)

LesMatchItem *les_match_item_new       (LesSession   *session,
                                        guint         index);
guint         les_match_item_get_index (LesMatchItem *self);
char         *les_match_item_dup_words (LesMatchItem *self,
                                        LesSide       side);
char         *les_match_item_dup_kind  (LesMatchItem *self);
char         *les_match_item_dup_score (LesMatchItem *self);

G_END_DECLS
