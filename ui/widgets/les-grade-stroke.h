/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "les-match.h"

G_BEGIN_DECLS

#define LES_TYPE_GRADE_STROKE (les_grade_stroke_get_type ())
G_DECLARE_FINAL_TYPE (LesGradeStroke, les_grade_stroke, LES, GRADE_STROKE, GtkWidget)

GtkWidget *les_grade_stroke_new       (LesMatchGrade   grade);
void       les_grade_stroke_set_grade (LesGradeStroke *self,
                                       LesMatchGrade   grade);

G_END_DECLS
