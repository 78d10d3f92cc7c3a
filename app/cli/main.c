/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-cli.h"

#include <errno.h>
#include <stdio.h>

static const LesCommand * const commands[] = {
  &les_command_import,
  &les_command_import_codebook,
  &les_command_show,
  &les_command_compare,
  &les_command_similar,
  &les_command_search,
  &les_command_export,
  &les_command_check,
};

static void
print_help (FILE *stream)
{
  fputs ("Usage: lesart-cli COMMAND [ARGUMENT ...]\n\n"
         "Works on Lesart projects without a window.\n\n"
         "Commands:\n", stream);
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    fprintf (stream, "  %-15s %s\n", commands[i]->name, commands[i]->summary);
  fputs ("\n"
         "lesart-cli COMMAND --help   how a command is used\n"
         "lesart-cli --version        the version of this program\n\n"
         "Exit status: 0 done, 1 the input is at fault, 2 wrong usage.\n", stream);
}

static const LesCommand *
find_command (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (commands[i]->name, name))
      return commands[i];
  return NULL;
}

static int
run (char **argv)
{
  const LesCommand *command;
  g_auto (GStrv) arguments = NULL;

  if (argv[1] == NULL)
    {
      print_help (stderr);
      return LES_EXIT_USAGE;
    }
  if (g_str_equal (argv[1], "--help") || g_str_equal (argv[1], "-h"))
    {
      print_help (stdout);
      return LES_EXIT_DONE;
    }
  if (g_str_equal (argv[1], "--version"))
    {
      les_cli_print ("lesart-cli %s\n", LES_VERSION);
      return LES_EXIT_DONE;
    }

  command = find_command (argv[1]);
  if (command == NULL)
    {
      g_autofree char *cause = g_strdup_printf ("there is no command \"%s\"; see lesart-cli --help", argv[1]);

      les_cli_report (NULL, cause);
      return LES_EXIT_USAGE;
    }
  arguments = g_strdupv (argv + 1);
  return command->run (arguments);
}

int
main (int argc, char *argv[])
{
  int status = run (argv);

  /* A full disk behind a redirection shows only now. */
  if (fflush (stdout) != 0 || ferror (stdout))
    {
      les_cli_report ("standard output", g_strerror (errno));
      return LES_EXIT_INPUT;
    }
  return status;
}
