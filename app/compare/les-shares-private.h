/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-shares.h"
#include "les-tokens.h"

G_BEGIN_DECLS

LesShares les_shares_measure_tokens (LesDocument *const *documents,
                                     LesTokens *const   *tokens,
                                     GPtrArray          *matches);
void      les_shares_measure_left   (LesDocument        *document,
                                     LesTokens          *tokens,
                                     GPtrArray          *matches,
                                     LesShareCount      *counts);

G_END_DECLS
