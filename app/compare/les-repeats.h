/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-text-pair.h"

G_BEGIN_DECLS

void les_repeats_find (LesTextPair *self);

G_END_DECLS
