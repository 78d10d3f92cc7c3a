/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-backups.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#include "les-files.h"
#include "les-folders.h"
#include "les-limits.h"
#include "les-saver.h"

#define KEEP_NEWEST 10
#define SUFFIX ".lesart"
#define STAMP_CHARS 22
#define SHA_CHARS 16
#define PLACES_NAME "places"
#define MAX_PLACES 50

/*
 * Earlier versions of each project, whole files in a folder of the user's own
 * and not beside the project, which may be lost with its folder. Named
 * YYYYMMDDTHHMMSSuuuuuuZ-SHA.lesart, so that the order of names is the order of
 * time and the same content is kept once. The last ten, then the newest of
 * each hour for a day, of each day for a month, of each week for a year.
 */

static char *
dup_folder (const char *project_id)
{
  g_autofree char *backups = les_folders_dup_backups ();
  g_autofree char *safe = les_files_dup_safe_name (project_id);

  return g_build_filename (backups, safe, NULL);
}

static gboolean
is_backup_name (const char *name)
{
  return strlen (name) == STAMP_CHARS + 1 + SHA_CHARS + strlen (SUFFIX)
         && g_str_has_suffix (name, SUFFIX)
         && name[STAMP_CHARS] == '-';
}

static int
compare_newest_first (gconstpointer a, gconstpointer b)
{
  return -strcmp (*(const char * const *) a, *(const char * const *) b);
}

/* Names of the backups in @folder, newest first. */
static GPtrArray *
list_names (const char *folder)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (is_backup_name (name))
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_newest_first);
  return names;
}

static GDateTime *
read_time (const char *name)
{
  int year, month, day, hour, minute, second;

  if (sscanf (name, "%4d%2d%2dT%2d%2d%2d", &year, &month, &day, &hour, &minute, &second) != 6)
    return NULL;
  return g_date_time_new_utc (year, month, day, hour, minute, second);
}

static char *
make_name (GBytes *content)
{
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, content);
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *stamp = g_date_time_format (now, "%Y%m%dT%H%M%S");

  return g_strdup_printf ("%s%06dZ-%.*s" SUFFIX, stamp, g_date_time_get_microsecond (now), SHA_CHARS, sha256);
}

static gboolean
is_content (const char *name, const char *sha256)
{
  return strncmp (name + STAMP_CHARS + 1, sha256, SHA_CHARS) == 0;
}

static const char *
find_name (GPtrArray *names, const char *sha256)
{
  for (guint i = 0; i < names->len; i++)
    if (is_content (names->pdata[i], sha256))
      return names->pdata[i];
  return NULL;
}

/* The stretch of time of which one backup is enough; NULL when it is too old to keep. */
static char *
make_stretch (GDateTime *when, GDateTime *now)
{
  GTimeSpan age = g_date_time_difference (now, when);

  if (age < G_TIME_SPAN_DAY)
    return g_date_time_format (when, "hour %Y%m%d%H");
  if (age < 30 * G_TIME_SPAN_DAY)
    return g_date_time_format (when, "day %Y%m%d");
  if (age < 365 * G_TIME_SPAN_DAY)
    return g_date_time_format (when, "week %G%V");
  return NULL;
}

static void
thin_out (const char *folder)
{
  g_autoptr (GPtrArray) names = list_names (folder);
  g_autoptr (GHashTable) stretches = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();

  for (guint i = 0; i < names->len; i++)
    {
      g_autoptr (GDateTime) when = read_time (names->pdata[i]);
      char *stretch = when != NULL ? make_stretch (when, now) : NULL;
      gboolean first = stretch != NULL && g_hash_table_add (stretches, stretch);

      if (i >= KEEP_NEWEST && !first)
        {
          g_autofree char *path = g_build_filename (folder, names->pdata[i], NULL);

          g_unlink (path);
        }
    }
}

/* The places that @folder holds versions of, the newest last. */
static char **
read_places (const char *folder)
{
  g_autofree char *note = g_build_filename (folder, PLACES_NAME, NULL);
  g_autofree char *content = NULL;

  if (!g_file_get_contents (note, &content, NULL, NULL))
    return g_new0 (char *, 1);
  return g_strsplit (content, "\n", -1);
}

/* So that a project that is too damaged to say its id finds its backups. As
 * addresses, which have no line breaks in them. */
static void
note_place (const char *folder, const char *path)
{
  g_autofree char *note = g_build_filename (folder, PLACES_NAME, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *place = g_file_get_uri (file);
  g_auto (GStrv) old = read_places (folder);
  guint n_old = g_strv_length (old);
  g_autoptr (GString) places = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;

  if (g_strv_contains ((const char * const *) old, place))
    return;
  for (guint i = n_old < MAX_PLACES ? 0 : n_old - MAX_PLACES + 1; i < n_old; i++)
    g_string_append_printf (places, "%s\n", old[i]);
  g_string_append (places, place);
  bytes = g_bytes_new (places->str, places->len);
  les_saver_write_private (note, bytes, NULL);
}

/**
 * les_backups_add:
 * @path: (nullable): where the project is
 * @content: a project file
 *
 * Any thread. Keeps a version, unless it is kept already, and thins out the
 * older ones once it is on the disk. A project may have been in several places. Errors: as les_saver_run().
 */
gboolean
les_backups_add (const char *project_id, const char *path, GBytes *content, GError **error)
{
  g_autofree char *folder = dup_folder (project_id);
  g_autoptr (GPtrArray) names = list_names (folder);
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, content);
  g_autofree char *name = make_name (content);
  g_autofree char *backup = g_build_filename (folder, name, NULL);

  gboolean kept = find_name (names, sha256) != NULL;

  if (!kept && (!les_files_make_folder (folder, error) || !les_saver_write_private (backup, content, error)))
    return FALSE;
  if (path != NULL)
    note_place (folder, path);
  if (!kept)
    thin_out (folder);
  return TRUE;
}

/** Returns: (transfer full) (nullable): the version with that checksum, if it is kept. Any thread. */
GBytes *
les_backups_find (const char *project_id, const char *sha256)
{
  g_autofree char *folder = dup_folder (project_id);
  g_autoptr (GPtrArray) names = list_names (folder);
  const char *name = find_name (names, sha256);
  g_autofree char *path = name != NULL ? g_build_filename (folder, name, NULL) : NULL;
  g_autoptr (GBytes) content = path != NULL ? les_files_read (path, LES_LIMIT_PROJECT_BYTES, NULL) : NULL;
  g_autofree char *found = content != NULL ? g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, content) : NULL;

  return g_strcmp0 (found, sha256) == 0 ? g_steal_pointer (&content) : NULL;
}

static void
add_backup (GPtrArray *backups, const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GDateTime) when = read_time (name);
  struct stat status;
  LesBackup *backup;

  if (when == NULL || stat (path, &status) != 0)
    return;
  backup = g_new0 (LesBackup, 1);
  backup->file = g_file_new_for_path (path);
  backup->when = g_steal_pointer (&when);
  backup->size = status.st_size;
  g_ptr_array_add (backups, backup);
}

static void
add_folder (GPtrArray *backups, const char *folder)
{
  g_autoptr (GPtrArray) names = list_names (folder);

  for (guint i = 0; i < names->len; i++)
    add_backup (backups, folder, names->pdata[i]);
}

/* @backup: (transfer full) */
static void
backup_free (LesBackup *backup)
{
  g_object_unref (backup->file);
  g_date_time_unref (backup->when);
  g_free (backup);
}

/** Returns: (transfer full) (element-type LesBackup): newest first; empty when there is none */
GPtrArray *
les_backups_list (const char *project_id)
{
  GPtrArray *backups = g_ptr_array_new_with_free_func ((GDestroyNotify) backup_free);
  g_autofree char *folder = dup_folder (project_id);

  add_folder (backups, folder);
  return backups;
}

static int
compare_latest_first (gconstpointer a, gconstpointer b)
{
  const LesBackup *first = *(const LesBackup * const *) a;
  const LesBackup *second = *(const LesBackup * const *) b;

  return g_date_time_compare (second->when, first->when);
}

/**
 * les_backups_list_for_file:
 * @file: where a project is or was, however damaged
 *
 * Returns: (transfer full) (element-type LesBackup): newest first, of every
 *   project that was there; empty when nothing was ever saved there
 */
GPtrArray *
les_backups_list_for_file (GFile *file)
{
  GPtrArray *backups = g_ptr_array_new_with_free_func ((GDestroyNotify) backup_free);
  g_autofree char *all = les_folders_dup_backups ();
  g_autofree char *place = g_file_get_uri (file);
  g_autoptr (GDir) dir = g_dir_open (all, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *folder = g_build_filename (all, name, NULL);
      g_auto (GStrv) places = read_places (folder);

      if (g_strv_contains ((const char * const *) places, place))
        add_folder (backups, folder);
    }
  g_ptr_array_sort (backups, compare_latest_first);
  return backups;
}
