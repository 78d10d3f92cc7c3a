/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "les-comparison-print.h"
#include "les-dialogs.h"
#include "les-error.h"
#include "les-export-comparison-csv.h"
#include "les-export-comparison-html.h"
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

static GFile *
with_extension (GFile *file, const char *extension)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *dotted = g_strconcat (".", extension, NULL);
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *full = NULL;

  if (g_str_has_suffix (name, dotted) || folder == NULL)
    return g_object_ref (file);
  full = g_strconcat (name, dotted, NULL);
  return g_file_get_child (folder, full);
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

typedef struct
{
  char *format;
  GFile *file;
} Wanted;

static void
wanted_free (Wanted *wanted)
{
  g_free (wanted->format);
  g_clear_object (&wanted->file);
  g_free (wanted);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Wanted, wanted_free)

static void
replace_answered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Wanted) wanted = data;
  g_autofree char *answer = les_dialogs_ask_finish (result);

  if (g_strcmp0 (answer, "replace") == 0)
    les_window_export_comparison_to (LES_WINDOW (source), wanted->format, wanted->file);
}

/* The dialog asked about the name that was typed, not about the one with its extension. */
static void
ask_to_replace (LesWindow *self, Wanted *wanted)
{
  const LesAnswer answers[] = {
    { "cancel", _("_Cancel"), FALSE },
    { "replace", _("_Replace"), TRUE },
  };
  g_autofree char *name = les_window_dup_file_name (wanted->file);
  g_autofree char *body = g_strdup_printf (_("“%s” exists already. If you replace it, what it holds now is gone."), name);

  les_dialogs_ask_async (GTK_WINDOW (self), _("Replace the File?"), body, answers, G_N_ELEMENTS (answers),
                         replace_answered_cb, wanted);
}

static void
place_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  LesWindow *self = LES_WINDOW (source);
  g_autoptr (Wanted) wanted = data;
  g_autoptr (GFile) chosen = les_dialogs_save_finish (result);

  if (chosen == NULL)
    return;
  wanted->file = with_extension (chosen, wanted->format);
  if (!g_file_equal (wanted->file, chosen) && g_file_query_exists (wanted->file, NULL))
    ask_to_replace (self, g_steal_pointer (&wanted));
  else
    les_window_export_comparison_to (self, wanted->format, wanted->file);
}

/** Asks where to, and exports the open comparison. @format: "csv" or "html" */
void
les_window_export_comparison (LesWindow *self, const char *format)
{
  Wanted *wanted;
  g_autofree char *name = NULL;

  if (!g_str_equal (format, "csv") && !g_str_equal (format, "html"))
    return;
  wanted = g_new0 (Wanted, 1);
  wanted->format = g_strdup (format);
  /* Translators: proposed name of a file, without its extension */
  name = g_strconcat (_("Comparison"), ".", format, NULL);
  les_dialogs_save_async (GTK_WINDOW (self), LES_FILE_EXPORT, _("Export Comparison"), name, NULL, place_chosen_cb,
                          wanted);
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
