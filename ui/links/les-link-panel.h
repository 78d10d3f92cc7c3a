/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-panel.h"

G_BEGIN_DECLS

#define LES_TYPE_LINK_PANEL (les_link_panel_get_type ())
G_DECLARE_FINAL_TYPE (LesLinkPanel, les_link_panel, LES, LINK_PANEL, LesPanel)

GtkWidget *les_link_panel_new (LesSession *session);

G_END_DECLS
