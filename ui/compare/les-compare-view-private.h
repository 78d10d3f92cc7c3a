/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-compare-view.h"
#include "les-link-lines.h"
#include "les-pane.h"
#include "les-ribbons.h"
#include "les-scroll-link.h"

G_BEGIN_DECLS

/**
 * LesCompareView:
 *
 * One article to read, or two side by side with ribbons between them; where there
 * is no room for that, one above the other with ribbons beside them. Follows the
 * session: what is open, the current match, what is to be revealed. Takes how the
 * text looks from the settings of the program.
 *
 * What is brought to one height, the places of a search, and what the other report
 * says about a passage have files of their own.
 */
struct _LesCompareView
{
  LesPanel parent_instance;

  /* Template */
  GtkWidget *empty;
  LesRibbons *ribbons;
  LesLinkLines *links;

  /* Borrowed */
  LesSession *session;      /* as the panel holds it */

  /* Owned */
  GtkWidget *panes[LES_N_SIDES];
  LesScrollLink *link;
  GSettings *settings;
  char *reading_font;
  GtkWidget *popover;           /* with what the other report says; nullable */

  /* State */
  LesSide asking_side;
  LesTextRange asking;          /* what the popover is about */
  int text_size;
  int text_measure;
  gboolean stacked;
  LesTextRange current[LES_N_SIDES];   /* what was brought to one height: a match or a part of it; empty for none */
};

/* les-compare-view.c */
LesReader *les_compare_view_get_reader     (LesCompareView *self,
                                            LesSide         side);
gboolean   les_compare_view_is_open        (LesCompareView *self,
                                            LesSide         side);
gboolean   les_compare_view_is_comparing   (LesCompareView *self);

/* les-compare-view-levels.c */
void       les_compare_view_follow_session (LesCompareView *self);
void       les_compare_view_follow_links   (LesCompareView *self);
void       les_compare_view_unfollow_links (LesCompareView *self);

G_END_DECLS
