/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "les-session.h"

G_BEGIN_DECLS

#define LES_TYPE_SIMILAR_LIST (les_similar_list_get_type ())
G_DECLARE_FINAL_TYPE (LesSimilarList, les_similar_list, LES, SIMILAR_LIST, GtkWidget)

void     les_similar_list_set_article    (LesSimilarList *self,
                                          LesSession     *session,
                                          LesArticle     *article);
gboolean les_similar_list_has            (LesSimilarList *self,
                                          const char     *id);
guint    les_similar_list_get_n          (LesSimilarList *self);
gboolean les_similar_list_focus          (LesSimilarList *self);
void     les_similar_list_activate_first (LesSimilarList *self);
void     les_similar_list_set_max_height (LesSimilarList *self,
                                         int             height);

G_END_DECLS
