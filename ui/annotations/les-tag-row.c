/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-tag-row.h"

#include <glib/gi18n.h>

#include "les-tag-dot.h"

/**
 * LesTagRow:
 *
 * A row of the tag picker.
 */
struct _LesTagRow
{
  GtkWidget parent_instance;

  /* Template children */
  GtkWidget *box;
  GtkWidget *check;
  LesTagDot *dot;
  GtkWidget *plus;
  GtkLabel *name;
  GtkLabel *above;
  GtkWidget *edit;
  GtkLabel *uses;
  GtkLabel *number;

  /* Owned */
  LesTagChoice *choice;

  /* State */
  gulong changed_id;
};

G_DEFINE_FINAL_TYPE (LesTagRow, les_tag_row, GTK_TYPE_WIDGET)

static void
show_applied (LesTagRow *self)
{
  gtk_widget_set_opacity (self->check, les_tag_choice_get_applied (self->choice) ? 1.0 : 0.0);
}

static void
show_number (GtkLabel *label, guint number)
{
  g_autofree char *words = g_strdup_printf ("%u", number);

  gtk_label_set_text (label, words);
  gtk_widget_set_visible (GTK_WIDGET (label), number > 0);
}

static void
show_offer (LesTagRow *self)
{
  /* Translators: %s is the name that a new tag would get */
  g_autofree char *words = g_strdup_printf (_("Create “%s”"), les_tag_choice_get_name (self->choice));

  gtk_label_set_text (self->name, words);
}

static void
show_choice (LesTagRow *self)
{
  gboolean offer = les_tag_choice_get_tag (self->choice) == NULL;

  if (offer)
    show_offer (self);
  else
    gtk_label_set_text (self->name, les_tag_choice_get_name (self->choice));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), les_tag_choice_get_name (self->choice));
  gtk_label_set_text (self->above, les_tag_choice_get_above (self->choice));
  les_tag_dot_set_color (self->dot, les_tag_choice_get_color (self->choice));
  show_number (self->uses, les_tag_choice_get_n_uses (self->choice));
  show_number (self->number, les_tag_choice_get_number (self->choice));
  gtk_widget_set_visible (GTK_WIDGET (self->dot), !offer);
  gtk_widget_set_visible (self->plus, offer);
  gtk_widget_set_visible (self->edit, !offer);
  show_applied (self);
}

static void
edit_clicked_cb (LesTagRow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "picker.edit", "s", les_tag_choice_get_tag (self->choice));
}

static void
les_tag_row_dispose (GObject *object)
{
  LesTagRow *self = LES_TAG_ROW (object);

  les_tag_row_set_choice (self, NULL);
  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (les_tag_row_parent_class)->dispose (object);
}

static void
les_tag_row_class_init (LesTagRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = les_tag_row_dispose;

  g_type_ensure (LES_TYPE_TAG_DOT);
  gtk_widget_class_set_css_name (widget_class, "tagrow");
  gtk_widget_class_set_template_from_resource (widget_class, "/org/lesart/Lesart/ui/annotations/les-tag-row.ui");
  gtk_widget_class_bind_template_child (widget_class, LesTagRow, box);
  gtk_widget_class_bind_template_child (widget_class, LesTagRow, check);
  gtk_widget_class_bind_template_child (widget_class, LesTagRow, dot);
  gtk_widget_class_bind_template_child (widget_class, LesTagRow, plus);
  gtk_widget_class_bind_template_child (widget_class, LesTagRow, name);
  gtk_widget_class_bind_template_child (widget_class, LesTagRow, above);
  gtk_widget_class_bind_template_child (widget_class, LesTagRow, edit);
  gtk_widget_class_bind_template_child (widget_class, LesTagRow, uses);
  gtk_widget_class_bind_template_child (widget_class, LesTagRow, number);
  gtk_widget_class_bind_template_callback (widget_class, edit_clicked_cb);
}

static void
les_tag_row_init (LesTagRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
les_tag_row_new (void)
{
  return g_object_new (LES_TYPE_TAG_ROW, NULL);
}

/** @choice: (nullable): NULL while the row is not needed */
void
les_tag_row_set_choice (LesTagRow *self, LesTagChoice *choice)
{
  g_return_if_fail (LES_IS_TAG_ROW (self));

  if (self->choice != NULL)
    g_clear_signal_handler (&self->changed_id, self->choice);
  g_set_object (&self->choice, choice);
  if (choice == NULL)
    return;
  self->changed_id = g_signal_connect_swapped (choice, "changed", G_CALLBACK (show_applied), self);
  show_choice (self);
}

/** Returns: (transfer none) (nullable) */
LesTagChoice *
les_tag_row_get_choice (LesTagRow *self)
{
  return self->choice;
}
