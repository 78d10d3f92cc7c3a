/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-article-list.h"
#include "les-search.h"
#include "les-panel.h"

G_BEGIN_DECLS

#define LES_TYPE_BROWSER (les_browser_get_type ())
G_DECLARE_FINAL_TYPE (LesBrowser, les_browser, LES, BROWSER, LesPanel)

GtkWidget      *les_browser_new              (void);
void            les_browser_set_search       (LesBrowser *self,
                                              LesSearch  *search);

LesArticleList *les_browser_get_articles     (LesBrowser *self);
GStrv           les_browser_dup_selected_ids (LesBrowser *self);
gboolean        les_browser_show_same_copy   (LesBrowser *self,
                                              const char *id);
void            les_browser_focus_search     (LesBrowser *self);
void            les_browser_focus_list       (LesBrowser *self);

G_END_DECLS
