/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-parallel.h"

typedef struct
{
  LesParallelFunc func;
  gpointer data;
  guint part;
  guint first;
  guint end;
  GThread *thread;
} Part;

static gpointer
run_part (gpointer data)
{
  const Part *part = data;

  part->func (part->data, part->part, part->first, part->end);
  return NULL;
}

/**
 * les_parallel_count_parts:
 * @n_things: how much there is to do
 * @min_things: so much is worth a thread of its own
 *
 * Returns: into how many parts the work is best cut on this machine; at least 1
 */
guint
les_parallel_count_parts (guint n_things, guint min_things)
{
  guint n_parts = MIN (n_things / min_things, LES_PARALLEL_MAX_PARTS);

  return n_parts <= 1 ? 1 : MIN (n_parts, g_get_num_processors ());
}

/** Returns: the first thing that belongs to @part; for @n_parts one behind the last */
guint
les_parallel_get_first (guint n_parts, guint n_things, guint part)
{
  return (guint64) n_things * part / n_parts;
}

/**
 * les_parallel_run:
 * @n_parts: at most %LES_PARALLEL_MAX_PARTS
 * @n_things: how much there is to do
 *
 * Does all parts of a work, the first in the calling thread, and returns when
 * they are done. Which thing belongs to which part depends on nothing but the two
 * numbers. Where no thread is to be had, the caller does it all. Cost beside the
 * work: about 50 µs for each further part.
 */
void
les_parallel_run (guint n_parts, guint n_things, LesParallelFunc func, gpointer data)
{
  Part parts[LES_PARALLEL_MAX_PARTS];

  g_return_if_fail (n_parts > 0 && n_parts <= LES_PARALLEL_MAX_PARTS);

  for (guint i = n_parts; i > 0; i--)
    {
      Part *part = &parts[i - 1];

      *part = (Part) {
        func, data, i - 1,
        les_parallel_get_first (n_parts, n_things, i - 1), les_parallel_get_first (n_parts, n_things, i),
        NULL,
      };
      if (i > 1)
        part->thread = g_thread_try_new ("compare", run_part, part, NULL);
      if (part->thread == NULL)
        run_part (part);
    }
  for (guint i = 1; i < n_parts; i++)
    if (parts[i].thread != NULL)
      g_thread_join (parts[i].thread);
}
