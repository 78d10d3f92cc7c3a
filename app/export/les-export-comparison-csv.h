/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-passage-table.h"

G_BEGIN_DECLS

void les_export_comparison_csv (LesPassageTable *table,
                                GString         *out,
                                GCancellable    *cancellable);

G_END_DECLS
