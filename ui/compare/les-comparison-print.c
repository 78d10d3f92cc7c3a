/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-comparison-print.h"

#include <glib/gi18n.h>

#include "les-match-terms.h"
#include "les-passage-pieces.h"
#include "les-passage-words.h"

/* All in points. */
#define KIND_WIDTH 84.0
#define GAP 12.0
#define ROW_GAP 8.0
#define HEAD_HEIGHT 34.0
#define FOOT_HEIGHT 20.0

#define TEXT_FONT "Serif 9"
#define LABEL_FONT "Sans 8"

/* A passage that is longer goes on in the next row, so that any row fits on a page. */
#define CELL_CHARS 700

typedef struct
{
  const LesPassageRow *row;
  GArray *pieces[LES_N_SIDES];    /* of LesPiece */
  gboolean continued;             /* the row before begins this passage */
  double height;
} Line;

typedef struct
{
  LesPassageTable *table;
  GPtrArray *lines;         /* of Line */
  GArray *pages;            /* of guint: the first line of each */
} Printing;

static void
line_free (gpointer data)
{
  Line *line = data;

  for (int side = 0; side < LES_N_SIDES; side++)
    g_array_unref (line->pieces[side]);
  g_free (line);
}

static void
printing_free (gpointer data)
{
  Printing *self = data;

  les_passage_table_unref (self->table);
  g_ptr_array_unref (self->lines);
  g_array_unref (self->pages);
  g_free (self);
}

/* Behind the last white space before @limit, if there is one. */
static int
find_break (LesText *text, LesTextRange range, int limit)
{
  if (range.end <= limit)
    return range.end;
  for (int offset = limit; offset > range.start; offset--)
    if (g_unichar_isspace (les_text_get_char (text, offset - 1)))
      return offset;
  return limit;
}

/* Takes the first characters off @pieces. */
static GArray *
take_cell (LesText *text, GArray *pieces)
{
  GArray *cell = g_array_new (FALSE, FALSE, sizeof (LesPiece));
  int left = CELL_CHARS;

  while (pieces->len > 0 && left > 0)
    {
      LesPiece *first = &g_array_index (pieces, LesPiece, 0);
      LesPiece piece = *first;

      piece.range.end = find_break (text, piece.range, piece.range.start + left);
      left -= les_text_range_length (piece.range);
      g_array_append_val (cell, piece);
      if (piece.range.end < first->range.end)
        {
          first->range.start = piece.range.end;
          break;
        }
      g_array_remove_index (pieces, 0);
    }
  return cell;
}

static void
append_lines (Printing *self, const LesPassageRow *row)
{
  g_autoptr (GArray) left = les_passage_row_get_pieces (row, LES_SIDE_LEFT);
  g_autoptr (GArray) right = les_passage_row_get_pieces (row, LES_SIDE_RIGHT);
  GArray *pieces[LES_N_SIDES] = { left, right };
  gboolean continued = FALSE;

  do
    {
      Line *line = g_new0 (Line, 1);

      line->row = row;
      line->continued = continued;
      for (int side = 0; side < LES_N_SIDES; side++)
        line->pieces[side] = take_cell (les_passage_table_get_text (self->table, side), pieces[side]);
      g_ptr_array_add (self->lines, line);
      continued = TRUE;
    }
  while (left->len > 0 || right->len > 0);
}

static double
get_side_width (GtkPrintContext *context)
{
  return (gtk_print_context_get_width (context) - KIND_WIDTH - 2 * GAP) / 2;
}

static double
get_side_x (GtkPrintContext *context, LesSide side)
{
  return KIND_WIDTH + GAP + (side == LES_SIDE_LEFT ? 0.0 : get_side_width (context) + GAP);
}

static PangoLayout *
make_layout (GtkPrintContext *context, const char *font, double width)
{
  PangoLayout *layout = gtk_print_context_create_pango_layout (context);
  PangoFontDescription *description = pango_font_description_from_string (font);

  pango_layout_set_font_description (layout, description);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_font_description_free (description);
  return layout;
}

static PangoLayout *
make_passage_layout (Printing *self, GtkPrintContext *context, const Line *line, LesSide side)
{
  PangoLayout *layout = make_layout (context, TEXT_FONT, get_side_width (context));
  PangoAttrList *attributes;
  g_autofree char *words = les_passage_words_dup (les_passage_table_get_text (self->table, side), line->pieces[side],
                                                  G_MAXINT, &attributes);

  pango_layout_set_text (layout, words, -1);
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  return layout;
}

static char *
word_kind (const Line *line)
{
  const LesMatch *match = line->row->match;
  g_autofree char *score = NULL;

  if (line->continued)
    /* Translators: in print, beside the second part of a long passage */
    return g_strdup (_("(continued)"));
  if (match == NULL)
    return g_strdup (_("No counterpart found"));
  score = les_match_terms_dup_score (match);
  return g_strdup_printf ("%s\n%s · %s%s%s", les_match_terms_get_kind (match->kind),
                          les_match_terms_get_grade (match->grade), score, match->moved ? "\n" : "",
                          match->moved ? _("moved") : "");
}

static PangoLayout *
make_kind_layout (GtkPrintContext *context, const Line *line)
{
  PangoLayout *layout = make_layout (context, LABEL_FONT, KIND_WIDTH);
  g_autofree char *words = word_kind (line);

  pango_layout_set_text (layout, words, -1);
  return layout;
}

static double
get_layout_height (PangoLayout *layout)
{
  int height;

  pango_layout_get_size (layout, NULL, &height);
  return (double) height / PANGO_SCALE;
}

static double
measure_line (Printing *self, GtkPrintContext *context, const Line *line)
{
  g_autoptr (PangoLayout) kind = make_kind_layout (context, line);
  double height = get_layout_height (kind);

  for (int side = 0; side < LES_N_SIDES; side++)
    {
      g_autoptr (PangoLayout) passage = make_passage_layout (self, context, line, side);

      height = MAX (height, get_layout_height (passage));
    }
  return height + 2 * ROW_GAP;
}

static void
begin_cb (GtkPrintOperation *operation, GtkPrintContext *context, Printing *self)
{
  double room = gtk_print_context_get_height (context) - HEAD_HEIGHT - FOOT_HEIGHT;
  double used = G_MAXDOUBLE;

  g_ptr_array_set_size (self->lines, 0);
  g_array_set_size (self->pages, 0);
  for (guint i = 0; i < les_passage_table_get_n_rows (self->table); i++)
    append_lines (self, les_passage_table_get_row (self->table, i));
  for (guint i = 0; i < self->lines->len; i++)
    {
      Line *line = g_ptr_array_index (self->lines, i);

      line->height = measure_line (self, context, line);
      if (used + line->height > room)
        {
          g_array_append_val (self->pages, i);
          used = 0.0;
        }
      used += line->height;
    }
  gtk_print_operation_set_n_pages (operation, MAX (1, (int) self->pages->len));
}

static void
show_layout (cairo_t *cr, PangoLayout *layout, double x, double y)
{
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, layout);
}

static void
draw_rule (cairo_t *cr, double y, double width, double strength)
{
  cairo_save (cr);
  cairo_set_source_rgba (cr, 0, 0, 0, strength);
  cairo_set_line_width (cr, 0.5);
  cairo_move_to (cr, 0, y);
  cairo_line_to (cr, width, y);
  cairo_stroke (cr);
  cairo_restore (cr);
}

/* The edge of the first column says the grade as the texts do. */
static void
draw_edge (cairo_t *cr, const Line *line, double y)
{
  const double dots[] = { 0.5, 3.0 };
  const LesMatch *match = line->row->match;

  if (match == NULL)
    return;
  cairo_save (cr);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_width (cr, match->grade == LES_GRADE_POSSIBLE ? 0.5 : 2.0);
  if (match->grade == LES_GRADE_PROBABLE)
    cairo_set_dash (cr, dots, G_N_ELEMENTS (dots), 0);
  cairo_move_to (cr, KIND_WIDTH + GAP / 2 - 2, y + ROW_GAP);
  cairo_line_to (cr, KIND_WIDTH + GAP / 2 - 2, y + line->height - ROW_GAP);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
draw_line (Printing *self, GtkPrintContext *context, cairo_t *cr, const Line *line, double y)
{
  g_autoptr (PangoLayout) kind = make_kind_layout (context, line);

  show_layout (cr, kind, 0, y + ROW_GAP);
  draw_edge (cr, line, y);
  for (int side = 0; side < LES_N_SIDES; side++)
    {
      g_autoptr (PangoLayout) passage = make_passage_layout (self, context, line, side);

      show_layout (cr, passage, get_side_x (context, side), y + ROW_GAP);
    }
  draw_rule (cr, y + line->height, gtk_print_context_get_width (context), 0.3);
}

static void
draw_head (Printing *self, GtkPrintContext *context, cairo_t *cr)
{
  for (int side = 0; side < LES_N_SIDES; side++)
    {
      g_autoptr (PangoLayout) layout = make_layout (context, "Sans Bold 9", get_side_width (context));
      g_autofree char *heading = les_article_dup_heading (les_passage_table_get_article (self->table, side));

      pango_layout_set_text (layout, heading, -1);
      pango_layout_set_height (layout, -2);
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
      show_layout (cr, layout, get_side_x (context, side), 0);
    }
  draw_rule (cr, HEAD_HEIGHT - 2, gtk_print_context_get_width (context), 1.0);
}

static void
draw_foot (Printing *self, GtkPrintContext *context, cairo_t *cr, int page)
{
  g_autoptr (PangoLayout) layout = make_layout (context, LABEL_FONT, gtk_print_context_get_width (context));
  /* Translators: number of a printed page, of how many */
  g_autofree char *words = g_strdup_printf (_("Page %d of %d"), page + 1, MAX (1, (int) self->pages->len));

  pango_layout_set_text (layout, words, -1);
  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  show_layout (cr, layout, 0, gtk_print_context_get_height (context) - FOOT_HEIGHT + 8);
}

static void
draw_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, Printing *self)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  guint first = page < (int) self->pages->len ? g_array_index (self->pages, guint, page) : 0;
  guint end = page + 1 < (int) self->pages->len ? g_array_index (self->pages, guint, page + 1) : self->lines->len;
  double y = HEAD_HEIGHT;

  cairo_set_source_rgb (cr, 0, 0, 0);
  draw_head (self, context, cr);
  for (guint i = first; i < end; i++)
    {
      const Line *line = g_ptr_array_index (self->lines, i);

      draw_line (self, context, cr, line, y);
      y += line->height;
    }
  draw_foot (self, context, cr, page);
}

/**
 * les_comparison_print_new:
 *
 * Prints the table of passages, each page with the headlines of both articles.
 *
 * Returns: (transfer full): to be run with a dialog, or to export a PDF
 */
GtkPrintOperation *
les_comparison_print_new (LesPassageTable *table)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  Printing *self = g_new0 (Printing, 1);

  self->table = les_passage_table_ref (table);
  self->lines = g_ptr_array_new_with_free_func (line_free);
  self->pages = g_array_new (FALSE, FALSE, sizeof (guint));
  g_object_set_data_full (G_OBJECT (operation), "les-printing", self, printing_free);
  g_signal_connect (operation, "begin-print", G_CALLBACK (begin_cb), self);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_cb), self);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_job_name (operation, _("Comparison of Two Reports"));
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  return operation;
}
