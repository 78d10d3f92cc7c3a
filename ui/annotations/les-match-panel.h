/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-panel.h"

G_BEGIN_DECLS

#define LES_TYPE_MATCH_PANEL (les_match_panel_get_type ())
G_DECLARE_FINAL_TYPE (LesMatchPanel, les_match_panel, LES, MATCH_PANEL, LesPanel)

GtkWidget *les_match_panel_new   (LesSession    *session);

G_END_DECLS
