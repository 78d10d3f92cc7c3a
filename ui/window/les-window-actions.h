/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-window-private.h"

G_BEGIN_DECLS

/* What the files of the window's commands share, one file a subject. Each has
 * a table of its commands, adds it to the window, and says when they can be used. */

void les_window_enable_action    (LesWindow          *self,
                                  const char         *name,
                                  gboolean            enabled);
void les_window_enable_actions   (LesWindow          *self,
                                  const char * const *names,
                                  gboolean            enabled);
void les_window_set_action_state (LesWindow          *self,
                                  const char         *name,
                                  GVariant           *state);

void les_window_install_project_actions    (LesWindow *self);
void les_window_install_article_actions    (LesWindow *self);
void les_window_install_comparison_actions (LesWindow *self);
void les_window_install_annotation_actions (LesWindow *self);
void les_window_install_passage_actions    (LesWindow *self);
void les_window_install_correction_actions (LesWindow *self);
void les_window_install_link_actions       (LesWindow *self);
void les_window_install_note_actions       (LesWindow *self);
void les_window_install_codebook_actions   (LesWindow *self);
void les_window_install_pane_actions       (LesWindow *self);
void les_window_install_view_actions       (LesWindow *self);

void les_window_refresh_project_actions    (LesWindow *self);
void les_window_refresh_article_actions    (LesWindow *self);
void les_window_refresh_comparison_actions (LesWindow *self);
void les_window_refresh_annotation_actions (LesWindow *self);
void les_window_refresh_passage_actions    (LesWindow *self);
void les_window_refresh_correction_actions (LesWindow *self);
void les_window_refresh_link_actions       (LesWindow *self);
void les_window_refresh_note_actions       (LesWindow *self);
void les_window_refresh_codebook_actions   (LesWindow *self);
void les_window_refresh_pane_actions       (LesWindow *self);
void les_window_refresh_view_actions       (LesWindow *self);

gboolean    les_window_has_articles  (LesWindow  *self);
gboolean    les_window_has_selection (LesWindow  *self);
gboolean    les_window_has_passage   (LesWindow  *self);
const char *les_window_id_or_active  (LesWindow  *self,
                                      const char *id);
LesSide     les_side_from_word       (const char *word);

/* les-pane-actions.c */
void        les_window_show_browser  (LesWindow  *self);
void        les_window_show_page     (LesWindow  *self,
                                      const char *name);
void        les_window_focus_side    (LesWindow  *self,
                                      LesSide     side);

/* les-comparison-actions.c */
void        les_window_compare       (LesWindow  *self,
                                      const char *left,
                                      const char *right);

/* les-passage-actions.c */
void        les_window_take_sentence (LesWindow    *self);
GtkWidget  *les_window_find_passage  (LesWindow    *self,
                                      LesSide       side,
                                      LesTextRange  range,
                                      GdkRectangle *area);

G_END_DECLS
