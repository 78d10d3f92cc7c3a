/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "les-comparison-print.h"
#include "les-dialogs.h"
#include "les-error.h"
#include "les-export-comparison-csv.h"
#include "les-export-comparison-html.h"
#include "les-export-dialog.h"
#include "les-window-private.h"

/* What leaves the window of the open comparison: table files and print. */

static GBytes *
make_bytes (LesPassageTable *table, const char *format)
{
  GString *out = g_string_new (NULL);

  if (g_str_equal (format, "csv"))
    les_export_comparison_csv (table, out);
  else
    les_export_comparison_html (table, out);
  return g_string_free_to_bytes (out);
}

/**
 * les_window_export_comparison_to:
 * @format: "csv" or "html"; any other does nothing
 * @file: what is there is replaced
 */
void
les_window_export_comparison_to (LesWindow *self, const char *format, GFile *file)
{
  g_autoptr (LesPassageTable) table = les_passage_table_new_for_session (self->session);
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *name = les_window_dup_file_name (file);
  g_autofree char *words = NULL;
  g_autoptr (GError) io_error = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (table == NULL || (!g_str_equal (format, "csv") && !g_str_equal (format, "html")))
    return;
  bytes = make_bytes (table, format);
  if (path == NULL)
    g_set_error_literal (&error, LES_ERROR, LES_ERROR_NOT_WRITABLE, "not a local file");
  else if (!g_file_set_contents_full (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
                                      G_FILE_SET_CONTENTS_CONSISTENT, 0666, &io_error))
    error = les_error_from_io (io_error);
  if (error != NULL)
    {
      les_window_tell_error (self, _("The Comparison Could Not Be Exported"), error, file);
      return;
    }
  words = g_strdup_printf (_("Exported as “%s”"), name);
  les_window_toast (self, words, NULL, NULL);
}

static void
place_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree char *format = data;
  g_autoptr (GFile) file = les_export_dialog_finish (result);

  if (file != NULL)
    les_window_export_comparison_to (LES_WINDOW (source), format, file);
}

/** Asks where to, and exports the open comparison. @format: "csv" or "html" */
void
les_window_export_comparison (LesWindow *self, const char *format)
{
  g_autofree char *name = NULL;

  if (!g_str_equal (format, "csv") && !g_str_equal (format, "html"))
    return;
  /* Translators: proposed name of a file, without its extension */
  name = g_strconcat (_("Comparison"), ".", format, NULL);
  les_export_dialog_async (GTK_WINDOW (self), _("Export Comparison"), name, format, place_chosen_cb,
                           g_strdup (format));
}

static void
printed_cb (LesWindow *self, GtkPrintOperationResult result, GtkPrintOperation *operation)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *body = NULL;

  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;
  gtk_print_operation_get_error (operation, &error);
  /* Translators: %s is the cause, as the print system words it */
  body = g_strdup_printf (_("The print system says: %s"), error != NULL ? error->message : "");
  les_dialogs_tell (GTK_WINDOW (self), _("The Comparison Could Not Be Printed"), body);
}

/** Prints the open comparison as a table, after the system's dialog. */
void
les_window_print_comparison (LesWindow *self)
{
  g_autoptr (LesPassageTable) table = les_passage_table_new_for_session (self->session);
  g_autoptr (GtkPrintOperation) operation = NULL;

  if (table == NULL)
    return;
  operation = les_comparison_print_new (table);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect_object (operation, "done", G_CALLBACK (printed_cb), self, G_CONNECT_SWAPPED);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, GTK_WINDOW (self), NULL);
}
