/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-slice.h"

G_BEGIN_DECLS

/**
 * LesDateline:
 * @place: (nullable): set as in running text
 * @agency: (nullable): as it stands in the brackets
 * @date: (nullable): only when the year is given
 */
typedef struct
{
  char *place;
  char *agency;
  char *date;
} LesDateline;

gboolean  les_dateline_match     (LesDateline *self,
                                  LesSlice     paragraph,
                                  LesSlice    *rest);
void      les_dateline_clear     (LesDateline *self);
char     *les_dateline_dup_place (LesSlice     place);

G_END_DECLS
