/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-block.h"
#include "les-rebase.h"

G_BEGIN_DECLS

GArray *les_rebased_blocks_new (LesRebase *rebase,
                                GArray    *blocks,
                                LesText   *after);

G_END_DECLS
