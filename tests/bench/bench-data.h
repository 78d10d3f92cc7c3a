/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-project.h"

G_BEGIN_DECLS

/**
 * BenchData: made-up articles; the same seed makes the same ones
 */
typedef struct
{
  GRand *random;
  GPtrArray *words;      /* the vocabulary, most frequent first */
} BenchData;

BenchData  *bench_data_new          (guint32      seed);
void        bench_data_free         (BenchData   *self);

const char *bench_data_get_word     (BenchData   *self,
                                     guint        rank);
char       *bench_data_make_article (BenchData   *self,
                                     gsize        n_bytes);
void        bench_data_write_files  (BenchData   *self,
                                     const char  *folder,
                                     guint        n_files,
                                     gsize        n_bytes);
LesProject *bench_data_make_project (BenchData   *self,
                                     guint        n_articles,
                                     gsize        n_bytes,
                                     guint        n_annotations);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BenchData, bench_data_free)

G_END_DECLS
