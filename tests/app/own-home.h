/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib/gstdio.h>

/* Folders of the test's own in place of the user's. Not GTest's option for
 * that: GLib forgets to free what it sets there, and the leak checker says so. */

static char *own_home;

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
        remove_folder (path);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}

/* First thing in main(). */
static void
make_own_home (void)
{
  own_home = g_dir_make_tmp ("lesart-home-XXXXXX", NULL);
  g_assert_nonnull (own_home);
  g_setenv ("HOME", own_home, TRUE);
  g_setenv ("XDG_STATE_HOME", own_home, TRUE);
  g_setenv ("XDG_DATA_HOME", own_home, TRUE);
}

/* Before each test that counts files. */
G_GNUC_UNUSED static void
empty_own_home (void)
{
  g_autofree char *folder = g_build_filename (own_home, "lesart", NULL);

  remove_folder (folder);
}

/* Last thing in main(). */
static int
remove_own_home (int status)
{
  remove_folder (own_home);
  g_clear_pointer (&own_home, g_free);
  return status;
}
