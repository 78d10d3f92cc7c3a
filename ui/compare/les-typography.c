/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-typography.h"

#define LINE_HEIGHT 1.5

typedef struct
{
  const char *name;
  double scale;
  int weight;
  int above;
  int below;
  gboolean dim;
} Style;

/* By LesBlockRole. */
static const Style styles[LES_N_BLOCK_ROLES] = {
  [LES_BLOCK_BODY] = { "body", 1.0, PANGO_WEIGHT_NORMAL, 0, 0, FALSE },
  [LES_BLOCK_KICKER] = { "kicker", 0.82, PANGO_WEIGHT_SEMIBOLD, 6, 2, TRUE },
  [LES_BLOCK_HEADLINE] = { "headline", 1.65, PANGO_WEIGHT_BOLD, 4, 4, FALSE },
  [LES_BLOCK_LEAD] = { "lead", 1.08, PANGO_WEIGHT_SEMIBOLD, 2, 2, FALSE },
  [LES_BLOCK_SUBHEAD] = { "subhead", 1.08, PANGO_WEIGHT_BOLD, 12, 0, FALSE },
  [LES_BLOCK_DATE] = { "date", 0.85, PANGO_WEIGHT_NORMAL, 0, 0, TRUE },
  [LES_BLOCK_DATELINE] = { "dateline", 0.92, PANGO_WEIGHT_NORMAL, 0, 0, TRUE },
  [LES_BLOCK_BYLINE] = { "byline", 0.85, PANGO_WEIGHT_NORMAL, 0, 0, TRUE },
  [LES_BLOCK_CORRECTION] = { "correction", 0.85, PANGO_WEIGHT_NORMAL, 0, 0, TRUE },
  [LES_BLOCK_CAPTION] = { "caption", 0.85, PANGO_WEIGHT_NORMAL, 0, 0, TRUE },
  [LES_BLOCK_CREDIT] = { "credit", 0.85, PANGO_WEIGHT_NORMAL, 0, 0, TRUE },
  [LES_BLOCK_DESK] = { "desk", 0.85, PANGO_WEIGHT_NORMAL, 0, 0, TRUE },
};

static GtkTextTag *
find_tag (GtkTextBuffer *buffer, const char *name)
{
  return gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), name);
}

static void
install_role (GtkTextBuffer *buffer, const Style *style)
{
  GtkTextTag *tag = gtk_text_buffer_create_tag (buffer, style->name, NULL);

  if (style->scale != 1.0)
    g_object_set (tag, "scale", style->scale, NULL);
  if (style->weight != PANGO_WEIGHT_NORMAL)
    g_object_set (tag, "weight", style->weight, NULL);
  if (style->above > 0)
    g_object_set (tag, "pixels-above-lines", style->above, NULL);
  if (style->below > 0)
    g_object_set (tag, "pixels-below-lines", style->below, NULL);
}

/** Gives @buffer its tags. Call once. */
void
les_typography_install (GtkTextBuffer *buffer)
{
  /* Pango would part a word too long for the row at any letter, with a hyphen that is not in the article. */
  gtk_text_buffer_create_tag (buffer, "base", "insert-hyphens", FALSE, NULL);
  for (guint role = 0; role < LES_N_BLOCK_ROLES; role++)
    install_role (buffer, &styles[role]);
  g_object_set (find_tag (buffer, "kicker"), "letter-spacing", PANGO_SCALE, NULL);
  g_object_set (find_tag (buffer, "headline"), "pixels-inside-wrap", 0, NULL);
  gtk_text_buffer_create_tag (buffer, "gap", "pixels-above-lines", 10, NULL);
  gtk_text_buffer_create_tag (buffer, "blank", "scale", 0.5, NULL);
  gtk_text_buffer_create_tag (buffer, "blank-again", "scale", 0.06, NULL);
  gtk_text_buffer_create_tag (buffer, "dimmed", NULL);
}

/** @points: size of running text */
void
les_typography_set_font (GtkTextBuffer *buffer, const char *family, double points)
{
  g_object_set (find_tag (buffer, "base"), "family", family, "size-points", points, NULL);
}

void
les_typography_set_ink (GtkTextBuffer *buffer, LesInk ink)
{
  GdkRGBA dim = les_ink_dim (ink);
  GdkRGBA back = les_ink_stand_back (ink);

  for (guint role = 0; role < LES_N_BLOCK_ROLES; role++)
    if (styles[role].dim)
      g_object_set (find_tag (buffer, styles[role].name), "foreground-rgba", &dim, NULL);
  g_object_set (find_tag (buffer, "dimmed"), "foreground-rgba", &back, NULL);
}

static void
apply_tag (GtkTextBuffer *buffer, const char *name, LesTextRange range)
{
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_iter_at_offset (buffer, &start, range.start);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, range.end);
  gtk_text_buffer_apply_tag_by_name (buffer, name, &start, &end);
}

static LesTextRange
to_display (LesDisplayText *display, LesTextRange range)
{
  return LES_TEXT_RANGE (les_display_text_from_text (display, range.start),
                         les_display_text_from_text (display, range.end));
}

static gboolean
is_line_end (gunichar c)
{
  return c == '\n';
}

/* The blank lines that the source has stay, but low: the first one parts two
 * paragraphs, further ones nearly vanish. */
static void
apply_blanks (GtkTextBuffer *buffer)
{
  GtkTextIter iter;
  gboolean again = FALSE;

  gtk_text_buffer_get_start_iter (buffer, &iter);
  do
    {
      GtkTextIter end = iter;
      GtkTextIter probe = iter;

      while (!gtk_text_iter_ends_line (&probe) && g_unichar_isspace (gtk_text_iter_get_char (&probe)))
        gtk_text_iter_forward_char (&probe);
      if (!gtk_text_iter_ends_line (&probe))
        {
          again = FALSE;
          continue;
        }
      if (!gtk_text_iter_forward_line (&end))
        gtk_text_buffer_get_end_iter (buffer, &end);
      gtk_text_buffer_apply_tag_by_name (buffer, again ? "blank-again" : "blank", &iter, &end);
      again = TRUE;
    }
  while (gtk_text_iter_forward_line (&iter));
}

/* Where the source parts two paragraphs by nothing but a line end. */
static gboolean
needs_gap (GtkTextBuffer *buffer, int offset)
{
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_offset (buffer, &iter, offset);
  gtk_text_iter_set_line_offset (&iter, 0);
  if (!gtk_text_iter_backward_char (&iter) || !is_line_end (gtk_text_iter_get_char (&iter)))
    return FALSE;
  gtk_text_iter_set_line_offset (&iter, 0);
  while (!gtk_text_iter_ends_line (&iter))
    {
      if (!g_unichar_isspace (gtk_text_iter_get_char (&iter)))
        return TRUE;
      gtk_text_iter_forward_char (&iter);
    }
  return FALSE;
}

/** Puts the tags on a buffer that holds the text of @display. */
void
les_typography_apply (GtkTextBuffer *buffer, LesDocument *document, LesDisplayText *display)
{
  guint n_blocks;
  const LesBlock *blocks = les_document_get_blocks (document, &n_blocks);
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_apply_tag_by_name (buffer, "base", &start, &end);
  for (guint i = 0; i < n_blocks; i++)
    {
      LesTextRange range = to_display (display, blocks[i].range);

      if (blocks[i].role != LES_BLOCK_BODY)
        apply_tag (buffer, styles[blocks[i].role].name, range);
      if (i > 0 && blocks[i].starts_paragraph && needs_gap (buffer, range.start))
        apply_tag (buffer, "gap", range);
    }
  apply_blanks (buffer);
}

/** Lets the letters of @passages, and of nothing else, stand back. Characters of the display text. */
void
les_typography_dim (GtkTextBuffer *buffer, LesRangeIndex *passages)
{
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_remove_tag_by_name (buffer, "dimmed", &start, &end);
  for (guint i = 0; i < les_range_index_get_n (passages); i++)
    apply_tag (buffer, "dimmed", les_range_index_get (passages, i)->range);
}

/**
 * les_typography_measure:
 * @n_chars: characters that a line should hold
 * @out_leading: pixels to put between rows
 *
 * Returns: pixels for a line of @n_chars characters of running text
 */
int
les_typography_measure (GtkWidget *widget, const char *family, double points, int n_chars, int *out_leading)
{
  /* As often as German and English use them. */
  static const char sample[] = "eeeeeeeeennnnnniiiiisssssrrrraaaaattttdddhhhuuullcgmobwfkzpv          ETSDA";
  PangoFontDescription *font = pango_font_description_new ();
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, sample);
  double dpi = pango_cairo_context_get_resolution (pango_layout_get_context (layout));
  int width;
  int height;

  pango_font_description_set_family (font, family);
  pango_font_description_set_size (font, (int) (points * PANGO_SCALE));
  pango_layout_set_font_description (layout, font);
  pango_layout_get_pixel_size (layout, &width, &height);
  if (dpi <= 0.0)
    dpi = 96.0;
  *out_leading = MAX (0, (int) (LINE_HEIGHT * points * dpi / 72.0 + 0.5) - height);
  pango_font_description_free (font);
  return width * n_chars / (int) (G_N_ELEMENTS (sample) - 1);
}

static char *
dup_document_family (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;
  g_autoptr (GSettings) settings = NULL;
  g_autofree char *name = NULL;
  PangoFontDescription *font;
  char *family;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, "org.gnome.desktop.interface", TRUE);
  if (schema == NULL || !g_settings_schema_has_key (schema, "document-font-name"))
    return g_strdup ("sans-serif");
  settings = g_settings_new ("org.gnome.desktop.interface");
  name = g_settings_get_string (settings, "document-font-name");
  font = pango_font_description_from_string (name);
  family = g_strdup (pango_font_description_get_family (font));
  pango_font_description_free (font);
  return family != NULL ? family : g_strdup ("sans-serif");
}

/**
 * les_typography_dup_family:
 * @reading_font: "document", "serif" or "sans"
 *
 * Returns: (transfer full): a font family
 */
char *
les_typography_dup_family (const char *reading_font)
{
  if (g_strcmp0 (reading_font, "serif") == 0)
    return g_strdup ("serif");
  if (g_strcmp0 (reading_font, "sans") == 0)
    return g_strdup ("sans-serif");
  return dup_document_family ();
}
