/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean les_is_quote_mark  (gunichar c);
gboolean les_is_single_mark (gunichar c);

G_END_DECLS
