/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-article.h"

G_BEGIN_DECLS

char *les_source_words_dup_publisher (LesArticle *article);
char *les_source_words_dup_details   (LesArticle *article);
char *les_source_words_dup_citation  (LesArticle *article,
                                      const char *words);

G_END_DECLS
