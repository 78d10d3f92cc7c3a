/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "les-session.h"

G_BEGIN_DECLS

#define LES_TYPE_SELECTION_BAR (les_selection_bar_get_type ())
G_DECLARE_FINAL_TYPE (LesSelectionBar, les_selection_bar, LES, SELECTION_BAR, GtkWidget)

void       les_selection_bar_set_session (LesSelectionBar *self,
                                          LesSession      *session);
void       les_selection_bar_set_comparing (LesSelectionBar *self,
                                            gboolean         comparing);

G_END_DECLS
