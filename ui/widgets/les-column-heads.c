/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-column-heads.h"

static void
ellipsize_labels (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    {
      gtk_label_set_ellipsize (GTK_LABEL (widget), PANGO_ELLIPSIZE_END);
      gtk_widget_set_tooltip_text (widget, gtk_label_get_text (GTK_LABEL (widget)));
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    ellipsize_labels (child);
}

/**
 * les_column_heads_ellipsize:
 *
 * Lets long heads end in an ellipsis, with the whole in a tooltip. To be called
 * again when columns were added or called otherwise.
 */
void
les_column_heads_ellipsize (GtkColumnView *view)
{
  /* The first child is the row of heads; there is no other way to them. */
  ellipsize_labels (gtk_widget_get_first_child (GTK_WIDGET (view)));
}
