/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-bound-handles.h"

#include <math.h>

#include "les-words.h"

#define REACH 9.0       /* pixels around the knob that belong to it */

/**
 * LesBoundHandles:
 *
 * The two ends of the current annotation in the text, to be dragged or moved
 * with the keys. While one is held, the marks show where it would be; letting
 * go says so to "win.move-bounds", a key to "win.move-bound". One visit with the
 * keys is one step of undoing.
 *
 * Signal "held": which end is held may be another.
 */
struct _LesBoundHandles
{
  GObject parent_instance;

  /* Borrowed: owns the controllers that refer to us */
  LesReader *reader;

  /* Owned */
  LesSession *session;
  char *visit;                  /* of the keys; NULL while they move the cursor */

  /* State */
  LesHeldBound dragged;
  LesHeldBound adjusted;
  LesTextRange preview;         /* of the display text, while dragging */
  guint release_id;
};

enum
{
  HELD,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LesBoundHandles, les_bound_handles, G_TYPE_OBJECT)

static LesMarks *
get_marks (LesBoundHandles *self)
{
  return les_reader_get_document (self->reader) != NULL ? les_reader_get_marks (self->reader) : NULL;
}

static const LesAnnotationMark *
get_mark (LesBoundHandles *self)
{
  return get_marks (self) != NULL ? les_marks_get_current_annotation (get_marks (self)) : NULL;
}

static LesTextRange
to_text (LesBoundHandles *self, LesTextRange range)
{
  LesDisplayText *display = les_reader_get_display (self->reader);

  return LES_TEXT_RANGE (les_display_text_to_text (display, range.start), les_display_text_to_text (display, range.end));
}

static void
show_held (LesBoundHandles *self)
{
  LesHeldBound held = les_bound_handles_get_held (self);

  if (get_marks (self) != NULL)
    les_marks_set_held (get_marks (self), held, self->preview);
  gtk_widget_queue_draw (GTK_WIDGET (self->reader));
  g_signal_emit (self, signals[HELD], 0);
}

/* The mouse */

static LesHeldBound
find_handle (LesBoundHandles *self, double x, double y)
{
  const LesAnnotationMark *mark = get_mark (self);
  LesHeldBound ends[] = { LES_HELD_END, LES_HELD_START };
  int buffer_x;
  int buffer_y;

  if (mark == NULL)
    return LES_HELD_NONE;
  gtk_text_view_window_to_buffer_coords (GTK_TEXT_VIEW (self->reader), GTK_TEXT_WINDOW_WIDGET, (int) x, (int) y,
                                         &buffer_x, &buffer_y);
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      LesBox handle;

      if (les_reader_get_handle (self->reader, mark->range, ends[i] == LES_HELD_START, &handle)
          && hypot (buffer_x - handle.x0, buffer_y - (ends[i] == LES_HELD_START ? handle.top : handle.bottom)) <= REACH)
        return ends[i];
    }
  return LES_HELD_NONE;
}

static int
find_offset (LesBoundHandles *self, double x, double y)
{
  GtkTextIter iter;
  int buffer_x;
  int buffer_y;

  gtk_text_view_window_to_buffer_coords (GTK_TEXT_VIEW (self->reader), GTK_TEXT_WINDOW_WIDGET, (int) x, (int) y,
                                         &buffer_x, &buffer_y);
  gtk_text_view_get_iter_at_position (GTK_TEXT_VIEW (self->reader), &iter, NULL, buffer_x, buffer_y);
  return gtk_text_iter_get_offset (&iter);
}

/* To whole words, as far as they are wanted; the other end stays where it is. */
static LesTextRange
move_end (LesBoundHandles *self, int offset)
{
  LesTextRange range = get_mark (self)->range;
  LesTextRange moved = range;
  LesTextRange snapped;

  if (self->dragged == LES_HELD_START)
    moved.start = MIN (offset, range.end - 1);
  else
    moved.end = MAX (offset, range.start + 1);
  if (!les_reader_get_whole_words (self->reader))
    return moved;
  snapped = les_reader_to_display (self->reader,
                                   les_words_snap (les_document_get_text (les_reader_get_document (self->reader)),
                                                   to_text (self, moved)));
  return self->dragged == LES_HELD_START ? LES_TEXT_RANGE (snapped.start, range.end)
                                         : LES_TEXT_RANGE (range.start, snapped.end);
}

static void
drag_begin_cb (LesBoundHandles *self, double x, double y, GtkGesture *gesture)
{
  LesHeldBound handle = find_handle (self, x, y);

  if (handle == LES_HELD_NONE)
    {
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  g_clear_handle_id (&self->release_id, g_source_remove);
  les_bound_handles_finish (self);
  self->dragged = handle;
  self->preview = get_mark (self)->range;
  les_reader_set_grabbed (self->reader, TRUE);
  show_held (self);
}

static void
drag_update_cb (LesBoundHandles *self, double dx, double dy, GtkGestureDrag *gesture)
{
  double x;
  double y;

  if (self->dragged == LES_HELD_NONE || get_mark (self) == NULL
      || !gtk_gesture_drag_get_start_point (gesture, &x, &y))
    return;
  self->preview = move_end (self, find_offset (self, x + dx, y + dy));
  show_held (self);
}

/* After whoever else waits for the button to be let go has seen that it was ours. */
static gboolean
release_cb (gpointer data)
{
  LesBoundHandles *self = data;

  self->release_id = 0;
  les_reader_set_grabbed (self->reader, FALSE);
  return G_SOURCE_REMOVE;
}

static void
let_go (LesBoundHandles *self)
{
  self->dragged = LES_HELD_NONE;
  self->preview = LES_TEXT_RANGE (0, 0);
  if (self->release_id == 0)
    self->release_id = g_idle_add_full (G_PRIORITY_LOW, release_cb, self, NULL);
  show_held (self);
}

static void
drag_end_cb (LesBoundHandles *self)
{
  const LesAnnotationMark *mark = get_mark (self);
  LesTextRange range = self->preview;

  if (self->dragged == LES_HELD_NONE)
    return;
  let_go (self);
  if (mark == NULL || les_text_range_equal (range, mark->range))
    return;
  range = to_text (self, range);
  gtk_widget_activate_action (GTK_WIDGET (self->reader), "win.move-bounds", "(sii)", mark->id, range.start, range.end);
}

static void
drag_cancel_cb (LesBoundHandles *self)
{
  if (self->dragged != LES_HELD_NONE)
    let_go (self);
}

static void
motion_cb (LesBoundHandles *self, double x, double y)
{
  gboolean hot = self->dragged != LES_HELD_NONE || find_handle (self, x, y) != LES_HELD_NONE;

  gtk_widget_set_cursor_from_name (GTK_WIDGET (self->reader), hot ? "ew-resize" : "text");
}

/* The keys */

static void
move (LesBoundHandles *self, const char *unit, int step)
{
  gtk_widget_activate_action (GTK_WIDGET (self->reader), "win.move-bound", "(ssis)",
                              self->adjusted == LES_HELD_START ? "start" : "end", unit, step, self->visit);
}

static void
change_end (LesBoundHandles *self)
{
  self->adjusted = self->adjusted == LES_HELD_START ? LES_HELD_END : LES_HELD_START;
  show_held (self);
}

/* @keyval: a key that was pressed in the text
 * Returns: whether it moved an end, or ended the moving; all other keys end it
 * too and do what they always do */
static gboolean
handle_key (LesBoundHandles *self, guint keyval, GdkModifierType state)
{
  gboolean control = (state & GDK_CONTROL_MASK) != 0;
  int forward = les_reader_is_rtl (self->reader) ? -1 : 1;

  if (self->adjusted == LES_HELD_NONE)
    return FALSE;
  switch (keyval)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      move (self, control ? "word" : "character", -forward);
      return TRUE;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      move (self, control ? "word" : "character", forward);
      return TRUE;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      move (self, control ? "paragraph" : "sentence", -1);
      return TRUE;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      move (self, control ? "paragraph" : "sentence", 1);
      return TRUE;
    case GDK_KEY_Tab:
    case GDK_KEY_ISO_Left_Tab:
      change_end (self);
      return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_Escape:
      return les_bound_handles_finish (self);
    default:
      return FALSE;
    }
}

static gboolean
is_modifier (guint keyval)
{
  return keyval >= GDK_KEY_Shift_L && keyval <= GDK_KEY_Hyper_R;
}

static gboolean
key_pressed_cb (LesBoundHandles *self, guint keyval, guint keycode, GdkModifierType state)
{
  if (handle_key (self, keyval, state))
    return GDK_EVENT_STOP;
  /* Undoing a step too far is taken back in the same visit. */
  if (!is_modifier (keyval) && (state & GDK_CONTROL_MASK) == 0 && keyval != GDK_KEY_b)
    les_bound_handles_finish (self);
  return GDK_EVENT_PROPAGATE;
}

static void
finish_cb (LesBoundHandles *self)
{
  les_bound_handles_finish (self);
}

static void
les_bound_handles_dispose (GObject *object)
{
  LesBoundHandles *self = LES_BOUND_HANDLES (object);

  g_clear_handle_id (&self->release_id, g_source_remove);
  les_bound_handles_set_session (self, NULL);

  G_OBJECT_CLASS (les_bound_handles_parent_class)->dispose (object);
}

static void
les_bound_handles_finalize (GObject *object)
{
  g_free (LES_BOUND_HANDLES (object)->visit);

  G_OBJECT_CLASS (les_bound_handles_parent_class)->finalize (object);
}

static void
les_bound_handles_class_init (LesBoundHandlesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = les_bound_handles_dispose;
  G_OBJECT_CLASS (klass)->finalize = les_bound_handles_finalize;

  signals[HELD] = g_signal_new ("held", LES_TYPE_BOUND_HANDLES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
les_bound_handles_init (LesBoundHandles *self)
{
}

static void
add_controllers (LesBoundHandles *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (drag), GTK_PHASE_CAPTURE);
  g_signal_connect_object (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-update", G_CALLBACK (drag_update_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-end", G_CALLBACK (drag_end_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "cancel", G_CALLBACK (drag_cancel_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->reader), GTK_EVENT_CONTROLLER (drag));
  g_signal_connect_object (motion, "motion", G_CALLBACK (motion_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->reader), motion);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->reader), keys);
  g_signal_connect_object (focus, "leave", G_CALLBACK (finish_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->reader), focus);
}

/** @reader: borrowed; must outlive the handles */
LesBoundHandles *
les_bound_handles_new (LesReader *reader)
{
  LesBoundHandles *self = g_object_new (LES_TYPE_BOUND_HANDLES, NULL);

  self->reader = reader;
  add_controllers (self);
  return self;
}

/** @session: (nullable): whose current annotation has the handles */
void
les_bound_handles_set_session (LesBoundHandles *self, LesSession *session)
{
  if (self->session == session)
    return;
  self->dragged = LES_HELD_NONE;
  les_bound_handles_finish (self);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_set_object (&self->session, session);
  if (session != NULL)
    g_signal_connect_object (session, "notify::annotation-id", G_CALLBACK (finish_cb), self, G_CONNECT_SWAPPED);
}

/* A selection beside it would only be in the way. */
static void
drop_selection (LesBoundHandles *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->reader));
  GtkTextIter cursor;

  gtk_text_buffer_get_iter_at_mark (buffer, &cursor, gtk_text_buffer_get_insert (buffer));
  gtk_text_buffer_place_cursor (buffer, &cursor);
}

/** From now on the keys move the end of the current annotation; called again, its start. */
void
les_bound_handles_adjust (LesBoundHandles *self)
{
  static guint serial;

  if (get_mark (self) == NULL)
    return;
  if (self->adjusted != LES_HELD_NONE)
    {
      change_end (self);
      return;
    }
  drop_selection (self);
  self->adjusted = LES_HELD_END;
  self->visit = g_strdup_printf ("bounds:%u", ++serial);
  show_held (self);
}

/** The keys move the cursor again. Returns: whether they did not */
gboolean
les_bound_handles_finish (LesBoundHandles *self)
{
  if (self->adjusted == LES_HELD_NONE)
    return FALSE;
  self->adjusted = LES_HELD_NONE;
  g_clear_pointer (&self->visit, g_free);
  show_held (self);
  return TRUE;
}

/** Returns: the end that is held by the mouse or moved by the keys */
LesHeldBound
les_bound_handles_get_held (LesBoundHandles *self)
{
  return self->dragged != LES_HELD_NONE ? self->dragged : self->adjusted;
}
