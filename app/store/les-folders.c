/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-folders.h"

/* Where the store keeps what is not in the project: beside nobody's file, in
 * folders of the user's own. The folders may not exist yet. */

/** Returns: (transfer full): window states */
char *
les_folders_dup_windows (void)
{
  return g_build_filename (g_get_user_state_dir (), "lesart", "windows", NULL);
}

/** Returns: (transfer full): journals of unsaved work */
char *
les_folders_dup_journals (void)
{
  return g_build_filename (g_get_user_state_dir (), "lesart", "journals", NULL);
}

/** Returns: (transfer full): journals that the user has dealt with; kept all the same */
char *
les_folders_dup_aside (void)
{
  return g_build_filename (g_get_user_state_dir (), "lesart", "journals-aside", NULL);
}

/** Returns: (transfer full): earlier versions of projects, a folder each */
char *
les_folders_dup_backups (void)
{
  return g_build_filename (g_get_user_data_dir (), "lesart", "backups", NULL);
}
