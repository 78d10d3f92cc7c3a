/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "les-project.h"

G_BEGIN_DECLS

#define LES_TYPE_RELATION_ROW (les_relation_row_get_type ())
G_DECLARE_FINAL_TYPE (LesRelationRow, les_relation_row, LES, RELATION_ROW, GtkListBoxRow)

GtkWidget  *les_relation_row_new          (LesProject     *project,
                                           const char     *relation,
                                           int             number);
GtkWidget  *les_relation_row_new_create   (void);
void        les_relation_row_set_name     (LesRelationRow *self,
                                           const char     *name);
const char *les_relation_row_get_relation (LesRelationRow *self);

G_END_DECLS
