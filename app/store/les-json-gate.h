/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean    les_json_gate_check    (const char    *data,
                                    gsize          n_bytes,
                                    GCancellable  *cancellable,
                                    GError       **error);
const char *les_json_gate_skip_bom (const char    *data,
                                    gsize         *n_bytes);

G_END_DECLS
