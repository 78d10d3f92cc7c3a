/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-reader.h"

G_BEGIN_DECLS

#define LES_TYPE_OVERVIEW (les_overview_get_type ())
G_DECLARE_FINAL_TYPE (LesOverview, les_overview, LES, OVERVIEW, GtkWidget)

void       les_overview_set_reader (LesOverview *self,
                                    LesReader   *reader);

G_END_DECLS
