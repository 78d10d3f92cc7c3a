/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "les-dialogs.h"
#include "les-edits.h"
#include "les-import-report.h"
#include "les-importer.h"
#include "les-limits.h"
#include "les-project-format.h"
#include "les-window-private.h"

/* Adding articles: chosen, dropped or named files are read in a worker, what
 * is new becomes one undoable change, and the user hears what became of each. */

typedef struct
{
  LesWindow *window;
  LesSession *session;     /* the one it was begun for */
  gboolean compare;        /* open the two that were added side by side */
} Adding;

static void
adding_free (Adding *adding)
{
  g_object_unref (adding->session);
  g_object_unref (adding->window);
  g_free (adding);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Adding, adding_free)

static void
progress_cb (guint done, guint total, gpointer data)
{
  Adding *adding = data;
  /* Translators: so many files of so many have been read. */
  g_autofree char *words = g_strdup_printf (_("Reading articles: %u of %u"), done, total);

  les_progress_card_set (adding->window->progress, words, total > 0 ? (double) done / total : 0);
}

static gboolean
is_new (LesSession *session, GHashTable *seen, LesArticle *article)
{
  LesText *text = les_article_get_text (article);

  return les_project_find_same_text (les_session_get_project (session), text) == NULL
         && g_hash_table_add (seen, (gpointer) les_text_get_utf8 (text));
}

static GPtrArray *
collect_new (LesSession *session, GPtrArray *imports)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *articles = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < imports->len; i++)
    {
      LesImport *import = g_ptr_array_index (imports, i);

      if (import->article != NULL && is_new (session, seen, import->article))
        g_ptr_array_add (articles, g_object_ref (import->article));
    }
  return articles;
}

static gboolean
needs_report (GPtrArray *imports, guint n_added)
{
  if (n_added < imports->len)
    return TRUE;
  for (guint i = 0; i < imports->len; i++)
    {
      LesImport *import = g_ptr_array_index (imports, i);

      if (import->encoding_guessed || import->repairs > 0)
        return TRUE;
    }
  return FALSE;
}

/* A guessed encoding can be wrong: the bytes stay at hand to read them anew. */
static void
keep_origins (LesWindow *self, GPtrArray *imports)
{
  for (guint i = 0; i < imports->len; i++)
    {
      LesImport *import = g_ptr_array_index (imports, i);

      if (import->article != NULL && import->encoding_guessed && import->bytes != NULL)
        g_hash_table_insert (self->origins, g_strdup (les_record_get_id (LES_RECORD (import->article))),
                             g_bytes_ref (import->bytes));
    }
}

static void
open_added (Adding *adding, GPtrArray *articles)
{
  LesSession *session = adding->session;
  gboolean nothing_open = les_session_get_article (session, LES_SIDE_LEFT) == NULL;

  if (articles->len == 0)
    return;
  if (adding->compare && articles->len == 2)
    les_session_open_pair (session,
                           les_record_get_id (g_ptr_array_index (articles, 0)),
                           les_record_get_id (g_ptr_array_index (articles, 1)));
  else if (nothing_open)
    les_session_open_article (session, LES_SIDE_LEFT, les_record_get_id (g_ptr_array_index (articles, 0)));
}

static void
tell_added (LesWindow *self, guint n_added, guint n_files)
{
  g_autofree char *words = NULL;

  if (n_files == 0)
    words = g_strdup (_("No text files found there"));
  else
    words = g_strdup_printf (ngettext ("%u article added", "%u articles added", n_added), n_added);
  les_window_toast (self, words, n_added > 0 ? _("_Undo") : NULL, n_added > 0 ? "win.undo" : NULL);
}

/* A project with more articles could not be opened again. */
static void
keep_to_limit (LesWindow *self, GPtrArray *articles)
{
  guint n = les_project_get_n_records (les_session_get_project (self->session), LES_RECORD_ARTICLE);
  guint room = LES_LIMIT_PROJECT_ARTICLES - MIN (n, LES_LIMIT_PROJECT_ARTICLES);
  g_autofree char *words = NULL;

  if (articles->len <= room)
    return;
  words = g_strdup_printf (_("A project holds up to %d articles. %u of those you chose were left out; add them to another project."),
                           LES_LIMIT_PROJECT_ARTICLES, articles->len - room);
  g_ptr_array_set_size (articles, room);
  les_dialogs_tell (GTK_WINDOW (self), _("Too Many Articles"), words);
}

static const LesImport *
find_failure (GPtrArray *imports)
{
  for (guint i = 0; i < imports->len; i++)
    if (((LesImport *) imports->pdata[i])->error != NULL)
      return imports->pdata[i];
  return NULL;
}

/* A single file that fails is told at once; of several there is a report. */
static gboolean
tell_single_failure (LesWindow *self, GPtrArray *imports)
{
  const LesImport *failure = find_failure (imports);

  if (failure == NULL || imports->len > 1 || failure->file == NULL)
    return FALSE;
  les_window_tell_error (self, _("The Article Could Not Be Added"), failure->error, failure->file);
  return TRUE;
}

static void
finish_adding (Adding *adding, GPtrArray *imports)
{
  LesWindow *self = adding->window;
  g_autoptr (GPtrArray) articles = collect_new (adding->session, imports);

  if (tell_single_failure (self, imports))
    return;
  keep_to_limit (self, articles);
  if (articles->len > 0)
    les_session_perform (adding->session,
                         les_edits_add_articles (les_session_get_project (adding->session), articles));
  keep_origins (self, imports);
  open_added (adding, articles);
  tell_added (self, articles->len, imports->len);
  if (needs_report (imports, articles->len))
    les_import_report_present (GTK_WINDOW (self), adding->session, imports, articles);
}

static void
imported_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Adding) adding = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) imports = les_import_files_finish (result, &error);

  if (adding->window->session == NULL)
    return;
  les_window_end_work (adding->window);
  if (imports == NULL)
    les_window_toast (adding->window, _("Adding articles was canceled"), NULL, NULL);
  else if (adding->session == adding->window->session)
    finish_adding (adding, imports);
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GPtrArray) files = les_dialogs_open_finish (result);

  if (files != NULL)
    les_window_add_files (LES_WINDOW (source), files, FALSE);
}

static void
add_text (LesWindow *self, const char *text)
{
  const LesImportOptions options = { NULL, FALSE };
  g_autoptr (GPtrArray) imports = g_ptr_array_new_with_free_func ((GDestroyNotify) les_import_free);
  Adding *adding = g_new0 (Adding, 1);

  adding->window = g_object_ref (self);
  adding->session = g_object_ref (self->session);
  g_ptr_array_add (imports, les_import_text (text, &options));
  finish_adding (adding, imports);
  adding_free (adding);
}

static void
add_file_list (LesWindow *self, GSList *list)
{
  g_autoptr (GPtrArray) articles = g_ptr_array_new_with_free_func (g_object_unref);

  for (; list != NULL; list = list->next)
    if (les_project_format_is_project_file (list->data))
      les_window_open_file (self, list->data);
    else
      g_ptr_array_add (articles, g_object_ref (list->data));
  if (articles->len > 0)
    les_window_add_files (self, articles, FALSE);
}

static gboolean
dropped_cb (LesWindow *self, const GValue *value)
{
  if (G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST))
    add_file_list (self, g_value_get_boxed (value));
  else if (G_VALUE_HOLDS (value, G_TYPE_STRING))
    add_text (self, g_value_get_string (value));
  else
    return FALSE;
  return TRUE;
}

/** Asks for files and adds them. */
void
les_window_choose_articles (LesWindow *self)
{
  les_dialogs_open_async (GTK_WINDOW (self), LES_FILE_ARTICLES, _("Add Articles"), chosen_cb, NULL);
}

/** Asks for a folder and adds the text files in it. */
void
les_window_choose_folder (LesWindow *self)
{
  les_dialogs_open_async (GTK_WINDOW (self), LES_FILE_FOLDER, _("Add Folder"), chosen_cb, NULL);
}

/**
 * les_window_add_files:
 * @files: (element-type GFile): files and folders
 * @compare: open them side by side if two articles come of it
 *
 * Reads in a worker; articles that are there already are not added twice.
 */
void
les_window_add_files (LesWindow *self, GPtrArray *files, gboolean compare)
{
  const LesImportOptions options = { NULL, FALSE };
  Adding *adding = g_new0 (Adding, 1);
  GCancellable *cancellable = les_window_begin_work (self, _("Reading articles…"));

  adding->window = g_object_ref (self);
  adding->session = g_object_ref (self->session);
  adding->compare = compare;
  les_import_files_async (files, &options, cancellable, progress_cb, adding, imported_cb, adding);
}

/** Lets files, folders and text be dropped anywhere on the window. */
void
les_window_accept_drops (LesWindow *self)
{
  GType types[] = { GDK_TYPE_FILE_LIST, G_TYPE_STRING };
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_COPY);

  gtk_drop_target_set_gtypes (target, types, G_N_ELEMENTS (types));
  g_signal_connect_swapped (target, "drop", G_CALLBACK (dropped_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}
