/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-reader.h"

G_BEGIN_DECLS

#define LES_TYPE_SCROLL_LINK (les_scroll_link_get_type ())
G_DECLARE_FINAL_TYPE (LesScrollLink, les_scroll_link, LES, SCROLL_LINK, GObject)

LesScrollLink *les_scroll_link_new        (LesReader     *left,
                                           LesReader     *right);
void           les_scroll_link_set_session (LesScrollLink *self,
                                           LesSession    *session);
void           les_scroll_link_lead       (LesScrollLink *self,
                                           LesSide        side);
void           les_scroll_link_reveal     (LesScrollLink *self,
                                           LesSide        side,
                                           LesTextRange   range);
void           les_scroll_link_meet       (LesScrollLink *self,
                                           LesSide        side,
                                           LesTextRange   left,
                                           LesTextRange   right);
void           les_scroll_link_join       (LesScrollLink *self,
                                           LesSide        side,
                                           LesTextRange   left,
                                           LesTextRange   right);
void           les_scroll_link_forget     (LesScrollLink *self);

G_END_DECLS
