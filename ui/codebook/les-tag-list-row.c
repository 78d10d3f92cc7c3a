/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-tag-list-row.h"

#include "les-tag-dot.h"

#define INDENT_PIXELS 18
#define MAX_INDENTS 6

/**
 * LesTagListRow:
 *
 * A tag in the list of all tags.
 */
struct _LesTagListRow
{
  GtkWidget parent_instance;

  /* Template children */
  GtkWidget *box;
  LesTagDot *dot;
  GtkLabel *name;
  GtkLabel *description;
  GtkLabel *uses;

  /* Owned */
  LesTagEntry *entry;
};

G_DEFINE_FINAL_TYPE (LesTagListRow, les_tag_list_row, GTK_TYPE_WIDGET)

static void
edit_cb (LesTagListRow *self)
{
  if (self->entry != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "tags.edit", "s",
                                les_record_get_id (LES_RECORD (les_tag_entry_get_tag (self->entry))));
}

static void
les_tag_list_row_dispose (GObject *object)
{
  LesTagListRow *self = LES_TAG_LIST_ROW (object);

  g_clear_object (&self->entry);
  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (les_tag_list_row_parent_class)->dispose (object);
}

static void
les_tag_list_row_class_init (LesTagListRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = les_tag_list_row_dispose;

  g_type_ensure (LES_TYPE_TAG_DOT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/lesart/Lesart/ui/codebook/les-tag-list-row.ui");
  gtk_widget_class_bind_template_child (widget_class, LesTagListRow, box);
  gtk_widget_class_bind_template_child (widget_class, LesTagListRow, dot);
  gtk_widget_class_bind_template_child (widget_class, LesTagListRow, name);
  gtk_widget_class_bind_template_child (widget_class, LesTagListRow, description);
  gtk_widget_class_bind_template_child (widget_class, LesTagListRow, uses);
  gtk_widget_class_bind_template_callback (widget_class, edit_cb);
}

static void
les_tag_list_row_init (LesTagListRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
les_tag_list_row_new (void)
{
  return g_object_new (LES_TYPE_TAG_LIST_ROW, NULL);
}

void
les_tag_list_row_set_entry (LesTagListRow *self, LesTagEntry *entry)
{
  LesTag *tag = les_tag_entry_get_tag (entry);
  const char *description = les_tag_get (tag, LES_TAG_DESCRIPTION);
  g_autofree char *uses = g_strdup_printf ("%u", les_tag_entry_get_n_uses (entry));

  g_return_if_fail (LES_IS_TAG_LIST_ROW (self));

  g_set_object (&self->entry, entry);
  les_tag_dot_set_color (self->dot, les_tag_get (tag, LES_TAG_COLOR));
  gtk_label_set_text (self->name, les_tag_get (tag, LES_TAG_NAME));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->name), les_tag_entry_get_path (entry));
  gtk_label_set_text (self->description, description != NULL ? description : "");
  gtk_widget_set_visible (GTK_WIDGET (self->description), description != NULL);
  gtk_label_set_text (self->uses, uses);
  gtk_widget_set_margin_start (self->box, INDENT_PIXELS * MIN (les_tag_entry_get_depth (entry), MAX_INDENTS));
}

/** Returns: (transfer none) (nullable) */
LesTagEntry *
les_tag_list_row_get_entry (LesTagListRow *self)
{
  return self->entry;
}
