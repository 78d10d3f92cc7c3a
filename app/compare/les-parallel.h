/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* No more threads than this work for one comparison. */
#define LES_PARALLEL_MAX_PARTS 8

/**
 * LesParallelFunc:
 * @part: which part this is, from 0 on
 * @first: the first thing to do
 * @end: one behind the last
 *
 * Does a part of some work. Parts run at the same time: each writes only what
 * belongs to its own things.
 */
typedef void (*LesParallelFunc) (gpointer data,
                                 guint    part,
                                 guint    first,
                                 guint    end);

guint les_parallel_count_parts (guint           n_things,
                                guint           min_things);
guint les_parallel_get_first   (guint           n_parts,
                                guint           n_things,
                                guint           part);
void  les_parallel_run         (guint           n_parts,
                                guint           n_things,
                                LesParallelFunc func,
                                gpointer        data);

G_END_DECLS
