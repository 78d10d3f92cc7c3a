/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-dialogs.h"

#include <string.h>

#include <adwaita.h>
#include <glib/gi18n.h>

#define HEADING_CHARS 26
#define BODY_CHARS 44

static void
destroy_chooser (gpointer chooser)
{
  gtk_native_dialog_destroy (chooser);
  g_object_unref (chooser);
}

/* GtkFileChooserNative has to be kept alive by us until it answers. */
static void
take_chooser (GTask *task, GtkFileChooserNative *chooser)
{
  g_task_set_task_data (task, chooser, destroy_chooser);
}

static void
add_filter (GtkFileChooser *chooser, const char *name, const char * const *patterns)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  for (guint i = 0; patterns[i] != NULL; i++)
    gtk_file_filter_add_pattern (filter, patterns[i]);
  gtk_file_chooser_add_filter (chooser, filter);
}

static void
add_filters (GtkFileChooser *chooser, LesFileKind kind)
{
  if (kind == LES_FILE_PROJECT)
    add_filter (chooser, _("Lesart Projects"), (const char * const[]) { "*.lesart", NULL });
  if (kind == LES_FILE_ARTICLES)
    add_filter (chooser, _("Text Files"), (const char * const[]) { "*.txt", "*.text", "*.md", NULL });
  if (kind == LES_FILE_CODEBOOK)
    add_filter (chooser, _("Codebooks"), (const char * const[]) { "*.qdc", "*.QDC", "*.qde", "*.csv", "*.tsv", "*.txt", NULL });
  if (kind == LES_FILE_PROJECT || kind == LES_FILE_ARTICLES || kind == LES_FILE_CODEBOOK)
    add_filter (chooser, _("All Files"), (const char * const[]) { "*", NULL });
}

static GPtrArray *
list_files (GtkFileChooser *chooser)
{
  g_autoptr (GListModel) model = gtk_file_chooser_get_files (chooser);
  GPtrArray *files = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    g_ptr_array_add (files, g_list_model_get_item (model, i));
  return files;
}

static void
opened_cb (GtkFileChooserNative *chooser, int response, GTask *task)
{
  g_autoptr (GTask) owned = task;

  if (response == GTK_RESPONSE_ACCEPT)
    g_task_return_pointer (task, list_files (GTK_FILE_CHOOSER (chooser)), (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_pointer (task, NULL, NULL);
}

static void
saved_cb (GtkFileChooserNative *chooser, int response, GTask *task)
{
  g_autoptr (GTask) owned = task;

  if (response == GTK_RESPONSE_ACCEPT)
    g_task_return_pointer (task, gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser)), g_object_unref);
  else
    g_task_return_pointer (task, NULL, NULL);
}

/**
 * les_dialogs_open_async:
 * @title: translated
 *
 * Asks for one project or codebook, any number of articles, or a folder.
 */
void
les_dialogs_open_async (GtkWindow           *parent,
                        LesFileKind          kind,
                        const char          *title,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  GTask *task = g_task_new (parent, NULL, callback, user_data);
  GtkFileChooserAction action = kind == LES_FILE_FOLDER ? GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER
                                                        : GTK_FILE_CHOOSER_ACTION_OPEN;
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (title, parent, action, _("_Open"), _("_Cancel"));

  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (chooser), kind == LES_FILE_ARTICLES);
  add_filters (GTK_FILE_CHOOSER (chooser), kind);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  take_chooser (task, chooser);
  g_signal_connect (chooser, "response", G_CALLBACK (opened_cb), task);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/** Returns: (transfer full) (nullable) (element-type GFile): NULL when nothing was chosen */
GPtrArray *
les_dialogs_open_finish (GAsyncResult *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
}

/**
 * les_dialogs_save_async:
 * @title: translated
 * @name: what to propose
 * @folder: (nullable): where to begin
 *
 * Asks where to save. The dialog itself asks before an existing file is named.
 */
void
les_dialogs_save_async (GtkWindow           *parent,
                        LesFileKind          kind,
                        const char          *title,
                        const char          *name,
                        GFile               *folder,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  GTask *task = g_task_new (parent, NULL, callback, user_data);
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (title, parent, GTK_FILE_CHOOSER_ACTION_SAVE,
                                                               _("_Save"), _("_Cancel"));

  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  if (folder != NULL)
    gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (chooser), folder, NULL);
  add_filters (GTK_FILE_CHOOSER (chooser), kind);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  take_chooser (task, chooser);
  g_signal_connect (chooser, "response", G_CALLBACK (saved_cb), task);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/** Returns: (transfer full) (nullable): NULL when nothing was chosen */
GFile *
les_dialogs_save_finish (GAsyncResult *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
}

static void
answered_cb (AdwMessageDialog *dialog, const char *response, GTask *task)
{
  g_autoptr (GTask) owned = task;

  /* The answer may close the parent, which must not take the dialog with it while it is still answering. */
  gtk_window_set_transient_for (GTK_WINDOW (dialog), NULL);
  g_task_return_pointer (task, g_strdup (response), g_free);
}

static GtkWidget *
new_words (const char *words, int max_chars, const char *style_class)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), max_chars);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (label, style_class);
  return label;
}

/* Several lines are a list, and read from the left. */
static GtkWidget *
new_body (const char *body)
{
  GtkWidget *label = new_words (body, BODY_CHARS, "body");

  if (strchr (body, '\n') != NULL)
    {
      gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_LEFT);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
    }
  return label;
}

/* The words are our own labels: from libadwaita 1.5 on the dialog's own heading
 * does not wrap at first and is measured for less than it needs, which GTK
 * complains about. Labels that wrap fit into any width the dialog takes. */
static GtkWindow *
new_message (GtkWindow *parent, const char *heading, const char *body)
{
  GtkWidget *dialog = adw_message_dialog_new (parent, NULL, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *label = new_words (heading, HEADING_CHARS, "title-2");

  gtk_window_set_title (GTK_WINDOW (dialog), heading);
  gtk_box_append (GTK_BOX (box), label);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (dialog), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
  if (body != NULL)
    {
      label = new_body (body);
      gtk_box_append (GTK_BOX (box), label);
      gtk_accessible_update_relation (GTK_ACCESSIBLE (dialog), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, label, NULL, -1);
    }
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), box);
  return GTK_WINDOW (dialog);
}

/**
 * les_dialogs_ask_async:
 * @heading: translated, one line
 * @body: (nullable): translated sentences
 * @answers: in the order they are shown; the first one is what Escape means,
 *   the last one is what Enter means unless something is lost by it
 */
void
les_dialogs_ask_async (GtkWindow           *parent,
                       const char          *heading,
                       const char          *body,
                       const LesAnswer     *answers,
                       guint                n_answers,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  GTask *task = g_task_new (parent, NULL, callback, user_data);
  GtkWindow *window = new_message (parent, heading, body);
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (window);

  for (guint i = 0; i < n_answers; i++)
    {
      adw_message_dialog_add_response (dialog, answers[i].id, answers[i].label);
      if (answers[i].destructive)
        adw_message_dialog_set_response_appearance (dialog, answers[i].id, ADW_RESPONSE_DESTRUCTIVE);
    }
  if (!answers[n_answers - 1].destructive)
    adw_message_dialog_set_response_appearance (dialog, answers[n_answers - 1].id, ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, answers[answers[n_answers - 1].destructive ? 0 : n_answers - 1].id);
  adw_message_dialog_set_close_response (dialog, answers[0].id);
  g_signal_connect (dialog, "response", G_CALLBACK (answered_cb), task);
  gtk_window_present (window);
}

/** Returns: (transfer full): the id of the answer */
char *
les_dialogs_ask_finish (GAsyncResult *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
}

/** Tells something that went wrong and waits for nothing. @body: (nullable) */
void
les_dialogs_tell (GtkWindow *parent, const char *heading, const char *body)
{
  GtkWindow *window = new_message (parent, heading, body);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (window), "close", _("_Close"));
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (window), "close");
  gtk_window_present (window);
}

void
les_dialogs_about (GtkWindow *parent)
{
  adw_show_about_window (parent,
                         "application-name", "Lesart",
                         "application-icon", LES_APP_ID,
                         "version", LES_VERSION,
                         "developer-name", _("The Lesart Developers"),
                         "license-type", GTK_LICENSE_GPL_3_0,
                         "comments", _("Two reports of one event, side by side."),
                         /* Translators: put your names here, one on each line; shown as credits. */
                         "translator-credits", _("translator-credits"),
                         NULL);
}
