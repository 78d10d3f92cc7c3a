/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-text.h"

G_BEGIN_DECLS

LesTextRange les_proposal_find (LesText    *text,
                                const char *words,
                                int         near);

G_END_DECLS
