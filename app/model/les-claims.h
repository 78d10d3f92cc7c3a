/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-project.h"

G_BEGIN_DECLS

/**
 * LesVerdict: what a link says about the passage of a cell
 * @relation: built-in, or the id of a #LesRelation
 * @of_origin: whether the passage is the one that the link comes from, as in
 *   les_relations_get_words()
 * @column: of the passage that it is measured by
 */
typedef struct
{
  const char *relation;
  gboolean of_origin;
  guint column;
} LesVerdict;

/**
 * LesClaimCell: what one article has of a statement
 * @annotations: (element-type LesAnnotation): in text order; empty when it has none
 * @verdicts: (element-type LesVerdict): each once; those that measure it by the
 *   first cell, else those that measure it by any other; none for the first cell
 * @missing: whether the user says that the article lacks it
 */
typedef struct
{
  GPtrArray *annotations;
  GArray *verdicts;
  gboolean missing;
} LesClaimCell;

/**
 * LesClaim: one statement: passages that links join, by article
 * @cells: (element-type LesClaimCell): one for each column
 * @first: index of the first cell with a passage
 * @links: (element-type LesLink): that make it, borrowed from the project
 */
typedef struct
{
  GPtrArray *cells;
  guint first;
  GPtrArray *links;
} LesClaim;

#define LES_TYPE_CLAIMS (les_claims_get_type ())
G_DECLARE_FINAL_TYPE (LesClaims, les_claims, LES, CLAIMS, GObject)

LesClaims      *les_claims_new           (LesProject    *project);
GPtrArray      *les_claims_get_articles  (LesClaims     *self);
guint           les_claims_get_n         (LesClaims     *self);
const LesClaim *les_claims_get           (LesClaims     *self,
                                          guint          index);
const LesClaimCell *les_claim_get_cell   (const LesClaim *claim,
                                          guint          column);
gboolean        les_claim_equal          (const LesClaim *a,
                                          const LesClaim *b);
GArray         *les_claims_diff          (LesClaims     *self,
                                          const LesClaim *claim,
                                          guint          column,
                                          LesAnnotation *annotation);
gboolean        les_claim_has_tag        (const LesClaim *claim,
                                          const char    *tag);
gboolean        les_claim_has_speaker    (const LesClaim *claim,
                                          const char    *speaker);
gboolean        les_claim_has_relation   (const LesClaim *claim,
                                          const char    *relation);

G_END_DECLS
