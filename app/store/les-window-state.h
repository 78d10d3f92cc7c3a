/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GVariant *les_window_state_load (const char *project_id);
gboolean  les_window_state_save (const char *project_id,
                                 GVariant   *state);

G_END_DECLS
