/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "les-text-editor.h"
#include "les-version-dialog.h"
#include "les-version-words.h"
#include "les-window-actions.h"

/* The commands that correct texts, and those that review what became of annotations. */

static guint
count_open (const LesTextEditSummary *summary)
{
  return summary->n_changed + summary->n_moved + summary->n_unplaced;
}

static void
applied_cb (LesWindow *self, LesTextEditSummary *summary)
{
  guint n = count_open (summary);
  g_autofree char *words = NULL;

  if (n == 0)
    {
      les_window_toast (self, _("Text changed"), _("_Undo"), "win.undo");
      return;
    }
  words = g_strdup_printf (ngettext ("Text changed; %u annotation to review", "Text changed; %u annotations to review", n), n);
  les_window_toast (self, words, _("_Review"), "win.review");
}

static void
edit_text (GSimpleAction *action, GVariant *target, gpointer data)
{
  LesWindow *self = data;
  const char *id = les_window_id_or_active (self, g_variant_get_string (target, NULL));
  LesTextEditor *editor;

  les_window_commit (self);
  editor = les_text_editor_present (GTK_WINDOW (self), self->session, id);
  if (editor != NULL)
    g_signal_connect_object (editor, "applied", G_CALLBACK (applied_cb), self, G_CONNECT_SWAPPED);
}

/* Goes to the first thing that the outlet changed, once it is known: where nothing
 * is current no differences are drawn. */
static void
versions_compared_cb (LesWindow *self, GParamSpec *pspec, LesSession *session)
{
  if (les_session_get_matches (session) == NULL)
    return;
  g_signal_handlers_disconnect_by_func (session, versions_compared_cb, self);
  if (!les_version_words_apply (les_session_get_article (session, LES_SIDE_LEFT),
                                les_session_get_article (session, LES_SIDE_RIGHT)))
    return;
  for (guint i = 0; i < les_session_get_n_shown (session); i++)
    if (les_session_get_shown (session, i)->differences->len > 0)
      {
        les_session_set_current_match (session, (int) i);
        return;
      }
}

static void
added_cb (LesWindow *self, const char *older, const char *newer, const char *changes)
{
  g_autofree char *words = NULL;

  les_session_open_pair (self->session, older, newer);
  g_signal_handlers_disconnect_by_func (self->session, versions_compared_cb, self);
  g_signal_connect_object (self->session, "notify::matches", G_CALLBACK (versions_compared_cb), self, G_CONNECT_SWAPPED);
  /* Translators: %s is "12 words added, 4 words removed, headline changed" */
  words = g_strdup_printf (_("Newer version: %s"), changes);
  les_window_toast (self, words, _("_Undo"), "win.undo");
}

static void
add_version (GSimpleAction *action, GVariant *target, gpointer data)
{
  LesWindow *self = data;
  const char *id = les_window_id_or_active (self, g_variant_get_string (target, NULL));
  LesVersionDialog *dialog;

  les_window_commit (self);
  dialog = les_version_dialog_present (GTK_WINDOW (self), self->session, id);
  if (dialog != NULL)
    g_signal_connect_object (dialog, "added", G_CALLBACK (added_cb), self, G_CONNECT_SWAPPED);
}

/* Reviewing */

/* Pressed again it goes to the next one. */
static void
review (GSimpleAction *action, GVariant *target, gpointer data)
{
  LesWindow *self = data;
  gboolean is_shown = gtk_widget_get_visible (self->work->panel_pane)
                      && g_strcmp0 (gtk_stack_get_visible_child_name (self->work->panel_pages), "review") == 0;

  les_window_show_page (self, "review");
  if (is_shown)
    les_review_panel_step (self->work->review_panel);
  les_review_panel_focus (self->work->review_panel);
}

static void
review_accept (GSimpleAction *action, GVariant *target, gpointer data)
{
  les_review_panel_accept (((LesWindow *) data)->work->review_panel);
}

static void
review_accept_all (GSimpleAction *action, GVariant *target, gpointer data)
{
  les_review_panel_accept_all (((LesWindow *) data)->work->review_panel);
}

static void
review_place (GSimpleAction *action, GVariant *target, gpointer data)
{
  LesWindow *self = data;

  if (!les_review_panel_place (self->work->review_panel))
    les_window_toast (self, _("Choose an annotation in the review, then select its passage in the text"), NULL, NULL);
}

static const GActionEntry entries[] = {
  { "edit-text", edit_text, "s" },
  { "add-version", add_version, "s" },
  { "review", review },
  { "review-accept", review_accept },
  { "review-accept-all", review_accept_all },
  { "review-place", review_place },
};

void
les_window_install_correction_actions (LesWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}

/** Part of les_window_refresh_actions(). */
void
les_window_refresh_correction_actions (LesWindow *self)
{
  static const char * const on_review[] = { "review", "review-accept", "review-accept-all", "review-place", NULL };
  gboolean is_open = self->work != NULL && les_review_panel_get_n (self->work->review_panel) > 0;

  les_window_enable_action (self, "edit-text", les_window_has_articles (self));
  les_window_enable_action (self, "add-version", les_window_has_articles (self));
  les_window_enable_actions (self, on_review, is_open);
  if (self->work != NULL && !is_open)
    les_notice_bar_withdraw (self->work->notice, "win.review");
}
