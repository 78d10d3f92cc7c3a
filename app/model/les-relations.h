/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-project.h"

G_BEGIN_DECLS

/*
 * The relations that links of a project can have: the built-in ones and those
 * that the user invented. What a link says that is neither stands for itself.
 */

#define LES_RELATION_SAME        "same"
#define LES_RELATION_REWORDED    "reworded"
#define LES_RELATION_ADDS        "adds-detail"
#define LES_RELATION_SOFTENS     "softens"
#define LES_RELATION_SHARPENS    "sharpens"
#define LES_RELATION_DIFFERS     "differs"
#define LES_RELATION_CONTRADICTS "contradicts"
#define LES_RELATION_MISSING     "missing"

char      **les_relations_list      (LesProject *project);
gboolean    les_relations_is_own    (LesProject *project,
                                     const char *id);
const char *les_relations_get_name  (LesProject *project,
                                     const char *id);
const char *les_relations_get_plain (LesProject *project,
                                     const char *id);
const char *les_relations_get_words (LesProject *project,
                                     const char *id,
                                     gboolean    of_origin);
const char *les_relations_get_color (LesProject *project,
                                     const char *id);
char       *les_relations_dup_mark  (LesProject *project,
                                     const char *id);
gboolean    les_relations_is_directed (LesProject *project,
                                     const char *id);
const char *les_relations_find      (LesProject *project,
                                     const char *name);

G_END_DECLS
