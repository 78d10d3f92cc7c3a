/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "les-session.h"

G_BEGIN_DECLS

#define LES_TYPE_SHARE_BUTTON (les_share_button_get_type ())
G_DECLARE_FINAL_TYPE (LesShareButton, les_share_button, LES, SHARE_BUTTON, GtkWidget)

void  les_share_button_show   (LesShareButton *self,
                               LesSession     *session);

G_END_DECLS
