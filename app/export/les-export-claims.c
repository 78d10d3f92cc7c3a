/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-export-claims.h"

#include "les-csv.h"
#include "les-html-text.h"
#include "les-markdown-text.h"
#include "les-relations.h"

#include <glib/gi18n-lib.h>

/* Stands where words of the first wording are left out. */
#define CARET "‸"

/* How a format writes a piece of a wording. */
typedef void (*AppendPiece) (GString *out, const char *piece, gboolean changed);

static LesArticle *
get_article (LesClaims *claims, guint column)
{
  return g_ptr_array_index (les_claims_get_articles (claims), column);
}

/* The words of a passage, parted into what the first cell has too and what not. */
static void
append_wording (GString *out, LesClaims *claims, const LesClaim *claim, guint column, LesAnnotation *annotation, AppendPiece append)
{
  g_autoptr (GArray) changed = les_claims_diff (claims, claim, column, annotation);
  const char *p = les_annotation_get (annotation, LES_ANNOTATION_EXACT);
  int offset = 0;

  for (guint i = 0; i < changed->len; i++)
    {
      LesTextRange range = g_array_index (changed, LesTextRange, i);
      g_autofree char *same = NULL;
      g_autofree char *other = NULL;
      const char *start;
      const char *end;

      if (range.start < offset)
        continue;
      start = g_utf8_offset_to_pointer (p, range.start - offset);
      end = g_utf8_offset_to_pointer (start, les_text_range_length (range));
      same = g_strndup (p, start - p);
      other = g_strndup (start, end - start);
      append (out, same, FALSE);
      append (out, les_text_range_is_empty (range) ? CARET : other, TRUE);
      p = end;
      offset = range.end;
    }
  append (out, p, FALSE);
}

/* What is said about a cell, for people. Returns: (transfer full): empty for the first */
static char *
dup_verdicts (LesProject *project, LesClaims *claims, const LesClaim *claim, const LesClaimCell *cell)
{
  GString *words = g_string_new (cell->missing ? _("missing") : NULL);

  for (guint i = 0; i < cell->verdicts->len; i++)
    {
      const LesVerdict *verdict = &g_array_index (cell->verdicts, LesVerdict, i);

      if (words->len > 0)
        g_string_append (words, "; ");
      g_string_append (words, les_relations_get_words (project, verdict->relation, verdict->of_origin));
      if (verdict->column != claim->first)
        {
          g_autofree char *source = les_article_dup_name (get_article (claims, verdict->column));

          g_string_append_printf (words, " · %s", source);
        }
    }
  return g_string_free (words, FALSE);
}

/* CSV */

/* "softens" of the passage, "softens (reversed)" when it is the softened one;
 * "[n]": measured by the n-th report instead of the first that has it. */
static char *
dup_plain_verdicts (LesProject *project, const LesClaim *claim, const LesClaimCell *cell)
{
  GString *words = g_string_new (cell->missing ? LES_RELATION_MISSING : NULL);

  for (guint i = 0; i < cell->verdicts->len; i++)
    {
      const LesVerdict *verdict = &g_array_index (cell->verdicts, LesVerdict, i);

      g_string_append_printf (words, "%s%s%s", words->len > 0 ? "; " : "",
                              les_relations_get_plain (project, verdict->relation),
                              verdict->of_origin ? " (reversed)" : "");
      if (verdict->column != claim->first)
        g_string_append_printf (words, " [%u]", verdict->column + 1);
    }
  return g_string_free (words, FALSE);
}

static void
append_csv_header (GString *out, LesClaims *claims)
{
  g_string_append (out, LES_CSV_BYTE_ORDER_MARK);
  g_string_append (out, "statement");
  for (guint i = 0; i < les_claims_get_articles (claims)->len; i++)
    {
      g_autofree char *source = les_article_dup_name (get_article (claims, i));
      g_autofree char *words = g_strdup_printf ("%u %s", i + 1, source);
      g_autofree char *relation = g_strdup_printf ("%u relation", i + 1);

      les_csv_append_cell (out, words, FALSE);
      les_csv_append_cell (out, relation, FALSE);
    }
  g_string_append (out, ",speakers,tags,notes\r\n");
}

static void
add_unique (GPtrArray *names, const char *name)
{
  if (name != NULL && *name != '\0' && !g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
    g_ptr_array_add (names, g_strdup (name));
}

static void
append_joined (GString *out, GPtrArray *names)
{
  g_autofree char *joined = NULL;

  g_ptr_array_add (names, NULL);
  joined = g_strjoinv ("; ", (char **) names->pdata);
  les_csv_append_cell (out, joined, FALSE);
}

static void
append_csv_extras (GString *out, LesProject *project, const LesClaim *claim)
{
  g_autoptr (GPtrArray) speakers = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) tags = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < claim->cells->len; i++)
    {
      GPtrArray *annotations = les_claim_get_cell (claim, i)->annotations;

      for (guint j = 0; j < annotations->len; j++)
        {
          const char * const *ids = les_annotation_get_tags (annotations->pdata[j]);

          add_unique (speakers, les_annotation_get (annotations->pdata[j], LES_ANNOTATION_SPEAKER));
          for (; *ids != NULL; ids++)
            {
              LesTag *tag = les_project_get_tag (project, *ids);

              add_unique (tags, tag != NULL ? les_tag_get (tag, LES_TAG_NAME) : NULL);
            }
        }
    }
  for (guint i = 0; i < claim->links->len; i++)
    add_unique (notes, les_link_get (claim->links->pdata[i], LES_LINK_NOTE));
  append_joined (out, speakers);
  append_joined (out, tags);
  append_joined (out, notes);
}

static void
append_csv_row (GString *out, LesProject *project, LesClaims *claims, guint index)
{
  const LesClaim *claim = les_claims_get (claims, index);

  g_string_append_printf (out, "%u", index + 1);
  for (guint i = 0; i < claim->cells->len; i++)
    {
      const LesClaimCell *cell = les_claim_get_cell (claim, i);
      g_autoptr (GString) words = g_string_new (NULL);
      g_autofree char *verdicts = dup_plain_verdicts (project, claim, cell);

      for (guint j = 0; j < cell->annotations->len; j++)
        g_string_append_printf (words, "%s%s", j > 0 ? "\n" : "",
                                les_annotation_get (cell->annotations->pdata[j], LES_ANNOTATION_EXACT));
      les_csv_append_cell (out, words->str, FALSE);
      les_csv_append_cell (out, verdicts, FALSE);
    }
  append_csv_extras (out, project, claim);
  g_string_append (out, LES_CSV_LINE_END);
}

/**
 * les_export_claims_csv:
 * @out: appended to
 *
 * The claims table as a table: a row for each statement; for each report the
 * wording and what the links say about it, in words that are not translated;
 * then speakers, tags, and the notes of the links. As les_export_csv()
 * otherwise. Any thread.
 *
 * Returns: FALSE when cancelled
 */
gboolean
les_export_claims_csv (LesProject *project, GString *out, GCancellable *cancellable, GError **error)
{
  g_autoptr (LesClaims) claims = les_claims_new (project);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  append_csv_header (out, claims);
  for (guint i = 0; i < les_claims_get_n (claims); i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      append_csv_row (out, project, claims, i);
    }
  return TRUE;
}

/* Markdown */

static void
append_markdown_piece (GString *out, const char *piece, gboolean changed)
{
  if (*piece == '\0')
    return;
  g_string_append (out, changed ? "**" : "");
  /* Blanks at the start of a piece would be dropped as the indentation of a line. */
  if (!changed)
    for (; *piece == ' '; piece++)
      g_string_append_c (out, ' ');
  les_markdown_append_name (out, piece);
  g_string_append (out, changed ? "**" : "");
}

static void
append_markdown_cell (GString *out, LesProject *project, LesClaims *claims, const LesClaim *claim, guint column)
{
  const LesClaimCell *cell = les_claim_get_cell (claim, column);
  g_autofree char *source = les_article_dup_name (get_article (claims, column));
  g_autofree char *verdicts = dup_verdicts (project, claims, claim, cell);

  if (cell->annotations->len == 0 && !cell->missing)
    return;
  g_string_append (out, "- *");
  les_markdown_append_name (out, source);
  g_string_append_c (out, '*');
  if (*verdicts != '\0')
    {
      g_string_append (out, " (");
      les_markdown_append_name (out, verdicts);
      g_string_append_c (out, ')');
    }
  for (guint i = 0; i < cell->annotations->len; i++)
    {
      g_string_append (out, i > 0 ? " / " : ": ");
      append_wording (out, claims, claim, column, cell->annotations->pdata[i], append_markdown_piece);
    }
  g_string_append_c (out, '\n');
}

/**
 * les_export_claims_markdown:
 * @out: appended to
 *
 * The claims table as a section of a document: for each statement what each
 * report has of it, bold where it differs from the first. Nothing without
 * links. Any thread.
 *
 * Returns: FALSE when cancelled
 */
gboolean
les_export_claims_markdown (LesProject *project, GString *out, GCancellable *cancellable, GError **error)
{
  g_autoptr (LesClaims) claims = les_claims_new (project);

  if (les_claims_get_n (claims) == 0)
    return TRUE;
  g_string_append_printf (out, "## %s\n\n", _("Claims"));
  for (guint i = 0; i < les_claims_get_n (claims); i++)
    {
      const LesClaim *claim = les_claims_get (claims, i);

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      g_string_append (out, "### ");
      /* Translators: heading of one statement of the claims table; %u is its number */
      g_string_append_printf (out, _("Claim %u"), i + 1);
      g_string_append (out, "\n\n");
      for (guint column = 0; column < claim->cells->len; column++)
        append_markdown_cell (out, project, claims, claim, column);
      g_string_append_c (out, '\n');
    }
  return TRUE;
}

/* HTML */

static void
append_html_piece (GString *out, const char *piece, gboolean changed)
{
  if (*piece == '\0')
    return;
  g_string_append (out, changed ? "<u>" : "");
  les_html_append (out, piece);
  g_string_append (out, changed ? "</u>" : "");
}

static void
append_html_cell (GString *out, LesProject *project, LesClaims *claims, const LesClaim *claim, guint column)
{
  const LesClaimCell *cell = les_claim_get_cell (claim, column);
  g_autofree char *verdicts = dup_verdicts (project, claims, claim, cell);

  g_string_append (out, "<td>");
  for (guint i = 0; i < cell->annotations->len; i++)
    {
      g_autofree char *id = les_html_dup_id ("a-", les_record_get_id (cell->annotations->pdata[i]));

      g_string_append_printf (out, "<p><a href=\"#%s\">", id);
      append_wording (out, claims, claim, column, cell->annotations->pdata[i], append_html_piece);
      g_string_append (out, "</a></p>");
    }
  if (*verdicts != '\0')
    {
      g_string_append (out, "<p class=\"meta\">");
      les_html_append (out, verdicts);
      g_string_append (out, "</p>");
    }
  g_string_append (out, "</td>");
}

static void
append_html_head (GString *out, LesClaims *claims)
{
  g_string_append (out, "<section>\n<h2 id=\"claims\">");
  les_html_append (out, _("Claims"));
  g_string_append (out, "</h2>\n<table class=\"claims\">\n<thead><tr><th></th>");
  for (guint i = 0; i < les_claims_get_articles (claims)->len; i++)
    {
      g_autofree char *source = les_article_dup_name (get_article (claims, i));

      g_string_append (out, "<th scope=\"col\">");
      les_html_append (out, source);
      g_string_append (out, "</th>");
    }
  g_string_append (out, "</tr></thead>\n<tbody>\n");
}

/**
 * les_export_claims_html:
 * @out: appended to
 *
 * The claims table as a section of a page, underlined where a wording differs
 * from the first; passages lead to the annotations of the page. Nothing without
 * links. Any thread.
 *
 * Returns: FALSE when cancelled
 */
gboolean
les_export_claims_html (LesProject *project, GString *out, GCancellable *cancellable, GError **error)
{
  g_autoptr (LesClaims) claims = les_claims_new (project);

  if (les_claims_get_n (claims) == 0)
    return TRUE;
  append_html_head (out, claims);
  for (guint i = 0; i < les_claims_get_n (claims); i++)
    {
      const LesClaim *claim = les_claims_get (claims, i);

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      g_string_append_printf (out, "<tr><th scope=\"row\">%u</th>", i + 1);
      for (guint column = 0; column < claim->cells->len; column++)
        append_html_cell (out, project, claims, claim, column);
      g_string_append (out, "</tr>\n");
    }
  g_string_append (out, "</tbody>\n</table>\n</section>\n");
  return TRUE;
}
