/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-text-keys.h"

#include <adwaita.h>

/* Keys with Ctrl are those of the text that has the focus, as long as it is there. */

typedef struct
{
  GtkWindow *window;
  GtkWidget *box;
  GtkWidget *entry;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->window = GTK_WINDOW (gtk_window_new ());
  fixture->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  fixture->entry = g_object_ref_sink (gtk_entry_new ());
  les_text_keys_come_first (fixture->entry);
  gtk_box_append (GTK_BOX (fixture->box), gtk_button_new ());
  gtk_box_append (GTK_BOX (fixture->box), fixture->entry);
  gtk_window_set_child (fixture->window, fixture->box);
  gtk_window_present (fixture->window);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (fixture->window);
  g_assert_finalize_object (fixture->entry);
}

/* Returns: (transfer full): that of the entry which hears of the focus */
static GtkEventController *
find_focus_controller (Fixture *fixture)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (fixture->entry);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (g_object_get_data (G_OBJECT (controller), "les-text-keys") != NULL)
        return g_steal_pointer (&controller);
    }
  g_assert_not_reached ();
}

/* Returns: (transfer full) (nullable): that of the window which listens for the entry now */
static GtkEventController *
find_listening (Fixture *fixture)
{
  g_autoptr (GtkEventController) focus = find_focus_controller (fixture);
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (fixture->window));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_CAPTURE
          && g_signal_handler_find (controller, G_SIGNAL_MATCH_DATA, 0, 0, NULL, NULL,
                                    g_object_get_data (G_OBJECT (focus), "les-text-keys")) != 0)
        return g_steal_pointer (&controller);
    }
  return NULL;
}

static void
test_listens_with_focus (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GtkEventController) focus = find_focus_controller (fixture);
  g_autoptr (GtkEventController) listening = NULL;

  g_signal_emit_by_name (focus, "enter");
  listening = find_listening (fixture);
  g_assert_nonnull (listening);
  g_signal_emit_by_name (focus, "leave");
  g_assert_null (find_listening (fixture));
  g_signal_emit_by_name (focus, "enter");
  g_assert_true (gtk_event_controller_get_propagation_phase (listening) == GTK_PHASE_CAPTURE);
}

/* A popover was closed and taken out of the window, and nobody told that the focus had left. */
static void
test_taken_away (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GtkEventController) focus = find_focus_controller (fixture);
  g_autoptr (GtkEventController) keys = NULL;
  gboolean used = TRUE;

  g_signal_emit_by_name (focus, "enter");
  keys = find_listening (fixture);
  g_signal_handlers_block_matched (focus, G_SIGNAL_MATCH_DATA, 0, 0, NULL, NULL,
                                   g_object_get_data (G_OBJECT (focus), "les-text-keys"));
  gtk_box_remove (GTK_BOX (fixture->box), fixture->entry);
  g_signal_emit_by_name (keys, "key-pressed", GDK_KEY_t, 28u, GDK_CONTROL_MASK, &used);
  g_assert_false (used);
}

static void
test_window_goes_first (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GtkEventController) focus = find_focus_controller (fixture);
  GtkWidget *other = gtk_window_new ();

  g_signal_emit_by_name (focus, "enter");
  gtk_box_remove (GTK_BOX (fixture->box), fixture->entry);
  gtk_window_set_child (GTK_WINDOW (other), fixture->entry);
  gtk_window_present (GTK_WINDOW (other));
  g_signal_emit_by_name (focus, "enter");
  g_assert_null (find_listening (fixture));
  gtk_window_destroy (GTK_WINDOW (other));
}

static void
add (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  add ("/text-keys/listens-with-focus", test_listens_with_focus);
  add ("/text-keys/taken-away", test_taken_away);
  add ("/text-keys/window-goes-first", test_window_goes_first);
  return g_test_run ();
}
