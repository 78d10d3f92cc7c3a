/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-recovery.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "les-backups.h"
#include "les-change-json.h"
#include "les-error.h"
#include "les-file-stamp.h"
#include "les-files.h"
#include "les-findings.h"
#include "les-folders.h"
#include "les-journal.h"
#include "les-journal-line.h"
#include "les-limits.h"
#include "les-project-format.h"

/*
 * What a crash left behind. A journal that nobody has locked is offered; what
 * it holds is applied to the version of the project that it stands on, which
 * is in the journal itself, in the project's file or among the backups.
 */
typedef struct
{
  char *path;                /* of the journal */
  int fd;                    /* holds its lock */
  GBytes *bytes;
  LesJsonSpan header;
  GArray *lines;             /* of LesJsonSpan: changes, and what says that a save began */
  guint n_broken;

  /* from the header, or from the last save that came through */
  char *file;
  char *sha256;
  gboolean was_saved;        /* a save came through since the header */
  guint64 saved;             /* if so: changes up to this one are in that file */
} Journal;

/* A recovered project remembers the journal until a new one stands in for it. */
typedef struct
{
  char *path;
  char *file;                /* of the project; nullable */
  int fd;
} Source;

static GQuark
source_quark (void)
{
  return g_quark_from_static_string ("les-recovery-source");
}

static void
free_source (Source *source)
{
  if (source->fd >= 0)
    close (source->fd);
  g_free (source->path);
  g_free (source->file);
  g_free (source);
}

static void
free_journal (Journal *self)
{
  if (self->fd >= 0)
    close (self->fd);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->lines, g_array_unref);
  g_free (self->file);
  g_free (self->sha256);
  g_free (self->path);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Journal, free_journal)

static guint64
get_number (LesJsonSpan object, const char *name)
{
  gint64 number;

  return les_json_span_get_int (les_json_span_find (object, name), &number) && number > 0 ? number : 0;
}

static void
split_lines (Journal *self)
{
  gsize n_bytes;
  const char *p = g_bytes_get_data (self->bytes, &n_bytes);
  const char *end = p + n_bytes;

  self->lines = g_array_new (FALSE, FALSE, sizeof (LesJsonSpan));
  for (const char *stop; p < end; p = stop + 1)
    {
      LesJsonSpan object;

      stop = memchr (p, '\n', end - p);
      if (stop == NULL)
        stop = end;
      if (!les_journal_line_read (p, stop - p, &object))
        self->n_broken++;
      else if (!les_json_span_is_set (self->header))
        self->header = object;
      else
        g_array_append_val (self->lines, object);
    }
}

static gboolean
is_file_content (const char *path, const char *sha256)
{
  g_autoptr (GBytes) bytes = path != NULL ? les_files_read (path, LES_LIMIT_PROJECT_BYTES, NULL) : NULL;
  g_autofree char *found = bytes != NULL ? g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes) : NULL;

  return found != NULL && g_strcmp0 (found, sha256) == 0;
}

/* A save that had begun may have come through just before the crash. */
static void
find_last_save (Journal *self)
{
  self->file = les_json_span_dup_string (les_json_span_find (self->header, "file"));
  self->sha256 = les_json_span_dup_string (les_json_span_find (self->header, "sha256"));
  for (guint i = self->lines->len; i > 0; i--)
    {
      LesJsonSpan line = g_array_index (self->lines, LesJsonSpan, i - 1);
      g_autofree char *file = les_json_span_dup_string (les_json_span_find (line, "file"));
      g_autofree char *sha256 = les_json_span_dup_string (les_json_span_find (line, "sha256"));

      if (!les_json_span_is_set (les_json_span_find (line, "saving")) || !is_file_content (file, sha256))
        continue;
      self->was_saved = TRUE;
      self->saved = get_number (line, "saving");
      g_free (self->file);
      g_free (self->sha256);
      self->file = g_steal_pointer (&file);
      self->sha256 = g_steal_pointer (&sha256);
      return;
    }
}

static gboolean
set_locked (GError **error, const char *path)
{
  g_set_error (error, LES_ERROR, LES_ERROR_LOCKED, "%s: another window or program has this work", path);
  return FALSE;
}

static gboolean
open_journal (Journal *self, GError **error)
{
  self->fd = open (self->path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
  if (self->fd < 0)
    {
      les_files_set_error (error, errno, FALSE, self->path);
      return FALSE;
    }
  if (flock (self->fd, LOCK_EX | LOCK_NB) != 0)
    return set_locked (error, self->path);
  self->bytes = les_files_read_fd (self->fd, LES_LIMIT_PROJECT_BYTES, self->path, error);
  return self->bytes != NULL;
}

static Journal *
read_journal (const char *path, GError **error)
{
  g_autoptr (Journal) self = g_new0 (Journal, 1);

  self->path = g_strdup (path);
  self->fd = -1;
  if (!open_journal (self, error))
    return NULL;
  split_lines (self);
  if (get_number (self->header, "journal") == 0)
    {
      g_set_error (error, LES_ERROR, LES_ERROR_INVALID, "%s: not a journal", path);
      return NULL;
    }
  find_last_save (self);
  return g_steal_pointer (&self);
}

static gboolean
is_unsaved (Journal *self, LesJsonSpan line)
{
  return get_number (line, "n") > self->saved;
}

static gboolean
has_unsaved_work (Journal *self)
{
  for (guint i = 0; i < self->lines->len; i++)
    if (is_unsaved (self, g_array_index (self->lines, LesJsonSpan, i)))
      return TRUE;
  return !self->was_saved && les_json_span_is_set (les_json_span_find (self->header, "base"));
}

static GDateTime *
get_last_edit (Journal *self)
{
  g_autofree char *started = les_json_span_dup_string (les_json_span_find (self->header, "started"));
  g_autoptr (GDateTime) when = started != NULL ? g_date_time_new_from_iso8601 (started, NULL) : NULL;

  for (guint i = 0; i < self->lines->len; i++)
    {
      guint64 at = get_number (g_array_index (self->lines, LesJsonSpan, i), "at");
      GDateTime *later = at > 0 ? g_date_time_new_from_unix_utc (at) : NULL;

      if (later == NULL)
        continue;
      g_clear_pointer (&when, g_date_time_unref);
      when = later;
    }
  return when != NULL ? g_steal_pointer (&when) : g_date_time_new_from_unix_utc (0);
}

static LesRecovery *
make_recovery (Journal *self)
{
  LesRecovery *recovery = g_new0 (LesRecovery, 1);

  recovery->file = self->file != NULL ? g_file_new_for_path (self->file) : NULL;
  recovery->title = les_json_span_dup_string (les_json_span_find (self->header, "title"));
  recovery->when = get_last_edit (self);
  recovery->journal = g_file_new_for_path (self->path);
  return recovery;
}

static LesRecovery *
look_at_journal (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Journal) journal = read_journal (path, &error);

  if (journal == NULL)
    {
      /* Not ours to read, or broken from the first line on: out of the way, not away. */
      if (g_error_matches (error, LES_ERROR, LES_ERROR_INVALID))
        les_journal_move_aside (path);
      return NULL;
    }
  if (has_unsaved_work (journal))
    return make_recovery (journal);
  les_journal_move_aside (path);
  return NULL;
}

static int
compare_newest_first (gconstpointer a, gconstpointer b)
{
  const LesRecovery *first = *(const LesRecovery * const *) a;
  const LesRecovery *second = *(const LesRecovery * const *) b;

  return g_date_time_compare (second->when, first->when);
}

/**
 * les_keeper_list_recoveries:
 *
 * Journals that are in use by a window, of this program or another one, are
 * not among them. Any thread; reads all the others.
 *
 * Returns: (transfer full) (element-type LesRecovery): newest first
 */
GPtrArray *
les_keeper_list_recoveries (void)
{
  GPtrArray *recoveries = g_ptr_array_new_with_free_func ((GDestroyNotify) les_recovery_free);
  g_autofree char *folder = les_folders_dup_journals ();
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".journal"))
      {
        g_autofree char *path = g_build_filename (folder, name, NULL);
        LesRecovery *recovery = look_at_journal (path);

        if (recovery != NULL)
          g_ptr_array_add (recoveries, recovery);
      }
  g_ptr_array_sort (recoveries, compare_newest_first);
  return recoveries;
}

static GBytes *
find_base (Journal *self, GPtrArray *findings, GError **error)
{
  g_autofree char *project_id = les_json_span_dup_string (les_json_span_find (self->header, "project"));
  LesJsonSpan inside = les_json_span_find (self->header, "base");
  GBytes *base = NULL;

  if (!self->was_saved && les_json_span_is_set (inside))
    {
      char *text = les_json_span_dup_string (inside);

      return g_bytes_new_take (text, text != NULL ? strlen (text) : 0);
    }
  if (is_file_content (self->file, self->sha256))
    return les_files_read (self->file, LES_LIMIT_PROJECT_BYTES, error);
  if (project_id != NULL && self->sha256 != NULL)
    base = les_backups_find (project_id, self->sha256);
  if (base != NULL)
    {
      les_findings_note (findings, "the project file is another one by now; the work belongs to a kept version");
      return base;
    }
  if (self->file == NULL)
    {
      g_set_error (error, LES_ERROR, LES_ERROR_NOT_FOUND, "%s: the project that it belongs to is gone", self->path);
      return NULL;
    }
  les_findings_error (findings, "the project file is another one by now; the work was applied to it all the same");
  return les_files_read (self->file, LES_LIMIT_PROJECT_BYTES, error);
}

static void
replay (Journal *self, LesProject *project, GPtrArray *findings)
{
  /* The record that holds it may be replaced. */
  g_autofree char *id = g_strdup (les_record_get_id (LES_RECORD (les_project_get_info (project))));
  gboolean known = self->was_saved;
  guint64 last = self->saved;

  for (guint i = 0; i < self->lines->len; i++)
    {
      LesJsonSpan line = g_array_index (self->lines, LesJsonSpan, i);
      g_autoptr (LesChange) change = NULL;

      if (!is_unsaved (self, line))
        continue;
      if (known && get_number (line, "n") != last + 1)
        les_findings_error (findings, "journal: changes are missing before number %" G_GUINT64_FORMAT,
                            get_number (line, "n"));
      known = TRUE;
      last = get_number (line, "n");
      change = les_change_json_read (line, id, findings);
      les_change_unref (les_project_apply (project, change));
    }
  if (self->n_broken > 0)
    les_findings_note (findings, "journal: %u lines are broken, as after a crash", self->n_broken);
}

static void
append_findings (GPtrArray *findings, GPtrArray *more)
{
  for (guint i = 0; i < more->len; i++)
    les_findings_copy (findings, more->pdata[i]);
}

static LesLoadedProject *
apply_journal (Journal *self, GPtrArray *findings, GError **error)
{
  g_autoptr (GBytes) base = find_base (self, findings, error);
  g_autoptr (LesLoadedProject) loaded = base != NULL ? les_project_format_read (base, NULL, error) : NULL;
  g_autoptr (GBytes) result = NULL;
  LesLoadedProject *checked;

  if (loaded == NULL)
    return NULL;
  replay (self, loaded->project, findings);
  /* A journal is a file like any other: what it gives is proved like any other. */
  result = les_project_format_write (loaded->project, NULL, error);
  checked = result != NULL ? les_project_format_read (result, NULL, error) : NULL;
  if (checked == NULL)
    return NULL;
  append_findings (checked->findings, findings);
  checked->newer_version = loaded->newer_version;
  return checked;
}

/* The file is what it was when the journal began, whatever it is now. */
static void
attach_stamp (Journal *self, LesProject *project)
{
  LesFileStamp stamp = { 0 };

  if (self->sha256 == NULL)
    return;
  g_strlcpy (stamp.sha256, self->sha256, sizeof stamp.sha256);
  les_file_stamp_attach (G_OBJECT (project), &stamp);
}

static void
attach_source (Journal *self, LesProject *project)
{
  Source *source = g_new0 (Source, 1);

  source->path = g_strdup (self->path);
  source->file = g_strdup (self->file);
  source->fd = self->fd;
  self->fd = -1;
  g_object_set_qdata_full (G_OBJECT (project), source_quark (), source, (GDestroyNotify) free_source);
}

/**
 * les_keeper_recover:
 * @recovery: one of les_keeper_list_recoveries()
 *
 * The project with the journal's edits applied. les_keeper_new() for it marks
 * its history unsaved and takes the work over into a journal of its own; until
 * then the old one stays where it is. Call les_keeper_set_loaded() when
 * @recovery has a file.
 *
 * Errors: %LES_ERROR_LOCKED when another window was quicker, and those of
 * les_project_format_read() and les_keeper_load_finish().
 *
 * Returns: (transfer full): the project; "findings" says what could not be
 *   brought back
 */
LesLoadedProject *
les_keeper_recover (const LesRecovery *recovery, GError **error)
{
  g_autoptr (GPtrArray) findings = les_findings_new ();
  g_autoptr (Journal) journal = read_journal (g_file_peek_path (recovery->journal), error);
  LesLoadedProject *loaded = journal != NULL ? apply_journal (journal, findings, error) : NULL;

  if (loaded == NULL)
    return NULL;
  attach_stamp (journal, loaded->project);
  attach_source (journal, loaded->project);
  return loaded;
}

/** Moves the journal to where it is not offered again; it is not deleted. */
void
les_keeper_forget_recovery (const LesRecovery *recovery)
{
  g_autofree char *path = g_file_get_path (recovery->journal);
  int fd = open (path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);

  if (fd < 0)
    return;
  if (flock (fd, LOCK_EX | LOCK_NB) == 0)
    les_journal_move_aside (path);
  close (fd);
}

/** @recovery: (transfer full) */
void
les_recovery_free (LesRecovery *recovery)
{
  g_clear_object (&recovery->file);
  g_clear_object (&recovery->journal);
  g_clear_pointer (&recovery->when, g_date_time_unref);
  g_free (recovery->title);
  g_free (recovery);
}

/**
 * les_recovery_take_journal:
 * @fd: (out) (transfer full): holds the lock of the journal
 * @path: (out) (transfer full): the journal that @project was recovered from
 * @file: (out) (transfer full) (nullable): the project's file
 *
 * Returns: whether @project comes from a journal that nobody has taken over yet
 */
gboolean
les_recovery_take_journal (LesProject *project, int *fd, char **path, char **file)
{
  Source *source = g_object_steal_qdata (G_OBJECT (project), source_quark ());

  if (source == NULL)
    return FALSE;
  *fd = source->fd;
  *path = g_steal_pointer (&source->path);
  *file = g_steal_pointer (&source->file);
  source->fd = -1;
  free_source (source);
  return TRUE;
}
