/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-cli.h"
#include "les-cli-files.h"
#include "les-history.h"
#include "les-import-codebook.h"
#include "les-keeper.h"

static LesLoadedProject *
open_sound (const char *path)
{
  g_autofree char *shown = g_filename_display_name (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (LesLoadedProject) loaded = les_cli_load_project (path, &error);

  if (loaded == NULL)
    les_cli_report_error (path, error);
  else if (loaded->newer_version)
    les_cli_report (shown, "written by a later version of Lesart; it is left alone");
  else if (les_cli_report_findings (shown, loaded->findings) > 0)
    les_cli_report (shown, "the project is damaged; it is left alone");
  else
    return g_steal_pointer (&loaded);
  return NULL;
}

static void
print_details (guint details)
{
  static const char * const names[] = { "name", "color", "description", "shortcut", "kind", "GUID" };
  const char *separator = ":";

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if ((details & (1u << i)) != 0)
      {
        les_cli_print ("%s %s", separator, names[i]);
        separator = ",";
      }
}

static void
print_plan (const LesCodebookPlan *plan, const LesCodebook *codebook)
{
  for (guint i = 0; i < plan->steps->len; i++)
    {
      const LesCodebookStep *step = plan->steps->pdata[i];

      if (step->before != NULL && step->details == 0)
        continue;
      les_cli_print ("%-10s %s", step->before == NULL ? "new" : "changed", les_tag_get (step->tag, LES_TAG_NAME));
      print_details (step->details);
      les_cli_print ("\n");
    }
  if (codebook->n_cleaned > 0)
    les_cli_print ("names that were cleaned or shortened: %u\n", codebook->n_cleaned);
  if (codebook->n_skipped > 0)
    les_cli_print ("rows or members passed over: %u\n", codebook->n_skipped);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static gboolean
perform_and_save (LesLoadedProject *loaded, const char *path, LesChange *change, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (LesHistory) history = les_history_new (loaded->project);
  g_autoptr (LesKeeper) keeper = les_keeper_new (loaded->project, history);
  g_autoptr (GAsyncResult) result = NULL;
  gboolean done;

  les_keeper_set_loaded (keeper, file, FALSE);
  les_history_perform (history, les_change_ref (change));
  les_keeper_save_async (keeper, NULL, FALSE, NULL, saved_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  done = les_keeper_save_finish (keeper, result, error);
  les_keeper_close (keeper, TRUE);
  return done;
}

static int
import_codebook (const char *path, const char *source, gboolean dry_run)
{
  g_autoptr (GFile) file = g_file_new_for_path (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (LesLoadedProject) loaded = open_sound (path);
  g_autoptr (LesCodebook) codebook = NULL;
  g_autoptr (LesCodebookPlan) plan = NULL;

  if (loaded == NULL)
    return LES_EXIT_INPUT;
  codebook = les_import_codebook (file, NULL, &error);
  if (codebook == NULL)
    {
      les_cli_report_error (source, error);
      return LES_EXIT_INPUT;
    }
  plan = les_codebook_plan_new (loaded->project, codebook);
  print_plan (plan, codebook);
  if (!dry_run && les_change_get_n_edits (plan->change) > 0
      && !perform_and_save (loaded, path, plan->change, &error))
    {
      les_cli_report_error (path, error);
      return LES_EXIT_INPUT;
    }
  les_cli_print ("%u new, %u changed, %u the same; sets: %u%s\n", plan->n_added, plan->n_changed, plan->n_same,
                 plan->n_sets, dry_run ? "; nothing was written" : "");
  return LES_EXIT_DONE;
}

static int
run (GStrv arguments)
{
  g_auto (GStrv) files = NULL;
  g_autofree char *project = NULL;
  gboolean dry_run = FALSE;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &project, "The project to add to", "PROJECT.lesart" },
    { "dry-run", 'n', 0, G_OPTION_ARG_NONE, &dry_run, "Say what would be added and changed, and leave it at that", NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &files, NULL, NULL },
    G_OPTION_ENTRY_NULL
  };
  int status;

  if (!les_cli_parse (&les_command_import_codebook, entries, &arguments, &status))
    return status;
  if (project == NULL)
    return les_cli_misuse (&les_command_import_codebook, "which project? (-o PROJECT.lesart)");
  if (files == NULL || files[1] != NULL)
    return les_cli_misuse (&les_command_import_codebook, "name one codebook");
  return import_codebook (project, files[0], dry_run);
}

const LesCommand les_command_import_codebook = {
  "import-codebook",
  "-o PROJECT.lesart [--dry-run] FILE",
  "Add the tags of a codebook (REFI-QDA .qdc, CSV) to a project",
  run,
};
