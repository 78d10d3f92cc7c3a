/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-journal.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <unistd.h>

#include "les-backups.h"
#include "les-change-json.h"
#include "les-files.h"
#include "les-folders.h"
#include "les-journal-line.h"
#include "les-json-writer.h"
#include "les-limits.h"
#include "les-project-format.h"

/* After a change; what was done longer ago is on the disk, or on its way there. */
#define FLUSH_MILLISECONDS 400
/* When the disk is full. */
#define RETRY_MILLISECONDS 10000

/**
 * LesJournal:
 *
 * Unsaved work on its way to the disk: a file in the user's state folder that
 * only grows, a line for each change, written and synced by a worker thread that
 * starts less than half a second after the change. When it cannot be written,
 * that is reported and tried again every ten seconds. The first line says which file the changes belong to, or holds
 * the whole project. The file is locked as long as its writer lives; one that
 * is not locked is what a crash left behind.
 *
 * Main thread, except for les_journal_note_saving(). The main thread says what
 * the journal shall hold (under the lock, which is never held for long); the
 * worker brings the disk to that state (under the other one).
 */
typedef struct
{
  guint64 number;
  gint64 seconds;            /* when, since 1970 */
  LesChange *change;
} Entry;

struct _LesJournal
{
  gatomicrefcount ref_count;

  GMutex lock;
  guint generation;          /* of the base; another one means another file */
  GPtrArray *entries;        /* of Entry: since the base, oldest first */
  guint n_written;           /* so many of them are in the file */
  guint64 last_number;
  char *project_id;          /* NULL: there shall be no file */
  char *title;
  char *path;
  char *sha256;
  LesProject *snapshot;      /* what to begin with, when the file alone will not do */
  gboolean keep;             /* a file that shall not be goes aside */

  GMutex disk_lock;
  guint file_generation;
  char *file_name;           /* NULL: there is none */
  int fd;
  int old_fd;                /* the journal that this one takes the place of, or -1 */
  char *old_name;

  /* main thread */
  guint timer;
  gint64 due;                /* of the timer, monotonic microseconds */
  gboolean flushing;
  gboolean again;            /* something altered while flushing */
  gboolean closed;
  LesJournalReport report;
  gpointer report_data;
};

/* What the disk lacks, taken under the lock. */
typedef struct
{
  guint generation;
  gboolean wanted;
  gboolean keep;
  char *project_id;
  char *title;
  char *path;
  char *sha256;
  LesProject *snapshot;
  GPtrArray *entries;
  guint n_entries;           /* in the file when these are */
} Pending;

static void flush_later (LesJournal *self, guint milliseconds);

static void
clear_entry (gpointer data)
{
  les_change_unref (((Entry *) data)->change);
}

static void
unref_entry (gpointer entry)
{
  g_atomic_rc_box_release_full (entry, clear_entry);
}

static LesJournal *
ref_journal (LesJournal *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

static void
unref_journal (LesJournal *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  if (self->fd >= 0)
    close (self->fd);
  if (self->old_fd >= 0)
    close (self->old_fd);
  g_ptr_array_unref (self->entries);
  g_clear_object (&self->snapshot);
  g_free (self->project_id);
  g_free (self->title);
  g_free (self->path);
  g_free (self->sha256);
  g_free (self->file_name);
  g_free (self->old_name);
  g_mutex_clear (&self->lock);
  g_mutex_clear (&self->disk_lock);
  g_free (self);
}

static void
clear_pending (Pending *pending)
{
  g_clear_object (&pending->snapshot);
  g_clear_pointer (&pending->entries, g_ptr_array_unref);
  g_free (pending->project_id);
  g_free (pending->title);
  g_free (pending->path);
  g_free (pending->sha256);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Pending, clear_pending)

static void
take_pending (LesJournal *self, Pending *pending)
{
  guint first;

  g_mutex_lock (&self->lock);
  pending->generation = self->generation;
  pending->wanted = self->project_id != NULL;
  pending->keep = self->keep;
  pending->project_id = g_strdup (self->project_id);
  pending->title = g_strdup (self->title);
  pending->path = g_strdup (self->path);
  pending->sha256 = g_strdup (self->sha256);
  pending->snapshot = self->snapshot != NULL ? g_object_ref (self->snapshot) : NULL;
  pending->n_entries = self->entries->len;
  pending->entries = g_ptr_array_new_with_free_func (unref_entry);
  first = self->generation == self->file_generation ? self->n_written : 0;
  for (guint i = first; i < self->entries->len; i++)
    g_ptr_array_add (pending->entries, g_atomic_rc_box_acquire (self->entries->pdata[i]));
  g_mutex_unlock (&self->lock);
}

static void
note_written (LesJournal *self, const Pending *pending)
{
  g_mutex_lock (&self->lock);
  if (self->generation == pending->generation)
    {
      self->n_written = pending->n_entries;
      g_clear_object (&self->snapshot);
    }
  g_mutex_unlock (&self->lock);
}

/* Without the whole version that the changes stand on they would be worth
 * little: it is put among the backups before the first of them. */
static void
keep_base (const Pending *pending)
{
  g_autoptr (GBytes) kept = les_backups_find (pending->project_id, pending->sha256);
  g_autoptr (GBytes) content = NULL;
  g_autofree char *sha256 = NULL;

  if (kept != NULL)
    return;
  content = les_files_read (pending->path, LES_LIMIT_PROJECT_BYTES, NULL);
  if (content == NULL)
    return;
  sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, content);
  if (g_str_equal (sha256, pending->sha256))
    les_backups_add (pending->project_id, pending->path, content, NULL);
}

static gboolean
append_header (const Pending *pending, GString *out)
{
  g_autoptr (LesJsonWriter) writer = les_json_writer_new (TRUE);
  g_autofree char *now = les_record_dup_now ();

  les_json_writer_begin_object (writer, NULL);
  les_json_writer_int (writer, "journal", 1);
  les_json_writer_string (writer, "project", pending->project_id);
  les_json_writer_string (writer, "title", pending->title);
  les_json_writer_string (writer, "file", pending->path);
  les_json_writer_string (writer, "sha256", pending->sha256);
  les_json_writer_string (writer, "started", now);
  if (pending->snapshot != NULL)
    {
      g_autoptr (GBytes) base = les_project_format_write (pending->snapshot, NULL, NULL);
      g_autofree char *text = NULL;

      if (base == NULL)
        return FALSE;
      text = g_strndup (g_bytes_get_data (base, NULL), g_bytes_get_size (base));
      les_json_writer_string (writer, "base", text);
    }
  les_json_writer_end_object (writer);
  les_journal_line_append (out, writer);
  return TRUE;
}

static void
append_entry (const Entry *entry, GString *out)
{
  g_autoptr (LesJsonWriter) writer = les_json_writer_new (TRUE);

  les_json_writer_begin_object (writer, NULL);
  les_json_writer_int (writer, "n", entry->number);
  les_json_writer_int (writer, "at", entry->seconds);
  les_change_json_write (writer, entry->change);
  les_json_writer_end_object (writer);
  les_journal_line_append (out, writer);
}

/* Created under another name, locked, then given its own: nobody ever sees a
 * journal of a living program without its lock. */
static int
create_file (char **file_name)
{
  g_autofree char *folder = les_folders_dup_journals ();
  g_autofree char *id = g_uuid_string_random ();
  g_autofree char *new_name = g_strconcat (id, ".new", NULL);
  g_autofree char *name = g_strconcat (id, ".journal", NULL);
  g_autofree char *new_path = g_build_filename (folder, new_name, NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  int fd;

  if (!les_files_make_folder (folder, NULL))
    return -1;
  fd = open (new_path, O_WRONLY | O_CREAT | O_EXCL | O_APPEND | O_CLOEXEC, 0600);
  if (fd < 0)
    return -1;
  flock (fd, LOCK_EX | LOCK_NB);
  if (rename (new_path, path) == 0 && les_files_sync_folder (folder))
    {
      *file_name = g_steal_pointer (&path);
      return fd;
    }
  unlink (new_path);
  unlink (path);
  close (fd);
  return -1;
}

/* All of @lines or nothing. What would be too much to read is not written. */
static gboolean
append_lines (int fd, GString *lines)
{
  off_t end = lseek (fd, 0, SEEK_END);

  if (end >= 0 && end + (off_t) lines->len > LES_LIMIT_PROJECT_BYTES)
    return FALSE;
  if (les_files_write_all (fd, lines->str, lines->len) && fdatasync (fd) == 0)
    return TRUE;
  if (end < 0 || ftruncate (fd, end) != 0)
    g_info ("the journal keeps a broken line: %s", g_strerror (errno));
  return FALSE;
}

static void
drop_old (LesJournal *self)
{
  if (self->old_name != NULL)
    les_journal_move_aside (self->old_name);
  g_clear_pointer (&self->old_name, g_free);
  if (self->old_fd >= 0)
    close (self->old_fd);
  self->old_fd = -1;
}

static void
drop_file (LesJournal *self, gboolean keep)
{
  if (self->file_name != NULL && keep)
    les_journal_move_aside (self->file_name);
  else if (self->file_name != NULL)
    unlink (self->file_name);
  g_clear_pointer (&self->file_name, g_free);
  if (self->fd >= 0)
    close (self->fd);
  self->fd = -1;
}

static gboolean
write_new_file (LesJournal *self, const Pending *pending, GString *lines)
{
  char *file_name = NULL;
  int fd = create_file (&file_name);

  if (fd < 0)
    return FALSE;
  if (!append_lines (fd, lines))
    {
      unlink (file_name);
      close (fd);
      g_free (file_name);
      return FALSE;
    }
  drop_file (self, FALSE);
  self->fd = fd;
  self->file_name = file_name;
  self->file_generation = pending->generation;
  drop_old (self);
  return TRUE;
}

static gboolean
write_pending (LesJournal *self, const Pending *pending)
{
  g_autoptr (GString) lines = g_string_new (NULL);
  gboolean new_file = self->fd < 0 || self->file_generation != pending->generation;

  if (new_file && pending->snapshot == NULL && pending->sha256 != NULL && pending->path != NULL)
    keep_base (pending);
  if (new_file && !append_header (pending, lines))
    return FALSE;
  for (guint i = 0; i < pending->entries->len; i++)
    append_entry (pending->entries->pdata[i], lines);
  if (lines->len == 0)
    return TRUE;
  return new_file ? write_new_file (self, pending, lines) : append_lines (self->fd, lines);
}

/* Brings the disk to what the main thread wants of it. */
static gboolean
sync_disk (LesJournal *self)
{
  g_auto (Pending) pending = { 0 };
  gboolean good = TRUE;

  g_mutex_lock (&self->disk_lock);
  take_pending (self, &pending);
  if (pending.wanted)
    good = write_pending (self, &pending);
  else
    {
      drop_file (self, pending.keep);
      drop_old (self);
    }
  if (good && pending.wanted)
    note_written (self, &pending);
  g_mutex_unlock (&self->disk_lock);
  return good;
}

static void
flush_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_task_return_boolean (task, sync_disk (data));
}

static gboolean
has_pending (LesJournal *self)
{
  gboolean pending;

  g_mutex_lock (&self->lock);
  pending = self->project_id != NULL
            && (self->snapshot != NULL || self->n_written < self->entries->len);
  g_mutex_unlock (&self->lock);
  return pending;
}

static void
flush_done_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  LesJournal *self = user_data;
  gboolean good = g_task_propagate_boolean (G_TASK (result), NULL);

  self->flushing = FALSE;
  if (self->report != NULL && !self->closed)
    self->report (good, self->report_data);
  if (self->again && good && !self->closed)
    flush_later (self, FLUSH_MILLISECONDS);
  else if (has_pending (self) && !self->closed)
    flush_later (self, good ? FLUSH_MILLISECONDS : RETRY_MILLISECONDS);
  unref_journal (self);
}

static gboolean
flush_cb (gpointer data)
{
  LesJournal *self = data;
  g_autoptr (GTask) task = NULL;

  self->timer = 0;
  self->flushing = TRUE;
  self->again = FALSE;
  task = g_task_new (NULL, NULL, flush_done_cb, ref_journal (self));
  g_task_set_source_tag (task, flush_cb);
  g_task_set_task_data (task, ref_journal (self), (GDestroyNotify) unref_journal);
  g_task_run_in_thread (task, flush_thread);
  return G_SOURCE_REMOVE;
}

static void
flush_later (LesJournal *self, guint milliseconds)
{
  gint64 due = g_get_monotonic_time () + milliseconds * G_TIME_SPAN_MILLISECOND;

  self->again = TRUE;
  if (self->flushing || (self->timer != 0 && self->due <= due))
    return;
  g_clear_handle_id (&self->timer, g_source_remove);
  self->timer = g_timeout_add (milliseconds, flush_cb, self);
  self->due = due;
}

static void
set_base (LesJournal *self, const LesJournalBase *base)
{
  g_free (self->project_id);
  g_free (self->title);
  g_free (self->path);
  g_free (self->sha256);
  self->project_id = g_strdup (base->project_id);
  self->title = g_strdup (base->title);
  self->path = g_strdup (base->path);
  self->sha256 = g_strdup (base->sha256);
  self->generation++;
  self->n_written = 0;
}

static void
forget_all (LesJournal *self, gboolean keep)
{
  g_mutex_lock (&self->lock);
  g_ptr_array_set_size (self->entries, 0);
  self->n_written = 0;
  self->keep = keep;
  self->generation++;
  g_clear_pointer (&self->project_id, g_free);
  g_clear_object (&self->snapshot);
  g_mutex_unlock (&self->lock);
}

/** Returns: (transfer full): a journal without a file; it makes one when something happens */
LesJournal *
les_journal_new (void)
{
  LesJournal *self = g_new0 (LesJournal, 1);

  g_atomic_ref_count_init (&self->ref_count);
  g_mutex_init (&self->lock);
  g_mutex_init (&self->disk_lock);
  self->entries = g_ptr_array_new_with_free_func (unref_entry);
  self->fd = -1;
  self->old_fd = -1;
  return self;
}

/** @report: called after each try to write; never after les_journal_free() */
void
les_journal_set_report (LesJournal *self, LesJournalReport report, gpointer user_data)
{
  self->report = report;
  self->report_data = user_data;
}

/** Leaves the file where it is, as a crash would; see les_journal_remove() and les_journal_put_aside(). */
void
les_journal_free (LesJournal *self)
{
  self->closed = TRUE;
  g_clear_handle_id (&self->timer, g_source_remove);
  unref_journal (self);
}

/** Returns: whether nothing is to be kept, so that a base is needed before the next change */
gboolean
les_journal_is_empty (LesJournal *self)
{
  gboolean empty;

  g_mutex_lock (&self->lock);
  empty = self->project_id == NULL;
  g_mutex_unlock (&self->lock);
  return empty;
}

/**
 * les_journal_start:
 * @snapshot: (nullable): the whole project as it is now, when the file that
 *   @base names is not enough
 *
 * What les_journal_add() adds from now on is applied to this.
 */
void
les_journal_start (LesJournal *self, const LesJournalBase *base, LesProject *snapshot)
{
  g_return_if_fail (base->project_id != NULL);
  g_return_if_fail ((base->sha256 != NULL && base->path != NULL) || snapshot != NULL);

  g_mutex_lock (&self->lock);
  set_base (self, base);
  g_set_object (&self->snapshot, snapshot);
  g_mutex_unlock (&self->lock);
  flush_later (self, FLUSH_MILLISECONDS);
}

/** Takes a change down; it goes to the disk soon. @change: never altered afterwards */
void
les_journal_add (LesJournal *self, LesChange *change)
{
  Entry *entry = g_atomic_rc_box_new0 (Entry);

  entry->change = les_change_ref (change);
  entry->seconds = g_get_real_time () / G_USEC_PER_SEC;
  g_mutex_lock (&self->lock);
  entry->number = ++self->last_number;
  g_ptr_array_add (self->entries, entry);
  g_mutex_unlock (&self->lock);
  flush_later (self, FLUSH_MILLISECONDS);
}

/** Returns: the name of the present state, for les_journal_set_saved() */
guint64
les_journal_get_mark (LesJournal *self)
{
  guint64 mark;

  g_mutex_lock (&self->lock);
  mark = self->last_number;
  g_mutex_unlock (&self->lock);
  return mark;
}

/**
 * les_journal_note_saving:
 * @mark: taken together with what is about to be written
 * @sha256: of what is about to be written
 *
 * The saver's thread, just before the file is replaced: recovery then knows
 * which changes the new file holds, if the crash comes between.
 */
void
les_journal_note_saving (LesJournal *self, guint64 mark, const char *path, const char *sha256)
{
  g_autoptr (LesJsonWriter) writer = les_json_writer_new (TRUE);
  g_autoptr (GString) line = g_string_new (NULL);

  les_json_writer_begin_object (writer, NULL);
  les_json_writer_int (writer, "saving", mark);
  les_json_writer_string (writer, "file", path);
  les_json_writer_string (writer, "sha256", sha256);
  les_json_writer_end_object (writer);
  les_journal_line_append (line, writer);

  g_mutex_lock (&self->disk_lock);
  if (self->fd >= 0)
    append_lines (self->fd, line);
  g_mutex_unlock (&self->disk_lock);
}

static guint
count_saved (LesJournal *self, guint64 mark)
{
  guint n = 0;

  while (n < self->entries->len && ((Entry *) self->entries->pdata[n])->number <= mark)
    n++;
  return n;
}

/**
 * les_journal_set_saved:
 * @mark: what was saved
 * @base: what the file is now
 *
 * Forgets what is in the file now. What was done meanwhile goes into a new
 * journal; the old one is removed when that is on the disk.
 */
void
les_journal_set_saved (LesJournal *self, guint64 mark, const LesJournalBase *base)
{
  guint n_saved;

  g_mutex_lock (&self->lock);
  n_saved = count_saved (self, mark);
  if (n_saved > 0)
    g_ptr_array_remove_range (self->entries, 0, n_saved);
  g_clear_object (&self->snapshot);
  set_base (self, base);
  if (self->entries->len == 0)
    g_clear_pointer (&self->project_id, g_free);
  g_mutex_unlock (&self->lock);
  flush_later (self, 0);
}

/**
 * les_journal_supersede:
 * @old_fd: (transfer full): holds the lock of the old journal
 * @old_path: a journal whose work is in this one's base
 *
 * Moves the old journal aside as soon as this one is on the disk.
 */
void
les_journal_supersede (LesJournal *self, int old_fd, const char *old_path)
{
  g_mutex_lock (&self->disk_lock);
  drop_old (self);
  self->old_fd = old_fd;
  self->old_name = g_strdup (old_path);
  g_mutex_unlock (&self->disk_lock);
}

/** Writes what is pending and waits for it. Returns: whether all is on the disk */
gboolean
les_journal_flush (LesJournal *self)
{
  return sync_disk (self);
}

/** Everything is saved: removes the file, and waits for it. */
void
les_journal_remove (LesJournal *self)
{
  forget_all (self, FALSE);
  sync_disk (self);
}

/** The user threw the work away: writes what is pending and moves the file where it is not offered again. */
void
les_journal_put_aside (LesJournal *self)
{
  sync_disk (self);
  forget_all (self, TRUE);
  sync_disk (self);
}

/** Moves a journal to the folder of those that the user has dealt with. */
void
les_journal_move_aside (const char *path)
{
  g_autofree char *folder = les_folders_dup_aside ();
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *aside = g_build_filename (folder, name, NULL);

  if (!les_files_make_folder (folder, NULL) || rename (path, aside) != 0)
    g_info ("%s: cannot be moved aside: %s", path, g_strerror (errno));
}
