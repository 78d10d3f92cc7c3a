/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-cli.h"

#include <stdio.h>
#include <string.h>

/**
 * les_cli_parse:
 * @entries: the options of the command; what is left over goes into a
 *   G_OPTION_REMAINING entry
 * @arguments: (inout): the arguments behind the command's name
 * @status: (out): the exit status when FALSE is returned
 *
 * Handles --help itself.
 *
 * Returns: whether to go on
 */
gboolean
les_cli_parse (const LesCommand *command, const GOptionEntry *entries, GStrv *arguments, int *status)
{
  g_autoptr (GOptionContext) context = g_option_context_new (command->arguments);
  g_autoptr (GError) error = NULL;
  g_autofree char *help = NULL;
  gboolean wants_help = FALSE;
  const GOptionEntry help_entry[] = {
    { "help", 'h', 0, G_OPTION_ARG_NONE, &wants_help, "Say how the command is used", NULL },
    G_OPTION_ENTRY_NULL
  };
  g_autofree char *program = g_strconcat ("lesart-cli ", command->name, NULL);

  g_set_prgname (program);
  g_option_context_set_summary (context, command->summary);
  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_add_main_entries (context, entries, NULL);
  g_option_context_add_main_entries (context, help_entry, NULL);
  if (!g_option_context_parse_strv (context, arguments, &error))
    {
      *status = les_cli_misuse (command, error->message);
      return FALSE;
    }
  if (!wants_help)
    return TRUE;

  help = g_option_context_get_help (context, TRUE, NULL);
  les_cli_print ("%s", help);
  *status = LES_EXIT_DONE;
  return FALSE;
}

/** Tells what is wrong with the arguments. Returns: the exit status for it */
int
les_cli_misuse (const LesCommand *command, const char *cause)
{
  fprintf (stderr, "lesart-cli: %s\nUsage: lesart-cli %s %s\n", cause, command->name, command->arguments);
  return LES_EXIT_USAGE;
}

/**
 * les_cli_report:
 * @where: (nullable): the file at fault
 * @cause: perhaps with LINE:COLUMN: in front; becomes one line
 */
void
les_cli_report (const char *where, const char *cause)
{
  g_autofree char *line = g_strdup (cause);

  g_strdelimit (line, "\r\n", ' ');
  if (where != NULL)
    fprintf (stderr, "lesart-cli: %s: %s\n", where, line);
  else
    fprintf (stderr, "lesart-cli: %s\n", line);
}

/**
 * les_cli_report_error:
 * @path: the file at fault, as it was given
 *
 * As les_cli_report(); a message that names the file itself does so once.
 */
void
les_cli_report_error (const char *path, const GError *error)
{
  g_autofree char *shown = g_filename_display_name (path);
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  g_autofree char *prefix = g_strconcat (absolute, ": ", NULL);
  const char *cause = error->message;

  if (g_str_has_prefix (cause, prefix))
    cause += strlen (prefix);
  les_cli_report (shown, cause);
}

/** Always UTF-8, whatever the locale: scripts read it. */
void
les_cli_print (const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  vfprintf (stdout, format, arguments);
  va_end (arguments);
}

/** "1 article", "5 articles" */
void
les_cli_print_count (guint n, const char *one, const char *many)
{
  les_cli_print ("%u %s", n, n == 1 ? one : many);
}
