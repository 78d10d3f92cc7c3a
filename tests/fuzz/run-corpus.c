/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <stdint.h>

/* Stands in for libFuzzer where the compiler has none: runs each file of the
 * folders given through the target, whole, cut off and with bytes changed. */

#define N_CHANGES 40

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static void
run_changed (const char *data, gsize size, GRand *random)
{
  g_autofree char *changed = g_memdup2 (data, size);

  for (int i = 0; size > 0 && i < N_CHANGES; i++)
    {
      changed[g_rand_int_range (random, 0, size)] = g_rand_int_range (random, 0, 256);
      LLVMFuzzerTestOneInput ((const uint8_t *) changed, size);
      LLVMFuzzerTestOneInput ((const uint8_t *) changed, g_rand_int_range (random, 0, size));
    }
}

static guint
run_folder (const char *folder, GRand *random)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *data = NULL;
      gsize size;

      if (!g_file_get_contents (path, &data, &size, NULL))
        continue;
      LLVMFuzzerTestOneInput ((const uint8_t *) data, size);
      run_changed (data, size, random);
      n++;
    }
  return n;
}

int
main (int argc, char *argv[])
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  guint n = 0;

  for (int i = 1; i < argc; i++)
    n += run_folder (argv[i], random);
  g_print ("1..1\n%s 1 %u files\n", n > 0 ? "ok" : "not ok", n);
  return n > 0 ? 0 : 1;
}
