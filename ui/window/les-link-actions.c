/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "les-linking.h"
#include "les-relation-editor.h"
#include "les-window-actions.h"

/* The commands about links. */

static LesLinking *
get_linking (LesWindow *self)
{
  return les_linking_of (self->session);
}

static void
ask_for_relation (LesWindow *self)
{
  LesTextRange range;
  GdkRectangle area;
  GtkWidget *relative_to;
  LesSide side;

  if (!les_linking_find_end (get_linking (self), &side, &range))
    {
      les_window_toast (self, _("Select the other passage first, then link it"), NULL, NULL);
      return;
    }
  les_window_show_view (self, "texts");
  relative_to = les_window_find_passage (self, side, range, &area);
  les_link_picker_popup_new (self->link_picker, relative_to, &area);
}

static void
start_or_finish (GSimpleAction *action, GVariant *target, gpointer data)
{
  LesWindow *self = data;

  if (les_linking_get_pending (get_linking (self)))
    ask_for_relation (self);
  else if (!les_linking_start (get_linking (self)))
    les_window_toast (self, _("Select a passage first, then link it"), NULL, NULL);
}

static void
finish_as (GSimpleAction *action, GVariant *target, gpointer data)
{
  LesWindow *self = data;
  g_autofree char *id = les_linking_finish (get_linking (self), g_variant_get_string (target, NULL));
}

static void
cancel (GSimpleAction *action, GVariant *target, gpointer data)
{
  les_linking_cancel (get_linking (data));
}

/* The status bar says which link is the current one, whichever way it was made. */
static void
tell_known (LesWindow *self, const char *id, guint n_before)
{
  if (id != NULL && les_project_get_n_records (les_session_get_project (self->session), LES_RECORD_LINK) == n_before)
    les_window_toast (self, _("This link exists already"), NULL, NULL);
}

static void
link_match (GSimpleAction *action, GVariant *target, gpointer data)
{
  LesWindow *self = data;
  guint n = les_project_get_n_records (les_session_get_project (self->session), LES_RECORD_LINK);
  g_autofree char *id = les_linking_link_match (get_linking (self));

  tell_known (self, id, n);
}

static void
link_missing (GSimpleAction *action, GVariant *target, gpointer data)
{
  LesWindow *self = data;
  guint n = les_project_get_n_records (les_session_get_project (self->session), LES_RECORD_LINK);
  g_autofree char *id = les_linking_link_missing (get_linking (self));

  tell_known (self, id, n);
}

/* @id: an empty one means the current link */
static char *
dup_id_or_current (LesWindow *self, GVariant *target)
{
  const char *id = g_variant_get_string (target, NULL);

  return g_strdup (*id != '\0' ? id : les_linking_get_current_id (get_linking (self)));
}

static void
select_link (GSimpleAction *action, GVariant *target, gpointer data)
{
  les_linking_show (get_linking (data), g_variant_get_string (target, NULL));
}

static void
edit_link (GSimpleAction *action, GVariant *target, gpointer data)
{
  LesWindow *self = data;
  g_autofree char *id = dup_id_or_current (self, target);
  LesLink *link = les_project_lookup (les_session_get_project (self->session), LES_RECORD_LINK, id);
  LesSide side = les_session_get_active_side (self->session);
  LesTextRange range;
  GdkRectangle area;
  GtkWidget *relative_to;

  if (link == NULL)
    return;
  if (!les_linking_find_place (get_linking (self), link, side, &range))
    side = !side;
  if (!les_linking_find_place (get_linking (self), link, side, &range))
    return;
  les_linking_set_current_id (get_linking (self), id);
  les_window_show_view (self, "texts");
  relative_to = les_window_find_passage (self, side, range, &area);
  les_link_picker_popup_edit (self->link_picker, id, relative_to, &area);
}

static void
remove_link (GSimpleAction *action, GVariant *target, gpointer data)
{
  LesWindow *self = data;
  g_autofree char *id = dup_id_or_current (self, target);

  if (les_project_lookup (les_session_get_project (self->session), LES_RECORD_LINK, id) != NULL)
    les_session_perform (self->session, les_link_edits_remove (les_session_get_project (self->session), id));
}

static void
turn_link (GSimpleAction *action, GVariant *target, gpointer data)
{
  LesWindow *self = data;
  const char *id = les_linking_get_current_id (get_linking (self));

  les_session_perform (self->session, les_link_edits_turn (les_session_get_project (self->session), id));
}

static void
next_link (GSimpleAction *action, GVariant *target, gpointer data)
{
  les_linking_step (get_linking (data), 1);
}

static void
previous_link (GSimpleAction *action, GVariant *target, gpointer data)
{
  les_linking_step (get_linking (data), -1);
}

static void
edit_relation (GSimpleAction *action, GVariant *target, gpointer data)
{
  LesWindow *self = data;
  const char *id = g_variant_get_string (target, NULL);

  les_relation_editor_present (self->session, *id != '\0' ? id : NULL, GTK_WINDOW (self));
}

static const GActionEntry entries[] = {
  { "link", start_or_finish },
  { "link-as", finish_as, "s" },
  { "cancel-link", cancel },
  { "link-match", link_match },
  { "link-missing", link_missing },
  { "select-link", select_link, "s" },
  { "edit-link", edit_link, "s" },
  { "remove-link", remove_link, "s" },
  { "turn-link", turn_link },
  { "next-link", next_link },
  { "previous-link", previous_link },
  { "edit-relation", edit_relation, "s" },
};

void
les_window_install_link_actions (LesWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}

/** Part of les_window_refresh_actions(). */
void
les_window_refresh_link_actions (LesWindow *self)
{
  LesSession *session = self->session;
  LesLinking *linking = get_linking (self);
  gboolean reading = les_session_get_article (session, LES_SIDE_LEFT) != NULL;
  LesLink *current = les_linking_get_current (linking);
  gboolean any = les_project_get_n_records (les_session_get_project (session), LES_RECORD_LINK) > 0;

  les_window_enable_action (self, "link", reading);
  les_window_enable_action (self, "link-as", les_linking_get_pending (linking));
  les_window_enable_action (self, "cancel-link", les_linking_get_pending (linking));
  les_window_enable_action (self, "link-match", les_session_get_current_match (session) >= 0);
  les_window_enable_action (self, "link-missing", les_linking_can_miss (linking));
  les_window_enable_action (self, "edit-link", any && self->work != NULL);
  les_window_enable_action (self, "remove-link", any);
  les_window_enable_action (self, "turn-link", current != NULL && les_link_get (current, LES_LINK_TO) != NULL);
  les_window_enable_action (self, "next-link", any && reading);
  les_window_enable_action (self, "previous-link", any && reading);
}
