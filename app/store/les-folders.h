/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *les_folders_dup_windows  (void);
char *les_folders_dup_journals (void);
char *les_folders_dup_aside    (void);
char *les_folders_dup_backups  (void);

G_END_DECLS
