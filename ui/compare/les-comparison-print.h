/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "les-passage-table.h"

G_BEGIN_DECLS

GtkPrintOperation *les_comparison_print_new (LesPassageTable *table);

G_END_DECLS
