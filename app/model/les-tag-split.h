/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-project.h"

G_BEGIN_DECLS

/**
 * LesSplitBy: what parts the annotations of a tag
 */
typedef enum
{
  LES_SPLIT_BY_ARTICLE,
  LES_SPLIT_BY_OUTLET,
  LES_SPLIT_BY_SPEAKER,
  LES_SPLIT_BY_TAG,
  LES_SPLIT_BY_WORDS,
} LesSplitBy;

/**
 * LesSplitPart:
 * @key: id of the article or tag; the outlet; the speaker; empty where it is not known
 * @label: (nullable): what it is called; NULL where it is not known
 * @n_annotations: how many annotations of the tag are in it
 */
typedef struct
{
  char *key;
  char *label;
  guint n_annotations;
} LesSplitPart;

/**
 * LesTagSplit: how to split
 * @keys: the parts that leave the tag; not for words
 * @words: (nullable): for words: what stands in the passage or its note
 * @name: (nullable): of the new tag; NULL for a tag of its own for each part
 * @below: whether new tags go below the tag, not beside it
 * @keep: whether the annotations keep the old tag as well
 */
typedef struct
{
  LesSplitBy by;
  const char * const *keys;
  const char *words;
  const char *name;
  gboolean below;
  gboolean keep;
} LesTagSplit;

GPtrArray *les_tag_split_list_parts (LesProject        *project,
                                     const char        *tag,
                                     LesSplitBy         by);
LesChange *les_tag_split_perform    (LesProject        *project,
                                     const char        *tag,
                                     const LesTagSplit *split);

G_END_DECLS
