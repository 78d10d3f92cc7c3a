/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *les_folders_get_windows  (void);
const char *les_folders_get_journals (void);
const char *les_folders_get_aside    (void);
const char *les_folders_get_backups  (void);

G_END_DECLS
