/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-kept.h"

G_BEGIN_DECLS

gboolean les_char_diff_align (const gunichar *before,
                              int             n_before,
                              const gunichar *after,
                              int             n_after,
                              GArray         *kept);

G_END_DECLS
