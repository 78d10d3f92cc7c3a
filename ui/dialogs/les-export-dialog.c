/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-export-dialog.h"

#include <glib/gi18n.h>

#include "les-dialogs.h"

/* Where to write what is exported: the file gets the extension of its format,
 * and the user is asked before anything is replaced. */

static GFile *
with_extension (GFile *file, const char *extension)
{
  g_autofree char *uri = g_file_get_uri (file);
  g_autofree char *dotted = g_strconcat (".", extension, NULL);
  g_autofree char *whole = g_strconcat (uri, g_str_has_suffix (uri, dotted) ? NULL : dotted, NULL);

  return g_file_new_for_uri (whole);
}

static void
replace_answered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  g_autofree char *answer = les_dialogs_ask_finish (result);
  GFile *file = g_object_get_data (G_OBJECT (task), "file");

  g_task_return_pointer (task, g_strcmp0 (answer, "replace") == 0 ? g_object_ref (file) : NULL, g_object_unref);
}

/* The dialog asked about the name that was typed, not about the one with its
 * extension. Takes @task. */
static void
ask_to_replace (GtkWindow *parent, GFile *file, GTask *task)
{
  const LesAnswer answers[] = {
    { "cancel", _("_Cancel"), FALSE },
    { "replace", _("_Replace"), TRUE },
  };
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (base);
  g_autofree char *body = g_strdup_printf (_("“%s” exists already. If you replace it, what it holds now is gone."), name);

  g_object_set_data_full (G_OBJECT (task), "file", g_object_ref (file), g_object_unref);
  les_dialogs_ask_async (parent, _("Replace the File?"), body, answers, G_N_ELEMENTS (answers), replace_answered_cb,
                         task);
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  g_autoptr (GFile) chosen = les_dialogs_save_finish (result);
  g_autoptr (GFile) file = NULL;

  if (chosen != NULL)
    file = with_extension (chosen, g_task_get_task_data (task));
  if (file != NULL && !g_file_equal (file, chosen) && g_file_query_exists (file, NULL))
    ask_to_replace (GTK_WINDOW (source), file, g_steal_pointer (&task));
  else
    g_task_return_pointer (task, g_steal_pointer (&file), g_object_unref);
}

/**
 * les_export_dialog_async:
 * @parent: what @callback gets as its source
 * @title: translated
 * @name: what to propose; slashes in it become dashes
 * @extension: what the name of the file must end in, without its dot
 */
void
les_export_dialog_async (GtkWindow           *parent,
                         const char          *title,
                         const char          *name,
                         const char          *extension,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  GTask *task = g_task_new (parent, NULL, callback, user_data);
  g_autofree char *file_name = g_strdelimit (g_strdup (name), "/", '-');

  g_task_set_task_data (task, g_strdup (extension), g_free);
  les_dialogs_save_async (parent, LES_FILE_EXPORT, title, file_name, NULL, chosen_cb, task);
}

/** Returns: (transfer full) (nullable): NULL when nothing was chosen, or what is there is to stay */
GFile *
les_export_dialog_finish (GAsyncResult *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
}
