/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LES_TYPE_NOTICE_BAR (les_notice_bar_get_type ())
G_DECLARE_FINAL_TYPE (LesNoticeBar, les_notice_bar, LES, NOTICE_BAR, GtkWidget)

void       les_notice_bar_show   (LesNoticeBar *self,
                                  const char   *message,
                                  const char   *button_label,
                                  const char   *action_name);
void       les_notice_bar_hand_over (LesNoticeBar *self,
                                     LesNoticeBar *other);
void       les_notice_bar_withdraw  (LesNoticeBar *self,
                                     const char   *action_name);
void       les_notice_bar_hide   (LesNoticeBar *self);

G_END_DECLS
