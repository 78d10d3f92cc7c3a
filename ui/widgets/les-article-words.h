/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-article.h"

G_BEGIN_DECLS

/* What an article is called where it stands beside others. */

char *les_article_words_dup_among (LesArticle *article,
                                   GPtrArray  *others);

G_END_DECLS
