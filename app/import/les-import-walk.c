/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-import-format.h"

#include <string.h>

#include "les-error.h"
#include "les-limits.h"

#define ATTRIBUTES \
  G_FILE_ATTRIBUTE_STANDARD_NAME "," G_FILE_ATTRIBUTE_STANDARD_TYPE "," \
  G_FILE_ATTRIBUTE_STANDARD_IS_SYMLINK "," G_FILE_ATTRIBUTE_STANDARD_IS_HIDDEN "," \
  G_FILE_ATTRIBUTE_STANDARD_IS_BACKUP

/* An entry of a folder, with the key that sorts it. */
typedef struct
{
  char *key;
  char *name;
  gboolean is_folder;
} Entry;

static void
free_entry (Entry *entry)
{
  g_free (entry->key);
  g_free (entry->name);
  g_free (entry);
}

static void
free_task (LesImportTask *task)
{
  g_object_unref (task->file);
  g_clear_error (&task->error);
  g_free (task);
}

static void
add_task (GPtrArray *tasks, GFile *file, gboolean unasked, GError *error)
{
  LesImportTask *task = g_new0 (LesImportTask, 1);

  task->file = g_object_ref (file);
  task->unasked = unasked;
  task->error = error;
  g_ptr_array_add (tasks, task);
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const Entry *first = *(const Entry * const *) a;
  const Entry *second = *(const Entry * const *) b;

  return strcmp (first->key, second->key);
}

/* Links to folders are not followed: they may lead in a circle. */
static gboolean
is_wanted (GFileInfo *info)
{
  gboolean is_link = g_file_info_get_is_symlink (info);

  if (g_file_info_get_is_hidden (info) || g_file_info_get_is_backup (info))
    return FALSE;
  return !(is_link && g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY);
}

static Entry *
new_entry (GFileInfo *info)
{
  Entry *entry = g_new0 (Entry, 1);
  g_autofree char *shown = g_filename_display_name (g_file_info_get_name (info));

  entry->name = g_strdup (g_file_info_get_name (info));
  entry->key = g_utf8_collate_key_for_filename (shown, -1);
  entry->is_folder = g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY;
  return entry;
}

/* Sorted by name as a file manager does; NULL with @error set when it cannot be read. */
static GPtrArray *
list_folder (GFile *folder, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) free_entry);
  g_autoptr (GFileEnumerator) enumerator = NULL;
  g_autoptr (GError) cause = NULL;

  enumerator = g_file_enumerate_children (folder, ATTRIBUTES, G_FILE_QUERY_INFO_NONE, cancellable, &cause);
  while (enumerator != NULL)
    {
      GFileInfo *info;

      if (!g_file_enumerator_iterate (enumerator, &info, NULL, cancellable, &cause) || info == NULL)
        break;
      if (is_wanted (info))
        g_ptr_array_add (entries, new_entry (info));
      if (entries->len > LES_LIMIT_FOLDER_FILES)
        break;
    }
  if (cause != NULL)
    {
      g_propagate_error (error, les_error_from_io (cause));
      return NULL;
    }
  g_ptr_array_sort (entries, compare_entries);
  return g_steal_pointer (&entries);
}

static void
add_limit (GPtrArray *tasks, GFile *folder, LesError code, const char *cause)
{
  add_task (tasks, folder, FALSE, g_error_new_literal (LES_ERROR, code, cause));
}

static gboolean
walk_folder (GPtrArray *tasks, GFile *folder, int depth, GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = list_folder (folder, cancellable, &error);

  if (entries == NULL)
    {
      add_task (tasks, folder, FALSE, g_steal_pointer (&error));
      return TRUE;
    }
  for (guint i = 0; i < entries->len; i++)
    {
      const Entry *entry = g_ptr_array_index (entries, i);
      g_autoptr (GFile) file = g_file_get_child (folder, entry->name);

      if (g_cancellable_is_cancelled (cancellable))
        return FALSE;
      if (tasks->len >= LES_LIMIT_FOLDER_FILES)
        {
          add_limit (tasks, folder, LES_ERROR_TOO_MANY_FILES, "too many files in one folder");
          return FALSE;
        }
      if (entry->is_folder && depth >= LES_LIMIT_FOLDER_DEPTH_LEVELS)
        add_limit (tasks, file, LES_ERROR_TOO_DEEP, "folders are nested too deep");
      else if (entry->is_folder && !walk_folder (tasks, file, depth + 1, cancellable))
        return FALSE;
      else if (!entry->is_folder && les_import_knows_suffix (entry->name))
        add_task (tasks, file, FALSE, NULL);
      else if (!entry->is_folder && strchr (entry->name, '.') == NULL)
        add_task (tasks, file, TRUE, NULL);
    }
  return TRUE;
}

/**
 * les_import_walk:
 * @files: (element-type GFile): files and folders
 *
 * Unfolds folders: recursively, sorted by name, hidden files and backup copies
 * left out, links to folders not followed. What goes beyond a limit or cannot
 * be listed comes as a task with its error. Any thread.
 *
 * Returns: (transfer full) (element-type LesImportTask): the files to import
 */
GPtrArray *
les_import_walk (GPtrArray *files, GCancellable *cancellable)
{
  GPtrArray *tasks = g_ptr_array_new_with_free_func ((GDestroyNotify) free_task);

  for (guint i = 0; i < files->len; i++)
    {
      GFile *file = g_ptr_array_index (files, i);

      if (g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, cancellable) != G_FILE_TYPE_DIRECTORY)
        add_task (tasks, file, FALSE, NULL);
      else
        walk_folder (tasks, file, 1, cancellable);
    }
  return tasks;
}
