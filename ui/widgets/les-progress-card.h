/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LES_TYPE_PROGRESS_CARD (les_progress_card_get_type ())
G_DECLARE_FINAL_TYPE (LesProgressCard, les_progress_card, LES, PROGRESS_CARD, GtkWidget)

void les_progress_card_begin (LesProgressCard *self,
                              const char      *message,
                              GCancellable    *cancellable);
void les_progress_card_set   (LesProgressCard *self,
                              const char      *message,
                              double           fraction);
void les_progress_card_end   (LesProgressCard *self);

G_END_DECLS
