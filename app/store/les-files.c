/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-files.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "les-error.h"

/* The system calls of the store, with what each caller would forget: broken
 * off writes, EINTR, errors of close, folders that must reach the disk, too. */

#define MAX_NAME 64
/* Interrupted so often in a row: something else is wrong. */
#define MAX_INTERRUPTS 1000

static LesError
code_for_errno (int saved_errno, gboolean writing)
{
  switch (saved_errno)
    {
    case ENOENT:
    case ENOTDIR:
      return LES_ERROR_NOT_FOUND;
    case EACCES:
    case EPERM:
      return writing ? LES_ERROR_NOT_WRITABLE : LES_ERROR_NOT_READABLE;
    case EROFS:
    case ETXTBSY:
      return LES_ERROR_NOT_WRITABLE;
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      return LES_ERROR_NO_SPACE;
    case EISDIR:
      return LES_ERROR_IS_DIRECTORY;
    default:
      return LES_ERROR_FAILED;
    }
}

/** Sets the error of this program that fits @saved_errno. @writing: whether the file was to be written */
void
les_files_set_error (GError **error, int saved_errno, gboolean writing, const char *path)
{
  g_set_error (error, LES_ERROR, code_for_errno (saved_errno, writing), "%s: %s",
               path, g_strerror (saved_errno));
}

/** Writes everything or says in errno why not. */
gboolean
les_files_write_all (int fd, const char *data, gsize n_bytes)
{
  int n_interrupts = 0;

  while (n_bytes > 0)
    {
      gssize n = write (fd, data, MIN (n_bytes, 1 << 20));

      if (n < 0 && errno == EINTR && ++n_interrupts < MAX_INTERRUPTS)
        continue;
      if (n <= 0)
        {
          if (n == 0)
            errno = ENOSPC;
          return FALSE;
        }
      data += n;
      n_bytes -= n;
    }
  return TRUE;
}

/** After EINTR the descriptor is closed on Linux, and what it wrote was synced before. */
gboolean
les_files_close (int fd)
{
  return close (fd) == 0 || errno == EINTR;
}

static gboolean
check_readable (int fd, gsize max_bytes, struct stat *status, const char *path, GError **error)
{
  if (fstat (fd, status) != 0)
    {
      les_files_set_error (error, errno, FALSE, path);
      return FALSE;
    }
  if (S_ISDIR (status->st_mode))
    {
      les_files_set_error (error, EISDIR, FALSE, path);
      return FALSE;
    }
  if (!S_ISREG (status->st_mode))
    {
      g_set_error (error, LES_ERROR, LES_ERROR_NOT_READABLE, "%s: not a regular file", path);
      return FALSE;
    }
  if ((gsize) status->st_size > max_bytes)
    {
      g_set_error (error, LES_ERROR, LES_ERROR_PROJECT_TOO_LARGE, "%s: %" G_GINT64_FORMAT " bytes; at most %"
                   G_GSIZE_FORMAT " are read", path, (gint64) status->st_size, max_bytes);
      return FALSE;
    }
  return TRUE;
}

/**
 * les_files_read_fd:
 * @fd: open for reading, at the beginning; stays open
 * @path: for the error
 *
 * Errors: %LES_ERROR_IS_DIRECTORY, %LES_ERROR_NOT_READABLE, %LES_ERROR_PROJECT_TOO_LARGE,
 * %LES_ERROR_FAILED.
 *
 * Returns: (transfer full): what stands in the file
 */
GBytes *
les_files_read_fd (int fd, gsize max_bytes, const char *path, GError **error)
{
  g_autoptr (GByteArray) content = NULL;
  struct stat status;
  gssize n = 1;

  if (!check_readable (fd, max_bytes, &status, path, error))
    return NULL;
  content = g_byte_array_sized_new (status.st_size + 1);
  while (n != 0 && content->len <= max_bytes)
    {
      guint old = content->len;
      guint room = MAX ((gsize) status.st_size + 1, old + 4096) - old;

      g_byte_array_set_size (content, old + room);
      n = read (fd, content->data + old, room);
      g_byte_array_set_size (content, old + MAX (n, 0));
      if (n < 0 && errno != EINTR)
        {
          les_files_set_error (error, errno, FALSE, path);
          return NULL;
        }
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&content));
}

/** Returns: (transfer full): what stands in the file. Errors: as les_files_read_fd() and %LES_ERROR_NOT_FOUND */
GBytes *
les_files_read (const char *path, gsize max_bytes, GError **error)
{
  int fd = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  GBytes *bytes;

  if (fd < 0)
    {
      les_files_set_error (error, errno, FALSE, path);
      return NULL;
    }
  bytes = les_files_read_fd (fd, max_bytes, path, error);
  close (fd);
  return bytes;
}

static gboolean
write_and_rename (int fd, const char *temporary, const char *path, GBytes *content)
{
  gsize n_bytes;
  const char *data = g_bytes_get_data (content, &n_bytes);
  gboolean good = les_files_write_all (fd, data, n_bytes);

  good = les_files_close (fd) && good;
  if (good && rename (temporary, path) == 0)
    return TRUE;
  unlink (temporary);
  return FALSE;
}

/**
 * les_files_replace:
 *
 * Replaces a file of the program's own, which only the user may read, by a new
 * version without waiting for the disk. For what is easily made again: after a
 * power cut there may be neither version; les_saver_write_private() is for the
 * rest.
 *
 * Returns: whether the new version is there
 */
gboolean
les_files_replace (const char *path, GBytes *content)
{
  g_autofree char *temporary = g_strconcat (path, ".XXXXXX", NULL);
  int fd = g_mkstemp_full (temporary, O_WRONLY | O_CLOEXEC, 0600);

  return fd >= 0 && write_and_rename (fd, temporary, path, content);
}

/** Sees to it that names in @folder survive a power cut. Folders that cannot be synced count as synced. */
gboolean
les_files_sync_folder (const char *folder)
{
  int fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  gboolean good;
  int saved_errno;

  if (fd < 0)
    return errno == EACCES;
  good = fsync (fd) == 0 || errno == EINVAL || errno == ENOTSUP || errno == EROFS;
  saved_errno = errno;
  close (fd);
  errno = saved_errno;
  return good;
}

/** Makes a folder that only the user may look into, and those above it. */
gboolean
les_files_make_folder (const char *folder, GError **error)
{
  if (g_mkdir_with_parents (folder, 0700) == 0)
    return TRUE;
  les_files_set_error (error, errno, TRUE, folder);
  return FALSE;
}

/**
 * les_files_dup_safe_name:
 * @id: from a file, so anything at all
 *
 * Returns: (transfer full): a file name for @id: itself if it is plain, else its
 *   checksum
 */
char *
les_files_dup_safe_name (const char *id)
{
  gsize length = strlen (id);

  if (length > 0 && length <= MAX_NAME && strspn (id, G_CSET_a_2_z G_CSET_A_2_Z G_CSET_DIGITS "-") == length)
    return g_strdup (id);
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, id, -1);
}
