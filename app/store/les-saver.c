/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-saver.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/xattr.h>
#include <unistd.h>

#include "les-error.h"
#include "les-files.h"
#include "les-limits.h"

#define MAX_LINKS 40
#define MAX_NAMES 100
#define LOCK_TRIES 100
#define LOCK_PAUSE_MICROSECONDS 50000
#define LEFTOVER_SECONDS (24 * 60 * 60)
#define PREFIX ".lesart-"
#define SUFFIX ".tmp"
#define RANDOM_CHARS 6
#define ACL_XATTR "system.posix_acl_access"

/**
 * LesSaver:
 *
 * Replaces a file by a new version so that at every moment, also when the
 * power fails, there is either the old one or the new one, whole. The new one
 * is written beside the old one, brought to the disk, read back, and renamed.
 * Whatever fails before that leaves the old one as it was.
 *
 * g_file_replace() is no substitute: after an error in writing it still puts
 * the torn file in place. Neither is g_file_set_contents(), which turns links
 * into files and loses owner, mode and attributes.
 */
typedef struct
{
  const LesSaver *saver;
  char *target;             /* all links resolved */
  char *folder;
  char *temporary;          /* NULL when there is none (any more) */
  int folder_fd;            /* holds the lock */
  int fd;
  gboolean exists;
  struct stat old;
  GBytes *old_content;
} Run;

static gboolean
fail (Run *self, const char *path, GError **error)
{
  les_files_set_error (error, errno, TRUE, path);
  return FALSE;
}

static char *
resolve_once (const char *path)
{
  g_autofree char *link = g_file_read_link (path, NULL);
  g_autofree char *folder = g_path_get_dirname (path);

  if (link == NULL)
    return NULL;
  return g_path_is_absolute (link) ? g_steal_pointer (&link) : g_build_filename (folder, link, NULL);
}

/**
 * les_saver_dup_target:
 *
 * Follows symbolic links, also to a file that is not there yet, so that the
 * file is replaced and not the link.
 *
 * Errors: %LES_ERROR_FAILED when the links go round in circles.
 *
 * Returns: (transfer full): the path of the file itself
 */
char *
les_saver_dup_target (const char *path, GError **error)
{
  char *target = g_canonicalize_filename (path, NULL);

  for (int i = 0; i < MAX_LINKS; i++)
    {
      char *next = resolve_once (target);

      if (next == NULL)
        return target;
      g_free (target);
      target = next;
    }
  g_free (target);
  les_files_set_error (error, ELOOP, TRUE, path);
  return NULL;
}

/* Two programs that save at the same time must not both see the old version. */
static gboolean
lock_folder (Run *self, GError **error)
{
  self->folder_fd = open (self->folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (self->folder_fd < 0 && errno == EACCES)
    return TRUE;
  if (self->folder_fd < 0)
    return fail (self, self->folder, error);

  for (int i = 0; i < LOCK_TRIES; i++)
    {
      /* Where the file system knows no locks, the check before the rename must do. */
      if (flock (self->folder_fd, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK)
        return TRUE;
      g_usleep (LOCK_PAUSE_MICROSECONDS);
    }
  g_set_error (error, LES_ERROR, LES_ERROR_LOCKED, "%s: another program is saving here", self->folder);
  return FALSE;
}

static gboolean
check_old (Run *self, GError **error)
{
  if (S_ISDIR (self->old.st_mode))
    {
      les_files_set_error (error, EISDIR, TRUE, self->target);
      return FALSE;
    }
  if (!S_ISREG (self->old.st_mode))
    {
      g_set_error (error, LES_ERROR, LES_ERROR_NOT_WRITABLE, "%s: not a regular file", self->target);
      return FALSE;
    }
  if (self->old.st_nlink > 1)
    {
      g_set_error (error, LES_ERROR, LES_ERROR_LINKED,
                   "%s: the file has %lu names (hard links); saving would part them",
                   self->target, (unsigned long) self->old.st_nlink);
      return FALSE;
    }
  /* The user's mark counts for root, too. */
  if ((self->old.st_mode & 0222) == 0 || access (self->target, W_OK) != 0)
    {
      g_set_error (error, LES_ERROR, LES_ERROR_NOT_WRITABLE, "%s: the file is write-protected", self->target);
      return FALSE;
    }
  return TRUE;
}

static gboolean
look_at_old (Run *self, GError **error)
{
  self->exists = stat (self->target, &self->old) == 0;
  if (!self->exists && errno != ENOENT)
    return fail (self, self->target, error);
  return !self->exists || check_old (self, error);
}

static gboolean
refuse_changed (Run *self, const char *what, GError **error)
{
  g_set_error (error, LES_ERROR, LES_ERROR_CHANGED_ON_DISK, "%s: %s", self->target, what);
  return FALSE;
}

/* Whether the file is the one that we know. Its time and number may have
 * altered, its content may not: a sync client can set an old time. */
static gboolean
check_expected (Run *self, GError **error)
{
  const LesFileStamp *expected = self->saver->expected;

  if (expected != NULL && !les_file_stamp_is_set (expected))
    return !self->exists || refuse_changed (self, "is there already", error);
  if (self->exists)
    {
      self->old_content = les_files_read (self->target, LES_LIMIT_PROJECT_BYTES, expected == NULL ? NULL : error);
      if (self->old_content == NULL)
        return expected == NULL;
    }
  if (expected == NULL)
    return TRUE;
  if (!self->exists)
    return refuse_changed (self, "was moved or deleted since it was read", error);
  if (!les_file_stamp_is_content (expected, self->old_content))
    return refuse_changed (self, "was written by somebody else since it was read", error);
  return TRUE;
}

static char *
make_temporary_name (const char *folder)
{
  static const char letters[] = "abcdefghijklmnopqrstuvwxyz0123456789";
  char random[RANDOM_CHARS + 1] = { 0 };
  g_autofree char *name = NULL;

  for (int i = 0; i < RANDOM_CHARS; i++)
    random[i] = letters[g_random_int_range (0, strlen (letters))];
  name = g_strconcat (PREFIX, random, SUFFIX, NULL);
  return g_build_filename (folder, name, NULL);
}

static gboolean
create_temporary (Run *self, int mode, GError **error)
{
  for (int i = 0; i < MAX_NAMES; i++)
    {
      g_autofree char *name = make_temporary_name (self->folder);

      self->fd = open (name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode);
      if (self->fd >= 0)
        {
          self->temporary = g_steal_pointer (&name);
          return TRUE;
        }
      if (errno != EEXIST && errno != EINTR)
        break;
    }
  return fail (self, self->folder, error);
}

static gboolean
copy_attribute (int from, int to, const char *name)
{
  g_autofree char *value = NULL;
  gssize size = fgetxattr (from, name, NULL, 0);

  if (size < 0)
    return TRUE;
  value = g_malloc (size + 1);
  size = fgetxattr (from, name, value, size);
  return size < 0 || fsetxattr (to, name, value, size, 0) == 0;
}

/* Attributes that cannot be set (labels of the system, mostly) are not worth
 * losing the user's work for. Returns FALSE when access rules were among them. */
static gboolean
copy_attributes (Run *self)
{
  int from = open (self->target, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  gssize size = from < 0 ? -1 : flistxattr (from, NULL, 0);
  g_autofree char *names = g_malloc0 (MAX (size, 0) + 1);
  gboolean access_kept = TRUE;

  if (size > 0)
    size = flistxattr (from, names, size);
  for (gssize at = 0; at < size; at += strlen (names + at) + 1)
    if (!copy_attribute (from, self->fd, names + at) && g_str_equal (names + at, ACL_XATTR))
      access_kept = FALSE;
  if (from >= 0)
    close (from);
  return access_kept;
}

static gboolean
keep_owner (Run *self, gboolean *group_kept, GError **error)
{
  struct stat status;

  *group_kept = TRUE;
  if (fstat (self->fd, &status) != 0)
    return fail (self, self->temporary, error);
  if (status.st_uid != self->old.st_uid && fchown (self->fd, self->old.st_uid, -1) != 0)
    {
      g_set_error (error, LES_ERROR, LES_ERROR_LINKED,
                   "%s: belongs to another user and would not any more", self->target);
      return FALSE;
    }
  if (status.st_gid != self->old.st_gid && fchown (self->fd, -1, self->old.st_gid) != 0)
    *group_kept = FALSE;
  return TRUE;
}

/* Never more rights than the old file gave to anybody. */
static gboolean
keep_metadata (Run *self, GError **error)
{
  mode_t mode = self->old.st_mode & 07777;
  gboolean group_kept;

  if (!self->exists)
    return TRUE;
  if (!keep_owner (self, &group_kept, error))
    return FALSE;
  if (!copy_attributes (self))
    group_kept = FALSE;
  if (!group_kept)
    mode = (mode & ~070) | (mode & ((mode & 07) << 3));
  return fchmod (self->fd, mode) == 0 || fail (self, self->temporary, error);
}

static gboolean
write_temporary (Run *self, LesFileStamp *written, GError **error)
{
  gsize n_bytes;
  const char *data = g_bytes_get_data (self->saver->content, &n_bytes);
  struct stat status;
  int fd = self->fd;

  if (!les_files_write_all (fd, data, n_bytes) || fsync (fd) != 0 || fstat (fd, &status) != 0)
    return fail (self, self->target, error);
  self->fd = -1;
  if (!les_files_close (fd))
    return fail (self, self->target, error);
  les_file_stamp_set_identity (written, &status);
  les_file_stamp_set_content (written, self->saver->content);
  return TRUE;
}

static gboolean
read_back (Run *self, GError **error)
{
  g_autoptr (GBytes) bytes = les_files_read (self->temporary, G_MAXUINT32 / 2, error);

  if (bytes == NULL)
    return FALSE;
  if (g_bytes_equal (bytes, self->saver->content))
    return TRUE;
  g_set_error (error, LES_ERROR, LES_ERROR_FAILED, "%s: the disk gives back something else than was written",
               self->target);
  return FALSE;
}

static gboolean
check_still_old (Run *self, GError **error)
{
  struct stat now;
  LesFileStamp old = { 0 };
  gboolean exists = stat (self->target, &now) == 0;

  les_file_stamp_set_identity (&old, &self->old);
  if (self->saver->expected == NULL
      || (exists == self->exists && (!exists || les_file_stamp_is_identity (&old, &now))))
    return TRUE;
  return refuse_changed (self, "was written by somebody else just now", error);
}

static gboolean
replace_old (Run *self, GError **error)
{
  const LesSaver *saver = self->saver;

  if (saver->about_to_replace != NULL && self->old_content != NULL
      && !saver->about_to_replace (self->old_content, saver->user_data, error))
    return FALSE;
  if (!check_still_old (self, error))
    return FALSE;
  if (rename (self->temporary, self->target) != 0)
    return fail (self, self->target, error);
  g_clear_pointer (&self->temporary, g_free);
  return TRUE;
}

static gboolean
prepare (Run *self, GError **error)
{
  self->target = les_saver_dup_target (self->saver->path, error);
  if (self->target == NULL)
    return FALSE;
  self->folder = g_path_get_dirname (self->target);
  return lock_folder (self, error) && look_at_old (self, error) && check_expected (self, error);
}

static void
clear_run (Run *self)
{
  if (self->fd >= 0)
    close (self->fd);
  if (self->temporary != NULL)
    unlink (self->temporary);
  if (self->folder_fd >= 0)
    close (self->folder_fd);
  g_clear_pointer (&self->old_content, g_bytes_unref);
  g_free (self->temporary);
  g_free (self->folder);
  g_free (self->target);
}

static gboolean
run (Run *self, int mode, LesFileStamp *written, GCancellable *cancellable, GError **error)
{
  LesFileStamp stamp = { 0 };

  if (!prepare (self, error)
      || !create_temporary (self, self->exists ? 0600 : mode, error)
      || !keep_metadata (self, error)
      || !write_temporary (self, &stamp, error)
      || !read_back (self, error)
      || g_cancellable_set_error_if_cancelled (cancellable, error)
      || !replace_old (self, error))
    return FALSE;

  *written = stamp;
  if (!les_files_sync_folder (self->folder))
    return fail (self, self->folder, error);
  les_saver_sweep (self->folder, LEFTOVER_SECONDS);
  return TRUE;
}

/**
 * les_saver_run:
 * @written: (out): what the file is now; set whenever it was replaced, also when
 *   bringing the folder to the disk failed afterwards
 *
 * Any thread, but may take seconds on a slow disk. Keeps mode, owner, group and
 * extended attributes; a new file gets what the umask says.
 *
 * Errors: %LES_ERROR_CHANGED_ON_DISK, %LES_ERROR_NOT_WRITABLE (also for a folder
 * that may not be written), %LES_ERROR_LINKED, %LES_ERROR_NO_SPACE, %LES_ERROR_NOT_FOUND (the folder), %LES_ERROR_IS_DIRECTORY,
 * %LES_ERROR_LOCKED, %LES_ERROR_FAILED, %G_IO_ERROR_CANCELLED.
 *
 * Returns: whether the new version is on the disk
 */
gboolean
les_saver_run (const LesSaver *saver, LesFileStamp *written, GCancellable *cancellable, GError **error)
{
  Run self = { .saver = saver, .folder_fd = -1, .fd = -1 };
  gboolean good = run (&self, 0666, written, cancellable, error);

  clear_run (&self);
  return good;
}

/** Replaces a file of the program's own, which only the user may read, in the same safe way. Errors: as les_saver_run() */
gboolean
les_saver_write_private (const char *path, GBytes *content, GError **error)
{
  LesSaver saver = { .path = path, .content = content };
  Run self = { .saver = &saver, .folder_fd = -1, .fd = -1 };
  LesFileStamp written = { 0 };
  gboolean good = run (&self, 0600, &written, NULL, error);

  clear_run (&self);
  return good;
}

/**
 * les_saver_is_unchanged:
 *
 * Any thread. Reads the file only when its time, size or number has altered.
 *
 * Returns: whether the file at @path is there and is still @expected
 */
gboolean
les_saver_is_unchanged (const char *path, const LesFileStamp *expected)
{
  g_autoptr (GBytes) bytes = NULL;
  struct stat status;

  if (stat (path, &status) != 0)
    return FALSE;
  if (les_file_stamp_is_identity (expected, &status))
    return TRUE;
  bytes = les_files_read (path, LES_LIMIT_PROJECT_BYTES, NULL);
  return bytes != NULL && les_file_stamp_is_content (expected, bytes);
}

static gboolean
is_leftover (const char *folder, const char *name, gint64 before)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  struct stat status;

  return strlen (name) == strlen (PREFIX) + RANDOM_CHARS + strlen (SUFFIX)
         && g_str_has_prefix (name, PREFIX)
         && g_str_has_suffix (name, SUFFIX)
         && lstat (path, &status) == 0
         && S_ISREG (status.st_mode)
         && status.st_uid == geteuid ()
         && status.st_mtim.tv_sec < before;
}

/** Removes our own temporary files that a crash left behind, and nobody else's. */
void
les_saver_sweep (const char *folder, gint64 max_age_seconds)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  gint64 before = g_get_real_time () / G_USEC_PER_SEC - max_age_seconds;
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (is_leftover (folder, name, before))
      {
        g_autofree char *path = g_build_filename (folder, name, NULL);

        unlink (path);
      }
}
