/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-filter-popover.h"

#include "les-facet-list.h"
#include "les-partial-date.h"
#include "les-text-keys.h"

/*
 * LesFilterPopover:
 *
 * Every outlet, date, tag and language that occurs, with how many articles it
 * would leave; what is typed cuts the list down. The list is made anew each
 * time the popover opens, the numbers whenever the choice changes.
 */

struct _LesFilterPopover
{
  GtkPopover parent_instance;

  /* template children */
  GtkSearchEntry *entry;
  GtkStack *stack;
  GtkListView *list_view;
  GtkEntry *from_entry;
  GtkEntry *to_entry;
  GtkButton *clear_button;

  /* owned */
  LesArticleList *articles;
  GListStore *facets;
  GListStore *visible;
  char *typed;

  /* state */
  gboolean showing_range;
};

G_DEFINE_FINAL_TYPE (LesFilterPopover, les_filter_popover, GTK_TYPE_POPOVER)

static LesArticleFilter *
get_filter (LesFilterPopover *self)
{
  return les_article_list_get_filter (self->articles);
}

/* A heading stays when something is left below it. */
static void
update_visible (LesFilterPopover *self)
{
  g_autoptr (GPtrArray) left = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (LesFacetItem) heading = NULL;
  guint n_facets = g_list_model_get_n_items (G_LIST_MODEL (self->facets));

  for (guint i = 0; i < n_facets; i++)
    {
      g_autoptr (LesFacetItem) item = g_list_model_get_item (G_LIST_MODEL (self->facets), i);

      if (les_facet_item_is_heading (item))
        {
          g_set_object (&heading, item);
          continue;
        }
      if (self->typed != NULL && !les_facet_item_matches (item, self->typed))
        continue;
      if (heading != NULL)
        g_ptr_array_add (left, g_steal_pointer (&heading));
      g_ptr_array_add (left, g_steal_pointer (&item));
    }
  g_list_store_splice (self->visible, 0, g_list_model_get_n_items (G_LIST_MODEL (self->visible)),
                       left->pdata, left->len);
  gtk_stack_set_visible_child_name (self->stack, left->len > 0 ? "values" : "nothing");
}

static void
mark_entry (GtkEntry *entry,
            gboolean  wrong)
{
  if (wrong)
    gtk_widget_add_css_class (GTK_WIDGET (entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (entry), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID,
                               wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

static gboolean
read_date (GtkEntry  *entry,
           char     **out_date)
{
  g_autofree char *typed = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));
  gboolean good;

  *out_date = *typed != '\0' ? les_partial_date_dup_normal (typed) : NULL;
  good = *typed == '\0' || *out_date != NULL;
  mark_entry (entry, !good);
  return good;
}

static void
show_range (LesFilterPopover *self)
{
  const char *from = les_article_filter_get_from (get_filter (self));
  const char *to = les_article_filter_get_to (get_filter (self));

  self->showing_range = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->from_entry), from != NULL ? from : "");
  gtk_editable_set_text (GTK_EDITABLE (self->to_entry), to != NULL ? to : "");
  self->showing_range = FALSE;
}

static void
toggle_item (LesFilterPopover *self,
             LesFacetItem     *item)
{
  if (!les_facet_item_is_heading (item))
    les_article_filter_toggle (get_filter (self), les_facet_item_get_facet (item), les_facet_item_get_value (item));
}

static void
filter_changed_cb (LesFilterPopover *self)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->clear_button), les_article_filter_is_active (get_filter (self)));
  if (gtk_widget_get_visible (GTK_WIDGET (self)))
    les_facet_list_update (self->facets, self->articles);
}

static void
search_changed_cb (LesFilterPopover *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  g_free (self->typed);
  self->typed = *typed != '\0' ? g_utf8_casefold (typed, -1) : NULL;
  if (self->facets != NULL)
    update_visible (self);
}

static void
entry_activate_cb (LesFilterPopover *self)
{
  g_autoptr (LesFacetItem) first = g_list_model_get_item (G_LIST_MODEL (self->visible), 1);

  if (first == NULL || self->typed == NULL)
    return;
  toggle_item (self, first);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
}

static void
stop_search_cb (LesFilterPopover *self)
{
  if (self->typed != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  else
    gtk_popover_popdown (GTK_POPOVER (self));
}

static void
list_activate_cb (LesFilterPopover *self,
                  guint             position)
{
  g_autoptr (LesFacetItem) item = g_list_model_get_item (G_LIST_MODEL (self->visible), position);

  toggle_item (self, item);
}

static void
range_changed_cb (LesFilterPopover *self)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  gboolean from_good = read_date (self->from_entry, &from);
  gboolean to_good = read_date (self->to_entry, &to);

  if (!self->showing_range && self->articles != NULL && from_good && to_good)
    les_article_filter_set_range (get_filter (self), from, to);
}

static void
range_activate_cb (LesFilterPopover *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
clear_clicked_cb (LesFilterPopover *self)
{
  les_article_filter_clear (get_filter (self));
  show_range (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
show_item (GtkWidget    *row,
           LesFacetItem *item)
{
  GtkWidget *check = gtk_widget_get_first_child (row);
  GtkWidget *label = gtk_widget_get_next_sibling (check);
  GtkWidget *count = gtk_widget_get_next_sibling (label);
  gboolean heading = les_facet_item_is_heading (item);
  g_autofree char *number = g_strdup_printf ("%'u", les_facet_item_get_count (item));

  gtk_widget_set_visible (check, !heading);
  gtk_widget_set_visible (count, !heading);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), les_facet_item_get_active (item));
  gtk_label_set_text (GTK_LABEL (label), les_facet_item_get_label (item));
  gtk_label_set_text (GTK_LABEL (count), number);
  gtk_widget_set_tooltip_text (row, les_facet_item_get_label (item));
  gtk_widget_set_css_classes (row, heading ? (const char *[]) { "facet-heading", "caption-heading", NULL }
                                           : (const char *[]) { "facet-value", NULL });
  gtk_widget_set_opacity (row, !heading && les_facet_item_get_count (item) == 0
                               && !les_facet_item_get_active (item) ? 0.55 : 1.0);
}

static void
item_changed_cb (LesFacetItem *item,
                 GtkWidget    *row)
{
  show_item (row, item);
}

static GtkWidget *
create_row (void)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *count = gtk_label_new (NULL);

  gtk_widget_set_can_focus (check, FALSE);
  gtk_widget_set_can_target (check, FALSE);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (count, "dim-label");
  gtk_widget_add_css_class (count, "numeric");
  gtk_widget_add_css_class (count, "caption");
  gtk_box_append (GTK_BOX (row), check);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), count);
  return row;
}

static void
setup_row_cb (LesFilterPopover *self,
              GtkListItem      *list_item)
{
  gtk_list_item_set_child (list_item, create_row ());
}

static void
bind_row_cb (LesFilterPopover *self,
             GtkListItem      *list_item)
{
  LesFacetItem *item = gtk_list_item_get_item (list_item);
  GtkWidget *row = gtk_list_item_get_child (list_item);

  gtk_list_item_set_activatable (list_item, !les_facet_item_is_heading (item));
  show_item (row, item);
  g_signal_connect_object (item, "changed", G_CALLBACK (item_changed_cb), row, 0);
}

static void
unbind_row_cb (LesFilterPopover *self,
               GtkListItem      *list_item)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (list_item), item_changed_cb,
                                        gtk_list_item_get_child (list_item));
}

static void
les_filter_popover_map (GtkWidget *widget)
{
  LesFilterPopover *self = LES_FILTER_POPOVER (widget);

  if (self->articles != NULL)
    {
      g_clear_object (&self->facets);
      self->facets = les_facet_list_new (self->articles);
      gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
      update_visible (self);
      show_range (self);
    }
  GTK_WIDGET_CLASS (les_filter_popover_parent_class)->map (widget);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
les_filter_popover_dispose (GObject *object)
{
  LesFilterPopover *self = LES_FILTER_POPOVER (object);

  g_clear_object (&self->articles);
  g_clear_object (&self->facets);
  g_clear_object (&self->visible);
  g_clear_pointer (&self->typed, g_free);
  G_OBJECT_CLASS (les_filter_popover_parent_class)->dispose (object);
}

static void
les_filter_popover_class_init (LesFilterPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = les_filter_popover_dispose;
  widget_class->map = les_filter_popover_map;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/lesart/Lesart/ui/browser/les-filter-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, LesFilterPopover, entry);
  gtk_widget_class_bind_template_child (widget_class, LesFilterPopover, stack);
  gtk_widget_class_bind_template_child (widget_class, LesFilterPopover, list_view);
  gtk_widget_class_bind_template_child (widget_class, LesFilterPopover, from_entry);
  gtk_widget_class_bind_template_child (widget_class, LesFilterPopover, to_entry);
  gtk_widget_class_bind_template_child (widget_class, LesFilterPopover, clear_button);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, list_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, range_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, range_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_clicked_cb);
}

static void
les_filter_popover_init (LesFilterPopover *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  GtkNoSelection *selection;

  gtk_widget_init_template (GTK_WIDGET (self));
  les_text_keys_come_first (GTK_WIDGET (self->entry));
  les_text_keys_come_first (GTK_WIDGET (self->from_entry));
  les_text_keys_come_first (GTK_WIDGET (self->to_entry));
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_row_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_row_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_row_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->list_view, factory);

  self->visible = g_list_store_new (LES_TYPE_FACET_ITEM);
  selection = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->visible)));
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (selection));
  g_object_unref (selection);
}

/**
 * les_filter_popover_set_articles:
 * @articles: (nullable): whose filter the popover sets
 */
void
les_filter_popover_set_articles (LesFilterPopover *self,
                                 LesArticleList   *articles)
{
  if (self->articles != NULL)
    g_signal_handlers_disconnect_by_func (get_filter (self), filter_changed_cb, self);
  g_set_object (&self->articles, articles);
  if (articles == NULL)
    return;
  g_signal_connect_object (get_filter (self), "changed", G_CALLBACK (filter_changed_cb), self, G_CONNECT_SWAPPED);
  filter_changed_cb (self);
}

