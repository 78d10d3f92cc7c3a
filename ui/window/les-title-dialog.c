/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-title-dialog.h"

#include "les-edits.h"

static void
save_cb (GtkWidget *button, LesSession *session)
{
  GtkWindow *dialog = GTK_WINDOW (gtk_widget_get_root (button));
  GtkEditable *entry = g_object_get_data (G_OBJECT (dialog), "entry");
  g_autofree char *title = g_strstrip (g_strdup (gtk_editable_get_text (entry)));
  LesProjectInfo *info = les_project_get_info (les_session_get_project (session));
  const char *old = les_project_info_get (info, LES_PROJECT_INFO_TITLE);

  if (g_strcmp0 (title, old != NULL ? old : "") != 0)
    les_session_perform (session, les_edits_set_title (les_session_get_project (session), title));
  gtk_window_close (dialog);
}

/** Asks what the project is to be called; one undoable change. */
void
les_title_dialog_present (GtkWindow *parent, LesSession *session)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource ("/org/lesart/Lesart/ui/window/les-title-dialog.ui");
  GtkWindow *dialog = GTK_WINDOW (gtk_builder_get_object (builder, "dialog"));
  GObject *entry = gtk_builder_get_object (builder, "entry");
  LesProjectInfo *info = les_project_get_info (les_session_get_project (session));
  const char *title = les_project_info_get (info, LES_PROJECT_INFO_TITLE);

  gtk_editable_set_text (GTK_EDITABLE (entry), title != NULL ? title : "");
  g_object_set_data (G_OBJECT (dialog), "entry", entry);
  g_signal_connect_object (gtk_builder_get_object (builder, "save"), "clicked", G_CALLBACK (save_cb), session, 0);
  gtk_window_set_transient_for (dialog, parent);
  gtk_window_present (dialog);
}
