/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "les-article.h"

G_BEGIN_DECLS

gboolean  les_version_words_apply  (LesArticle           *left,
                                    LesArticle           *right);
void      les_version_words_async  (LesArticle           *left,
                                    LesArticle           *right,
                                    GCancellable         *cancellable,
                                    GAsyncReadyCallback   callback,
                                    gpointer              user_data);
char     *les_version_words_finish (GAsyncResult         *result);

G_END_DECLS
