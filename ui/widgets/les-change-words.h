/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-kept.h"

G_BEGIN_DECLS

char *les_change_words_dup (const LesKeptSet *kept,
                            gboolean          headline_changed);

G_END_DECLS
