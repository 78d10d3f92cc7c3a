/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-slice.h"

G_BEGIN_DECLS

/**
 * LesByline:
 * @author: (nullable): as it stands, several joined as they were
 * @agency: (nullable): "APA/Reuters/AFP"
 */
typedef struct
{
  char *author;
  char *agency;
} LesByline;

gboolean les_byline_match      (LesByline *self,
                                LesSlice   paragraph);
gboolean les_byline_match_name (LesByline *self,
                                LesSlice   last_paragraph);
gboolean les_byline_match_end  (LesByline *self,
                                LesSlice   paragraph,
                                LesSlice  *before);
void     les_byline_clear      (LesByline *self);

G_END_DECLS
