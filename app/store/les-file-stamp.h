/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <sys/stat.h>

G_BEGIN_DECLS

/**
 * LesFileStamp:
 * @sha256: of the content, in hexadecimal; empty when nothing is known
 *
 * What a file was when we last read or wrote it. A plain value.
 */
typedef struct
{
  guint64 device;
  guint64 inode;
  gint64 size;
  gint64 mtime_sec;
  gint64 mtime_nsec;
  char sha256[65];
} LesFileStamp;

gboolean les_file_stamp_is_set       (const LesFileStamp *self);
void     les_file_stamp_set_identity (LesFileStamp       *self,
                                      const struct stat  *status);
gboolean les_file_stamp_is_identity  (const LesFileStamp *self,
                                      const struct stat  *status);
void     les_file_stamp_set_content  (LesFileStamp       *self,
                                      GBytes             *bytes);
gboolean les_file_stamp_is_content   (const LesFileStamp *self,
                                      GBytes             *bytes);

void                les_file_stamp_attach (GObject            *project,
                                           const LesFileStamp *stamp);
const LesFileStamp *les_file_stamp_find   (GObject            *project);

G_END_DECLS
