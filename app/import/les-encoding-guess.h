/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean    les_encoding_is_utf8   (const guint8 *data,
                                    gsize         size);
const char *les_encoding_find_mark (const guint8 *data,
                                    gsize         size,
                                    gsize        *n_mark);
const char *les_encoding_guess     (const guint8 *data,
                                    gsize         size,
                                    gboolean     *guessed);

G_END_DECLS
