/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-importer.h"

#include "les-error.h"
#include "les-import-format.h"

#define PROGRESS_INTERVAL_US (50 * 1000)

/**
 * Job: an import of many files, owned by its task
 * @files: (element-type GFile): what was asked for
 * @progress: (nullable): called in the thread that started the job
 * @reported: when progress was reported last, monotonic microseconds
 */
typedef struct
{
  GPtrArray *files;
  char *encoding;
  gboolean raw;
  LesImportProgress progress;
  gpointer progress_data;
  gint64 reported;
} Job;

/* One report on its way to the thread that started the job. */
typedef struct
{
  GTask *task;
  guint done;
  guint total;
} Report;

static void
free_job (Job *job)
{
  g_ptr_array_unref (job->files);
  g_free (job->encoding);
  g_free (job);
}

static void
free_report (Report *report)
{
  g_object_unref (report->task);
  g_free (report);
}

static gboolean
report_cb (gpointer user_data)
{
  Report *report = user_data;
  Job *job = g_task_get_task_data (report->task);

  if (!g_task_get_completed (report->task)
      && !g_cancellable_is_cancelled (g_task_get_cancellable (report->task)))
    job->progress (report->done, report->total, job->progress_data);
  return G_SOURCE_REMOVE;
}

static void
report_progress (GTask *task, Job *job, guint done, guint total)
{
  gint64 now = g_get_monotonic_time ();
  g_autoptr (GSource) source = NULL;
  Report *report;

  if (job->progress == NULL || (done < total && now - job->reported < PROGRESS_INTERVAL_US))
    return;
  job->reported = now;
  report = g_new (Report, 1);
  *report = (Report) { g_object_ref (task), done, total };
  source = g_idle_source_new ();
  g_source_set_priority (source, g_task_get_priority (task));
  g_source_set_callback (source, report_cb, report, (GDestroyNotify) free_report);
  g_source_attach (source, g_task_get_context (task));
}

/* A file in a folder that only its content could show to be text, and that is none. */
static gboolean
is_passed_over (const LesImportTask *file, const LesImport *import)
{
  return file->unasked
         && (g_error_matches (import->error, LES_ERROR, LES_ERROR_BINARY)
             || g_error_matches (import->error, LES_ERROR, LES_ERROR_EMPTY)
             || g_error_matches (import->error, LES_ERROR, LES_ERROR_ENCODING));
}

static LesImport *
import_one (LesImportTask *file, const LesImportOptions *options, GCancellable *cancellable)
{
  LesImport *import;
  g_autofree char *base = NULL;

  if (file->error == NULL)
    return les_import_file (file->file, options, cancellable);
  base = g_file_get_basename (file->file);
  import = g_new0 (LesImport, 1);
  import->name = g_filename_display_name (base);
  import->file = g_object_ref (file->file);
  import->error = g_error_copy (file->error);
  return import;
}

static void
import_in_thread_cb (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  LesImportOptions options = { job->encoding, job->raw };
  g_autoptr (GPtrArray) files = les_import_walk (job->files, cancellable);
  g_autoptr (GPtrArray) imports = g_ptr_array_new_with_free_func ((GDestroyNotify) les_import_free);

  for (guint i = 0; i < files->len; i++)
    {
      LesImportTask *file = g_ptr_array_index (files, i);
      LesImport *import;

      if (g_task_return_error_if_cancelled (task))
        return;
      import = import_one (file, &options, cancellable);
      if (is_passed_over (file, import))
        les_import_free (import);
      else
        g_ptr_array_add (imports, import);
      report_progress (task, job, i + 1, files->len);
    }
  if (!g_task_return_error_if_cancelled (task))
    g_task_return_pointer (task, g_steal_pointer (&imports), (GDestroyNotify) g_ptr_array_unref);
}

/**
 * les_import_files_async:
 * @files: (element-type GFile): files and folders
 * @options: (nullable): how to read them all
 * @progress: (nullable): called in this thread, at most every 50 ms and at the
 *   end, never after @callback
 *
 * Reads in a worker thread. Cancelling ends it at once.
 */
void
les_import_files_async (GPtrArray *files, const LesImportOptions *options, GCancellable *cancellable,
                        LesImportProgress progress, gpointer progress_data,
                        GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->files = g_ptr_array_copy (files, (GCopyFunc) g_object_ref, NULL);
  g_ptr_array_set_free_func (job->files, g_object_unref);
  job->encoding = options != NULL ? g_strdup (options->encoding) : NULL;
  job->raw = options != NULL && options->raw;
  job->progress = progress;
  job->progress_data = progress_data;

  g_task_set_source_tag (task, les_import_files_async);
  g_task_set_task_data (task, job, (GDestroyNotify) free_job);
  g_task_set_return_on_cancel (task, TRUE);
  g_task_run_in_thread (task, import_in_thread_cb);
}

/**
 * les_import_files_finish:
 * @error: only %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (element-type LesImport) (nullable): one for each
 *   file, in the order given, those of a folder by name
 */
GPtrArray *
les_import_files_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, les_import_files_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
