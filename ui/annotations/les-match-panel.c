/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-match-panel.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "les-match-row.h"
#include "les-popovers.h"
#include "les-reading-face.h"
#include "les-row-factory.h"

typedef enum
{
  ORDER_LEFT,
  ORDER_RIGHT,
  ORDER_SCORE,
} Order;

enum
{
  TAKEN_OVER,
  REWORDED,
  POSSIBLE,
  N_KINDS
};

static const LesLayers kind_layers[N_KINDS] = { LES_LAYER_TAKEN_OVER, LES_LAYER_REWORDED, LES_LAYER_POSSIBLE };

/**
 * LesMatchPanel:
 *
 * The matches that are shown between the texts, as a list. It and the texts
 * follow each other through the session's "current-match"; what kinds are listed
 * is what the layers show. Below them those that the user has rejected.
 */
struct _LesMatchPanel
{
  LesPanel parent_instance;

  /* Template children */
  GtkWidget *box;
  GtkWidget *tools;
  GtkWidget *taken_over;
  GtkWidget *reworded;
  GtkWidget *possible;
  GtkDropDown *order;
  GtkStack *pages;
  GtkSpinner *spinner;
  AdwStatusPage *none;
  GtkListView *list;
  GtkExpander *rejected;
  GtkListView *rejected_list;
  GMenuModel *row_menu;

  /* Borrowed */
  LesSession *session;      /* as the panel holds it */

  /* Owned */
  GListStore *model;
  GtkSorter *sorter;
  GtkSortListModel *sorted;
  GtkSingleSelection *selection;
  GListStore *rejected_model;
  GtkWidget *menu;

  /* Borrowed: in the buttons */
  GtkLabel *counts[N_KINDS];

  /* State */
  gboolean syncing;
};

G_DEFINE_FINAL_TYPE (LesMatchPanel, les_match_panel, LES_TYPE_PANEL)

static const char *
choose_page (LesMatchPanel *self)
{
  if (!les_session_is_comparing (self->session))
    return "single";
  if (les_session_get_busy (self->session))
    return "busy";
  if (les_session_get_matches (self->session) == NULL)
    return "cancelled";
  return g_list_model_get_n_items (G_LIST_MODEL (self->model)) > 0 ? "list" : "none";
}

static void
explain_none (LesMatchPanel *self)
{
  gboolean hidden = les_session_get_n_kept (self->session) > 0;

  adw_status_page_set_title (self->none, hidden ? _("All Matches Are Hidden") : _("No Counterparts Found"));
  adw_status_page_set_description (self->none,
                                   hidden ? _("Show more kinds of matches with the buttons above.")
                                          : _("No passage of one article was found in the other. Select a passage and look for it with Ctrl+Shift+F."));
}

static void
show_page (LesMatchPanel *self)
{
  const char *page = choose_page (self);

  explain_none (self);
  gtk_widget_set_visible (self->tools, g_str_equal (page, "list") || g_str_equal (page, "none"));
  gtk_stack_set_visible_child_name (self->pages, page);
  gtk_spinner_set_spinning (self->spinner, g_str_equal (page, "busy"));
}

static guint
find_position (LesMatchPanel *self, int index)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->sorted));

  for (guint i = 0; index >= 0 && i < n; i++)
    {
      g_autoptr (LesMatchItem) item = g_list_model_get_item (G_LIST_MODEL (self->sorted), i);

      if ((int) les_match_item_get_index (item) == index)
        return i;
    }
  return GTK_INVALID_LIST_POSITION;
}

static void
show_current (LesMatchPanel *self)
{
  guint position = find_position (self, les_session_get_current_match (self->session));

  self->syncing = TRUE;
  gtk_single_selection_set_selected (self->selection, position);
  self->syncing = FALSE;
  if (position != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", position);
}

static void
show_counts (LesMatchPanel *self)
{
  guint counts[N_KINDS] = { 0 };

  for (guint i = 0; i < les_session_get_n_kept (self->session); i++)
    for (int kind = 0; kind < N_KINDS; kind++)
      if (les_match_get_layer (les_session_get_kept (self->session, i)) == kind_layers[kind])
        counts[kind]++;
  for (int kind = 0; kind < N_KINDS; kind++)
    {
      g_autofree char *words = g_strdup_printf ("%u", counts[kind]);

      gtk_label_set_text (self->counts[kind], words);
    }
}

static void
show_rejected (LesMatchPanel *self)
{
  guint n = les_session_is_comparing (self->session) ? les_session_get_n_rejected (self->session) : 0;
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *label = NULL;

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (items, les_match_item_new_rejected (self->session, i));
  g_list_store_splice (self->rejected_model, 0, g_list_model_get_n_items (G_LIST_MODEL (self->rejected_model)),
                       items->pdata, items->len);
  /* Translators: %u is how many matches the user has rejected */
  label = g_strdup_printf (ngettext ("Rejected (%u)", "Rejected (%u)", n), n);
  gtk_expander_set_label (self->rejected, label);
  gtk_widget_set_visible (GTK_WIDGET (self->rejected), n > 0);
}

static void
fill (LesMatchPanel *self)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  guint n_shown = les_session_is_comparing (self->session) && les_session_get_matches (self->session) != NULL
                    ? les_session_get_n_shown (self->session) : 0;

  for (guint i = 0; i < n_shown; i++)
    g_ptr_array_add (items, les_match_item_new (self->session, i));
  self->syncing = TRUE;
  g_list_store_splice (self->model, 0, g_list_model_get_n_items (G_LIST_MODEL (self->model)), items->pdata, items->len);
  self->syncing = FALSE;
  show_counts (self);
  show_rejected (self);
  show_current (self);
  show_page (self);
}

static void
go_to (LesMatchPanel *self, guint position)
{
  g_autoptr (LesMatchItem) item = g_list_model_get_item (G_LIST_MODEL (self->sorted), position);

  if (item != NULL)
    les_session_set_current_match (self->session, (int) les_match_item_get_index (item));
}

static void
selected_cb (LesMatchPanel *self)
{
  if (!self->syncing && self->session != NULL)
    go_to (self, gtk_single_selection_get_selected (self->selection));
}

static void
activate_cb (LesMatchPanel *self, guint position)
{
  go_to (self, position);
}

static void
restore_cb (LesMatchPanel *self, guint position)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.restore-match", "i", (int) position);
}

static void
cancel_cb (LesMatchPanel *self)
{
  les_session_cancel_comparing (self->session);
}

static int
compare_items (gconstpointer a, gconstpointer b, gpointer data)
{
  LesMatchPanel *self = data;
  LesMatchItem *x = (gpointer) a;
  LesMatchItem *y = (gpointer) b;
  Order order = (Order) gtk_drop_down_get_selected (self->order);
  int result = 0;

  if (order == ORDER_SCORE)
    result = les_match_item_get_match (y)->score - les_match_item_get_match (x)->score;
  else if (order == ORDER_RIGHT)
    result = les_text_range_compare (les_match_item_get_range (x, LES_SIDE_RIGHT),
                                     les_match_item_get_range (y, LES_SIDE_RIGHT));
  return result != 0 ? result : (int) les_match_item_get_index (x) - (int) les_match_item_get_index (y);
}

static void
order_cb (LesMatchPanel *self)
{
  if (self->sorter == NULL)
    return;
  self->syncing = TRUE;
  gtk_sorter_changed (self->sorter, GTK_SORTER_CHANGE_DIFFERENT);
  self->syncing = FALSE;
  if (self->session != NULL)
    show_current (self);
}

static void
show_menu (LesMatchPanel *self, const GdkRectangle *at)
{
  if (self->menu == NULL)
    self->menu = les_popovers_new_menu (self->row_menu, GTK_WIDGET (self));
  les_popovers_open (self->menu, at);
}

static void
secondary_pressed_cb (LesMatchPanel *self, int n_press, double x, double y, GtkGesture *gesture)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self->list), x, y, GTK_PICK_DEFAULT);
  GtkWidget *row = picked != NULL ? gtk_widget_get_ancestor (picked, LES_TYPE_MATCH_ROW) : NULL;
  graphene_point_t point;
  GdkRectangle place;

  if (picked != NULL && row == NULL && LES_IS_MATCH_ROW (gtk_widget_get_first_child (picked)))
    row = gtk_widget_get_first_child (picked);
  if (row == NULL || !gtk_widget_compute_point (GTK_WIDGET (self->list), GTK_WIDGET (self),
                                                &GRAPHENE_POINT_INIT ((float) x, (float) y), &point))
    return;
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  les_session_set_current_match (self->session, (int) les_match_item_get_index (les_match_row_get_item (LES_MATCH_ROW (row))));
  place = les_popovers_get_place_of_pointer (point.x, point.y);
  show_menu (self, &place);
}

static gboolean
popup_menu_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  LesMatchPanel *self = data;
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  graphene_rect_t bounds;

  if (focus == NULL || !gtk_widget_compute_bounds (focus, GTK_WIDGET (self), &bounds))
    return FALSE;
  show_menu (self, &(GdkRectangle) { (int) bounds.origin.x + 24, (int) bounds.origin.y, 1, (int) bounds.size.height });
  return TRUE;
}

static void
setup_row_cb (LesMatchPanel *self, GtkListItem *list_item)
{
  GtkWidget *row = les_match_row_new ();

  les_card_follow_current (LES_CARD (row), list_item);
  gtk_list_item_set_child (list_item, row);
}

static void
bind_row_cb (LesMatchPanel *self, GtkListItem *list_item)
{
  les_match_row_set_item (LES_MATCH_ROW (gtk_list_item_get_child (list_item)), gtk_list_item_get_item (list_item));
}

static void
setup_rejected_cb (LesMatchPanel *self, GtkListItem *list_item)
{
  gtk_list_item_set_child (list_item, les_match_row_new ());
}

static void
bind_rejected_cb (LesMatchPanel *self, GtkListItem *list_item)
{
  les_match_row_set_rejected (LES_MATCH_ROW (gtk_list_item_get_child (list_item)), gtk_list_item_get_item (list_item));
}

static void
les_match_panel_show_session (LesPanel *panel, LesSession *session)
{
  LesMatchPanel *self = LES_MATCH_PANEL (panel);

  self->session = session;
  g_list_store_remove_all (self->model);
  g_list_store_remove_all (self->rejected_model);
  if (session != NULL)
    fill (self);
}

static void
les_match_panel_dispose (GObject *object)
{
  LesMatchPanel *self = LES_MATCH_PANEL (object);

  les_panel_leave_session (LES_PANEL (self));
  if (self->list != NULL)
    {
      gtk_list_view_set_model (self->list, NULL);
      gtk_list_view_set_model (self->rejected_list, NULL);
      self->list = NULL;
    }
  g_clear_object (&self->selection);
  g_clear_object (&self->sorted);
  g_clear_object (&self->sorter);
  g_clear_object (&self->model);
  g_clear_object (&self->rejected_model);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (les_match_panel_parent_class)->dispose (object);
}

static void
les_match_panel_class_init (LesMatchPanelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = les_match_panel_dispose;
  LES_PANEL_CLASS (klass)->show_session = les_match_panel_show_session;

  g_type_ensure (ADW_TYPE_STATUS_PAGE);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_REGION);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/lesart/Lesart/ui/annotations/les-match-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, LesMatchPanel, box);
  gtk_widget_class_bind_template_child (widget_class, LesMatchPanel, tools);
  gtk_widget_class_bind_template_child (widget_class, LesMatchPanel, taken_over);
  gtk_widget_class_bind_template_child (widget_class, LesMatchPanel, reworded);
  gtk_widget_class_bind_template_child (widget_class, LesMatchPanel, possible);
  gtk_widget_class_bind_template_child (widget_class, LesMatchPanel, order);
  gtk_widget_class_bind_template_child (widget_class, LesMatchPanel, pages);
  gtk_widget_class_bind_template_child (widget_class, LesMatchPanel, spinner);
  gtk_widget_class_bind_template_child (widget_class, LesMatchPanel, none);
  gtk_widget_class_bind_template_child (widget_class, LesMatchPanel, list);
  gtk_widget_class_bind_template_child (widget_class, LesMatchPanel, rejected);
  gtk_widget_class_bind_template_child (widget_class, LesMatchPanel, rejected_list);
  gtk_widget_class_bind_template_child (widget_class, LesMatchPanel, row_menu);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, order_cb);
  gtk_widget_class_bind_template_callback (widget_class, restore_cb);
}

/* How many there are above what they are. */
static GtkLabel *
fill_button (GtkWidget *button, const char *word)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *count = gtk_label_new ("0");
  GtkWidget *label = gtk_label_new (word);

  gtk_widget_add_css_class (count, "numeric");
  gtk_widget_add_css_class (count, "heading");
  gtk_widget_add_css_class (label, "caption");
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), count);
  gtk_box_append (GTK_BOX (box), label);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, count, NULL, -1);
  return GTK_LABEL (count);
}

static void
make_lists (LesMatchPanel *self)
{
  g_autoptr (GtkListItemFactory) factory = les_row_factory_new (self, G_CALLBACK (setup_row_cb),
                                                                G_CALLBACK (bind_row_cb), NULL);
  g_autoptr (GtkListItemFactory) rejected_factory = les_row_factory_new (self, G_CALLBACK (setup_rejected_cb),
                                                                         G_CALLBACK (bind_rejected_cb), NULL);
  g_autoptr (GtkSelectionModel) rejected_selection = NULL;

  self->model = g_list_store_new (LES_TYPE_MATCH_ITEM);
  self->sorter = GTK_SORTER (gtk_custom_sorter_new (compare_items, self, NULL));
  self->sorted = gtk_sort_list_model_new (g_object_ref (G_LIST_MODEL (self->model)), g_object_ref (self->sorter));
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->sorted));
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));

  self->rejected_model = g_list_store_new (LES_TYPE_MATCH_ITEM);
  rejected_selection = GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->rejected_model))));
  gtk_list_view_set_factory (self->rejected_list, rejected_factory);
  gtk_list_view_set_model (self->rejected_list, rejected_selection);
}

static void
listen_for_menu (LesMatchPanel *self)
{
  GtkGesture *secondary = gtk_gesture_click_new ();
  GtkShortcutController *keys = GTK_SHORTCUT_CONTROLLER (gtk_shortcut_controller_new ());

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (secondary), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (secondary, "pressed", G_CALLBACK (secondary_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->list), GTK_EVENT_CONTROLLER (secondary));
  gtk_shortcut_controller_add_shortcut (keys, gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Menu, 0),
                                                                gtk_callback_action_new (popup_menu_cb, self, NULL)));
  gtk_shortcut_controller_add_shortcut (keys, gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_F10, GDK_SHIFT_MASK),
                                                                gtk_callback_action_new (popup_menu_cb, self, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self->list), GTK_EVENT_CONTROLLER (keys));
}

static void
follow_session (LesPanel *panel)
{
  static const char * const fillers[] = { "notify::matches", "notify::layers", "notify::left", "notify::right" };

  for (guint i = 0; i < G_N_ELEMENTS (fillers); i++)
    les_panel_follow_session (panel, fillers[i], G_CALLBACK (fill));
  les_panel_follow_session (panel, "notify::busy", G_CALLBACK (show_page));
  les_panel_follow_session (panel, "notify::current-match", G_CALLBACK (show_current));
}

static void
les_match_panel_init (LesMatchPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  les_reading_face_follow (GTK_WIDGET (self));
  /* Translators: kinds of matches, each below how many there are; at most 12 letters or so */
  self->counts[TAKEN_OVER] = fill_button (self->taken_over, _("taken over"));
  self->counts[REWORDED] = fill_button (self->reworded, _("reworded"));
  self->counts[POSSIBLE] = fill_button (self->possible, _("possible"));
  make_lists (self);
  listen_for_menu (self);
  follow_session (LES_PANEL (self));
}

GtkWidget *
les_match_panel_new (LesSession *session)
{
  return g_object_new (LES_TYPE_MATCH_PANEL, "session", session, NULL);
}
