/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-version-dialog.h"

#include <glib/gi18n.h>

#include "les-change-words.h"
#include "les-dialogs.h"
#include "les-display-text.h"
#include "les-early-key.h"
#include "les-error-words.h"
#include "les-importer.h"
#include "les-kept.h"
#include "les-reading-face.h"

#define RECOGNISE_DELAY_MS 300

/**
 * LesVersionDialog:
 *
 * The text of a newer version, pasted or read from a file, with what the outlet
 * changed. It becomes an article of its own; the annotations move to it, are
 * copied to it or stay, as the user says. Text with lines too long for a text
 * view is shown with breaks and cannot be edited.
 */
struct _LesVersionDialog
{
  AdwWindow parent_instance;

  /* Template children */
  AdwWindowTitle *window_title;
  GtkWidget *add_button;
  GtkSpinner *spinner;
  GtkLabel *heading;
  GtkLabel *details;
  GtkWidget *annotations_row;
  GtkDropDown *annotations;
  GtkTextView *text_view;

  /* Owned */
  LesSession *session;
  LesArticle *older;
  LesImport *import;           /* of what is in the view, or of the file */
  GCancellable *cancellable;   /* of whatever is read */
  GCancellable *working;       /* of the adding */
  char *whole;                 /* what was taken in, when the view cannot show it as it is */
  char *changes;

  /* State */
  guint timeout;
  gboolean filling;
};

enum
{
  ADDED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (LesVersionDialog, les_version_dialog, ADW_TYPE_WINDOW)

static guint signals[N_SIGNALS];

static char *
dup_text (LesVersionDialog *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text_view);
  GtkTextIter start;
  GtkTextIter end;

  if (self->whole != NULL)
    return g_strdup (self->whole);
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
}

static void
show_nothing (LesVersionDialog *self)
{
  gtk_label_set_text (self->heading, _("Paste the text of the newer version, or open a file"));
  gtk_label_set_text (self->details, _("Both versions are kept and shown side by side."));
  gtk_widget_set_sensitive (self->add_button, FALSE);
}

static gboolean
is_same_text (LesArticle *a, LesArticle *b)
{
  return g_strcmp0 (les_text_get_utf8 (les_article_get_text (a)), les_text_get_utf8 (les_article_get_text (b))) == 0;
}

static void
show_found (LesVersionDialog *self, const LesKeptSet *kept)
{
  LesArticle *newer = self->import->article;
  const char *old_title = les_article_get (self->older, LES_ARTICLE_TITLE);
  const char *new_title = les_article_get (newer, LES_ARTICLE_TITLE);
  g_autofree char *heading = les_article_dup_heading (newer);
  gboolean other_headline = old_title != NULL && new_title != NULL && g_strcmp0 (old_title, new_title) != 0;

  g_free (self->changes);
  self->changes = les_change_words_dup (kept, other_headline);
  gtk_label_set_text (self->heading, heading);
  gtk_label_set_text (self->details, is_same_text (self->older, newer) ? _("This is the same text.") : self->changes);
  gtk_widget_set_sensitive (self->add_button, !is_same_text (self->older, newer));
}

/* What was changed is worked out in a thread: pages can be long. */
static void
compare_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GPtrArray *texts = data;

  g_task_return_pointer (task, les_kept_set_new (texts->pdata[0], texts->pdata[1], cancellable),
                         (GDestroyNotify) les_kept_set_free);
}

static void
compared_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LesVersionDialog) self = data;
  g_autoptr (LesKeptSet) kept = g_task_propagate_pointer (G_TASK (result), NULL);

  if (kept != NULL && self->session != NULL && g_task_get_cancellable (G_TASK (result)) == self->cancellable)
    show_found (self, kept);
}

static void
begin_reading (LesVersionDialog *self)
{
  g_clear_handle_id (&self->timeout, g_source_remove);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
}

static void
take_import (LesVersionDialog *self, LesImport *import)
{
  g_autoptr (GTask) task = NULL;
  GPtrArray *texts;

  begin_reading (self);
  g_clear_pointer (&self->import, les_import_free);
  self->import = import;
  if (import->article == NULL)
    {
      show_nothing (self);
      return;
    }
  texts = g_ptr_array_new_with_free_func ((GDestroyNotify) les_text_unref);
  g_ptr_array_add (texts, les_text_ref (les_article_get_text (self->older)));
  g_ptr_array_add (texts, les_text_ref (les_article_get_text (import->article)));
  task = g_task_new (NULL, self->cancellable, compared_cb, g_object_ref (self));
  g_task_set_task_data (task, texts, (GDestroyNotify) g_ptr_array_unref);
  g_task_run_in_thread (task, compare_in_thread);
}

/* A version is read as the older one was: as a report, or as it stands. */
static LesImportOptions
get_options (LesVersionDialog *self)
{
  return (LesImportOptions) { .raw = les_article_get_blocks (self->older) != NULL };
}

static void
recognise (LesVersionDialog *self)
{
  g_autofree char *text = dup_text (self);
  LesImportOptions options = get_options (self);

  take_import (self, les_import_text (text, &options));
}

static gboolean
recognise_cb (gpointer data)
{
  LesVersionDialog *self = data;

  self->timeout = 0;
  recognise (self);
  return G_SOURCE_REMOVE;
}

static void
buffer_changed_cb (LesVersionDialog *self)
{
  if (self->filling)
    return;
  begin_reading (self);
  gtk_widget_set_sensitive (self->add_button, FALSE);
  self->timeout = g_timeout_add (RECOGNISE_DELAY_MS, recognise_cb, self);
}

static void
fill (LesVersionDialog *self, const char *words)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text_view);
  g_autoptr (LesText) text = les_text_new (words, -1);
  g_autoptr (LesDisplayText) display = les_display_text_new (text);
  GtkTextIter start;

  g_clear_pointer (&self->whole, g_free);
  if (g_strcmp0 (les_display_text_get_utf8 (display), words) != 0)
    self->whole = g_strdup (words);
  self->filling = TRUE;
  gtk_text_buffer_begin_irreversible_action (buffer);
  gtk_text_buffer_set_text (buffer, les_display_text_get_utf8 (display), (int) les_display_text_get_n_bytes (display));
  gtk_text_buffer_end_irreversible_action (buffer);
  self->filling = FALSE;
  gtk_text_buffer_get_start_iter (buffer, &start);
  gtk_text_buffer_place_cursor (buffer, &start);
  gtk_text_view_set_editable (self->text_view, self->whole == NULL);
}

/* Pasting */

static void
insert_text (LesVersionDialog *self, const char *pasted)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text_view);
  g_autoptr (LesText) text = les_text_new (pasted, -1);
  g_autoptr (LesDisplayText) display = les_display_text_new (text);

  if (gtk_text_buffer_get_char_count (buffer) == 0 || self->whole != NULL || les_display_text_is_broken (display))
    fill (self, pasted);
  else
    {
      gtk_text_buffer_delete_selection (buffer, TRUE, TRUE);
      gtk_text_buffer_insert_at_cursor (buffer, pasted, -1);
    }
  recognise (self);
}

static void
clipboard_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LesVersionDialog) self = data;
  g_autofree char *pasted = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  if (pasted != NULL && *pasted != '\0' && self->session != NULL)
    insert_text (self, pasted);
}

static void
paste_clipboard_cb (LesVersionDialog *self)
{
  g_signal_stop_emission_by_name (self->text_view, "paste-clipboard");
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), NULL,
                                 clipboard_read_cb, g_object_ref (self));
}

/* A file */

static void
tell_failure (LesVersionDialog *self, LesImport *import)
{
  g_autofree char *words = les_error_words_dup (import->error, import->name);

  les_dialogs_tell (GTK_WINDOW (self), _("The File Could Not Be Read"), words);
}

static void
imported_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LesVersionDialog) self = data;
  g_autoptr (GPtrArray) imports = les_import_files_finish (result, NULL);
  LesImport *import = imports != NULL && imports->len > 0 ? imports->pdata[0] : NULL;

  if (import == NULL || self->session == NULL)
    return;
  if (import->article == NULL)
    {
      tell_failure (self, import);
      return;
    }
  fill (self, les_text_get_utf8 (les_article_get_text (import->article)));
  take_import (self, les_import_copy (import));
}

/** Takes the text of a file. */
void
les_version_dialog_read (LesVersionDialog *self, GFile *file)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  LesImportOptions options = get_options (self);

  g_return_if_fail (LES_IS_VERSION_DIALOG (self));

  g_ptr_array_add (files, g_object_ref (file));
  begin_reading (self);
  les_import_files_async (files, &options, self->cancellable, NULL, NULL, imported_cb, g_object_ref (self));
}

static void
file_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GPtrArray) files = les_dialogs_open_finish (result);

  if (files != NULL && files->len > 0)
    les_version_dialog_read (LES_VERSION_DIALOG (source), files->pdata[0]);
}

static void
open_clicked_cb (LesVersionDialog *self)
{
  les_dialogs_open_async (GTK_WINDOW (self), LES_FILE_ARTICLES, _("Open the Newer Version"), file_chosen_cb, NULL);
}

/* Adding */

typedef struct
{
  LesProject *snapshot;
  LesArticle *older;
  LesArticle *newer;
  LesVersionAnnotations annotations;
  guint64 position;
  LesChange *change;
} Adding;

static void
adding_free (gpointer data)
{
  Adding *adding = data;

  g_clear_object (&adding->snapshot);
  g_clear_object (&adding->older);
  g_clear_object (&adding->newer);
  g_clear_pointer (&adding->change, les_change_unref);
  g_free (adding);
}

static void
add_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Adding *adding = data;

  adding->change = les_text_edits_add_version (adding->snapshot, les_record_get_id (LES_RECORD (adding->older)),
                                               adding->newer, adding->annotations, cancellable, NULL);
  g_task_return_boolean (task, adding->change != NULL);
}

static void add (LesVersionDialog *self);

static void
set_working (LesVersionDialog *self, gboolean working)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->text_view), !working);
  gtk_widget_set_sensitive (self->add_button, !working);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), working);
  gtk_spinner_set_spinning (self->spinner, working);
}

static void
finish (LesVersionDialog *self, Adding *adding)
{
  g_autoptr (LesVersionDialog) held = g_object_ref (self);

  les_session_perform (self->session, les_change_ref (adding->change));
  g_signal_emit (self, signals[ADDED], 0, les_record_get_id (LES_RECORD (adding->older)),
                 les_record_get_id (LES_RECORD (adding->newer)), self->changes);
  gtk_window_close (GTK_WINDOW (self));
}

static void
added_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LesVersionDialog) self = data;
  Adding *adding = g_task_get_task_data (G_TASK (result));

  if (g_task_get_cancellable (G_TASK (result)) != self->working || self->session == NULL)
    return;
  g_clear_object (&self->working);
  set_working (self, FALSE);
  if (!g_task_propagate_boolean (G_TASK (result), NULL))
    return;
  /* The project is another one by now: what was worked out may not hold. */
  if (les_history_get_position (les_session_get_history (self->session)) != adding->position)
    add (self);
  else
    finish (self, adding);
}

static LesVersionAnnotations
get_choice (LesVersionDialog *self)
{
  static const LesVersionAnnotations choices[] = { LES_VERSION_MOVE, LES_VERSION_COPY, LES_VERSION_LEAVE };
  guint selected = gtk_drop_down_get_selected (self->annotations);

  return selected < G_N_ELEMENTS (choices) ? choices[selected] : LES_VERSION_MOVE;
}

static void
add (LesVersionDialog *self)
{
  LesProject *project = les_session_get_project (self->session);
  LesArticle *older = les_project_get_article (project, les_record_get_id (LES_RECORD (self->older)));
  g_autoptr (GTask) task = NULL;
  Adding *adding;

  if (self->working != NULL || older == NULL || self->import == NULL || self->import->article == NULL
      || !gtk_widget_get_sensitive (self->add_button))
    return;
  self->working = g_cancellable_new ();
  set_working (self, TRUE);

  adding = g_new0 (Adding, 1);
  adding->snapshot = les_project_dup_snapshot (project);
  adding->older = g_object_ref (older);
  adding->newer = g_object_ref (self->import->article);
  adding->annotations = get_choice (self);
  adding->position = les_history_get_position (les_session_get_history (self->session));
  task = g_task_new (NULL, self->working, added_cb, g_object_ref (self));
  g_task_set_task_data (task, adding, adding_free);
  g_task_run_in_thread (task, add_in_thread);
}

static void
add_clicked_cb (LesVersionDialog *self)
{
  add (self);
}

static gboolean
add_key_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  add (LES_VERSION_DIALOG (widget));
  return GDK_EVENT_STOP;
}

/* Leaving */

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree char *answer = les_dialogs_ask_finish (result);

  if (g_strcmp0 (answer, "discard") == 0)
    gtk_window_destroy (GTK_WINDOW (source));
}

/* Typed is what came neither from a file nor from the clipboard alone. */
static gboolean
les_version_dialog_close_request (GtkWindow *window)
{
  LesVersionDialog *self = LES_VERSION_DIALOG (window);
  const LesAnswer answers[] = {
    { "cancel", _("_Keep Editing"), FALSE },
    { "discard", _("_Discard"), TRUE },
  };

  if (self->working != NULL)
    {
      g_cancellable_cancel (self->working);
      g_clear_object (&self->working);
      set_working (self, FALSE);
      return GDK_EVENT_STOP;
    }
  if (!gtk_text_buffer_get_can_undo (gtk_text_view_get_buffer (self->text_view))
      || les_project_get_article (les_session_get_project (self->session),
                                  self->import != NULL && self->import->article != NULL
                                    ? les_record_get_id (LES_RECORD (self->import->article)) : NULL) != NULL)
    return GTK_WINDOW_CLASS (les_version_dialog_parent_class)->close_request (window);
  les_dialogs_ask_async (window, _("Discard the Newer Version?"), _("It was not added to the project."),
                         answers, G_N_ELEMENTS (answers), answered_cb, NULL);
  return GDK_EVENT_STOP;
}

static void
les_version_dialog_dispose (GObject *object)
{
  LesVersionDialog *self = LES_VERSION_DIALOG (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  if (self->working != NULL)
    g_cancellable_cancel (self->working);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->working);
  g_clear_pointer (&self->import, les_import_free);
  g_clear_object (&self->session);
  g_clear_object (&self->older);

  G_OBJECT_CLASS (les_version_dialog_parent_class)->dispose (object);
}

static void
les_version_dialog_finalize (GObject *object)
{
  LesVersionDialog *self = LES_VERSION_DIALOG (object);

  g_free (self->whole);
  g_free (self->changes);

  G_OBJECT_CLASS (les_version_dialog_parent_class)->finalize (object);
}

static void
les_version_dialog_class_init (LesVersionDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = les_version_dialog_dispose;
  object_class->finalize = les_version_dialog_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = les_version_dialog_close_request;

  signals[ADDED] = g_signal_new ("added", LES_TYPE_VERSION_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_STRING, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/lesart/Lesart/ui/browser/les-version-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LesVersionDialog, window_title);
  gtk_widget_class_bind_template_child (widget_class, LesVersionDialog, add_button);
  gtk_widget_class_bind_template_child (widget_class, LesVersionDialog, spinner);
  gtk_widget_class_bind_template_child (widget_class, LesVersionDialog, heading);
  gtk_widget_class_bind_template_child (widget_class, LesVersionDialog, details);
  gtk_widget_class_bind_template_child (widget_class, LesVersionDialog, annotations_row);
  gtk_widget_class_bind_template_child (widget_class, LesVersionDialog, annotations);
  gtk_widget_class_bind_template_child (widget_class, LesVersionDialog, text_view);
  gtk_widget_class_bind_template_callback (widget_class, add_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, paste_clipboard_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
les_version_dialog_init (LesVersionDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  les_early_key_add (GTK_WIDGET (self), "<Control>Return|<Control>KP_Enter", add_key_cb);
  les_reading_face_follow (GTK_WIDGET (self));
  show_nothing (self);
  g_signal_connect_object (gtk_text_view_get_buffer (self->text_view), "changed",
                           G_CALLBACK (buffer_changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * les_version_dialog_present:
 * @id: the older version, an article of the session's project
 *
 * Opens a window for a newer version of an article.
 *
 * Returns: (transfer none) (nullable): the window; NULL when there is no such
 *   article
 */
LesVersionDialog *
les_version_dialog_present (GtkWindow *parent, LesSession *session, const char *id)
{
  LesProject *project = les_session_get_project (session);
  LesArticle *article = les_project_get_article (project, id);
  g_autofree char *heading = NULL;
  LesVersionDialog *self;

  if (article == NULL)
    return NULL;
  self = g_object_new (LES_TYPE_VERSION_DIALOG, "transient-for", parent, NULL);
  self->session = g_object_ref (session);
  self->older = g_object_ref (article);
  heading = les_article_dup_heading (article);
  adw_window_title_set_subtitle (self->window_title, heading);
  gtk_widget_set_visible (self->annotations_row, les_project_get_n_annotations_of (project, id) > 0);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->text_view));
  return self;
}
