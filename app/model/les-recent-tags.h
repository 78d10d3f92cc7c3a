/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-project.h"

G_BEGIN_DECLS

/**
 * LesRecentTags:
 *
 * The tags used last, newest first, at most nine: one for each digit key.
 */
typedef struct _LesRecentTags LesRecentTags;

LesRecentTags      *les_recent_tags_new       (LesProject    *project);
void                les_recent_tags_free      (LesRecentTags *self);
const char * const *les_recent_tags_get       (LesRecentTags *self);
gboolean            les_recent_tags_note      (LesRecentTags *self,
                                               const char    *tag);
gboolean            les_recent_tags_forget    (LesRecentTags *self,
                                               const char    *tag);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LesRecentTags, les_recent_tags_free)

G_END_DECLS
