/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-panel.h"

G_BEGIN_DECLS

#define LES_TYPE_CLAIMS_VIEW (les_claims_view_get_type ())
G_DECLARE_FINAL_TYPE (LesClaimsView, les_claims_view, LES, CLAIMS_VIEW, LesPanel)

GtkWidget  *les_claims_view_new       (LesSession    *session);
GListModel *les_claims_view_get_rows  (LesClaimsView *self);
void        les_claims_view_focus_search (LesClaimsView *self);

G_END_DECLS
