/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-claim-cell-view.h"

#include <string.h>

#include <glib/gi18n.h>

#include "les-link-mark.h"
#include "les-link-words.h"
#include "les-relations.h"

/* Stands where words of the first cell are left out. */
#define CARET "‸"
/* Holds the place of a mark, which is drawn over it. */
#define PLACE "\xEF\xBF\xBC"
/* More of a passage is not shown in a table. */
#define MAX_CHARS 1200
#define MARK_SIZE 16
#define DIM (G_MAXUINT16 * 2 / 3)

/**
 * LesClaimCellView:
 *
 * What one article has of a statement: its passages, with the words underlined
 * that the first cell has otherwise; who says it; what the links say about it;
 * or that it is missing. A click on a passage goes there, Enter to the first.
 *
 * All of it is one label: a list makes two hundred rows whatever is in view, and
 * making widgets is what costs.
 */
typedef struct
{
  guint start;              /* bytes of the label's text */
  guint end;
  const char *annotation;   /* id, borrowed from the item */
} Passage;

typedef struct
{
  guint index;              /* byte of the label's text */
  char *color;
  char *mark;
} Mark;

struct _LesClaimCellView
{
  GtkWidget parent_instance;

  GtkWidget *label;

  /* Owned */
  LesClaimItem *item;
  GArray *passages;         /* of Passage */
  GArray *marks;            /* of Mark */

  /* State */
  guint column;
};

/* While the text is put together */
typedef struct
{
  LesClaimCellView *self;
  GString *text;
  PangoAttrList *attributes;
} Writer;

G_DEFINE_FINAL_TYPE (LesClaimCellView, les_claim_cell_view, GTK_TYPE_WIDGET)

static void
clear_mark (gpointer data)
{
  Mark *mark = data;

  g_free (mark->color);
  g_free (mark->mark);
}

/* From @start to the end of what is written. @attribute: (transfer full) */
static void
insert (Writer *writer, PangoAttribute *attribute, guint start)
{
  attribute->start_index = start;
  attribute->end_index = writer->text->len;
  pango_attr_list_insert (writer->attributes, attribute);
}

static void
begin_line (Writer *writer)
{
  if (writer->text->len > 0)
    g_string_append_c (writer->text, '\n');
}

/* Any text of a user, on one line. */
static void
write_words (Writer *writer, const char *words, gssize n_bytes)
{
  guint start = writer->text->len;

  g_string_append_len (writer->text, words, n_bytes < 0 ? (gssize) strlen (words) : n_bytes);
  g_strdelimit (writer->text->str + start, "\n\r\t", ' ');
}

/* @changed: ranges in characters of @words, in order */
static void
write_marked (Writer *writer, const char *words, GArray *changed)
{
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
      write_words (writer, p, start - p);
      from = writer->text->len;
      p = g_utf8_offset_to_pointer (start, les_text_range_length (range));
      if (les_text_range_is_empty (range))
        g_string_append (writer->text, CARET);
      else
        write_words (writer, start, p - start);
      offset = range.end;
      insert (writer, pango_attr_weight_new (PANGO_WEIGHT_SEMIBOLD), from);
      if (!les_text_range_is_empty (range))
        insert (writer, pango_attr_underline_new (PANGO_UNDERLINE_SINGLE), from);
    }
  write_words (writer, p, -1);
}

static void
write_wording (Writer *writer, LesClaimItem *item, LesAnnotation *annotation)
{
  const char *exact = les_annotation_get (annotation, LES_ANNOTATION_EXACT);
  g_autoptr (GArray) changed = NULL;

  if (g_utf8_strlen (exact, -1) > MAX_CHARS)
    {
      write_words (writer, exact, g_utf8_offset_to_pointer (exact, MAX_CHARS) - exact);
      g_string_append (writer->text, "…");
      return;
    }
  changed = les_claims_diff (les_claim_item_get_claims (item), les_claim_item_get_claim (item),
                             writer->self->column, annotation);
  write_marked (writer, exact, changed);
}

static void
write_caption (Writer *writer, const char *words, gboolean dim)
{
  guint start = writer->text->len;

  write_words (writer, words, -1);
  insert (writer, pango_attr_scale_new (PANGO_SCALE_SMALL), start);
  if (dim)
    insert (writer, pango_attr_foreground_alpha_new (DIM), start);
}

static void
write_passage (Writer *writer, LesClaimItem *item, LesAnnotation *annotation)
{
  const char *speaker = les_annotation_get (annotation, LES_ANNOTATION_SPEAKER);
  Passage passage;

  begin_line (writer);
  passage = (Passage) { writer->text->len, 0, les_record_get_id (LES_RECORD (annotation)) };
  write_wording (writer, item, annotation);
  if (speaker != NULL)
    {
      begin_line (writer);
      write_caption (writer, speaker, TRUE);
    }
  passage.end = writer->text->len;
  g_array_append_val (writer->self->passages, passage);
}

static void
write_verdict (Writer *writer, LesProject *project, const char *relation, const char *words)
{
  const PangoRectangle room = { 0, -13 * PANGO_SCALE, (MARK_SIZE + 6) * PANGO_SCALE, (MARK_SIZE + 2) * PANGO_SCALE };
  Mark mark = { 0, g_strdup (les_relations_get_color (project, relation)), les_relations_dup_mark (project, relation) };

  begin_line (writer);
  mark.index = writer->text->len;
  g_string_append (writer->text, PLACE);
  insert (writer, pango_attr_shape_new (&room, &room), mark.index);
  g_array_append_val (writer->self->marks, mark);
  write_caption (writer, words, FALSE);
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
write_cell (Writer *writer, LesClaimItem *item, const LesClaimCell *cell)
{
  LesProject *project = les_claim_item_get_project (item);

  for (guint i = 0; i < cell->annotations->len; i++)
    write_passage (writer, item, cell->annotations->pdata[i]);
  for (guint i = 0; i < cell->verdicts->len; i++)
    {
      const LesVerdict *verdict = &g_array_index (cell->verdicts, LesVerdict, i);
      g_autofree char *words = dup_verdict_words (item, verdict);

      write_verdict (writer, project, verdict->relation, words);
    }
  if (cell->missing)
    write_verdict (writer, project, LES_RELATION_MISSING, _("missing"));
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

/* @index: byte of the label's text */
static void
go (LesClaimCellView *self, guint index)
{
  const LesClaim *claim;
  LesAnnotation *first;
  const char *annotation = NULL;
  guint other;

  if (self->item == NULL || !gtk_widget_get_focusable (GTK_WIDGET (self)))
    return;
  claim = les_claim_item_get_claim (self->item);
  first = les_claim_get_cell (claim, claim->first)->annotations->pdata[0];
  for (guint i = 0; i < self->passages->len; i++)
    if (annotation == NULL || g_array_index (self->passages, Passage, i).start <= index)
      annotation = g_array_index (self->passages, Passage, i).annotation;
  /* What is missing here is shown where it is not. */
  other = annotation != NULL ? find_other_column (claim, self->column) : self->column;
  gtk_widget_activate_action (GTK_WIDGET (self), "claims.show", "(ss)",
                              annotation != NULL ? annotation : les_record_get_id (LES_RECORD (first)),
                              les_record_get_id (les_claims_get_articles (les_claim_item_get_claims (self->item))->pdata[other]));
}

static guint
find_index_at (LesClaimCellView *self, double x, double y)
{
  PangoLayout *layout = gtk_label_get_layout (GTK_LABEL (self->label));
  graphene_point_t point;
  int left;
  int top;
  int index;

  if (!gtk_widget_compute_point (GTK_WIDGET (self), self->label, &GRAPHENE_POINT_INIT ((float) x, (float) y), &point))
    return 0;
  gtk_label_get_layout_offsets (GTK_LABEL (self->label), &left, &top);
  pango_layout_xy_to_index (layout, (int) (point.x - left) * PANGO_SCALE, (int) (point.y - top) * PANGO_SCALE, &index, NULL);
  return index;
}

static void
released_cb (LesClaimCellView *self, int n_press, double x, double y)
{
  go (self, find_index_at (self, x, y));
}

static gboolean
activate_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  go (LES_CLAIM_CELL_VIEW (widget), 0);
  return GDK_EVENT_STOP;
}

static void
draw_mark (LesClaimCellView *self, GtkSnapshot *snapshot, const Mark *mark)
{
  PangoLayout *layout = gtk_label_get_layout (GTK_LABEL (self->label));
  graphene_rect_t box;
  graphene_point_t origin;
  PangoRectangle place;
  cairo_t *cr;
  int left;
  int top;

  if (!gtk_widget_compute_point (self->label, GTK_WIDGET (self), &GRAPHENE_POINT_INIT (0, 0), &origin))
    return;
  gtk_label_get_layout_offsets (GTK_LABEL (self->label), &left, &top);
  pango_layout_index_to_pos (layout, mark->index, &place);
  if (place.width < 0)
    {
      place.x += place.width;
      place.width = -place.width;
    }
  box = GRAPHENE_RECT_INIT (origin.x + left + PANGO_PIXELS (place.x), origin.y + top + PANGO_PIXELS (place.y),
                            MARK_SIZE, (float) PANGO_PIXELS (place.height));
  cr = gtk_snapshot_append_cairo (snapshot, &box);
  les_link_mark_draw (GTK_WIDGET (self), cr, box.origin.x + MARK_SIZE / 2.0, box.origin.y + box.size.height / 2,
                      MARK_SIZE / 2.0, mark->color, mark->mark);
  cairo_destroy (cr);
}

static void
les_claim_cell_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  LesClaimCellView *self = LES_CLAIM_CELL_VIEW (widget);

  gtk_widget_snapshot_child (widget, self->label, snapshot);
  for (guint i = 0; i < self->marks->len; i++)
    draw_mark (self, snapshot, &g_array_index (self->marks, Mark, i));
}

static void
les_claim_cell_view_dispose (GObject *object)
{
  LesClaimCellView *self = LES_CLAIM_CELL_VIEW (object);

  g_clear_pointer (&self->label, gtk_widget_unparent);
  g_clear_object (&self->item);

  G_OBJECT_CLASS (les_claim_cell_view_parent_class)->dispose (object);
}

static void
les_claim_cell_view_finalize (GObject *object)
{
  LesClaimCellView *self = LES_CLAIM_CELL_VIEW (object);

  g_array_unref (self->passages);
  g_array_unref (self->marks);

  G_OBJECT_CLASS (les_claim_cell_view_parent_class)->finalize (object);
}

static void
les_claim_cell_view_class_init (LesClaimCellViewClass *klass)
{
  const guint keys[] = { GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_ISO_Enter, GDK_KEY_space };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = les_claim_cell_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = les_claim_cell_view_finalize;
  widget_class->snapshot = les_claim_cell_view_snapshot;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "claimcell");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_BUTTON);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding (widget_class, keys[i], 0, activate_cb, NULL);
}

static void
les_claim_cell_view_init (LesClaimCellView *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->passages = g_array_new (FALSE, FALSE, sizeof (Passage));
  self->marks = g_array_new (FALSE, FALSE, sizeof (Mark));
  g_array_set_clear_func (self->marks, clear_mark);
  self->label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0.0f);
  gtk_label_set_wrap (GTK_LABEL (self->label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_valign (self->label, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->label, "reading");
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  g_signal_connect_object (click, "released", G_CALLBACK (released_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

/** @column: of the table, which the cell stands in for good */
GtkWidget *
les_claim_cell_view_new (guint column)
{
  LesClaimCellView *self = g_object_new (LES_TYPE_CLAIM_CELL_VIEW, NULL);

  self->column = column;
  return GTK_WIDGET (self);
}

/** Shows what the article of this column says to the claim. */
void
les_claim_cell_view_show (LesClaimCellView *self, LesClaimItem *item)
{
  const LesClaim *claim = les_claim_item_get_claim (item);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  Writer writer = { self, text, attributes };

  g_return_if_fail (LES_IS_CLAIM_CELL_VIEW (self));

  g_set_object (&self->item, item);
  g_array_set_size (self->passages, 0);
  g_array_set_size (self->marks, 0);
  if (self->column < claim->cells->len)
    write_cell (&writer, item, les_claim_get_cell (claim, self->column));
  gtk_label_set_text (GTK_LABEL (self->label), text->str);
  gtk_label_set_attributes (GTK_LABEL (self->label), attributes);
  gtk_widget_set_focusable (GTK_WIDGET (self), text->len > 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text->str, -1);
}
