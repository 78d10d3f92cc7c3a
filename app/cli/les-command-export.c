/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-cli.h"
#include "les-cli-files.h"
#include "les-exporter.h"

#include <glib/gstdio.h>
#include <stdio.h>

static int
misuse_format (void)
{
  g_autoptr (GString) cause = g_string_new ("the format is one of");
  guint n_formats;
  const LesExportFormat *formats = les_export_list_formats (&n_formats);

  for (guint i = 0; i < n_formats; i++)
    g_string_append_printf (cause, " %s", formats[i].id);
  return les_cli_misuse (&les_command_export, cause->str);
}

static gboolean
is_same_file (const char *a, const char *b)
{
  GStatBuf left;
  GStatBuf right;

  return g_stat (a, &left) == 0 && g_stat (b, &right) == 0
         && left.st_dev == right.st_dev && left.st_ino == right.st_ino;
}

static int
write_bytes (GBytes *bytes, const char *path)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autoptr (GError) error = NULL;

  if (path == NULL)
    {
      fwrite (data, 1, length, stdout);
      return LES_EXIT_DONE;
    }
  if (g_file_set_contents_full (path, data, length, G_FILE_SET_CONTENTS_CONSISTENT, 0666, &error))
    return LES_EXIT_DONE;
  les_cli_report_error (path, error);
  return LES_EXIT_INPUT;
}

static int
export_project (const char *path, const char *format, const char *output)
{
  int status;
  g_autoptr (LesLoadedProject) loaded = les_cli_open_project (path, &status);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (loaded == NULL)
    return status;
  bytes = les_export (loaded->project, format, NULL, &error);
  if (bytes == NULL)
    {
      les_cli_report_error (path, error);
      return LES_EXIT_INPUT;
    }
  return write_bytes (bytes, output) == LES_EXIT_DONE ? status : LES_EXIT_INPUT;
}

static int
run (GStrv arguments)
{
  g_auto (GStrv) paths = NULL;
  g_autofree char *format = NULL;
  g_autofree char *output = NULL;
  const GOptionEntry entries[] = {
    { "to", 't', 0, G_OPTION_ARG_FILENAME, &format,
      "The format: csv, markdown, html, claims-csv, qdc or codebook-csv", "FORMAT" },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, "Where to; standard output if not given", "FILE" },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &paths, NULL, NULL },
    G_OPTION_ENTRY_NULL
  };
  int status;

  if (!les_cli_parse (&les_command_export, entries, &arguments, &status))
    return status;
  if (format == NULL || les_export_find_format (format) == NULL)
    return misuse_format ();
  if (paths == NULL || paths[1] != NULL)
    return les_cli_misuse (&les_command_export, "name one project");
  if (output != NULL && is_same_file (paths[0], output))
    return les_cli_misuse (&les_command_export, "the output would replace the project");

  return export_project (paths[0], format, output);
}

const LesCommand les_command_export = {
  "export",
  "--to FORMAT [-o FILE] PROJECT.lesart",
  "Write a project's annotations as a table, a document or a page, or its codebook",
  run,
};
