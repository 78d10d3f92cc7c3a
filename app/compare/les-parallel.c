/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-parallel.h"

/* How far a part is. */
enum
{
  WAITING,
  IN_WORK,
  DONE,
};

typedef struct
{
  LesParallelFunc func;
  gpointer data;
  guint part;
  guint first;
  guint end;
  int state;           /* atomic */
} Part;

/* Does a part unless another thread has begun it. */
static void
run_part (gpointer item, gpointer data G_GNUC_UNUSED)
{
  Part *part = item;

  if (!g_atomic_int_compare_and_exchange (&part->state, WAITING, IN_WORK))
    return;
  part->func (part->data, part->part, part->first, part->end);
  g_atomic_int_set (&part->state, DONE);
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

/* Lends @parts to threads, which GLib keeps for the next work; the caller does the
 * first, and what none has begun by then, or ever will. */
static void
share_parts (Part *parts, guint n_parts)
{
  GThreadPool *pool = g_thread_pool_new (run_part, NULL, n_parts - 1, FALSE, NULL);

  for (guint i = 1; i < n_parts; i++)
    g_thread_pool_push (pool, &parts[i], NULL);
  for (guint i = 0; i < n_parts; i++)
    run_part (&parts[i], NULL);
  g_thread_pool_free (pool, TRUE, TRUE);
  for (guint i = 0; i < n_parts; i++)
    g_assert (g_atomic_int_get (&parts[i].state) == DONE);
}

/**
 * les_parallel_run:
 * @n_parts: at most %LES_PARALLEL_MAX_PARTS
 * @n_things: how much there is to do
 *
 * Does all parts of a work and returns when they are done. Which thing belongs to
 * which part depends on nothing but the two numbers. Any thread. Cost beside the
 * work: about 50 µs for each further part.
 */
void
les_parallel_run (guint n_parts, guint n_things, LesParallelFunc func, gpointer data)
{
  Part parts[LES_PARALLEL_MAX_PARTS];

  g_return_if_fail (n_parts > 0 && n_parts <= LES_PARALLEL_MAX_PARTS);

  if (n_parts == 1)
    {
      func (data, 0, 0, n_things);
      return;
    }
  for (guint i = 0; i < n_parts; i++)
    {
      parts[i] = (Part) {
        func, data, i,
        les_parallel_get_first (n_parts, n_things, i), les_parallel_get_first (n_parts, n_things, i + 1),
        0,
      };
      g_atomic_int_set (&parts[i].state, WAITING);
    }
  share_parts (parts, n_parts);
}
