/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-menu-focus.h"

#define DATA_KEY "les-menu-focus"

/* GTK leaves the focus on the button of a menu, or puts it anywhere: whoever chose
 * something from it while reading would find the keys of the text gone. */
typedef struct
{
  GtkWindow *window;         /* borrowed: it owns this */
  GtkWidget *last;           /* weak: where the focus was before a menu had it */
  guint n_open;
  guint restore_id;
} MenuFocus;

static void
set_last (MenuFocus *self, GtkWidget *widget)
{
  g_set_weak_pointer (&self->last, widget);
}

static void
menu_focus_free (MenuFocus *self)
{
  set_last (self, NULL);
  g_clear_handle_id (&self->restore_id, g_source_remove);
  g_free (self);
}

static gboolean
is_in_menu (GtkWidget *widget)
{
  return gtk_widget_get_ancestor (widget, GTK_TYPE_MENU_BUTTON) != NULL;
}

static void
restore (MenuFocus *self)
{
  GtkWidget *focus = gtk_window_get_focus (self->window);

  if (self->last != NULL && self->n_open == 0 && (focus == NULL || is_in_menu (focus))
      && gtk_widget_get_mapped (self->last))
    gtk_widget_grab_focus (self->last);
}

static void
focus_cb (GtkWindow *window, GParamSpec *pspec, MenuFocus *self)
{
  GtkWidget *focus = gtk_window_get_focus (window);

  if (focus != NULL && self->n_open == 0 && self->restore_id == 0 && !is_in_menu (focus))
    set_last (self, focus);
}

static gboolean
restore_cb (gpointer data)
{
  MenuFocus *self = data;

  self->restore_id = 0;
  restore (self);
  return G_SOURCE_REMOVE;
}

static void
map_cb (MenuFocus *self)
{
  self->n_open++;
}

/* At once, before GTK looks for a place of its own, and again when it has left the
 * focus on the button all the same. What was chosen may lead it on from there. */
static void
unmap_cb (MenuFocus *self)
{
  self->n_open--;
  restore (self);
  if (self->restore_id == 0)
    self->restore_id = g_idle_add (restore_cb, self);
}

static void
watch_menu (MenuFocus *self, GtkWidget *popover)
{
  g_return_if_fail (popover != NULL);

  g_signal_connect_swapped (popover, "map", G_CALLBACK (map_cb), self);
  g_signal_connect_swapped (popover, "unmap", G_CALLBACK (unmap_cb), self);
}

/** Has the focus of @window followed from now on. Call once. */
void
les_menu_focus_follow (GtkWindow *window)
{
  MenuFocus *self = g_new0 (MenuFocus, 1);

  self->window = window;
  g_object_set_data_full (G_OBJECT (window), DATA_KEY, self, (GDestroyNotify) menu_focus_free);
  g_signal_connect (window, "notify::focus-widget", G_CALLBACK (focus_cb), self);
}

/**
 * les_menu_focus_watch:
 * @window: one that les_menu_focus_follow() knows
 * @header: a widget of it
 *
 * When the menu of a button below @header closes, the focus goes back to where it
 * was, unless what was chosen led it elsewhere.
 */
void
les_menu_focus_watch (GtkWindow *window, GtkWidget *header)
{
  MenuFocus *self = g_object_get_data (G_OBJECT (window), DATA_KEY);

  g_return_if_fail (self != NULL);

  if (GTK_IS_MENU_BUTTON (header))
    watch_menu (self, GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (header))));
  for (GtkWidget *child = gtk_widget_get_first_child (header); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    les_menu_focus_watch (window, child);
}
