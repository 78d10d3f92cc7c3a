/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-match-row.h"

#include "les-grade-stroke.h"
#include "les-passage-words.h"

#define SHORT_LINES 2
#define SHORT_CHARS 300
#define LONG_CHARS 2000

/**
 * LesMatchRow:
 *
 * A match in the list: its number, what kind it is, both passages with what
 * differs in them. The current one shows them whole, what speaks for the match
 * and which details disagree.
 */
struct _LesMatchRow
{
  LesCard parent_instance;

  /* Template children */
  GtkWidget *box;
  GtkLabel *number;
  GtkLabel *kind;
  GtkLabel *grade;
  GtkLabel *score;
  GtkLabel *left;
  GtkLabel *right;
  LesGradeStroke *stroke;
  GtkWidget *more;
  GtkLabel *common;
  GtkLabel *differs;
  GtkWidget *restore_button;

  /* Owned */
  LesMatchItem *item;
};

G_DEFINE_FINAL_TYPE (LesMatchRow, les_match_row, LES_TYPE_CARD)

static void
show_passage (LesMatchRow *self, GtkLabel *label, LesSide side)
{
  g_autoptr (GArray) pieces = les_match_item_dup_pieces (self->item, side);
  gboolean whole = les_card_is_current (LES_CARD (self));

  gtk_label_set_lines (label, whole ? -1 : SHORT_LINES);
  gtk_label_set_ellipsize (label, whole ? PANGO_ELLIPSIZE_NONE : PANGO_ELLIPSIZE_END);
  les_passage_words_show (label, les_match_item_get_text (self->item, side), pieces,
                          whole ? LONG_CHARS : SHORT_CHARS);
}

static void
show_differs (LesMatchRow *self)
{
  const LesMatch *match = les_match_item_get_match (self->item);
  g_autoptr (GString) lines = g_string_new (NULL);

  for (guint i = 0; match != NULL && i < match->details->len; i++)
    {
      g_autofree char *line = les_match_item_dup_detail (self->item, i);

      g_string_append_printf (lines, "%s%s", i > 0 ? "\n" : "", line);
    }
  gtk_label_set_text (self->differs, lines->str);
  gtk_widget_set_visible (GTK_WIDGET (self->differs), lines->len > 0);
}

static void
show_more (LesMatchRow *self)
{
  g_autofree char *common = NULL;

  gtk_widget_set_visible (self->more, les_card_is_current (LES_CARD (self)) && self->item != NULL);
  if (self->item == NULL)
    return;
  show_passage (self, self->left, LES_SIDE_LEFT);
  show_passage (self, self->right, LES_SIDE_RIGHT);
  if (!les_card_is_current (LES_CARD (self)))
    return;
  common = les_match_item_dup_common (self->item);
  gtk_label_set_text (self->common, common);
  show_differs (self);
}

static void
les_match_row_current_changed (LesCard *card)
{
  show_more (LES_MATCH_ROW (card));
}

static void
les_match_row_dispose (GObject *object)
{
  g_clear_pointer (&LES_MATCH_ROW (object)->box, gtk_widget_unparent);
  g_clear_object (&LES_MATCH_ROW (object)->item);

  G_OBJECT_CLASS (les_match_row_parent_class)->dispose (object);
}

static void
les_match_row_class_init (LesMatchRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = les_match_row_dispose;
  LES_CARD_CLASS (klass)->current_changed = les_match_row_current_changed;

  g_type_ensure (LES_TYPE_GRADE_STROKE);
  gtk_widget_class_set_css_name (widget_class, "matchrow");
  gtk_widget_class_set_template_from_resource (widget_class, "/org/lesart/Lesart/ui/annotations/les-match-row.ui");
  gtk_widget_class_bind_template_child (widget_class, LesMatchRow, box);
  gtk_widget_class_bind_template_child (widget_class, LesMatchRow, number);
  gtk_widget_class_bind_template_child (widget_class, LesMatchRow, kind);
  gtk_widget_class_bind_template_child (widget_class, LesMatchRow, grade);
  gtk_widget_class_bind_template_child (widget_class, LesMatchRow, score);
  gtk_widget_class_bind_template_child (widget_class, LesMatchRow, left);
  gtk_widget_class_bind_template_child (widget_class, LesMatchRow, right);
  gtk_widget_class_bind_template_child (widget_class, LesMatchRow, stroke);
  gtk_widget_class_bind_template_child (widget_class, LesMatchRow, more);
  gtk_widget_class_bind_template_child (widget_class, LesMatchRow, common);
  gtk_widget_class_bind_template_child (widget_class, LesMatchRow, differs);
  gtk_widget_class_bind_template_child (widget_class, LesMatchRow, restore_button);
}

static void
les_match_row_init (LesMatchRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  les_card_set_frame (LES_CARD (self), self->box);
}

GtkWidget *
les_match_row_new (void)
{
  return g_object_new (LES_TYPE_MATCH_ROW, NULL);
}

static void
show_item (LesMatchRow *self)
{
  const LesMatch *match = les_match_item_get_match (self->item);
  g_autofree char *number = g_strdup_printf ("%u", les_match_item_get_index (self->item) + 1);
  g_autofree char *grade = les_match_item_dup_grade (self->item);
  g_autofree char *score = les_match_item_dup_score (self->item);

  gtk_label_set_text (self->number, number);
  gtk_label_set_text (self->kind, les_match_item_get_kind (self->item));
  gtk_label_set_text (self->grade, grade);
  gtk_widget_set_visible (GTK_WIDGET (self->grade), match != NULL);
  gtk_label_set_text (self->score, score);
  gtk_widget_set_visible (GTK_WIDGET (self->stroke), match != NULL);
  if (match != NULL)
    les_grade_stroke_set_grade (self->stroke, match->grade);
  show_more (self);
}

/** @item: one of the matches that are shown */
void
les_match_row_set_item (LesMatchRow *self, LesMatchItem *item)
{
  g_return_if_fail (LES_IS_MATCH_ROW (self));

  g_set_object (&self->item, item);
  show_item (self);
}

/** Returns: (transfer none) (nullable) */
LesMatchItem *
les_match_row_get_item (LesMatchRow *self)
{
  g_return_val_if_fail (LES_IS_MATCH_ROW (self), NULL);

  return self->item;
}

/** @item: one that was rejected: offers to restore it, and has no number */
void
les_match_row_set_rejected (LesMatchRow *self, LesMatchItem *item)
{
  g_return_if_fail (LES_IS_MATCH_ROW (self));

  les_match_row_set_item (self, item);
  gtk_widget_set_visible (GTK_WIDGET (self->number), FALSE);
  gtk_widget_set_visible (self->restore_button, TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->restore_button), "i",
                                    (int) les_match_item_get_index (item));
}
