/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-html-text.h"

#include <string.h>

static const char *
find_element (LesBlockRole role)
{
  switch (role)
    {
    case LES_BLOCK_HEADLINE:
      return "h3";
    case LES_BLOCK_SUBHEAD:
      return "h4";
    case LES_BLOCK_KICKER:
    case LES_BLOCK_LEAD:
    case LES_BLOCK_DATE:
    case LES_BLOCK_DATELINE:
    case LES_BLOCK_BYLINE:
    case LES_BLOCK_CORRECTION:
    case LES_BLOCK_CAPTION:
    case LES_BLOCK_CREDIT:
    case LES_BLOCK_DESK:
    case LES_BLOCK_BODY:
    case LES_N_BLOCK_ROLES:
    default:
      return "p";
    }
}

static const char *
find_class (LesBlockRole role)
{
  switch (role)
    {
    case LES_BLOCK_LEAD:
      return "lead";
    case LES_BLOCK_HEADLINE:
    case LES_BLOCK_SUBHEAD:
      return "head";
    case LES_BLOCK_BODY:
      return "body";
    case LES_BLOCK_KICKER:
    case LES_BLOCK_DATE:
    case LES_BLOCK_DATELINE:
    case LES_BLOCK_BYLINE:
    case LES_BLOCK_CORRECTION:
    case LES_BLOCK_CAPTION:
    case LES_BLOCK_CREDIT:
    case LES_BLOCK_DESK:
    case LES_N_BLOCK_ROLES:
    default:
      return "small";
    }
}

static void
append_char (GString *out, gunichar c)
{
  switch (c)
    {
    case '&':
      g_string_append (out, "&amp;");
      break;
    case '<':
      g_string_append (out, "&lt;");
      break;
    case '>':
      g_string_append (out, "&gt;");
      break;
    case '"':
      g_string_append (out, "&quot;");
      break;
    case '\'':
      g_string_append (out, "&#39;");
      break;
    default:
      /* HTML has no way to write the other control characters. */
      if (g_unichar_iscntrl (c) && c != '\n' && c != '\t')
        c = 0xFFFD;
      g_string_append_unichar (out, c);
    }
}

static void
append_escaped (GString *out, const char *p, const char *end)
{
  for (; p < end && *p != '\0'; p = g_utf8_next_char (p))
    append_char (out, g_utf8_get_char (p));
}

/**
 * les_html_append:
 * @text: (nullable): valid UTF-8; becomes safe as content and as attribute value
 */
void
les_html_append (GString *out, const char *text)
{
  if (text != NULL)
    append_escaped (out, text, text + strlen (text));
}

/** @range: Unicode characters */
void
les_html_append_range (GString *out, LesText *text, LesTextRange range)
{
  append_escaped (out, les_text_peek (text, range.start), les_text_peek (text, range.end));
}

/**
 * les_html_dup_id:
 * @record_id: whatever a file gave as an id
 *
 * Returns: (transfer full): a name for an id attribute that is unique as long
 *   as the records of one kind have unique ids
 */
char *
les_html_dup_id (const char *prefix, const char *record_id)
{
  GString *id = g_string_new (prefix);

  for (const char *p = record_id; *p != '\0'; p++)
    if (g_ascii_isalnum (*p) || *p == '-')
      g_string_append_c (id, *p);
    else
      g_string_append_printf (id, "_%02x", (guint8) *p);
  return g_string_free (id, FALSE);
}

static int
compare_ints (gconstpointer a, gconstpointer b)
{
  const int *left = a;
  const int *right = b;

  return (*left > *right) - (*left < *right);
}

/* Where the set of annotations changes inside @range, ends included. */
static GArray *
collect_cuts (GPtrArray *annotations, LesTextRange range)
{
  GArray *cuts = g_array_new (FALSE, FALSE, sizeof (int));

  g_array_append_val (cuts, range.start);
  g_array_append_val (cuts, range.end);
  for (guint i = 0; i < annotations->len; i++)
    {
      LesTextRange of = les_annotation_get_range (annotations->pdata[i]);

      if (of.start > range.start && of.start < range.end)
        g_array_append_val (cuts, of.start);
      if (of.end > range.start && of.end < range.end)
        g_array_append_val (cuts, of.end);
    }
  g_array_sort (cuts, compare_ints);
  return cuts;
}

static LesAnnotation *
find_innermost (GPtrArray *annotations, LesTextRange piece, int *n_covering)
{
  LesAnnotation *innermost = NULL;

  *n_covering = 0;
  for (guint i = 0; i < annotations->len; i++)
    {
      LesTextRange of = les_annotation_get_range (annotations->pdata[i]);

      if (of.start > piece.start)
        break;
      if (les_text_range_overlaps (of, piece))
        {
          innermost = annotations->pdata[i];
          (*n_covering)++;
        }
    }
  return innermost;
}

static const char *
find_tag_class (LesAnnotation *annotation, GHashTable *tag_classes)
{
  const char *first = les_annotation_get_tags (annotation)[0];
  const char *found = first != NULL ? g_hash_table_lookup (tag_classes, first) : NULL;

  return found != NULL ? found : "untagged";
}

/* Small numbers behind a passage lead to its note. */
static void
append_references (GString *out, GPtrArray *annotations, LesTextRange piece)
{
  for (guint i = 0; i < annotations->len; i++)
    {
      g_autofree char *target = NULL;
      g_autofree char *here = NULL;
      LesRecord *record = annotations->pdata[i];
      LesTextRange of = les_annotation_get_range (annotations->pdata[i]);
      int end = of.end;

      if (les_text_range_is_empty (of) || end <= piece.start || end > piece.end)
        continue;
      target = les_html_dup_id ("a-", les_record_get_id (record));
      here = les_html_dup_id ("t-", les_record_get_id (record));
      g_string_append_printf (out, "<sup><a id=\"%s\" href=\"#%s\">%u</a></sup>", here, target, i + 1);
    }
}

static void
append_piece (GString *out, LesText *text, LesTextRange piece, GPtrArray *annotations, GHashTable *tag_classes)
{
  int n_covering;
  LesAnnotation *innermost = find_innermost (annotations, piece, &n_covering);

  if (innermost == NULL)
    {
      les_html_append_range (out, text, piece);
      return;
    }
  g_string_append_printf (out, "<mark class=\"%s%s\">", find_tag_class (innermost, tag_classes),
                          n_covering > 1 ? " many" : "");
  les_html_append_range (out, text, piece);
  g_string_append (out, "</mark>");
}

static GPtrArray *
filter_overlapping (GPtrArray *annotations, LesTextRange range)
{
  GPtrArray *overlapping = g_ptr_array_new ();

  for (guint i = 0; i < annotations->len; i++)
    if (les_text_range_overlaps (les_annotation_get_range (annotations->pdata[i]), range))
      g_ptr_array_add (overlapping, annotations->pdata[i]);
  return overlapping;
}

/* @next: where the next block starts; annotations that end in the white space
 * before it are numbered here. */
static void
append_block (GString      *out,
              LesText      *text,
              LesTextRange  range,
              int           next,
              GPtrArray    *annotations,
              GHashTable   *tag_classes)
{
  g_autoptr (GPtrArray) here = filter_overlapping (annotations, range);
  g_autoptr (GArray) cuts = collect_cuts (here, range);

  for (guint i = 0; i + 1 < cuts->len; i++)
    {
      LesTextRange piece = LES_TEXT_RANGE (g_array_index (cuts, int, i), g_array_index (cuts, int, i + 1));

      if (les_text_range_is_empty (piece))
        continue;
      append_piece (out, text, piece, here, tag_classes);
      if (piece.end == range.end)
        piece.end = next;
      append_references (out, annotations, piece);
    }
}

/* The headline stands above the article already. */
static gboolean
repeats_heading (LesArticle *article, const LesBlock *block, GPtrArray *annotations)
{
  g_autoptr (GPtrArray) here = filter_overlapping (annotations, block->range);
  g_autofree char *words = les_text_dup_range (les_article_get_text (article), block->range);

  return block->role == LES_BLOCK_HEADLINE && block->starts_paragraph && here->len == 0
         && g_strcmp0 (words, les_article_get (article, LES_ARTICLE_TITLE)) == 0;
}

/**
 * les_html_append_marked:
 * @annotations: of the article, in text order; their numbers are their places
 * @tag_classes: id of a tag -> name of a CSS class
 *
 * Appends the text of @article, block by block, with the annotated passages
 * marked and numbered.
 */
void
les_html_append_marked (GString *out, LesArticle *article, GPtrArray *annotations, GHashTable *tag_classes)
{
  LesText *text = les_article_get_text (article);
  guint n_blocks;
  const LesBlock *blocks = les_document_get_blocks (les_article_get_document (article), &n_blocks);
  const char *open = NULL;

  for (guint i = 0; i < n_blocks; i++)
    {
      gboolean starts = open == NULL || blocks[i].starts_paragraph;
      int next = i + 1 < n_blocks ? blocks[i + 1].range.start : les_text_get_n_chars (text);

      if (repeats_heading (article, &blocks[i], annotations))
        continue;
      if (starts && open != NULL)
        g_string_append_printf (out, "</%s>\n", open);
      if (starts)
        open = find_element (blocks[i].role);
      if (starts)
        g_string_append_printf (out, "<%s>", open);
      else
        g_string_append_c (out, ' ');
      g_string_append_printf (out, "<span class=\"%s\">", find_class (blocks[i].role));
      append_block (out, text, blocks[i].range, next, annotations, tag_classes);
      g_string_append (out, "</span>");
    }
  if (open != NULL)
    g_string_append_printf (out, "</%s>\n", open);
}
