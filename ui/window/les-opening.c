/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "les-backups.h"
#include "les-dialogs.h"
#include "les-error-words.h"
#include "les-finding-words.h"
#include "les-window-private.h"

/* Opening projects: files, the sample, backups of what is damaged, and what a
 * crash left behind. Reading is the keeper's; here is what the user is told. */

#define SAMPLE_PATH "/org/lesart/Lesart/sample/sample.lesart"

static char *
word_time (GDateTime *when)
{
  g_autoptr (GDateTime) local = g_date_time_to_local (when);

  return g_date_time_format (local, "%x %H:%M");
}

typedef struct
{
  LesWindow *window;
  GFile *file;
  gboolean anew;      /* the window's own project, read again */
  guint64 position;   /* of the history, when the user agreed to that */
} Opening;

static void
opening_free (Opening *opening)
{
  g_object_unref (opening->window);
  g_object_unref (opening->file);
  g_free (opening);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Opening, opening_free)

/* @n_to_place: (out): annotations that have to be placed by hand. Returns: how much could not be used */
static guint
count_errors (LesLoadedProject *loaded, guint *n_to_place)
{
  guint n_errors = 0;

  *n_to_place = 0;
  for (guint i = 0; i < loaded->findings->len; i++)
    {
      const LesFinding *finding = loaded->findings->pdata[i];

      *n_to_place += finding->to_place != NULL;
      n_errors += finding->is_error && finding->to_place == NULL;
    }
  return n_errors;
}

static char *
dup_error_words (guint n_errors, const char *name)
{
  /* Translators: %s is a file name. */
  return g_strdup_printf (ngettext ("“%s”: %u entry could not be used; it is kept in the file as it was.",
                                    "“%s”: %u entries could not be used; they are kept in the file as they were.",
                                    n_errors),
                          name, n_errors);
}

static char *
dup_to_place_words (guint n_to_place, const char *name)
{
  /* Translators: %s is a file name. */
  return g_strdup_printf (ngettext ("“%s”: %u annotation has lost its place, because its words are not in the text. It is in the review.",
                                    "“%s”: %u annotations have lost their places, because their words are not in the text. They are in the review.",
                                    n_to_place),
                          name, n_to_place);
}

static void
tell_what_was_found (LesWindow *self, guint n_errors, guint n_to_place, const char *name)
{
  g_autofree char *errors = n_errors > 0 ? dup_error_words (n_errors, name) : NULL;
  g_autofree char *to_place = n_to_place > 0 ? dup_to_place_words (n_to_place, name) : NULL;
  g_autofree char *both = errors != NULL && to_place != NULL ? g_strdup_printf ("%s\n%s", errors, to_place) : NULL;

  if (errors == NULL)
    les_window_tell (self, to_place, _("_Review"), "win.review");
  else
    les_window_tell (self, both != NULL ? both : errors, _("_Details"), "win.show-findings");
}

static void
tell_findings (LesWindow *self, LesLoadedProject *loaded, GFile *file)
{
  g_autofree char *name = les_window_dup_file_name (file);
  guint n_to_place;
  guint n_errors = count_errors (loaded, &n_to_place);
  g_autofree char *words = NULL;

  if (loaded->newer_version)
    {
      words = g_strdup_printf (_("“%s” was written by a later version of Lesart. You can read it here, and save it under another name."), name);
      les_window_tell (self, words, NULL, NULL);
    }
  else if (n_errors + n_to_place > 0)
    {
      self->findings = les_finding_words_dup_all (loaded->findings);
      tell_what_was_found (self, n_errors, n_to_place, name);
      les_window_refresh_actions (self);
    }
}

/** Says what could not be used of the project that was opened last. */
void
les_window_show_findings (LesWindow *self)
{
  if (self->findings != NULL)
    les_dialogs_tell (GTK_WINDOW (self), _("What Could Not Be Used"), self->findings);
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

/* This window if nothing was done in it yet, else a new one. */
static LesWindow *
find_free_window (LesWindow *self)
{
  if (les_window_is_pristine (self))
    return self;
  return les_window_new (gtk_window_get_application (GTK_WINDOW (self)));
}

static void
show_loaded (LesWindow *self, LesLoadedProject *loaded, GFile *file)
{
  les_window_show_project (self, loaded->project, file, loaded->newer_version);
  open_something (self);
  tell_findings (self, loaded, file);
  les_welcome_page_note_used (file);
  gtk_window_present (GTK_WINDOW (self));
  if (self->offer_recovery)
    les_window_offer_recovery (self);
}

static void
backup_loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Opening) opening = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LesLoadedProject) loaded = les_keeper_load_finish (result, &error);
  LesWindow *self = opening->window;

  if (self->session == NULL)
    return;
  les_window_end_work (self);
  if (loaded == NULL)
    {
      les_window_tell_error (self, _("The Backup Could Not Be Opened"), error, opening->file);
      return;
    }
  self = find_free_window (self);
  gtk_window_present (GTK_WINDOW (self));
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
  g_autofree char *name = les_window_dup_file_name (file);
  g_autofree char *words = les_error_words_dup (error, name);
  g_autofree char *when = NULL;
  g_autofree char *body = NULL;
  LesBackup *newest;
  Opening *opening;

  if (backups->len == 0)
    {
      les_window_tell_error (self, _("The Project Could Not Be Opened"), error, file);
      return;
    }
  newest = g_ptr_array_index (backups, 0);
  when = word_time (newest->when);
  /* Translators: the first %s is a sentence that says what is wrong with the file, the second a date and time. */
  body = g_strdup_printf (_("%s There is a backup copy from %s."), words, when);
  opening = g_new0 (Opening, 1);
  opening->window = g_object_ref (self);
  opening->file = g_object_ref (newest->file);
  les_dialogs_ask_async (GTK_WINDOW (self), _("The Project Could Not Be Opened"), body,
                         answers, G_N_ELEMENTS (answers), damaged_answered_cb, opening);
}

/* Lets the window's own project go, unless the user went on working in it. */
static gboolean
may_replace (LesWindow *self, Opening *opening)
{
  les_window_commit (self);
  if (les_history_get_position (les_session_get_history (self->session)) != opening->position)
    return FALSE;
  les_keeper_close (self->keeper, TRUE);
  return TRUE;
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Opening) opening = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LesLoadedProject) loaded = les_keeper_load_finish (result, &error);
  LesWindow *self = opening->window;

  if (self->session == NULL)
    return;
  les_window_end_work (self);
  if (loaded != NULL && opening->anew && !may_replace (self, opening))
    les_window_toast (self, _("You went on working, so the file was not read again"), NULL, NULL);
  else if (loaded != NULL)
    show_loaded (opening->anew ? self : find_free_window (self), loaded, opening->file);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    tell_damaged (self, error, opening->file);
}

static void
load (LesWindow *self, GFile *file, gboolean anew)
{
  Opening *opening = g_new0 (Opening, 1);

  opening->anew = anew;
  opening->position = les_history_get_position (les_session_get_history (self->session));
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

  if (window != NULL)
    gtk_window_present (GTK_WINDOW (window));
  else
    load (self, file, FALSE);
}

static void
project_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GPtrArray) files = les_dialogs_open_finish (result);

  if (files != NULL)
    les_window_open_file (LES_WINDOW (source), g_ptr_array_index (files, 0));
}

/** Asks for a project file, and opens it. */
void
les_window_choose_project (LesWindow *self)
{
  les_dialogs_open_async (GTK_WINDOW (self), LES_FILE_PROJECT, _("Open Project"), project_chosen_cb, NULL);
}

/** Shows the sample as a project without a file, so that saving asks where to. */
void
les_window_open_sample (LesWindow *self)
{
  LesWindow *window = find_free_window (self);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (SAMPLE_PATH, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (LesLoadedProject) loaded = les_project_format_read (bytes, NULL, &error);

  if (loaded == NULL)
    {
      les_window_tell_error (window, _("The Sample Could Not Be Opened"), error, NULL);
      return;
    }
  les_window_show_project (window, loaded->project, NULL, FALSE);
  open_something (window);
  gtk_window_present (GTK_WINDOW (window));
}

static void
reload_answered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  LesWindow *self = LES_WINDOW (source);
  g_autofree char *answer = les_dialogs_ask_finish (result);

  if (g_strcmp0 (answer, "reload") == 0)
    load (self, les_keeper_get_file (self->keeper), TRUE);
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
    load (self, les_keeper_get_file (self->keeper), TRUE);
}

static LesRecovery *
dup_first_recovery (void)
{
  g_autoptr (GPtrArray) recoveries = les_keeper_list_recoveries ();

  if (recoveries->len == 0)
    return NULL;
  return g_ptr_array_steal_index (recoveries, 0);
}

/**
 * les_window_offer_recovery:
 *
 * Says so when a crash left unsaved work behind; nothing is lost by not
 * answering. While a project is being read, waits until that is shown.
 */
void
les_window_offer_recovery (LesWindow *self)
{
  LesRecovery *recovery = dup_first_recovery ();
  g_autofree char *when = NULL;
  g_autofree char *name = NULL;
  g_autofree char *words = NULL;

  self->offer_recovery = self->n_working > 0;
  les_window_refresh_actions (self);
  if (recovery == NULL || self->offer_recovery)
    {
      g_clear_pointer (&recovery, les_recovery_free);
      return;
    }
  when = word_time (recovery->when);
  if (recovery->title != NULL)
    name = g_strdup (recovery->title);
  else if (recovery->file != NULL)
    name = les_window_dup_file_name (recovery->file);
  if (name != NULL)
    /* Translators: the first %s is the name of a project, the second a date and time. */
    words = g_strdup_printf (_("Lesart did not close properly. Unsaved work on “%s” from %s is kept."), name, when);
  else
    /* Translators: %s is a date and time. */
    words = g_strdup_printf (_("Lesart did not close properly. Unsaved work from %s is kept."), when);
  les_window_tell (self, words, _("_Restore"), "win.recover");
  les_recovery_free (recovery);
}

static void
show_recovered (LesWindow *self, const LesRecovery *recovery, LesLoadedProject *loaded)
{
  LesWindow *window = find_free_window (self);
  LesRecovery *next;

  les_window_show_project (window, loaded->project, recovery->file, loaded->newer_version);
  open_something (window);
  gtk_window_present (GTK_WINDOW (window));

  next = dup_first_recovery ();
  if (next != NULL)
    les_window_tell (window, _("Your unsaved work was restored. Save it to keep it. There is more from another time."),
                     _("_Restore"), "win.recover");
  else
    les_window_tell (window, _("Your unsaved work was restored. Save it to keep it."), _("_Save"), "win.save");
  g_clear_pointer (&next, les_recovery_free);
}

/** Shows the work that a crash left behind, unsaved. What cannot be read is put aside. */
void
les_window_recover (LesWindow *self)
{
  LesRecovery *recovery = dup_first_recovery ();
  g_autoptr (GError) error = NULL;
  g_autoptr (LesLoadedProject) loaded = NULL;

  if (recovery == NULL)
    {
      les_window_toast (self, _("There is no unsaved work to restore"), NULL, NULL);
      return;
    }
  loaded = les_keeper_recover (recovery, &error);
  if (loaded != NULL)
    show_recovered (self, recovery, loaded);
  else
    {
      les_window_tell_error (self, _("The Work Could Not Be Restored"), error, recovery->file);
      les_keeper_forget_recovery (recovery);
      les_window_offer_recovery (self);
    }
  les_recovery_free (recovery);
}
