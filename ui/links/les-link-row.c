/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-link-row.h"

#include <glib/gi18n.h>

#include "les-link-mark.h"
#include "les-link-words.h"
#include "les-relations.h"

/* Of a row that is not the current one no more is ever seen in two lines. */
#define WORDS_CHARS 300

/**
 * LesLinkRow:
 *
 * A link in the list: what it says, both passages, the note. The current one
 * shows both passages in full and can be edited and deleted.
 */
struct _LesLinkRow
{
  LesCard parent_instance;

  /* Template children */
  GtkWidget *box;
  LesLinkMark *mark;
  GtkLabel *relation;
  GtkWidget *edit;
  GtkWidget *remove;
  GtkLabel *left;
  GtkLabel *right;
  GtkLabel *note;

  /* Owned */
  LesLinkItem *item;
};

G_DEFINE_FINAL_TYPE (LesLinkRow, les_link_row, LES_TYPE_CARD)

static void
show_end (LesLinkRow *self, GtkLabel *label, LesSide side)
{
  const char *annotation = les_link_item_get_end (self->item, side);
  gboolean whole = les_card_is_current (LES_CARD (self));
  g_autofree char *words = les_link_words_dup_passage (les_link_item_get_project (self->item), annotation,
                                                       whole ? 0 : WORDS_CHARS);

  gtk_label_set_text (label, words);
  gtk_label_set_lines (label, whole ? -1 : 2);
  gtk_label_set_ellipsize (label, whole ? PANGO_ELLIPSIZE_NONE : PANGO_ELLIPSIZE_END);
  gtk_widget_set_visible (GTK_WIDGET (label), annotation != NULL);
}

/* Which of the two the relation is said of. */
static char *
dup_relation_words (LesLinkRow *self)
{
  LesProject *project = les_link_item_get_project (self->item);
  LesLink *link = les_link_item_get_link (self->item);
  const char *from = les_link_get (link, LES_LINK_FROM);
  g_autofree char *name = les_link_words_dup_heading (project, link, NULL);

  if (les_link_get (link, LES_LINK_TO) == NULL || !les_relations_is_directed (project, les_link_get (link, LES_LINK_RELATION)))
    return g_steal_pointer (&name);
  if (g_strcmp0 (les_link_item_get_end (self->item, LES_SIDE_LEFT), from) == 0)
    /* Translators: %s is a relation, as in "softens", that the right (or lower) passage has to the left one */
    return g_strdup_printf (_("right: %s"), name);
  /* Translators: %s is a relation, as in "softens", that the left (or upper) passage has to the right one */
  return g_strdup_printf (_("left: %s"), name);
}

static void
show (LesLinkRow *self)
{
  LesLink *link;
  const char *id;
  const char *note;
  g_autofree char *relation = NULL;

  if (self->item == NULL)
    return;
  link = les_link_item_get_link (self->item);
  id = les_record_get_id (LES_RECORD (link));
  note = les_link_get (link, LES_LINK_NOTE);
  relation = dup_relation_words (self);
  les_link_mark_show (self->mark, les_link_item_get_project (self->item), les_link_get (link, LES_LINK_RELATION));
  gtk_label_set_text (self->relation, relation);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->relation), relation);
  show_end (self, self->left, LES_SIDE_LEFT);
  show_end (self, self->right, LES_SIDE_RIGHT);
  gtk_label_set_text (self->note, note != NULL ? note : "");
  gtk_widget_set_visible (GTK_WIDGET (self->note), note != NULL);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->edit), "s", id);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->remove), "s", id);
  gtk_widget_set_visible (self->edit, les_card_is_current (LES_CARD (self)));
  gtk_widget_set_visible (self->remove, les_card_is_current (LES_CARD (self)));
}

static void
les_link_row_current_changed (LesCard *card)
{
  show (LES_LINK_ROW (card));
}

static void
les_link_row_dispose (GObject *object)
{
  LesLinkRow *self = LES_LINK_ROW (object);

  g_clear_object (&self->item);
  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (les_link_row_parent_class)->dispose (object);
}

static void
les_link_row_class_init (LesLinkRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = les_link_row_dispose;
  LES_CARD_CLASS (klass)->current_changed = les_link_row_current_changed;

  g_type_ensure (LES_TYPE_LINK_MARK);
  gtk_widget_class_set_css_name (widget_class, "linkrow");
  gtk_widget_class_set_template_from_resource (widget_class, "/org/lesart/Lesart/ui/links/les-link-row.ui");
  gtk_widget_class_bind_template_child (widget_class, LesLinkRow, box);
  gtk_widget_class_bind_template_child (widget_class, LesLinkRow, mark);
  gtk_widget_class_bind_template_child (widget_class, LesLinkRow, relation);
  gtk_widget_class_bind_template_child (widget_class, LesLinkRow, edit);
  gtk_widget_class_bind_template_child (widget_class, LesLinkRow, remove);
  gtk_widget_class_bind_template_child (widget_class, LesLinkRow, left);
  gtk_widget_class_bind_template_child (widget_class, LesLinkRow, right);
  gtk_widget_class_bind_template_child (widget_class, LesLinkRow, note);
}

static void
les_link_row_init (LesLinkRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  les_card_set_frame (LES_CARD (self), self->box);
}

GtkWidget *
les_link_row_new (void)
{
  return g_object_new (LES_TYPE_LINK_ROW, NULL);
}

void
les_link_row_set_item (LesLinkRow *self, LesLinkItem *item)
{
  g_return_if_fail (LES_IS_LINK_ROW (self));

  g_set_object (&self->item, item);
  show (self);
}
