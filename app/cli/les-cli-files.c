/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-cli-files.h"

#include "les-cli.h"
#include "les-importer.h"
#include "les-keeper.h"

#include <string.h>

/** Returns: (transfer full): the path from where we are, as UTF-8 */
char *
les_cli_dup_shown_path (GFile *file)
{
  g_autoptr (GFile) here = g_file_new_for_path (".");
  g_autofree char *relative = g_file_get_relative_path (here, file);
  const char *path = relative != NULL ? relative : g_file_peek_path (file);

  return g_filename_display_name (path != NULL ? path : "");
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

/** Returns: (transfer full) (nullable): what is in the file; errors as les_keeper_load_finish() gives them */
LesLoadedProject *
les_cli_load_project (const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GAsyncResult) result = NULL;

  les_keeper_load_async (file, NULL, loaded_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return les_keeper_load_finish (result, error);
}

/**
 * les_cli_report_findings:
 *
 * Tells what had to be set aside while reading.
 *
 * Returns: how many findings of that kind there are
 */
guint
les_cli_report_findings (const char *path, GPtrArray *findings)
{
  guint n_errors = 0;

  for (guint i = 0; i < findings->len; i++)
    {
      const LesFinding *finding = findings->pdata[i];

      if (!finding->is_error)
        continue;
      les_cli_report (path, finding->message);
      n_errors++;
    }
  return n_errors;
}

/**
 * les_cli_open_project:
 * @status: (out): LES_EXIT_DONE, or LES_EXIT_INPUT when the file cannot be
 *   read or parts of it had to be set aside
 *
 * Loads a project to be looked at; tells what is wrong with it.
 *
 * Returns: (transfer full) (nullable): NULL when there is nothing to look at
 */
LesLoadedProject *
les_cli_open_project (const char *path, int *status)
{
  g_autofree char *shown = g_filename_display_name (path);
  g_autoptr (GError) error = NULL;
  LesLoadedProject *loaded = les_cli_load_project (path, &error);

  *status = LES_EXIT_INPUT;
  if (loaded == NULL)
    {
      les_cli_report_error (path, error);
      return NULL;
    }
  if (les_cli_report_findings (shown, loaded->findings) == 0)
    *status = LES_EXIT_DONE;
  return loaded;
}

/* An id, or the beginning of one that no other article shares. */
static LesArticle *
find_article (LesProject *project, const char *id, const char **cause)
{
  g_autoptr (GPtrArray) articles = les_project_ref_records (project, LES_RECORD_ARTICLE);
  LesArticle *found = les_project_get_article (project, id);

  *cause = "there is no article with this id";
  if (found != NULL || *id == '\0')
    return found;
  for (guint i = 0; i < articles->len; i++)
    {
      if (!g_str_has_prefix (les_record_get_id (articles->pdata[i]), id))
        continue;
      if (found != NULL)
        {
          *cause = "several articles have an id that starts like this";
          return NULL;
        }
      found = articles->pdata[i];
    }
  return found;
}

static gboolean
load_from_project (const char *argument, const char *hash, LesCliArticle *out)
{
  g_autofree char *path = g_strndup (argument, hash - argument);
  g_autofree char *shown = g_filename_display_name (argument);
  g_autofree char *base = g_path_get_basename (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (LesLoadedProject) loaded = les_cli_load_project (path, &error);
  LesArticle *article;
  const char *cause;

  if (loaded == NULL)
    {
      les_cli_report_error (path, error);
      return FALSE;
    }
  article = find_article (loaded->project, hash + 1, &cause);
  if (article == NULL)
    {
      les_cli_report (shown, cause);
      return FALSE;
    }
  out->name = g_strdup_printf ("%s#%s", base, les_record_get_id (LES_RECORD (article)));
  out->article = g_object_ref (article);
  out->document = les_document_ref (les_article_get_document (article));
  return TRUE;
}

static gboolean
load_from_file (const char *path, gboolean raw, LesCliArticle *out)
{
  const LesImportOptions options = { NULL, raw };
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (LesImport) import = les_import_file (file, &options, NULL);
  LesText *text;

  if (import->error != NULL)
    {
      les_cli_report_error (path, import->error);
      return FALSE;
    }
  text = les_article_get_text (import->article);
  out->name = g_strdup (import->name);
  out->article = g_object_ref (import->article);
  out->document = raw
                  ? les_document_new_raw (text, les_article_get (import->article, LES_ARTICLE_LANGUAGE))
                  : les_document_ref (les_article_get_document (import->article));
  return TRUE;
}

/**
 * les_cli_load_article:
 * @argument: FILE or PROJECT#ID; the beginning of an id is enough
 * @raw: take the text of a file as it stands
 * @article: (out): cleared by les_cli_article_clear(), also on failure
 *
 * Tells what went wrong.
 *
 * Returns: whether it went well
 */
gboolean
les_cli_load_article (const char *argument, gboolean raw, LesCliArticle *article)
{
  const char *hash = strrchr (argument, '#');

  memset (article, 0, sizeof *article);
  /* A file may have # in its name. */
  if (hash != NULL && !g_file_test (argument, G_FILE_TEST_EXISTS))
    return load_from_project (argument, hash, article);
  return load_from_file (argument, raw, article);
}

void
les_cli_article_clear (LesCliArticle *article)
{
  g_clear_pointer (&article->name, g_free);
  g_clear_object (&article->article);
  g_clear_pointer (&article->document, les_document_unref);
}
