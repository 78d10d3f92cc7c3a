/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-relation-row.h"

#include <glib/gi18n.h>

#include "les-link-mark.h"

/**
 * LesRelationRow:
 *
 * A relation that can be chosen: its mark, its name, the digit that takes it.
 */
struct _LesRelationRow
{
  GtkListBoxRow parent_instance;

  char *relation;       /* NULL for one that would be made */
  GtkWidget *name;      /* borrowed: our child; only of one that would be made */
};

G_DEFINE_FINAL_TYPE (LesRelationRow, les_relation_row, GTK_TYPE_LIST_BOX_ROW)

static void
les_relation_row_finalize (GObject *object)
{
  g_free (LES_RELATION_ROW (object)->relation);

  G_OBJECT_CLASS (les_relation_row_parent_class)->finalize (object);
}

static void
les_relation_row_class_init (LesRelationRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = les_relation_row_finalize;
}

static void
les_relation_row_init (LesRelationRow *self)
{
}

static GtkWidget *
make_name (const char *words)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 36);
  gtk_widget_set_hexpand (label, TRUE);
  return label;
}

static GtkWidget *
make_edit_button (const char *relation)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("document-edit-symbolic");

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "row-edit");
  gtk_widget_set_tooltip_text (button, _("Edit Relation (F2)"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Edit Relation"), -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "link-picker.edit");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", relation);
  return button;
}

static GtkWidget *
make_keycap (int number)
{
  g_autofree char *digit = g_strdup_printf ("%d", number);
  GtkWidget *label = gtk_label_new (digit);

  gtk_widget_add_css_class (label, "keycap-small");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  return label;
}

/** @number: the digit that takes it; above 9 it has none */
GtkWidget *
les_relation_row_new (LesProject *project, const char *relation, int number)
{
  LesRelationRow *self = g_object_new (LES_TYPE_RELATION_ROW, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *mark = les_link_mark_new ();
  const char *name = les_relations_get_name (project, relation);

  self->relation = g_strdup (relation);
  les_link_mark_show (LES_LINK_MARK (mark), project, relation);
  gtk_box_append (GTK_BOX (box), mark);
  gtk_box_append (GTK_BOX (box), make_name (name));
  if (les_relations_is_own (project, relation))
    gtk_box_append (GTK_BOX (box), make_edit_button (relation));
  if (number <= 9)
    gtk_box_append (GTK_BOX (box), make_keycap (number));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return GTK_WIDGET (self);
}

/** Returns: (transfer floating): a row that offers to make a relation; see les_relation_row_set_name() */
GtkWidget *
les_relation_row_new_create (void)
{
  LesRelationRow *self = g_object_new (LES_TYPE_RELATION_ROW, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);

  self->name = make_name (NULL);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("list-add-symbolic"));
  gtk_box_append (GTK_BOX (box), self->name);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  return GTK_WIDGET (self);
}

/** @name: of the relation that taking the row makes. For les_relation_row_new_create() only. */
void
les_relation_row_set_name (LesRelationRow *self, const char *name)
{
  /* Translators: %s is the name of a relation between two passages that would be made */
  g_autofree char *words = g_strdup_printf (_("Create “%s”"), name);

  g_return_if_fail (LES_IS_RELATION_ROW (self) && self->name != NULL);

  gtk_label_set_text (GTK_LABEL (self->name), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

/** Returns: (transfer none) (nullable): NULL when it would be made */
const char *
les_relation_row_get_relation (LesRelationRow *self)
{
  return self->relation;
}
