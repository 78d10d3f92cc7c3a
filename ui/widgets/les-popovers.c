/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-popovers.h"

#include <math.h>

/* How much less than they should be the whole numbers may be that GTK makes of coordinates. */
#define COORDINATE_ERROR_PIXELS 2

/* Until GTK has placed it nothing of it is below the pointer: the release of the
 * button that opens it belongs to what was pressed. */
static void
realized_cb (GtkWidget *menu)
{
  cairo_region_t *nothing = cairo_region_create ();

  gdk_surface_set_input_region (gtk_native_get_surface (GTK_NATIVE (menu)), nothing);
  cairo_region_destroy (nothing);
}

/**
 * les_popovers_new_menu:
 * @model: (nullable): what it offers
 * @parent: the widget whose menu it is
 *
 * A menu that opens where its widget is pressed. It lives as long as its
 * parent, whose dispose takes it away.
 *
 * Returns: (transfer none): the menu
 */
GtkWidget *
les_popovers_new_menu (GMenuModel *model, GtkWidget *parent)
{
  GtkWidget *menu = gtk_popover_menu_new_from_model (model);

  gtk_popover_set_has_arrow (GTK_POPOVER (menu), FALSE);
  gtk_widget_set_halign (menu, GTK_ALIGN_START);
  gtk_widget_set_parent (menu, parent);
  g_signal_connect (menu, "realize", G_CALLBACK (realized_cb), NULL);
  return menu;
}

static int
pull_inside (int start, int length, int room)
{
  return CLAMP (start, 0, MAX (room - length, 0));
}

/** Opens it at @place, in its parent's coordinates; at the edge of the parent, if that is scrolled out of sight. */
void
les_popovers_open (GtkWidget *popover, const GdkRectangle *place)
{
  GtkWidget *parent = gtk_widget_get_parent (popover);
  GdkRectangle inside = *place;

  inside.x = pull_inside (place->x, place->width, gtk_widget_get_width (parent));
  inside.y = pull_inside (place->y, place->height, gtk_widget_get_height (parent));
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), &inside);
  gtk_popover_popup (GTK_POPOVER (popover));
}

/**
 * les_popovers_get_place_of_pointer:
 * @x: where a button was pressed, in the coordinates of the menu's parent
 * @y: the same
 *
 * Returns: where to open a menu, so that it is below the pointer or above it but
 *   never under it: on X11 GDK does not notice that the pointer is over what
 *   opens while a button is down, and takes the next click in it for one outside
 */
GdkRectangle
les_popovers_get_place_of_pointer (double x, double y)
{
  return (GdkRectangle) { (int) floor (x), (int) floor (y), 1, 1 + COORDINATE_ERROR_PIXELS };
}

/**
 * les_popovers_drop_pointer:
 * @popover: closed
 *
 * Before its surface goes: if GTK holds the pointer to be over it, the next layout
 * would write to that surface. A change of sensitivity makes GTK look anew what is
 * below the pointer.
 */
void
les_popovers_drop_pointer (GtkWidget *popover)
{
  gboolean sensitive = gtk_widget_get_sensitive (popover);

  gtk_widget_set_sensitive (popover, !sensitive);
  gtk_widget_set_sensitive (popover, sensitive);
}

static gboolean
let_go_cb (gpointer data)
{
  GtkWidget *popover = data;

  if (!gtk_widget_get_visible (popover) && gtk_widget_get_realized (popover))
    {
      les_popovers_drop_pointer (popover);
      gtk_widget_unrealize (popover);
    }
  return G_SOURCE_REMOVE;
}

/* Before the pointer is told to have entered what was below the popover. */
static gboolean
closed_cb (GSignalInvocationHint *hint, guint n_values, const GValue *values, gpointer data)
{
  g_idle_add_full (G_PRIORITY_HIGH, let_go_cb, g_value_dup_object (&values[0]), g_object_unref);
  return TRUE;
}

/**
 * les_popovers_let_go_of_closed:
 *
 * To be called once. From now on no popover of the program, GTK's own menus and
 * drop-downs included, keeps its surface when it is closed: the surface would still
 * answer a motion of the pointer that was asked for before, GTK would take the
 * pointer for being over it, and the next click would go there and be lost.
 */
void
les_popovers_let_go_of_closed (void)
{
  gpointer class = g_type_class_ref (GTK_TYPE_POPOVER);

  g_signal_add_emission_hook (g_signal_lookup ("closed", GTK_TYPE_POPOVER), 0, closed_cb, NULL, NULL);
  g_type_class_unref (class);
}
