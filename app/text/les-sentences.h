/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "les-text.h"

G_BEGIN_DECLS

GArray  *les_sentences_split  (LesText      *text,
                               LesTextRange  within,
                               const char   *language);
gboolean les_sentences_append (GArray       *sentences,
                               LesText      *text,
                               LesTextRange  within,
                               const char   *language,
                               GCancellable *cancellable);

G_END_DECLS
