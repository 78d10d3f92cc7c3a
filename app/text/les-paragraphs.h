/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-slice.h"

G_BEGIN_DECLS

GArray *les_paragraphs_split (const char *utf8,
                              gsize       n_bytes);

G_END_DECLS
