/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>

#include <glib/gi18n.h>

#include "les-application.h"

int
main (int argc, char *argv[])
{
  g_autoptr (LesApplication) application = NULL;
  const char *localedir = g_getenv ("LESART_LOCALEDIR");

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, localedir != NULL ? localedir : LES_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  application = les_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
