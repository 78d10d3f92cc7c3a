/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-panel.h"

G_BEGIN_DECLS

#define LES_TYPE_COMPARE_VIEW (les_compare_view_get_type ())
G_DECLARE_FINAL_TYPE (LesCompareView, les_compare_view, LES, COMPARE_VIEW, LesPanel)

GtkWidget  *les_compare_view_new               (void);
void        les_compare_view_focus_side        (LesCompareView *self,
                                                LesSide         side);
void        les_compare_view_adjust_bounds     (LesCompareView *self,
                                                LesSide         side);
gboolean    les_compare_view_get_passage_area  (LesCompareView *self,
                                                LesSide         side,
                                                LesTextRange    range,
                                                GtkWidget     **relative_to,
                                                GdkRectangle   *area);
gboolean    les_compare_view_find_next_hit     (LesCompareView *self);
gboolean    les_compare_view_find_previous_hit (LesCompareView *self);
void        les_compare_view_find_counterpart  (LesCompareView *self);
GVariant   *les_compare_view_dup_state         (LesCompareView *self);
void        les_compare_view_restore_state     (LesCompareView *self,
                                                GVariant       *state);
gboolean    les_compare_view_is_stacked        (LesCompareView *self);
GtkTextView *les_compare_view_get_text_view    (LesCompareView *self,
                                                LesSide         side);

G_END_DECLS
