/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-fine-diff.h"
#include "les-match.h"
#include "les-project.h"

G_BEGIN_DECLS

typedef enum
{
  LES_SIDE_LEFT,
  LES_SIDE_RIGHT,
  LES_N_SIDES
} LesSide;

/**
 * LesLayers: what is drawn over the texts
 */
typedef enum
{
  LES_LAYER_TAKEN_OVER  = 1 << 0,   /* word for word or with changes */
  LES_LAYER_POSSIBLE    = 1 << 1,   /* in other words, possible */
  LES_LAYER_DIFFERENCES = 1 << 2,   /* word differences in the current match */
  LES_LAYER_UNMATCHED   = 1 << 3,   /* passages without counterpart */
  LES_LAYER_ANNOTATIONS = 1 << 4,
  LES_LAYER_LINKS       = 1 << 6,
  LES_LAYER_SHARED_COPY = 1 << 7,   /* dims what other articles of the project have too */
  LES_LAYER_REWORDED    = 1 << 8,   /* in other words, probable */
  LES_LAYER_QUOTATIONS  = 1 << 9,   /* words in quotation marks */
} LesLayers;

/* Every kind of match. */
#define LES_LAYER_MATCHES (LES_LAYER_TAKEN_OVER | LES_LAYER_REWORDED | LES_LAYER_POSSIBLE)

#define LES_LAYERS_DEFAULT (LES_LAYER_TAKEN_OVER | LES_LAYER_REWORDED | LES_LAYER_DIFFERENCES | LES_LAYER_ANNOTATIONS \
                            | LES_LAYER_LINKS)

LesLayers          les_match_get_layer                    (const LesMatch    *match);
LesTextRange       les_match_get_range                    (const LesMatch    *match,
                                                           LesSide            side);

#define LES_TYPE_SESSION_MATCHES (les_session_matches_get_type ())
G_DECLARE_FINAL_TYPE (LesSessionMatches, les_session_matches, LES, SESSION_MATCHES, GObject)

LesSessionMatches *les_session_matches_new                (LesProject        *project);

/* The pair and the engine */
void               les_session_matches_set_pair           (LesSessionMatches *self,
                                                           LesArticle        *left,
                                                           LesArticle        *right);
gboolean           les_session_matches_has_pair           (LesSessionMatches *self);
void               les_session_matches_compare            (LesSessionMatches *self);
void               les_session_matches_cancel             (LesSessionMatches *self);
gboolean           les_session_matches_get_busy           (LesSessionMatches *self);
LesMatchSet       *les_session_matches_get_kept_set       (LesSessionMatches *self);
LesFineDiff        les_session_matches_get_fine_diff      (LesSessionMatches *self);
void               les_session_matches_set_fine_diff      (LesSessionMatches *self,
                                                           LesFineDiff        fine_diff);

/* What the user rejected */
LesComparison     *les_session_matches_get_comparison     (LesSessionMatches *self);
guint              les_session_matches_get_n_rejected     (LesSessionMatches *self);
LesRejection       les_session_matches_get_rejected       (LesSessionMatches *self,
                                                           guint              index);
LesChange         *les_session_matches_change_rejected    (LesSessionMatches *self,
                                                           LesRejection       rejection,
                                                           gboolean           rejected);
void               les_session_matches_refresh            (LesSessionMatches *self);
LesMatchSet       *les_session_matches_get_rejected_set   (LesSessionMatches *self);

/* What is left of them */
guint              les_session_matches_get_n_kept         (LesSessionMatches *self);
const LesMatch    *les_session_matches_get_kept           (LesSessionMatches *self,
                                                           guint              index);
const LesShares   *les_session_matches_get_shares         (LesSessionMatches *self);

/* What the layers let through */
LesLayers          les_session_matches_get_layers         (LesSessionMatches *self);
void               les_session_matches_set_layers         (LesSessionMatches *self,
                                                           LesLayers          layers);
guint              les_session_matches_get_n_shown        (LesSessionMatches *self);
const LesMatch    *les_session_matches_get_shown          (LesSessionMatches *self,
                                                           guint              index);
int                les_session_matches_find_at            (LesSessionMatches *self,
                                                           LesSide            side,
                                                           int                offset);
int                les_session_matches_get_current        (LesSessionMatches *self);
void               les_session_matches_set_current        (LesSessionMatches *self,
                                                           int                index);
gboolean           les_session_matches_step               (LesSessionMatches *self,
                                                           int                step);

G_END_DECLS
