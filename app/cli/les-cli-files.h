/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-project-format.h"

G_BEGIN_DECLS

char             *les_cli_dup_shown_path  (GFile         *file);
LesLoadedProject *les_cli_load_project    (const char    *path,
                                           GError       **error);
LesLoadedProject *les_cli_open_project    (const char    *path,
                                           int           *status);
guint             les_cli_report_findings (const char    *path,
                                           GPtrArray     *findings);

/**
 * LesCliArticle: an article that was named on the command line
 * @name: file name without folders, perhaps with #ID
 */
typedef struct
{
  char *name;
  LesArticle *article;
  LesDocument *document;
} LesCliArticle;

gboolean          les_cli_load_article    (const char    *argument,
                                           gboolean       raw,
                                           LesCliArticle *article);
void              les_cli_article_clear   (LesCliArticle *article);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LesCliArticle, les_cli_article_clear)

G_END_DECLS
