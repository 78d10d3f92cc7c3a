/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-article-filter.h"

G_BEGIN_DECLS

char       *les_facet_dup_label (LesProject *project,
                                 LesFacet    facet,
                                 const char *value);
const char *les_facet_get_name  (LesFacet    facet);

G_END_DECLS
