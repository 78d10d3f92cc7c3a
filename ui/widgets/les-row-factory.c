/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-row-factory.h"

/**
 * les_row_factory_new:
 * @self: the object that has the list; once it is gone nothing is called
 * @setup: makes the row's widget
 * @bind: shows the item in it
 * @unbind: (nullable): lets go of the item
 *
 * All three get @self and the GtkListItem.
 *
 * Returns: (transfer full)
 */
GtkListItemFactory *
les_row_factory_new (gpointer self, GCallback setup, GCallback bind, GCallback unbind)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", setup, self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", bind, self, G_CONNECT_SWAPPED);
  if (unbind != NULL)
    g_signal_connect_object (factory, "unbind", unbind, self, G_CONNECT_SWAPPED);
  return factory;
}
