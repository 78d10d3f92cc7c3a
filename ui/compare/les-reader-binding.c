/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-reader-binding.h"

#include "les-words.h"

#define SAME_PLACE_CHARS 3
#define KEYBOARD_PAUSE_MS 450

/**
 * LesReaderBinding:
 *
 * Carries selection and cursor between a reader and its side of the session. A
 * click or a cursor key inside an annotation makes it the current one, outside
 * of all of them none; inside a match the same. Says "selected" when a selection
 * is finished (the button let go, or the keys at rest) and when there is none
 * any more. What the mouse selects reaches to whole words if the reader wants
 * that.
 */
struct _LesReaderBinding
{
  GObject parent_instance;

  /* Owned */
  LesReader *reader;
  LesSession *session;

  /* State */
  LesSide side;
  gboolean updating;
  guint idle_id;
  guint pause_id;
  int last_click;
  gboolean by_keys;             /* how the selection was made that is there */
  char *described;              /* tags of the annotation at the cursor */
};

enum
{
  SELECTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LesReaderBinding, les_reader_binding, G_TYPE_OBJECT)

static GtkTextBuffer *
get_buffer (LesReaderBinding *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->reader));
}

static gboolean
has_text (LesReaderBinding *self)
{
  return self->session != NULL && les_reader_get_document (self->reader) != NULL
         && les_reader_get_marks (self->reader) != NULL;
}

static gboolean
has_selection (LesReaderBinding *self)
{
  return gtk_text_buffer_get_has_selection (get_buffer (self));
}

static void
say_selected (LesReaderBinding *self, gboolean selected)
{
  g_signal_emit (self, signals[SELECTED], 0, selected);
}

static int
get_cursor (LesReaderBinding *self)
{
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_mark (get_buffer (self), &iter, gtk_text_buffer_get_insert (get_buffer (self)));
  return gtk_text_iter_get_offset (&iter);
}

static const char *
pick_annotation (LesReaderBinding *self, int offset, gboolean cycle)
{
  LesMarks *marks = les_reader_get_marks (self->reader);
  const char *id = les_marks_pick_annotation (marks, offset, cycle);

  if (id == NULL && offset > 0)
    id = les_marks_pick_annotation (marks, offset - 1, cycle);
  return id;
}

/* What stands where the cursor is becomes the current annotation and match. Where
 * there is no annotation none is current: the next tag is not meant for one
 * that was left behind. */
static void
take_cursor (LesReaderBinding *self, gboolean cycle)
{
  int offset = get_cursor (self);
  g_autofree char *annotation = NULL;
  int match;

  if (!has_text (self) || has_selection (self))
    return;
  les_session_set_active_side (self->session, self->side);
  annotation = g_strdup (pick_annotation (self, offset, cycle));
  les_session_set_annotation_id (self->session, annotation);
  match = les_session_find_match_at (self->session, self->side,
                                     les_display_text_to_text (les_reader_get_display (self->reader), offset));
  if (match >= 0)
    les_session_set_current_match (self->session, match);
}

static void
take_whole_words (LesReaderBinding *self)
{
  LesText *text = les_document_get_text (les_reader_get_document (self->reader));
  LesTextRange selection = les_reader_get_selection (self->reader);
  LesTextRange trimmed = les_text_trim (text, selection);

  if (!les_text_range_is_empty (trimmed))
    trimmed = les_words_snap (text, trimmed);
  if (!les_text_range_is_empty (trimmed) && !les_text_range_equal (trimmed, selection))
    les_reader_select (self->reader, trimmed);
}

static gboolean
clicked_cb (gpointer data)
{
  LesReaderBinding *self = data;
  int offset;

  self->idle_id = 0;
  if (les_reader_is_grabbed (self->reader))
    return G_SOURCE_REMOVE;
  les_reader_finish_click (self->reader);
  if (has_text (self) && has_selection (self) && les_reader_get_whole_words (self->reader))
    take_whole_words (self);
  offset = get_cursor (self);
  self->by_keys = FALSE;
  if (has_selection (self))
    say_selected (self, TRUE);
  else
    take_cursor (self, ABS (offset - self->last_click) <= SAME_PLACE_CHARS);
  self->last_click = offset;
  return G_SOURCE_REMOVE;
}

static gboolean
event_cb (LesReaderBinding *self, GdkEvent *event)
{
  GdkEventType type = gdk_event_get_event_type (event);

  if (type == GDK_BUTTON_PRESS && gdk_button_event_get_button (event) == GDK_BUTTON_PRIMARY)
    say_selected (self, FALSE);
  else if (type == GDK_BUTTON_RELEASE && gdk_button_event_get_button (event) == GDK_BUTTON_PRIMARY)
    {
      /* The text view places its cursor while it handles this event. */
      if (self->idle_id == 0)
        self->idle_id = g_idle_add (clicked_cb, self);
    }
  return GDK_EVENT_PROPAGATE;
}

static gboolean
paused_cb (gpointer data)
{
  LesReaderBinding *self = data;

  self->pause_id = 0;
  self->by_keys = TRUE;
  if (has_selection (self) && gtk_widget_has_focus (GTK_WIDGET (self->reader)))
    say_selected (self, TRUE);
  return G_SOURCE_REMOVE;
}

static void
cursor_moved_cb (LesReaderBinding *self)
{
  self->last_click = -SAME_PLACE_CHARS - 1;
  if (!has_selection (self))
    {
      les_reader_set_stepping (self->reader, TRUE);
      take_cursor (self, FALSE);
      les_reader_set_stepping (self->reader, FALSE);
      return;
    }
  say_selected (self, FALSE);
  g_clear_handle_id (&self->pause_id, g_source_remove);
  self->pause_id = g_timeout_add (KEYBOARD_PAUSE_MS, paused_cb, self);
}

/* Letting go of Shift finishes a selection, as letting go of the button does. */
static void
key_released_cb (LesReaderBinding *self, guint keyval)
{
  if ((keyval != GDK_KEY_Shift_L && keyval != GDK_KEY_Shift_R) || self->pause_id == 0)
    return;
  g_clear_handle_id (&self->pause_id, g_source_remove);
  paused_cb (self);
}

/* Only the current annotation, which is what a command will be done to. */
static const LesAnnotationMark *
find_mark_at_cursor (LesReaderBinding *self)
{
  LesMarks *marks = les_reader_get_marks (self->reader);
  const char *current = les_session_get_annotation_id (self->session);
  int offset = get_cursor (self);
  const LesRangeEntry *entry;
  LesRangeIter iter;

  les_range_iter_init (&iter, les_marks_get_annotations (marks), LES_TEXT_RANGE (MAX (offset - 1, 0), offset + 1));
  while (current != NULL && (entry = les_range_iter_next (&iter)) != NULL)
    {
      const LesAnnotationMark *mark = les_marks_get_annotation (marks, entry->id);

      if (g_str_equal (mark->id, current))
        return mark;
    }
  return NULL;
}

/* The lanes in the margin are nothing to a screen reader. */
static void
update_description (LesReaderBinding *self)
{
  const LesAnnotationMark *mark = has_text (self) ? find_mark_at_cursor (self) : NULL;
  const char *names = mark != NULL ? mark->names : "";

  if (g_strcmp0 (self->described, names) == 0)
    return;
  g_free (self->described);
  self->described = g_strdup (names);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->reader), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, names, -1);
}

static void
mark_set_cb (LesReaderBinding *self, GtkTextIter *location, GtkTextMark *mark)
{
  GtkTextBuffer *buffer = get_buffer (self);

  if (mark != gtk_text_buffer_get_insert (buffer) && mark != gtk_text_buffer_get_selection_bound (buffer))
    return;
  if (self->updating || !has_text (self))
    return;
  self->updating = TRUE;
  les_session_set_selection (self->session, self->side, les_reader_get_selection (self->reader));
  self->updating = FALSE;
  update_description (self);
  if (!has_selection (self))
    say_selected (self, FALSE);
}

static void
selection_changed_cb (LesReaderBinding *self)
{
  LesTextRange range;

  if (self->updating || !has_text (self))
    return;
  range = les_session_get_selection (self->session, self->side);
  if (les_text_range_equal (range, les_reader_get_selection (self->reader)))
    return;
  self->updating = TRUE;
  les_reader_select (self->reader, range);
  self->updating = FALSE;
  if (!has_selection (self))
    say_selected (self, FALSE);
}

static void
focused_cb (LesReaderBinding *self)
{
  if (has_text (self))
    les_session_set_active_side (self->session, self->side);
}

/* Whatever has the focus now, a tag picker perhaps: the bar would lie on it. */
static void
left_cb (LesReaderBinding *self)
{
  g_clear_handle_id (&self->pause_id, g_source_remove);
  say_selected (self, FALSE);
}

static void
les_reader_binding_dispose (GObject *object)
{
  LesReaderBinding *self = LES_READER_BINDING (object);

  g_clear_handle_id (&self->idle_id, g_source_remove);
  g_clear_handle_id (&self->pause_id, g_source_remove);
  les_reader_binding_set_session (self, NULL);
  g_clear_object (&self->reader);

  G_OBJECT_CLASS (les_reader_binding_parent_class)->dispose (object);
}

static void
les_reader_binding_finalize (GObject *object)
{
  g_free (LES_READER_BINDING (object)->described);

  G_OBJECT_CLASS (les_reader_binding_parent_class)->finalize (object);
}

static void
les_reader_binding_class_init (LesReaderBindingClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = les_reader_binding_dispose;
  G_OBJECT_CLASS (klass)->finalize = les_reader_binding_finalize;

  signals[SELECTED] = g_signal_new ("selected", LES_TYPE_READER_BINDING, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
}

static void
les_reader_binding_init (LesReaderBinding *self)
{
  self->last_click = -SAME_PLACE_CHARS - 1;
}

/** Returns: (transfer full): nothing is carried until there is a session */
LesReaderBinding *
les_reader_binding_new (LesReader *reader, LesSide side)
{
  LesReaderBinding *self = g_object_new (LES_TYPE_READER_BINDING, NULL);
  GtkEventController *events = gtk_event_controller_legacy_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->reader = g_object_ref (reader);
  self->side = side;
  gtk_event_controller_set_propagation_phase (events, GTK_PHASE_CAPTURE);
  g_signal_connect_object (events, "event", G_CALLBACK (event_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (reader), events);
  g_signal_connect_object (focus, "enter", G_CALLBACK (focused_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (reader), focus);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-released", G_CALLBACK (key_released_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (reader), keys);
  g_signal_connect_object (reader, "move-cursor", G_CALLBACK (cursor_moved_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (reader, "sentence-moved", G_CALLBACK (cursor_moved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (get_buffer (self), "mark-set", G_CALLBACK (mark_set_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/** @session: (nullable): give the reader its marks first */
void
les_reader_binding_set_session (LesReaderBinding *self, LesSession *session)
{
  if (self->session == session)
    return;
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_set_object (&self->session, session);
  if (session == NULL)
    return;
  g_signal_connect_object (session, "notify::selection", G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::annotation-id", G_CALLBACK (update_description), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  if (les_reader_get_marks (self->reader) != NULL)
    g_signal_connect_object (les_reader_get_marks (self->reader), "changed", G_CALLBACK (update_description), self,
                             G_CONNECT_SWAPPED);
  selection_changed_cb (self);
}

/** Returns: whether the keys made the selection that was said last */
gboolean
les_reader_binding_is_by_keys (LesReaderBinding *self)
{
  return self->by_keys;
}

/** Lets go, one after the other: the active tag, the selection, then what is current. Returns: whether there was anything */
gboolean
les_reader_binding_escape (LesReaderBinding *self)
{
  GtkTextIter cursor;

  if (!has_text (self))
    return FALSE;
  if (les_session_get_active_tag (self->session) != NULL)
    {
      les_session_set_active_tag (self->session, NULL);
      return TRUE;
    }
  if (has_selection (self))
    {
      gtk_text_buffer_get_iter_at_offset (get_buffer (self), &cursor, get_cursor (self));
      gtk_text_buffer_place_cursor (get_buffer (self), &cursor);
      return TRUE;
    }
  if (les_session_get_current_match (self->session) < 0 && les_session_get_annotation_id (self->session) == NULL)
    return FALSE;
  les_session_set_current_match (self->session, -1);
  les_session_set_annotation_id (self->session, NULL);
  return TRUE;
}
