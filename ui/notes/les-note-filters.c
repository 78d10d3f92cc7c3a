/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-note-filters.h"

#include "les-note-value.h"
#include "les-partial-date.h"
#include "les-tag-names.h"
#include "les-text-keys.h"

#define INDENT_PIXELS 18

/**
 * LesNoteFilters:
 *
 * Everything that annotations and notes can be filtered by, with how many each
 * value would leave; what is typed cuts the list down, Enter takes the first.
 * Collected anew each time the popover opens.
 */
struct _LesNoteFilters
{
  GtkPopover parent_instance;

  /* Template children */
  GtkEditable *entry;
  GtkStack *stack;
  GtkListView *list_view;
  GtkEditable *from_entry;
  GtkEditable *to_entry;
  GtkWidget *clear_button;

  /* Owned */
  LesNoteList *list;
  GPtrArray *values;
  GListStore *visible;

  /* State */
  gboolean showing_range;
};

G_DEFINE_FINAL_TYPE (LesNoteFilters, les_note_filters, GTK_TYPE_POPOVER)

static LesNoteFilter *
get_filter (LesNoteFilters *self)
{
  return les_note_list_get_filter (self->list);
}

/* A heading stays when something is left below it. */
static GPtrArray *
list_answers (LesNoteFilters *self, const char *key)
{
  GPtrArray *answers = g_ptr_array_new ();
  LesNoteValue *heading = NULL;

  for (guint i = 0; i < self->values->len; i++)
    {
      LesNoteValue *value = self->values->pdata[i];

      if (les_note_value_is_heading (value))
        heading = value;
      else if (les_note_value_answers (value, key))
        {
          if (heading != NULL)
            g_ptr_array_add (answers, heading);
          heading = NULL;
          g_ptr_array_add (answers, value);
        }
    }
  return answers;
}

static void
show_answers (LesNoteFilters *self)
{
  g_autofree char *key = les_tag_dup_key (gtk_editable_get_text (self->entry));
  g_autoptr (GPtrArray) answers = self->values != NULL ? list_answers (self, key) : g_ptr_array_new ();

  g_list_store_splice (self->visible, 0, g_list_model_get_n_items (G_LIST_MODEL (self->visible)),
                       answers->pdata, answers->len);
  gtk_stack_set_visible_child_name (self->stack, answers->len > 0 ? "values" : "nothing");
}

static void
mark_entry (GtkWidget *entry, gboolean wrong)
{
  if (wrong)
    gtk_widget_add_css_class (entry, "error");
  else
    gtk_widget_remove_css_class (entry, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID,
                               wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

static gboolean
read_date (GtkEditable *entry, char **out_date)
{
  g_autofree char *typed = g_strstrip (g_strdup (gtk_editable_get_text (entry)));
  gboolean good;

  *out_date = *typed != '\0' ? les_partial_date_dup_normal (typed) : NULL;
  good = *typed == '\0' || *out_date != NULL;
  mark_entry (GTK_WIDGET (entry), !good);
  return good;
}

static void
show_range (LesNoteFilters *self)
{
  const char *from = les_note_filter_get_from (get_filter (self));
  const char *to = les_note_filter_get_to (get_filter (self));

  self->showing_range = TRUE;
  gtk_editable_set_text (self->from_entry, from != NULL ? from : "");
  gtk_editable_set_text (self->to_entry, to != NULL ? to : "");
  self->showing_range = FALSE;
}

static void
toggle (LesNoteFilters *self, guint position)
{
  g_autoptr (LesNoteValue) value = g_list_model_get_item (G_LIST_MODEL (self->visible), position);

  if (value != NULL && !les_note_value_is_heading (value))
    les_note_filter_toggle (get_filter (self), les_note_value_get_facet (value), les_note_value_get_value (value));
}

static void
filter_changed_cb (LesNoteFilters *self)
{
  gtk_widget_set_sensitive (self->clear_button, les_note_filter_is_active (get_filter (self)));
  if (gtk_widget_get_visible (GTK_WIDGET (self)) && self->values != NULL)
    les_note_values_update (self->values, self->list);
}

static void
search_changed_cb (LesNoteFilters *self)
{
  show_answers (self);
}

/* Row 0 is the heading of the first answer. */
static void
entry_activate_cb (LesNoteFilters *self)
{
  if (*gtk_editable_get_text (self->entry) == '\0')
    return;
  toggle (self, 1);
  gtk_editable_set_text (self->entry, "");
}

static void
stop_search_cb (LesNoteFilters *self)
{
  if (*gtk_editable_get_text (self->entry) != '\0')
    gtk_editable_set_text (self->entry, "");
  else
    gtk_popover_popdown (GTK_POPOVER (self));
}

static void
list_activate_cb (LesNoteFilters *self, guint position)
{
  toggle (self, position);
}

static void
range_changed_cb (LesNoteFilters *self)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  gboolean from_good = read_date (self->from_entry, &from);
  gboolean to_good = read_date (self->to_entry, &to);

  if (!self->showing_range && self->list != NULL && from_good && to_good)
    les_note_filter_set_range (get_filter (self), from, to);
}

static void
range_activate_cb (LesNoteFilters *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
clear_clicked_cb (LesNoteFilters *self)
{
  les_note_filter_clear (get_filter (self));
  show_range (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
show_value (LesNoteValue *value, GtkWidget *row)
{
  GtkWidget *check = gtk_widget_get_first_child (row);
  GtkWidget *label = gtk_widget_get_next_sibling (check);
  GtkWidget *count = gtk_widget_get_next_sibling (label);
  gboolean heading = les_note_value_is_heading (value);
  g_autofree char *number = g_strdup_printf ("%'u", les_note_value_get_count (value));

  gtk_widget_set_visible (check, !heading);
  gtk_widget_set_visible (count, !heading);
  gtk_widget_set_margin_start (check, les_note_value_get_depth (value) * INDENT_PIXELS);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), les_note_value_get_chosen (value));
  gtk_label_set_text (GTK_LABEL (label), les_note_value_get_name (value));
  gtk_label_set_text (GTK_LABEL (count), number);
  gtk_widget_set_tooltip_text (row, les_note_value_get_label (value));
  gtk_widget_set_css_classes (row, heading ? (const char *[]) { "facet-heading", "caption-heading", NULL }
                                           : (const char *[]) { "facet-value", NULL });
  gtk_widget_set_opacity (row, !heading && les_note_value_get_count (value) == 0
                               && !les_note_value_get_chosen (value) ? 0.55 : 1.0);
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
  gtk_widget_set_css_classes (count, (const char *[]) { "dim-label", "numeric", "caption", NULL });
  gtk_box_append (GTK_BOX (row), check);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), count);
  return row;
}

static void
setup_row_cb (LesNoteFilters *self, GtkListItem *list_item)
{
  gtk_list_item_set_child (list_item, create_row ());
}

static void
bind_row_cb (LesNoteFilters *self, GtkListItem *list_item)
{
  LesNoteValue *value = gtk_list_item_get_item (list_item);
  GtkWidget *row = gtk_list_item_get_child (list_item);

  gtk_list_item_set_activatable (list_item, !les_note_value_is_heading (value));
  show_value (value, row);
  g_signal_connect_object (value, "changed", G_CALLBACK (show_value), row, 0);
}

static void
unbind_row_cb (LesNoteFilters *self, GtkListItem *list_item)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (list_item), show_value,
                                        gtk_list_item_get_child (list_item));
}

static void
les_note_filters_map (GtkWidget *widget)
{
  LesNoteFilters *self = LES_NOTE_FILTERS (widget);

  if (self->list != NULL)
    {
      g_clear_pointer (&self->values, g_ptr_array_unref);
      self->values = les_note_values_collect (self->list);
      gtk_editable_set_text (self->entry, "");
      show_answers (self);
      show_range (self);
    }
  GTK_WIDGET_CLASS (les_note_filters_parent_class)->map (widget);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
les_note_filters_dispose (GObject *object)
{
  LesNoteFilters *self = LES_NOTE_FILTERS (object);

  g_clear_object (&self->list);
  g_clear_object (&self->visible);
  g_clear_pointer (&self->values, g_ptr_array_unref);

  G_OBJECT_CLASS (les_note_filters_parent_class)->dispose (object);
}

static void
les_note_filters_class_init (LesNoteFiltersClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = les_note_filters_dispose;
  widget_class->map = les_note_filters_map;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/lesart/Lesart/ui/notes/les-note-filters.ui");
  gtk_widget_class_bind_template_child (widget_class, LesNoteFilters, entry);
  gtk_widget_class_bind_template_child (widget_class, LesNoteFilters, stack);
  gtk_widget_class_bind_template_child (widget_class, LesNoteFilters, list_view);
  gtk_widget_class_bind_template_child (widget_class, LesNoteFilters, from_entry);
  gtk_widget_class_bind_template_child (widget_class, LesNoteFilters, to_entry);
  gtk_widget_class_bind_template_child (widget_class, LesNoteFilters, clear_button);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, list_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, range_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, range_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_clicked_cb);
}

static GtkListItemFactory *
new_factory (LesNoteFilters *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_row_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_row_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_row_cb), self, G_CONNECT_SWAPPED);
  return factory;
}

static void
les_note_filters_init (LesNoteFilters *self)
{
  g_autoptr (GtkListItemFactory) factory = new_factory (self);
  g_autoptr (GtkNoSelection) selection = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  les_text_keys_come_first (GTK_WIDGET (self->entry));
  les_text_keys_come_first (GTK_WIDGET (self->from_entry));
  les_text_keys_come_first (GTK_WIDGET (self->to_entry));
  self->visible = g_list_store_new (LES_TYPE_NOTE_VALUE);
  selection = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->visible)));
  gtk_list_view_set_factory (self->list_view, factory);
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (selection));
}

/** @list: (nullable): whose filter is set */
void
les_note_filters_set_list (LesNoteFilters *self, LesNoteList *list)
{
  g_return_if_fail (LES_IS_NOTE_FILTERS (self));

  if (self->list != NULL)
    g_signal_handlers_disconnect_by_func (get_filter (self), filter_changed_cb, self);
  g_clear_pointer (&self->values, g_ptr_array_unref);
  g_set_object (&self->list, list);
  if (list == NULL)
    return;
  g_signal_connect_object (get_filter (self), "changed", G_CALLBACK (filter_changed_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  filter_changed_cb (self);
}
