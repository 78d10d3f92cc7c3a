/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-window-state.h"

#include <string.h>

#include "les-files.h"
#include "les-folders.h"

#define MAX_STATE_BYTES (1024 * 1024)

/*
 * What the user looked at, for each project: open articles, scroll positions,
 * layers, pane widths. Kept in the user's state folder, never in the project.
 * The window decides what is in it.
 */

static char *
dup_path (const char *project_id)
{
  g_autofree char *folder = les_folders_dup_windows ();
  g_autofree char *safe = les_files_dup_safe_name (project_id);
  g_autofree char *name = g_strconcat (safe, ".state", NULL);

  return g_build_filename (folder, name, NULL);
}

/**
 * les_window_state_load:
 * @project_id: the id of the project
 *
 * Main thread; reads one small file. A state that is not there or broken is
 * no error: the window then looks as it does for a new project.
 *
 * Returns: (transfer full) (nullable): the vardict (a{sv}) that was saved
 */
GVariant *
les_window_state_load (const char *project_id)
{
  g_autofree char *path = NULL;
  g_autoptr (GBytes) bytes = NULL;
  const char *text;
  gsize n_bytes;

  g_return_val_if_fail (project_id != NULL, NULL);

  path = dup_path (project_id);
  bytes = les_files_read (path, MAX_STATE_BYTES, NULL);
  if (bytes == NULL)
    return NULL;
  text = g_bytes_get_data (bytes, &n_bytes);
  if (!g_utf8_validate_len (text, n_bytes, NULL))
    return NULL;
  return g_variant_parse (G_VARIANT_TYPE_VARDICT, text, text + n_bytes, NULL, NULL);
}

/**
 * les_window_state_save:
 * @project_id: the id of the project
 * @state: a vardict (a{sv}); a floating reference is sunk
 *
 * Main thread; writes one small file and does not wait for the disk.
 *
 * Returns: whether it was written; when not, the next window of this project
 *   looks as it did before
 */
gboolean
les_window_state_save (const char *project_id, GVariant *state)
{
  g_autoptr (GVariant) sunk = g_variant_ref_sink (state);
  g_autofree char *folder = les_folders_dup_windows ();
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (project_id != NULL, FALSE);
  g_return_val_if_fail (g_variant_is_of_type (sunk, G_VARIANT_TYPE_VARDICT), FALSE);

  path = dup_path (project_id);
  text = g_variant_print (sunk, TRUE);
  bytes = g_bytes_new (text, strlen (text));
  return les_files_make_folder (folder, NULL)
         && les_files_replace (path, bytes);
}
