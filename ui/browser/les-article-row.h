/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "les-article-item.h"
#include "les-search.h"
#include "les-session.h"

G_BEGIN_DECLS

#define LES_TYPE_ARTICLE_ROW (les_article_row_get_type ())
G_DECLARE_FINAL_TYPE (LesArticleRow, les_article_row, LES, ARTICLE_ROW, GtkWidget)

GtkWidget      *les_article_row_new      (void);
LesArticleItem *les_article_row_get_item (LesArticleRow  *self);
void            les_article_row_bind     (LesArticleRow  *self,
                                          LesArticleItem *item,
                                          LesSession     *session);
void            les_article_row_unbind   (LesArticleRow  *self);
void            les_article_row_set_hits (LesArticleRow  *self,
                                          int             n_hits,
                                          const char     *snippet,
                                          GArray         *snippet_hits);
void            les_article_row_set_note (LesArticleRow  *self,
                                          const char     *note,
                                          const char     *tooltip);
guint           les_article_row_get_stamp (LesArticleRow *self);
void            les_article_row_set_stamp (LesArticleRow *self,
                                          guint           stamp);
char           *les_article_row_dup_meta (LesArticleItem *item,
                                          gboolean        with_annotations);

G_END_DECLS
