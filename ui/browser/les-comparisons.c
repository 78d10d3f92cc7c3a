/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-comparisons.h"

#include <glib/gi18n.h>

#include "les-comparison-row.h"
#include "les-popovers.h"

/**
 * LesComparisons:
 *
 * The pairs of articles that were set side by side, the latest on top. A
 * click opens the pair again. Hidden while there are none.
 */
struct _LesComparisons
{
  LesPanel parent_instance;

  /* Template children */
  GtkToggleButton *heading;
  GtkImage *arrow;
  GtkLabel *title;
  GtkScrolledWindow *scroller;
  GtkListBox *list_box;
  GtkWidget *menu;

  /* Borrowed */
  LesSession *session;      /* as the panel holds it */
};

G_DEFINE_FINAL_TYPE (LesComparisons, les_comparisons, LES_TYPE_PANEL)

static void
clear_rows (LesComparisons *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list_box, 0)) != NULL)
    gtk_list_box_remove (self->list_box, GTK_WIDGET (row));
}

static void
update_title (LesComparisons *self, guint n_comparisons)
{
  g_autofree char *title = g_strdup_printf (ngettext ("%'u Comparison", "%'u Comparisons", n_comparisons),
                                            n_comparisons);

  gtk_label_set_text (self->title, title);
}

static void
fill (LesComparisons *self)
{
  g_autoptr (GPtrArray) comparisons = NULL;

  clear_rows (self);
  if (self->session != NULL)
    comparisons = les_project_ref_records (les_session_get_project (self->session), LES_RECORD_COMPARISON);
  for (guint i = 0; comparisons != NULL && i < comparisons->len; i++)
    gtk_list_box_prepend (self->list_box, les_comparison_row_new (comparisons->pdata[i], self->session));
  update_title (self, comparisons != NULL ? comparisons->len : 0);
  gtk_widget_set_visible (GTK_WIDGET (self), comparisons != NULL && comparisons->len > 0);
}

static void
project_changed_cb (LesComparisons *self, LesChange *applied)
{
  if (les_change_touches (applied, LES_RECORD_COMPARISON) || les_change_touches (applied, LES_RECORD_ARTICLE))
    fill (self);
}

static void
heading_toggled_cb (LesComparisons *self)
{
  gboolean shown = gtk_toggle_button_get_active (self->heading);

  gtk_widget_set_visible (GTK_WIDGET (self->scroller), shown);
  gtk_image_set_from_icon_name (self->arrow, shown ? "pan-down-symbolic" : "pan-end-symbolic");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->heading), GTK_ACCESSIBLE_STATE_EXPANDED, shown, -1);
}

static void
row_activated_cb (LesComparisons *self, LesComparisonRow *row)
{
  LesComparison *comparison = les_comparison_row_get_comparison (row);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-pair", "(ss)",
                              les_comparison_get (comparison, LES_COMPARISON_LEFT),
                              les_comparison_get (comparison, LES_COMPARISON_RIGHT));
}

static LesComparisonRow *
find_focused_row (LesComparisons *self)
{
  GtkWidget *row = gtk_widget_get_focus_child (GTK_WIDGET (self->list_box));

  return LES_IS_COMPARISON_ROW (row) ? LES_COMPARISON_ROW (row) : NULL;
}

static GMenuModel *
create_menu_model (LesComparison *comparison)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenuItem) open = g_menu_item_new (_("_Open"), NULL);
  g_autoptr (GMenuItem) remove = g_menu_item_new (_("_Remove Comparison"), NULL);

  g_menu_item_set_action_and_target (open, "win.open-pair", "(ss)",
                                     les_comparison_get (comparison, LES_COMPARISON_LEFT),
                                     les_comparison_get (comparison, LES_COMPARISON_RIGHT));
  g_menu_append_item (menu, open);
  g_menu_item_set_action_and_target (remove, "win.remove-comparison", "s",
                                     les_record_get_id (LES_RECORD (comparison)));
  g_menu_append_item (menu, remove);
  return G_MENU_MODEL (menu);
}

static void
popup_menu (LesComparisons *self, LesComparisonRow *row, const GdkRectangle *place)
{
  g_autoptr (GMenuModel) model = create_menu_model (les_comparison_row_get_comparison (row));

  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->menu), model);
  les_popovers_open (self->menu, place);
}

static void
menu_pressed_cb (LesComparisons *self, int n_press, double x, double y)
{
  double row_x;
  double row_y;
  GdkRectangle place = les_popovers_get_place_of_pointer (x, y);
  GtkListBoxRow *row;

  gtk_widget_translate_coordinates (GTK_WIDGET (self), GTK_WIDGET (self->list_box), x, y, &row_x, &row_y);
  row = gtk_list_box_get_row_at_y (self->list_box, (int) row_y);
  if (row != NULL)
    popup_menu (self, LES_COMPARISON_ROW (row), &place);
}

static gboolean
menu_key_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  LesComparisons *self = LES_COMPARISONS (widget);
  LesComparisonRow *row = find_focused_row (self);
  graphene_rect_t bounds;

  if (row == NULL || !gtk_widget_compute_bounds (GTK_WIDGET (row), widget, &bounds))
    return GDK_EVENT_PROPAGATE;
  popup_menu (self, row, &(GdkRectangle) { (int) bounds.origin.x + 24, (int) bounds.origin.y,
                                           1, (int) bounds.size.height });
  return GDK_EVENT_STOP;
}

static gboolean
delete_key_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  LesComparisonRow *row = find_focused_row (LES_COMPARISONS (widget));

  if (row == NULL)
    return GDK_EVENT_PROPAGATE;
  gtk_widget_activate_action (widget, "win.remove-comparison", "s",
                              les_record_get_id (LES_RECORD (les_comparison_row_get_comparison (row))));
  return GDK_EVENT_STOP;
}

static void
les_comparisons_show_session (LesPanel *panel, LesSession *session)
{
  LesComparisons *self = LES_COMPARISONS (panel);

  self->session = session;
  fill (self);
}

static void
les_comparisons_dispose (GObject *object)
{
  LesComparisons *self = LES_COMPARISONS (object);
  GtkWidget *child;

  les_panel_leave_session (LES_PANEL (self));
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  gtk_widget_dispose_template (GTK_WIDGET (self), LES_TYPE_COMPARISONS);

  G_OBJECT_CLASS (les_comparisons_parent_class)->dispose (object);
}

static void
les_comparisons_class_init (LesComparisonsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = les_comparisons_dispose;
  LES_PANEL_CLASS (klass)->show_session = les_comparisons_show_session;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/lesart/Lesart/ui/browser/les-comparisons.ui");
  gtk_widget_class_bind_template_child (widget_class, LesComparisons, heading);
  gtk_widget_class_bind_template_child (widget_class, LesComparisons, arrow);
  gtk_widget_class_bind_template_child (widget_class, LesComparisons, title);
  gtk_widget_class_bind_template_child (widget_class, LesComparisons, scroller);
  gtk_widget_class_bind_template_child (widget_class, LesComparisons, list_box);
  gtk_widget_class_bind_template_callback (widget_class, heading_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Delete, 0, delete_key_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Delete, 0, delete_key_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, menu_key_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, menu_key_cb, NULL);
}

static void
les_comparisons_init (LesComparisons *self)
{
  GtkGesture *gesture = gtk_gesture_click_new ();

  gtk_widget_init_template (GTK_WIDGET (self));

  self->menu = les_popovers_new_menu (NULL, GTK_WIDGET (self));

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (gesture), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (gesture, "pressed", G_CALLBACK (menu_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (gesture));

  les_panel_follow_project (LES_PANEL (self), "changed", G_CALLBACK (project_changed_cb));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
