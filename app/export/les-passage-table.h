/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-session.h"

G_BEGIN_DECLS

/**
 * LesPassageRow:
 * @match: (nullable): what joins both passages; NULL: for the one that there is
 *   no counterpart was found
 * @left: empty if the passage is the right text's only
 * @right: empty if the passage is the left text's only
 */
typedef struct
{
  const LesMatch *match;
  LesTextRange left;
  LesTextRange right;
} LesPassageRow;

typedef struct _LesPassageTable LesPassageTable;

LesPassageTable     *les_passage_table_new             (LesArticle      *left,
                                                        LesArticle      *right,
                                                        LesMatchSet     *matches);
LesPassageTable     *les_passage_table_new_for_session (LesSession      *session);
LesPassageTable     *les_passage_table_ref             (LesPassageTable *self);
void                 les_passage_table_unref           (LesPassageTable *self);

LesArticle          *les_passage_table_get_article     (LesPassageTable *self,
                                                        LesSide          side);
LesText             *les_passage_table_get_text        (LesPassageTable *self,
                                                        LesSide          side);
guint                les_passage_table_get_n_rows      (LesPassageTable *self);
const LesPassageRow *les_passage_table_get_row         (LesPassageTable *self,
                                                        guint            index);
LesTextRange         les_passage_row_get_range         (const LesPassageRow *row,
                                                        LesSide          side);
GArray              *les_passage_row_get_pieces        (const LesPassageRow *row,
                                                        LesSide          side);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LesPassageTable, les_passage_table_unref)

G_END_DECLS
