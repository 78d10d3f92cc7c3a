/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-filter-popover.h"

#include <glib/gi18n.h>

#include "les-filter-value.h"
#include "les-partial-date.h"
#include "les-row-factory.h"
#include "les-tag-names.h"
#include "les-text-keys.h"

#define INDENT_PIXELS 18
#define CHIP_WIDTH_CHARS 22

/**
 * LesFilterPopover:
 *
 * Every value that something can be filtered by, with how many records it would
 * leave, and a range of dates. What is typed cuts the list down, Enter takes the
 * first. The list is made anew each time the popover opens, the numbers whenever
 * the choice changes. What is chosen it also shows as chips, elsewhere.
 *
 * What is filtered, and in what words, a derived class says.
 */
typedef struct
{
  /* Template children */
  GtkEditable *entry;
  GtkStack *stack;
  GtkListView *list_view;
  GtkWidget *range_heading;
  GtkEditable *from_entry;
  GtkEditable *to_entry;
  GtkWidget *clear_button;

  /* Owned */
  LesFilter *filter;            /* NULL for none */
  GPtrArray *values;            /* of LesFilterValue; NULL until it was opened */
  GListStore *visible;

  /* State */
  gboolean showing_range;
} LesFilterPopoverPrivate;

/* In place of a facet: the range of dates. */
#define RANGE (-1)

/* What a click on a chip takes back. */
typedef struct
{
  LesFilterPopover *popover;
  int facet;
  char *value;
} Chip;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (LesFilterPopover, les_filter_popover, GTK_TYPE_POPOVER)

static LesFilterPopoverPrivate *
get_private (LesFilterPopover *self)
{
  return les_filter_popover_get_instance_private (self);
}

/* A heading stays when something is left below it. */
static GPtrArray *
list_answers (GPtrArray *values, const char *key)
{
  GPtrArray *answers = g_ptr_array_new ();
  LesFilterValue *heading = NULL;

  for (guint i = 0; i < values->len; i++)
    {
      LesFilterValue *value = values->pdata[i];

      if (les_filter_value_is_heading (value))
        heading = value;
      else if (les_filter_value_answers (value, key))
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
show_answers (LesFilterPopover *self)
{
  LesFilterPopoverPrivate *priv = get_private (self);
  g_autofree char *key = les_tag_dup_key (gtk_editable_get_text (priv->entry));
  g_autoptr (GPtrArray) answers = priv->values != NULL ? list_answers (priv->values, key) : g_ptr_array_new ();

  g_list_store_splice (priv->visible, 0, g_list_model_get_n_items (G_LIST_MODEL (priv->visible)),
                       answers->pdata, answers->len);
  gtk_stack_set_visible_child_name (priv->stack, answers->len > 0 ? "values" : "nothing");
}

/* Dates */

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
show_range (LesFilterPopover *self)
{
  LesFilterPopoverPrivate *priv = get_private (self);
  const char *from = les_filter_get_from (priv->filter);
  const char *to = les_filter_get_to (priv->filter);

  priv->showing_range = TRUE;
  gtk_editable_set_text (priv->from_entry, from != NULL ? from : "");
  gtk_editable_set_text (priv->to_entry, to != NULL ? to : "");
  priv->showing_range = FALSE;
}

static void
range_changed_cb (LesFilterPopover *self)
{
  LesFilterPopoverPrivate *priv = get_private (self);
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  gboolean from_good = read_date (priv->from_entry, &from);
  gboolean to_good = read_date (priv->to_entry, &to);

  if (!priv->showing_range && priv->filter != NULL && from_good && to_good)
    les_filter_set_range (priv->filter, from, to);
}

static void
range_activate_cb (LesFilterPopover *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
}

/* Values */

static void
toggle (LesFilterPopover *self, guint position)
{
  LesFilterPopoverPrivate *priv = get_private (self);
  g_autoptr (LesFilterValue) value = g_list_model_get_item (G_LIST_MODEL (priv->visible), position);

  if (value != NULL && !les_filter_value_is_heading (value))
    les_filter_toggle (priv->filter, les_filter_value_get_facet (value), les_filter_value_get_value (value));
}

static void
filter_changed_cb (LesFilterPopover *self)
{
  LesFilterPopoverPrivate *priv = get_private (self);

  gtk_widget_set_sensitive (priv->clear_button, les_filter_is_active (priv->filter));
  if (gtk_widget_get_visible (GTK_WIDGET (self)) && priv->values != NULL)
    LES_FILTER_POPOVER_GET_CLASS (self)->count_values (self, priv->values);
}

static void
search_changed_cb (LesFilterPopover *self)
{
  show_answers (self);
}

/* Row 0 is the heading of the first answer. */
static void
entry_activate_cb (LesFilterPopover *self)
{
  LesFilterPopoverPrivate *priv = get_private (self);

  if (*gtk_editable_get_text (priv->entry) == '\0' || g_list_model_get_n_items (G_LIST_MODEL (priv->visible)) == 0)
    return;
  toggle (self, 1);
  gtk_editable_set_text (priv->entry, "");
}

static void
stop_search_cb (LesFilterPopover *self)
{
  LesFilterPopoverPrivate *priv = get_private (self);

  if (*gtk_editable_get_text (priv->entry) != '\0')
    gtk_editable_set_text (priv->entry, "");
  else
    gtk_popover_popdown (GTK_POPOVER (self));
}

static void
list_activate_cb (LesFilterPopover *self, guint position)
{
  toggle (self, position);
}

static void
clear_clicked_cb (LesFilterPopover *self)
{
  les_filter_clear (get_private (self)->filter);
  show_range (self);
  gtk_widget_grab_focus (GTK_WIDGET (get_private (self)->entry));
}

static void
show_value (LesFilterValue *value, GtkWidget *row)
{
  GtkWidget *check = gtk_widget_get_first_child (row);
  GtkWidget *label = gtk_widget_get_next_sibling (check);
  GtkWidget *count = gtk_widget_get_next_sibling (label);
  gboolean heading = les_filter_value_is_heading (value);
  g_autofree char *number = g_strdup_printf ("%'u", les_filter_value_get_count (value));

  gtk_widget_set_visible (check, !heading);
  gtk_widget_set_visible (count, !heading);
  gtk_widget_set_margin_start (check, les_filter_value_get_depth (value) * INDENT_PIXELS);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), les_filter_value_get_chosen (value));
  gtk_label_set_text (GTK_LABEL (label), les_filter_value_get_name (value));
  gtk_label_set_text (GTK_LABEL (count), number);
  gtk_widget_set_tooltip_text (row, les_filter_value_get_label (value));
  gtk_widget_set_css_classes (row, heading ? (const char *[]) { "facet-heading", "caption-heading", NULL }
                                           : (const char *[]) { "facet-value", NULL });
  gtk_widget_set_opacity (row, !heading && les_filter_value_get_count (value) == 0
                               && !les_filter_value_get_chosen (value) ? 0.55 : 1.0);
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
setup_row_cb (LesFilterPopover *self, GtkListItem *list_item)
{
  gtk_list_item_set_child (list_item, create_row ());
}

static void
bind_row_cb (LesFilterPopover *self, GtkListItem *list_item)
{
  LesFilterValue *value = gtk_list_item_get_item (list_item);
  GtkWidget *row = gtk_list_item_get_child (list_item);

  gtk_list_item_set_activatable (list_item, !les_filter_value_is_heading (value));
  show_value (value, row);
  g_signal_connect_object (value, "changed", G_CALLBACK (show_value), row, 0);
}

static void
unbind_row_cb (LesFilterPopover *self, GtkListItem *list_item)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (list_item), show_value,
                                        gtk_list_item_get_child (list_item));
}

static void
les_filter_popover_map (GtkWidget *widget)
{
  LesFilterPopover *self = LES_FILTER_POPOVER (widget);
  LesFilterPopoverPrivate *priv = get_private (self);

  if (priv->filter != NULL)
    {
      g_clear_pointer (&priv->values, g_ptr_array_unref);
      priv->values = LES_FILTER_POPOVER_GET_CLASS (self)->list_values (self);
      gtk_editable_set_text (priv->entry, "");
      show_answers (self);
      show_range (self);
    }
  GTK_WIDGET_CLASS (les_filter_popover_parent_class)->map (widget);
  gtk_widget_grab_focus (GTK_WIDGET (priv->entry));
}

static void
les_filter_popover_dispose (GObject *object)
{
  LesFilterPopoverPrivate *priv = get_private (LES_FILTER_POPOVER (object));

  g_clear_object (&priv->filter);
  g_clear_object (&priv->visible);
  g_clear_pointer (&priv->values, g_ptr_array_unref);

  G_OBJECT_CLASS (les_filter_popover_parent_class)->dispose (object);
}

static void
les_filter_popover_class_init (LesFilterPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = les_filter_popover_dispose;
  widget_class->map = les_filter_popover_map;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/lesart/Lesart/ui/widgets/les-filter-popover.ui");
  gtk_widget_class_bind_template_child_private (widget_class, LesFilterPopover, entry);
  gtk_widget_class_bind_template_child_private (widget_class, LesFilterPopover, stack);
  gtk_widget_class_bind_template_child_private (widget_class, LesFilterPopover, list_view);
  gtk_widget_class_bind_template_child_private (widget_class, LesFilterPopover, range_heading);
  gtk_widget_class_bind_template_child_private (widget_class, LesFilterPopover, from_entry);
  gtk_widget_class_bind_template_child_private (widget_class, LesFilterPopover, to_entry);
  gtk_widget_class_bind_template_child_private (widget_class, LesFilterPopover, clear_button);
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
  LesFilterPopoverPrivate *priv = get_private (self);
  g_autoptr (GtkListItemFactory) factory = les_row_factory_new (self, G_CALLBACK (setup_row_cb),
                                                                G_CALLBACK (bind_row_cb), G_CALLBACK (unbind_row_cb));
  g_autoptr (GtkNoSelection) selection = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  les_text_keys_come_first (GTK_WIDGET (priv->entry));
  les_text_keys_come_first (GTK_WIDGET (priv->from_entry));
  les_text_keys_come_first (GTK_WIDGET (priv->to_entry));
  priv->visible = g_list_store_new (LES_TYPE_FILTER_VALUE);
  selection = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (priv->visible)));
  gtk_list_view_set_factory (priv->list_view, factory);
  gtk_list_view_set_model (priv->list_view, GTK_SELECTION_MODEL (selection));
}

/**
 * les_filter_popover_set_words:
 * @placeholder: what can be looked for
 * @range_heading: (nullable): what date is meant, where that is not plain
 *
 * For the init of a derived class.
 */
void
les_filter_popover_set_words (LesFilterPopover *self, const char *placeholder, const char *range_heading)
{
  LesFilterPopoverPrivate *priv = get_private (self);

  g_object_set (priv->entry, "placeholder-text", placeholder, NULL);
  gtk_label_set_text (GTK_LABEL (priv->range_heading), range_heading != NULL ? range_heading : "");
  gtk_widget_set_visible (priv->range_heading, range_heading != NULL);
}

/**
 * les_filter_popover_set_filter:
 * @filter: (nullable): what is set
 *
 * For a derived class, after it has taken note of what is filtered.
 */
void
les_filter_popover_set_filter (LesFilterPopover *self, LesFilter *filter)
{
  LesFilterPopoverPrivate *priv = get_private (self);

  g_return_if_fail (LES_IS_FILTER_POPOVER (self));

  if (priv->filter != NULL)
    g_signal_handlers_disconnect_by_func (priv->filter, filter_changed_cb, self);
  g_clear_pointer (&priv->values, g_ptr_array_unref);
  g_set_object (&priv->filter, filter);
  if (filter == NULL)
    return;
  g_signal_connect_object (filter, "changed", G_CALLBACK (filter_changed_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  filter_changed_cb (self);
}

/* Chips */

static void
chip_free (gpointer data, GClosure *closure)
{
  Chip *chip = data;

  g_object_unref (chip->popover);
  g_free (chip->value);
  g_free (chip);
}

/* The click destroys the button: what it needs is taken first. */
static void
chip_clicked_cb (GtkButton *button, Chip *chip)
{
  LesFilter *current = get_private (chip->popover)->filter;
  g_autoptr (LesFilter) filter = current != NULL ? g_object_ref (current) : NULL;
  g_autofree char *value = g_strdup (chip->value);

  if (filter == NULL)
    return;
  if (chip->facet == RANGE)
    les_filter_set_range (filter, NULL, NULL);
  else
    les_filter_toggle (filter, chip->facet, value);
}

static GtkWidget *
create_chip_content (const char *label)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);
  GtkWidget *words = gtk_label_new (label);

  gtk_label_set_ellipsize (GTK_LABEL (words), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (words), CHIP_WIDTH_CHARS);
  gtk_box_append (GTK_BOX (content), words);
  gtk_box_append (GTK_BOX (content), gtk_image_new_from_icon_name ("window-close-symbolic"));
  return content;
}

static GtkWidget *
create_chip (LesFilterPopover *self, int facet, const char *value, const char *label)
{
  GtkWidget *button = gtk_button_new ();
  /* Translators: what a click on a chosen filter does; %s is an outlet, a date, a tag, a speaker, … */
  g_autofree char *tooltip = g_strdup_printf (_("Remove Filter “%s”"), label);
  Chip *chip = g_new0 (Chip, 1);

  chip->popover = g_object_ref (self);
  chip->facet = facet;
  chip->value = g_strdup (value);
  gtk_button_set_child (GTK_BUTTON (button), create_chip_content (label));
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);
  gtk_widget_add_css_class (button, "filter-chip");
  g_signal_connect_data (button, "clicked", G_CALLBACK (chip_clicked_cb), chip, chip_free, 0);
  return button;
}

static void
append_chips_of_facet (LesFilterPopover *self, int facet, GtkWidget *box)
{
  GPtrArray *values = les_filter_get_values (get_private (self)->filter, facet);

  for (guint i = 0; i < values->len; i++)
    {
      const char *value = values->pdata[i];
      g_autofree char *label = LES_FILTER_POPOVER_GET_CLASS (self)->dup_label (self, facet, value);

      gtk_widget_set_parent (create_chip (self, facet, value, label), box);
    }
}

static void
append_range_chip (LesFilterPopover *self, GtkWidget *box)
{
  LesFilter *filter = get_private (self)->filter;
  g_autofree char *from = les_partial_date_dup_words (les_filter_get_from (filter));
  g_autofree char *to = les_partial_date_dup_words (les_filter_get_to (filter));
  g_autofree char *label = NULL;

  if (*from == '\0' && *to == '\0')
    return;
  label = LES_FILTER_POPOVER_GET_CLASS (self)->dup_range_label (self, from, to);
  gtk_widget_set_parent (create_chip (self, RANGE, "", label), box);
}

/**
 * les_filter_popover_show_chips:
 * @box: a widget whose layout manager breaks lines
 *
 * Shows what is filtered by as one button each that takes it back; hides @box
 * when that is nothing. While there is a filter.
 */
void
les_filter_popover_show_chips (LesFilterPopover *self, GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_widget_unparent (child);
  for (int facet = 0; facet < les_filter_get_n_facets (get_private (self)->filter); facet++)
    append_chips_of_facet (self, facet, box);
  append_range_chip (self, box);
  gtk_widget_set_visible (box, gtk_widget_get_first_child (box) != NULL);
}
