/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "les-dialogs.h"
#include "les-error.h"
#include "les-export-dialog.h"
#include "les-exporter.h"
#include "les-window-private.h"

/* Saving, exporting and closing. Writing is the keeper's; here is what the
 * user is asked and told. */

/* One save that is under way, or that the user is being asked about. */
typedef struct
{
  LesWindow *window;
  GFile *file;         /* where to, NULL for where the project came from */
} Saving;

static void
saving_free (Saving *saving)
{
  g_object_unref (saving->window);
  g_clear_object (&saving->file);
  g_free (saving);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, saving_free)

static void save_to (LesWindow *self, GFile *file, gboolean overwrite);

static void
overwrite_answered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Saving) saving = data;
  g_autofree char *answer = les_dialogs_ask_finish (result);

  if (g_strcmp0 (answer, "overwrite") == 0)
    save_to (saving->window, saving->file, TRUE);
  else if (g_strcmp0 (answer, "save-as") == 0)
    les_window_save_as (saving->window);
}

static char *
word_conflict (Saving *saving)
{
  GFile *own = les_keeper_get_file (saving->window->keeper);
  GFile *file = saving->file != NULL ? saving->file : own;
  g_autofree char *name = les_window_dup_file_name (file);

  if (own != NULL && g_file_equal (file, own))
    return g_strdup_printf (_("“%s” was changed by another program since you opened it. Save your work under another name to keep both."), name);
  return g_strdup_printf (_("“%s” exists already. If you replace it, what it holds now is gone."), name);
}

static void
ask_about_conflict (Saving *saving)
{
  const LesAnswer answers[] = {
    { "cancel", _("_Cancel"), FALSE },
    { "overwrite", _("_Replace"), TRUE },
    { "save-as", _("Save _As…"), FALSE },
  };
  g_autofree char *body = word_conflict (saving);

  les_dialogs_ask_async (GTK_WINDOW (saving->window), _("Replace the File?"), body, answers, G_N_ELEMENTS (answers),
                         overwrite_answered_cb, saving);
}

static void
finish_saving (LesWindow *self)
{
  les_welcome_page_note_used (les_keeper_get_file (self->keeper));
  les_window_remember (self);
  les_window_refresh (self);
  les_notice_bar_withdraw (les_window_get_notice (self), "win.save");
  if (self->close_when_saved)
    {
      /* Asks again if something was done meanwhile. */
      self->close_when_saved = FALSE;
      gtk_window_close (GTK_WINDOW (self));
    }
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Saving) saving = data;
  g_autoptr (GError) error = NULL;
  LesKeeper *keeper = LES_KEEPER (source);
  LesWindow *self = saving->window;
  gboolean saved = les_keeper_save_finish (keeper, result, &error);

  if (self->session == NULL)
    return;
  les_window_end_work (self);
  if (keeper != self->keeper)
    return;
  if (saved)
    {
      finish_saving (self);
      return;
    }

  self->close_when_saved = FALSE;
  if (g_error_matches (error, LES_ERROR, LES_ERROR_CHANGED_ON_DISK))
    ask_about_conflict (g_steal_pointer (&saving));
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    les_window_toast (self, _("Saving was canceled"), NULL, NULL);
  else
    les_window_tell_error (self, _("The Project Could Not Be Saved"), error,
                           saving->file != NULL ? saving->file : les_keeper_get_file (keeper));
}

static void
save_to (LesWindow *self, GFile *file, gboolean overwrite)
{
  GCancellable *cancellable = les_window_begin_work (self, _("Saving the project…"));
  Saving *saving = g_new0 (Saving, 1);

  les_window_commit (self);
  saving->window = g_object_ref (self);
  g_set_object (&saving->file, file);
  les_keeper_save_async (self->keeper, file, overwrite, cancellable, saved_cb, saving);
}

static GFile *
with_extension (GFile *file, const char *extension)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *dotted = g_strconcat (".", extension, NULL);
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *full = NULL;

  if (g_str_has_suffix (name, dotted))
    return g_object_ref (file);
  full = g_strconcat (name, dotted, NULL);
  return g_file_get_child (folder, full);
}

static void
place_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  LesWindow *self = LES_WINDOW (source);
  g_autoptr (GFile) chosen = les_dialogs_save_finish (result);

  if (chosen != NULL)
    les_window_save_to (self, chosen);
  else
    self->close_when_saved = FALSE;
}

/** Saves under another name; gives the name its extension. */
void
les_window_save_to (LesWindow *self, GFile *chosen)
{
  g_autoptr (GFile) file = with_extension (chosen, "lesart");

  /* The dialog asked about the name that was typed, not about the one with its extension. */
  save_to (self, file, g_file_equal (file, chosen));
}

/** Saves to the project's file; asks for one where there is none or it is read only. */
void
les_window_save (LesWindow *self)
{
  if (les_keeper_get_file (self->keeper) == NULL || les_keeper_get_read_only (self->keeper))
    les_window_save_as (self);
  else
    save_to (self, NULL, FALSE);
}

/** Asks where to save, and saves there from then on. */
void
les_window_save_as (LesWindow *self)
{
  g_autofree char *name = les_window_dup_name (self);
  g_autofree char *file_name = g_strconcat (name, ".lesart", NULL);
  GFile *file = les_keeper_get_file (self->keeper);
  g_autoptr (GFile) folder = file != NULL ? g_file_get_parent (file) : NULL;

  g_strdelimit (file_name, "/", '-');
  les_dialogs_save_async (GTK_WINDOW (self), LES_FILE_PROJECT, _("Save Project"), file_name, folder,
                          place_chosen_cb, NULL);
}

/* Exporting */

static void
exported_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LesWindow) self = data;
  GFile *file = g_object_get_data (G_OBJECT (result), "file");
  g_autoptr (GError) error = NULL;

  if (self->session == NULL)
    return;
  les_window_end_work (self);
  if (g_task_propagate_boolean (G_TASK (result), &error))
    {
      g_autofree char *name = les_window_dup_file_name (file);
      g_autofree char *words = g_strdup_printf (_("Exported as “%s”"), name);

      les_window_toast (self, words, NULL, NULL);
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    les_window_tell_error (self, _("The Project Could Not Be Exported"), error, file);
}

typedef struct
{
  LesProject *snapshot;
  const LesExportFormat *format;
  GFile *file;
} Exporting;

static void
exporting_free (gpointer data)
{
  Exporting *exporting = data;

  g_clear_object (&exporting->snapshot);
  g_clear_object (&exporting->file);
  g_free (exporting);
}

static void
export_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Exporting *exporting = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = les_export (exporting->snapshot, exporting->format->id, cancellable, &error);
  g_autofree char *path = g_file_get_path (exporting->file);

  if (path == NULL)
    g_task_return_new_error (task, LES_ERROR, LES_ERROR_NOT_WRITABLE, "not a local file");
  else if (bytes != NULL
           && g_file_set_contents_full (path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                                        G_FILE_SET_CONTENTS_CONSISTENT, 0666, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, les_error_from_io (error));
}

static void
start_export (LesWindow *self, const LesExportFormat *format, GFile *file)
{
  g_autoptr (GTask) task = NULL;
  Exporting *exporting = g_new0 (Exporting, 1);

  les_window_commit (self);
  exporting->snapshot = les_project_dup_snapshot (les_session_get_project (self->session));
  exporting->format = format;
  exporting->file = g_object_ref (file);
  task = g_task_new (NULL, les_window_begin_work (self, _("Exporting…")), exported_cb, g_object_ref (self));
  g_object_set_data_full (G_OBJECT (task), "file", g_object_ref (file), g_object_unref);
  g_task_set_task_data (task, exporting, exporting_free);
  g_task_run_in_thread (task, export_in_thread);
}

static void
export_place_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GFile) file = les_export_dialog_finish (result);

  if (file != NULL)
    start_export (LES_WINDOW (source), data, file);
}

/* Three tables end in ".csv": none of them is to be written over another. */
static const char *
get_table_name (const char *format)
{
  if (g_str_equal (format, "claims-csv"))
    return _("Claims");
  return g_str_equal (format, "codebook-csv") ? _("Codebook") : NULL;
}

/** @format: id of a format of les_export_list_formats() */
void
les_window_export (LesWindow *self, const char *id)
{
  const LesExportFormat *format = les_export_find_format (id);
  g_autofree char *name = les_window_dup_name (self);
  const char *table = get_table_name (id);
  g_autofree char *file_name = NULL;

  if (format == NULL)
    return;
  if (table != NULL)
    file_name = g_strconcat (name, " – ", table, ".", format->extension, NULL);
  else
    file_name = g_strconcat (name, ".", format->extension, NULL);
  g_strdelimit (file_name, "/", '-');
  les_export_dialog_async (GTK_WINDOW (self), _("Export Project"), file_name, format->extension,
                           export_place_chosen_cb, (gpointer) format);
}

/* Closing */

static void
close_answered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  LesWindow *self = LES_WINDOW (source);
  g_autofree char *answer = les_dialogs_ask_finish (result);

  if (g_strcmp0 (answer, "discard") == 0)
    {
      self->leaving = TRUE;
      les_keeper_close (self->keeper, TRUE);
      gtk_window_close (GTK_WINDOW (self));
    }
  else if (g_strcmp0 (answer, "save") == 0)
    {
      self->close_when_saved = TRUE;
      les_window_save (self);
    }
}

/**
 * les_window_ask_to_close:
 *
 * Returns: whether the window has to stay open for now: a save is under way, or
 *   there is unsaved work and the user is being asked about it. Otherwise the
 *   project was let go.
 */
gboolean
les_window_ask_to_close (LesWindow *self)
{
  const LesAnswer answers[] = {
    { "cancel", _("_Cancel"), FALSE },
    { "discard", _("_Discard"), TRUE },
    { "save", _("_Save"), FALSE },
  };
  g_autofree char *name = les_window_dup_name (self);
  g_autofree char *body = g_strdup_printf (_("“%s” has changes that are not saved. If you discard them, they are lost."), name);

  if (les_keeper_get_saving (self->keeper))
    {
      self->close_when_saved = TRUE;
      return TRUE;
    }
  if (!les_history_get_modified (les_session_get_history (self->session)))
    {
      les_keeper_close (self->keeper, FALSE);
      return FALSE;
    }
  les_dialogs_ask_async (GTK_WINDOW (self), _("Save Changes?"), body, answers, G_N_ELEMENTS (answers),
                         close_answered_cb, NULL);
  return TRUE;
}
