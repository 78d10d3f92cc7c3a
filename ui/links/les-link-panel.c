/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-link-panel.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "les-link-row.h"
#include "les-linking.h"
#include "les-reading-face.h"
#include "les-row-factory.h"

/**
 * LesLinkPanel:
 *
 * The links between the open articles, of all relations or of one. It and the
 * texts follow each other through the current link.
 */
struct _LesLinkPanel
{
  LesPanel parent_instance;

  /* Template children */
  GtkWidget *box;
  GtkWidget *filters;
  GtkDropDown *relation;
  GtkStack *pages;
  GtkListView *list;

  /* Borrowed */
  LesSession *session;      /* as the panel holds it */

  /* Owned */
  GListStore *model;
  GtkSingleSelection *selection;
  GPtrArray *relations;     /* of char: what the filter offers, behind "all" */
  char *chosen;             /* relation; NULL for all */

  /* State */
  gboolean syncing;
  gboolean stale;           /* to be filled when it comes into view */
};

G_DEFINE_FINAL_TYPE (LesLinkPanel, les_link_panel, LES_TYPE_PANEL)

static LesLinking *
get_linking (LesLinkPanel *self)
{
  return les_linking_of (self->session);
}

static const char *
get_relation (LesLink *link)
{
  return les_link_get (link, LES_LINK_RELATION);
}

static void
show_current (LesLinkPanel *self)
{
  const char *current = les_linking_get_current_id (get_linking (self));
  guint position = GTK_INVALID_LIST_POSITION;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->model)); i++)
    {
      g_autoptr (LesLinkItem) item = g_list_model_get_item (G_LIST_MODEL (self->model), i);

      if (g_strcmp0 (les_record_get_id (LES_RECORD (les_link_item_get_link (item))), current) == 0)
        position = i;
    }
  self->syncing = TRUE;
  gtk_single_selection_set_selected (self->selection, position);
  self->syncing = FALSE;
  if (position != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", position);
}

/* What the filter offers: the relations that the links have, in their order of appearance. */
static void
fill_filter (LesLinkPanel *self, GPtrArray *links)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  LesProject *project = les_session_get_project (self->session);
  guint selected = 0;

  g_ptr_array_set_size (self->relations, 0);
  gtk_string_list_append (names, _("All Relations"));
  for (guint i = 0; i < links->len; i++)
    if (!g_ptr_array_find_with_equal_func (self->relations, get_relation (links->pdata[i]), g_str_equal, NULL))
      {
        g_ptr_array_add (self->relations, g_strdup (get_relation (links->pdata[i])));
        gtk_string_list_append (names, les_relations_get_name (project, get_relation (links->pdata[i])));
      }
  if (self->chosen != NULL
      && g_ptr_array_find_with_equal_func (self->relations, self->chosen, g_str_equal, &selected))
    selected++;
  else
    g_clear_pointer (&self->chosen, g_free);
  self->syncing = TRUE;
  gtk_drop_down_set_model (self->relation, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->relation, selected);
  self->syncing = FALSE;
}

static gboolean
is_shown_at (LesLinkPanel *self, guint position, LesLinkItem *item)
{
  g_autoptr (LesLinkItem) shown = g_list_model_get_item (G_LIST_MODEL (self->model), position);

  return les_link_item_equal (shown, item);
}

/* Rows that show the same as before stay. */
static void
replace_items (LesLinkPanel *self, GPtrArray *items)
{
  guint n_old = g_list_model_get_n_items (G_LIST_MODEL (self->model));
  guint first = 0;
  guint last = 0;

  while (first < MIN (n_old, items->len) && is_shown_at (self, first, items->pdata[first]))
    first++;
  while (last < MIN (n_old, items->len) - first
         && is_shown_at (self, n_old - 1 - last, items->pdata[items->len - 1 - last]))
    last++;
  self->syncing = TRUE;
  g_list_store_splice (self->model, first, n_old - first - last, items->pdata + first, items->len - first - last);
  self->syncing = FALSE;
}

static void
fill_list (LesLinkPanel *self, GPtrArray *links)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < links->len; i++)
    if (self->chosen == NULL || g_strcmp0 (self->chosen, get_relation (links->pdata[i])) == 0)
      g_ptr_array_add (items, les_link_item_new (self->session, links->pdata[i]));
  replace_items (self, items);
  show_current (self);
}

static void
fill (LesLinkPanel *self)
{
  g_autoptr (GPtrArray) links = NULL;

  self->stale = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (self->stale)
    return;
  links = les_linking_ref_links (get_linking (self));
  fill_filter (self, links);
  fill_list (self, links);
  gtk_widget_set_visible (self->filters, links->len > 0);
  gtk_stack_set_visible_child_name (self->pages, links->len > 0 ? "list" : "empty");
}

static void
les_link_panel_map (GtkWidget *widget)
{
  LesLinkPanel *self = LES_LINK_PANEL (widget);

  GTK_WIDGET_CLASS (les_link_panel_parent_class)->map (widget);
  if (self->stale && self->session != NULL)
    fill (self);
}

static void
project_changed_cb (LesLinkPanel *self, LesChange *applied)
{
  if (les_change_touches (applied, LES_RECORD_RELATION))
    g_list_store_remove_all (self->model);
  if (les_change_touches (applied, LES_RECORD_LINK) || les_change_touches (applied, LES_RECORD_RELATION)
      || les_change_touches (applied, LES_RECORD_ANNOTATION) || les_change_touches (applied, LES_RECORD_ARTICLE))
    fill (self);
}

static void
relation_cb (LesLinkPanel *self)
{
  guint selected = gtk_drop_down_get_selected (self->relation);
  g_autoptr (GPtrArray) links = NULL;

  if (self->syncing || self->session == NULL || selected == GTK_INVALID_LIST_POSITION)
    return;
  g_free (self->chosen);
  self->chosen = selected == 0 ? NULL : g_strdup (self->relations->pdata[selected - 1]);
  links = les_linking_ref_links (get_linking (self));
  fill_list (self, links);
}

static void
go_to (LesLinkPanel *self, guint position)
{
  g_autoptr (LesLinkItem) item = g_list_model_get_item (G_LIST_MODEL (self->model), position);

  if (item != NULL)
    les_linking_show (get_linking (self), les_record_get_id (LES_RECORD (les_link_item_get_link (item))));
}

static void
selected_cb (LesLinkPanel *self)
{
  guint selected = gtk_single_selection_get_selected (self->selection);

  if (!self->syncing && self->session != NULL && selected != GTK_INVALID_LIST_POSITION)
    go_to (self, selected);
}

static void
activate_cb (LesLinkPanel *self, guint position)
{
  go_to (self, position);
}

static void
setup_row_cb (LesLinkPanel *self, GtkListItem *list_item)
{
  GtkWidget *row = les_link_row_new ();

  les_card_follow_current (LES_CARD (row), list_item);
  gtk_list_item_set_child (list_item, row);
}

static void
bind_row_cb (LesLinkPanel *self, GtkListItem *list_item)
{
  les_link_row_set_item (LES_LINK_ROW (gtk_list_item_get_child (list_item)), gtk_list_item_get_item (list_item));
}

static void
les_link_panel_show_session (LesPanel *panel, LesSession *session)
{
  LesLinkPanel *self = LES_LINK_PANEL (panel);

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (get_linking (self), self);
  self->session = session;
  g_list_store_remove_all (self->model);
  if (session == NULL)
    return;
  g_signal_connect_object (get_linking (self), "notify::current", G_CALLBACK (show_current), self, G_CONNECT_SWAPPED);
  fill (self);
}

static void
les_link_panel_dispose (GObject *object)
{
  LesLinkPanel *self = LES_LINK_PANEL (object);

  les_panel_leave_session (LES_PANEL (self));
  if (self->list != NULL)
    gtk_list_view_set_model (self->list, NULL);
  self->list = NULL;
  g_clear_object (&self->selection);
  g_clear_object (&self->model);
  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (les_link_panel_parent_class)->dispose (object);
}

static void
les_link_panel_finalize (GObject *object)
{
  LesLinkPanel *self = LES_LINK_PANEL (object);

  g_ptr_array_unref (self->relations);
  g_free (self->chosen);

  G_OBJECT_CLASS (les_link_panel_parent_class)->finalize (object);
}

static void
les_link_panel_class_init (LesLinkPanelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = les_link_panel_dispose;
  object_class->finalize = les_link_panel_finalize;
  widget_class->map = les_link_panel_map;
  LES_PANEL_CLASS (klass)->show_session = les_link_panel_show_session;

  g_type_ensure (ADW_TYPE_STATUS_PAGE);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_REGION);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/lesart/Lesart/ui/links/les-link-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, LesLinkPanel, box);
  gtk_widget_class_bind_template_child (widget_class, LesLinkPanel, filters);
  gtk_widget_class_bind_template_child (widget_class, LesLinkPanel, relation);
  gtk_widget_class_bind_template_child (widget_class, LesLinkPanel, pages);
  gtk_widget_class_bind_template_child (widget_class, LesLinkPanel, list);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, relation_cb);
}

static void
les_link_panel_init (LesLinkPanel *self)
{
  g_autoptr (GtkListItemFactory) factory = les_row_factory_new (self, G_CALLBACK (setup_row_cb),
                                                                G_CALLBACK (bind_row_cb), NULL);

  self->relations = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  les_reading_face_follow (GTK_WIDGET (self));

  self->model = g_list_store_new (LES_TYPE_LINK_ITEM);
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->model));
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  les_panel_follow_session (LES_PANEL (self), "notify::left", G_CALLBACK (fill));
  les_panel_follow_session (LES_PANEL (self), "notify::right", G_CALLBACK (fill));
  les_panel_follow_project (LES_PANEL (self), "changed", G_CALLBACK (project_changed_cb));
}

GtkWidget *
les_link_panel_new (LesSession *session)
{
  return g_object_new (LES_TYPE_LINK_PANEL, "session", session, NULL);
}
