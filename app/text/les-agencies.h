/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-slice.h"

G_BEGIN_DECLS

gboolean les_agencies_is_known (LesSlice name);
gboolean les_agencies_are      (LesSlice names);

G_END_DECLS
