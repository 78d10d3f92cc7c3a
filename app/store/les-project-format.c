/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-project-format.h"

#include <string.h>

#include "les-error.h"
#include "les-limits.h"
#include "les-record-names.h"

/** Frees the project, the findings and @loaded itself. @loaded: (transfer full) */
void
les_loaded_project_free (LesLoadedProject *loaded)
{
  g_clear_object (&loaded->project);
  g_clear_pointer (&loaded->findings, g_ptr_array_unref);
  g_free (loaded);
}

/**
 * les_project_format_check_count:
 * @n: how many records of @kind there are or would be
 *
 * Any thread. The same limits hold for reading and for writing.
 *
 * Errors: %LES_ERROR_PROJECT_TOO_LARGE.
 *
 * Returns: whether a project may hold so many
 */
gboolean
les_project_format_check_count (LesRecordKind kind, guint n, GError **error)
{
  const guint limit = kind == LES_RECORD_ARTICLE ? LES_LIMIT_PROJECT_ARTICLES : LES_LIMIT_PROJECT_ANNOTATIONS;

  if (n <= limit)
    return TRUE;
  g_set_error (error, LES_ERROR, LES_ERROR_PROJECT_TOO_LARGE, "more than %u %s", limit, les_record_names_get_table (kind));
  return FALSE;
}

/**
 * les_project_format_is_project_name:
 * @name: a file name or a path
 *
 * Returns: whether a file of this name is a project, as far as names go:
 *   upper and lower case are the same, as after a journey through other systems
 */
gboolean
les_project_format_is_project_name (const char *name)
{
  gsize length;
  const gsize n = strlen (LES_PROJECT_SUFFIX);

  g_return_val_if_fail (name != NULL, FALSE);

  length = strlen (name);
  return length > n && name[length - n - 1] != '/'
         && g_ascii_strcasecmp (name + length - n, LES_PROJECT_SUFFIX) == 0;
}

/** Returns: whether the file is a project, as les_project_format_is_project_name() tells from its name */
gboolean
les_project_format_is_project_file (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);

  return les_project_format_is_project_name (name);
}
