/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "les-edits.h"
#include "les-window-actions.h"

/* The commands about comparisons and their matches. */

/** Opens two articles side by side and goes to the left one. */
void
les_window_compare (LesWindow *self, const char *left, const char *right)
{
  les_session_open_pair (self->session, left, right);
  les_window_focus_side (self, LES_SIDE_LEFT);
}

/* Two articles selected in the list with each other, one with what is open. */
static void
compare_selected (GSimpleAction *action, GVariant *target, gpointer data)
{
  LesWindow *self = data;
  g_auto (GStrv) ids = les_browser_dup_selected_ids (self->work->browser);
  const char *open = les_session_get_article_id (self->session, les_session_get_active_side (self->session));

  if (g_strv_length (ids) == 2)
    les_window_compare (self, ids[0], ids[1]);
  else if (g_strv_length (ids) == 1 && open != NULL && !g_str_equal (open, ids[0]))
    les_window_compare (self, open, ids[0]);
  else
    les_window_hint (self, _("Select two articles in the list to compare them"));
}

static void
keep_comparison (GSimpleAction *action, GVariant *target, gpointer data)
{
  LesWindow *self = data;
  LesProject *project = les_session_get_project (self->session);
  LesChange *change = les_edits_add_comparison (project,
                                                les_session_get_article_id (self->session, LES_SIDE_LEFT),
                                                les_session_get_article_id (self->session, LES_SIDE_RIGHT),
                                                NULL);

  les_session_perform (self->session, change);
  les_window_toast (self, _("Comparison kept in the list of articles"), NULL, NULL);
}

static void
remove_comparison (GSimpleAction *action, GVariant *target, gpointer data)
{
  LesWindow *self = data;

  les_session_perform (self->session,
                       les_edits_remove_comparison (les_session_get_project (self->session),
                                                    g_variant_get_string (target, NULL)));
}

static void
compare_again (GSimpleAction *action, GVariant *target, gpointer data)
{
  les_session_compare_again (((LesWindow *) data)->session);
}

/* Matches */

static void
next_match (GSimpleAction *action, GVariant *target, gpointer data)
{
  les_session_step_match (((LesWindow *) data)->session, 1);
}

static void
previous_match (GSimpleAction *action, GVariant *target, gpointer data)
{
  les_session_step_match (((LesWindow *) data)->session, -1);
}

static void
current_match (GSimpleAction *action, GVariant *target, gpointer data)
{
  les_session_set_current_match (((LesWindow *) data)->session, g_variant_get_int32 (target));
}

static void
reject_match (GSimpleAction *action, GVariant *target, gpointer data)
{
  LesWindow *self = data;
  int index = les_session_get_current_match (self->session);
  const LesMatch *match;

  if (index < 0)
    return;
  match = les_session_get_shown (self->session, index);
  les_session_set_rejected (self->session, (LesRejection) { match->left, match->right }, TRUE);
  /* On to the next, so that many can be looked through. */
  les_session_set_current_match (self->session, index);
}

/* -1: the one rejected last */
static void
restore_match (GSimpleAction *action, GVariant *target, gpointer data)
{
  LesWindow *self = data;
  int n = (int) les_session_get_n_rejected (self->session);
  int index = g_variant_get_int32 (target);

  if (index < 0)
    index = n - 1;
  if (index >= 0 && index < n)
    les_session_set_rejected (self->session, les_session_get_rejected (self->session, (guint) index), FALSE);
}

static void
find_counterpart (GSimpleAction *action, GVariant *target, gpointer data)
{
  LesWindow *self = data;

  les_window_show_view (self, "texts");
  les_compare_view_find_counterpart (self->work->compare_view);
}

/* Output: see les-comparison-output.c */

static void
export_comparison (GSimpleAction *action, GVariant *target, gpointer data)
{
  les_window_export_comparison (data, g_variant_get_string (target, NULL));
}

static void
export_comparison_to (GSimpleAction *action, GVariant *target, gpointer data)
{
  const char *format;
  const char *uri;
  g_autoptr (GFile) file = NULL;

  g_variant_get (target, "(&s&s)", &format, &uri);
  file = g_file_new_for_uri (uri);
  les_window_export_comparison_to (data, format, file);
}

static void
print_comparison (GSimpleAction *action, GVariant *target, gpointer data)
{
  les_window_print_comparison (data);
}

static const GActionEntry entries[] = {
  { "compare-selected", compare_selected },
  { "keep-comparison", keep_comparison },
  { "remove-comparison", remove_comparison, "s" },
  { "compare-again", compare_again },
  { "next-match", next_match },
  { "previous-match", previous_match },
  { "current-match", current_match, "i" },
  { "reject-match", reject_match },
  { "restore-match", restore_match, "i" },
  { "find-counterpart", find_counterpart },
  { "export-comparison", export_comparison, "s" },
  { "export-comparison-to", export_comparison_to, "(ss)" },
  { "print-comparison", print_comparison },
};

void
les_window_install_comparison_actions (LesWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}

/** Part of les_window_refresh_actions(). */
void
les_window_refresh_comparison_actions (LesWindow *self)
{
  static const char * const on_shown[] = { "next-match", "previous-match", NULL };
  static const char * const on_matches[] = { "export-comparison", "export-comparison-to", "print-comparison", NULL };
  LesSession *session = self->session;
  gboolean comparing = les_session_is_comparing (session);

  les_window_enable_action (self, "compare-selected", les_window_has_articles (self));
  les_window_enable_action (self, "keep-comparison", comparing && les_session_get_comparison (session) == NULL);
  les_window_enable_action (self, "compare-again", comparing && !les_session_get_busy (session));
  les_window_enable_actions (self, on_shown, les_session_get_n_shown (session) > 0);
  les_window_enable_action (self, "reject-match", les_session_get_current_match (session) >= 0);
  les_window_enable_action (self, "restore-match", les_session_get_n_rejected (session) > 0);
  les_window_enable_action (self, "find-counterpart", comparing && les_window_has_selection (self));
  les_window_enable_actions (self, on_matches, comparing && les_session_get_matches (session) != NULL);
}
