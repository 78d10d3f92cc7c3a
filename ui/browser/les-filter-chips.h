/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "les-article-list.h"

G_BEGIN_DECLS

void les_filter_chips_fill (GtkWidget      *box,
                            LesArticleList *articles);

G_END_DECLS
