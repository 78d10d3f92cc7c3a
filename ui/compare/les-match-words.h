/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-match.h"

G_BEGIN_DECLS

char *les_match_words_dup (const LesMatch *match,
                           guint           index);

G_END_DECLS
