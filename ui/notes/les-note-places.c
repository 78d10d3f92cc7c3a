/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-note-places.h"

static LesSide
open_article (LesSession *session, const char *article)
{
  LesSide side = les_session_get_active_side (session);

  if (!les_session_find_side (session, article, &side))
    les_session_open_article (session, side, article);
  les_session_find_side (session, article, &side);
  les_session_set_active_side (session, side);
  return side;
}

static void
focus_text (GtkWidget *widget, LesSide side)
{
  gtk_widget_activate_action (widget, side == LES_SIDE_LEFT ? "win.focus-left" : "win.focus-right", NULL);
}

/* The texts come first: a text that is not shown cannot be scrolled. */
static void
go_to_annotation (GtkWidget *widget, LesSession *session, const char *id)
{
  LesAnnotation *annotation = les_project_get_annotation (les_session_get_project (session), id);
  LesSide side;

  if (annotation == NULL)
    return;
  gtk_widget_activate_action (widget, "win.view", "s", "texts");
  side = open_article (session, les_annotation_get (annotation, LES_ANNOTATION_ARTICLE));
  les_session_set_annotation_id (session, id);
  les_session_reveal (session, side, les_annotation_get_range (annotation));
  focus_text (widget, side);
}

static void
go_to_comparison (GtkWidget *widget, LesSession *session, LesComparison *comparison)
{
  les_session_open_pair (session, les_comparison_get (comparison, LES_COMPARISON_LEFT),
                         les_comparison_get (comparison, LES_COMPARISON_RIGHT));
  gtk_widget_activate_action (widget, "win.view", "s", "texts");
}

static void
go_to_article (GtkWidget *widget, LesSession *session, const char *id)
{
  gtk_widget_activate_action (widget, "win.view", "s", "texts");
  focus_text (widget, open_article (session, id));
}

/**
 * les_note_places_show:
 * @widget: in the window whose texts are shown
 * @record: of the session's project
 *
 * Shows an annotation, the first passage of a link, a pair or an article in the
 * texts, which get the focus.
 *
 * Returns: FALSE when @record has no place there
 */
gboolean
les_note_places_show (GtkWidget *widget, LesSession *session, LesRecord *record)
{
  if (LES_IS_ANNOTATION (record))
    go_to_annotation (widget, session, les_record_get_id (record));
  else if (LES_IS_LINK (record))
    go_to_annotation (widget, session, les_link_get (LES_LINK (record), LES_LINK_FROM));
  else if (LES_IS_COMPARISON (record))
    go_to_comparison (widget, session, LES_COMPARISON (record));
  else if (LES_IS_ARTICLE (record))
    go_to_article (widget, session, les_record_get_id (record));
  else
    return FALSE;
  return TRUE;
}
