/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-record.h"

G_BEGIN_DECLS

/**
 * LesTagField:
 * @LES_TAG_NAME: what the user calls it; never NULL in a project
 * @LES_TAG_COLOR: #RRGGBB; never NULL in a project
 * @LES_TAG_DESCRIPTION: nullable
 * @LES_TAG_PARENT: id of the tag above, NULL at the root
 */
typedef enum
{
  LES_TAG_NAME,
  LES_TAG_COLOR,
  LES_TAG_DESCRIPTION,
  LES_TAG_PARENT,
  LES_TAG_N_STRINGS
} LesTagField;

#define LES_TYPE_TAG (les_tag_get_type ())
G_DECLARE_FINAL_TYPE (LesTag, les_tag, LES, TAG, LesRecord)

LesTag     *les_tag_new           (const char  *id,
                                   const char  *name,
                                   const char  *color);
const char *les_tag_get           (LesTag      *self,
                                   LesTagField  field);
void        les_tag_set           (LesTag      *self,
                                   LesTagField  field,
                                   const char  *value);
char       *les_tag_name_dup_clean (const char *name);
gboolean    les_tag_name_equal    (const char  *a,
                                   const char  *b);
const char *les_tag_palette_color (guint        index);

G_END_DECLS
