/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-claim-cell-view.h"

#include <string.h>

#include <glib/gi18n.h>

#include "les-link-mark.h"
#include "les-link-words.h"
#include "les-relations.h"

/* Stands where words of the first cell are left out. */
#define CARET "‸"
/* More of a passage is not shown in a table. */
#define MAX_CHARS 1200

/**
 * LesClaimCellView:
 *
 * What one article has of a statement: its passages, each a button that goes
 * there, with the words underlined that the first cell has otherwise; speaker;
 * what the links say about it; or that it is missing.
 */
struct _LesClaimCellView
{
  GtkWidget parent_instance;

  GtkWidget *box;

  /* State */
  guint column;
};

G_DEFINE_FINAL_TYPE (LesClaimCellView, les_claim_cell_view, GTK_TYPE_WIDGET)

/* @attribute: (transfer full) */
static void
insert (PangoAttrList *attributes, PangoAttribute *attribute, guint start, guint end)
{
  attribute->start_index = start;
  attribute->end_index = end;
  pango_attr_list_insert (attributes, attribute);
}

/* @changed: ranges in characters of @words, in order */
static void
set_marked (GtkLabel *label, const char *words, GArray *changed)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  const char *p = words;
  int offset = 0;

  for (guint i = 0; i < changed->len; i++)
    {
      LesTextRange range = g_array_index (changed, LesTextRange, i);
      const char *start;
      guint from;

      if (range.start < offset)
        continue;
      start = g_utf8_offset_to_pointer (p, range.start - offset);
      g_string_append_len (text, p, start - p);
      from = text->len;
      p = g_utf8_offset_to_pointer (start, les_text_range_length (range));
      if (les_text_range_is_empty (range))
        g_string_append (text, CARET);
      else
        g_string_append_len (text, start, p - start);
      offset = range.end;
      insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_SEMIBOLD), from, text->len);
      if (!les_text_range_is_empty (range))
        insert (attributes, pango_attr_underline_new (PANGO_UNDERLINE_SINGLE), from, text->len);
    }
  g_string_append (text, p);
  g_strdelimit (text->str, "\n\r\t", ' ');
  gtk_label_set_text (label, text->str);
  gtk_label_set_attributes (label, attributes);
}

static void
show_words (GtkLabel *label, LesClaimItem *item, guint column, LesAnnotation *annotation)
{
  const char *exact = les_annotation_get (annotation, LES_ANNOTATION_EXACT);
  g_autoptr (GArray) changed = NULL;

  if (g_utf8_strlen (exact, -1) > MAX_CHARS)
    {
      g_autofree char *cut = g_utf8_substring (exact, 0, MAX_CHARS);
      g_autofree char *words = g_strconcat (g_strdelimit (cut, "\n\r\t", ' '), "…", NULL);

      gtk_label_set_text (label, words);
      return;
    }
  changed = les_claims_diff (les_claim_item_get_claims (item), les_claim_item_get_claim (item), column, annotation);
  set_marked (label, exact, changed);
}

/* @column: whose article is to stand beside the passage when it is shown */
static GtkWidget *
make_button (LesClaimItem *item, LesAnnotation *annotation, guint column, GtkWidget *child)
{
  LesArticle *other = les_claims_get_articles (les_claim_item_get_claims (item))->pdata[column];
  GtkWidget *button = gtk_button_new ();

  gtk_button_set_child (GTK_BUTTON (button), child);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "claim-passage");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "claims.show");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(ss)",
                                   les_record_get_id (LES_RECORD (annotation)), les_record_get_id (LES_RECORD (other)));
  return button;
}

static GtkWidget *
make_caption (const char *words)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (label, words);
  gtk_widget_add_css_class (label, "caption");
  return label;
}

/* The first cell, or for that the next one that says something. */
static guint
find_other_column (const LesClaim *claim, guint column)
{
  if (column != claim->first)
    return claim->first;
  for (guint i = column + 1; i < claim->cells->len; i++)
    if (les_claim_get_cell (claim, i)->annotations->len > 0 || les_claim_get_cell (claim, i)->missing)
      return i;
  return column;
}

static GtkWidget *
make_passage (LesClaimItem *item, guint column, LesAnnotation *annotation)
{
  const char *speaker = les_annotation_get (annotation, LES_ANNOTATION_SPEAKER);
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, "reading");
  show_words (GTK_LABEL (label), item, column, annotation);
  gtk_box_append (GTK_BOX (box), label);
  if (speaker != NULL)
    {
      GtkWidget *caption = make_caption (speaker);

      gtk_widget_add_css_class (caption, "dim-label");
      gtk_box_append (GTK_BOX (box), caption);
    }
  return make_button (item, annotation, find_other_column (les_claim_item_get_claim (item), column), box);
}

static GtkWidget *
make_verdict (LesProject *project, const char *relation, const char *words)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *mark = les_link_mark_new ();

  les_link_mark_show (LES_LINK_MARK (mark), project, relation);
  gtk_box_append (GTK_BOX (box), mark);
  gtk_box_append (GTK_BOX (box), make_caption (words));
  gtk_widget_add_css_class (box, "claim-verdict");
  return box;
}

/* Measured by another than the first cell: say by which. */
static char *
dup_verdict_words (LesClaimItem *item, const LesVerdict *verdict)
{
  const char *words = les_relations_get_words (les_claim_item_get_project (item), verdict->relation, verdict->of_origin);
  LesArticle *article = les_claims_get_articles (les_claim_item_get_claims (item))->pdata[verdict->column];
  g_autofree char *source = NULL;

  if (verdict->column == les_claim_item_get_claim (item)->first)
    return g_strdup (words);
  source = les_link_words_dup_source (les_claim_item_get_project (item), les_record_get_id (LES_RECORD (article)));
  /* Translators: what a link says, and in which report the other passage is: "same statement · Coast Wire" */
  return g_strdup_printf (_("%s · %s"), words, source);
}

static void
show_missing (LesClaimCellView *self, LesClaimItem *item)
{
  const LesClaim *claim = les_claim_item_get_claim (item);
  LesAnnotation *first = les_claim_get_cell (claim, claim->first)->annotations->pdata[0];
  GtkWidget *verdict = make_verdict (les_claim_item_get_project (item), LES_RELATION_MISSING, _("missing"));

  gtk_box_append (GTK_BOX (self->box), make_button (item, first, self->column, verdict));
}

static void
les_claim_cell_view_dispose (GObject *object)
{
  g_clear_pointer (&LES_CLAIM_CELL_VIEW (object)->box, gtk_widget_unparent);

  G_OBJECT_CLASS (les_claim_cell_view_parent_class)->dispose (object);
}

static void
les_claim_cell_view_class_init (LesClaimCellViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = les_claim_cell_view_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "claimcell");
}

static void
les_claim_cell_view_init (LesClaimCellView *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_valign (self->box, GTK_ALIGN_START);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/** @column: of the table, which the cell stands in for good */
GtkWidget *
les_claim_cell_view_new (guint column)
{
  LesClaimCellView *self = g_object_new (LES_TYPE_CLAIM_CELL_VIEW, NULL);

  self->column = column;
  return GTK_WIDGET (self);
}

void
les_claim_cell_view_show (LesClaimCellView *self, LesClaimItem *item)
{
  LesProject *project = les_claim_item_get_project (item);
  const LesClaim *claim = les_claim_item_get_claim (item);
  const LesClaimCell *cell;
  GtkWidget *child;

  g_return_if_fail (LES_IS_CLAIM_CELL_VIEW (self));

  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);
  if (self->column >= claim->cells->len)
    return;
  cell = les_claim_get_cell (claim, self->column);
  for (guint i = 0; i < cell->annotations->len; i++)
    gtk_box_append (GTK_BOX (self->box), make_passage (item, self->column, cell->annotations->pdata[i]));
  for (guint i = 0; i < cell->verdicts->len; i++)
    {
      const LesVerdict *verdict = &g_array_index (cell->verdicts, LesVerdict, i);
      g_autofree char *words = dup_verdict_words (item, verdict);

      gtk_box_append (GTK_BOX (self->box), make_verdict (project, verdict->relation, words));
    }
  if (cell->missing)
    show_missing (self, item);
}
