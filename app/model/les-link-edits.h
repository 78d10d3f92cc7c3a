/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-relations.h"

G_BEGIN_DECLS

/**
 * LesPassage: one end of a link that is to be made
 * @article: id
 * @range: trimmed, Unicode characters
 * @annotation: (nullable): id; NULL takes the annotation with these bounds, or
 *   makes one without tags
 */
typedef struct
{
  const char *article;
  LesTextRange range;
  const char *annotation;
} LesPassage;

LesLink   *les_link_edits_find            (LesProject       *project,
                                           const char       *relation,
                                           const LesPassage *from,
                                           const LesPassage *to,
                                           const char       *missing_in);
LesChange *les_link_edits_add             (LesProject       *project,
                                           const char       *relation,
                                           const LesPassage *from,
                                           const LesPassage *to,
                                           const char       *missing_in,
                                           const char       *author,
                                           char            **out_id);
LesChange *les_link_edits_remove          (LesProject       *project,
                                           const char       *id);
LesChange *les_link_edits_set_relation    (LesProject       *project,
                                           const char       *id,
                                           const char       *relation);
LesChange *les_link_edits_set_note        (LesProject       *project,
                                           const char       *id,
                                           const char       *note);
LesChange *les_link_edits_turn            (LesProject       *project,
                                           const char       *id);

LesChange *les_link_edits_add_relation    (LesProject       *project,
                                           const char       *name,
                                           char            **out_id);
LesChange *les_link_edits_replace_relation (LesRelation     *relation);
LesChange *les_link_edits_remove_relation (LesProject       *project,
                                           const char       *id);

G_END_DECLS
