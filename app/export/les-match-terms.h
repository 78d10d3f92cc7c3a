/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-match.h"

G_BEGIN_DECLS

const char *les_match_terms_get_kind   (LesMatchKind    kind);
const char *les_match_terms_get_grade  (LesMatchGrade   grade);
const char *les_match_terms_get_detail (LesDetailKind   kind);
char       *les_match_terms_dup_kind   (const LesMatch *match);
char       *les_match_terms_dup_score  (const LesMatch *match);

G_END_DECLS
