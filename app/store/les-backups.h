/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * LesBackup:
 * @file: a whole project file; open it like any other and save it elsewhere
 * @when: when it was put there, in UTC
 * @size: in bytes
 *
 * An earlier version of a project.
 */
typedef struct
{
  GFile *file;
  GDateTime *when;
  goffset size;
} LesBackup;

GPtrArray *les_backups_list          (const char  *project_id);
GPtrArray *les_backups_list_for_file (GFile       *file);

gboolean   les_backups_add           (const char  *project_id,
                                      const char  *path,
                                      GBytes      *content,
                                      GError     **error);
GBytes    *les_backups_find          (const char  *project_id,
                                      const char  *sha256);

G_END_DECLS
