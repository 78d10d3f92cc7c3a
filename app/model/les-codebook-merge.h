/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-project.h"

G_BEGIN_DECLS

/**
 * LesCodebookTag: a tag as a file has it
 * @guid: (nullable): by what the file knows it
 * @name: clean, never empty
 * @description: (nullable):
 * @color: (nullable): #RRGGBB
 * @shortcut: (nullable): clean
 * @heading: 1: only gathers others; 0: not; -1: the file does not say
 * @parent: index of the tag above, always smaller than its own; -1 at the root
 * @has_children: whether it is the parent of another one
 */
typedef struct
{
  char *guid;
  char *name;
  char *description;
  char *color;
  char *shortcut;
  int heading;
  int parent;
  gboolean has_children;
} LesCodebookTag;

/**
 * LesCodebookSet: a set of tags as a file has it
 * @members: (element-type guint): indices of tags
 */
typedef struct
{
  char *guid;
  char *name;
  char *description;
  GArray *members;
} LesCodebookSet;

/**
 * LesCodebook: what stands in a codebook file, before it is in a project
 * @tags: (element-type LesCodebookTag)
 * @sets: (element-type LesCodebookSet)
 * @n_cleaned: names that had to be altered: too long, line breaks, none at all
 * @n_skipped: rows without a name, members of sets that are nowhere
 */
typedef struct
{
  GPtrArray *tags;
  GPtrArray *sets;
  guint n_cleaned;
  guint n_skipped;
} LesCodebook;

LesCodebook     *les_codebook_new           (void);
void             les_codebook_free          (LesCodebook   *self);
LesCodebookTag  *les_codebook_append_tag    (LesCodebook   *self,
                                             const char    *name,
                                             const char    *guid,
                                             int            parent);
void             les_codebook_set_color     (LesCodebookTag *tag,
                                             const char    *color);
LesCodebookSet  *les_codebook_append_set    (LesCodebook   *self,
                                             const char    *name,
                                             const char    *guid);

/**
 * LesCodebookDetail: what of a tag an import changes
 */
typedef enum
{
  LES_CODEBOOK_NAME        = 1 << 0,
  LES_CODEBOOK_COLOR       = 1 << 1,
  LES_CODEBOOK_DESCRIPTION = 1 << 2,
  LES_CODEBOOK_SHORTCUT    = 1 << 3,
  LES_CODEBOOK_KIND        = 1 << 4,
  LES_CODEBOOK_GUID        = 1 << 5,
} LesCodebookDetail;

/**
 * LesCodebookStep: what becomes of one tag
 * @tag: as it will be
 * @before: (nullable): as it is; NULL for a new one
 * @details: what is changed; 0 for nothing
 */
typedef struct
{
  LesTag *tag;
  LesTag *before;
  guint details;
} LesCodebookStep;

/**
 * LesCodebookPlan: what an import would do
 * @change: ready to be performed; one step of undoing
 * @steps: (element-type LesCodebookStep): in the order of the file
 * @n_sets: sets that are added or changed
 */
typedef struct
{
  LesChange *change;
  GPtrArray *steps;
  guint n_added;
  guint n_changed;
  guint n_same;
  guint n_sets;
} LesCodebookPlan;

LesCodebookPlan *les_codebook_plan_new      (LesProject        *project,
                                             const LesCodebook *codebook);
void             les_codebook_plan_free     (LesCodebookPlan   *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LesCodebook, les_codebook_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LesCodebookPlan, les_codebook_plan_free)

G_END_DECLS
