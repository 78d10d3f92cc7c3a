/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-match-panel.h"

#include <adwaita.h>

#include "les-match-row.h"
#include "les-reading-face.h"

/**
 * LesMatchPanel:
 *
 * The matches that are shown between the texts, as a list. It and the texts
 * follow each other through the session's "current-match".
 */
struct _LesMatchPanel
{
  GtkWidget parent_instance;

  /* Template children */
  GtkStack *pages;
  GtkSpinner *spinner;
  GtkListView *list;

  /* Owned */
  LesSession *session;
  GListStore *model;
  GtkSingleSelection *selection;

  /* State */
  gboolean syncing;
};

enum
{
  PROP_0,
  PROP_SESSION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (LesMatchPanel, les_match_panel, GTK_TYPE_WIDGET)

static const char *
choose_page (LesMatchPanel *self)
{
  if (!les_session_is_comparing (self->session))
    return "single";
  if (les_session_get_busy (self->session))
    return "busy";
  return g_list_model_get_n_items (G_LIST_MODEL (self->model)) > 0 ? "list" : "none";
}

static void
show_page (LesMatchPanel *self)
{
  const char *page = choose_page (self);

  gtk_stack_set_visible_child_name (self->pages, page);
  gtk_spinner_set_spinning (self->spinner, g_str_equal (page, "busy"));
}

static void
show_current (LesMatchPanel *self)
{
  int current = les_session_get_current_match (self->session);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->model));
  guint position = current >= 0 && (guint) current < n ? (guint) current : GTK_INVALID_LIST_POSITION;

  self->syncing = TRUE;
  gtk_single_selection_set_selected (self->selection, position);
  self->syncing = FALSE;
  if (position != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", position);
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
  show_current (self);
  show_page (self);
}

static void
go_to (LesMatchPanel *self, guint position)
{
  if (position != GTK_INVALID_LIST_POSITION)
    les_session_set_current_match (self->session, position);
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
cancel_cb (LesMatchPanel *self)
{
  les_session_cancel_comparing (self->session);
}

static void
setup_row_cb (LesMatchPanel *self, GtkListItem *list_item)
{
  GtkWidget *row = les_match_row_new ();

  g_object_bind_property (list_item, "selected", row, "current", G_BINDING_SYNC_CREATE);
  gtk_list_item_set_child (list_item, row);
}

static void
bind_row_cb (LesMatchPanel *self, GtkListItem *list_item)
{
  les_match_row_set_item (LES_MATCH_ROW (gtk_list_item_get_child (list_item)), gtk_list_item_get_item (list_item));
}

static void
set_session (LesMatchPanel *self, LesSession *session)
{
  static const char * const fillers[] = { "notify::matches", "notify::layers", "notify::left", "notify::right" };

  self->session = g_object_ref (session);
  for (guint i = 0; i < G_N_ELEMENTS (fillers); i++)
    g_signal_connect_object (session, fillers[i], G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::busy", G_CALLBACK (show_page), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::current-match", G_CALLBACK (show_current), self, G_CONNECT_SWAPPED);
  fill (self);
}

static void
clear_session (LesMatchPanel *self)
{
  if (self->session == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
  g_list_store_remove_all (self->model);
}

static void
les_match_panel_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, LES_MATCH_PANEL (object)->session);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
les_match_panel_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  LesMatchPanel *self = LES_MATCH_PANEL (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      if (self->session == g_value_get_object (value))
        break;
      clear_session (self);
      if (g_value_get_object (value) != NULL)
        set_session (self, g_value_get_object (value));
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
les_match_panel_dispose (GObject *object)
{
  LesMatchPanel *self = LES_MATCH_PANEL (object);

  clear_session (self);
  if (self->list != NULL)
    gtk_list_view_set_model (self->list, NULL);
  g_clear_object (&self->selection);
  g_clear_object (&self->model);
  if (self->pages != NULL)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->pages)));

  G_OBJECT_CLASS (les_match_panel_parent_class)->dispose (object);
}

static void
les_match_panel_class_init (LesMatchPanelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = les_match_panel_get_property;
  object_class->set_property = les_match_panel_set_property;
  object_class->dispose = les_match_panel_dispose;

  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, LES_TYPE_SESSION,
                                                  G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY
                                                  | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (ADW_TYPE_STATUS_PAGE);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_REGION);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/lesart/Lesart/ui/annotations/les-match-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, LesMatchPanel, pages);
  gtk_widget_class_bind_template_child (widget_class, LesMatchPanel, spinner);
  gtk_widget_class_bind_template_child (widget_class, LesMatchPanel, list);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
}

static void
les_match_panel_init (LesMatchPanel *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  les_reading_face_follow (GTK_WIDGET (self));

  self->model = g_list_store_new (LES_TYPE_MATCH_ITEM);
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->model));
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_row_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_row_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
}

GtkWidget *
les_match_panel_new (LesSession *session)
{
  return g_object_new (LES_TYPE_MATCH_PANEL, "session", session, NULL);
}
