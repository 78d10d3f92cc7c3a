/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include <glib/gi18n.h>

#include "les-annotating.h"
#include "les-article-chooser.h"
#include "les-article-details.h"
#include "les-bounds.h"
#include "les-edits.h"
#include "les-encoding-dialog.h"
#include "les-paste-dialog.h"
#include "les-tag-editor.h"
#include "les-title-dialog.h"
#include "les-window-private.h"

/* Every command of a window, by name. What a command is called in menus and
 * shortcuts, in tests and over D-Bus is the name in the table at the end. */

#define MIN_TEXT_SIZE 8
#define MAX_TEXT_SIZE 40

static LesSide
side_from_word (const char *word)
{
  return g_strcmp0 (word, "right") == 0 ? LES_SIDE_RIGHT : LES_SIDE_LEFT;
}

static const char *
id_or_active (LesWindow *self, const char *id)
{
  if (id != NULL && *id != '\0')
    return id;
  return les_session_get_article_id (self->session, les_session_get_active_side (self->session));
}

/* Project */

static void
new_project (GSimpleAction *action, GVariant *target, gpointer data)
{
  g_action_group_activate_action (G_ACTION_GROUP (gtk_window_get_application (data)), "new-window", NULL);
}

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
overwrite (GSimpleAction *action, GVariant *target, gpointer data)
{
  les_window_overwrite (data);
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

/* Articles */

static void show_browser (LesWindow *self);

static void
add_articles (GSimpleAction *action, GVariant *target, gpointer data)
{
  les_window_choose_articles (data);
}

static void
add_folder (GSimpleAction *action, GVariant *target, gpointer data)
{
  les_window_choose_folder (data);
}

static void
add_uris (GSimpleAction *action, GVariant *target, gpointer data)
{
  g_autofree const char **uris = g_variant_get_strv (target, NULL);
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; uris[i] != NULL; i++)
    g_ptr_array_add (files, g_file_new_for_uri (uris[i]));
  les_window_add_files (data, files, FALSE);
}

static void
paste_articles (GSimpleAction *action, GVariant *target, gpointer data)
{
  les_paste_dialog_present (data, ((LesWindow *) data)->session);
}

static void focus_side (LesWindow *self, LesSide side);

/* An article that stands on the other side already is gone to: beside itself
 * nobody can compare it. */
static void
open_article (GSimpleAction *action, GVariant *target, gpointer data)
{
  LesWindow *self = data;
  LesSide side = les_session_get_active_side (self->session);
  const char *id = g_variant_get_string (target, NULL);
  gboolean covered = self->work != NULL && !gtk_widget_is_visible (self->work->text_pane);

  if (les_session_find_side (self->session, id, &side))
    les_session_set_active_side (self->session, side);
  else
    les_session_open_article (self->session, side, id);
  if (covered)
    focus_side (self, side);
  else
    les_window_show_view (self, "texts");
}

static void
open_side (GSimpleAction *action, GVariant *target, gpointer data)
{
  LesWindow *self = data;
  const char *side;
  const char *id;

  g_variant_get (target, "(&s&s)", &side, &id);
  les_session_open_article (self->session, side_from_word (side), *id == '\0' ? NULL : id);
}

static void
compare (LesWindow *self, const char *left, const char *right)
{
  les_session_open_pair (self->session, left, right);
  focus_side (self, LES_SIDE_LEFT);
}

static void
open_pair (GSimpleAction *action, GVariant *target, gpointer data)
{
  LesWindow *self = data;
  const char *left;
  const char *right;

  g_variant_get (target, "(&s&s)", &left, &right);
  compare (self, left, right);
}

static void
read_one (GSimpleAction *action, GVariant *target, gpointer data)
{
  LesWindow *self = data;
  LesSide side = les_session_get_active_side (self->session);

  les_session_open_pair (self->session, les_session_get_article_id (self->session, side), NULL);
}

static void
swap_sides (GSimpleAction *action, GVariant *target, gpointer data)
{
  les_session_swap_sides (((LesWindow *) data)->session);
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

/* Two articles selected in the list with each other, one with what is open. */
static void
compare_selected (GSimpleAction *action, GVariant *target, gpointer data)
{
  LesWindow *self = data;
  g_auto (GStrv) ids = les_browser_dup_selected_ids (self->work->browser);
  const char *open = les_session_get_article_id (self->session, les_session_get_active_side (self->session));

  if (g_strv_length (ids) == 2)
    compare (self, ids[0], ids[1]);
  else if (g_strv_length (ids) == 1 && open != NULL && !g_str_equal (open, ids[0]))
    compare (self, open, ids[0]);
  else
    les_window_toast (self, _("Select two articles in the list to compare them"), NULL, NULL);
}

static void
choose_article (GSimpleAction *action, GVariant *target, gpointer data)
{
  LesWindow *self = data;

  les_article_chooser_present (GTK_WIDGET (self), self->session,
                               side_from_word (g_variant_get_string (target, NULL)));
}

static void
edit_details (GSimpleAction *action, GVariant *target, gpointer data)
{
  LesWindow *self = data;
  const char *id = id_or_active (self, g_variant_get_string (target, NULL));

  if (id != NULL)
    les_article_details_present (GTK_WINDOW (self), self->session, id);
}

static void
rename_article (GSimpleAction *action, GVariant *target, gpointer data)
{
  LesWindow *self = data;
  const char *id = id_or_active (self, g_variant_get_string (target, NULL));

  if (id != NULL)
    les_article_details_present_field (GTK_WINDOW (self), self->session, id, LES_ARTICLE_TITLE);
}

static void
change_encoding (GSimpleAction *action, GVariant *target, gpointer data)
{
  LesWindow *self = data;
  const char *id = id_or_active (self, g_variant_get_string (target, NULL));

  if (id != NULL)
    les_encoding_dialog_present_bytes (GTK_WINDOW (self), self->session, id,
                                       g_hash_table_lookup (self->origins, id));
}

static void
edit_text (GSimpleAction *action, GVariant *target, gpointer data)
{
  les_window_edit_text (data, id_or_active (data, g_variant_get_string (target, NULL)));
}

static void
add_version (GSimpleAction *action, GVariant *target, gpointer data)
{
  les_window_add_version (data, id_or_active (data, g_variant_get_string (target, NULL)));
}

static void
remove_articles (GSimpleAction *action, GVariant *target, gpointer data)
{
  LesWindow *self = data;
  g_autofree const char **ids = g_variant_get_strv (target, NULL);

  les_session_perform (self->session,
                       les_edits_remove_articles (les_session_get_project (self->session), ids));
}

static void
remove_open_article (GSimpleAction *action, GVariant *target, gpointer data)
{
  LesWindow *self = data;
  const char *ids[] = { id_or_active (self, NULL), NULL };

  if (ids[0] != NULL)
    les_session_perform (self->session,
                         les_edits_remove_articles (les_session_get_project (self->session), ids));
}

static void
show_same_copy (GSimpleAction *action, GVariant *target, gpointer data)
{
  LesWindow *self = data;
  const char *id = id_or_active (self, g_variant_get_string (target, NULL));

  if (id == NULL)
    return;
  if (les_browser_show_same_copy (self->work->browser, id))
    show_browser (self);
  else
    les_window_toast (self, _("No other article carries the same agency copy"), NULL, NULL);
}

static void
remove_comparison (GSimpleAction *action, GVariant *target, gpointer data)
{
  LesWindow *self = data;

  les_session_perform (self->session,
                       les_edits_remove_comparison (les_session_get_project (self->session),
                                                    g_variant_get_string (target, NULL)));
}

/* Going about */

static void want_browser (LesWindow *self, gboolean wanted);
static void want_panel (LesWindow *self, gboolean wanted);

static void
show_browser (LesWindow *self)
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

static void
focus_search (GSimpleAction *action, GVariant *target, gpointer data)
{
  LesWindow *self = data;

  if (les_window_search_notes (self))
    return;
  show_browser (self);
  les_browser_focus_search (self->work->browser);
}

static void
focus_browser (GSimpleAction *action, GVariant *target, gpointer data)
{
  LesWindow *self = data;

  show_browser (self);
  les_browser_focus_list (self->work->browser);
}

static void
focus_side (LesWindow *self, LesSide side)
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
  focus_side (data, LES_SIDE_LEFT);
}

static void
focus_right (GSimpleAction *action, GVariant *target, gpointer data)
{
  focus_side (data, LES_SIDE_RIGHT);
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
compare_again (GSimpleAction *action, GVariant *target, gpointer data)
{
  les_session_compare_again (((LesWindow *) data)->session);
}

static void
find_counterpart (GSimpleAction *action, GVariant *target, gpointer data)
{
  LesWindow *self = data;

  les_window_show_view (self, "texts");
  les_compare_view_find_counterpart (self->work->compare_view);
}

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

static void
select_range (GSimpleAction *action, GVariant *target, gpointer data)
{
  LesWindow *self = data;
  const char *word;
  LesTextRange range;
  LesSide side;

  g_variant_get (target, "(&sii)", &word, &range.start, &range.end);
  side = side_from_word (word);
  les_session_set_active_side (self->session, side);
  les_session_set_selection (self->session, side, range);
  les_session_reveal (self->session, side, range);
}

/* What the passage at the cursor of the active side is: headline, lead, ... */

static LesArticle *
get_active_article (LesWindow *self)
{
  return les_session_get_article (self->session, les_session_get_active_side (self->session));
}

static LesTextRange
get_active_selection (LesWindow *self)
{
  return les_session_get_selection (self->session, les_session_get_active_side (self->session));
}

static void
change_block_role (GSimpleAction *action, GVariant *state, gpointer data)
{
  LesWindow *self = data;
  LesArticle *article = get_active_article (self);
  LesBlockRole role;

  if (article != NULL && les_block_role_from_name (g_variant_get_string (state, NULL), &role))
    les_session_perform (self->session, les_edits_set_block_role (article, get_active_selection (self), role));
}

static void
recognise_blocks (GSimpleAction *action, GVariant *target, gpointer data)
{
  LesWindow *self = data;
  LesArticle *article = get_active_article (self);

  if (article != NULL)
    les_session_perform (self->session, les_edits_recognise_blocks (article));
}

static const char *
get_block_role (LesWindow *self)
{
  LesArticle *article = get_active_article (self);
  const LesBlock *block = NULL;

  if (article != NULL)
    block = les_document_get_block_at (les_article_get_document (article), get_active_selection (self).start);
  return block != NULL ? les_block_role_get_name (block->role) : "";
}

/* Annotating */

static void
annotate (GSimpleAction *action, GVariant *target, gpointer data)
{
  les_window_popup_picker (data, FALSE);
}

static void
annotate_note (GSimpleAction *action, GVariant *target, gpointer data)
{
  les_window_popup_picker (data, TRUE);
}

static void
annotate_range (GSimpleAction *action, GVariant *target, gpointer data)
{
  LesWindow *self = data;
  const char *word;
  const char *names;
  const char *note;
  LesTextRange range;
  g_autofree char *id = NULL;

  g_variant_get (target, "(&sii&s&s)", &word, &range.start, &range.end, &names, &note);
  if (les_session_get_article (self->session, side_from_word (word)) != NULL)
    id = les_annotating_annotate_named (self->session, side_from_word (word), range, names, note);
}

static void
tag_recent (GSimpleAction *action, GVariant *target, gpointer data)
{
  les_annotating_tag_recent (((LesWindow *) data)->session, g_variant_get_int32 (target));
}

static void
repeat_tag (GSimpleAction *action, GVariant *target, gpointer data)
{
  les_annotating_repeat_tags (((LesWindow *) data)->session);
}

static void
select_annotation (GSimpleAction *action, GVariant *target, gpointer data)
{
  LesWindow *self = data;

  les_session_set_annotation_id (self->session, g_variant_get_string (target, NULL));
  les_annotating_reveal (self->session, g_variant_get_string (target, NULL));
}

static void
edit_note (GSimpleAction *action, GVariant *target, gpointer data)
{
  LesWindow *self = data;

  show_panel (self);
  gtk_stack_set_visible_child_name (self->work->panel_pages, "annotations");
  les_annotation_panel_edit_note (self->work->annotation_panel);
}

static void
delete_annotation (GSimpleAction *action, GVariant *target, gpointer data)
{
  LesWindow *self = data;

  les_annotating_delete (self->session, les_session_get_annotation_id (self->session));
}

static void
next_annotation (GSimpleAction *action, GVariant *target, gpointer data)
{
  les_annotating_step (((LesWindow *) data)->session, 1);
}

static void
previous_annotation (GSimpleAction *action, GVariant *target, gpointer data)
{
  les_annotating_step (((LesWindow *) data)->session, -1);
}

static void
grow_start (GSimpleAction *action, GVariant *target, gpointer data)
{
  les_bounds_move (((LesWindow *) data)->session, LES_BOUND_START, LES_UNIT_WORD, -1, NULL);
}

static void
shrink_start (GSimpleAction *action, GVariant *target, gpointer data)
{
  les_bounds_move (((LesWindow *) data)->session, LES_BOUND_START, LES_UNIT_WORD, 1, NULL);
}

static void
grow_end (GSimpleAction *action, GVariant *target, gpointer data)
{
  les_bounds_move (((LesWindow *) data)->session, LES_BOUND_END, LES_UNIT_WORD, 1, NULL);
}

static void
shrink_end (GSimpleAction *action, GVariant *target, gpointer data)
{
  les_bounds_move (((LesWindow *) data)->session, LES_BOUND_END, LES_UNIT_WORD, -1, NULL);
}

/* Pressed again it goes to the next one. */
static void
review (GSimpleAction *action, GVariant *target, gpointer data)
{
  LesWindow *self = data;
  gboolean is_shown = gtk_widget_get_visible (self->work->panel_pane)
                      && g_strcmp0 (gtk_stack_get_visible_child_name (self->work->panel_pages), "review") == 0;

  show_panel (self);
  gtk_stack_set_visible_child_name (self->work->panel_pages, "review");
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

static void
edit_tags (GSimpleAction *action, GVariant *target, gpointer data)
{
  LesWindow *self = data;

  show_panel (self);
  gtk_stack_set_visible_child_name (self->work->panel_pages, "annotations");
  les_annotation_panel_edit_tags (self->work->annotation_panel);
}

static void
edit_tag (GSimpleAction *action, GVariant *target, gpointer data)
{
  LesWindow *self = data;
  const char *id = g_variant_get_string (target, NULL);

  les_tag_editor_present (self->session, *id != '\0' ? id : NULL, GTK_WINDOW (self));
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

/* View */

static const struct
{
  const char *name;
  LesLayers layer;
} layers[] = {
  { "layer-taken-over", LES_LAYER_TAKEN_OVER },
  { "layer-reworded", LES_LAYER_REWORDED },
  { "layer-possible", LES_LAYER_POSSIBLE },
  { "layer-differences", LES_LAYER_DIFFERENCES },
  { "layer-unmatched", LES_LAYER_UNMATCHED },
  { "layer-annotations", LES_LAYER_ANNOTATIONS },
  { "layer-shared-copy", LES_LAYER_SHARED_COPY },
  { "layer-links", LES_LAYER_LINKS },
};

static void
change_layer (GSimpleAction *action, GVariant *state, gpointer data)
{
  LesWindow *self = data;
  LesLayers shown = les_session_get_layers (self->session);

  for (guint i = 0; i < G_N_ELEMENTS (layers); i++)
    if (strcmp (layers[i].name, g_action_get_name (G_ACTION (action))) == 0)
      shown = g_variant_get_boolean (state) ? shown | layers[i].layer : shown & ~layers[i].layer;
  les_session_set_layers (self->session, shown);
}

static void
change_linked_scroll (GSimpleAction *action, GVariant *state, gpointer data)
{
  les_session_set_linked_scroll (((LesWindow *) data)->session, g_variant_get_boolean (state));
}

static void
change_view (GSimpleAction *action, GVariant *state, gpointer data)
{
  les_window_show_view (data, g_variant_get_string (state, NULL));
}

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
set_text_size (LesWindow *self, int size)
{
  g_settings_set_int (self->settings, "text-size", CLAMP (size, MIN_TEXT_SIZE, MAX_TEXT_SIZE));
}

static void
text_larger (GSimpleAction *action, GVariant *target, gpointer data)
{
  LesWindow *self = data;

  set_text_size (self, g_settings_get_int (self->settings, "text-size") + 1);
}

static void
text_smaller (GSimpleAction *action, GVariant *target, gpointer data)
{
  LesWindow *self = data;

  set_text_size (self, g_settings_get_int (self->settings, "text-size") - 1);
}

static void
text_normal (GSimpleAction *action, GVariant *target, gpointer data)
{
  g_settings_reset (((LesWindow *) data)->settings, "text-size");
}

static void
text_size (GSimpleAction *action, GVariant *target, gpointer data)
{
  set_text_size (data, g_variant_get_int32 (target));
}

/* Made when it is asked for: GTK would make it with every window, which costs
 * a fifth of the time to the first frame. */
static void
show_help_overlay (GSimpleAction *action, GVariant *target, gpointer data)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource ("/org/lesart/Lesart/ui/window/help-overlay.ui");
  GtkWindow *overlay = GTK_WINDOW (gtk_builder_get_object (builder, "help_overlay"));

  gtk_window_set_transient_for (overlay, data);
  gtk_window_present (overlay);
}

static void
show_page (GSimpleAction *action, GVariant *target, gpointer data)
{
  LesWindow *self = data;

  show_panel (self);
  gtk_stack_set_visible_child_name (self->work->panel_pages, g_variant_get_string (target, NULL));
}

static const GActionEntry entries[] = {
  { "new-project", new_project },
  { "open-project", open_project },
  { "open-uri", open_uri, "s" },
  { "open-sample", open_sample },
  { "save", save },
  { "save-as", save_as },
  { "save-to", save_to, "s" },
  { "overwrite", overwrite },
  { "reload", reload },
  { "recover", recover },
  { "export", export, "s" },
  { "close", close_window },
  { "edit-title", edit_title },
  { "set-title", set_title, "s" },

  { "add-articles", add_articles },
  { "add-folder", add_folder },
  { "add-uris", add_uris, "as" },
  { "paste-articles", paste_articles },
  { "open-article", open_article, "s" },
  { "open-side", open_side, "(ss)" },
  { "open-pair", open_pair, "(ss)" },
  { "read-one", read_one },
  { "swap-sides", swap_sides },
  { "keep-comparison", keep_comparison },
  { "compare-selected", compare_selected },
  { "choose-article", choose_article, "s" },
  { "edit-details", edit_details, "s" },
  { "rename-article", rename_article, "s" },
  { "change-encoding", change_encoding, "s" },
  { "block-role", NULL, "s", "''", change_block_role },
  { "recognise-blocks", recognise_blocks },
  { "edit-text", edit_text, "s" },
  { "add-version", add_version, "s" },
  { "remove-articles", remove_articles, "as" },
  { "remove-open-article", remove_open_article },
  { "remove-comparison", remove_comparison, "s" },
  { "show-same-copy", show_same_copy, "s" },

  { "focus-search", focus_search },
  { "focus-browser", focus_browser },
  { "focus-left", focus_left },
  { "focus-right", focus_right },
  { "focus-panel", focus_panel },
  { "next-pane", next_pane },
  { "previous-pane", previous_pane },
  { "show-page", show_page, "s" },
  { "find-next-hit", find_next_hit },
  { "find-previous-hit", find_previous_hit },
  { "next-match", next_match },
  { "previous-match", previous_match },
  { "current-match", current_match, "i" },
  { "reject-match", reject_match },
  { "restore-match", restore_match, "i" },
  { "compare-again", compare_again },
  { "find-counterpart", find_counterpart },
  { "export-comparison", export_comparison, "s" },
  { "export-comparison-to", export_comparison_to, "(ss)" },
  { "print-comparison", print_comparison },
  { "select-range", select_range, "(sii)" },

  { "annotate", annotate },
  { "annotate-note", annotate_note },
  { "annotate-range", annotate_range, "(siiss)" },
  { "tag-recent", tag_recent, "i" },
  { "repeat-tag", repeat_tag },
  { "select-annotation", select_annotation, "s" },
  { "edit-note", edit_note },
  { "edit-tags", edit_tags },
  { "edit-tag", edit_tag, "s" },
  { "delete-annotation", delete_annotation },
  { "next-annotation", next_annotation },
  { "previous-annotation", previous_annotation },
  { "grow-start", grow_start },
  { "shrink-start", shrink_start },
  { "grow-end", grow_end },
  { "shrink-end", shrink_end },
  { "review", review },
  { "review-accept", review_accept },
  { "review-accept-all", review_accept_all },
  { "review-place", review_place },
  { "undo", undo },
  { "redo", redo },

  { "layer-taken-over", NULL, NULL, "true", change_layer },
  { "layer-reworded", NULL, NULL, "true", change_layer },
  { "layer-possible", NULL, NULL, "false", change_layer },
  { "layer-differences", NULL, NULL, "true", change_layer },
  { "layer-unmatched", NULL, NULL, "false", change_layer },
  { "layer-annotations", NULL, NULL, "true", change_layer },
  { "layer-shared-copy", NULL, NULL, "false", change_layer },
  { "layer-links", NULL, NULL, "true", change_layer },
  { "linked-scroll", NULL, NULL, "true", change_linked_scroll },
  { "view", NULL, "s", "'texts'", change_view },
  { "show-browser", NULL, NULL, "true", change_show_browser },
  { "show-panel", NULL, NULL, "true", change_show_panel },
  { "text-larger", text_larger },
  { "text-smaller", text_smaller },
  { "text-normal", text_normal },
  { "text-size", text_size, "i" },
  { "show-help-overlay", show_help_overlay },
};

static void
set_enabled (LesWindow *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

static void
set_all_enabled (LesWindow *self, const char * const *names, gboolean enabled)
{
  for (guint i = 0; names[i] != NULL; i++)
    set_enabled (self, names[i], enabled);
}

static void
set_state (LesWindow *self, const char *name, gboolean state)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);

  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_boolean (state));
}

static gboolean
has_selection (LesWindow *self)
{
  LesSide side = les_session_get_active_side (self->session);

  return !les_text_range_is_empty (les_session_get_selection (self->session, side));
}

void
les_window_install_actions (LesWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  les_window_install_annotating (self);
  les_window_install_link_actions (self);
  les_window_install_note_actions (self);
  les_window_install_codebook_actions (self);
}

/** Switches each action on or off as the session is, and shows its state. */
void
les_window_refresh_actions (LesWindow *self)
{
  LesSession *session = self->session;
  LesHistory *history = les_session_get_history (session);
  gboolean any = les_project_get_n_records (les_session_get_project (session), LES_RECORD_ARTICLE) > 0;
  gboolean reading = les_session_get_article (session, LES_SIDE_LEFT) != NULL;
  gboolean comparing = les_session_is_comparing (session);
  gboolean annotated = les_session_get_annotation_id (session) != NULL;
  gboolean selected = reading && has_selection (self);

  set_enabled (self, "undo", les_history_get_can_undo (history));
  set_enabled (self, "redo", les_history_get_can_redo (history));
  set_all_enabled (self, (const char * const[]) { "save", "save-as", "save-to", NULL },
                   any || les_history_get_modified (history));
  set_all_enabled (self, (const char * const[]) { "export", "focus-search", "focus-browser",
                                                  "focus-panel", "next-pane", "previous-pane", "show-page",
                                                  "compare-selected", "show-same-copy", "view", "show-browser",
                                                  "show-panel", "edit-text", "add-version", NULL }, any);
  set_all_enabled (self, (const char * const[]) { "focus-left", "find-next-hit", "find-previous-hit",
                                                  "remove-open-article", "choose-article", NULL }, reading);
  set_all_enabled (self, (const char * const[]) { "focus-right", "read-one", "swap-sides", NULL }, comparing);
  set_enabled (self, "keep-comparison", comparing && les_session_get_comparison (session) == NULL);
  set_all_enabled (self, (const char * const[]) { "next-match", "previous-match", NULL },
                   les_session_get_n_shown (session) > 0);
  set_enabled (self, "reject-match", les_session_get_current_match (session) >= 0);
  set_enabled (self, "restore-match", les_session_get_n_rejected (session) > 0);
  set_enabled (self, "compare-again", comparing && !les_session_get_busy (session));
  set_enabled (self, "find-counterpart", comparing && selected);
  set_all_enabled (self, (const char * const[]) { "export-comparison", "export-comparison-to", "print-comparison", NULL },
                   comparing && les_session_get_matches (session) != NULL);
  set_all_enabled (self, (const char * const[]) { "annotate", "annotate-note", NULL }, reading);
  set_all_enabled (self, (const char * const[]) { "tag-recent", "repeat-tag", NULL }, selected || annotated);
  set_all_enabled (self, (const char * const[]) { "edit-note", "edit-tags", "delete-annotation", "grow-start", "shrink-start",
                                                  "grow-end", "shrink-end", NULL }, annotated);
  set_enabled (self, "block-role", reading);
  set_enabled (self, "recognise-blocks", reading && les_article_get_blocks (get_active_article (self)) != NULL);
  g_simple_action_set_state (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), "block-role")),
                             g_variant_new_string (get_block_role (self)));
  set_all_enabled (self, (const char * const[]) { "review", "review-accept", "review-accept-all", "review-place", NULL },
                   self->work != NULL && les_review_panel_get_n (self->work->review_panel) > 0);
  les_window_refresh_annotating (self);
  les_window_refresh_link_actions (self);
  les_window_refresh_codebook_actions (self, selected || annotated);
  set_enabled (self, "reload", les_keeper_get_file (self->keeper) != NULL);

  for (guint i = 0; i < G_N_ELEMENTS (layers); i++)
    set_state (self, layers[i].name, (les_session_get_layers (session) & layers[i].layer) != 0);
  set_state (self, "linked-scroll", les_session_get_linked_scroll (session));
  g_simple_action_set_state (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), "view")),
                             g_variant_new_string (self->work != NULL ? les_work_page_get_view (self->work) : "texts"));
  les_window_refresh_note_actions (self);
  set_state (self, "show-browser", self->work != NULL && gtk_widget_get_visible (self->work->browser_pane));
  set_state (self, "show-panel", self->work != NULL && gtk_widget_get_visible (self->work->panel_pane));
}

/**
 * les_window_popup_picker:
 * @start_in_note: whether the cursor starts in the note
 *
 * Opens the tag picker at what is selected; with no selection, at the current
 * annotation, or else at the sentence in which the cursor stands.
 */
void
les_window_popup_picker (LesWindow *self, gboolean start_in_note)
{
  LesSide side = les_session_get_active_side (self->session);
  LesAnnotation *annotation = les_session_get_annotation (self->session);
  GtkWidget *relative_to = NULL;
  LesTextRange range;
  GdkRectangle area;

  if (annotation == NULL && !has_selection (self))
    les_window_take_sentence (self);
  range = les_session_get_selection (self->session, side);
  if (les_text_range_is_empty (range))
    {
      if (annotation == NULL
          || !les_session_find_side (self->session, les_annotation_get (annotation, LES_ANNOTATION_ARTICLE), &side))
        return;
      range = les_annotation_get_range (annotation);
    }
  else
    annotation = NULL;

  if (!les_compare_view_get_passage_area (self->work->compare_view, side, range, &relative_to, &area))
    {
      /* Scrolled out of view: at the middle of the text, which goes there. */
      les_session_reveal (self->session, side, range);
      relative_to = GTK_WIDGET (self->work->compare_view);
      area = (GdkRectangle) { gtk_widget_get_width (relative_to) / 2, gtk_widget_get_height (relative_to) / 2, 1, 1 };
    }
  if (annotation != NULL)
    les_tag_picker_popup_for_annotation (self->picker, les_record_get_id (LES_RECORD (annotation)),
                                         relative_to, &area, start_in_note);
  else
    les_tag_picker_popup_for_selection (self->picker, side, range, relative_to, &area, start_in_note);
}
