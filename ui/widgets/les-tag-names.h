/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-project.h"

G_BEGIN_DECLS

char       *les_tag_dup_path    (LesProject *project,
                                 LesTag     *tag);
char       *les_tag_dup_key     (const char *words);
GHashTable *les_tag_count_uses  (LesProject *project);
const char *les_tag_color_get_name (guint    index);
const char *les_tag_get_words_for_none (LesAnnotation *annotation);
guint       les_tag_get_n_uses  (GHashTable *uses,
                                 const char *id);

G_END_DECLS
