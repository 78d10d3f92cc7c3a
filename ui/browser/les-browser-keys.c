/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-browser-private.h"

#include "les-article-menu.h"
#include "les-popovers.h"

/* Keys, clicks and the context menu in the list of the article browser. */

/* The context menu */

static void
popup_menu (LesBrowser *self, const GdkRectangle *place)
{
  g_auto (GStrv) ids = les_browser_dup_target_ids (self);
  g_autoptr (GMenuModel) model = NULL;

  if (ids[0] == NULL || self->session == NULL)
    return;
  model = les_article_menu_new (self->session, (const char * const *) ids);
  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->menu), model);
  les_popovers_open (self->menu, place);
}

static void
row_menu_pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, LesBrowser *self)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));
  LesArticleItem *item = les_article_row_get_item (LES_ARTICLE_ROW (row));
  double menu_x;
  double menu_y;
  GdkRectangle place;
  guint position;

  if (item == NULL || !les_article_list_find (self->articles, les_article_item_get_id (item), &position))
    return;
  if (!gtk_selection_model_is_selected (GTK_SELECTION_MODEL (self->selection), position))
    gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, TRUE);
  gtk_widget_translate_coordinates (row, GTK_WIDGET (self), x, y, &menu_x, &menu_y);
  place = les_popovers_get_place_of_pointer (menu_x, menu_y);
  popup_menu (self, &place);
}

/* Clicks */

static void
row_released_cb (GtkGestureClick *gesture, int n_press, double x, double y, LesBrowser *self)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));
  LesArticleItem *item = les_article_row_get_item (LES_ARTICLE_ROW (row));
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));

  if (n_press == 1 && item != NULL && (state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) == 0)
    les_browser_open_article (self, les_article_item_get_id (item));
}

static void
add_row_gesture (GtkWidget *row, guint button, const char *signal, GCallback callback, LesBrowser *self)
{
  GtkGesture *gesture = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (gesture), button);
  g_signal_connect_object (gesture, signal, callback, self, 0);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (gesture));
}

/** @row: one of the list that was just made */
void
les_browser_listen_to_row (LesBrowser *self, GtkWidget *row)
{
  add_row_gesture (row, GDK_BUTTON_PRIMARY, "released", G_CALLBACK (row_released_cb), self);
  add_row_gesture (row, GDK_BUTTON_SECONDARY, "pressed", G_CALLBACK (row_menu_pressed_cb), self);
}

/* Keys in the list */

static gboolean
menu_key_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  LesBrowser *self = user_data;
  LesArticleRow *row = les_browser_find_focused_row (self);
  graphene_rect_t bounds;

  if (row == NULL || !gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (self), &bounds))
    return GDK_EVENT_PROPAGATE;
  popup_menu (self, &(GdkRectangle) { (int) bounds.origin.x + 24, (int) bounds.origin.y,
                                      1, (int) bounds.size.height });
  return GDK_EVENT_STOP;
}

static gboolean
delete_key_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  g_auto (GStrv) ids = les_browser_dup_target_ids (user_data);

  if (ids[0] == NULL)
    return GDK_EVENT_PROPAGATE;
  gtk_widget_activate_action_variant (widget, "win.remove-articles",
                                      g_variant_new_strv ((const char * const *) ids, -1));
  return GDK_EVENT_STOP;
}

static gboolean
activate_for_one (LesBrowser *self, const char *action)
{
  g_auto (GStrv) ids = les_browser_dup_target_ids (self);

  if (g_strv_length (ids) != 1)
    return GDK_EVENT_PROPAGATE;
  gtk_widget_activate_action (GTK_WIDGET (self), action, "s", ids[0]);
  return GDK_EVENT_STOP;
}

static gboolean
rename_key_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  return activate_for_one (user_data, "win.rename-article");
}

static gboolean
details_key_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  return activate_for_one (user_data, "win.edit-details");
}

/* Two selected articles are compared with each other, one with what is open. */
static gboolean
compare_key_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  LesBrowser *self = user_data;
  g_auto (GStrv) ids = les_browser_dup_target_ids (self);
  guint n_ids = g_strv_length (ids);
  const char *open;

  if (self->session == NULL || n_ids < 1 || n_ids > 2)
    return GDK_EVENT_PROPAGATE;
  open = les_session_get_article_id (self->session, les_session_get_active_side (self->session));
  if (n_ids == 2)
    gtk_widget_activate_action (widget, "win.compare-selected", NULL);
  else if (open != NULL && !g_str_equal (open, ids[0]))
    gtk_widget_activate_action (widget, "win.open-pair", "(ss)", open, ids[0]);
  else
    gtk_widget_activate_action (widget, "win.open-side", "(ss)", "right", ids[0]);
  return GDK_EVENT_STOP;
}

static gboolean
escape_key_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  les_browser_stop_search (user_data);
  return GDK_EVENT_STOP;
}

static void
add_key (GtkEventController *controller, const char *trigger, GtkShortcutFunc callback, LesBrowser *self)
{
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        gtk_shortcut_new (gtk_shortcut_trigger_parse_string (trigger),
                                                          gtk_callback_action_new (callback, self, NULL)));
}

/** For the init of the browser: what the keys do while the list has the focus. */
void
les_browser_add_list_keys (LesBrowser *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  add_key (controller, "Delete|KP_Delete", delete_key_cb, self);
  add_key (controller, "F2", rename_key_cb, self);
  add_key (controller, "<Alt>Return|<Alt>KP_Enter", details_key_cb, self);
  add_key (controller, "<Control>Return|<Control>KP_Enter", compare_key_cb, self);
  add_key (controller, "Menu|<Shift>F10", menu_key_cb, self);
  add_key (controller, "Escape", escape_key_cb, self);
  gtk_widget_add_controller (GTK_WIDGET (self->list_view), controller);
}
