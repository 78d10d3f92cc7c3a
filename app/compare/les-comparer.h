/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-document.h"
#include "les-match.h"

G_BEGIN_DECLS

LesMatchSet *les_compare        (LesDocument   *left,
                                 LesDocument   *right,
                                 int            days_apart,
                                 GCancellable  *cancellable,
                                 GError       **error);
LesMatch    *les_compare_passages (LesDocument *left,
                                 LesTextRange   left_range,
                                 LesDocument   *right,
                                 LesTextRange   right_range);
GArray      *les_compare_find_counterparts (LesDocument *from,
                                 LesTextRange   passage,
                                 LesDocument   *to,
                                 guint          n_best);

G_END_DECLS
