/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-edits.h"
#include "les-title-dialog.h"
#include "les-window-actions.h"

/* The commands about the project as a whole: opening, saving, its title, undo. */

static void
open_project (GSimpleAction *action, GVariant *target, gpointer data)
{
  les_window_choose_project (data);
}

static void
open_uri (GSimpleAction *action, GVariant *target, gpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (target, NULL));

  les_window_open_file (data, file);
}

static void
open_sample (GSimpleAction *action, GVariant *target, gpointer data)
{
  les_window_open_sample (data);
}

static void
save (GSimpleAction *action, GVariant *target, gpointer data)
{
  les_window_save (data);
}

static void
save_as (GSimpleAction *action, GVariant *target, gpointer data)
{
  les_window_save_as (data);
}

static void
save_to (GSimpleAction *action, GVariant *target, gpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (target, NULL));

  les_window_save_to (data, file);
}

static void
reload (GSimpleAction *action, GVariant *target, gpointer data)
{
  les_window_reload (data);
}

static void
recover (GSimpleAction *action, GVariant *target, gpointer data)
{
  les_window_recover (data);
}

static void
show_findings (GSimpleAction *action, GVariant *target, gpointer data)
{
  les_window_show_findings (data);
}

static void
export (GSimpleAction *action, GVariant *target, gpointer data)
{
  les_window_export (data, g_variant_get_string (target, NULL));
}

static void
close_window (GSimpleAction *action, GVariant *target, gpointer data)
{
  gtk_window_close (data);
}

static void
edit_title (GSimpleAction *action, GVariant *target, gpointer data)
{
  les_title_dialog_present (data, ((LesWindow *) data)->session);
}

static void
set_title (GSimpleAction *action, GVariant *target, gpointer data)
{
  LesWindow *self = data;

  les_session_perform (self->session, les_edits_set_title (les_session_get_project (self->session),
                                                           g_variant_get_string (target, NULL)));
}

/* What comes back is shown: see project_changed_cb() of the window. */
static void
travel (LesWindow *self, gboolean (*step) (LesHistory *history))
{
  les_window_commit (self);
  self->travelling = TRUE;
  step (les_session_get_history (self->session));
  self->travelling = FALSE;
}

static void
undo (GSimpleAction *action, GVariant *target, gpointer data)
{
  travel (data, les_history_undo);
}

static void
redo (GSimpleAction *action, GVariant *target, gpointer data)
{
  travel (data, les_history_redo);
}

static const GActionEntry entries[] = {
  { "open-project", open_project },
  { "open-uri", open_uri, "s" },
  { "open-sample", open_sample },
  { "save", save },
  { "save-as", save_as },
  { "save-to", save_to, "s" },
  { "reload", reload },
  { "recover", recover },
  { "show-findings", show_findings },
  { "export", export, "s" },
  { "close", close_window },
  { "edit-title", edit_title },
  { "set-title", set_title, "s" },
  { "undo", undo },
  { "redo", redo },
};

void
les_window_install_project_actions (LesWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}

/** Part of les_window_refresh_actions(). */
void
les_window_refresh_project_actions (LesWindow *self)
{
  static const char * const on_content[] = { "save", "save-as", "save-to", NULL };
  LesHistory *history = les_session_get_history (self->session);
  gboolean any = les_window_has_articles (self);

  les_window_enable_action (self, "undo", les_history_get_can_undo (history));
  les_window_enable_action (self, "redo", les_history_get_can_redo (history));
  les_window_enable_actions (self, on_content, any || les_history_get_modified (history));
  les_window_enable_action (self, "export", any);
  les_window_enable_action (self, "show-findings", self->findings != NULL);
  les_window_enable_action (self, "reload", les_keeper_get_file (self->keeper) != NULL);
}
