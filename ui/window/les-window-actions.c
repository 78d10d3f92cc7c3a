/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-window-actions.h"

/* What the files of the window's commands share. What a command is called in
 * menus and shortcuts, in tests and over D-Bus is the name in the table of its file. */

void
les_window_install_actions (LesWindow *self)
{
  les_window_install_project_actions (self);
  les_window_install_article_actions (self);
  les_window_install_comparison_actions (self);
  les_window_install_annotation_actions (self);
  les_window_install_passage_actions (self);
  les_window_install_correction_actions (self);
  les_window_install_link_actions (self);
  les_window_install_note_actions (self);
  les_window_install_codebook_actions (self);
  les_window_install_pane_actions (self);
  les_window_install_view_actions (self);
}

/** Switches each command on or off as the session is, and shows its state. */
void
les_window_refresh_actions (LesWindow *self)
{
  les_window_refresh_project_actions (self);
  les_window_refresh_article_actions (self);
  les_window_refresh_comparison_actions (self);
  les_window_refresh_annotation_actions (self);
  les_window_refresh_passage_actions (self);
  les_window_refresh_correction_actions (self);
  les_window_refresh_link_actions (self);
  les_window_refresh_note_actions (self);
  les_window_refresh_codebook_actions (self);
  les_window_refresh_pane_actions (self);
  les_window_refresh_view_actions (self);
}

/** @name: without "win." */
void
les_window_enable_action (LesWindow *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

/** @names: ends with NULL */
void
les_window_enable_actions (LesWindow *self, const char * const *names, gboolean enabled)
{
  for (guint i = 0; names[i] != NULL; i++)
    les_window_enable_action (self, names[i], enabled);
}

/** @state: a floating one is taken; of the action's type */
void
les_window_set_action_state (LesWindow *self, const char *name, GVariant *state)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);

  g_simple_action_set_state (G_SIMPLE_ACTION (action), state);
}

/** Whether the project has an article: before, the window shows nothing to work on. */
gboolean
les_window_has_articles (LesWindow *self)
{
  return les_project_get_n_records (les_session_get_project (self->session), LES_RECORD_ARTICLE) > 0;
}

/** Whether a passage is selected in the active text. */
gboolean
les_window_has_selection (LesWindow *self)
{
  LesSide side = les_session_get_active_side (self->session);

  return les_session_get_article (self->session, LES_SIDE_LEFT) != NULL
         && !les_text_range_is_empty (les_session_get_selection (self->session, side));
}

/** Whether there is something to tag: a selected passage, or the current annotation. */
gboolean
les_window_has_passage (LesWindow *self)
{
  return les_window_has_selection (self) || les_session_get_annotation_id (self->session) != NULL;
}

/** Returns: (nullable): @id, or the article of the active side where @id is %NULL or empty */
const char *
les_window_id_or_active (LesWindow *self, const char *id)
{
  if (id != NULL && *id != '\0')
    return id;
  return les_session_get_article_id (self->session, les_session_get_active_side (self->session));
}

/** @word: "right"; any other means the left side */
LesSide
les_side_from_word (const char *word)
{
  return g_strcmp0 (word, "right") == 0 ? LES_SIDE_RIGHT : LES_SIDE_LEFT;
}
