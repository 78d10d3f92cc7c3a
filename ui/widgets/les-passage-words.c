/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-passage-words.h"

#include <string.h>

#define CARET "‸"
#define PILCROW "¶"

static PangoUnderline
choose_underline (LesPieceKind kind)
{
  switch (kind)
    {
    case LES_PIECE_CHANGED:
      return PANGO_UNDERLINE_ERROR;
    case LES_PIECE_MOVED:
      return PANGO_UNDERLINE_SINGLE;
    case LES_PIECE_DETAIL:
      return PANGO_UNDERLINE_DOUBLE;
    case LES_PIECE_SAME:
    case LES_PIECE_ONLY_HERE:
    case LES_PIECE_ONLY_THERE:
    default:
      return PANGO_UNDERLINE_NONE;
    }
}

static void
add_attribute (PangoAttrList *attributes, PangoAttribute *attribute, gsize start, gsize end)
{
  attribute->start_index = (guint) start;
  attribute->end_index = (guint) end;
  pango_attr_list_insert (attributes, attribute);
}

static void
mark_piece (PangoAttrList *attributes, LesPieceKind kind, gsize start, gsize end)
{
  PangoUnderline underline = choose_underline (kind);

  if (underline != PANGO_UNDERLINE_NONE)
    add_attribute (attributes, pango_attr_underline_new (underline), start, end);
  /* A wave is red by itself, as if it were misspelt. */
  if (kind == LES_PIECE_CHANGED)
    add_attribute (attributes, pango_attr_underline_color_new (0x7777, 0x7777, 0x7777), start, end);
  if (kind == LES_PIECE_ONLY_HERE)
    add_attribute (attributes, pango_attr_strikethrough_new (TRUE), start, end);
  if (kind == LES_PIECE_ONLY_THERE)
    add_attribute (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD), start, end);
}

/* On one line: between two paragraphs stands a mark. */
static void
append_words (GString *words, const char *part)
{
  while (*part != '\0')
    {
      gsize blank = strspn (part, "\n\r\t ");
      gsize solid = strcspn (part + blank, "\n\r\t ");
      const char *first_end = memchr (part, '\n', blank);

      if (first_end != NULL && memchr (first_end + 1, '\n', blank - (gsize) (first_end + 1 - part)) != NULL)
        g_string_append (words, " " PILCROW " ");
      else if (blank > 0)
        g_string_append_c (words, ' ');
      g_string_append_len (words, part + blank, (gssize) solid);
      part += blank + solid;
    }
}

/**
 * les_passage_words_dup:
 * @text: of the article
 * @pieces: (element-type LesPiece): of a passage
 * @max_chars: more of it is left out
 * @attributes: (out) (transfer full): marks what differs, as the texts do: a
 *   wave under other words, a line through what is only here, two lines under
 *   details, a caret where the other side has more
 *
 * Returns: (transfer full): the passage as one paragraph, with a ¶ between those of the text
 */
char *
les_passage_words_dup (LesText *text, GArray *pieces, int max_chars, PangoAttrList **attributes)
{
  GString *words = g_string_new (NULL);
  int left = max_chars;
  gboolean cut = FALSE;

  *attributes = pango_attr_list_new ();
  for (guint i = 0; i < pieces->len && !cut; i++)
    {
      LesPiece piece = g_array_index (pieces, LesPiece, i);
      gsize start = words->len;
      g_autofree char *part = NULL;

      if (les_text_range_length (piece.range) > left)
        {
          piece.range.end = piece.range.start + left;
          cut = TRUE;
        }
      left -= les_text_range_length (piece.range);
      part = les_text_dup_range (text, piece.range);
      append_words (words, piece.kind == LES_PIECE_ONLY_THERE ? CARET : part);
      mark_piece (*attributes, piece.kind, start, words->len);
    }
  if (cut)
    g_string_append (words, "…");
  return g_string_free (words, FALSE);
}

/** Sets the text of a label, as les_passage_words_dup() gives it. */
void
les_passage_words_show (GtkLabel *label, LesText *text, GArray *pieces, int max_chars)
{
  PangoAttrList *attributes;
  g_autofree char *words = les_passage_words_dup (text, pieces, max_chars, &attributes);

  gtk_label_set_text (label, words);
  gtk_label_set_attributes (label, attributes);
  pango_attr_list_unref (attributes);
}
