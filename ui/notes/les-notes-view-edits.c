/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-notes-view-private.h"

#include <glib/gi18n.h>

#include "les-edits.h"
#include "les-note-edits.h"
#include "les-note-selection.h"

/* What is done to all annotations and notes that are selected. */

static void
tell (LesNotesView *self, const char *words)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.tell-undoable", "s", words);
}

static void
perform_tagging (LesNotesView *self, LesChange *change, gboolean untag, const char *name)
{
  guint n = les_change_get_n_edits (change);
  g_autofree char *words = NULL;

  les_session_perform (self->session, change);
  if (untag)
    /* Translators: %u is the number of annotations, %s the name of a tag */
    words = g_strdup_printf (ngettext ("Tag “%2$s” removed from %1$u annotation",
                                       "Tag “%2$s” removed from %1$u annotations", n), n, name);
  else
    /* Translators: %u is the number of annotations, %s the name of a tag */
    words = g_strdup_printf (ngettext ("%1$u annotation tagged “%2$s”",
                                       "%1$u annotations tagged “%2$s”", n), n, name);
  tell (self, words);
}

static void
tag_selected (LesNotesView *self, const char *tag, const char *name)
{
  LesHistory *history = les_session_get_history (self->session);
  g_auto (GStrv) ids = les_note_dup_annotation_ids (self->records);
  g_autofree char *id = g_strdup (tag);
  LesChange *change;

  les_history_begin_group (history, LES_CHANGE_EDIT_TAGS);
  if (id == NULL)
    les_session_perform (self->session, les_edits_add_tag (les_session_get_project (self->session), name, NULL, &id));
  change = les_edits_tag_all (les_session_get_project (self->session), (const char * const *) ids, id);
  if (les_change_get_n_edits (change) > 0)
    perform_tagging (self, change, FALSE, name);
  else
    les_change_unref (change);
  les_history_end_group (history);
  les_session_note_tag_used (self->session, id);
}

static void
tag_picked_cb (LesNotesView *self, const char *tag, const char *name)
{
  g_autofree char *kept_tag = g_strdup (tag);
  g_autofree char *kept_name = g_strdup (name);

  tag_selected (self, kept_tag, kept_name);
  les_notes_view_focus_list (self);
}

static void
untag_picked_cb (LesNotesView *self, const char *tag, const char *name)
{
  g_auto (GStrv) ids = les_note_dup_annotation_ids (self->records);
  g_autofree char *kept_name = g_strdup (name);
  LesChange *change = les_edits_untag_all (les_session_get_project (self->session), (const char * const *) ids, tag);

  if (les_change_get_n_edits (change) > 0)
    perform_tagging (self, change, TRUE, kept_name);
  else
    les_change_unref (change);
  les_notes_view_focus_list (self);
}

static void
prepare_tagger_cb (GtkMenuButton *button, gpointer data)
{
  LesNotesView *self = data;

  les_note_tagger_prepare (self->tagger, self->session, NULL);
}

static void
prepare_untagger_cb (GtkMenuButton *button, gpointer data)
{
  LesNotesView *self = data;
  g_autoptr (GPtrArray) records = les_note_selection_ref_records (GTK_SELECTION_MODEL (self->selection));
  g_autoptr (GHashTable) uses = les_note_count_tags (records);

  les_note_tagger_prepare (self->untagger, self->session, uses);
}

/** For the init of the view: what the buttons that tag and untag do. */
void
les_notes_view_listen_to_taggers (LesNotesView *self)
{
  gtk_menu_button_set_create_popup_func (self->tag_button, prepare_tagger_cb, self, NULL);
  gtk_menu_button_set_create_popup_func (self->untag_button, prepare_untagger_cb, self, NULL);
  g_signal_connect_object (self->tagger, "picked", G_CALLBACK (tag_picked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->untagger, "picked", G_CALLBACK (untag_picked_cb), self, G_CONNECT_SWAPPED);
}

static gboolean
is_one_kind (GPtrArray *records, gboolean annotations)
{
  for (guint i = 0; i < records->len; i++)
    if (LES_IS_ANNOTATION (records->pdata[i]) != annotations)
      return FALSE;
  return TRUE;
}

/**
 * les_notes_view_delete_selected:
 *
 * Deletes the selected annotations; of everything else the note alone. One step
 * of undoing.
 */
void
les_notes_view_delete_selected (LesNotesView *self)
{
  g_autoptr (GPtrArray) records = NULL;
  g_autofree char *words = NULL;
  guint n;
  guint position;

  g_return_if_fail (LES_IS_NOTES_VIEW (self));

  n = self->records->len;
  if (n == 0)
    return;
  les_note_editor_show (self->editor, self->session, NULL);
  records = les_note_selection_ref_records (GTK_SELECTION_MODEL (self->selection));
  position = les_notes_view_find_first_selected (self);
  les_session_perform (self->session, les_edits_clear (les_session_get_project (self->session), records));
  if (is_one_kind (records, TRUE))
    words = g_strdup_printf (ngettext ("%'u annotation deleted", "%'u annotations deleted", n), n);
  else if (is_one_kind (records, FALSE))
    words = g_strdup_printf (ngettext ("%'u note deleted", "%'u notes deleted", n), n);
  else
    words = g_strdup_printf (ngettext ("%'u annotation or note deleted", "%'u annotations and notes deleted", n), n);
  tell (self, words);

  n = les_notes_view_get_n_rows (self);
  if (n > 0)
    {
      position = MIN (position, n - 1);
      if (les_notes_view_get_record_at (self, position) != NULL)
        les_notes_view_select_row (self, position);
      les_notes_view_focus_row (self, position);
    }
}
