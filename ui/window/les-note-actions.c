/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "les-edits.h"
#include "les-error.h"
#include "les-export-dialog.h"
#include "les-exporter.h"
#include "les-notes-view.h"
#include "les-window-actions.h"

/* The commands of the list of all annotations, and those that lead to a note
 * in it. */

#define VIEW "annotations"

static LesNotesView *
find_view (LesWindow *self)
{
  GtkWidget *view = self->work != NULL ? gtk_stack_get_child_by_name (self->work->views, VIEW) : NULL;

  return view != NULL ? LES_NOTES_VIEW (view) : NULL;
}

static gboolean
is_in_view (LesWindow *self)
{
  return self->work != NULL && g_str_equal (les_work_page_get_view (self->work), VIEW);
}

static LesNotesView *
show_view (LesWindow *self)
{
  les_window_show_view (self, VIEW);
  return find_view (self);
}

static void
tag_notes (GSimpleAction *action, GVariant *target, gpointer data)
{
  les_notes_view_popup_tagger (show_view (data), FALSE);
}

static void
untag_notes (GSimpleAction *action, GVariant *target, gpointer data)
{
  les_notes_view_popup_tagger (show_view (data), TRUE);
}

static void
delete_notes (GSimpleAction *action, GVariant *target, gpointer data)
{
  les_notes_view_delete_selected (show_view (data));
}

static void
filter_notes (GSimpleAction *action, GVariant *target, gpointer data)
{
  les_notes_view_popup_filters (show_view (data));
}

static void
change_grouping (GSimpleAction *action, GVariant *state, gpointer data)
{
  les_notes_view_set_grouping (show_view (data), g_variant_get_string (state, NULL));
}

static void
next_grouping (GSimpleAction *action, GVariant *target, gpointer data)
{
  static const char * const after[][2] = {
    { "article", "tag" }, { "tag", "speaker" }, { "speaker", "none" }, { "none", "article" },
  };
  LesNotesView *view = show_view (data);
  const char *now = les_notes_view_get_grouping (view);

  for (guint i = 0; i < G_N_ELEMENTS (after); i++)
    if (g_str_equal (after[i][0], now))
      {
        les_notes_view_set_grouping (view, after[i][1]);
        break;
      }
}

static void
edit_note_on (LesWindow *self, LesRecordKind kind, const char *id)
{
  les_notes_view_edit (show_view (self), kind, id);
}

static void
note_on_article (GSimpleAction *action, GVariant *target, gpointer data)
{
  LesWindow *self = data;
  const char *id = g_variant_get_string (target, NULL);

  if (*id == '\0')
    id = les_session_get_article_id (self->session, les_session_get_active_side (self->session));
  if (id != NULL)
    edit_note_on (self, LES_RECORD_ARTICLE, id);
}

/* A note needs a comparison that is kept. */
static void
note_on_comparison (GSimpleAction *action, GVariant *target, gpointer data)
{
  LesWindow *self = data;
  LesProject *project = les_session_get_project (self->session);

  if (les_session_get_comparison (self->session) == NULL)
    les_session_perform (self->session,
                         les_edits_add_comparison (project,
                                                   les_session_get_article_id (self->session, LES_SIDE_LEFT),
                                                   les_session_get_article_id (self->session, LES_SIDE_RIGHT), NULL));
  edit_note_on (self, LES_RECORD_COMPARISON,
                les_record_get_id (LES_RECORD (les_session_get_comparison (self->session))));
}

static void
edit_note_of (GSimpleAction *action, GVariant *target, gpointer data)
{
  static const struct
  {
    const char *name;
    LesRecordKind kind;
  } kinds[] = {
    { "annotation", LES_RECORD_ANNOTATION },
    { "article", LES_RECORD_ARTICLE },
    { "comparison", LES_RECORD_COMPARISON },
    { "link", LES_RECORD_LINK },
    { "tag", LES_RECORD_TAG },
  };
  const char *name;
  const char *id;

  g_variant_get (target, "(&s&s)", &name, &id);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].name, name))
      edit_note_on (data, kinds[i].kind, id);
}

/* Saying that something was done, for the parts that have no toasts of their own. */

static void
tell (GSimpleAction *action, GVariant *target, gpointer data)
{
  les_window_hint (data, g_variant_get_string (target, NULL));
}

static void
tell_undoable (GSimpleAction *action, GVariant *target, gpointer data)
{
  LesWindow *self = data;

  les_window_dismiss_undo (self);
  les_window_toast (self, g_variant_get_string (target, NULL), _("_Undo"), "win.undo");
}

/* Exporting */

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LesWindow) self = data;
  GFile *file = G_FILE (source);
  g_autoptr (GError) error = NULL;
  g_autofree char *name = les_window_dup_file_name (file);
  g_autofree char *words = g_strdup_printf (_("Exported as “%s”"), name);

  if (self->session == NULL)
    return;
  les_window_end_work (self);
  if (g_file_replace_contents_finish (file, result, NULL, &error))
    les_window_toast (self, words, NULL, NULL);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_autoptr (GError) told = les_error_from_io (error);

      les_window_tell_error (self, _("The Annotations Could Not Be Exported"), told, file);
    }
}

static void
write_notes (LesWindow *self, const LesExportFormat *format, GFile *file)
{
  g_autoptr (GError) error = NULL;
  LesNotesView *view = find_view (self);
  g_autoptr (GBytes) bytes = view != NULL ? les_notes_view_export (view, format->id, &error) : NULL;

  if (error != NULL)
    les_window_tell_error (self, _("The Annotations Could Not Be Exported"), error, file);
  if (bytes == NULL)
    return;
  g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_NONE,
                                       les_window_begin_work (self, _("Exporting…")), written_cb, g_object_ref (self));
}

static void
place_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GFile) file = les_export_dialog_finish (result);

  if (file != NULL)
    write_notes (LES_WINDOW (source), data, file);
}

static void
export_notes (GSimpleAction *action, GVariant *target, gpointer data)
{
  LesWindow *self = data;
  const LesExportFormat *format = les_export_find_format (g_variant_get_string (target, NULL));
  g_autofree char *name = les_window_dup_name (self);
  g_autofree char *file_name = NULL;

  if (format == NULL)
    return;
  show_view (self);
  /* Translators: name of a file with annotations of a project; first the project's name, then the extension */
  file_name = g_strdup_printf (_("%s – Annotations.%s"), name, format->extension);
  les_export_dialog_async (GTK_WINDOW (self), _("Export Annotations"), file_name, format->extension, place_chosen_cb,
                           (gpointer) format);
}

static const GActionEntry entries[] = {
  { "tag-notes", tag_notes },
  { "untag-notes", untag_notes },
  { "delete-notes", delete_notes },
  { "filter-notes", filter_notes },
  { "group-notes", NULL, "s", "'article'", change_grouping },
  { "next-grouping", next_grouping },
  { "export-notes", export_notes, "s" },
  { "note-on-article", note_on_article, "s" },
  { "note-on-comparison", note_on_comparison },
  { "edit-note-of", edit_note_of, "(ss)" },
  { "tell", tell, "s" },
  { "tell-undoable", tell_undoable, "s" },
};

void
les_window_install_note_actions (LesWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}

static void
follow (LesWindow *self, LesNotesView *view)
{
  if (g_signal_handler_find (view, G_SIGNAL_MATCH_FUNC | G_SIGNAL_MATCH_DATA, 0, 0, NULL,
                             les_window_refresh_note_actions, self) != 0)
    return;
  g_signal_connect_object (view, "notify::n-selected", G_CALLBACK (les_window_refresh_note_actions), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "notify::grouping", G_CALLBACK (les_window_refresh_note_actions), self,
                           G_CONNECT_SWAPPED);
}

/** Switches the commands of the list on or off as what is selected in it. */
void
les_window_refresh_note_actions (LesWindow *self)
{
  LesNotesView *view = find_view (self);
  gboolean here = view != NULL && is_in_view (self);
  gboolean selected = here && les_notes_view_get_n_selected (view) > 0;
  gboolean at_work = self->work != NULL;

  if (view != NULL)
    follow (self, view);
  les_window_enable_action (self, "tag-notes", selected);
  les_window_enable_action (self, "untag-notes", selected);
  les_window_enable_action (self, "delete-notes", selected);
  les_window_enable_action (self, "export-notes", here && les_notes_view_get_n_rows (view) > 0);
  les_window_enable_action (self, "filter-notes", at_work);
  les_window_enable_action (self, "group-notes", at_work);
  les_window_enable_action (self, "next-grouping", at_work);
  les_window_enable_action (self, "edit-note-of", at_work);
  les_window_enable_action (self, "note-on-article", at_work && les_session_get_article (self->session, LES_SIDE_LEFT) != NULL);
  les_window_enable_action (self, "note-on-comparison", at_work && les_session_is_comparing (self->session));
  les_window_set_action_state (self, "group-notes",
                               g_variant_new_string (view != NULL ? les_notes_view_get_grouping (view) : "article"));
}

/** Returns: whether the list of annotations is in the middle, and has the cursor in its search now */
gboolean
les_window_search_notes (LesWindow *self)
{
  if (!is_in_view (self))
    return FALSE;
  les_notes_view_focus_search (find_view (self));
  return TRUE;
}

/** Keeps a note that is being written in the list of all notes, before the project is saved. */
void
les_window_commit_notes (LesWindow *self)
{
  LesNotesView *view = find_view (self);

  if (view != NULL)
    les_notes_view_commit (view);
}
