/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-keeper.h"

#include "les-backups.h"
#include "les-error.h"
#include "les-file-stamp.h"
#include "les-journal.h"
#include "les-project-writer.h"
#include "les-recovery.h"
#include "les-saver.h"

/* A burst of events about the file is one. */
#define SETTLE_MILLISECONDS 200
/* A disk that hangs for longer does not hang the window with it. */
#define CLOSE_SECONDS 10

typedef struct _Job Job;

/**
 * LesKeeper:
 *
 * Keeps one open project safe: its file, its journal, its backups. Main
 * thread only; reading and writing happen in worker threads on snapshots.
 *
 * One save at a time. Who asks while one is running gets a second one that
 * writes the newest state; all who waited for the same file share it. The
 * history is marked saved at the position that was written, so that work done
 * meanwhile stays unsaved.
 *
 * Properties, all with notify: "file" (nullable), "saving", "read-only",
 * "changed-on-disk", "unprotected" (what is not saved is not journalled either).
 */
struct _LesKeeper
{
  GObject parent_instance;

  LesProject *project;
  LesHistory *history;

  GFile *file;
  LesFileStamp stamp;
  gboolean read_only;
  gboolean changed_on_disk;
  gboolean unprotected;
  gboolean closed;
  gboolean discard;          /* once closed */

  LesJournal *journal;

  GQueue requests;           /* of Request, owned */
  gboolean saving;
  Job *job;                  /* borrowed; of the save that is running */
  GMutex work_lock;
  GCond work_done;
  gboolean working;          /* the worker of a save, under the lock */

  GFileMonitor *monitor;
  guint settle_source;
};

enum
{
  PROP_0,
  PROP_FILE,
  PROP_SAVING,
  PROP_READ_ONLY,
  PROP_CHANGED_ON_DISK,
  PROP_UNPROTECTED,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (LesKeeper, les_keeper, G_TYPE_OBJECT)

static GParamSpec *properties[N_PROPS];

/* Somebody who waits for a save. */
typedef struct
{
  GTask *task;
  GFile *file;
  gboolean overwrite;
} Request;

/* What a worker gets; it sees nothing else. The keeper itself is held by the
 * callback: a worker must not be the one who lets go of it last. */
struct _Job
{
  GPtrArray *tasks;          /* of GTask: who waits */
  GFile *file;
  LesProjectTables snapshot;
  LesKeeper *keeper;         /* borrowed: for its journal and its lock */
  guint64 position;
  guint64 mark;              /* of the journal */
  gboolean overwrite;
  LesFileStamp expected;
  LesFileStamp written;
  gboolean good;             /* when the worker is done */
  gboolean accepted;
};

static void start_next_save (LesKeeper *self);
static void watch_file (LesKeeper *self);

static void
free_request (Request *request)
{
  g_object_unref (request->file);
  g_object_unref (request->task);
  g_free (request);
}

static void
free_job (Job *job)
{
  g_ptr_array_unref (job->tasks);
  g_object_unref (job->file);
  les_project_tables_clear (&job->snapshot);
  g_free (job);
}

static void
set_flag (LesKeeper *self, gboolean *flag, gboolean value, int property)
{
  if (*flag == value)
    return;
  *flag = value;
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
set_file (LesKeeper *self, GFile *file)
{
  if (self->file != NULL && g_file_equal (self->file, file))
    return;
  g_set_object (&self->file, file);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FILE]);
}

/* The time of saving belongs into what is written, but it is no edit. */
static void
take_snapshot (LesKeeper *self, LesProjectTables *snapshot)
{
  g_autofree char *now = les_record_dup_now ();
  LesRecord *info;

  les_project_tables_take (snapshot, self->project);
  if (!les_history_get_modified (self->history))
    return;
  info = les_record_copy (snapshot->info);
  les_record_set_string (info, LES_PROJECT_INFO_MODIFIED, now);
  les_record_seal (info);
  g_object_unref (snapshot->info);
  snapshot->info = info;
}

static const char *
get_project_id (LesProject *project)
{
  return les_record_get_id (LES_RECORD (les_project_get_info (project)));
}

/* Keeps the version that is about to go. Where somebody else's would go, too,
 * it goes only when it is kept. */
static gboolean
about_to_replace (GBytes *old, gpointer user_data, GError **error)
{
  Job *job = user_data;

  return les_backups_add (les_record_get_id (job->snapshot.info), g_file_peek_path (job->file), old,
                          job->overwrite ? error : NULL)
         || !job->overwrite;
}

static void
note_saving (Job *job, GBytes *bytes)
{
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);

  les_journal_note_saving (job->keeper->journal, job->mark, g_file_peek_path (job->file), sha256);
}

static gboolean
write_job (Job *job, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) bytes = les_project_tables_write (&job->snapshot, cancellable, error);
  LesSaver saver = {
    .path = g_file_peek_path (job->file),
    .content = bytes,
    .expected = job->overwrite ? NULL : &job->expected,
    .about_to_replace = about_to_replace,
    .user_data = job,
  };

  if (bytes == NULL)
    return FALSE;
  note_saving (job, bytes);
  if (!les_saver_run (&saver, &job->written, cancellable, error))
    return FALSE;
  /* The project is safe already; a backup that fails is tried again next time. */
  les_backups_add (les_record_get_id (job->snapshot.info), g_file_peek_path (job->file), bytes, NULL);
  return TRUE;
}

static void
set_working (LesKeeper *self, gboolean working)
{
  g_mutex_lock (&self->work_lock);
  self->working = working;
  g_cond_broadcast (&self->work_done);
  g_mutex_unlock (&self->work_lock);
}

/* What a program that ends now would tear off. Returns: whether it is done. */
static gboolean
wait_for_worker (LesKeeper *self)
{
  gint64 end = g_get_monotonic_time () + CLOSE_SECONDS * G_TIME_SPAN_SECOND;
  gboolean done;

  g_mutex_lock (&self->work_lock);
  while (self->working && g_cond_wait_until (&self->work_done, &self->work_lock, end))
    ;
  done = !self->working;
  g_mutex_unlock (&self->work_lock);
  return done;
}

static void
save_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;

  job->good = write_job (job, cancellable, &error);
  set_working (job->keeper, FALSE);
  if (job->good)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static LesJournalBase
get_base (LesKeeper *self)
{
  LesProjectInfo *info = les_project_get_info (self->project);
  gboolean known = self->file != NULL && les_file_stamp_is_set (&self->stamp);

  return (LesJournalBase) {
    .project_id = get_project_id (self->project),
    .title = les_project_info_get (info, LES_PROJECT_INFO_TITLE),
    .path = self->file != NULL ? g_file_peek_path (self->file) : NULL,
    .sha256 = known ? self->stamp.sha256 : NULL,
  };
}

static void
forget_saved_work (LesKeeper *self, Job *job)
{
  LesJournalBase base = get_base (self);

  les_journal_set_saved (self->journal, job->mark, &base);
}

/* What remains of a journal when its window is gone. */
static void
finish_journal (LesKeeper *self)
{
  if (!les_history_get_modified (self->history))
    les_journal_remove (self->journal);
  else if (self->discard)
    les_journal_put_aside (self->journal);
  else
    les_journal_flush (self->journal);
}

static void
accept_save (LesKeeper *self, Job *job)
{
  if (job->accepted)
    return;
  job->accepted = TRUE;
  self->stamp = job->written;
  set_file (self, job->file);
  set_flag (self, &self->read_only, FALSE, PROP_READ_ONLY);
  set_flag (self, &self->changed_on_disk, FALSE, PROP_CHANGED_ON_DISK);
  les_history_mark_saved (self->history, job->position);
  forget_saved_work (self, job);
  if (self->closed)
    finish_journal (self);
  else
    watch_file (self);
}

static void
answer_all (Job *job, GError *error)
{
  for (guint i = 0; i < job->tasks->len; i++)
    if (error != NULL)
      g_task_return_error (job->tasks->pdata[i], g_error_copy (error));
    else
      g_task_return_boolean (job->tasks->pdata[i], TRUE);
  /* They hold the keeper, and the job may end in the worker. */
  g_ptr_array_set_size (job->tasks, 0);
}

static void
save_done_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LesKeeper) self = user_data;
  Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  gboolean good = g_task_propagate_boolean (G_TASK (result), &error);

  self->job = NULL;
  if (les_file_stamp_is_set (&job->written) && self->file != NULL && g_file_equal (self->file, job->file))
    self->stamp = job->written;
  if (good)
    accept_save (self, job);
  else if (g_error_matches (error, LES_ERROR, LES_ERROR_CHANGED_ON_DISK)
           && self->file != NULL && g_file_equal (self->file, job->file))
    set_flag (self, &self->changed_on_disk, TRUE, PROP_CHANGED_ON_DISK);

  set_flag (self, &self->saving, FALSE, PROP_SAVING);
  answer_all (job, error);
  start_next_save (self);
}

static void
take_request (Job *job, GQueue *requests, GList *link, gboolean *overwrite)
{
  Request *request = link->data;

  g_ptr_array_add (job->tasks, g_object_ref (request->task));
  *overwrite = *overwrite || request->overwrite;
  free_request (request);
  g_queue_delete_link (requests, link);
}

/* The first in the queue and all who want the same file. */
static Job *
take_job (LesKeeper *self)
{
  Job *job = g_new0 (Job, 1);
  gboolean overwrite = FALSE;

  job->tasks = g_ptr_array_new_with_free_func (g_object_unref);
  job->file = g_object_ref (((Request *) g_queue_peek_head (&self->requests))->file);
  for (GList *l = self->requests.head, *next; l != NULL; l = next)
    {
      next = l->next;
      if (g_file_equal (((Request *) l->data)->file, job->file))
        take_request (job, &self->requests, l, &overwrite);
    }
  job->overwrite = overwrite;
  if (self->file != NULL && g_file_equal (self->file, job->file))
    job->expected = self->stamp;
  job->keeper = self;
  job->mark = les_journal_get_mark (self->journal);
  job->position = les_history_get_position (self->history);
  take_snapshot (self, &job->snapshot);
  return job;
}

static void
start_next_save (LesKeeper *self)
{
  g_autoptr (GTask) work = NULL;
  Job *job;
  GTask *newest;

  if (self->saving || g_queue_is_empty (&self->requests))
    return;
  job = take_job (self);
  newest = g_ptr_array_index (job->tasks, job->tasks->len - 1);
  work = g_task_new (NULL, g_task_get_cancellable (newest), save_done_cb, g_object_ref (self));
  g_task_set_source_tag (work, start_next_save);
  g_task_set_check_cancellable (work, FALSE);
  g_task_set_task_data (work, job, (GDestroyNotify) free_job);
  self->job = job;
  set_working (self, TRUE);
  set_flag (self, &self->saving, TRUE, PROP_SAVING);
  g_task_run_in_thread (work, save_thread);
}

static void
check_disk_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  g_autofree char *path = les_saver_dup_target (g_file_peek_path (job->file), NULL);

  g_task_return_boolean (task, path == NULL || !les_saver_is_unchanged (path, &job->expected));
}

static void
check_disk_done_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LesKeeper) self = user_data;
  Job *job = g_task_get_task_data (G_TASK (result));
  gboolean changed = g_task_propagate_boolean (G_TASK (result), NULL);

  /* Saved meanwhile: the answer is about a version that is gone. */
  if (!self->saving && !self->closed
      && self->file != NULL && g_file_equal (self->file, job->file)
      && g_str_equal (self->stamp.sha256, job->expected.sha256))
    set_flag (self, &self->changed_on_disk, changed, PROP_CHANGED_ON_DISK);
}

static gboolean
settled_cb (gpointer data)
{
  LesKeeper *self = data;

  self->settle_source = 0;
  les_keeper_check_disk (self);
  return G_SOURCE_REMOVE;
}

static void
check_disk_soon (LesKeeper *self)
{
  if (self->settle_source == 0 && !self->closed)
    self->settle_source = g_timeout_add (SETTLE_MILLISECONDS, settled_cb, self);
}

static void
file_event_cb (GFileMonitor *monitor, GFile *file, GFile *other, GFileMonitorEvent event, LesKeeper *self)
{
  check_disk_soon (self);
}

/* The monitor begins a moment later; what happens until then is looked for. */
static void
watch_file (LesKeeper *self)
{
  g_autofree char *target = NULL;
  g_autoptr (GFile) file = NULL;

  g_clear_object (&self->monitor);
  if (self->file == NULL || g_file_peek_path (self->file) == NULL)
    return;
  target = les_saver_dup_target (g_file_peek_path (self->file), NULL);
  if (target == NULL)
    return;
  file = g_file_new_for_path (target);
  self->monitor = g_file_monitor_file (file, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
  if (self->monitor != NULL)
    g_signal_connect_object (self->monitor, "changed", G_CALLBACK (file_event_cb), self, 0);
  check_disk_soon (self);
}

/* With a file that we know the changes are enough; without one the journal
 * begins with the project as it is, this change included. */
static void
project_changed_cb (LesProject *project, LesChange *applied, LesChange *inverse, LesKeeper *self)
{
  LesJournalBase base = get_base (self);
  g_autoptr (LesProject) snapshot = NULL;

  if (self->closed)
    return;
  if (les_journal_is_empty (self->journal) && base.sha256 == NULL)
    snapshot = les_project_dup_snapshot (project);
  if (les_journal_is_empty (self->journal))
    les_journal_start (self->journal, &base, snapshot);
  if (snapshot == NULL)
    les_journal_add (self->journal, applied);
}

/* Recovered work goes into a journal of this window before the old one goes. */
static void
take_over_recovered (LesKeeper *self)
{
  LesJournalBase base = get_base (self);
  const LesFileStamp *stamp = les_file_stamp_find (G_OBJECT (self->project));
  g_autoptr (LesProject) snapshot = NULL;
  g_autofree char *path = NULL;
  g_autofree char *file = NULL;
  int fd;

  if (!les_recovery_take_journal (self->project, &fd, &path, &file))
    return;
  base.path = file;
  base.sha256 = stamp != NULL ? stamp->sha256 : NULL;
  snapshot = les_project_dup_snapshot (self->project);
  les_history_mark_unsaved (self->history);
  les_journal_start (self->journal, &base, snapshot);
  les_journal_supersede (self->journal, fd, path);
}

static void
journal_tried_cb (gboolean good, gpointer data)
{
  LesKeeper *self = data;

  set_flag (self, &self->unprotected, !good, PROP_UNPROTECTED);
}

static void
les_keeper_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  LesKeeper *self = LES_KEEPER (object);

  switch (prop_id)
    {
    case PROP_FILE:
      g_value_set_object (value, self->file);
      break;
    case PROP_SAVING:
      g_value_set_boolean (value, self->saving);
      break;
    case PROP_READ_ONLY:
      g_value_set_boolean (value, self->read_only);
      break;
    case PROP_CHANGED_ON_DISK:
      g_value_set_boolean (value, self->changed_on_disk);
      break;
    case PROP_UNPROTECTED:
      g_value_set_boolean (value, self->unprotected);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
les_keeper_dispose (GObject *object)
{
  LesKeeper *self = LES_KEEPER (object);

  g_clear_handle_id (&self->settle_source, g_source_remove);
  g_clear_object (&self->monitor);
  g_queue_clear_full (&self->requests, (GDestroyNotify) free_request);
  g_clear_pointer (&self->journal, les_journal_free);
  g_clear_object (&self->file);
  g_clear_object (&self->history);
  g_clear_object (&self->project);

  G_OBJECT_CLASS (les_keeper_parent_class)->dispose (object);
}

static void
les_keeper_finalize (GObject *object)
{
  LesKeeper *self = LES_KEEPER (object);

  g_mutex_clear (&self->work_lock);
  g_cond_clear (&self->work_done);

  G_OBJECT_CLASS (les_keeper_parent_class)->finalize (object);
}

static void
les_keeper_class_init (LesKeeperClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = les_keeper_get_property;
  object_class->dispose = les_keeper_dispose;
  object_class->finalize = les_keeper_finalize;

  properties[PROP_FILE] = g_param_spec_object ("file", NULL, NULL, G_TYPE_FILE, flags);
  properties[PROP_SAVING] = g_param_spec_boolean ("saving", NULL, NULL, FALSE, flags);
  properties[PROP_READ_ONLY] = g_param_spec_boolean ("read-only", NULL, NULL, FALSE, flags);
  properties[PROP_CHANGED_ON_DISK] = g_param_spec_boolean ("changed-on-disk", NULL, NULL, FALSE, flags);
  properties[PROP_UNPROTECTED] = g_param_spec_boolean ("unprotected", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
les_keeper_init (LesKeeper *self)
{
  g_queue_init (&self->requests);
  g_mutex_init (&self->work_lock);
  g_cond_init (&self->work_done);
  self->journal = les_journal_new ();
  les_journal_set_report (self->journal, journal_tried_cb, self);
}

/**
 * les_keeper_new:
 * @project: the project of a window
 * @history: its history
 *
 * From here on every change is journalled.
 *
 * Returns: (transfer full): a keeper for a project that has no file yet; see
 *   les_keeper_set_loaded()
 */
LesKeeper *
les_keeper_new (LesProject *project, LesHistory *history)
{
  LesKeeper *self;

  g_return_val_if_fail (LES_IS_PROJECT (project), NULL);
  g_return_val_if_fail (LES_IS_HISTORY (history), NULL);

  self = g_object_new (LES_TYPE_KEEPER, NULL);
  self->project = g_object_ref (project);
  self->history = g_object_ref (history);
  take_over_recovered (self);
  g_signal_connect_object (project, "changed", G_CALLBACK (project_changed_cb), self, 0);
  return self;
}

/** Returns: (transfer none) (nullable): where the project is saved */
GFile *
les_keeper_get_file (LesKeeper *self)
{
  g_return_val_if_fail (LES_IS_KEEPER (self), NULL);

  return self->file;
}

/** Returns: whether a save is running */
gboolean
les_keeper_get_saving (LesKeeper *self)
{
  g_return_val_if_fail (LES_IS_KEEPER (self), FALSE);

  return self->saving;
}

/** Returns: whether the file may not be written, but a copy of it */
gboolean
les_keeper_get_read_only (LesKeeper *self)
{
  g_return_val_if_fail (LES_IS_KEEPER (self), FALSE);

  return self->read_only;
}

/** Returns: whether somebody else wrote, moved or deleted the file since it was read or saved */
gboolean
les_keeper_get_changed_on_disk (LesKeeper *self)
{
  g_return_val_if_fail (LES_IS_KEEPER (self), FALSE);

  return self->changed_on_disk;
}

/**
 * les_keeper_get_unprotected:
 *
 * Returns: whether the journal cannot be written: what is not saved would not
 *   survive a crash. It is tried again every ten seconds.
 */
gboolean
les_keeper_get_unprotected (LesKeeper *self)
{
  g_return_val_if_fail (LES_IS_KEEPER (self), FALSE);

  return self->unprotected;
}

/**
 * les_keeper_set_loaded:
 * @file: what the project was loaded from by les_keeper_load_async() or recovered for
 * @read_only: whether it may not be saved there
 *
 * Binds a keeper to a file.
 */
void
les_keeper_set_loaded (LesKeeper *self, GFile *file, gboolean read_only)
{
  const LesFileStamp *stamp;

  g_return_if_fail (LES_IS_KEEPER (self));
  g_return_if_fail (G_IS_FILE (file));

  stamp = les_file_stamp_find (G_OBJECT (self->project));
  if (stamp != NULL)
    self->stamp = *stamp;
  set_file (self, file);
  set_flag (self, &self->read_only, read_only, PROP_READ_ONLY);
  watch_file (self);
}

/** Looks in the background whether the file is still what we know of it; "changed-on-disk" says the result. */
void
les_keeper_check_disk (LesKeeper *self)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  g_return_if_fail (LES_IS_KEEPER (self));

  if (self->saving || self->file == NULL || g_file_peek_path (self->file) == NULL
      || !les_file_stamp_is_set (&self->stamp))
    return;
  job = g_new0 (Job, 1);
  job->tasks = g_ptr_array_new ();
  job->file = g_object_ref (self->file);
  job->expected = self->stamp;
  task = g_task_new (NULL, NULL, check_disk_done_cb, g_object_ref (self));
  g_task_set_task_data (task, job, (GDestroyNotify) free_job);
  g_task_run_in_thread (task, check_disk_thread);
}

static gboolean
check_request (LesKeeper *self, GFile *file, GError **error)
{
  if (file == NULL)
    g_set_error_literal (error, LES_ERROR, LES_ERROR_FAILED, "the project has no file yet");
  else if (g_file_peek_path (file) == NULL)
    g_set_error_literal (error, LES_ERROR, LES_ERROR_REMOTE, "not a place on this computer");
  else if (self->read_only && self->file != NULL && g_file_equal (file, self->file))
    g_set_error (error, LES_ERROR, LES_ERROR_NOT_WRITABLE, "%s: is open for reading only", g_file_peek_path (file));
  else
    return TRUE;
  return FALSE;
}

/**
 * les_keeper_save_async:
 * @file: (nullable): where to; NULL: where it came from
 * @overwrite: whether to write also when somebody else has altered the file, or
 *   when there is one at a place that is new to the project; what stood there is
 *   kept among the backups
 * @callback: called in the thread-default main context
 *
 * Writes what the project is now, in a worker thread. On success the project
 * belongs to @file and its history is marked saved at what was written.
 */
void
les_keeper_save_async (LesKeeper           *self,
                       GFile               *file,
                       gboolean             overwrite,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  GTask *task;
  Request *request;
  GError *error = NULL;

  g_return_if_fail (LES_IS_KEEPER (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, les_keeper_save_async);
  g_task_set_check_cancellable (task, FALSE);
  if (file == NULL)
    file = self->file;
  if (!check_request (self, file, &error))
    {
      g_task_return_error (task, error);
      g_object_unref (task);
      return;
    }
  request = g_new0 (Request, 1);
  request->task = task;
  request->file = g_object_ref (file);
  request->overwrite = overwrite;
  g_queue_push_tail (&self->requests, request);
  start_next_save (self);
}

/**
 * les_keeper_save_finish:
 *
 * Errors: %LES_ERROR_CHANGED_ON_DISK unless it was to be overwritten,
 * %LES_ERROR_NOT_WRITABLE, %LES_ERROR_NO_SPACE, %LES_ERROR_NOT_FOUND (the
 * folder), %LES_ERROR_IS_DIRECTORY, %LES_ERROR_LOCKED, %LES_ERROR_LINKED,
 * %LES_ERROR_REMOTE, %LES_ERROR_PROJECT_TOO_LARGE, %LES_ERROR_FAILED, %G_IO_ERROR_CANCELLED. The file is then what it was, and
 * the project stays modified.
 *
 * Returns: whether the project is on the disk
 */
gboolean
les_keeper_save_finish (LesKeeper *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * les_keeper_close:
 * @discard: the user chose to throw unsaved work away; the journal is moved
 *   aside, never deleted
 *
 * Ends keeping. A save that is running is finished first: its file is on the
 * disk when this returns, unless the disk takes longer than ten seconds; its
 * answer comes later. A project that is saved leaves nothing behind; work that is
 * neither saved nor discarded is offered for recovery at the next start.
 */
void
les_keeper_close (LesKeeper *self, gboolean discard)
{
  g_return_if_fail (LES_IS_KEEPER (self));

  if (self->closed)
    return;
  self->closed = TRUE;
  self->discard = discard;
  g_clear_handle_id (&self->settle_source, g_source_remove);
  g_clear_object (&self->monitor);
  if (wait_for_worker (self) && self->job != NULL && self->job->good)
    accept_save (self, self->job);
  else
    finish_journal (self);
}
