/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-fine-diff.h"
#include "les-history.h"
#include "les-related.h"
#include "les-session-matches.h"

G_BEGIN_DECLS

#define LES_TYPE_SESSION (les_session_get_type ())
G_DECLARE_FINAL_TYPE (LesSession, les_session, LES, SESSION, GObject)

LesSession        *les_session_new                (LesProject    *project);
LesProject        *les_session_get_project        (LesSession    *self);
LesHistory        *les_session_get_history        (LesSession    *self);
LesRelated        *les_session_get_related        (LesSession    *self);
void               les_session_perform            (LesSession    *self,
                                                   LesChange     *change);
void               les_session_perform_merged     (LesSession    *self,
                                                   LesChange     *change,
                                                   const char    *key);

/* What is open */
LesArticle        *les_session_get_article        (LesSession    *self,
                                                   LesSide        side);
const char        *les_session_get_article_id     (LesSession    *self,
                                                   LesSide        side);
void               les_session_open_article       (LesSession    *self,
                                                   LesSide        side,
                                                   const char    *id);
void               les_session_open_pair          (LesSession    *self,
                                                   const char    *left,
                                                   const char    *right);
void               les_session_swap_sides         (LesSession    *self);
gboolean           les_session_is_comparing       (LesSession    *self);
LesSide            les_session_get_active_side    (LesSession    *self);
void               les_session_set_active_side    (LesSession    *self,
                                                   LesSide        side);
gboolean           les_session_find_side          (LesSession    *self,
                                                   const char    *article,
                                                   LesSide       *out_side);

/* What the engine found */
LesMatchSet       *les_session_get_matches        (LesSession    *self);
LesMatchSet       *les_session_get_rejected_matches (LesSession  *self);
gboolean           les_session_get_busy           (LesSession    *self);
void               les_session_cancel_comparing   (LesSession    *self);
void               les_session_compare_again      (LesSession    *self);
guint              les_session_get_n_kept         (LesSession    *self);
const LesMatch    *les_session_get_kept           (LesSession    *self,
                                                   guint          index);
const LesShares   *les_session_get_shares         (LesSession    *self);
guint              les_session_get_n_shown        (LesSession    *self);
const LesMatch    *les_session_get_shown          (LesSession    *self,
                                                   guint          index);
int                les_session_get_current_match  (LesSession    *self);
void               les_session_set_current_match  (LesSession    *self,
                                                   int            index);
gboolean           les_session_step_match         (LesSession    *self,
                                                   int            step);
int                les_session_find_match_at      (LesSession    *self,
                                                   LesSide        side,
                                                   int            offset);

/* What the user looks at and has selected */
LesTextRange       les_session_get_selection      (LesSession    *self,
                                                   LesSide        side);
void               les_session_set_selection      (LesSession    *self,
                                                   LesSide        side,
                                                   LesTextRange   range);
const char        *les_session_get_annotation_id  (LesSession    *self);
LesAnnotation     *les_session_get_annotation     (LesSession    *self);
void               les_session_set_annotation_id  (LesSession    *self,
                                                   const char    *id);
const char        *les_session_get_query          (LesSession    *self);
void               les_session_set_query          (LesSession    *self,
                                                   const char    *query);
LesLayers          les_session_get_layers         (LesSession    *self);
void               les_session_set_layers         (LesSession    *self,
                                                   LesLayers      layers);
LesFineDiff        les_session_get_fine_diff      (LesSession    *self);
void               les_session_set_fine_diff      (LesSession    *self,
                                                   LesFineDiff    fine_diff);
gboolean           les_session_get_linked_scroll  (LesSession    *self);
void               les_session_set_linked_scroll  (LesSession    *self,
                                                   gboolean       linked);
const char        *les_session_get_author         (LesSession    *self);
void               les_session_set_author         (LesSession    *self,
                                                   const char    *author);

/* Tags at hand */
const char * const *les_session_get_recent_tags   (LesSession    *self);
void               les_session_note_tag_used      (LesSession    *self,
                                                   const char    *tag);
const char        *les_session_get_active_tag     (LesSession    *self);
void               les_session_set_active_tag     (LesSession    *self,
                                                   const char    *tag);

/* What the user decided about the open pair */
LesComparison     *les_session_get_comparison     (LesSession    *self);
guint              les_session_get_n_rejected     (LesSession    *self);
LesRejection       les_session_get_rejected       (LesSession    *self,
                                                   guint          index);
void               les_session_set_rejected       (LesSession    *self,
                                                   LesRejection   rejection,
                                                   gboolean       rejected);

void               les_session_reveal             (LesSession    *self,
                                                   LesSide        side,
                                                   LesTextRange   range);

G_END_DECLS
