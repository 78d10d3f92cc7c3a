/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-record.h"

G_BEGIN_DECLS

/**
 * LesRelationField:
 * @LES_RELATION_NAME: what the user calls it; never NULL in a project
 * @LES_RELATION_COLOR: #RRGGBB; never NULL in a project
 * @LES_RELATION_DIRECTION: "one-way" when it says something about the passage
 *   that a link leads to; NULL when it holds both ways
 */
typedef enum
{
  LES_RELATION_NAME,
  LES_RELATION_COLOR,
  LES_RELATION_DIRECTION,
  LES_RELATION_N_STRINGS
} LesRelationField;

#define LES_RELATION_ONE_WAY "one-way"

#define LES_TYPE_RELATION (les_relation_get_type ())
G_DECLARE_FINAL_TYPE (LesRelation, les_relation, LES, RELATION, LesRecord)

LesRelation *les_relation_new         (const char       *id,
                                       const char       *name,
                                       const char       *color);
const char  *les_relation_get         (LesRelation      *self,
                                       LesRelationField  field);
void         les_relation_set         (LesRelation      *self,
                                       LesRelationField  field,
                                       const char       *value);
gboolean     les_relation_is_directed (LesRelation      *self);

G_END_DECLS
