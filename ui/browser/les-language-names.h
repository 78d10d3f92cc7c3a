/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char         *les_language_get_name (const char *code);
const char * const *les_language_list_codes (void);

G_END_DECLS
