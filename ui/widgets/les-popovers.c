/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-popovers.h"

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
