/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-text-keys.h"

/* A controller on the window that listens while the focus is in the text. It is
 * not taken away each time: that happens amid an event, after which GTK 4.8 asks
 * the controllers of the window what they are. */
typedef struct
{
  GtkWidget *text;              /* owns us */
  GtkWidget *root;              /* weak */
  GtkEventController *keys;     /* borrowed from root */
} Guard;

static gboolean
forward (Guard *guard, GtkEventControllerKey *keys)
{
  GtkEditable *delegate = GTK_IS_EDITABLE (guard->text) ? gtk_editable_get_delegate (GTK_EDITABLE (guard->text)) : NULL;

  return gtk_event_controller_key_forward (keys, guard->text)
         || (delegate != NULL && gtk_event_controller_key_forward (keys, GTK_WIDGET (delegate)));
}

static gboolean
is_undo_key (guint keyval)
{
  keyval = gdk_keyval_to_lower (keyval);
  return keyval == GDK_KEY_z || keyval == GDK_KEY_y;
}

/* An entry takes the keys of undo and redo also when it has nothing to take
 * back, and does not tell; what it says before and after does. */
static gboolean
forward_undo (Guard *guard, GtkEventControllerKey *keys)
{
  g_autofree char *before = g_strdup (gtk_editable_get_text (GTK_EDITABLE (guard->text)));

  return forward (guard, keys) && !g_str_equal (gtk_editable_get_text (GTK_EDITABLE (guard->text)), before);
}

/* A popover that is taken out of the window takes the text along, and nobody may have told that the focus left it. */
static gboolean
is_there (Guard *guard)
{
  return guard->root != NULL && gtk_widget_get_mapped (guard->text)
         && GTK_WIDGET (gtk_widget_get_root (guard->text)) == guard->root;
}

static gboolean
key_pressed_cb (GtkEventControllerKey *keys, guint keyval, guint keycode, GdkModifierType state, Guard *guard)
{
  if ((state & GDK_CONTROL_MASK) == 0 || !is_there (guard))
    return GDK_EVENT_PROPAGATE;
  if (is_undo_key (keyval) && GTK_IS_EDITABLE (guard->text))
    return forward_undo (guard, keys);
  return forward (guard, keys);
}

static void
leave_window (Guard *guard)
{
  if (guard->root != NULL)
    gtk_widget_remove_controller (guard->root, guard->keys);
  g_clear_weak_pointer (&guard->root);
  guard->keys = NULL;
}

static void
leave (Guard *guard)
{
  if (guard->root != NULL)
    gtk_event_controller_set_propagation_phase (guard->keys, GTK_PHASE_NONE);
}

static void
listen_to (Guard *guard, GtkWidget *root)
{
  leave_window (guard);
  guard->keys = gtk_event_controller_key_new ();
  g_signal_connect (guard->keys, "key-pressed", G_CALLBACK (key_pressed_cb), guard);
  g_set_weak_pointer (&guard->root, root);
  gtk_widget_add_controller (root, guard->keys);
}

static void
enter (Guard *guard)
{
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (guard->text));

  if (root == NULL)
    return;
  if (root != guard->root)
    listen_to (guard, root);
  gtk_event_controller_set_propagation_phase (guard->keys, GTK_PHASE_CAPTURE);
}

static void
free_guard (gpointer data)
{
  leave_window (data);
  g_free (data);
}

/**
 * les_text_keys_come_first:
 * @text: a #GtkTextView or a #GtkEditable
 *
 * While somebody types in @text, keys with Ctrl are its own before they are
 * the window's: Ctrl+Z takes back what was typed, not the last change of the
 * project. What @text has no use for goes on to the window, and so does
 * undoing in an entry where nothing is left to undo.
 */
void
les_text_keys_come_first (GtkWidget *text)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  Guard *guard = g_new0 (Guard, 1);

  guard->text = text;
  g_object_set_data_full (G_OBJECT (focus), "les-text-keys", guard, free_guard);
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (enter), guard);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (leave), guard);
  gtk_widget_add_controller (text, focus);
}
