/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-project.h"

G_BEGIN_DECLS

char *les_link_words_dup_passage  (LesProject *project,
                                   const char *annotation,
                                   int         max_chars);
char *les_link_words_dup_source   (LesProject *project,
                                   const char *article);
char *les_link_words_dup_heading  (LesProject *project,
                                   LesLink    *link,
                                   const char *seen_from);
char *les_link_words_dup_both     (LesProject *project,
                                   LesLink    *link);

G_END_DECLS
