/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-reader.h"

G_BEGIN_DECLS

#define LES_TYPE_GUTTER (les_gutter_get_type ())
G_DECLARE_FINAL_TYPE (LesGutter, les_gutter, LES, GUTTER, GtkWidget)

GtkWidget *les_gutter_new        (LesReader *reader);
int        les_gutter_find_match (LesGutter *self,
                                  double     y);

G_END_DECLS
