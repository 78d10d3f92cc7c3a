/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-review-row.h"

#include <glib/gi18n.h>

#include "les-comparer.h"
#include "les-passage-words.h"

#define SHORT_LINES 3
#define MAX_CHARS 2000

/**
 * LesReviewRow:
 *
 * An annotation to be reviewed: what was done to it, its words before and now,
 * with what differs marked, its note. The current one shows all of them and has
 * the buttons that settle it; they are actions of the panel and go by the id.
 */
struct _LesReviewRow
{
  LesCard parent_instance;

  /* Template children */
  GtkWidget *box;
  GtkLabel *heading;
  GtkWidget *card;
  GtkLabel *source;
  GtkLabel *was;
  GtkLabel *now;
  GtkLabel *note;
  GtkWidget *buttons;
  GtkButton *accept;
  GtkButton *place;
  GtkButton *delete;
};

G_DEFINE_FINAL_TYPE (LesReviewRow, les_review_row, LES_TYPE_CARD)

static void
show_whole (GtkLabel *label, gboolean whole)
{
  gtk_label_set_lines (label, whole ? -1 : SHORT_LINES);
  gtk_label_set_ellipsize (label, whole ? PANGO_ELLIPSIZE_NONE : PANGO_ELLIPSIZE_END);
}

/* The word that was changed may be the last of a long passage. */
static void
les_review_row_current_changed (LesCard *card)
{
  LesReviewRow *self = LES_REVIEW_ROW (card);
  gboolean current = les_card_is_current (card);

  gtk_widget_set_visible (self->buttons, current);
  show_whole (self->was, current);
  show_whole (self->now, current);
  show_whole (self->note, current);
}

static void
les_review_row_dispose (GObject *object)
{
  g_clear_pointer (&LES_REVIEW_ROW (object)->box, gtk_widget_unparent);

  G_OBJECT_CLASS (les_review_row_parent_class)->dispose (object);
}

static void
les_review_row_class_init (LesReviewRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = les_review_row_dispose;
  LES_CARD_CLASS (klass)->current_changed = les_review_row_current_changed;

  gtk_widget_class_set_css_name (widget_class, "reviewrow");
  gtk_widget_class_set_template_from_resource (widget_class, "/org/lesart/Lesart/ui/annotations/les-review-row.ui");
  gtk_widget_class_bind_template_child (widget_class, LesReviewRow, box);
  gtk_widget_class_bind_template_child (widget_class, LesReviewRow, heading);
  gtk_widget_class_bind_template_child (widget_class, LesReviewRow, card);
  gtk_widget_class_bind_template_child (widget_class, LesReviewRow, source);
  gtk_widget_class_bind_template_child (widget_class, LesReviewRow, was);
  gtk_widget_class_bind_template_child (widget_class, LesReviewRow, now);
  gtk_widget_class_bind_template_child (widget_class, LesReviewRow, note);
  gtk_widget_class_bind_template_child (widget_class, LesReviewRow, buttons);
  gtk_widget_class_bind_template_child (widget_class, LesReviewRow, accept);
  gtk_widget_class_bind_template_child (widget_class, LesReviewRow, place);
  gtk_widget_class_bind_template_child (widget_class, LesReviewRow, delete);
}

static void
les_review_row_init (LesReviewRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  les_card_set_frame (LES_CARD (self), self->card);
}

GtkWidget *
les_review_row_new (void)
{
  return g_object_new (LES_TYPE_REVIEW_ROW, NULL);
}

static const char *
word_heading (LesReview review)
{
  switch (review)
    {
    case LES_REVIEW_UNPLACED:
      return _("To Be Placed");
    case LES_REVIEW_CHANGED:
      return _("Words Changed");
    case LES_REVIEW_MOVED:
      return _("Moved");
    case LES_REVIEW_NONE:
    default:
      return "";
    }
}

static const char *
word_kind (LesReview review)
{
  switch (review)
    {
    case LES_REVIEW_UNPLACED:
      return _("These words have no certain place in the text");
    case LES_REVIEW_CHANGED:
      return _("These words were changed");
    case LES_REVIEW_MOVED:
      return _("These words stand in another place now");
    case LES_REVIEW_NONE:
    default:
      return "";
    }
}

/* One line, as a label shows it. */
static void
set_words (GtkLabel *label, const char *words)
{
  g_autofree char *line = g_strdup (words != NULL ? words : "");

  g_strdelimit (line, "\n\r\t", ' ');
  gtk_label_set_text (label, line);
  gtk_widget_set_visible (GTK_WIDGET (label), *line != '\0');
}

/* As the texts mark it; only the beginning of a passage that is very long. */
static void
show_now (LesReviewRow *self, LesReviewItem *item, const char *was)
{
  LesArticle *article = les_review_item_get_article (item);
  LesTextRange now = les_annotation_get_range (les_review_item_get_annotation (item));
  gboolean changed = les_review_item_get_review (item) == LES_REVIEW_CHANGED && article != NULL && was != NULL;
  g_autoptr (LesText) before = changed ? les_text_new (was, -1) : NULL;
  g_autoptr (LesDocument) document = NULL;
  g_autoptr (LesMatch) match = NULL;
  g_autoptr (GArray) pieces = NULL;
  g_autofree char *words = NULL;

  if (!changed || MAX (les_text_get_n_chars (before), les_text_range_length (now)) > MAX_CHARS)
    {
      words = les_review_item_dup_now (item);
      gtk_label_set_attributes (self->now, NULL);
      set_words (self->now, words);
      return;
    }
  document = les_document_new_raw (before, les_article_get (article, LES_ARTICLE_LANGUAGE));
  match = les_compare_passages (document, LES_TEXT_RANGE (0, les_text_get_n_chars (before)),
                                les_article_get_document (article), now);
  pieces = les_passage_pieces_new (match, LES_SIDE_RIGHT);
  les_passage_words_show (self->now, les_article_get_text (article), pieces, MAX_CHARS);
  gtk_widget_set_visible (GTK_WIDGET (self->now), !les_text_range_is_empty (now));
}

/** Shows @item. */
void
les_review_row_set_item (LesReviewRow *self, LesReviewItem *item)
{
  LesAnnotation *annotation;
  LesArticle *article;
  LesReview review;
  const char *was;
  g_autofree char *source = NULL;
  GVariant *id;

  g_return_if_fail (LES_IS_REVIEW_ROW (self));

  annotation = les_review_item_get_annotation (item);
  review = les_review_item_get_review (item);
  article = les_review_item_get_article (item);
  source = article != NULL ? les_article_dup_heading (article) : NULL;
  was = les_annotation_get (annotation, LES_ANNOTATION_WAS);
  if (review == LES_REVIEW_UNPLACED)
    was = les_annotation_get (annotation, LES_ANNOTATION_EXACT);
  id = g_variant_new_string (les_review_item_get_id (item));

  gtk_label_set_text (self->heading, word_heading (review));
  gtk_widget_set_visible (GTK_WIDGET (self->heading), les_review_item_get_leads (item));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, word_kind (review), -1);
  set_words (self->source, source);
  set_words (self->was, was);
  show_now (self, item, was);
  set_words (self->note, les_annotation_get (annotation, LES_ANNOTATION_NOTE));
  gtk_widget_set_visible (GTK_WIDGET (self->accept), review != LES_REVIEW_UNPLACED);
  g_variant_ref_sink (id);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (self->accept), id);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (self->place), id);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (self->delete), id);
  g_variant_unref (id);
}
