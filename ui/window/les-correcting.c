/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "les-text-editor.h"
#include "les-version-dialog.h"
#include "les-window-private.h"

/* Correcting texts: the windows for it, and what is said when they are done. */

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

/** Opens the text of article @id to be corrected. */
void
les_window_edit_text (LesWindow *self, const char *id)
{
  LesTextEditor *editor;

  les_window_commit (self);
  editor = les_text_editor_present (GTK_WINDOW (self), self->session, id);
  if (editor != NULL)
    g_signal_connect_object (editor, "applied", G_CALLBACK (applied_cb), self, G_CONNECT_SWAPPED);
}

static void
added_cb (LesWindow *self, const char *older, const char *newer, const char *changes)
{
  g_autofree char *words = NULL;

  les_session_open_pair (self->session, older, newer);
  /* Translators: %s is "12 words added, 4 words removed, headline changed" */
  words = g_strdup_printf (_("Newer version: %s"), changes);
  les_window_toast (self, words, _("_Undo"), "win.undo");
}

/** Asks for a newer version of article @id. */
void
les_window_add_version (LesWindow *self, const char *id)
{
  LesVersionDialog *dialog;

  les_window_commit (self);
  dialog = les_version_dialog_present (GTK_WINDOW (self), self->session, id);
  if (dialog != NULL)
    g_signal_connect_object (dialog, "added", G_CALLBACK (added_cb), self, G_CONNECT_SWAPPED);
}
