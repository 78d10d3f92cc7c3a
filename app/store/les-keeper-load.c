/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-keeper.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "les-error.h"
#include "les-file-stamp.h"
#include "les-files.h"
#include "les-limits.h"

/* Reading a project for the window: in a worker, with what the file was. */

static GBytes *
read_local (const char *path, LesFileStamp *stamp, GError **error)
{
  int fd = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  GBytes *bytes;
  struct stat status;

  if (fd < 0)
    {
      les_files_set_error (error, errno, FALSE, path);
      return NULL;
    }
  bytes = les_files_read_fd (fd, LES_LIMIT_PROJECT_BYTES, path, error);
  if (bytes != NULL && fstat (fd, &status) == 0)
    {
      les_file_stamp_set_identity (stamp, &status);
      les_file_stamp_set_content (stamp, bytes);
    }
  close (fd);
  return bytes;
}

static GBytes *
read_remote (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) io_error = NULL;
  GBytes *bytes = g_file_load_bytes (file, cancellable, NULL, &io_error);

  if (bytes == NULL)
    g_propagate_error (error, les_error_from_io (io_error));
  return bytes;
}

static void
load_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GFile *file = data;
  LesFileStamp stamp = { 0 };
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (LesLoadedProject) loaded = NULL;
  GError *error = NULL;

  if (g_file_peek_path (file) != NULL)
    bytes = read_local (g_file_peek_path (file), &stamp, &error);
  else
    bytes = read_remote (file, cancellable, &error);
  if (bytes != NULL)
    loaded = les_project_format_read (bytes, cancellable, &error);
  if (loaded == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  if (les_file_stamp_is_set (&stamp))
    les_file_stamp_attach (G_OBJECT (loaded->project), &stamp);
  g_task_return_pointer (task, g_steal_pointer (&loaded), (GDestroyNotify) les_loaded_project_free);
}

/**
 * les_keeper_load_async:
 * @file: a project file
 * @callback: called in the thread-default main context
 *
 * Reads a project in a worker thread.
 */
void
les_keeper_load_async (GFile *file, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_return_if_fail (G_IS_FILE (file));

  g_task_set_source_tag (task, les_keeper_load_async);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, load_thread);
}

/**
 * les_keeper_load_finish:
 *
 * Errors: those of les_project_format_read(), %LES_ERROR_NOT_FOUND,
 * %LES_ERROR_NOT_READABLE, %LES_ERROR_IS_DIRECTORY, %LES_ERROR_FAILED.
 *
 * Returns: (transfer full): the project. Hand it to les_keeper_new() and call
 *   les_keeper_set_loaded(), with read_only when it is of a newer version.
 */
LesLoadedProject *
les_keeper_load_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
