/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-document.h"
#include "les-match.h"

G_BEGIN_DECLS

gboolean     les_same_text_is      (LesDocument   *left,
                                    LesDocument   *right);
LesMatchSet *les_same_text_compare (LesDocument   *left,
                                    LesDocument   *right,
                                    GCancellable  *cancellable,
                                    GError       **error);

G_END_DECLS
