/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-export-comparison-csv.h"

#include "les-csv.h"

static const char * const kinds[] = { "verbatim", "edited", "reworded" };
static const char * const grades[] = { "possible", "probable", "asserted" };
static const char * const details[] = { "number", "date", "name", "negation", "hedge", "quotation" };

static void
append_header (GString *out)
{
  const char * const columns[] = {
    "row", "kind", "grade", "moved", "score", "left_start", "left_end", "left_words",
    "right_start", "right_end", "right_words", "details",
  };

  les_csv_append_header (out, columns, G_N_ELEMENTS (columns));
}

/* "number: sixth | fifth; date: ... | ..." */
static char *
join_details (LesPassageTable *table, const LesMatch *match)
{
  GString *joined = g_string_new (NULL);

  for (guint i = 0; match != NULL && i < match->details->len; i++)
    {
      const LesDetail *detail = &g_array_index (match->details, LesDetail, i);
      g_autofree char *left = les_text_dup_range (les_passage_table_get_text (table, LES_SIDE_LEFT), detail->left);
      g_autofree char *right = les_text_dup_range (les_passage_table_get_text (table, LES_SIDE_RIGHT), detail->right);

      g_string_append_printf (joined, "%s%s: %s | %s", i > 0 ? "; " : "", details[detail->kind], left, right);
    }
  return g_string_free (joined, FALSE);
}

static void
append_passage (GString *out, LesPassageTable *table, const LesPassageRow *row, LesSide side)
{
  LesTextRange range = les_passage_row_get_range (row, side);
  g_autofree char *words = NULL;

  if (les_text_range_is_empty (range))
    {
      g_string_append (out, ",,,");
      return;
    }
  words = les_text_dup_range (les_passage_table_get_text (table, side), range);
  les_csv_append_number (out, range.start);
  les_csv_append_number (out, range.end);
  les_csv_append_cell (out, words, FALSE);
}

static void
append_row (GString *out, LesPassageTable *table, guint index)
{
  const LesPassageRow *row = les_passage_table_get_row (table, index);
  const LesMatch *match = row->match;
  g_autofree char *joined = join_details (table, match);

  g_string_append_printf (out, "%u", index + 1);
  les_csv_append_cell (out, match != NULL ? kinds[match->kind] : "unmatched", FALSE);
  les_csv_append_cell (out, match != NULL ? grades[match->grade] : NULL, FALSE);
  les_csv_append_cell (out, match != NULL && match->moved ? "yes" : NULL, FALSE);
  if (match != NULL)
    les_csv_append_number (out, match->score);
  else
    g_string_append_c (out, ',');
  append_passage (out, table, row, LES_SIDE_LEFT);
  append_passage (out, table, row, LES_SIDE_RIGHT);
  les_csv_append_cell (out, joined, FALSE);
  g_string_append (out, LES_CSV_LINE_END);
}

/**
 * les_export_comparison_csv:
 * @out: appended to
 * @cancellable: (nullable): what it stops by, in the middle
 *
 * A comparison as a table after RFC 4180, one row for each match and for each
 * passage without counterpart ("unmatched"). Column names and the words for
 * kinds are fixed and not translated. Offsets count Unicode characters, the
 * score thousandths.
 */
void
les_export_comparison_csv (LesPassageTable *table, GString *out, GCancellable *cancellable)
{
  append_header (out);
  for (guint i = 0; i < les_passage_table_get_n_rows (table) && !g_cancellable_is_cancelled (cancellable); i++)
    append_row (out, table, i);
}
