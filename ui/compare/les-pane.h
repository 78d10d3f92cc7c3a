/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-reader.h"

G_BEGIN_DECLS

#define LES_TYPE_PANE (les_pane_get_type ())
G_DECLARE_FINAL_TYPE (LesPane, les_pane, LES, PANE, GtkWidget)

GtkWidget *les_pane_new         (LesSide     side);
void       les_pane_set_session (LesPane    *self,
                                 LesSession *session);
LesReader *les_pane_get_reader  (LesPane    *self);
GtkWidget *les_pane_get_content (LesPane    *self);
void       les_pane_adjust_bounds (LesPane  *self);
void       les_pane_set_overview_first (LesPane *self,
                                        gboolean first);

G_END_DECLS
