/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-popovers.h"

/* A window must not keep the focus on something that has been taken out of it. */
static void
drop_focus (GtkWidget *popover)
{
  GtkRoot *root = gtk_widget_get_root (popover);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus != NULL && gtk_widget_is_ancestor (focus, popover))
    gtk_root_set_focus (root, NULL);
}

/* GTK 4.8 may hold the pointer to be over a popover that has closed (its surface
 * still answers a motion that was asked for before) and would, at the next
 * layout, write to the surface that went away with the parent. A change of
 * sensitivity makes GTK look anew what is below the pointer. */
static void
drop_pointer (GtkWidget *popover)
{
  gboolean sensitive = gtk_widget_get_sensitive (popover);

  gtk_widget_set_sensitive (popover, !sensitive);
  gtk_widget_set_sensitive (popover, sensitive);
}

/**
 * les_popover_take_off:
 * @popover: with a parent, closed
 *
 * Takes away the parent of a popover that lives on, to be shown at another
 * place later. Never unparent such a popover otherwise.
 */
void
les_popover_take_off (GtkPopover *popover)
{
  g_return_if_fail (GTK_IS_POPOVER (popover));

  drop_focus (GTK_WIDGET (popover));
  drop_pointer (GTK_WIDGET (popover));
  gtk_widget_unparent (GTK_WIDGET (popover));
}
