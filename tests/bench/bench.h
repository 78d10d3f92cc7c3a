/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * BenchTimes: one thing, done several times; microseconds
 * @times: by the clock on the wall
 * @cpu: in all threads together; says more on a busy machine
 */
typedef struct
{
  GArray *times;
  GArray *cpu;
  gint64 started;
  gint64 cpu_started;
} BenchTimes;

/**
 * BenchPeer: the same job done by another program; milliseconds, 0 when it failed
 */
typedef struct
{
  const char *name;
  double wall_ms;
  double cpu_ms;
} BenchPeer;

void   bench_begin         (BenchTimes  *times);
void   bench_end           (BenchTimes  *times);
void   bench_clear         (BenchTimes  *times);

void   bench_reset_peak    (void);
double bench_get_peak_mb   (void);
BenchPeer bench_time_peer  (const char  *name,
                            const char  *command);

void   bench_print_title   (const char  *format,
                            ...) G_GNUC_PRINTF (1, 2);
void   bench_print_row     (const char  *what,
                            BenchTimes  *times,
                            double       peak_mb,
                            const BenchPeer *peer);

char  *bench_make_folder   (void);
void   bench_remove_folder (const char  *folder);

G_END_DECLS
