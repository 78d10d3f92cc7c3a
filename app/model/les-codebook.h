/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-project.h"

G_BEGIN_DECLS

/*
 * The tags of a project as a tree: what can be asked about it. How it is
 * altered stands in les-codebook-edits.h.
 */

/* More than the palette has. */
#define LES_CODEBOOK_MAX_COLORS 64

GPtrArray  *les_codebook_ref_children    (LesProject  *project,
                                          const char  *parent);
GHashTable *les_codebook_index_children  (LesProject  *project);
gboolean    les_codebook_is_below        (LesProject  *project,
                                          const char  *id,
                                          const char  *above);
char       *les_codebook_dup_path        (LesProject  *project,
                                          LesTag      *tag,
                                          const char  *separator);
char       *les_codebook_dup_next        (LesProject  *project,
                                          const char  *id,
                                          const char * const *except);
LesTag     *les_codebook_find_named      (LesProject  *project,
                                          const char  *name,
                                          const char  *parent,
                                          const char  *except);
const char *les_codebook_get_free_color  (LesProject  *project);
void        les_codebook_count_colors    (LesProject  *project,
                                          guint       *counts);
const char *les_codebook_take_color      (guint       *counts);

LesTag     *les_codebook_find_conflict   (LesProject  *project,
                                          const char  *shortcut,
                                          const char  *except);
LesTag     *les_codebook_find_shortcut   (LesProject  *project,
                                          const char  *typed,
                                          gboolean    *may_go_on);

char       *les_codebook_dup_guid        (LesRecord   *record);
char       *les_codebook_dup_guid_key    (const char  *guid);
gboolean    les_codebook_is_guid         (const char  *guid);

LesTagSet  *les_codebook_find_set        (LesProject  *project,
                                          const char  *name);
char       *les_codebook_dup_sets_of     (LesProject  *project,
                                          const char  *tag);

G_END_DECLS
