/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-cli.h"
#include "les-cli-files.h"
#include "les-cli-json.h"
#include "les-comparer.h"
#include "les-export-comparison-csv.h"
#include "les-export-comparison-html.h"
#include "les-fine-diff.h"
#include "les-joining.h"

#include <stdio.h>
#include <string.h>

static const char * const kinds[] = { "verbatim", "edited", "reworded" };
static const char * const grades[] = { "possible", "probable", "asserted" };
static const char * const positions[] = { "headline", "lead", "body", "whole" };
static const char * const details[] = { "number", "date", "name", "negation", "hedge", "quotation" };

static void
add_side (JsonBuilder *json, const char *name, const LesCliArticle *side)
{
  g_autofree char *heading = les_article_dup_heading (side->article);

  json_builder_set_member_name (json, name);
  json_builder_begin_object (json);
  les_cli_json_string (json, "name", side->name);
  les_cli_json_string (json, "title", heading);
  les_cli_json_string (json, "text", les_text_get_utf8 (les_document_get_text (side->document)));
  les_cli_json_int (json, "words", les_document_get_n_words (side->document));
  json_builder_end_object (json);
}

static void
add_details (JsonBuilder *json, const LesMatch *match)
{
  json_builder_set_member_name (json, "details");
  json_builder_begin_array (json);
  for (guint i = 0; i < match->details->len; i++)
    {
      const LesDetail *detail = &g_array_index (match->details, LesDetail, i);

      json_builder_begin_object (json);
      les_cli_json_string (json, "kind", details[detail->kind]);
      les_cli_json_range (json, "left", detail->left);
      les_cli_json_range (json, "right", detail->right);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static void
add_differences (JsonBuilder *json, const LesMatch *match)
{
  json_builder_set_member_name (json, "differences");
  json_builder_begin_array (json);
  for (guint i = 0; i < match->differences->len; i++)
    {
      const LesDifference *difference = &g_array_index (match->differences, LesDifference, i);

      json_builder_begin_object (json);
      les_cli_json_range (json, "left", difference->left);
      les_cli_json_range (json, "right", difference->right);
      json_builder_set_member_name (json, "moved");
      json_builder_add_boolean_value (json, difference->moved);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static void
add_match (JsonBuilder *json, const LesMatch *match)
{
  json_builder_begin_object (json);
  les_cli_json_range (json, "left", match->left);
  les_cli_json_range (json, "right", match->right);
  les_cli_json_string (json, "kind", kinds[match->kind]);
  les_cli_json_string (json, "grade", grades[match->grade]);
  json_builder_set_member_name (json, "moved");
  json_builder_add_boolean_value (json, match->moved);
  les_cli_json_int (json, "score", match->score);
  les_cli_json_string (json, "evidence", match->evidence != NULL ? match->evidence : "");
  add_details (json, match);
  add_differences (json, match);
  json_builder_end_object (json);
}

static void
add_shared (JsonBuilder *json, LesMatchSet *matches)
{
  json_builder_set_member_name (json, "shared");
  json_builder_begin_object (json);
  les_cli_json_int (json, "left", les_match_set_get_shared_left (matches));
  les_cli_json_int (json, "right", les_match_set_get_shared_right (matches));
  json_builder_end_object (json);
}

static void
add_shares_of (JsonBuilder *json, const char *side, const LesShareCount *counts)
{
  json_builder_set_member_name (json, side);
  json_builder_begin_object (json);
  for (guint i = 0; i < LES_N_SHARE_POSITIONS; i++)
    {
      json_builder_set_member_name (json, positions[i]);
      json_builder_begin_object (json);
      les_cli_json_int (json, "taken_over", counts[i].taken_over);
      les_cli_json_int (json, "reworded", counts[i].reworded);
      les_cli_json_int (json, "own", counts[i].own);
      json_builder_end_object (json);
    }
  json_builder_end_object (json);
}

static void
add_shares (JsonBuilder *json, LesMatchSet *matches)
{
  const LesShares *shares = les_match_set_get_shares (matches);

  json_builder_set_member_name (json, "shares");
  json_builder_begin_object (json);
  add_shares_of (json, "left", shares->left);
  add_shares_of (json, "right", shares->right);
  json_builder_end_object (json);
}

static void
print_json (const LesCliArticle *left, const LesCliArticle *right, LesMatchSet *matches)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();

  json_builder_begin_object (json);
  add_side (json, "left", left);
  add_side (json, "right", right);
  json_builder_set_member_name (json, "matches");
  json_builder_begin_array (json);
  for (guint i = 0; i < les_match_set_get_n (matches); i++)
    add_match (json, les_match_set_get (matches, i));
  json_builder_end_array (json);
  add_shared (json, matches);
  add_shares (json, matches);
  json_builder_end_object (json);
  les_cli_json_print (json);
}

static char *
dup_on_one_line (const LesCliArticle *side, LesTextRange range)
{
  g_autofree char *words = les_text_dup_range (les_document_get_text (side->document), range);
  g_auto (GStrv) parts = g_strsplit_set (words, " \t\r\n", -1);
  GString *line = g_string_new (NULL);

  for (int i = 0; parts[i] != NULL; i++)
    {
      if (*parts[i] == '\0')
        continue;
      if (line->len > 0)
        g_string_append_c (line, ' ');
      g_string_append (line, parts[i]);
    }
  return g_string_free (line, FALSE);
}

static void
print_side (const char *label, const LesCliArticle *side)
{
  g_autofree char *heading = les_article_dup_heading (side->article);

  les_cli_print ("%-6s %s · %s · %d words\n", label, side->name, heading,
                 les_document_get_n_words (side->document));
}

static void
print_details (const LesCliArticle *left, const LesCliArticle *right, const LesMatch *match)
{
  for (guint i = 0; i < match->details->len; i++)
    {
      const LesDetail *detail = &g_array_index (match->details, LesDetail, i);
      g_autofree char *here = dup_on_one_line (left, detail->left);
      g_autofree char *there = dup_on_one_line (right, detail->right);

      les_cli_print ("       %s: %s | %s\n", details[detail->kind], *here ? here : "-", *there ? there : "-");
    }
}

static void
print_match (guint number, const LesCliArticle *left, const LesCliArticle *right, const LesMatch *match)
{
  g_autofree char *here = dup_on_one_line (left, match->left);
  g_autofree char *there = dup_on_one_line (right, match->right);

  les_cli_print ("\n%4u  %s, %s, %d.%d %%%s\n", number, kinds[match->kind], grades[match->grade],
                 match->score / 10, match->score % 10, match->moved ? ", moved" : "");
  les_cli_print ("    <  %s\n    >  %s\n", here, there);
  print_details (left, right, match);
}

static void
print_share (const LesShareCount *count)
{
  int taken_over = les_share_count_get_thousandths (count, count->taken_over);
  int reworded = les_share_count_get_thousandths (count, count->reworded);
  int own = les_share_count_get_thousandths (count, count->own);

  les_cli_print ("taken over %d.%d %%, reworded %d.%d %%, own %d.%d %%", taken_over / 10, taken_over % 10,
                 reworded / 10, reworded % 10, own / 10, own % 10);
}

/* One line: how much of an article stands in the other, in all and by place. */
static void
print_shares (const char *label, const LesShareCount *counts)
{
  les_cli_print ("%-6s ", label);
  print_share (&counts[LES_SHARE_WHOLE]);
  for (guint i = 0; i < LES_SHARE_WHOLE; i++)
    if (les_share_count_get_n_words (&counts[i]) > 0)
      {
        les_cli_print (" · %s: ", positions[i]);
        print_share (&counts[i]);
      }
  les_cli_print ("\n");
}

static void
print_lines (const LesCliArticle *left, const LesCliArticle *right, LesMatchSet *matches)
{
  guint n = les_match_set_get_n (matches);
  int shared_left = les_match_set_get_shared_left (matches);
  int shared_right = les_match_set_get_shared_right (matches);
  const LesShares *shares = les_match_set_get_shares (matches);

  print_side ("left", left);
  print_side ("right", right);
  les_cli_print ("%u %s in both · %d.%d %% of the left, %d.%d %% of the right text\n",
                 n, n == 1 ? "passage" : "passages",
                 shared_left / 10, shared_left % 10, shared_right / 10, shared_right % 10);
  print_shares ("left", shares->left);
  print_shares ("right", shares->right);
  for (guint i = 0; i < n; i++)
    print_match (i + 1, left, right, les_match_set_get (matches, i));
}

typedef enum
{
  OUTPUT_LINES,
  OUTPUT_JSON,
  OUTPUT_CSV,
  OUTPUT_HTML,
} Output;

static int
print_table (const LesCliArticle *left, const LesCliArticle *right, LesMatchSet *matches, Output output, const char *path)
{
  g_autoptr (LesMatchSet) none = NULL;
  g_autoptr (LesMatchSet) passages = les_joining_join (matches, left->document, right->document, NULL, 0, &none);
  g_autoptr (LesPassageTable) table = les_passage_table_new (left->article, right->article, passages);
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  if (output == OUTPUT_CSV)
    les_export_comparison_csv (table, out, NULL);
  else
    les_export_comparison_html (table, out, NULL);
  if (path == NULL)
    {
      fwrite (out->str, 1, out->len, stdout);
      return LES_EXIT_DONE;
    }
  if (g_file_set_contents_full (path, out->str, (gssize) out->len, G_FILE_SET_CONTENTS_CONSISTENT, 0666, &error))
    return LES_EXIT_DONE;
  les_cli_report_error (path, error);
  return LES_EXIT_INPUT;
}

static int
compare_articles (char **arguments, gboolean raw, LesFineDiff fine, Output output, const char *path)
{
  g_auto (LesCliArticle) left = { 0 };
  g_auto (LesCliArticle) right = { 0 };
  g_autoptr (LesMatchSet) matches = NULL;
  g_autoptr (GError) error = NULL;
  gboolean left_is_there = les_cli_load_article (arguments[0], raw, &left);

  if (!les_cli_load_article (arguments[1], raw, &right) || !left_is_there)
    return LES_EXIT_INPUT;

  matches = les_compare (left.document, right.document, les_article_count_days_between (left.article, right.article),
                         NULL, &error);
  if (matches == NULL)
    {
      les_cli_report (NULL, error->message);
      return LES_EXIT_INPUT;
    }
  les_fine_diff_add (matches, left.document, right.document, fine);
  if (output == OUTPUT_CSV || output == OUTPUT_HTML)
    return print_table (&left, &right, matches, output, path);
  if (output == OUTPUT_JSON)
    print_json (&left, &right, matches);
  else
    print_lines (&left, &right, matches);
  return LES_EXIT_DONE;
}

/* Returns: whether @format names one, or none is named */
static gboolean
choose_output (const char *format, gboolean as_json, Output *output)
{
  *output = as_json ? OUTPUT_JSON : OUTPUT_LINES;
  if (format == NULL)
    return TRUE;
  *output = strcmp (format, "csv") == 0 ? OUTPUT_CSV : OUTPUT_HTML;
  return !as_json && (*output == OUTPUT_CSV || strcmp (format, "html") == 0);
}

static int
run (GStrv arguments)
{
  g_auto (GStrv) names = NULL;
  gboolean raw = FALSE;
  g_autofree char *format = NULL;
  g_autofree char *path = NULL;
  gboolean as_json = FALSE;
  gboolean with_case = FALSE;
  gboolean with_marks = FALSE;
  Output output;
  const GOptionEntry entries[] = {
    { "json", 'j', 0, G_OPTION_ARG_NONE, &as_json, "Print JSON", NULL },
    { "to", 't', 0, G_OPTION_ARG_FILENAME, &format, "Print a table of passages: csv or html", "FORMAT" },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &path, "Where to put that table; standard output if not given", "FILE" },
    { "case", 0, 0, G_OPTION_ARG_NONE, &with_case, "Show capitals as differences too", NULL },
    { "quotation-marks", 0, 0, G_OPTION_ARG_NONE, &with_marks, "Show the style of quotation marks as differences too", NULL },
    { "raw", 'r', 0, G_OPTION_ARG_NONE, &raw, "Take the text of files as it stands", NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &names, NULL, NULL },
    G_OPTION_ENTRY_NULL
  };
  int status;

  if (!les_cli_parse (&les_command_compare, entries, &arguments, &status))
    return status;
  if (names == NULL || g_strv_length (names) != 2)
    return les_cli_misuse (&les_command_compare, "name two articles");

  if (!choose_output (format, as_json, &output))
    return les_cli_misuse (&les_command_compare, "the format is one of csv html, or --json alone");
  if (path != NULL && format == NULL)
    return les_cli_misuse (&les_command_compare, "--output needs --to");

  return compare_articles (names, raw, (with_case ? LES_FINE_DIFF_CASE : 0) | (with_marks ? LES_FINE_DIFF_MARKS : 0),
                           output, path);
}

const LesCommand les_command_compare = {
  "compare",
  "[--json | --to FORMAT [-o FILE]] [--case] [--quotation-marks] [--raw] LEFT RIGHT",
  "Find what two articles (files, or PROJECT.lesart#ID) both say",
  run,
};
