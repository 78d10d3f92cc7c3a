/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-common-words.h"
#include "les-session.h"

G_BEGIN_DECLS

#define LES_TYPE_MATCH_ITEM (les_match_item_get_type ())
G_DECLARE_FINAL_TYPE (LesMatchItem, les_match_item, LES, MATCH_ITEM, GObject)

LesMatchItem   *les_match_item_new              (LesSession   *session,
                                                 guint         index);
LesMatchItem   *les_match_item_new_rejected     (LesSession   *session,
                                                 guint         index);
guint           les_match_item_get_index        (LesMatchItem *self);
const LesMatch *les_match_item_get_match        (LesMatchItem *self);
LesTextRange    les_match_item_get_range        (LesMatchItem *self,
                                                 LesSide       side);
LesText        *les_match_item_get_text         (LesMatchItem *self,
                                                 LesSide       side);
GArray         *les_match_item_dup_pieces       (LesMatchItem *self,
                                                 LesSide       side);
char           *les_match_item_dup_words        (LesMatchItem *self,
                                                 LesSide       side);
const char     *les_match_item_get_kind         (LesMatchItem *self);
char           *les_match_item_dup_grade        (LesMatchItem *self);
char           *les_match_item_dup_score        (LesMatchItem *self);
char           *les_match_item_dup_common       (LesMatchItem *self);
char           *les_match_item_dup_detail       (LesMatchItem *self,
                                                 guint         index);

G_END_DECLS
