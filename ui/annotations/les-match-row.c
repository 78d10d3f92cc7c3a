/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-match-row.h"

#include <glib/gi18n.h>

/**
 * LesMatchRow:
 *
 * A match in the list: its number, what kind it is, both passages.
 */
struct _LesMatchRow
{
  GtkWidget parent_instance;

  /* Template children */
  GtkWidget *box;
  GtkLabel *number;
  GtkLabel *kind;
  GtkLabel *score;
  GtkLabel *left;
  GtkLabel *right;

  /* State */
  gboolean current;
};

enum
{
  PROP_0,
  PROP_CURRENT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (LesMatchRow, les_match_row, GTK_TYPE_WIDGET)

static void
set_current (LesMatchRow *self, gboolean current)
{
  if (self->current == current)
    return;
  self->current = current;
  if (current)
    gtk_widget_add_css_class (self->box, "current");
  else
    gtk_widget_remove_css_class (self->box, "current");
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CURRENT]);
}

static void
les_match_row_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_CURRENT:
      g_value_set_boolean (value, LES_MATCH_ROW (object)->current);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
les_match_row_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_CURRENT:
      set_current (LES_MATCH_ROW (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
les_match_row_dispose (GObject *object)
{
  g_clear_pointer (&LES_MATCH_ROW (object)->box, gtk_widget_unparent);

  G_OBJECT_CLASS (les_match_row_parent_class)->dispose (object);
}

static void
les_match_row_class_init (LesMatchRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = les_match_row_get_property;
  object_class->set_property = les_match_row_set_property;
  object_class->dispose = les_match_row_dispose;

  properties[PROP_CURRENT] = g_param_spec_boolean ("current", NULL, NULL, FALSE,
                                                   G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY
                                                   | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "matchrow");
  gtk_widget_class_set_template_from_resource (widget_class, "/org/lesart/Lesart/ui/annotations/les-match-row.ui");
  gtk_widget_class_bind_template_child (widget_class, LesMatchRow, box);
  gtk_widget_class_bind_template_child (widget_class, LesMatchRow, number);
  gtk_widget_class_bind_template_child (widget_class, LesMatchRow, kind);
  gtk_widget_class_bind_template_child (widget_class, LesMatchRow, score);
  gtk_widget_class_bind_template_child (widget_class, LesMatchRow, left);
  gtk_widget_class_bind_template_child (widget_class, LesMatchRow, right);
}

static void
les_match_row_init (LesMatchRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
les_match_row_new (void)
{
  return g_object_new (LES_TYPE_MATCH_ROW, NULL);
}

void
les_match_row_set_item (LesMatchRow *self, LesMatchItem *item)
{
  g_autofree char *number = g_strdup_printf ("%u", les_match_item_get_index (item) + 1);
  g_autofree char *kind = les_match_item_dup_kind (item);
  g_autofree char *score = les_match_item_dup_score (item);
  g_autofree char *left = les_match_item_dup_words (item, LES_SIDE_LEFT);
  g_autofree char *right = les_match_item_dup_words (item, LES_SIDE_RIGHT);

  g_return_if_fail (LES_IS_MATCH_ROW (self));

  gtk_label_set_text (self->number, number);
  gtk_label_set_text (self->kind, kind);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->kind), kind);
  gtk_label_set_text (self->score, score);
  gtk_label_set_text (self->left, left);
  gtk_label_set_text (self->right, right);
}
