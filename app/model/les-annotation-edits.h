/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-project.h"

G_BEGIN_DECLS

/*
 * Changes of annotations as whole objects, beside les-edits.h: each is one step,
 * and tags, notes and links survive it. Offsets are Unicode characters of the
 * article's text.
 */

LesChange *les_annotation_edits_set_importance (LesProject   *project,
                                                const char   *id,
                                                guint         importance);
LesChange *les_annotation_edits_split          (LesProject   *project,
                                                const char   *id,
                                                int           offset,
                                                char        **out_id);
LesChange *les_annotation_edits_join           (LesProject   *project,
                                                const char   *id,
                                                const char   *other);

G_END_DECLS
