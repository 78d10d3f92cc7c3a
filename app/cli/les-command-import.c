/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-cli.h"
#include "les-cli-files.h"
#include "les-edits.h"
#include "les-error.h"
#include "les-importer.h"
#include "les-keeper.h"

typedef struct
{
  GPtrArray *articles;      /* of LesArticle, to be added */
  guint n_duplicates;
  guint n_failed;
} Outcome;

/* The project at @path, or a new one; NULL when it may not be added to. */
static LesLoadedProject *
open_or_create (const char *path, gboolean *is_new)
{
  g_autofree char *shown = g_filename_display_name (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (LesLoadedProject) loaded = les_cli_load_project (path, &error);

  *is_new = g_error_matches (error, LES_ERROR, LES_ERROR_NOT_FOUND);
  if (*is_new)
    {
      loaded = g_new0 (LesLoadedProject, 1);
      loaded->project = les_project_new ();
      loaded->findings = g_ptr_array_new ();
      return g_steal_pointer (&loaded);
    }
  if (loaded == NULL)
    {
      les_cli_report_error (path, error);
      return NULL;
    }
  if (loaded->newer_version)
    {
      les_cli_report (shown, "written by a later version of Lesart; it is left alone");
      return NULL;
    }
  if (les_cli_report_findings (shown, loaded->findings) > 0)
    {
      les_cli_report (shown, "the project is damaged; it is left alone");
      return NULL;
    }
  return g_steal_pointer (&loaded);
}

static void
imported_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static GPtrArray *
read_files (char **paths, const LesImportOptions *options)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GAsyncResult) result = NULL;

  for (int i = 0; paths[i] != NULL; i++)
    g_ptr_array_add (files, g_file_new_for_path (paths[i]));
  les_import_files_async (files, options, NULL, NULL, NULL, imported_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return les_import_files_finish (result, NULL);
}

static LesArticle *
find_same_text (LesProject *project, GPtrArray *articles, LesText *text)
{
  LesArticle *found = les_project_find_same_text (project, text);

  for (guint i = 0; found == NULL && i < articles->len; i++)
    if (g_str_equal (les_text_get_utf8 (les_article_get_text (articles->pdata[i])), les_text_get_utf8 (text)))
      found = articles->pdata[i];
  return found;
}

static void
print_known (const char *label, const char *value)
{
  if (value != NULL)
    les_cli_print ("    %-10s %s\n", label, value);
}

static void
print_article (const char *shown, const LesImport *import)
{
  LesArticle *article = import->article;

  les_cli_print ("added      %s\n", shown);
  print_known ("headline", les_article_get (article, LES_ARTICLE_TITLE));
  print_known ("outlet", les_article_get (article, LES_ARTICLE_OUTLET));
  print_known ("agency", les_article_get (article, LES_ARTICLE_AGENCY));
  print_known ("author", les_article_get (article, LES_ARTICLE_AUTHOR));
  print_known ("place", les_article_get (article, LES_ARTICLE_PLACE));
  print_known ("date", les_article_get (article, LES_ARTICLE_DATE));
  print_known ("language", les_article_get (article, LES_ARTICLE_LANGUAGE));
  print_known ("correction", les_article_get (article, LES_ARTICLE_CORRECTION));
  if (import->encoding_guessed)
    les_cli_print ("    %-10s %s (guessed)\n", "encoding", import->encoding);
  if (import->repairs > 0)
    les_cli_print ("    %-10s characters replaced or removed: %d\n", "repaired", import->repairs);
}

static void
take_import (Outcome *outcome, LesProject *project, const LesImport *import)
{
  g_autofree char *shown = import->file != NULL ? les_cli_dup_shown_path (import->file) : g_strdup (import->name);
  LesArticle *same;

  if (import->error != NULL)
    {
      les_cli_report (shown, import->error->message);
      outcome->n_failed++;
      return;
    }
  same = find_same_text (project, outcome->articles, les_article_get_text (import->article));
  if (same != NULL)
    {
      g_autofree char *heading = les_article_dup_heading (same);

      les_cli_print ("duplicate  %s\n    the same text as \"%s\"\n", shown, heading);
      outcome->n_duplicates++;
      return;
    }
  print_article (shown, import);
  g_ptr_array_add (outcome->articles, g_object_ref (import->article));
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static gboolean
add_and_save (LesLoadedProject *loaded, const char *path, gboolean is_new, GPtrArray *articles, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (LesHistory) history = les_history_new (loaded->project);
  g_autoptr (LesKeeper) keeper = les_keeper_new (loaded->project, history);
  g_autoptr (GAsyncResult) result = NULL;
  gboolean done;

  if (!is_new)
    les_keeper_set_loaded (keeper, file, FALSE);
  les_history_perform (history, les_edits_add_articles (loaded->project, articles));
  les_keeper_save_async (keeper, is_new ? file : NULL, FALSE, NULL, saved_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  done = les_keeper_save_finish (keeper, result, error);
  les_keeper_close (keeper, TRUE);
  return done;
}

static gboolean
add_articles (LesLoadedProject *loaded, const char *path, gboolean is_new, GPtrArray *articles)
{
  g_autoptr (GError) error = NULL;

  if (articles->len == 0 || add_and_save (loaded, path, is_new, articles, &error))
    return TRUE;
  les_cli_report_error (path, error);
  return FALSE;
}

static int
import_files (const char *path, char **files, const LesImportOptions *options)
{
  gboolean is_new;
  g_autoptr (LesLoadedProject) loaded = open_or_create (path, &is_new);
  g_autoptr (GPtrArray) imports = NULL;
  g_autoptr (GPtrArray) articles = g_ptr_array_new_with_free_func (g_object_unref);
  Outcome outcome = { articles, 0, 0 };

  if (loaded == NULL)
    return LES_EXIT_INPUT;
  imports = read_files (files, options);
  for (guint i = 0; i < imports->len; i++)
    take_import (&outcome, loaded->project, imports->pdata[i]);
  if (!add_articles (loaded, path, is_new, articles))
    return LES_EXIT_INPUT;

  les_cli_print ("%u added, %u already there, %u failed; the project has ", articles->len,
                 outcome.n_duplicates, outcome.n_failed);
  les_cli_print_count (les_project_get_n_records (loaded->project, LES_RECORD_ARTICLE), "article", "articles");
  les_cli_print ("\n");
  return outcome.n_failed > 0 ? LES_EXIT_INPUT : LES_EXIT_DONE;
}

static int
run (GStrv arguments)
{
  g_auto (GStrv) files = NULL;
  g_autofree char *project = NULL;
  g_autofree char *encoding = NULL;
  gboolean raw = FALSE;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &project, "The project to add to, or to create", "PROJECT.lesart" },
    { "raw", 'r', 0, G_OPTION_ARG_NONE, &raw, "Take the text as it stands, without looking for metadata", NULL },
    { "encoding", 'e', 0, G_OPTION_ARG_FILENAME, &encoding, "The character encoding, if the guess is wrong", "NAME" },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &files, NULL, NULL },
    G_OPTION_ENTRY_NULL
  };
  int status;

  if (!les_cli_parse (&les_command_import, entries, &arguments, &status))
    return status;
  if (project == NULL)
    return les_cli_misuse (&les_command_import, "which project? (-o PROJECT.lesart)");
  if (files == NULL)
    return les_cli_misuse (&les_command_import, "which files?");

  {
    const LesImportOptions options = { encoding, raw };

    return import_files (project, files, &options);
  }
}

const LesCommand les_command_import = {
  "import",
  "-o PROJECT.lesart [--raw] FILE ...",
  "Add articles to a project, which is created if need be; folders are searched",
  run,
};
