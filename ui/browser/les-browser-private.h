/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-article-filters.h"
#include "les-article-row.h"
#include "les-browser.h"
#include "les-comparisons.h"
#include "les-similar-list.h"

G_BEGIN_DECLS

/**
 * LesBrowser:
 *
 * The articles of the project: search in all of them while typing, filter,
 * sort, select, open; the saved comparisons below. What is done with an
 * article is an action of the window, called with its id. Which article to
 * show is worked out in LesArticleList; here is only what is about widgets.
 * Rows, keys with the context menu, and words have files of their own.
 */
struct _LesBrowser
{
  LesPanel parent_instance;

  /* Template children */
  GtkSearchEntry *entry;
  GtkMenuButton *filter_button;
  GtkMenuButton *sort_button;
  LesArticleFilters *filter_popover;
  GtkWidget *chips;
  GtkLabel *title;
  GtkStack *stack;
  GtkListView *list_view;
  GtkLabel *no_hits_label;
  GtkButton *clear_button;
  GtkWidget *selection_bar;
  GtkLabel *selection_label;
  GtkWidget *compare_button;
  LesSimilarList *similar;
  LesComparisons *comparisons;
  GtkWidget *menu;

  /* Borrowed */
  LesSession *session;      /* as the panel holds it */

  /* Owned */
  LesSearch *search;
  LesArticleList *articles;
  GtkMultiSelection *selection;
  GSimpleActionGroup *actions;
  GHashTable *selected;

  /* State */
  gboolean refreshing;
  guint search_stamp;      /* goes up whenever the rows have to be described again */
  guint describe_idle;
};

/* les-browser.c */
GStrv          les_browser_dup_target_ids   (LesBrowser     *self);
LesArticleRow *les_browser_find_focused_row (LesBrowser     *self);
void           les_browser_open_article     (LesBrowser     *self,
                                             const char     *id);
void           les_browser_stop_search      (LesBrowser     *self);

/* les-browser-rows.c */
void           les_browser_show_rows        (LesBrowser     *self);
void           les_browser_queue_describing (LesBrowser     *self);

/* les-browser-keys.c */
void           les_browser_add_list_keys    (LesBrowser     *self);
void           les_browser_listen_to_row    (LesBrowser     *self,
                                             GtkWidget      *row);

/* les-browser-words.c */
char          *les_browser_dup_title        (LesArticleList *articles);
char          *les_browser_dup_no_hits      (LesArticleList *articles);
const char    *les_browser_get_clear_label  (LesArticleList *articles);

G_END_DECLS
