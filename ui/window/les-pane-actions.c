/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-claims-view.h"
#include "les-window-actions.h"

/* The commands that go about the window: its panes and pages, which of them are
 * shown, and which has the focus. */

/* Showing */

static gboolean
is_narrow (LesWindow *self)
{
  return self->work != NULL && les_folding_bin_get_n_fitting (self->work->folding) == 1;
}

/* Keys that lead to a hidden widget are lost: what is shown instead gets them. */
static void
fold (LesWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  les_window_fold (self);
  if (self->work == NULL || focus == NULL || gtk_widget_is_visible (focus))
    return;
  if (gtk_widget_is_visible (self->work->text_pane))
    les_work_page_focus_view (self->work);
  else
    g_action_group_activate_action (G_ACTION_GROUP (self), gtk_widget_is_visible (self->work->panel_pane)
                                                           ? "focus-panel" : "focus-browser", NULL);
}

static void
want_browser (LesWindow *self, gboolean wanted)
{
  if (is_narrow (self))
    self->narrow_pane = wanted ? LES_NARROW_BROWSER : LES_NARROW_TEXTS;
  else
    self->wants_browser = wanted;
  if (wanted && self->work != NULL && les_folding_bin_get_n_fitting (self->work->folding) == 2)
    self->wants_panel = FALSE;
  fold (self);
}

static void
want_panel (LesWindow *self, gboolean wanted)
{
  if (is_narrow (self))
    self->narrow_pane = wanted ? LES_NARROW_PANEL : LES_NARROW_TEXTS;
  else
    self->wants_panel = wanted;
  fold (self);
}

/** Shows the article browser if it is folded away. */
void
les_window_show_browser (LesWindow *self)
{
  if (!gtk_widget_get_visible (self->work->browser_pane))
    want_browser (self, TRUE);
}

static void
show_panel (LesWindow *self)
{
  if (!gtk_widget_get_visible (self->work->panel_pane))
    want_panel (self, TRUE);
}

/** Shows that page of the panel, and the panel. */
void
les_window_show_page (LesWindow *self, const char *name)
{
  show_panel (self);
  gtk_stack_set_visible_child_name (self->work->panel_pages, name);
}

static void
change_show_browser (GSimpleAction *action, GVariant *state, gpointer data)
{
  want_browser (data, g_variant_get_boolean (state));
}

static void
change_show_panel (GSimpleAction *action, GVariant *state, gpointer data)
{
  want_panel (data, g_variant_get_boolean (state));
}

static void
show_page (GSimpleAction *action, GVariant *target, gpointer data)
{
  les_window_show_page (data, g_variant_get_string (target, NULL));
}

static void
change_view (GSimpleAction *action, GVariant *state, gpointer data)
{
  les_window_show_view (data, g_variant_get_string (state, NULL));
}

/* The focus */

static gboolean
search_claims (LesWindow *self)
{
  GtkWidget *view = gtk_stack_get_visible_child (self->work->views);

  if (!LES_IS_CLAIMS_VIEW (view))
    return FALSE;
  les_claims_view_focus_search (LES_CLAIMS_VIEW (view));
  return TRUE;
}

/* The table in the middle is searched, or else all articles. */
static void
focus_search (GSimpleAction *action, GVariant *target, gpointer data)
{
  LesWindow *self = data;

  if (les_window_search_notes (self) || search_claims (self))
    return;
  les_window_show_browser (self);
  les_browser_focus_search (self->work->browser);
}

static void
focus_browser (GSimpleAction *action, GVariant *target, gpointer data)
{
  LesWindow *self = data;

  les_window_show_browser (self);
  les_browser_focus_list (self->work->browser);
}

/** Shows the text of @side and puts the focus into it. */
void
les_window_focus_side (LesWindow *self, LesSide side)
{
  if (self->narrow_pane != LES_NARROW_TEXTS)
    {
      self->narrow_pane = LES_NARROW_TEXTS;
      les_window_fold (self);
    }
  les_window_show_view (self, "texts");
  les_compare_view_focus_side (self->work->compare_view, side);
}

static void
focus_left (GSimpleAction *action, GVariant *target, gpointer data)
{
  les_window_focus_side (data, LES_SIDE_LEFT);
}

static void
focus_right (GSimpleAction *action, GVariant *target, gpointer data)
{
  les_window_focus_side (data, LES_SIDE_RIGHT);
}

static void
focus_panel (GSimpleAction *action, GVariant *target, gpointer data)
{
  LesWindow *self = data;
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  show_panel (self);
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->work->panel_pages), "annotations") == 0)
    les_annotation_panel_focus (self->work->annotation_panel);
  else if (g_strcmp0 (gtk_stack_get_visible_child_name (self->work->panel_pages), "tags") == 0)
    les_tag_list_focus (self->work->tag_list);
  else if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->work->panel_pages)))
    gtk_widget_child_focus (GTK_WIDGET (self->work->panel_pages), GTK_DIR_TAB_FORWARD);
}

/* The panes that F6 walks through, in order; -1: none of them has the focus. */
static int
find_focused_pane (LesWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (focus == NULL)
    return -1;
  if (gtk_widget_is_ancestor (focus, self->work->browser_pane))
    return 0;
  if (gtk_widget_is_ancestor (focus, self->work->panel_pane))
    return 3;
  if (gtk_widget_is_ancestor (focus, GTK_WIDGET (self->work->compare_view)))
    return les_session_get_active_side (self->session) == LES_SIDE_LEFT ? 1 : 2;
  return -1;
}

static gboolean
pane_is_open (LesWindow *self, int pane)
{
  if (pane == 0)
    return gtk_widget_get_visible (self->work->browser_pane);
  if (pane == 3)
    return gtk_widget_get_visible (self->work->panel_pane);
  return les_session_get_article (self->session, pane == 1 ? LES_SIDE_LEFT : LES_SIDE_RIGHT) != NULL;
}

static void
walk_panes (LesWindow *self, int step)
{
  static const char * const names[] = { "focus-browser", "focus-left", "focus-right", "focus-panel" };
  int from = find_focused_pane (self);

  for (int i = 1; i <= 4; i++)
    {
      int pane = ((from < 0 && step < 0 ? 4 : from) + i * step + 8) % 4;

      if (pane_is_open (self, pane))
        {
          g_action_group_activate_action (G_ACTION_GROUP (self), names[pane], NULL);
          return;
        }
    }
}

static void
next_pane (GSimpleAction *action, GVariant *target, gpointer data)
{
  walk_panes (data, 1);
}

static void
previous_pane (GSimpleAction *action, GVariant *target, gpointer data)
{
  walk_panes (data, -1);
}

static void
find_next_hit (GSimpleAction *action, GVariant *target, gpointer data)
{
  les_compare_view_find_next_hit (((LesWindow *) data)->work->compare_view);
}

static void
find_previous_hit (GSimpleAction *action, GVariant *target, gpointer data)
{
  les_compare_view_find_previous_hit (((LesWindow *) data)->work->compare_view);
}

static const GActionEntry entries[] = {
  { "show-browser", NULL, NULL, "true", change_show_browser },
  { "show-panel", NULL, NULL, "true", change_show_panel },
  { "show-page", show_page, "s" },
  { "view", NULL, "s", "'texts'", change_view },
  { "focus-search", focus_search },
  { "focus-browser", focus_browser },
  { "focus-left", focus_left },
  { "focus-right", focus_right },
  { "focus-panel", focus_panel },
  { "next-pane", next_pane },
  { "previous-pane", previous_pane },
  { "find-next-hit", find_next_hit },
  { "find-previous-hit", find_previous_hit },
};

void
les_window_install_pane_actions (LesWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}

/** Part of les_window_refresh_actions(). */
void
les_window_refresh_pane_actions (LesWindow *self)
{
  static const char * const on_work[] = {
    "show-browser", "show-panel", "show-page", "view", "focus-search", "focus-browser", "focus-panel", "next-pane",
    "previous-pane", NULL,
  };
  static const char * const on_text[] = { "focus-left", "find-next-hit", "find-previous-hit", NULL };
  LesWorkPage *work = self->work;

  les_window_enable_actions (self, on_work, les_window_has_articles (self));
  les_window_enable_actions (self, on_text, les_session_get_article (self->session, LES_SIDE_LEFT) != NULL);
  les_window_enable_action (self, "focus-right", les_session_is_comparing (self->session));
  les_window_set_action_state (self, "view",
                               g_variant_new_string (work != NULL ? les_work_page_get_view (work) : "texts"));
  les_window_set_action_state (self, "show-browser",
                               g_variant_new_boolean (work != NULL && gtk_widget_get_visible (work->browser_pane)));
  les_window_set_action_state (self, "show-panel",
                               g_variant_new_boolean (work != NULL && gtk_widget_get_visible (work->panel_pane)));
}
