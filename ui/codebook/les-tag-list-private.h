/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-tag-list.h"
#include "les-tag-tree.h"

G_BEGIN_DECLS

/**
 * LesTagList:
 *
 * The codebook as a tree, with the number of annotations that carry each tag.
 * What can be done to the selected tags are actions of the window; the tree itself
 * is rearranged here by dragging. Keys and the menu are in les-tag-list-keys.c.
 *
 * Signal "tag-activated" (id): somebody wants to see its annotations. Signal
 * "selection-changed".
 */
struct _LesTagList
{
  LesPanel parent_instance;

  /* Template children */
  GtkWidget *box;
  GtkEditable *search;
  GtkStack *pages;
  GtkListView *list;
  GMenuModel *row_menu;

  /* Borrowed */
  LesSession *session;      /* as the panel holds it */

  /* Owned */
  LesTagTree *tree;
  GtkWidget *popover;
  GHashTable *collapsed;    /* ids of tags that were closed by hand */

  /* State */
  LesTagSort sort;
  guint refill_id;
};

/* les-tag-list.c; positions are those of the rows that are open */
GListModel     *les_tag_list_get_rows      (LesTagList         *self);
guint           les_tag_list_count_rows    (LesTagList         *self);
GtkTreeListRow *les_tag_list_ref_row       (LesTagList         *self,
                                            guint               position);
LesTagEntry    *les_tag_list_get_entry_at  (LesTagList         *self,
                                            guint               position);
guint           les_tag_list_find_selected (LesTagList         *self);

/* les-tag-list-keys.c */
void            les_tag_list_install_keys  (LesTagList         *self);
void            les_tag_list_listen_to_row (LesTagList         *self,
                                            GtkWidget          *row);

G_END_DECLS
