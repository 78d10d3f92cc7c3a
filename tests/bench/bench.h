/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * BenchTimes: one thing, done several times; microseconds
 */
typedef struct
{
  GArray *times;
  gint64 started;
} BenchTimes;

void   bench_begin         (BenchTimes  *times);
void   bench_end           (BenchTimes  *times);
double bench_median_ms     (BenchTimes  *times);
double bench_worst_ms      (BenchTimes  *times);
void   bench_clear         (BenchTimes  *times);

void   bench_reset_peak    (void);
double bench_get_peak_mb   (void);
double bench_time_command  (const char  *command);

void   bench_print_title   (const char  *format,
                            ...) G_GNUC_PRINTF (1, 2);
void   bench_print_row     (const char  *what,
                            BenchTimes  *times,
                            double       peak_mb,
                            const char  *peer,
                            double       peer_ms);

char  *bench_make_folder   (void);
void   bench_remove_folder (const char  *folder);

G_END_DECLS
