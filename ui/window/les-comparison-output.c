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

typedef struct
{
  LesPassageTable *table;
  GFile *file;
  gboolean as_csv;
} Exporting;

static void
exporting_free (gpointer data)
{
  Exporting *exporting = data;

  les_passage_table_unref (exporting->table);
  g_object_unref (exporting->file);
  g_free (exporting);
}

static void
export_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Exporting *exporting = data;
  g_autofree char *path = g_file_get_path (exporting->file);
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  if (exporting->as_csv)
    les_export_comparison_csv (exporting->table, out, cancellable);
  else
    les_export_comparison_html (exporting->table, out, cancellable);
  if (g_task_return_error_if_cancelled (task))
    return;
  if (path == NULL)
    g_task_return_new_error (task, LES_ERROR, LES_ERROR_NOT_WRITABLE, "not a local file");
  else if (g_file_set_contents_full (path, out->str, (gssize) out->len, G_FILE_SET_CONTENTS_CONSISTENT, 0666, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, les_error_from_io (error));
}

static void
exported_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LesWindow) self = data;
  const Exporting *exporting = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  if (self->session == NULL)
    return;
  les_window_end_work (self);
  if (g_task_propagate_boolean (G_TASK (result), &error))
    {
      g_autofree char *name = les_window_dup_file_name (exporting->file);
      g_autofree char *words = g_strdup_printf (_("Exported as “%s”"), name);

      les_window_toast (self, words, NULL, NULL);
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    les_window_tell_error (self, _("The Comparison Could Not Be Exported"), error, exporting->file);
}

/**
 * les_window_export_comparison_to:
 * @format: "csv" or "html"; any other does nothing
 * @file: what is there is replaced
 *
 * Writes in a thread, which has the table to itself.
 */
void
les_window_export_comparison_to (LesWindow *self, const char *format, GFile *file)
{
  g_autoptr (LesPassageTable) table = les_passage_table_new_for_session (self->session);
  g_autoptr (GTask) task = NULL;
  Exporting *exporting;

  if (table == NULL || (!g_str_equal (format, "csv") && !g_str_equal (format, "html")))
    return;
  exporting = g_new0 (Exporting, 1);
  exporting->table = g_steal_pointer (&table);
  exporting->file = g_object_ref (file);
  exporting->as_csv = g_str_equal (format, "csv");
  task = g_task_new (NULL, les_window_begin_work (self, _("Exporting…")), exported_cb, g_object_ref (self));
  g_task_set_task_data (task, exporting, exporting_free);
  g_task_run_in_thread (task, export_in_thread);
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
