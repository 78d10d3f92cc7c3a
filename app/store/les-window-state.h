/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/*
 * What the user looked at, for each project file: open articles, scroll
 * positions, layers, pane widths. Kept in the user's state folder
 * ($XDG_STATE_HOME/lesart/windows/), never in the project. A state is a
 * vardict (a{sv}); the window decides what is in it. A broken state file is
 * ignored.
 */
GVariant *les_window_state_load (const char *project_id);
gboolean  les_window_state_save (const char *project_id,
                                 GVariant   *state);

G_END_DECLS
