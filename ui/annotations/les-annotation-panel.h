/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-panel.h"

G_BEGIN_DECLS

#define LES_TYPE_ANNOTATION_PANEL (les_annotation_panel_get_type ())
G_DECLARE_FINAL_TYPE (LesAnnotationPanel, les_annotation_panel, LES, ANNOTATION_PANEL, LesPanel)

GtkWidget *les_annotation_panel_new        (LesSession         *session);
void       les_annotation_panel_focus      (LesAnnotationPanel *self);
gboolean   les_annotation_panel_edit_note  (LesAnnotationPanel *self);
gboolean   les_annotation_panel_edit_tags  (LesAnnotationPanel *self);
void       les_annotation_panel_filter_tag (LesAnnotationPanel *self,
                                            const char         *tag);
void       les_annotation_panel_commit     (LesAnnotationPanel *self);

G_END_DECLS
