/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-text-editor.h"

#include <string.h>

#include <glib/gi18n.h>

#include "les-change-words.h"
#include "les-dialogs.h"
#include "les-display-text.h"
#include "les-edit-preview.h"
#include "les-early-key.h"
#include "les-edited-text.h"
#include "les-limits.h"
#include "les-reading-face.h"

#define PREVIEW_DELAY_MS 300
/* For which the cursor has to stay in sight before it is left to the user, and at most. */
#define SETTLED_FRAMES 10
#define PATIENCE_FRAMES 120
#define CHANGED_TAG "les-changed"
#define REMOVED_TAG "les-removed"

/**
 * LesTextEditor:
 *
 * The text as a text view can carry it. While one types, a worker says what was
 * changed and what that does to the annotations; "Apply" makes it one step of
 * undoing. Closing asks only when something would be lost.
 */
struct _LesTextEditor
{
  AdwWindow parent_instance;

  /* Template children */
  AdwWindowTitle *window_title;
  GtkWidget *apply_button;
  GtkSpinner *spinner;
  GtkLabel *changes;
  GtkLabel *consequences;
  GtkWidget *previous_button;
  GtkWidget *next_button;
  GtkTextView *text_view;

  /* Owned */
  LesSession *session;
  LesArticle *article;
  GArray *ranges;              /* of LesTextRange: the annotations */
  char *original;              /* what was shown at first */
  GArray *places;              /* of LesTextRange in the view: what was changed */
  GCancellable *previewing;
  GCancellable *applying;

  /* State */
  guint timeout;
  guint n_frames;              /* since the window was opened */
  guint n_settled;             /* of them with the cursor in sight */
  gboolean leaving;
};

enum
{
  APPLIED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (LesTextEditor, les_text_editor, ADW_TYPE_WINDOW)

static guint signals[N_SIGNALS];

static char *
dup_shown (LesTextEditor *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text_view);
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
}

static gboolean
is_altered (LesTextEditor *self)
{
  g_autofree char *shown = dup_shown (self);

  return strcmp (shown, self->original) != 0;
}

static gboolean
is_blank (const char *words)
{
  while (g_unichar_isspace (g_utf8_get_char (words)))
    words = g_utf8_next_char (words);
  return *words == '\0';
}

/* What was changed */

static void
mark_place (GtkTextBuffer *buffer, LesTextRange place)
{
  GtkTextIter start;
  GtkTextIter end;
  gboolean removed = les_text_range_is_empty (place);

  gtk_text_buffer_get_iter_at_offset (buffer, &start, removed ? MAX (0, place.start - 1) : place.start);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, removed ? place.end + 1 : place.end);
  gtk_text_buffer_apply_tag_by_name (buffer, removed ? REMOVED_TAG : CHANGED_TAG, &start, &end);
}

static void
unmark_all (GtkTextBuffer *buffer)
{
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_remove_tag_by_name (buffer, CHANGED_TAG, &start, &end);
  gtk_text_buffer_remove_tag_by_name (buffer, REMOVED_TAG, &start, &end);
}

static void
append (GString *words, guint n, char *more)
{
  if (n > 0)
    g_string_append_printf (words, "%s%s", words->len > 0 ? " · " : "", more);
  g_free (more);
}

static char *
dup_consequences (const LesTextEditSummary *summary)
{
  GString *words = g_string_new (NULL);

  append (words, summary->n_changed,
          g_strdup_printf (ngettext ("%u annotation stands on changed words", "%u annotations stand on changed words",
                                     summary->n_changed), summary->n_changed));
  append (words, summary->n_moved,
          g_strdup_printf (ngettext ("%u annotation stands on moved words", "%u annotations stand on moved words",
                                     summary->n_moved), summary->n_moved));
  append (words, summary->n_unplaced,
          g_strdup_printf (ngettext ("%u annotation will have to be placed anew",
                                     "%u annotations will have to be placed anew",
                                     summary->n_unplaced), summary->n_unplaced));
  if (words->len == 0)
    g_string_append (words, summary->n_kept > 0 ? _("All annotations stay on their words.")
                                                : _("No annotation is affected."));
  return g_string_free (words, FALSE);
}

static void
show_nothing_changed (LesTextEditor *self)
{
  gtk_label_set_text (self->changes, _("Nothing changed yet"));
  gtk_label_set_text (self->consequences, _("Annotations and rejected matches follow the text."));
}

static void
show_preview (LesTextEditor *self, const LesEditPreview *preview)
{
  g_autofree char *places = g_strdup_printf (ngettext ("%u place changed", "%u places changed", preview->places->len),
                                             preview->places->len);
  g_autofree char *words = les_change_words_dup (preview->kept, FALSE);
  /* Translators: the first %s is "3 places changed", the second one "12 words added, 4 words removed" */
  g_autofree char *changes = g_strdup_printf (_("%s: %s"), places, words);
  g_autofree char *consequences = dup_consequences (&preview->summary);

  gtk_label_set_text (self->changes, changes);
  gtk_label_set_text (self->consequences, consequences);
}

static void
take_preview (LesTextEditor *self, LesEditPreview *preview)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text_view);

  unmark_all (buffer);
  g_array_set_size (self->places, 0);
  g_array_append_vals (self->places, preview->places->data, preview->places->len);
  for (guint i = 0; i < self->places->len; i++)
    mark_place (buffer, g_array_index (self->places, LesTextRange, i));
  gtk_widget_set_sensitive (self->previous_button, self->places->len > 0);
  gtk_widget_set_sensitive (self->next_button, self->places->len > 0);
  if (self->places->len > 0)
    show_preview (self, preview);
  else
    show_nothing_changed (self);
}

static void
previewed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LesTextEditor) self = data;
  g_autoptr (LesEditPreview) preview = les_edit_preview_finish (result);

  if (preview == NULL || g_task_get_cancellable (G_TASK (result)) != self->previewing || self->session == NULL)
    return;
  g_clear_object (&self->previewing);
  take_preview (self, preview);
}

static gboolean
preview_cb (gpointer data)
{
  LesTextEditor *self = data;
  g_autofree char *shown = dup_shown (self);

  self->timeout = 0;
  self->previewing = g_cancellable_new ();
  les_edit_preview_async (les_article_get_text (self->article), shown, self->ranges, self->previewing,
                          previewed_cb, g_object_ref (self));
  return G_SOURCE_REMOVE;
}

static void
stop_previewing (LesTextEditor *self)
{
  g_clear_handle_id (&self->timeout, g_source_remove);
  if (self->previewing != NULL)
    g_cancellable_cancel (self->previewing);
  g_clear_object (&self->previewing);
}

static void
buffer_changed_cb (LesTextEditor *self)
{
  g_autofree char *shown = dup_shown (self);

  stop_previewing (self);
  gtk_widget_set_sensitive (self->apply_button, !is_blank (shown) && strcmp (shown, self->original) != 0
                                                && strlen (shown) <= LES_LIMIT_ARTICLE_BYTES);
  self->timeout = g_timeout_add (PREVIEW_DELAY_MS, preview_cb, self);
}

static int
find_place (LesTextEditor *self, int offset, int step)
{
  int n = self->places->len;
  int index = 0;

  if (step > 0)
    while (index < n && g_array_index (self->places, LesTextRange, index).start <= offset)
      index++;
  else
    {
      index = n - 1;
      while (index >= 0 && g_array_index (self->places, LesTextRange, index).start >= offset)
        index--;
    }
  return (index + n) % n;
}

static void
go_to_place (LesTextEditor *self, int step)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text_view);
  GtkTextIter start;
  GtkTextIter end;
  LesTextRange place;

  if (self->places->len == 0)
    return;
  gtk_text_buffer_get_selection_bounds (buffer, &start, NULL);
  place = g_array_index (self->places, LesTextRange, find_place (self, gtk_text_iter_get_offset (&start), step));
  gtk_text_buffer_get_iter_at_offset (buffer, &start, place.start);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, place.end);
  gtk_text_buffer_select_range (buffer, &start, &end);
  gtk_text_view_scroll_to_mark (self->text_view, gtk_text_buffer_get_insert (buffer), 0.2, FALSE, 0, 0);
  gtk_widget_grab_focus (GTK_WIDGET (self->text_view));
}

static void
next_clicked_cb (LesTextEditor *self)
{
  go_to_place (self, 1);
}

static void
previous_clicked_cb (LesTextEditor *self)
{
  go_to_place (self, -1);
}

static gboolean
step_key_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  go_to_place (LES_TEXT_EDITOR (widget), g_variant_get_int32 (arguments));
  return GDK_EVENT_STOP;
}

/* Applying */

typedef struct
{
  LesProject *snapshot;
  LesArticle *article;
  char *shown;
  guint64 position;            /* of the history when it was begun */
  LesChange *change;
  LesTextEditSummary summary;
} Applying;

static void
applying_free (gpointer data)
{
  Applying *applying = data;

  g_clear_object (&applying->snapshot);
  g_clear_object (&applying->article);
  g_clear_pointer (&applying->change, les_change_unref);
  g_free (applying->shown);
  g_free (applying);
}

static void
apply_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Applying *applying = data;
  g_autoptr (LesText) text = les_edited_text_new (les_article_get_text (applying->article), applying->shown);
  g_autoptr (LesArticle) copy = les_record_copy (applying->article);

  les_article_set_text (copy, text);
  applying->change = les_text_edits_replace_text (applying->snapshot, copy, cancellable, &applying->summary);
  g_task_return_boolean (task, applying->change != NULL);
}

static void apply (LesTextEditor *self);

static void
set_applying (LesTextEditor *self, gboolean applying)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->text_view), !applying);
  gtk_widget_set_sensitive (self->apply_button, !applying);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), applying);
  gtk_spinner_set_spinning (self->spinner, applying);
}

/* The reader goes on where one was editing. */
static void
reveal_cursor (LesTextEditor *self)
{
  const char *id = les_record_get_id (LES_RECORD (self->article));
  LesArticle *article = les_project_get_article (les_session_get_project (self->session), id);
  g_autoptr (LesDisplayText) display = les_display_text_new (les_article_get_text (article));
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text_view);
  GtkTextIter cursor;
  LesSide side;
  int offset;

  if (!les_session_find_side (self->session, id, &side))
    return;
  gtk_text_buffer_get_iter_at_mark (buffer, &cursor, gtk_text_buffer_get_insert (buffer));
  offset = les_display_text_to_text (display, gtk_text_iter_get_offset (&cursor));
  les_session_set_selection (self->session, side, LES_TEXT_RANGE (offset, offset));
  les_session_reveal (self->session, side, LES_TEXT_RANGE (offset, offset));
}

static void
finish (LesTextEditor *self, Applying *applying)
{
  g_autoptr (LesTextEditor) held = g_object_ref (self);

  les_session_perform (self->session, les_change_ref (applying->change));
  reveal_cursor (self);
  g_signal_emit (self, signals[APPLIED], 0, &applying->summary);
  self->leaving = TRUE;
  gtk_window_close (GTK_WINDOW (self));
}

static void
applied_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LesTextEditor) self = data;
  Applying *applying = g_task_get_task_data (G_TASK (result));

  if (g_task_get_cancellable (G_TASK (result)) != self->applying || self->session == NULL)
    return;
  g_clear_object (&self->applying);
  set_applying (self, FALSE);
  if (!g_task_propagate_boolean (G_TASK (result), NULL))
    return;
  /* The project is another one by now: what was worked out may not hold. */
  if (les_history_get_position (les_session_get_history (self->session)) != applying->position)
    apply (self);
  else
    finish (self, applying);
}

static void
apply (LesTextEditor *self)
{
  LesProject *project = les_session_get_project (self->session);
  LesArticle *article = les_project_get_article (project, les_record_get_id (LES_RECORD (self->article)));
  g_autoptr (GTask) task = NULL;
  Applying *applying;

  if (self->applying != NULL || article == NULL || !gtk_widget_get_sensitive (self->apply_button))
    return;
  stop_previewing (self);
  self->applying = g_cancellable_new ();
  set_applying (self, TRUE);

  applying = g_new0 (Applying, 1);
  applying->snapshot = les_project_dup_snapshot (project);
  applying->article = g_object_ref (article);
  applying->shown = dup_shown (self);
  applying->position = les_history_get_position (les_session_get_history (self->session));
  task = g_task_new (NULL, self->applying, applied_cb, g_object_ref (self));
  g_task_set_task_data (task, applying, applying_free);
  g_task_run_in_thread (task, apply_in_thread);
}

static void
apply_clicked_cb (LesTextEditor *self)
{
  apply (self);
}

static gboolean
apply_key_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  apply (LES_TEXT_EDITOR (widget));
  return GDK_EVENT_STOP;
}

/* Leaving */

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  LesTextEditor *self = LES_TEXT_EDITOR (source);
  g_autofree char *answer = les_dialogs_ask_finish (result);

  if (g_strcmp0 (answer, "apply") == 0)
    apply (self);
  if (g_strcmp0 (answer, "discard") != 0)
    return;
  self->leaving = TRUE;
  gtk_window_close (GTK_WINDOW (self));
}

static void
ask (LesTextEditor *self)
{
  const LesAnswer answers[] = {
    { "cancel", _("_Keep Editing"), FALSE },
    { "discard", _("_Discard"), TRUE },
    { "apply", _("_Apply"), FALSE },
  };

  les_dialogs_ask_async (GTK_WINDOW (self), _("Apply the Changes?"),
                         _("What you changed in the text is lost if you discard it."),
                         answers, G_N_ELEMENTS (answers), answered_cb, NULL);
}

static gboolean
les_text_editor_close_request (GtkWindow *window)
{
  LesTextEditor *self = LES_TEXT_EDITOR (window);

  if (self->leaving)
    return GTK_WINDOW_CLASS (les_text_editor_parent_class)->close_request (window);
  if (self->applying != NULL)
    {
      g_cancellable_cancel (self->applying);
      g_clear_object (&self->applying);
      set_applying (self, FALSE);
      return GDK_EVENT_STOP;
    }
  if (!is_altered (self))
    return GTK_WINDOW_CLASS (les_text_editor_parent_class)->close_request (window);
  ask (self);
  return GDK_EVENT_STOP;
}

static void
les_text_editor_dispose (GObject *object)
{
  LesTextEditor *self = LES_TEXT_EDITOR (object);

  stop_previewing (self);
  if (self->applying != NULL)
    g_cancellable_cancel (self->applying);
  g_clear_object (&self->applying);
  g_clear_object (&self->session);
  g_clear_object (&self->article);

  G_OBJECT_CLASS (les_text_editor_parent_class)->dispose (object);
}

static void
les_text_editor_finalize (GObject *object)
{
  LesTextEditor *self = LES_TEXT_EDITOR (object);

  g_array_unref (self->ranges);
  g_array_unref (self->places);
  g_free (self->original);

  G_OBJECT_CLASS (les_text_editor_parent_class)->finalize (object);
}

static void
les_text_editor_class_init (LesTextEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = les_text_editor_dispose;
  object_class->finalize = les_text_editor_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = les_text_editor_close_request;

  signals[APPLIED] = g_signal_new ("applied", LES_TYPE_TEXT_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_POINTER);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/lesart/Lesart/ui/browser/les-text-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, LesTextEditor, window_title);
  gtk_widget_class_bind_template_child (widget_class, LesTextEditor, apply_button);
  gtk_widget_class_bind_template_child (widget_class, LesTextEditor, spinner);
  gtk_widget_class_bind_template_child (widget_class, LesTextEditor, changes);
  gtk_widget_class_bind_template_child (widget_class, LesTextEditor, consequences);
  gtk_widget_class_bind_template_child (widget_class, LesTextEditor, previous_button);
  gtk_widget_class_bind_template_child (widget_class, LesTextEditor, next_button);
  gtk_widget_class_bind_template_child (widget_class, LesTextEditor, text_view);
  gtk_widget_class_bind_template_callback (widget_class, apply_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, previous_clicked_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F8, 0, step_key_cb, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F8, GDK_SHIFT_MASK, step_key_cb, "i", -1);
}

static void
les_text_editor_init (LesTextEditor *self)
{
  const GdkRGBA ground = { 0.21, 0.52, 0.89, 0.22 };

  self->places = g_array_new (FALSE, FALSE, sizeof (LesTextRange));
  self->ranges = g_array_new (FALSE, FALSE, sizeof (LesTextRange));
  gtk_widget_init_template (GTK_WIDGET (self));
  les_early_key_add (GTK_WIDGET (self), "<Control>Return|<Control>KP_Enter", apply_key_cb);
  les_reading_face_follow (GTK_WIDGET (self));
  gtk_text_buffer_create_tag (gtk_text_view_get_buffer (self->text_view), CHANGED_TAG,
                              "background-rgba", &ground, "underline", PANGO_UNDERLINE_SINGLE, NULL);
  gtk_text_buffer_create_tag (gtk_text_view_get_buffer (self->text_view), REMOVED_TAG,
                              "underline", PANGO_UNDERLINE_DOUBLE, NULL);
  show_nothing_changed (self);
}

static void
collect_ranges (LesTextEditor *self)
{
  g_autoptr (GPtrArray) annotations = les_project_ref_annotations_of (les_session_get_project (self->session),
                                                                      les_record_get_id (LES_RECORD (self->article)));

  for (guint i = 0; i < annotations->len; i++)
    {
      LesTextRange range = les_annotation_get_range (annotations->pdata[i]);

      if (!les_text_range_is_empty (range))
        g_array_append_val (self->ranges, range);
    }
}

/* The cursor stands where the reader is. */
static void
place_cursor (LesTextEditor *self, LesDisplayText *display)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text_view);
  LesTextRange range = { 0, 0 };
  GtkTextIter start;
  GtkTextIter end;
  LesSide side;

  if (les_session_find_side (self->session, les_record_get_id (LES_RECORD (self->article)), &side))
    range = les_session_get_selection (self->session, side);
  gtk_text_buffer_get_iter_at_offset (buffer, &start, les_display_text_from_text (display, range.start));
  gtk_text_buffer_get_iter_at_offset (buffer, &end, les_display_text_from_text (display, range.end));
  gtk_text_buffer_select_range (buffer, &start, &end);
}

static void
show_text (LesTextEditor *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text_view);
  g_autoptr (LesDisplayText) display = les_display_text_new (les_article_get_text (self->article));

  gtk_text_buffer_begin_irreversible_action (buffer);
  gtk_text_buffer_set_text (buffer, les_display_text_get_utf8 (display), (int) les_display_text_get_n_bytes (display));
  gtk_text_buffer_end_irreversible_action (buffer);
  self->original = dup_shown (self);
  place_cursor (self, display);
  g_signal_connect_object (buffer, "changed", G_CALLBACK (buffer_changed_cb), self, G_CONNECT_SWAPPED);
}

static gboolean
is_cursor_in_sight (GtkTextView *view)
{
  GdkRectangle cursor;
  GdkRectangle seen;

  gtk_text_view_get_cursor_locations (view, NULL, &cursor, NULL);
  gtk_text_view_get_visible_rect (view, &seen);
  return cursor.y >= seen.y && cursor.y + cursor.height <= seen.y + seen.height;
}

/* As long as a text view learns how high its text is, it scrolls anywhere but to where it should. */
static gboolean
show_cursor_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  LesTextEditor *self = LES_TEXT_EDITOR (widget);
  GtkTextMark *cursor = gtk_text_buffer_get_insert (gtk_text_view_get_buffer (self->text_view));

  if (!is_cursor_in_sight (self->text_view))
    {
      self->n_settled = 0;
      gtk_text_view_scroll_to_mark (self->text_view, cursor, 0.2, FALSE, 0, 0);
    }
  return ++self->n_settled < SETTLED_FRAMES && ++self->n_frames < PATIENCE_FRAMES ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

/**
 * les_text_editor_present:
 * @id: an article of the session's project
 *
 * Opens the text of an article to be corrected.
 *
 * Returns: (transfer none) (nullable): the window; NULL when there is no such
 *   article
 */
LesTextEditor *
les_text_editor_present (GtkWindow *parent, LesSession *session, const char *id)
{
  LesArticle *article = les_project_get_article (les_session_get_project (session), id);
  g_autofree char *heading = NULL;
  LesTextEditor *self;

  if (article == NULL)
    return NULL;
  self = g_object_new (LES_TYPE_TEXT_EDITOR, "transient-for", parent, NULL);
  self->session = g_object_ref (session);
  self->article = g_object_ref (article);
  heading = les_article_dup_heading (article);
  adw_window_title_set_subtitle (self->window_title, heading);
  collect_ranges (self);
  show_text (self);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->text_view));
  gtk_widget_add_tick_callback (GTK_WIDGET (self), show_cursor_cb, NULL, NULL);
  return self;
}
