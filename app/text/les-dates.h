/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-slice.h"

G_BEGIN_DECLS

/* Names of months, German (with Austrian and Swiss forms) and English, for patterns. */
#define LES_DATES_MONTH \
  "(?: Jan(?:uar|uary|ner)? | Jän(?:ner)? | Feb(?:ruar|ruary|er)? | M(?:ä|ae)rz | Mrz | Mar(?:ch)?" \
  " | Apr(?:il)? | Mai | May | Jun[ie]? | Jul[iy]? | Aug(?:ust)? | Sept?(?:ember)?" \
  " | O[kc]t(?:ober)? | Nov(?:ember)? | De[zc](?:ember)? )"

char     *les_dates_match_start (LesSlice  within,
                                 LesSlice *rest);
char     *les_dates_match_end   (LesSlice  within,
                                 LesSlice *before);
char     *les_dates_match_whole (LesSlice  within);
int       les_dates_count_days_between (const char *a,
                                 const char *b);

G_END_DECLS
