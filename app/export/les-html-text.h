/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-project.h"

G_BEGIN_DECLS

void  les_html_append        (GString      *out,
                              const char   *text);
void  les_html_append_range  (GString      *out,
                              LesText      *text,
                              LesTextRange  range);
char *les_html_dup_id        (const char   *prefix,
                              const char   *record_id);
void  les_html_append_marked (GString      *out,
                              LesArticle   *article,
                              GPtrArray    *annotations,
                              GHashTable   *tag_classes);

G_END_DECLS
