/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-project-format.h"

G_BEGIN_DECLS

char *les_finding_words_dup_all (GPtrArray *findings);

G_END_DECLS
