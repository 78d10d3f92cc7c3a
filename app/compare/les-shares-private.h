/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-shares.h"
#include "les-tokens.h"

G_BEGIN_DECLS

LesShares les_shares_measure_tokens (LesDocument *const *documents,
                                     LesTokens *const   *tokens,
                                     GPtrArray          *matches);

G_END_DECLS
