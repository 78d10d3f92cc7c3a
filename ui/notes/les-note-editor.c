/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-note-editor.h"

#include <glib/gi18n.h>

#include "les-note-edits.h"
#include "les-note-rest.h"
#include "les-note-words.h"
#include "les-text-keys.h"

/**
 * LesNoteEditor:
 *
 * The note of one record, of whatever kind, to be written in place, with what
 * it is about in full. What is written is in the project a second after the
 * typing rests and when the field is left; one visit is one step of undoing.
 *
 * Signals: "entered" and "left": the cursor came into the field or went;
 * "go": the place that the note is about is wanted; "back": Escape.
 */
struct _LesNoteEditor
{
  GtkWidget parent_instance;

  /* Template children */
  GtkLabel *subject;
  GtkButton *go;
  GtkTextView *note;
  GtkWidget *placeholder;

  /* Owned */
  LesSession *session;
  LesRecord *record;
  GSignalGroup *project_signals;
  char *visit;
};

enum
{
  ENTERED,
  LEFT,
  GO,
  BACK,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (LesNoteEditor, les_note_editor, GTK_TYPE_WIDGET)

static guint signals[N_SIGNALS];

static GtkTextBuffer *
get_buffer (LesNoteEditor *self)
{
  return gtk_text_view_get_buffer (self->note);
}

static char *
dup_note (LesNoteEditor *self)
{
  char *note;

  g_object_get (get_buffer (self), "text", &note, NULL);
  return g_strchomp (note);
}

static void
start_visit (LesNoteEditor *self)
{
  static guint serial;

  g_free (self->visit);
  self->visit = g_strdup_printf ("note-editor:%u", ++serial);
}

static void
show_placeholder (LesNoteEditor *self)
{
  gtk_widget_set_visible (self->placeholder, gtk_text_buffer_get_char_count (get_buffer (self)) == 0);
}

static const char *
get_go_words (LesRecord *record)
{
  switch (les_record_get_kind (record))
    {
    case LES_RECORD_ARTICLE:
      return _("_Open the Article");
    case LES_RECORD_COMPARISON:
      return _("_Open the Comparison");
    case LES_RECORD_TAG:
      return _("_Show Its Annotations");
    case LES_RECORD_ANNOTATION:
    case LES_RECORD_LINK:
    case LES_RECORD_INFO:
    case LES_N_RECORD_KINDS:
    default:
      return _("Go to the _Passage");
    }
}

static void
show_subject (LesNoteEditor *self)
{
  g_autofree char *subject = les_note_words_dup_subject (les_session_get_project (self->session), self->record);

  gtk_label_set_text (self->subject, subject);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->subject), subject);
  gtk_button_set_label (self->go, get_go_words (self->record));
  gtk_button_set_use_underline (self->go, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->note), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, subject, -1);
}

static void
show_note (LesNoteEditor *self)
{
  const char *note = les_note_of (self->record);

  gtk_text_buffer_set_text (get_buffer (self), note != NULL ? note : "", -1);
  gtk_text_buffer_set_modified (get_buffer (self), FALSE);
  show_placeholder (self);
}

/* What somebody else did with the record; what we wrote ourselves stays as typed. */
static void
project_changed_cb (LesNoteEditor *self)
{
  LesRecord *now;
  g_autofree char *typed = NULL;
  const char *note;

  if (self->record == NULL)
    return;
  now = les_project_lookup (les_session_get_project (self->session), les_record_get_kind (self->record),
                            les_record_get_id (self->record));
  if (now == NULL)
    return;
  g_set_object (&self->record, now);
  show_subject (self);
  typed = dup_note (self);
  note = les_note_of (now);
  if (!gtk_text_buffer_get_modified (get_buffer (self)) && g_strcmp0 (typed, note != NULL ? note : "") != 0)
    show_note (self);
}

static void
changed_cb (LesNoteEditor *self)
{
  show_placeholder (self);
}

static void
focus_enter_cb (LesNoteEditor *self)
{
  start_visit (self);
  g_signal_emit (self, signals[ENTERED], 0);
}

static void
focus_leave_cb (LesNoteEditor *self)
{
  les_note_editor_commit (self);
  g_signal_emit (self, signals[LEFT], 0);
}

static void
go_cb (LesNoteEditor *self)
{
  g_signal_emit (self, signals[GO], 0);
}

static gboolean
key_pressed_cb (LesNoteEditor *self, guint keyval, guint keycode, GdkModifierType state)
{
  gboolean finished = keyval == GDK_KEY_Escape
                      || ((keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter) && (state & GDK_CONTROL_MASK) != 0);

  if (!finished)
    return GDK_EVENT_PROPAGATE;
  g_signal_emit (self, signals[BACK], 0);
  return GDK_EVENT_STOP;
}

static void
les_note_editor_dispose (GObject *object)
{
  LesNoteEditor *self = LES_NOTE_EDITOR (object);
  GtkWidget *child;

  g_clear_object (&self->record);
  g_clear_object (&self->session);
  g_clear_object (&self->project_signals);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  gtk_widget_dispose_template (GTK_WIDGET (self), LES_TYPE_NOTE_EDITOR);

  G_OBJECT_CLASS (les_note_editor_parent_class)->dispose (object);
}

static void
les_note_editor_finalize (GObject *object)
{
  g_free (LES_NOTE_EDITOR (object)->visit);

  G_OBJECT_CLASS (les_note_editor_parent_class)->finalize (object);
}

static void
install_signals (GType type)
{
  signals[ENTERED] = g_signal_new ("entered", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[LEFT] = g_signal_new ("left", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[GO] = g_signal_new ("go", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[BACK] = g_signal_new ("back", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
les_note_editor_class_init (LesNoteEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = les_note_editor_dispose;
  G_OBJECT_CLASS (klass)->finalize = les_note_editor_finalize;

  install_signals (LES_TYPE_NOTE_EDITOR);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/lesart/Lesart/ui/notes/les-note-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, LesNoteEditor, subject);
  gtk_widget_class_bind_template_child (widget_class, LesNoteEditor, go);
  gtk_widget_class_bind_template_child (widget_class, LesNoteEditor, note);
  gtk_widget_class_bind_template_child (widget_class, LesNoteEditor, placeholder);
  gtk_widget_class_bind_template_callback (widget_class, go_cb);
}

static void
watch_note (LesNoteEditor *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect_object (focus, "enter", G_CALLBACK (focus_enter_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (focus_leave_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->note), focus);
  gtk_widget_add_controller (GTK_WIDGET (self->note), keys);
  les_text_keys_come_first (GTK_WIDGET (self->note));
  les_note_rest_follow (self->note, G_OBJECT (self), G_CALLBACK (les_note_editor_commit));
}

static void
les_note_editor_init (LesNoteEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->project_signals = g_signal_group_new (LES_TYPE_PROJECT);
  g_signal_group_connect_swapped (self->project_signals, "changed", G_CALLBACK (project_changed_cb), self);
  g_signal_connect_object (get_buffer (self), "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  watch_note (self);
  start_visit (self);
}

/**
 * les_note_editor_show:
 * @record: (nullable): whose note is to be written
 *
 * What was written about another record is taken over before.
 */
void
les_note_editor_show (LesNoteEditor *self, LesSession *session, LesRecord *record)
{
  g_return_if_fail (LES_IS_NOTE_EDITOR (self));

  if (self->record != NULL && record != NULL && self->session == session
      && les_record_get_kind (self->record) == les_record_get_kind (record)
      && g_str_equal (les_record_get_id (self->record), les_record_get_id (record)))
    return;
  les_note_editor_commit (self);
  g_set_object (&self->session, session);
  g_signal_group_set_target (self->project_signals, session != NULL ? les_session_get_project (session) : NULL);
  g_set_object (&self->record, record);
  start_visit (self);
  if (record == NULL)
    return;
  show_subject (self);
  show_note (self);
}

/** Returns: (transfer none) (nullable) */
LesRecord *
les_note_editor_get_record (LesNoteEditor *self)
{
  return self->record;
}

/**
 * les_note_editor_commit:
 *
 * Takes what was written so far over into the project. What is told of that
 * may make the editor show another record.
 */
void
les_note_editor_commit (LesNoteEditor *self)
{
  g_autofree char *note = NULL;
  g_autofree char *visit = g_strdup (self->visit);
  g_autoptr (LesChange) change = NULL;

  g_return_if_fail (LES_IS_NOTE_EDITOR (self));

  if (self->record == NULL || !gtk_text_buffer_get_modified (get_buffer (self)))
    return;
  gtk_text_buffer_set_modified (get_buffer (self), FALSE);
  note = dup_note (self);
  change = les_edits_set_note (les_session_get_project (self->session), les_record_get_kind (self->record),
                               les_record_get_id (self->record), note);
  if (les_change_get_n_edits (change) > 0)
    les_session_perform_merged (self->session, g_steal_pointer (&change), visit);
}

/** Puts the cursor behind what is written. */
void
les_note_editor_focus (LesNoteEditor *self)
{
  GtkTextIter end;

  g_return_if_fail (LES_IS_NOTE_EDITOR (self));

  gtk_text_buffer_get_end_iter (get_buffer (self), &end);
  gtk_text_buffer_place_cursor (get_buffer (self), &end);
  gtk_widget_grab_focus (GTK_WIDGET (self->note));
}
