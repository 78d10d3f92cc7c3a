/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-passage.h"

LesPassage *
les_passage_new (void)
{
  LesPassage *self = g_new0 (LesPassage, 1);

  self->runs = g_array_new (FALSE, FALSE, sizeof (LesRun));
  return self;
}

void
les_passage_free (LesPassage *self)
{
  g_array_unref (self->runs);
  g_free (self);
}

/** Returns: how many words @runs (element-type LesRun) have */
guint
les_runs_count (const GArray *runs)
{
  guint n = 0;

  for (guint i = 0; i < runs->len; i++)
    n += g_array_index (runs, LesRun, i).n;
  return n;
}

/** Returns: how many words are equal */
guint
les_passage_get_n_equal (const LesPassage *self)
{
  return les_runs_count (self->runs);
}

const LesRun *
les_passage_get_first (const LesPassage *self)
{
  return &g_array_index (self->runs, LesRun, 0);
}

const LesRun *
les_passage_get_last (const LesPassage *self)
{
  return &g_array_index (self->runs, LesRun, self->runs->len - 1);
}
