/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-paste-dialog.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "les-dialogs.h"
#include "les-display-text.h"
#include "les-early-key.h"
#include "les-edits.h"
#include "les-import-outcome.h"
#include "les-importer.h"

#define RECOGNISE_DELAY_MS 200

#define LES_TYPE_PASTE_DIALOG (les_paste_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LesPasteDialog, les_paste_dialog, LES, PASTE_DIALOG, AdwWindow)

/**
 * LesPasteDialog:
 *
 * A text to paste or type, with what is recognised in it. Text with lines too
 * long for a text view is shown with breaks and cannot be edited; it is added
 * as it was pasted.
 */
struct _LesPasteDialog
{
  AdwWindow parent_instance;

  /* Template children */
  GtkButton *add_button;
  GtkLabel *heading;
  GtkLabel *details;
  GtkTextView *text_view;

  /* Owned */
  LesSession *session;
  LesImport *import;
  GCancellable *cancellable;
  char *whole;             /* what was pasted, when the view cannot show it as it is */

  /* State */
  guint timeout;
  gboolean leaving;        /* nothing is lost by closing, or the user wants that */
};

G_DEFINE_FINAL_TYPE (LesPasteDialog, les_paste_dialog, ADW_TYPE_WINDOW)

static char *
dup_text (LesPasteDialog *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text_view);
  GtkTextIter start;
  GtkTextIter end;

  if (self->whole != NULL)
    return g_strdup (self->whole);
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
}

static LesArticle *
find_twin (LesPasteDialog *self)
{
  return les_project_find_same_text (les_session_get_project (self->session),
                                     les_article_get_text (self->import->article));
}

static void
show_nothing (LesPasteDialog *self)
{
  gtk_label_set_text (self->heading, _("Paste or type the text of a report"));
  gtk_label_set_text (self->details, _("Headline, date and source are recognized while you do."));
  gtk_widget_set_sensitive (GTK_WIDGET (self->add_button), FALSE);
}

static void
show_found (LesPasteDialog *self)
{
  LesProject *project = les_session_get_project (self->session);
  LesArticle *twin = find_twin (self);
  LesImportStatus status = twin != NULL ? LES_IMPORT_STATUS_DUPLICATE : LES_IMPORT_STATUS_ADDED;
  g_autoptr (LesImportOutcome) outcome = les_import_outcome_new (self->import, status, twin);
  g_autofree char *title = les_import_outcome_dup_title (outcome, project);
  g_autofree char *details = les_import_outcome_dup_details (outcome, project);

  gtk_label_set_text (self->heading, title);
  gtk_label_set_text (self->details, details);
  gtk_button_set_label (self->add_button, twin != NULL ? _("_Add Anyway") : _("_Add Article"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->add_button), TRUE);
}

static void
recognise (LesPasteDialog *self)
{
  g_autofree char *text = dup_text (self);

  g_clear_handle_id (&self->timeout, g_source_remove);
  g_clear_pointer (&self->import, les_import_free);
  self->import = les_import_text (text, NULL);
  if (self->import->article != NULL)
    show_found (self);
  else
    show_nothing (self);
}

static gboolean
recognise_cb (gpointer data)
{
  LesPasteDialog *self = data;

  self->timeout = 0;
  recognise (self);
  return G_SOURCE_REMOVE;
}

static void
buffer_changed_cb (LesPasteDialog *self)
{
  if (self->timeout != 0)
    g_source_remove (self->timeout);
  self->timeout = g_timeout_add (RECOGNISE_DELAY_MS, recognise_cb, self);
}

static void
add_clicked_cb (LesPasteDialog *self)
{
  g_autoptr (GPtrArray) articles = g_ptr_array_new ();

  recognise (self);
  if (self->import->article == NULL)
    return;
  self->leaving = TRUE;
  g_ptr_array_add (articles, self->import->article);
  les_session_perform (self->session, les_edits_add_articles (les_session_get_project (self->session), articles));
  if (les_session_get_article (self->session, LES_SIDE_LEFT) == NULL)
    les_session_open_article (self->session, LES_SIDE_LEFT, les_record_get_id (LES_RECORD (self->import->article)));
  gtk_window_close (GTK_WINDOW (self));
}

static void
move_to_start (GtkTextBuffer *buffer)
{
  GtkTextIter start;

  gtk_text_buffer_get_start_iter (buffer, &start);
  gtk_text_buffer_place_cursor (buffer, &start);
}

static void
insert_text (LesPasteDialog *self, const char *pasted)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text_view);
  gboolean was_empty = gtk_text_buffer_get_char_count (buffer) == 0;
  g_autoptr (LesText) text = les_text_new (pasted, -1);
  g_autoptr (LesDisplayText) display = les_display_text_new (text);

  if (!les_display_text_is_broken (display))
    {
      gboolean typed = gtk_text_buffer_get_modified (buffer);

      gtk_text_buffer_delete_selection (buffer, TRUE, TRUE);
      gtk_text_buffer_insert_at_cursor (buffer, pasted, -1);
      if (was_empty)
        move_to_start (buffer);
      gtk_text_buffer_set_modified (buffer, typed);
      gtk_text_view_scroll_mark_onscreen (self->text_view, gtk_text_buffer_get_insert (buffer));
      return;
    }
  g_free (self->whole);
  self->whole = g_strdup (pasted);
  gtk_text_buffer_set_text (buffer, les_display_text_get_utf8 (display), (int) les_display_text_get_n_bytes (display));
  gtk_text_buffer_set_modified (buffer, FALSE);
  gtk_text_view_set_editable (self->text_view, FALSE);
}

static void
clipboard_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LesPasteDialog) self = data;
  g_autofree char *pasted = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  if (pasted == NULL || *pasted == '\0' || self->session == NULL)
    return;
  insert_text (self, pasted);
  recognise (self);
}

static void
paste_from_clipboard (LesPasteDialog *self)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), self->cancellable,
                                 clipboard_read_cb, g_object_ref (self));
}

static void
paste_clipboard_cb (LesPasteDialog *self)
{
  g_signal_stop_emission_by_name (self->text_view, "paste-clipboard");
  paste_from_clipboard (self);
}

static gboolean
add_key_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  add_clicked_cb (LES_PASTE_DIALOG (widget));
  return GDK_EVENT_STOP;
}

static void
discard_answered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  LesPasteDialog *self = LES_PASTE_DIALOG (source);
  g_autofree char *answer = les_dialogs_ask_finish (result);

  if (g_strcmp0 (answer, "discard") != 0)
    return;
  self->leaving = TRUE;
  gtk_window_close (GTK_WINDOW (self));
}

/* What came from the clipboard is still there; what was typed is nowhere else. */
static gboolean
les_paste_dialog_close_request (GtkWindow *window)
{
  LesPasteDialog *self = LES_PASTE_DIALOG (window);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text_view);
  const LesAnswer answers[] = {
    { "keep", _("_Keep Writing"), FALSE },
    { "discard", _("_Discard"), TRUE },
  };

  if (self->leaving || !gtk_text_buffer_get_modified (buffer) || gtk_text_buffer_get_char_count (buffer) == 0)
    return GTK_WINDOW_CLASS (les_paste_dialog_parent_class)->close_request (window);
  les_dialogs_ask_async (window, _("Discard the Text?"), _("It has not been added as an article."), answers,
                         G_N_ELEMENTS (answers), discard_answered_cb, NULL);
  return TRUE;
}

static void
les_paste_dialog_dispose (GObject *object)
{
  LesPasteDialog *self = LES_PASTE_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->timeout, g_source_remove);
  g_clear_pointer (&self->import, les_import_free);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (les_paste_dialog_parent_class)->dispose (object);
}

static void
les_paste_dialog_finalize (GObject *object)
{
  LesPasteDialog *self = LES_PASTE_DIALOG (object);

  g_clear_object (&self->cancellable);
  g_free (self->whole);

  G_OBJECT_CLASS (les_paste_dialog_parent_class)->finalize (object);
}

static void
les_paste_dialog_class_init (LesPasteDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = les_paste_dialog_dispose;
  object_class->finalize = les_paste_dialog_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = les_paste_dialog_close_request;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/lesart/Lesart/ui/browser/les-paste-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LesPasteDialog, add_button);
  gtk_widget_class_bind_template_child (widget_class, LesPasteDialog, heading);
  gtk_widget_class_bind_template_child (widget_class, LesPasteDialog, details);
  gtk_widget_class_bind_template_child (widget_class, LesPasteDialog, text_view);
  gtk_widget_class_bind_template_callback (widget_class, add_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, paste_clipboard_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
les_paste_dialog_init (LesPasteDialog *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  les_early_key_add (GTK_WIDGET (self), "<Control>Return|<Control>KP_Enter", add_key_cb);
  show_nothing (self);
  g_signal_connect_object (gtk_text_view_get_buffer (self->text_view), "changed",
                           G_CALLBACK (buffer_changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * les_paste_dialog_present:
 *
 * Opens a window for a text to be added as an article; what is in the
 * clipboard is in it from the start.
 */
void
les_paste_dialog_present (GtkWindow *parent, LesSession *session)
{
  LesPasteDialog *self = g_object_new (LES_TYPE_PASTE_DIALOG, "transient-for", parent, NULL);

  self->session = g_object_ref (session);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->text_view));
  paste_from_clipboard (self);
}
