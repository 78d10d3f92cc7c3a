/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "les-annotation-item.h"

G_BEGIN_DECLS

#define LES_TYPE_ANNOTATION_EDITOR (les_annotation_editor_get_type ())
G_DECLARE_FINAL_TYPE (LesAnnotationEditor, les_annotation_editor, LES, ANNOTATION_EDITOR, GtkWidget)

GtkWidget *les_annotation_editor_new        (LesAnnotationItem   *item);
void       les_annotation_editor_commit     (LesAnnotationEditor *self);
void       les_annotation_editor_detach     (LesAnnotationEditor *self);
void       les_annotation_editor_focus_note (LesAnnotationEditor *self);
void       les_annotation_editor_edit_tags  (LesAnnotationEditor *self);

G_END_DECLS
