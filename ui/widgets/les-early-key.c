/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-early-key.h"

/**
 * les_early_key_add:
 * @widget: a window or another ancestor of a text view
 * @trigger: as gtk_shortcut_trigger_parse_string() reads it
 * @callback: gets @widget, no arguments and no data
 *
 * A key that counts before the text that has the focus sees it: a text view
 * takes Enter with any modifier for a new line.
 */
void
les_early_key_add (GtkWidget *widget, const char *trigger, GtkShortcutFunc callback)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();
  GtkShortcut *shortcut = gtk_shortcut_new (gtk_shortcut_trigger_parse_string (trigger),
                                            gtk_callback_action_new (callback, NULL, NULL));

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
  gtk_widget_add_controller (widget, controller);
}
