/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "les-backups.h"
#include "les-dialogs.h"
#include "les-error-words.h"
#include "les-error.h"
#include "les-exporter.h"
#include "les-window-private.h"

/* Opening, saving, exporting, closing, and coming back after a crash. Reading
 * and writing are the keeper's; here is what the user is asked and told. */

#define SAMPLE_PATH "/org/lesart/Lesart/sample/sample.lesart"

static char *
dup_file_name (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);

  return g_filename_display_name (name);
}

static char *
word_time (GDateTime *when)
{
  g_autoptr (GDateTime) local = g_date_time_to_local (when);

  return g_date_time_format (local, "%x %H:%M");
}

static void
tell_error (LesWindow *self, const char *heading, const GError *error, GFile *file)
{
  g_autofree char *name = file != NULL ? dup_file_name (file) : les_window_dup_name (self);
  g_autofree char *words = les_error_words_dup (error, name);

  les_dialogs_tell (GTK_WINDOW (self), heading, words);
}

/* Opening */

typedef struct
{
  LesWindow *window;
  GFile *file;
} Opening;

static void
opening_free (Opening *opening)
{
  g_object_unref (opening->window);
  g_object_unref (opening->file);
  g_free (opening);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Opening, opening_free)

static char *
dup_finding_words (LesLoadedProject *loaded)
{
  guint n_errors = 0;
  const char *first = NULL;

  for (guint i = 0; i < loaded->findings->len; i++)
    {
      LesFinding *finding = g_ptr_array_index (loaded->findings, i);

      if (finding->is_error && n_errors++ == 0)
        first = finding->message;
    }
  if (n_errors == 0)
    return NULL;
  /* Translators: %s is a technical description of the first one. */
  return g_strdup_printf (ngettext ("%u entry of the file could not be used; it is kept in the file as it was (%s).",
                                    "%u entries of the file could not be used; they are kept in the file as they were (%s).",
                                    n_errors),
                          n_errors, first);
}

static void
tell_findings (LesWindow *self, LesLoadedProject *loaded, GFile *file)
{
  g_autofree char *name = dup_file_name (file);
  g_autofree char *words = dup_finding_words (loaded);

  if (loaded->newer_version)
    {
      g_clear_pointer (&words, g_free);
      words = g_strdup_printf (_("“%s” was written by a later version of Lesart. You can read it here, and save it under another name."), name);
    }
  if (words != NULL)
    les_window_tell (self, words, NULL, NULL);
}

/* Where nothing is remembered: the first comparison, or else the first article. */
static void
open_something (LesWindow *self)
{
  LesProject *project = les_session_get_project (self->session);
  g_autoptr (GPtrArray) comparisons = les_project_ref_records (project, LES_RECORD_COMPARISON);
  g_autoptr (GPtrArray) articles = les_project_ref_records (project, LES_RECORD_ARTICLE);
  LesComparison *first;

  if (les_session_get_article (self->session, LES_SIDE_LEFT) != NULL || articles->len == 0)
    return;
  if (comparisons->len == 0)
    {
      les_session_open_article (self->session, LES_SIDE_LEFT, les_record_get_id (articles->pdata[0]));
      return;
    }
  first = g_ptr_array_index (comparisons, 0);
  les_session_open_pair (self->session,
                         les_comparison_get (first, LES_COMPARISON_LEFT),
                         les_comparison_get (first, LES_COMPARISON_RIGHT));
}

static void
show_loaded (LesWindow *self, LesLoadedProject *loaded, GFile *file)
{
  les_window_show_project (self, loaded->project, file, loaded->newer_version);
  open_something (self);
  tell_findings (self, loaded, file);
  les_welcome_page_note_used (file);
  gtk_window_present (GTK_WINDOW (self));
}

static void
backup_loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Opening) opening = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LesLoadedProject) loaded = les_keeper_load_finish (result, &error);
  LesWindow *self = opening->window;

  les_window_end_work (self);
  if (loaded == NULL)
    {
      tell_error (self, _("The Backup Could Not Be Opened"), error, opening->file);
      return;
    }
  les_window_show_project (self, loaded->project, NULL, FALSE);
  les_history_mark_unsaved (les_session_get_history (self->session));
  open_something (self);
  les_window_tell (self, _("This is a backup copy. Save it under a name of your choice; the damaged file stays as it is."),
                   _("Save _As…"), "win.save-as");
}

static void
damaged_answered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Opening) opening = data;
  LesWindow *self = opening->window;
  g_autofree char *answer = les_dialogs_ask_finish (result);
  GFile *file = opening->file;

  if (g_strcmp0 (answer, "backup") == 0)
    les_keeper_load_async (file, les_window_begin_work (self, _("Opening the backup…")),
                           backup_loaded_cb, g_steal_pointer (&opening));
}

/* Says what is wrong with a project and offers the newest backup, if there is one. */
static void
tell_damaged (LesWindow *self, const GError *error, GFile *file)
{
  const LesAnswer answers[] = {
    { "close", _("_Close"), FALSE },
    { "backup", _("Open _Backup"), FALSE },
  };
  g_autoptr (GPtrArray) backups = les_backups_list_for_file (file);
  g_autofree char *name = dup_file_name (file);
  g_autofree char *words = les_error_words_dup (error, name);
  g_autofree char *when = NULL;
  g_autofree char *body = NULL;
  LesBackup *newest;
  Opening *opening;

  if (backups->len == 0)
    {
      tell_error (self, _("The Project Could Not Be Opened"), error, file);
      return;
    }
  newest = g_ptr_array_index (backups, 0);
  when = word_time (newest->when);
  /* Translators: the first %s is a sentence that says what is wrong with the file, the second a date and time. */
  body = g_strdup_printf (_("%s There is a backup copy of %s."), words, when);
  opening = g_new0 (Opening, 1);
  opening->window = g_object_ref (self);
  opening->file = g_object_ref (newest->file);
  les_dialogs_ask_async (GTK_WINDOW (self), _("The Project Could Not Be Opened"), body,
                         answers, G_N_ELEMENTS (answers), damaged_answered_cb, opening);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Opening) opening = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LesLoadedProject) loaded = les_keeper_load_finish (result, &error);
  LesWindow *self = opening->window;

  les_window_end_work (self);
  if (loaded != NULL)
    show_loaded (self, loaded, opening->file);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    tell_damaged (self, error, opening->file);
}

static void
load_into (LesWindow *self, GFile *file)
{
  Opening *opening = g_new0 (Opening, 1);

  opening->window = g_object_ref (self);
  opening->file = g_object_ref (file);
  les_keeper_load_async (file, les_window_begin_work (self, _("Opening the project…")), loaded_cb, opening);
}

static LesWindow *
find_window_of (LesWindow *self, GFile *file)
{
  GList *windows = gtk_application_get_windows (gtk_window_get_application (GTK_WINDOW (self)));

  for (; windows != NULL; windows = windows->next)
    if (LES_IS_WINDOW (windows->data))
      {
        GFile *other = les_keeper_get_file (LES_WINDOW (windows->data)->keeper);

        if (other != NULL && g_file_equal (other, file))
          return windows->data;
      }
  return NULL;
}

/** Shows the project in @file: in the window that has it, in this one if it is still pristine, or in a new one. */
void
les_window_open_file (LesWindow *self, GFile *file)
{
  LesWindow *window = find_window_of (self, file);

  if (window == NULL)
    {
      window = les_window_is_pristine (self) ? self
                                             : les_window_new (gtk_window_get_application (GTK_WINDOW (self)));
      load_into (window, file);
    }
  gtk_window_present (GTK_WINDOW (window));
}

static void
project_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GPtrArray) files = les_dialogs_open_finish (result);

  if (files != NULL)
    les_window_open_file (LES_WINDOW (source), g_ptr_array_index (files, 0));
}

void
les_window_choose_project (LesWindow *self)
{
  les_dialogs_open_async (GTK_WINDOW (self), LES_FILE_PROJECT, _("Open Project"), project_chosen_cb, NULL);
}

/** Shows the sample as a project without a file, so that saving asks where to. */
void
les_window_open_sample (LesWindow *self)
{
  LesWindow *window = les_window_is_pristine (self)
                      ? self : les_window_new (gtk_window_get_application (GTK_WINDOW (self)));
  g_autoptr (GBytes) bytes = g_resources_lookup_data (SAMPLE_PATH, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (LesLoadedProject) loaded = les_project_format_read (bytes, NULL, &error);

  if (loaded == NULL)
    {
      tell_error (window, _("The Sample Could Not Be Opened"), error, NULL);
      return;
    }
  les_window_show_project (window, loaded->project, NULL, FALSE);
  open_something (window);
  gtk_window_present (GTK_WINDOW (window));
}

/* Saving */

static void save_changed_answered_cb (GObject *source, GAsyncResult *result, gpointer data);

static void
ask_about_changed (LesWindow *self)
{
  const LesAnswer answers[] = {
    { "cancel", _("_Cancel"), FALSE },
    { "overwrite", _("_Overwrite"), TRUE },
    { "save-as", _("Save _As…"), FALSE },
  };
  g_autofree char *name = les_window_dup_name (self);
  g_autofree char *body = g_strdup_printf (_("“%s” was changed by another program since you opened it. Save your work under another name to keep both."), name);

  les_dialogs_ask_async (GTK_WINDOW (self), _("The File Has Changed"), body, answers, G_N_ELEMENTS (answers),
                         save_changed_answered_cb, NULL);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LesWindow) self = data;
  g_autoptr (GError) error = NULL;
  LesKeeper *keeper = LES_KEEPER (source);
  gboolean saved = les_keeper_save_finish (keeper, result, &error);

  les_window_end_work (self);
  if (saved)
    {
      les_welcome_page_note_used (les_keeper_get_file (keeper));
      les_window_remember (self);
      les_window_refresh (self);
      if (self->closing)
        gtk_window_close (GTK_WINDOW (self));
      return;
    }

  self->closing = FALSE;
  if (g_error_matches (error, LES_ERROR, LES_ERROR_CHANGED_ON_DISK))
    ask_about_changed (self);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    tell_error (self, _("The Project Could Not Be Saved"), error, les_keeper_get_file (keeper));
}

static void
save_to (LesWindow *self, GFile *file, gboolean overwrite)
{
  GCancellable *cancellable = les_window_begin_work (self, _("Saving the project…"));

  les_window_commit (self);
  les_keeper_save_async (self->keeper, file, overwrite, cancellable, saved_cb, g_object_ref (self));
}

static void
save_changed_answered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  LesWindow *self = LES_WINDOW (source);
  g_autofree char *answer = les_dialogs_ask_finish (result);

  if (g_strcmp0 (answer, "overwrite") == 0)
    save_to (self, NULL, TRUE);
  else if (g_strcmp0 (answer, "save-as") == 0)
    les_window_save_as (self);
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
    self->closing = FALSE;
}

/** Saves under another name; gives the name its extension. */
void
les_window_save_to (LesWindow *self, GFile *chosen)
{
  g_autoptr (GFile) file = with_extension (chosen, "lesart");

  /* The dialog asked about the name that was chosen, not about the one with its extension. */
  save_to (self, file, g_file_equal (file, chosen));
}

void
les_window_save (LesWindow *self)
{
  if (les_keeper_get_file (self->keeper) == NULL || les_keeper_get_read_only (self->keeper))
    les_window_save_as (self);
  else
    save_to (self, NULL, FALSE);
}

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

void
les_window_overwrite (LesWindow *self)
{
  save_to (self, NULL, TRUE);
}

static void
reload_answered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  LesWindow *self = LES_WINDOW (source);
  g_autofree char *answer = les_dialogs_ask_finish (result);

  if (g_strcmp0 (answer, "reload") == 0)
    load_into (self, les_keeper_get_file (self->keeper));
}

/** Reads the file anew; asks first when that would cost unsaved work. */
void
les_window_reload (LesWindow *self)
{
  const LesAnswer answers[] = {
    { "cancel", _("_Cancel"), FALSE },
    { "reload", _("_Discard and Reload"), TRUE },
  };

  if (les_keeper_get_file (self->keeper) == NULL)
    return;
  if (les_history_get_modified (les_session_get_history (self->session)))
    les_dialogs_ask_async (GTK_WINDOW (self), _("Discard Your Unsaved Changes?"),
                           _("The file on disk is read again. What you did here since you last saved is lost."),
                           answers, G_N_ELEMENTS (answers), reload_answered_cb, NULL);
  else
    load_into (self, les_keeper_get_file (self->keeper));
}

/* Exporting */

static const LesExportFormat *
find_format (const char *id)
{
  guint n;
  const LesExportFormat *formats = les_export_list_formats (&n);

  for (guint i = 0; i < n; i++)
    if (g_str_equal (formats[i].id, id))
      return &formats[i];
  return NULL;
}

static void
exported_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LesWindow) self = data;
  GFile *file = g_object_get_data (G_OBJECT (result), "file");
  g_autoptr (GError) error = NULL;

  les_window_end_work (self);
  if (g_task_propagate_boolean (G_TASK (result), &error))
    {
      g_autofree char *name = dup_file_name (file);
      g_autofree char *words = g_strdup_printf (_("Exported as “%s”"), name);

      les_window_toast (self, words, NULL, NULL);
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    tell_error (self, _("The Project Could Not Be Exported"), error, file);
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

  if (bytes != NULL
      && g_file_set_contents_full (path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                                   G_FILE_SET_CONTENTS_CONSISTENT, 0666, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, les_error_from_io (error));
}

static void
export_place_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  LesWindow *self = LES_WINDOW (source);
  const LesExportFormat *format = data;
  g_autoptr (GFile) chosen = les_dialogs_save_finish (result);
  g_autoptr (GTask) task = NULL;
  Exporting *exporting;

  if (chosen == NULL)
    return;

  exporting = g_new0 (Exporting, 1);
  exporting->snapshot = les_project_dup_snapshot (les_session_get_project (self->session));
  exporting->format = format;
  exporting->file = with_extension (chosen, format->extension);
  task = g_task_new (NULL, les_window_begin_work (self, _("Exporting…")), exported_cb, g_object_ref (self));
  g_object_set_data_full (G_OBJECT (task), "file", g_object_ref (exporting->file), g_object_unref);
  g_task_set_task_data (task, exporting, exporting_free);
  g_task_run_in_thread (task, export_in_thread);
}

/** @format: id of a format of les_export_list_formats() */
void
les_window_export (LesWindow *self, const char *id)
{
  const LesExportFormat *format = find_format (id);
  g_autofree char *name = les_window_dup_name (self);
  g_autofree char *file_name = NULL;

  if (format == NULL)
    return;
  file_name = g_strconcat (name, ".", format->extension, NULL);
  g_strdelimit (file_name, "/", '-');
  les_dialogs_save_async (GTK_WINDOW (self), LES_FILE_EXPORT, _("Export Project"), file_name, NULL,
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
      self->closing = TRUE;
      les_keeper_close (self->keeper, TRUE);
      gtk_window_close (GTK_WINDOW (self));
    }
  else if (g_strcmp0 (answer, "save") == 0)
    {
      self->closing = TRUE;
      les_window_save (self);
    }
}

/**
 * les_window_ask_to_close:
 *
 * Returns: whether the window has to stay open for now: there is unsaved work
 *   and the user is being asked about it. Otherwise the project was let go.
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

  if (!les_history_get_modified (les_session_get_history (self->session)))
    {
      les_keeper_close (self->keeper, FALSE);
      return FALSE;
    }
  les_dialogs_ask_async (GTK_WINDOW (self), _("Save Changes?"), body, answers, G_N_ELEMENTS (answers),
                         close_answered_cb, NULL);
  return TRUE;
}

/* Recovering */

static LesRecovery *
dup_first_recovery (void)
{
  g_autoptr (GPtrArray) recoveries = les_keeper_list_recoveries ();

  if (recoveries->len == 0)
    return NULL;
  return g_ptr_array_steal_index (recoveries, 0);
}

/** Says so when a crash left unsaved work behind; nothing is lost by not answering. */
void
les_window_offer_recovery (LesWindow *self)
{
  LesRecovery *recovery = dup_first_recovery ();
  g_autofree char *when = NULL;
  g_autofree char *words = NULL;

  if (recovery == NULL)
    return;
  when = word_time (recovery->when);
  if (recovery->title != NULL)
    /* Translators: the first %s is the title of a project, the second a date and time. */
    words = g_strdup_printf (_("Lesart did not close properly. Unsaved work on “%s” of %s is kept."), recovery->title, when);
  else
    /* Translators: %s is a date and time. */
    words = g_strdup_printf (_("Lesart did not close properly. Unsaved work of %s is kept."), when);
  les_window_tell (self, words, _("_Restore"), "win.recover");
  les_recovery_free (recovery);
}

/** Shows the work that a crash left behind, unsaved. */
void
les_window_recover (LesWindow *self)
{
  LesRecovery *recovery = dup_first_recovery ();
  g_autoptr (GError) error = NULL;
  g_autoptr (LesLoadedProject) loaded = NULL;
  LesWindow *window;

  if (recovery == NULL)
    return;

  loaded = les_keeper_recover (recovery, &error);
  if (loaded == NULL)
    tell_error (self, _("The Work Could Not Be Restored"), error, recovery->file);
  else
    {
      window = les_window_is_pristine (self) ? self
                                             : les_window_new (gtk_window_get_application (GTK_WINDOW (self)));
      les_window_show_project (window, loaded->project, recovery->file, FALSE);
      open_something (window);
      gtk_window_present (GTK_WINDOW (window));
      les_window_tell (window, _("Your unsaved work was restored. Save it to keep it."), _("_Save"), "win.save");
    }
  les_recovery_free (recovery);
}
