/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-record.h"

G_BEGIN_DECLS

/**
 * LesLinkField:
 * @LES_LINK_RELATION: "same", "contradicts", ..., "missing", or the id of a #LesRelation; never NULL
 * @LES_LINK_FROM: id of an annotation; never NULL
 * @LES_LINK_TO: id of an annotation, NULL when something is missing
 * @LES_LINK_MISSING_IN: id of the article that lacks it, NULL otherwise
 */
typedef enum
{
  LES_LINK_RELATION,
  LES_LINK_FROM,
  LES_LINK_TO,
  LES_LINK_MISSING_IN,
  LES_LINK_NOTE,
  LES_LINK_AUTHOR,
  LES_LINK_CREATED,
  LES_LINK_N_STRINGS
} LesLinkField;

#define LES_TYPE_LINK (les_link_get_type ())
G_DECLARE_FINAL_TYPE (LesLink, les_link, LES, LINK, LesRecord)

LesLink    *les_link_new (const char   *id,
                          const char   *relation,
                          const char   *from);
const char *les_link_get (LesLink      *self,
                          LesLinkField  field);
void        les_link_set (LesLink      *self,
                          LesLinkField  field,
                          const char   *value);

G_END_DECLS
