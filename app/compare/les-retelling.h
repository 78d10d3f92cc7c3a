/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * LesUnitTable:
 * @n_left: how many units the left text has
 * @n_right: how many units the right text has
 * @left_words: for each left unit, how many words
 * @right_words: for each right unit, how many words
 * @likeness: for each left unit a row of @n_right: how alike both are, 0 to 1
 *
 * Two short texts, every sentence against every other.
 */
typedef struct
{
  guint n_left;
  guint n_right;
  guint *left_words;
  guint *right_words;
  float *likeness;
} LesUnitTable;

/**
 * LesUnitBlock:
 * @left: the first left unit
 * @n_left: how many of them
 * @right: the first right unit
 * @n_right: how many of them
 *
 * Units that say the same together: one against one or several.
 */
typedef struct
{
  guint left;
  guint n_left;
  guint right;
  guint n_right;
} LesUnitBlock;

LesUnitTable *les_unit_table_new            (guint               n_left,
                                             guint               n_right);
void          les_unit_table_free           (LesUnitTable       *self);
float        *les_unit_table_get_row        (const LesUnitTable *self,
                                             guint               left);

gboolean      les_retelling_keeps_order     (const LesUnitTable *table);
GArray       *les_retelling_align           (const LesUnitTable *table);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LesUnitTable, les_unit_table_free)

G_END_DECLS
