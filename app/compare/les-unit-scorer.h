/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "les-units.h"
#include "les-word-book.h"

G_BEGIN_DECLS

/**
 * LesUnitSide:
 * @document: the text
 * @tokens: its words
 * @units: (element-type LesUnit): what is compared
 * @book: what is known of its words
 * @settled: (nullable): for each unit, whether it has found its partner
 */
typedef struct
{
  LesDocument *document;
  const LesTokens *tokens;
  GArray *units;
  LesWordBook *book;
  const guint8 *settled;
} LesUnitSide;

/**
 * LesUnitScore:
 * @right: index of the right unit
 * @value: how likely both say the same, 0 to 1
 * @likeness: the same where the order of both texts speaks for the pair, so that
 *   less will do: short units and names count in full
 */
typedef struct
{
  guint right;
  float value;
  float likeness;
} LesUnitScore;

/**
 * LesUnitScorer:
 * @open: (transfer full): looks at all units of both texts once; both sides and
 *   the vocabulary outlive what it returns. Stops early when cancelled
 * @get_kinship: how far both texts speak of one thing, 0 to 1, whatever their
 *   sentences say of it; of the units that have not found their partner
 * @open_desk: (transfer full): room to score rows at; each thread has its own
 * @score_row: appends to @scores (element-type LesUnitScore) every right unit that
 *   has anything to do with the left unit, in any order
 * @explain: (transfer full) (nullable): what speaks for this pair, as one line
 *   of technical English
 * @close_desk: frees what @open_desk returned
 * @close: frees what @open returned
 *
 * Says for pairs of units how likely they state the same. The one place to put
 * in a better judgement. What @open returned is only read by the others, so that
 * several threads may score and explain.
 */
typedef struct
{
  gpointer (*open)      (const LesUnitSide *left,
                         const LesUnitSide *right,
                         LesVocabulary     *vocabulary,
                         GCancellable      *cancellable);
  float    (*get_kinship) (gpointer         self);
  gpointer (*open_desk) (gpointer           self);
  void     (*score_row) (gpointer           self,
                         gpointer           desk,
                         guint              left,
                         GArray            *scores);
  char    *(*explain)   (gpointer           self,
                         guint              left,
                         guint              right);
  void     (*close_desk) (gpointer          desk);
  void     (*close)     (gpointer           self);
} LesUnitScorer;

extern const LesUnitScorer les_statement_scorer;

G_END_DECLS
