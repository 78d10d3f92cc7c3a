/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdint.h>
#include <string.h>

#include "les-comparer.h"
#include "les-fine-diff.h"
#include "les-joining.h"
#include "les-quotations.h"

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static LesDocument *
make_document (const uint8_t *data, size_t size, gboolean is_raw)
{
  g_autofree char *valid = g_utf8_make_valid ((const char *) data, size);
  g_autoptr (LesText) text = les_text_new (valid, -1);

  return is_raw ? les_document_new_raw (text, "de") : les_document_new (text, "en");
}

static void
check_range (LesTextRange range, LesTextRange outer)
{
  if (range.start < outer.start || range.end < range.start || range.end > outer.end)
    g_error ("range %d to %d outside %d to %d", range.start, range.end, outer.start, outer.end);
}

static void
check_match (const LesMatch *match, LesDocument *left, LesDocument *right)
{
  check_range (match->left, les_text_get_range (les_document_get_text (left)));
  check_range (match->right, les_text_get_range (les_document_get_text (right)));
  for (guint i = 0; i < match->differences->len; i++)
    {
      const LesDifference *difference = &g_array_index (match->differences, LesDifference, i);

      check_range (difference->left, match->left);
      check_range (difference->right, match->right);
    }
  for (guint i = 0; i < match->details->len; i++)
    {
      const LesDetail *detail = &g_array_index (match->details, LesDetail, i);

      check_range (detail->left, match->left);
      check_range (detail->right, match->right);
    }
}

/* Every word counts once, in one place. */
static void
check_shares (const LesShareCount *counts)
{
  int n = 0;

  for (guint i = 0; i < LES_SHARE_WHOLE; i++)
    n += les_share_count_get_n_words (&counts[i]);
  if (n != les_share_count_get_n_words (&counts[LES_SHARE_WHOLE]))
    g_error ("%d words by place, %d in all", n, les_share_count_get_n_words (&counts[LES_SHARE_WHOLE]));
}

/* No passage is lost, whatever is dropped. */
static void
check_joined (LesMatchSet *found, LesDocument *left, LesDocument *right)
{
  guint n = les_match_set_get_n (found);
  const LesMatch *middle = n > 0 ? les_match_set_get (found, n / 2) : NULL;
  LesMatchEnds ends = { { 0, 0 }, { 0, 0 } };
  g_autoptr (LesMatchSet) dropped = NULL;
  g_autoptr (LesMatchSet) kept = NULL;
  guint n_parts = 0;

  if (middle != NULL)
    ends = (LesMatchEnds) { middle->left, middle->right };
  kept = les_joining_join (found, left, right, &ends, 1, &dropped);
  les_fine_diff_add (kept, left, right, LES_FINE_DIFF_CASE | LES_FINE_DIFF_MARKS);
  for (guint i = 0; i < les_match_set_get_n (kept); i++)
    {
      const LesMatch *match = les_match_set_get (kept, i);

      check_match (match, left, right);
      n_parts += match->parts != NULL ? match->parts->len : 1;
    }
  if (n_parts + les_match_set_get_n (dropped) != n)
    g_error ("%u matches of %u and %u dropped", n_parts, n, les_match_set_get_n (dropped));
}

static void
check_quotations (LesDocument *document)
{
  g_autoptr (GArray) found = les_quotations_find (document);

  for (guint i = 0; i < found->len; i++)
    {
      const LesQuotation *quotation = &g_array_index (found, LesQuotation, i);

      check_range (quotation->range, les_text_get_range (les_document_get_text (document)));
      check_range (quotation->words, quotation->range);
    }
}

static void
check_pair (LesDocument *left, LesDocument *right)
{
  g_autoptr (LesMatchSet) set = les_compare (left, right, -1, NULL, NULL);
  LesTextRange whole = les_text_get_range (les_document_get_text (left));
  g_autoptr (LesMatch) match = les_compare_passages (left, whole, right, les_text_get_range (les_document_get_text (right)));
  g_autoptr (GArray) best = les_compare_find_counterparts (left, LES_TEXT_RANGE (0, MIN (80, whole.end)), right, 3);

  for (guint i = 0; i < les_match_set_get_n (set); i++)
    check_match (les_match_set_get (set, i), left, right);
  check_joined (set, left, right);
  check_quotations (left);
  check_match (match, left, right);
  check_shares (les_match_set_get_shares (set)->left);
  check_shares (les_match_set_get_shares (set)->right);
  for (guint i = 0; i < best->len; i++)
    check_match (g_array_index (best, LesMatch *, i), left, right);
}

/* The two texts are what stands before and behind the first byte 0, or two
 * halves that overlap. */
int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  const uint8_t *zero = size > 0 ? memchr (data, 0, size) : NULL;
  size_t first = zero != NULL ? (size_t) (zero - data) : size - size / 3;
  size_t second = zero != NULL ? first + 1 : size / 3;
  g_autoptr (LesDocument) left = make_document (data, first, FALSE);
  g_autoptr (LesDocument) right = make_document (data + second, size - second, TRUE);

  check_pair (left, right);
  check_pair (right, left);
  return 0;
}
