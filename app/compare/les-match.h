/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-shares.h"
#include "les-text-range.h"
#include "les-types.h"

G_BEGIN_DECLS

/**
 * LesMatchKind:
 * @LES_MATCH_VERBATIM: the same words, apart from case, punctuation and quotation marks
 * @LES_MATCH_EDITED: taken over with changes
 * @LES_MATCH_REWORDED: the same statement or fact in other words
 */
typedef enum
{
  LES_MATCH_VERBATIM,
  LES_MATCH_EDITED,
  LES_MATCH_REWORDED,
} LesMatchKind;

/**
 * LesMatchGrade:
 * @LES_GRADE_POSSIBLE: shown on demand
 * @LES_GRADE_PROBABLE: shown quietly
 * @LES_GRADE_ASSERTED: taken over, shown as certain
 */
typedef enum
{
  LES_GRADE_POSSIBLE,
  LES_GRADE_PROBABLE,
  LES_GRADE_ASSERTED,
} LesMatchGrade;

/**
 * LesDetailKind: what disagrees inside a match
 */
typedef enum
{
  LES_DETAIL_NUMBER,
  LES_DETAIL_DATE,
  LES_DETAIL_NAME,
  LES_DETAIL_NEGATION,
  LES_DETAIL_HEDGE,
  LES_DETAIL_QUOTATION,
} LesDetailKind;

/**
 * LesDifference:
 *
 * A place inside a match where the words differ. One side is empty where the
 * other has something more.
 */
typedef struct
{
  LesTextRange left;
  LesTextRange right;
  gboolean moved;      /* the same words stand elsewhere in the match */
} LesDifference;

typedef struct
{
  LesDetailKind kind;
  LesTextRange left;
  LesTextRange right;
} LesDetail;

/**
 * LesMatchEnds: a passage of the left text and one of the right
 */
typedef struct
{
  LesTextRange left;
  LesTextRange right;
} LesMatchEnds;

/**
 * LesMatch:
 *
 * Two passages, one in each article, that the program found to say the same.
 * Ranges count Unicode characters of the two texts. Belongs to a #LesMatchSet
 * and never changes.
 */
typedef struct
{
  LesTextRange left;
  LesTextRange right;
  LesMatchKind kind;
  LesMatchGrade grade;
  gboolean moved;             /* off the longest chain that both texts have in one order */
  int score;                  /* thousandths */
  char *evidence;             /* technical English, one line; nullable */
  const GArray *differences;  /* of LesDifference, in the order of the left text */
  const GArray *details;      /* of LesDetail */
  GArray *parts;              /* of LesMatchEnds: the matches that were joined to this one; NULL if none were */
} LesMatch;

#define LES_TYPE_MATCH_SET (les_match_set_get_type ())

GType les_match_set_get_type (void);

LesMatchSet    *les_match_set_new          (void);
LesMatchSet    *les_match_set_ref          (LesMatchSet  *self);
void            les_match_set_unref        (LesMatchSet  *self);

void            les_match_set_take         (LesMatchSet  *self,
                                            LesMatch     *match);
LesMatch       *les_match_new              (LesTextRange  left,
                                            LesTextRange  right,
                                            LesMatchKind  kind,
                                            LesMatchGrade grade,
                                            int           score);
void            les_match_free             (LesMatch     *match);
GArray         *les_match_edit_differences (LesMatch     *match);
GArray         *les_match_edit_details     (LesMatch     *match);
char           *les_match_dup_count_line   (guint         n_equal,
                                            guint         n_left,
                                            guint         n_right);
void            les_match_set_set_shared   (LesMatchSet  *self,
                                            int           left,
                                            int           right);
void            les_match_set_set_shares   (LesMatchSet  *self,
                                            const LesShares *shares);

guint           les_match_set_get_n        (LesMatchSet  *self);
const LesMatch *les_match_set_get          (LesMatchSet  *self,
                                            guint         index);
int             les_match_set_get_shared_left  (LesMatchSet *self);
int             les_match_set_get_shared_right (LesMatchSet *self);
const LesShares *les_match_set_get_shares   (LesMatchSet  *self);
GPtrArray      *les_match_set_list_graded  (LesMatchSet  *self,
                                            LesMatchGrade min_grade);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LesMatchSet, les_match_set_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LesMatch, les_match_free)

G_END_DECLS
