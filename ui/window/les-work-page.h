/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "les-annotation-panel.h"
#include "les-browser.h"
#include "les-compare-view.h"
#include "les-folding-bin.h"
#include "les-link-panel.h"
#include "les-match-panel.h"
#include "les-notice-bar.h"
#include "les-review-panel.h"
#include "les-status-bar.h"
#include "les-tag-list.h"

G_BEGIN_DECLS

#define LES_TYPE_WORK_PAGE (les_work_page_get_type ())
G_DECLARE_FINAL_TYPE (LesWorkPage, les_work_page, LES, WORK_PAGE, AdwBin)

/**
 * LesWorkPage:
 *
 * What a window shows once its project has an article: browser, texts and
 * panel, each with its part of the header bar. Made when it is first needed,
 * so that the window itself is there at once. The window's own code reads the
 * children; nobody else does.
 *
 * Signals: "fold": another number of panes has room; "tag-activated" (id): its
 * annotations are wanted.
 */
struct _LesWorkPage
{
  AdwBin parent_instance;

  /* Template */
  LesFoldingBin *folding;
  GtkPaned *outer;
  GtkPaned *inner;
  GtkWidget *browser_pane;
  AdwHeaderBar *browser_header;
  GtkWidget *browser_back;
  GtkWidget *text_pane;
  GtkWidget *panel_pane;
  AdwHeaderBar *panel_header;
  GtkWidget *panel_back;
  AdwHeaderBar *text_header;
  AdwWindowTitle *title;
  GtkWidget *undo_button;
  GtkWidget *redo_button;
  GtkWidget *linked_button;
  GtkWidget *views_back;
  LesNoticeBar *notice;
  LesBrowser *browser;
  GtkStack *views;
  LesCompareView *compare_view;
  GtkStack *panel_pages;
  LesAnnotationPanel *annotation_panel;
  LesMatchPanel *match_panel;
  LesReviewPanel *review_panel;
  LesLinkPanel *link_panel;
  LesTagList *tag_list;
  LesStatusBar *status;
};

LesWorkPage *les_work_page_new            (void);
void         les_work_page_set_session    (LesWorkPage *self,
                                           LesSession  *session,
                                           LesSearch   *search);
void         les_work_page_show_view      (LesWorkPage *self,
                                           const char  *name);
void         les_work_page_focus_view     (LesWorkPage *self);
const char  *les_work_page_get_view       (LesWorkPage *self);
const char  *les_work_page_get_view_title (LesWorkPage *self);

G_END_DECLS
