/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-project.h"

G_BEGIN_DECLS

typedef struct _LesTagCounts LesTagCounts;

LesTagCounts *les_tag_counts_new       (LesProject   *project);
void          les_tag_counts_free      (LesTagCounts *self);
guint         les_tag_counts_get       (LesTagCounts *self,
                                        const char   *tag);
guint         les_tag_counts_get_below (LesTagCounts *self,
                                        const char   *tag);
guint         les_tag_counts_get_in    (LesTagCounts *self,
                                        const char   *tag,
                                        const char   *article);
guint         les_tag_counts_get_n_articles (LesTagCounts *self,
                                        const char   *tag);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LesTagCounts, les_tag_counts_free)

G_END_DECLS
