/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-import-format.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "les-error.h"
#include "les-limits.h"

#define CHUNK_BYTES (256 * 1024)

static void
set_errno (GError **error, int number)
{
  LesError code = LES_ERROR_NOT_READABLE;

  if (number == ENOENT || number == ENOTDIR)
    code = LES_ERROR_NOT_FOUND;
  else if (number == EISDIR)
    code = LES_ERROR_IS_DIRECTORY;
  g_set_error_literal (error, LES_ERROR, code, g_strerror (number));
}

static void
set_too_large (GError **error)
{
  g_set_error (error, LES_ERROR, LES_ERROR_TOO_LARGE, "larger than %d MiB", LES_LIMIT_ARTICLE_BYTES / (1024 * 1024));
}

/* A pipe, a terminal or a device may never end, or never begin. */
static gboolean
check_regular (int fd, goffset *size, GError **error)
{
  struct stat status;

  if (fstat (fd, &status) < 0)
    {
      set_errno (error, errno);
      return FALSE;
    }
  if (S_ISDIR (status.st_mode))
    {
      set_errno (error, EISDIR);
      return FALSE;
    }
  if (!S_ISREG (status.st_mode))
    {
      g_set_error (error, LES_ERROR, LES_ERROR_NOT_READABLE, "not a regular file");
      return FALSE;
    }
  *size = status.st_size;
  if (*size <= LES_LIMIT_ARTICLE_BYTES)
    return TRUE;
  set_too_large (error);
  return FALSE;
}

/* Reads to the end, but never more than the limit, whatever size was promised. */
static GBytes *
read_descriptor (int fd, goffset size, GCancellable *cancellable, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_sized_new (size + 1);

  for (;;)
    {
      guint used = bytes->len;
      gssize n;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      if (used > LES_LIMIT_ARTICLE_BYTES)
        {
          set_too_large (error);
          return NULL;
        }
      g_byte_array_set_size (bytes, used + (used == 0 ? size + 1 : CHUNK_BYTES));
      n = read (fd, bytes->data + used, bytes->len - used);
      g_byte_array_set_size (bytes, used + MAX (n, 0));
      if (n < 0 && errno != EINTR)
        {
          set_errno (error, errno);
          return NULL;
        }
      if (n == 0)
        return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
    }
}

static GBytes *
read_path (const char *path, GCancellable *cancellable, GError **error)
{
  int fd = open (path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
  GBytes *bytes = NULL;
  goffset size;

  if (fd < 0)
    {
      set_errno (error, errno);
      return NULL;
    }
  if (check_regular (fd, &size, error))
    bytes = read_descriptor (fd, size, cancellable, error);
  close (fd);
  return bytes;
}

static GBytes *
read_stream (GInputStream *stream, GCancellable *cancellable, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autofree guint8 *chunk = g_malloc (CHUNK_BYTES);
  gssize n;

  while ((n = g_input_stream_read (stream, chunk, CHUNK_BYTES, cancellable, error)) > 0)
    {
      g_byte_array_append (bytes, chunk, n);
      if (bytes->len > LES_LIMIT_ARTICLE_BYTES)
        {
          set_too_large (error);
          return NULL;
        }
    }
  return n < 0 ? NULL : g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

/* Files that GIO reaches by other means than a path of this system. */
static GBytes *
read_remote (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) cause = NULL;
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, &cause);
  GBytes *bytes = NULL;

  if (stream != NULL)
    bytes = read_stream (G_INPUT_STREAM (stream), cancellable, &cause);
  if (bytes == NULL)
    g_propagate_error (error, les_error_from_io (cause));
  return bytes;
}

/**
 * les_import_read_bytes:
 * @file: any file
 * @error: %LES_ERROR_NOT_FOUND, _NOT_READABLE, _IS_DIRECTORY, _TOO_LARGE, _FAILED, or cancelled
 *
 * Reads a whole file of at most %LES_LIMIT_ARTICLE_BYTES. Never waits for a
 * pipe or device. Any thread; blocks while the disk does.
 *
 * Returns: (transfer full) (nullable): its bytes
 */
GBytes *
les_import_read_bytes (GFile *file, GCancellable *cancellable, GError **error)
{
  const char *path = g_file_peek_path (file);

  return path != NULL ? read_path (path, cancellable, error) : read_remote (file, cancellable, error);
}
