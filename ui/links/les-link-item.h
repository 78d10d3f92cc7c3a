/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-session.h"

G_BEGIN_DECLS

#define LES_TYPE_LINK_ITEM (les_link_item_get_type ())
G_DECLARE_FINAL_TYPE (LesLinkItem, les_link_item, LES, LINK_ITEM, GObject)

LesLinkItem *les_link_item_new         (LesSession  *session,
                                        LesLink     *link);
LesLink     *les_link_item_get_link    (LesLinkItem *self);
LesProject  *les_link_item_get_project (LesLinkItem *self);
const char  *les_link_item_get_end     (LesLinkItem *self,
                                        LesSide      side);

gboolean     les_link_item_equal       (LesLinkItem *self,
                                        LesLinkItem *other);

G_END_DECLS
