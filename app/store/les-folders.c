/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-folders.h"

/* Where the store keeps what is not in the project: beside nobody's file, in
 * folders of the user's own. The folders may not exist yet. */

static const char *
get_folder (char **folder, const char *base, const char *name)
{
  if (g_once_init_enter (folder))
    g_once_init_leave (folder, g_build_filename (base, "lesart", name, NULL));
  return *folder;
}

/** Returns: (transfer none): window states */
const char *
les_folders_get_windows (void)
{
  static char *folder;

  return get_folder (&folder, g_get_user_state_dir (), "windows");
}

/** Returns: (transfer none): journals of unsaved work */
const char *
les_folders_get_journals (void)
{
  static char *folder;

  return get_folder (&folder, g_get_user_state_dir (), "journals");
}

/** Returns: (transfer none): journals that the user has dealt with; kept all the same */
const char *
les_folders_get_aside (void)
{
  static char *folder;

  return get_folder (&folder, g_get_user_state_dir (), "journals-aside");
}

/** Returns: (transfer none): earlier versions of projects, a folder each */
const char *
les_folders_get_backups (void)
{
  static char *folder;

  return get_folder (&folder, g_get_user_data_dir (), "backups");
}
