/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-file-stamp.h"

G_BEGIN_DECLS

/**
 * LesSaver:
 * @path: where to
 * @content: what
 * @expected: (nullable): what the file was when we last saw it, not set when
 *   there shall be none; anything else there is %LES_ERROR_CHANGED_ON_DISK. NULL
 *   writes over whatever is there.
 * @about_to_replace: (nullable): called with the bytes that will be replaced,
 *   just before that; FALSE with an error gives up
 */
typedef struct
{
  const char *path;
  GBytes *content;
  const LesFileStamp *expected;
  gboolean (*about_to_replace) (GBytes    *old,
                                gpointer   user_data,
                                GError   **error);
  gpointer user_data;
} LesSaver;

gboolean  les_saver_run         (const LesSaver  *self,
                                 LesFileStamp    *written,
                                 GCancellable    *cancellable,
                                 GError         **error);
gboolean  les_saver_write_private (const char    *path,
                                 GBytes          *content,
                                 GError         **error);
gboolean  les_saver_is_unchanged (const char     *path,
                                  const LesFileStamp *expected);
char     *les_saver_dup_target  (const char      *path,
                                 GError         **error);
void      les_saver_sweep       (const char      *folder,
                                 gint64           max_age_seconds);

G_END_DECLS
