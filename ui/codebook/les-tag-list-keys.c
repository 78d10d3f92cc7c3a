/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-popovers.h"
#include "les-tag-list-private.h"
#include "les-tag-list-row.h"

/* What keys and the secondary button do in the list of tags. */

/* The menu */

static void
popup_menu (LesTagList *self, const GdkRectangle *area)
{
  if (self->popover == NULL)
    {
      self->popover = les_popovers_new_menu (self->row_menu, GTK_WIDGET (self));
      g_signal_connect_object (self->popover, "closed", G_CALLBACK (les_tag_list_focus), self, G_CONNECT_SWAPPED);
    }
  les_popovers_open (self->popover, area);
}

static gboolean
popup_at_selection (LesTagList *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  graphene_rect_t bounds;
  GdkRectangle area = { 24, 24, 1, 1 };

  if (focus != NULL && gtk_widget_compute_bounds (focus, GTK_WIDGET (self), &bounds))
    area = (GdkRectangle) { (int) bounds.origin.x + 24, (int) bounds.origin.y, 1, (int) bounds.size.height };
  popup_menu (self, &area);
  return TRUE;
}

static guint
find_position (LesTagList *self, LesTagEntry *entry)
{
  for (guint i = 0; i < les_tag_list_count_rows (self); i++)
    if (les_tag_list_get_entry_at (self, i) == entry)
      return i;
  return GTK_INVALID_LIST_POSITION;
}

static void
right_click_cb (GtkGesture *gesture, int n_press, double x, double y, LesTagList *self)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));
  guint position = find_position (self, les_tag_list_row_get_entry (LES_TAG_LIST_ROW (row)));
  graphene_point_t point;
  GdkRectangle place;

  if (position == GTK_INVALID_LIST_POSITION
      || !gtk_widget_compute_point (row, GTK_WIDGET (self), &GRAPHENE_POINT_INIT ((float) x, (float) y), &point))
    return;
  if (!gtk_selection_model_is_selected (GTK_SELECTION_MODEL (les_tag_list_get_rows (self)), position))
    gtk_selection_model_select_item (GTK_SELECTION_MODEL (les_tag_list_get_rows (self)), position, TRUE);
  les_tag_list_focus (self);
  place = les_popovers_get_place_of_pointer (point.x, point.y);
  popup_menu (self, &place);
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

/** Opens the menu at @row when it is pressed with the secondary button. */
void
les_tag_list_listen_to_row (LesTagList *self, GtkWidget *row)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (click, "pressed", G_CALLBACK (right_click_cb), self, 0);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (click));
}

/* Keys */

static void
go_to (LesTagList *self, guint position)
{
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (les_tag_list_get_rows (self)), position, TRUE);
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", position);
}

static gboolean
open_row (LesTagList *self, GtkTreeListRow *row, guint position)
{
  if (!gtk_tree_list_row_is_expandable (row))
    return FALSE;
  if (gtk_tree_list_row_get_expanded (row))
    go_to (self, position + 1);
  else
    gtk_tree_list_row_set_expanded (row, TRUE);
  return TRUE;
}

static gboolean
close_row (LesTagList *self, GtkTreeListRow *row)
{
  g_autoptr (GtkTreeListRow) parent = gtk_tree_list_row_get_parent (row);

  if (gtk_tree_list_row_is_expandable (row) && gtk_tree_list_row_get_expanded (row))
    gtk_tree_list_row_set_expanded (row, FALSE);
  else if (parent != NULL)
    go_to (self, gtk_tree_list_row_get_position (parent));
  return TRUE;
}

static gboolean
take_arrow (LesTagList *self, guint keyval)
{
  guint position = les_tag_list_find_selected (self);
  g_autoptr (GtkTreeListRow) row = position != GTK_INVALID_LIST_POSITION ? les_tag_list_ref_row (self, position) : NULL;
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  if (row == NULL)
    return FALSE;
  if ((keyval == GDK_KEY_Right || keyval == GDK_KEY_KP_Right) != rtl)
    return open_row (self, row, position);
  return close_row (self, row);
}

/* Letters typed in the tree go on in the search entry. */
static gboolean
take_letter (LesTagList *self, GtkEventControllerKey *keys, guint keyval, GdkModifierType state)
{
  guint32 letter = gdk_keyval_to_unicode (keyval);
  GtkEditable *text = gtk_editable_get_delegate (self->search);

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0 || !g_unichar_isgraph (letter))
    return FALSE;
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
  gtk_editable_set_position (self->search, -1);
  return gtk_event_controller_key_forward (keys, GTK_WIDGET (text));
}

static gboolean
key_pressed_cb (LesTagList *self, guint keyval, guint keycode, GdkModifierType state, GtkEventControllerKey *keys)
{
  switch (keyval)
    {
    case GDK_KEY_Left:
    case GDK_KEY_Right:
    case GDK_KEY_KP_Left:
    case GDK_KEY_KP_Right:
      return (state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK | GDK_ALT_MASK)) == 0 && take_arrow (self, keyval);
    case GDK_KEY_Menu:
      return popup_at_selection (self);
    case GDK_KEY_F10:
      return (state & GDK_SHIFT_MASK) != 0 && popup_at_selection (self);
    default:
      return take_letter (self, keys, keyval, state);
    }
}

/* The tree from the search entry, with what was found; a new tag also while
 * there is no tree. */
static gboolean
search_key_cb (LesTagList *self, guint keyval, guint keycode, GdkModifierType state)
{
  if (keyval == GDK_KEY_Insert && (state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK | GDK_ALT_MASK)) == 0)
    return gtk_widget_activate_action (GTK_WIDGET (self), "win.new-tag", NULL);
  if (keyval != GDK_KEY_Down && keyval != GDK_KEY_KP_Down)
    return GDK_EVENT_PROPAGATE;
  les_tag_list_focus (self);
  return GDK_EVENT_STOP;
}

static const struct
{
  guint key;
  GdkModifierType modifiers;
  const char *action;
} keys_of_list[] = {
  { GDK_KEY_F2, 0, "win.rename-tag" },
  { GDK_KEY_Insert, 0, "win.new-tag" },
  { GDK_KEY_Insert, GDK_SHIFT_MASK, "win.new-tag-below" },
  { GDK_KEY_Delete, 0, "win.delete-tags" },
  { GDK_KEY_KP_Delete, 0, "win.delete-tags" },
  { GDK_KEY_m, GDK_CONTROL_MASK | GDK_ALT_MASK, "win.merge-tags" },
  { GDK_KEY_s, GDK_CONTROL_MASK | GDK_ALT_MASK, "win.split-tag" },
  { GDK_KEY_Up, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.move-tag-up" },
  { GDK_KEY_Down, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.move-tag-down" },
  { GDK_KEY_Right, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.indent-tag" },
  { GDK_KEY_Left, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.outdent-tag" },
};

/** Once, when the template is there. */
void
les_tag_list_install_keys (LesTagList *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *search_keys = gtk_event_controller_key_new ();
  GtkEventController *shortcuts = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->list), keys);

  gtk_event_controller_set_propagation_phase (search_keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (search_keys, "key-pressed", G_CALLBACK (search_key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->search), search_keys);

  gtk_event_controller_set_propagation_phase (shortcuts, GTK_PHASE_CAPTURE);
  for (guint i = 0; i < G_N_ELEMENTS (keys_of_list); i++)
    gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (shortcuts),
                                          gtk_shortcut_new (gtk_keyval_trigger_new (keys_of_list[i].key, keys_of_list[i].modifiers),
                                                            gtk_named_action_new (keys_of_list[i].action)));
  gtk_widget_add_controller (GTK_WIDGET (self->list), shortcuts);
}
