/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-popovers.h"

#include <math.h>

typedef struct
{
  GtkWidget *window;
  GtkWidget *menu;
} Fixture;

static void
wait_for (Fixture *fixture, gboolean is_open)
{
  while (gtk_widget_get_mapped (fixture->menu) != is_open)
    g_main_context_iteration (NULL, TRUE);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GMenu) model = g_menu_new ();
  GtkWidget *label;

  g_menu_append (model, "Words", "app.words");
  fixture->window = gtk_window_new ();
  label = gtk_label_new ("Words");
  gtk_widget_set_layout_manager (label, gtk_bin_layout_new ());
  gtk_window_set_child (GTK_WINDOW (fixture->window), label);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 500, 400);
  fixture->menu = les_popovers_new_menu (G_MENU_MODEL (model), label);
  gtk_window_present (GTK_WINDOW (fixture->window));
  while (!gtk_widget_get_mapped (fixture->window))
    g_main_context_iteration (NULL, TRUE);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_widget_unparent (fixture->menu);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
}

/* Wherever the parent of a menu lies between two pixels: GTK adds up what is left of
 * both coordinates when they are cut to whole numbers. */
static void
test_place_of_pointer (void)
{
  const int pixel = 137;

  for (int tenth = 0; tenth < 10; tenth++)
    for (int nudge = -1; nudge <= 1; nudge++)
      {
        double offset = 40 + tenth / 10.0;
        GdkRectangle place = les_popovers_get_place_of_pointer (7.5, pixel - offset + nudge * 1e-5);
        int top = (int) floor (offset - 1e-5) + place.y;

        g_assert_cmpint (place.x, ==, 7);
        g_assert_cmpint (top, <=, pixel);
        g_assert_cmpint (top + place.height, >, pixel);
        g_assert_cmpint (top + place.height, <=, pixel + 3);
      }
}

static void
test_closed (Fixture *fixture, gconstpointer data)
{
  for (int i = 0; i < 3; i++)
    {
      les_popovers_open (fixture->menu, &(GdkRectangle) { 10, 10, 1, 1 });
      wait_for (fixture, TRUE);
      gtk_popover_popdown (GTK_POPOVER (fixture->menu));
      while (gtk_widget_get_realized (fixture->menu))
        g_main_context_iteration (NULL, TRUE);
      g_assert_true (gtk_widget_get_sensitive (fixture->menu));
    }
}

/* It is open again before it was let go. */
static void
test_opened_again (Fixture *fixture, gconstpointer data)
{
  les_popovers_open (fixture->menu, &(GdkRectangle) { 10, 10, 1, 1 });
  wait_for (fixture, TRUE);
  gtk_popover_popdown (GTK_POPOVER (fixture->menu));
  gtk_popover_popup (GTK_POPOVER (fixture->menu));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_true (gtk_widget_get_mapped (fixture->menu));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  gtk_init ();
  les_popovers_let_go_of_closed ();

  g_test_add_func ("/popovers/place-of-pointer", test_place_of_pointer);
  g_test_add ("/popovers/closed", Fixture, NULL, set_up, test_closed, tear_down);
  g_test_add ("/popovers/opened-again", Fixture, NULL, set_up, test_opened_again, tear_down);
  return g_test_run ();
}
