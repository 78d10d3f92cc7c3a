/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What the shell is told. */
enum
{
  LES_EXIT_DONE = 0,
  LES_EXIT_INPUT = 1,     /* a file is at fault, or something could not be written */
  LES_EXIT_USAGE = 2,
};

/**
 * LesCommand:
 * @name: the first argument
 * @arguments: what follows, for the help
 * @summary: one line for the list of commands
 * @run: takes the arguments behind the name; returns an exit status
 */
typedef struct
{
  const char *name;
  const char *arguments;
  const char *summary;
  int (*run) (GStrv arguments);
} LesCommand;

extern const LesCommand les_command_import;
extern const LesCommand les_command_import_codebook;
extern const LesCommand les_command_show;
extern const LesCommand les_command_compare;
extern const LesCommand les_command_similar;
extern const LesCommand les_command_search;
extern const LesCommand les_command_export;
extern const LesCommand les_command_check;

gboolean les_cli_parse  (const LesCommand   *command,
                         const GOptionEntry *entries,
                         GStrv              *arguments,
                         int                *status);
int      les_cli_misuse (const LesCommand   *command,
                         const char         *cause);
void     les_cli_report (const char         *where,
                         const char         *cause);
void     les_cli_report_error (const char     *path,
                         const GError       *error);
void     les_cli_print_count (guint         n,
                         const char         *one,
                         const char         *many);
void     les_cli_print  (const char         *format,
                         ...) G_GNUC_PRINTF (1, 2);

G_END_DECLS
