/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/* Finding the parts of a widget that it shows to nobody. Each gives the first
 * one in the order of the tree, the widget itself among them, or NULL. */

/* @name: in its template; NULL for any */
static inline gpointer
find (GtkWidget *widget, GType type, const char *name)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type)
      && (name == NULL || g_strcmp0 (gtk_buildable_get_buildable_id (GTK_BUILDABLE (widget)), name) == 0))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      gpointer found = find (child, type, name);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static inline gpointer
find_type (GtkWidget *widget, GType type)
{
  return find (widget, type, NULL);
}

static inline gpointer
find_named (GtkWidget *widget, const char *name)
{
  return find (widget, GTK_TYPE_WIDGET, name);
}

/* One that is in view. */
static inline gpointer
find_mapped (GtkWidget *widget, GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type) && gtk_widget_get_mapped (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      gpointer found = find_mapped (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* The stack that has a page of that name; drop-downs have stacks of their own. */
static inline GtkStack *
find_stack (GtkWidget *widget, const char *page)
{
  if (GTK_IS_STACK (widget) && gtk_stack_get_child_by_name (GTK_STACK (widget), page) != NULL)
    return GTK_STACK (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkStack *found = find_stack (child, page);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* @label: as it is set, with its mnemonic */
static inline GtkWidget *
find_button (GtkWidget *widget, const char *label)
{
  GtkWidget *found = NULL;

  if (GTK_IS_BUTTON (widget) && gtk_widget_get_visible (widget)
      && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_button (child, label);
  return found;
}
