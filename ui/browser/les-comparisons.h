/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-panel.h"

G_BEGIN_DECLS

#define LES_TYPE_COMPARISONS (les_comparisons_get_type ())
G_DECLARE_FINAL_TYPE (LesComparisons, les_comparisons, LES, COMPARISONS, LesPanel)

G_END_DECLS
