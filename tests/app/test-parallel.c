/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-parallel.h"

#define MAX_THINGS 1000

typedef struct
{
  int done[MAX_THINGS];    /* how often; atomic */
  guint parts;             /* a bit for each; atomic */
} Work;

static void
do_things (gpointer data, guint part, guint first, guint end)
{
  Work *work = data;

  g_atomic_int_or (&work->parts, 1u << part);
  for (guint i = first; i < end; i++)
    g_atomic_int_inc (&work->done[i]);
}

static void
test_each_once (void)
{
  static const guint sizes[] = { 0, 1, 2, 7, 8, 9, MAX_THINGS };

  for (guint n_parts = 1; n_parts <= LES_PARALLEL_MAX_PARTS; n_parts++)
    for (guint s = 0; s < G_N_ELEMENTS (sizes); s++)
      {
        Work work = { { 0 }, 0 };

        les_parallel_run (n_parts, sizes[s], do_things, &work);
        g_assert_cmpuint (work.parts, ==, (1u << n_parts) - 1);
        for (guint i = 0; i < MAX_THINGS; i++)
          g_assert_cmpint (work.done[i], ==, i < sizes[s]);
      }
}

static void
test_bounds (void)
{
  for (guint n_parts = 1; n_parts <= LES_PARALLEL_MAX_PARTS; n_parts++)
    {
      g_assert_cmpuint (les_parallel_get_first (n_parts, G_MAXUINT, 0), ==, 0);
      g_assert_cmpuint (les_parallel_get_first (n_parts, G_MAXUINT, n_parts), ==, G_MAXUINT);
      for (guint part = 0; part < n_parts; part++)
        g_assert_cmpuint (les_parallel_get_first (n_parts, 100, part), <=, les_parallel_get_first (n_parts, 100, part + 1));
    }
}

static void
test_count (void)
{
  g_assert_cmpuint (les_parallel_count_parts (0, 10), ==, 1);
  g_assert_cmpuint (les_parallel_count_parts (19, 10), ==, 1);
  g_assert_cmpuint (les_parallel_count_parts (20, 10), <=, 2);
  g_assert_cmpuint (les_parallel_count_parts (G_MAXUINT, 1), <=, LES_PARALLEL_MAX_PARTS);
  g_assert_cmpuint (les_parallel_count_parts (G_MAXUINT, 1), <=, MAX (1, g_get_num_processors ()));
}

/* Parts that have parts of their own come to an end. */
static void
run_inner (gpointer data, guint part G_GNUC_UNUSED, guint first, guint end)
{
  for (guint i = first; i < end; i++)
    {
      Work work = { { 0 }, 0 };

      les_parallel_run (4, 50, do_things, &work);
      for (guint k = 0; k < 50; k++)
        g_atomic_int_add ((int *) data, work.done[k]);
    }
}

static void
test_nested (void)
{
  int n = 0;

  les_parallel_run (4, 40, run_inner, &n);
  g_assert_cmpint (n, ==, 40 * 50);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/parallel/each-once", test_each_once);
  g_test_add_func ("/parallel/bounds", test_bounds);
  g_test_add_func ("/parallel/count", test_count);
  g_test_add_func ("/parallel/nested", test_nested);
  return g_test_run ();
}
