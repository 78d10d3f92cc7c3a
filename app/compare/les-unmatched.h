/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-document.h"

G_BEGIN_DECLS

GArray *les_unmatched_find (LesDocument *document,
                            GArray      *matched,
                            gboolean     headings);

G_END_DECLS
