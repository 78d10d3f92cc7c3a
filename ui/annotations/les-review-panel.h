/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-panel.h"

G_BEGIN_DECLS

#define LES_TYPE_REVIEW_PANEL (les_review_panel_get_type ())
G_DECLARE_FINAL_TYPE (LesReviewPanel, les_review_panel, LES, REVIEW_PANEL, LesPanel)

GtkWidget *les_review_panel_new        (LesSession     *session);
guint      les_review_panel_get_n      (LesReviewPanel *self);
void       les_review_panel_focus      (LesReviewPanel *self);
void       les_review_panel_step       (LesReviewPanel *self);
void       les_review_panel_accept     (LesReviewPanel *self);
void       les_review_panel_accept_all (LesReviewPanel *self);
gboolean   les_review_panel_place      (LesReviewPanel *self);

G_END_DECLS
