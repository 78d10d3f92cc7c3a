/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-cli.h"
#include "les-cli-files.h"

static const char *
describe_review (LesReview review)
{
  switch (review)
    {
    case LES_REVIEW_UNPLACED:
      return "to be placed: its words are not in the text any more";
    case LES_REVIEW_CHANGED:
      return "to be reviewed: its words were changed";
    case LES_REVIEW_MOVED:
      return "to be reviewed: its words were moved";
    case LES_REVIEW_NONE:
    default:
      return NULL;
    }
}

static GHashTable *
collect_told (GPtrArray *findings)
{
  GHashTable *told = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < findings->len; i++)
    if (((const LesFinding *) findings->pdata[i])->to_place != NULL)
      g_hash_table_add (told, ((const LesFinding *) findings->pdata[i])->to_place);
  return told;
}

/* Returns: how many annotations wait for a person since their text was edited */
static guint
list_reviews (const char *shown, LesLoadedProject *loaded)
{
  g_autoptr (GPtrArray) annotations = les_project_ref_records (loaded->project, LES_RECORD_ANNOTATION);
  g_autoptr (GHashTable) told = collect_told (loaded->findings);
  guint n = 0;

  for (guint i = 0; i < annotations->len; i++)
    {
      const char *words = describe_review (les_annotation_get_review (annotations->pdata[i]));

      if (words == NULL || g_hash_table_contains (told, les_record_get_id (annotations->pdata[i])))
        continue;
      les_cli_print ("%s: note: annotations %s: %s\n", shown, les_record_get_id (annotations->pdata[i]), words);
      n++;
    }
  return n;
}

static int
check_project (const char *path)
{
  g_autofree char *shown = g_filename_display_name (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (LesLoadedProject) loaded = les_cli_load_project (path, &error);
  guint n_errors = 0;
  guint n_reviews;

  if (loaded == NULL)
    {
      les_cli_report_error (path, error);
      return LES_EXIT_INPUT;
    }
  for (guint i = 0; i < loaded->findings->len; i++)
    {
      const LesFinding *finding = loaded->findings->pdata[i];

      les_cli_print ("%s: %s: %s\n", shown, finding->is_error ? "error" : "note", finding->message);
      n_errors += finding->is_error;
    }
  n_reviews = list_reviews (shown, loaded);
  if (loaded->newer_version)
    {
      les_cli_report (shown, "written by a later version of Lesart; only what this version knows was checked");
      return LES_EXIT_INPUT;
    }
  if (loaded->findings->len + n_reviews == 0)
    les_cli_print ("%s: in order\n", shown);
  return n_errors > 0 ? LES_EXIT_INPUT : LES_EXIT_DONE;
}

static int
run (GStrv arguments)
{
  g_auto (GStrv) paths = NULL;
  const GOptionEntry entries[] = {
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &paths, NULL, NULL },
    G_OPTION_ENTRY_NULL
  };
  int status = LES_EXIT_DONE;

  if (!les_cli_parse (&les_command_check, entries, &arguments, &status))
    return status;
  if (paths == NULL)
    return les_cli_misuse (&les_command_check, "which project?");

  for (guint i = 0; paths[i] != NULL; i++)
    if (check_project (paths[i]) != LES_EXIT_DONE)
      status = LES_EXIT_INPUT;
  return status;
}

const LesCommand les_command_check = {
  "check",
  "PROJECT.lesart ...",
  "Prove projects: every offset, every reference; one line for each finding",
  run,
};
