/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-file-stamp.h"

static GQuark
stamp_quark (void)
{
  return g_quark_from_static_string ("les-file-stamp");
}

gboolean
les_file_stamp_is_set (const LesFileStamp *self)
{
  return self->sha256[0] != '\0';
}

void
les_file_stamp_set_identity (LesFileStamp *self, const struct stat *status)
{
  self->device = status->st_dev;
  self->inode = status->st_ino;
  self->size = status->st_size;
  self->mtime_sec = status->st_mtim.tv_sec;
  self->mtime_nsec = status->st_mtim.tv_nsec;
}

/** Returns: whether it is the same file, at least by what can be asked cheaply */
gboolean
les_file_stamp_is_identity (const LesFileStamp *self, const struct stat *status)
{
  return self->device == status->st_dev
         && self->inode == status->st_ino
         && self->size == status->st_size
         && self->mtime_sec == status->st_mtim.tv_sec
         && self->mtime_nsec == status->st_mtim.tv_nsec;
}

void
les_file_stamp_set_content (LesFileStamp *self, GBytes *bytes)
{
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);

  g_strlcpy (self->sha256, sha256, sizeof self->sha256);
}

/** Returns: whether @bytes are what we last read or wrote */
gboolean
les_file_stamp_is_content (const LesFileStamp *self, GBytes *bytes)
{
  LesFileStamp other = { 0 };

  les_file_stamp_set_content (&other, bytes);
  return g_str_equal (self->sha256, other.sha256);
}

/** Ties what the file was when @project was read from it to the project. */
void
les_file_stamp_attach (GObject *project, const LesFileStamp *stamp)
{
  g_object_set_qdata_full (project, stamp_quark (), g_memdup2 (stamp, sizeof *stamp), g_free);
}

/** Returns: (transfer none) (nullable): what les_file_stamp_attach() tied to it */
const LesFileStamp *
les_file_stamp_find (GObject *project)
{
  return g_object_get_qdata (project, stamp_quark ());
}
