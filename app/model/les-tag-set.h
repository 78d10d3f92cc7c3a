/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-record.h"

G_BEGIN_DECLS

/**
 * LesTagSetField:
 * @LES_TAG_SET_NAME: never NULL in a project
 * @LES_TAG_SET_DESCRIPTION: nullable
 * @LES_TAG_SET_GUID: by which another program knows it, when that is not its id
 */
typedef enum
{
  LES_TAG_SET_NAME,
  LES_TAG_SET_DESCRIPTION,
  LES_TAG_SET_GUID,
  LES_TAG_SET_N_STRINGS
} LesTagSetField;

#define LES_TYPE_TAG_SET (les_tag_set_get_type ())
G_DECLARE_FINAL_TYPE (LesTagSet, les_tag_set, LES, TAG_SET, LesRecord)

LesTagSet          *les_tag_set_new      (const char         *id,
                                          const char         *name);
const char         *les_tag_set_get      (LesTagSet          *self,
                                          LesTagSetField      field);
const char * const *les_tag_set_get_tags (LesTagSet          *self);
void                les_tag_set_set_tags (LesTagSet          *self,
                                          const char * const *tags);
gboolean            les_tag_set_has_tag  (LesTagSet          *self,
                                          const char         *tag);

G_END_DECLS
