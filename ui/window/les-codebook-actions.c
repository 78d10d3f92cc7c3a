/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "les-annotating.h"
#include "les-codebook-edits.h"
#include "les-codebook-preview.h"
#include "les-codebook.h"
#include "les-dialogs.h"
#include "les-import-codebook.h"
#include "les-tag-counts.h"
#include "les-tag-editor.h"
#include "les-tag-merger.h"
#include "les-tag-removal.h"
#include "les-tag-splitter.h"
#include "les-window-actions.h"

/* The commands of the codebook. Those on tags take the ones that are selected in
 * the list of tags. */

static LesProject *
get_project (LesWindow *self)
{
  return les_session_get_project (self->session);
}

static char **
dup_selected (LesWindow *self)
{
  return self->work != NULL ? les_tag_list_dup_selected_ids (self->work->tag_list) : g_new0 (char *, 1);
}

static void
new_tag (GSimpleAction *action, GVariant *target, gpointer data)
{
  LesWindow *self = data;
  g_auto (GStrv) ids = dup_selected (self);
  LesTag *tag = les_project_get_tag (get_project (self), ids[0]);

  /* Beside the selected one. */
  les_tag_editor_present_below (self->session, tag != NULL ? les_tag_get (tag, LES_TAG_PARENT) : NULL, GTK_WINDOW (self));
}

static void
new_tag_below (GSimpleAction *action, GVariant *target, gpointer data)
{
  LesWindow *self = data;
  g_auto (GStrv) ids = dup_selected (self);

  les_tag_editor_present_below (self->session, ids[0], GTK_WINDOW (self));
}

static void
rename_tag (GSimpleAction *action, GVariant *target, gpointer data)
{
  LesWindow *self = data;
  g_auto (GStrv) ids = dup_selected (self);

  if (ids[0] != NULL)
    les_tag_editor_present (self->session, ids[0], GTK_WINDOW (self));
}

static void
edit_tag (GSimpleAction *action, GVariant *target, gpointer data)
{
  LesWindow *self = data;
  const char *id = g_variant_get_string (target, NULL);

  les_tag_editor_present (self->session, *id != '\0' ? id : NULL, GTK_WINDOW (self));
}

static void
recolor_tags (GSimpleAction *action, GVariant *target, gpointer data)
{
  LesWindow *self = data;
  g_auto (GStrv) ids = dup_selected (self);
  const char *color = g_variant_get_string (target, NULL);
  g_autoptr (LesChange) change = NULL;

  if (!les_tag_color_is_valid (color))
    return;
  change = les_codebook_recolor_tags (get_project (self), (const char * const *) ids, color);
  if (les_change_get_n_edits (change) > 0)
    les_session_perform (self->session, g_steal_pointer (&change));
}

/* Moving */

static void
tell_move (LesWindow *self, LesTagMove move)
{
  if (move == LES_TAG_MOVE_INTO_ITSELF)
    les_window_toast (self, _("A tag cannot stand below itself"), NULL, NULL);
  else if (move == LES_TAG_MOVE_NAME_TAKEN)
    les_window_toast (self, _("There is a tag of this name in that place; merge the two instead"), NULL, NULL);
}

static void
set_sort (LesWindow *self, const char *name)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "sort-tags");

  g_action_change_state (action, g_variant_new_string (name));
}

static void
step_tag (LesWindow *self, LesTagStep step)
{
  g_auto (GStrv) ids = dup_selected (self);
  LesTagMove move;
  LesChange *change;

  if (ids[0] == NULL)
    return;
  /* Otherwise nothing would be seen of it. */
  if (step == LES_TAG_UP || step == LES_TAG_DOWN)
    set_sort (self, "own");
  change = les_codebook_step_tag (get_project (self), ids[0], step, &move);
  if (change != NULL)
    les_session_perform (self->session, change);
  else
    tell_move (self, move);
}

static void
move_tag_up (GSimpleAction *action, GVariant *target, gpointer data)
{
  step_tag (data, LES_TAG_UP);
}

static void
move_tag_down (GSimpleAction *action, GVariant *target, gpointer data)
{
  step_tag (data, LES_TAG_DOWN);
}

static void
indent_tag (GSimpleAction *action, GVariant *target, gpointer data)
{
  step_tag (data, LES_TAG_IN);
}

static void
outdent_tag (GSimpleAction *action, GVariant *target, gpointer data)
{
  step_tag (data, LES_TAG_OUT);
}

/* (tag, the tag to stand below or "", the tag to stand in front of or ""), for scripts */
static void
move_tag (GSimpleAction *action, GVariant *target, gpointer data)
{
  LesWindow *self = data;
  const char *ids[2] = { NULL };
  const char *parent;
  const char *before;
  LesTagMove move;
  LesChange *change;

  g_variant_get (target, "(&s&s&s)", &ids[0], &parent, &before);
  change = les_codebook_move_tags (get_project (self), ids, *parent != '\0' ? parent : NULL,
                                   *before != '\0' ? before : NULL, &move);
  if (change != NULL)
    les_session_perform (self->session, change);
  else
    tell_move (self, move);
}

/* Merging, splitting, deleting */

static void
merge_tags (GSimpleAction *action, GVariant *target, gpointer data)
{
  LesWindow *self = data;
  g_auto (GStrv) ids = dup_selected (self);

  if (ids[0] != NULL)
    les_tag_merger_present (self->session, (const char * const *) ids, GTK_WINDOW (self));
}

static void
split_tag (GSimpleAction *action, GVariant *target, gpointer data)
{
  LesWindow *self = data;
  g_auto (GStrv) ids = dup_selected (self);
  g_autoptr (LesTagCounts) counts = les_tag_counts_new (get_project (self));

  if (ids[0] == NULL)
    return;
  if (les_tag_counts_get (counts, ids[0]) == 0)
    les_window_toast (self, _("No annotation has this tag; there is nothing to split"), NULL, NULL);
  else
    les_tag_splitter_present (self->session, ids[0], GTK_WINDOW (self));
}

static void
delete_tags (GSimpleAction *action, GVariant *target, gpointer data)
{
  LesWindow *self = data;
  g_auto (GStrv) ids = dup_selected (self);

  if (ids[0] != NULL)
    les_tag_removal_ask (GTK_WINDOW (self), self->session, (const char * const *) ids);
}

/* Giving tags */

static void
give_tag (GSimpleAction *action, GVariant *target, gpointer data)
{
  LesWindow *self = data;
  g_auto (GStrv) ids = dup_selected (self);
  g_autoptr (GPtrArray) usable = g_ptr_array_new ();

  for (guint i = 0; ids[i] != NULL; i++)
    if (!les_tag_is_heading (les_project_get_tag (get_project (self), ids[i])))
      g_ptr_array_add (usable, ids[i]);
  g_ptr_array_add (usable, NULL);
  if (usable->len == 1)
    les_window_toast (self, _("This tag is only a heading"), NULL, NULL);
  else
    les_annotating_tag_selection (self->session, (const char * const *) usable->pdata);
}

static void
shortcut_chosen_cb (LesWindow *self, const char *id)
{
  const char *ids[] = { id, NULL };

  les_annotating_tag_selection (self->session, ids);
}

static void
type_shortcut (GSimpleAction *action, GVariant *target, gpointer data)
{
  LesWindow *self = data;

  les_tag_keys_start (self->tag_keys, self->session);
}

static void
tag_shortcut (GSimpleAction *action, GVariant *target, gpointer data)
{
  LesWindow *self = data;
  g_autofree char *clean = les_tag_shortcut_dup_clean (g_variant_get_string (target, NULL));
  gboolean may_go_on;
  LesTag *tag = clean != NULL ? les_codebook_find_shortcut (get_project (self), clean, &may_go_on) : NULL;

  if (tag != NULL)
    shortcut_chosen_cb (self, les_record_get_id (LES_RECORD (tag)));
}

/* The list */

static void
show_tagged (GSimpleAction *action, GVariant *target, gpointer data)
{
  LesWindow *self = data;
  g_auto (GStrv) ids = dup_selected (self);

  if (ids[0] != NULL)
    g_signal_emit_by_name (self->work->tag_list, "tag-activated", ids[0]);
}

static void
select_tags (GSimpleAction *action, GVariant *target, gpointer data)
{
  LesWindow *self = data;
  g_autofree const char **ids = g_variant_get_strv (target, NULL);

  if (self->work != NULL)
    les_tag_list_select (self->work->tag_list, ids);
}

static void
show_tags (LesWindow *self)
{
  g_action_group_activate_action (G_ACTION_GROUP (self), "show-page", g_variant_new_string ("tags"));
}

static void
focus_tags (GSimpleAction *action, GVariant *target, gpointer data)
{
  LesWindow *self = data;

  show_tags (self);
  les_tag_list_focus (self->work->tag_list);
}

static void
expand_tags (GSimpleAction *action, GVariant *target, gpointer data)
{
  les_tag_list_expand_all (((LesWindow *) data)->work->tag_list, TRUE);
}

static void
collapse_tags (GSimpleAction *action, GVariant *target, gpointer data)
{
  les_tag_list_expand_all (((LesWindow *) data)->work->tag_list, FALSE);
}

static void
change_sort (GSimpleAction *action, GVariant *state, gpointer data)
{
  static const char * const names[] = { "own", "name", "uses", "color", NULL };
  LesWindow *self = data;
  const char *name = g_variant_get_string (state, NULL);

  for (guint i = 0; names[i] != NULL; i++)
    if (g_str_equal (names[i], name) && self->work != NULL)
      {
        les_tag_list_set_sort (self->work->tag_list, i);
        g_simple_action_set_state (action, state);
        g_settings_set_string (self->settings, "tag-order", name);
      }
}

/* Importing */

typedef struct
{
  LesWindow *window;
  LesSession *session;
  GFile *file;
} Importing;

static void
importing_free (Importing *importing)
{
  g_object_unref (importing->session);
  g_object_unref (importing->window);
  g_object_unref (importing->file);
  g_free (importing);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Importing, importing_free)

static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  LesCodebook *codebook = les_import_codebook (data, cancellable, &error);

  if (codebook != NULL)
    g_task_return_pointer (task, codebook, (GDestroyNotify) les_codebook_free);
  else
    g_task_return_error (task, error);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Importing) importing = data;
  LesWindow *self = importing->window;
  g_autoptr (GError) error = NULL;
  g_autoptr (LesCodebook) codebook = g_task_propagate_pointer (G_TASK (result), &error);
  g_autofree char *name = NULL;

  if (self->session == NULL)
    return;
  les_window_end_work (self);
  name = les_window_dup_file_name (importing->file);
  if (codebook != NULL && self->session == importing->session)
    les_codebook_preview_present (self->session, codebook, name, GTK_WINDOW (self));
  else if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    les_window_tell_error (self, _("The Codebook Could Not Be Imported"), error, importing->file);
}

static void
import_file (LesWindow *self, GFile *file)
{
  GCancellable *cancellable = les_window_begin_work (self, _("Reading the codebook…"));
  Importing *importing = g_new0 (Importing, 1);
  g_autoptr (GTask) task = NULL;

  importing->window = g_object_ref (self);
  importing->session = g_object_ref (self->session);
  importing->file = g_object_ref (file);
  task = g_task_new (NULL, cancellable, read_cb, importing);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, read_in_thread);
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GPtrArray) files = les_dialogs_open_finish (result);

  if (files != NULL && files->len > 0)
    import_file (LES_WINDOW (source), files->pdata[0]);
}

static void
import_codebook (GSimpleAction *action, GVariant *target, gpointer data)
{
  les_dialogs_open_async (GTK_WINDOW (data), LES_FILE_CODEBOOK, _("Import Codebook"), chosen_cb, NULL);
}

static void
import_codebook_uri (GSimpleAction *action, GVariant *target, gpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (target, NULL));

  import_file (data, file);
}

static const GActionEntry entries[] = {
  { "new-tag", new_tag },
  { "new-tag-below", new_tag_below },
  { "rename-tag", rename_tag },
  { "edit-tag", edit_tag, "s" },
  { "recolor-tags", recolor_tags, "s" },
  { "move-tag-up", move_tag_up },
  { "move-tag-down", move_tag_down },
  { "indent-tag", indent_tag },
  { "outdent-tag", outdent_tag },
  { "move-tag", move_tag, "(sss)" },
  { "merge-tags", merge_tags },
  { "split-tag", split_tag },
  { "delete-tags", delete_tags },
  { "give-tag", give_tag },
  { "type-shortcut", type_shortcut },
  { "tag-shortcut", tag_shortcut, "s" },
  { "show-tagged", show_tagged },
  { "select-tags", select_tags, "as" },
  { "focus-tags", focus_tags },
  { "expand-tags", expand_tags },
  { "collapse-tags", collapse_tags },
  { "sort-tags", NULL, "s", "'own'", change_sort },
  { "import-codebook", import_codebook },
  { "import-codebook-uri", import_codebook_uri, "s" },
};

/** Adds the commands of the codebook to those of the window. */
void
les_window_install_codebook_actions (LesWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  g_signal_connect_swapped (self->tag_keys, "chosen", G_CALLBACK (shortcut_chosen_cb), self);
}

/** Sorts the list of tags as it was sorted last. */
void
les_window_restore_tag_order (LesWindow *self)
{
  g_autofree char *name = g_settings_get_string (self->settings, "tag-order");

  set_sort (self, name);
}

/** Part of les_window_refresh_actions(). */
void
les_window_refresh_codebook_actions (LesWindow *self)
{
  static const char * const on_one[] = {
    "rename-tag", "new-tag-below", "move-tag-up", "move-tag-down", "indent-tag", "outdent-tag", "split-tag", "show-tagged",
    NULL,
  };
  static const char * const on_some[] = { "recolor-tags", "delete-tags", "merge-tags", NULL };
  static const char * const on_work[] = { "focus-tags", "expand-tags", "collapse-tags", "sort-tags", "select-tags", NULL };
  g_auto (GStrv) ids = dup_selected (self);
  guint n = g_strv_length (ids);
  gboolean can_tag = les_window_has_passage (self);

  les_window_enable_actions (self, on_one, n == 1);
  les_window_enable_actions (self, on_some, n > 0);
  les_window_enable_actions (self, on_work, self->work != NULL);
  les_window_enable_action (self, "give-tag", can_tag && n > 0);
  les_window_enable_action (self, "type-shortcut", can_tag);
  les_window_enable_action (self, "tag-shortcut", can_tag);
}
