/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "les-article-list.h"

G_BEGIN_DECLS

#define LES_TYPE_FILTER_POPOVER (les_filter_popover_get_type ())
G_DECLARE_FINAL_TYPE (LesFilterPopover, les_filter_popover, LES, FILTER_POPOVER, GtkPopover)

void les_filter_popover_set_articles (LesFilterPopover *self,
                                      LesArticleList   *articles);

G_END_DECLS
