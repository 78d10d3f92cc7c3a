/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void      les_files_set_error    (GError      **error,
                                  int           saved_errno,
                                  gboolean      writing,
                                  const char   *path);
gboolean  les_files_write_all    (int           fd,
                                  const char   *data,
                                  gsize         n_bytes);
gboolean  les_files_close        (int           fd);
GBytes   *les_files_read_fd      (int           fd,
                                  gsize         max_bytes,
                                  const char   *path,
                                  GError      **error);
GBytes   *les_files_read         (const char   *path,
                                  gsize         max_bytes,
                                  GError      **error);
gboolean  les_files_replace      (const char   *path,
                                  GBytes       *content);
gboolean  les_files_sync_folder  (const char   *folder);
gboolean  les_files_make_folder  (const char   *folder,
                                  GError      **error);
char     *les_files_dup_safe_name (const char  *id);

G_END_DECLS
