/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

char *les_error_words_dup (const GError *error,
                           const char   *name);

G_END_DECLS
