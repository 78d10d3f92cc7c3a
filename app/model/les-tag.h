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
 * @LES_TAG_SHORTCUT: one or two letters or digits that give the tag, nullable;
 *   as les_tag_shortcut_dup_clean() makes it
 * @LES_TAG_KIND: NULL, or %LES_TAG_KIND_HEADING
 * @LES_TAG_GUID: by which another program knows it, when that is not its id
 */
typedef enum
{
  LES_TAG_NAME,
  LES_TAG_COLOR,
  LES_TAG_DESCRIPTION,
  LES_TAG_PARENT,
  LES_TAG_SHORTCUT,
  LES_TAG_KIND,
  LES_TAG_GUID,
  LES_TAG_N_STRINGS
} LesTagField;

/* A tag that only gathers others and is not given to passages. */
#define LES_TAG_KIND_HEADING "heading"

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
gboolean    les_tag_is_heading    (LesTag      *self);
char       *les_tag_name_dup_clean (const char *name);
gboolean    les_tag_name_equal    (const char  *a,
                                   const char  *b);
char       *les_tag_name_dup_key  (const char  *name);
char       *les_tag_shortcut_dup_clean (const char *typed);
gboolean    les_tag_color_is_valid (const char *color);
guint       les_tag_palette_get_n_colors (void);
const char *les_tag_palette_color (guint        index);

G_END_DECLS
