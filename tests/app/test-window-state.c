/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <unistd.h>

#include "les-window-state.h"
#include "own-home.h"

static GVariant *
make_state (int scroll)
{
  GVariantDict dict;

  g_variant_dict_init (&dict, NULL);
  g_variant_dict_insert (&dict, "scroll", "i", scroll);
  g_variant_dict_insert (&dict, "left", "s", "Grün „und“ 'mehr'\n");
  g_variant_dict_insert (&dict, "ratio", "d", 0.5);
  return g_variant_dict_end (&dict);
}

static void
test_comes_back (void)
{
  const char *ids[] = { "0f000000-0000-4000-8000-000000000001", "../../etc/passwd", "", "ä / \n", "." };

  empty_own_home ();
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autoptr (GVariant) state = NULL;
      g_autoptr (GVariant) wanted = g_variant_ref_sink (make_state (i));

      g_assert_null (les_window_state_load (ids[i]));
      g_assert_true (les_window_state_save (ids[i], make_state (i)));
      state = les_window_state_load (ids[i]);
      g_assert_true (g_variant_equal (state, wanted));
    }
}

/* A broken state is as good as none. */
static void
test_broken (void)
{
  const char *contents[] = { "", "{", "5", "{'a': 5}", "\xFF\xFF", "{'a': <@(((((((", "[[[[[[" };
  g_autofree char *folder = g_build_filename (g_get_user_state_dir (), "lesart", "windows", NULL);
  g_autofree char *path = g_build_filename (folder, "p.state", NULL);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (contents); i++)
    {
      g_assert_true (g_file_set_contents (path, contents[i], -1, NULL));
      g_assert_null (les_window_state_load ("p"));
    }
}

static void
test_no_room (void)
{
  g_autofree char *folder = g_build_filename (g_get_user_state_dir (), "lesart", NULL);

  empty_own_home ();
  g_assert_true (g_file_set_contents (folder, "a file in the way", -1, NULL));
  g_assert_false (les_window_state_save ("p", make_state (0)));
}

/* Saved with every change of focus: it waits for nothing and leaves nothing. */
static void
test_no_waiting (void)
{
  g_autofree char *folder = g_build_filename (g_get_user_state_dir (), "lesart", "windows", NULL);
  g_autoptr (GDir) dir = NULL;
  gint64 start;
  int fd;

  empty_own_home ();
  g_assert_true (les_window_state_save ("p", make_state (0)));
  fd = g_open (folder, O_RDONLY | O_DIRECTORY, 0);
  g_assert_cmpint (flock (fd, LOCK_EX), ==, 0);
  start = g_get_monotonic_time ();
  g_assert_true (les_window_state_save ("p", make_state (1)));
  g_assert_cmpint (g_get_monotonic_time () - start, <, G_TIME_SPAN_SECOND);
  close (fd);

  dir = g_dir_open (folder, 0, NULL);
  g_assert_cmpstr (g_dir_read_name (dir), ==, "p.state");
  g_assert_null (g_dir_read_name (dir));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  make_own_home ();

  g_test_add_func ("/window-state/comes-back", test_comes_back);
  g_test_add_func ("/window-state/broken", test_broken);
  g_test_add_func ("/window-state/no-waiting", test_no_waiting);
  g_test_add_func ("/window-state/no-room", test_no_room);

  return remove_own_home (g_test_run ());
}
