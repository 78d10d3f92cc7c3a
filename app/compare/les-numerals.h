/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean les_numerals_parse (const char   *word,
                             gint64       *thousandths,
                             const char  **rest);

G_END_DECLS
