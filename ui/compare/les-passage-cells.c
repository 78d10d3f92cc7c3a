/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-passage-cells.h"

#include <glib/gi18n.h>

#include "les-grade-stroke.h"
#include "les-match-terms.h"
#include "les-passage-words.h"

#define MAX_CHARS 6000

/**
 * LesPassageCells:
 *
 * A row of the table of passages: what kind of match it is, the left passage,
 * the right one, with what differs marked. One fifth and twice two fifths of the
 * width, as the head of the table.
 */
struct _LesPassageCells
{
  GtkWidget parent_instance;

  /* Owned */
  GtkWidget *grid;

  /* Borrowed: in grid */
  GtkWidget *stroke;
  GtkWidget *kind;
  GtkWidget *grade;
  GtkWidget *passages[LES_N_SIDES];
};

G_DEFINE_FINAL_TYPE (LesPassageCells, les_passage_cells, GTK_TYPE_WIDGET)

static void
les_passage_cells_dispose (GObject *object)
{
  g_clear_pointer (&LES_PASSAGE_CELLS (object)->grid, gtk_widget_unparent);

  G_OBJECT_CLASS (les_passage_cells_parent_class)->dispose (object);
}

static void
les_passage_cells_class_init (LesPassageCellsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = les_passage_cells_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "passagecells");
}

static GtkWidget *
make_label (const char *style_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_label_set_yalign (GTK_LABEL (label), 0.0f);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, style_class);
  return label;
}

static GtkWidget *
make_kind_cell (LesPassageCells *self)
{
  GtkWidget *cell = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  self->stroke = les_grade_stroke_new (LES_GRADE_ASSERTED);
  self->kind = make_label ("caption-heading");
  self->grade = make_label ("caption");
  gtk_widget_set_halign (self->stroke, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->grade, "dim-label");
  gtk_box_append (GTK_BOX (cell), self->kind);
  gtk_box_append (GTK_BOX (cell), self->stroke);
  gtk_box_append (GTK_BOX (cell), self->grade);
  return cell;
}

static void
les_passage_cells_init (LesPassageCells *self)
{
  self->grid = gtk_grid_new ();
  gtk_grid_set_column_homogeneous (GTK_GRID (self->grid), TRUE);
  gtk_grid_set_column_spacing (GTK_GRID (self->grid), 18);
  gtk_grid_attach (GTK_GRID (self->grid), make_kind_cell (self), 0, 0, 1, 1);
  for (int side = 0; side < LES_N_SIDES; side++)
    {
      self->passages[side] = make_label ("reading");
      gtk_widget_set_hexpand (self->passages[side], TRUE);
      gtk_grid_attach (GTK_GRID (self->grid), self->passages[side], 1 + 2 * side, 0, 2, 1);
    }
  gtk_widget_set_parent (self->grid, GTK_WIDGET (self));
}

GtkWidget *
les_passage_cells_new (void)
{
  return g_object_new (LES_TYPE_PASSAGE_CELLS, NULL);
}

static void
show_kind (LesPassageCells *self, const LesMatch *match)
{
  g_autofree char *score = match != NULL ? les_match_terms_dup_score (match) : NULL;
  g_autofree char *grade = NULL;

  gtk_widget_set_visible (self->stroke, match != NULL);
  gtk_widget_set_visible (self->grade, match != NULL);
  gtk_label_set_text (GTK_LABEL (self->kind),
                      match != NULL ? les_match_terms_get_kind (match->kind) : _("No counterpart found"));
  if (match == NULL)
    return;
  les_grade_stroke_set_grade (LES_GRADE_STROKE (self->stroke), match->grade);
  /* Translators: grade and score of a match: "probable · 87 %" */
  grade = g_strdup_printf (_("%s · %s"), les_match_terms_get_grade (match->grade), score);
  if (match->moved)
    {
      g_autofree char *moved = g_strdup_printf ("%s\n%s", grade, _("moved"));

      gtk_label_set_text (GTK_LABEL (self->grade), moved);
    }
  else
    gtk_label_set_text (GTK_LABEL (self->grade), grade);
}

static void
show_passage (LesPassageCells *self, LesPassageTable *table, const LesPassageRow *row, LesSide side)
{
  g_autoptr (GArray) pieces = les_passage_row_get_pieces (row, side);

  if (pieces->len > 0)
    les_passage_words_show (GTK_LABEL (self->passages[side]), les_passage_table_get_text (table, side), pieces, MAX_CHARS);
  else
    {
      gtk_label_set_attributes (GTK_LABEL (self->passages[side]), NULL);
      gtk_label_set_text (GTK_LABEL (self->passages[side]), "–");
    }
  if (pieces->len > 0)
    gtk_widget_remove_css_class (self->passages[side], "dim-label");
  else
    gtk_widget_add_css_class (self->passages[side], "dim-label");
}

void
les_passage_cells_set_item (LesPassageCells *self, LesPassageItem *item)
{
  const LesPassageRow *row = les_passage_item_get_row (item);

  g_return_if_fail (LES_IS_PASSAGE_CELLS (self));

  show_kind (self, row->match);
  for (int side = 0; side < LES_N_SIDES; side++)
    show_passage (self, les_passage_item_get_table (item), row, side);
}
