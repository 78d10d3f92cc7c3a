/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-link-picker.h"
#include "les-progress-card.h"
#include "les-search.h"
#include "les-tag-keys.h"
#include "les-tag-picker.h"
#include "les-welcome-page.h"
#include "les-window.h"
#include "les-work-page.h"

G_BEGIN_DECLS

/* What stands in a window that has room for one pane. */
typedef enum
{
  LES_NARROW_TEXTS,
  LES_NARROW_BROWSER,
  LES_NARROW_PANEL,
} LesNarrowPane;

/**
 * LesWindow:
 *
 * One window on one project: joins the browser, the texts and the panel, which
 * do not know each other, and owns the session and the keeper of its project.
 * Its commands are in les-SUBJECT-actions.c (see les-window-actions.h), adding
 * articles in les-adding.c, opening in les-opening.c, saving and closing in
 * les-saving.c, printing and exporting comparisons in les-comparison-output.c,
 * what is remembered in les-remembering.c.
 *
 * Signal "failed" (words) -> gboolean: something the user started went wrong;
 * TRUE from a handler keeps the dialog away.
 */
struct _LesWindow
{
  AdwApplicationWindow parent_instance;

  /* Template */
  AdwToastOverlay *toasts;
  LesProgressCard *progress;
  LesTagKeys *tag_keys;
  GtkStack *pages;
  LesWelcomePage *welcome;

  /* Borrowed from the template's stack; NULL until the project has an article */
  LesWorkPage *work;

  /* Owned */
  LesSession *session;
  LesKeeper *keeper;
  LesSearch *search;
  GSettings *settings;
  LesTagPicker *picker;
  LesLinkPicker *link_picker;
  GSignalGroup *session_signals;
  GSignalGroup *project_signals;
  GSignalGroup *history_signals;
  GSignalGroup *linking_signals;
  GSignalGroup *keeper_signals;
  GHashTable *origins;          /* article id -> GBytes, where the encoding was a guess */

  char *findings;               /* what could not be used of the project, in words; NULL when nothing is wrong */

  /* State */
  int n_working;
  gboolean wants_browser;       /* what the user asked for, room or not */
  gboolean wants_panel;
  LesNarrowPane narrow_pane;
  char *opened;                 /* ids of the articles that are open */
  AdwToast *undo_toast;         /* borrowed; offers to undo the last change */
  AdwToast *hint;               /* weak: the one that is shown; another takes its place */
  gboolean close_when_saved;
  gboolean arriving;            /* at the texts for the first time: what opens next gets the focus */
  gboolean travelling;          /* undoing or redoing */
  gboolean leaving;             /* the user said what becomes of unsaved work */
  gboolean offer_recovery;      /* once the project that is being read is shown */
};

/* les-window.c */
void          les_window_refresh          (LesWindow           *self);
void          les_window_toast            (LesWindow           *self,
                                           const char          *message,
                                           const char          *button_label,
                                           const char          *action_name);
void          les_window_hint             (LesWindow           *self,
                                           const char          *message);
void          les_window_tell_error       (LesWindow           *self,
                                           const char          *heading,
                                           const GError        *error,
                                           GFile               *file);
void          les_window_dismiss_undo     (LesWindow           *self);
char         *les_window_dup_file_name    (GFile               *file);
LesNoticeBar *les_window_get_notice       (LesWindow           *self);
GCancellable *les_window_begin_work       (LesWindow           *self,
                                           const char          *message);
void          les_window_end_work         (LesWindow           *self);
void          les_window_commit           (LesWindow           *self);
char         *les_window_dup_name         (LesWindow           *self);
void          les_window_fold             (LesWindow           *self);
void          les_window_show_view        (LesWindow           *self,
                                           const char          *name);

/* les-window-actions.c */
void          les_window_install_actions  (LesWindow           *self);
void          les_window_refresh_actions  (LesWindow           *self);

/* les-annotation-actions.c */
void          les_window_popup_picker     (LesWindow           *self,
                                           gboolean             start_in_note);

/* les-note-actions.c */
gboolean      les_window_search_notes     (LesWindow           *self);
void          les_window_commit_notes     (LesWindow           *self);

/* les-codebook-actions.c */
void          les_window_restore_tag_order (LesWindow          *self);

/* les-adding.c */
void          les_window_choose_articles  (LesWindow           *self);
void          les_window_choose_folder    (LesWindow           *self);
void          les_window_accept_drops     (LesWindow           *self);

/* les-opening.c */
void          les_window_choose_project   (LesWindow           *self);
void          les_window_reload           (LesWindow           *self);
void          les_window_recover          (LesWindow           *self);
void          les_window_show_findings    (LesWindow           *self);

/* les-saving.c */
void          les_window_save             (LesWindow           *self);
void          les_window_save_as          (LesWindow           *self);
void          les_window_save_to          (LesWindow           *self,
                                           GFile               *file);
void          les_window_export           (LesWindow           *self,
                                           const char          *format);
gboolean      les_window_ask_to_close     (LesWindow           *self);

/* les-comparison-output.c */
void          les_window_export_comparison (LesWindow          *self,
                                           const char          *format);
void          les_window_export_comparison_to (LesWindow       *self,
                                           const char          *format,
                                           GFile               *file);
void          les_window_print_comparison (LesWindow           *self);

/* les-view-actions.c */
void          les_window_apply_fine_diff  (LesWindow           *self);

/* les-remembering.c */
void          les_window_remember         (LesWindow           *self);
void          les_window_restore          (LesWindow           *self);

G_END_DECLS
