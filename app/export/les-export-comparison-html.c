/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-export-comparison-html.h"

#include <glib/gi18n-lib.h>

#include "les-export-data.h"
#include "les-html-text.h"
#include "les-match-terms.h"
#include "les-passage-pieces.h"

static const char style[] =
  ":root{color-scheme:light dark}"
  "body{max-width:72rem;margin:2rem auto;padding:0 1rem;font:1rem/1.5 Georgia,'Noto Serif',serif;overflow-wrap:anywhere}"
  "h1,th,.kind,.meta,.legend{font-family:system-ui,Cantarell,sans-serif;line-height:1.35}"
  "table{border-collapse:collapse;width:100%;table-layout:fixed}"
  "col.kind{width:9.5rem}"
  "th,td{text-align:start;vertical-align:top;padding:.5rem .6rem;border-bottom:1px solid}"
  "td.text{white-space:pre-line}"
  ".kind,.meta,.legend{font-size:.85rem}"
  ".kind b{display:block}"
  "tr.asserted td.kind{border-inline-start:.3rem solid}"
  "tr.probable td.kind{border-inline-start:.3rem dotted}"
  "tr.possible td.kind{border-inline-start:1px solid}"
  "tr.unmatched td.kind{border-inline-start:.3rem dashed #77767b}"
  "u{text-decoration:underline wavy;text-underline-offset:.15em}"
  "u.moved{text-decoration:underline dotted}"
  "strong{font-weight:inherit;text-decoration:underline double;text-underline-offset:.15em}"
  ".legend span{margin-inline-end:1.2rem}"
  "@media print{body{max-width:none;margin:0;font-size:9.5pt}thead{display:table-header-group}tr{break-inside:avoid}}";

/* Nothing may be loaded or run: only the style sheet of this very page counts. */
static void
append_head (GString *out, const char *title)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 digest[32];
  gsize length = sizeof digest;
  g_autofree char *hash = NULL;

  g_checksum_update (checksum, (const guchar *) style, -1);
  g_checksum_get_digest (checksum, digest, &length);
  hash = g_base64_encode (digest, length);
  /* Translators: the code of the language that you translate into, as in "de" */
  g_string_append_printf (out, "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n",
                          C_("language code", "en"));
  g_string_append_printf (out,
                          "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                          "style-src 'sha256-%s'; base-uri 'none'; form-action 'none'\">\n"
                          "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>", hash);
  les_html_append (out, title);
  g_string_append_printf (out, "</title>\n<style>%s</style>\n</head>\n<body>\n<h1>", style);
  les_html_append (out, title);
  g_string_append (out, "</h1>\n");
}

static void
append_legend (GString *out)
{
  const struct
  {
    const char *open;
    const char *words;
    const char *close;
  } items[] = {
    { "<u>", _("other words there"), "</u>" },
    { "<s>", _("only here"), "</s>" },
    { "‸ ", _("more there"), "" },
    { "<u class=\"moved\">", _("stands elsewhere"), "</u>" },
    { "<strong>", _("detail that differs"), "</strong>" },
  };

  g_string_append (out, "<p class=\"legend\">");
  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    {
      g_string_append_printf (out, "<span>%s", items[i].open);
      les_html_append (out, items[i].words);
      g_string_append_printf (out, "%s</span>\n", items[i].close);
    }
  g_string_append (out, "</p>\n");
}

static void
append_language (GString *out, LesArticle *article)
{
  const char *language = les_article_get (article, LES_ARTICLE_LANGUAGE);

  if (language == NULL)
    return;
  g_string_append (out, " lang=\"");
  les_html_append (out, language);
  g_string_append_c (out, '"');
}

static void
append_column_head (GString *out, LesArticle *article)
{
  g_autofree char *heading = les_article_dup_heading (article);
  g_autofree char *details = les_export_dup_details (article);

  g_string_append (out, "<th scope=\"col\"");
  append_language (out, article);
  g_string_append_c (out, '>');
  les_html_append (out, heading);
  if (details != NULL && *details != '\0')
    {
      g_string_append (out, "<div class=\"meta\">");
      les_html_append (out, details);
      g_string_append (out, "</div>");
    }
  g_string_append (out, "</th>\n");
}

static void
append_piece (GString *out, LesText *text, const LesPiece *piece)
{
  static const char * const open[] = { "", "<u>", "<s>", "‸", "<u class=\"moved\">", "<strong>" };
  static const char * const close[] = { "", "</u>", "</s>", "", "</u>", "</strong>" };

  g_string_append (out, open[piece->kind]);
  les_html_append_range (out, text, piece->range);
  g_string_append (out, close[piece->kind]);
}

static void
append_passage (GString *out, LesPassageTable *table, const LesPassageRow *row, LesSide side)
{
  g_autoptr (GArray) pieces = les_passage_row_get_pieces (row, side);

  g_string_append (out, "<td class=\"text\"");
  append_language (out, les_passage_table_get_article (table, side));
  g_string_append_c (out, '>');
  for (guint i = 0; i < pieces->len; i++)
    append_piece (out, les_passage_table_get_text (table, side), &g_array_index (pieces, LesPiece, i));
  g_string_append (out, "</td>\n");
}

static void
append_kind (GString *out, const LesMatch *match)
{
  g_autofree char *score = NULL;

  g_string_append (out, "<td class=\"kind\"><b>");
  if (match == NULL)
    {
      les_html_append (out, _("No counterpart found"));
      g_string_append (out, "</b></td>\n");
      return;
    }
  score = les_match_terms_dup_score (match);
  les_html_append (out, les_match_terms_get_kind (match->kind));
  g_string_append (out, "</b>");
  les_html_append (out, les_match_terms_get_grade (match->grade));
  if (match->moved)
    {
      g_string_append (out, " · ");
      les_html_append (out, _("moved"));
    }
  g_string_append (out, "<br>");
  les_html_append (out, score);
  g_string_append (out, "</td>\n");
}

static void
append_row (GString *out, LesPassageTable *table, const LesPassageRow *row)
{
  static const char * const grades[] = { "possible", "probable", "asserted" };

  g_string_append_printf (out, "<tr class=\"%s\">\n", row->match != NULL ? grades[row->match->grade] : "unmatched");
  append_kind (out, row->match);
  append_passage (out, table, row, LES_SIDE_LEFT);
  append_passage (out, table, row, LES_SIDE_RIGHT);
  g_string_append (out, "</tr>\n");
}

/**
 * les_export_comparison_html:
 * @out: appended to
 * @cancellable: (nullable): what it stops by, in the middle
 *
 * A comparison as one page that stands for itself: passages in rows, left and
 * right, differences marked, what has no counterpart between. Loads nothing, runs
 * nothing; fit for print. Labels are in the user's language.
 */
void
les_export_comparison_html (LesPassageTable *table, GString *out, GCancellable *cancellable)
{
  append_head (out, _("Comparison of Two Reports"));
  append_legend (out);
  g_string_append (out, "<table>\n<colgroup><col class=\"kind\"><col><col></colgroup>\n<thead><tr>\n<th scope=\"col\">");
  les_html_append (out, _("Match"));
  g_string_append (out, "</th>\n");
  for (int side = 0; side < LES_N_SIDES; side++)
    append_column_head (out, les_passage_table_get_article (table, side));
  g_string_append (out, "</tr></thead>\n<tbody>\n");
  for (guint i = 0; i < les_passage_table_get_n_rows (table) && !g_cancellable_is_cancelled (cancellable); i++)
    append_row (out, table, les_passage_table_get_row (table, i));
  g_string_append (out, "</tbody>\n</table>\n</body>\n</html>\n");
}
