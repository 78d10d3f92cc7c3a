/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-article-list.h"
#include "les-chip-box.h"

G_BEGIN_DECLS

void les_filter_chips_fill (LesChipBox     *box,
                            LesArticleList *articles);

G_END_DECLS
