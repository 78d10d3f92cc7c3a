/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>

#include "les-project-format.h"

/* Loads and saves: each line of the standard input names a file to read and,
 * behind a tab, the one to write. Says for each how many findings there were. */

static void
resave (const char *from, const char *to)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *content = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (LesLoadedProject) loaded = NULL;
  g_autoptr (GBytes) written = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (from, &content, &length, NULL));
  bytes = g_bytes_new (content, length);
  loaded = les_project_format_read (bytes, NULL, &error);
  if (loaded == NULL)
    {
      g_print ("%s\n", error->message);
      return;
    }
  written = les_project_format_write (loaded->project, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_set_contents (to, g_bytes_get_data (written, NULL), g_bytes_get_size (written), NULL));
  g_print ("%u\n", loaded->findings->len);
}

int
main (void)
{
  char line[4096];

  while (fgets (line, sizeof line, stdin) != NULL)
    {
      g_auto (GStrv) names = g_strsplit (g_strchomp (line), "\t", 2);

      resave (names[0], names[1]);
    }
  return 0;
}
