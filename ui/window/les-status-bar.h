/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "les-session.h"

G_BEGIN_DECLS

#define LES_TYPE_STATUS_BAR (les_status_bar_get_type ())
G_DECLARE_FINAL_TYPE (LesStatusBar, les_status_bar, LES, STATUS_BAR, GtkWidget)

void les_status_bar_set_session (LesStatusBar *self,
                                 LesSession   *session);
void les_status_bar_set_saved   (LesStatusBar *self,
                                 const char   *words);

G_END_DECLS
