/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "les-session.h"

G_BEGIN_DECLS

#define LES_TYPE_CLAIMS_VIEW (les_claims_view_get_type ())
G_DECLARE_FINAL_TYPE (LesClaimsView, les_claims_view, LES, CLAIMS_VIEW, GtkWidget)

GtkWidget  *les_claims_view_new       (LesSession    *session);
GListModel *les_claims_view_get_rows  (LesClaimsView *self);
void        les_claims_view_focus_search (LesClaimsView *self);

G_END_DECLS
