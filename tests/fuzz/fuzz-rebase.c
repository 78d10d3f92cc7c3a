/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdint.h>
#include <string.h>

#include "les-document.h"
#include "les-edited-text.h"
#include "les-rebase.h"
#include "les-rebased-blocks.h"

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static LesText *
make_text (const uint8_t *data, size_t size)
{
  g_autofree char *valid = g_utf8_make_valid ((const char *) data, size);

  return les_text_new (valid, -1);
}

static void
check_kept (const LesKeptSet *kept, LesText *before, LesText *after)
{
  int before_end = 0;
  int after_end = 0;

  for (guint i = 0; i < kept->in_order->len; i++)
    {
      const LesKept *piece = &g_array_index (kept->in_order, LesKept, i);
      g_autofree char *a = les_text_dup_range (before, LES_TEXT_RANGE (piece->before, piece->before + piece->n));
      g_autofree char *b = les_text_dup_range (after, LES_TEXT_RANGE (piece->after, piece->after + piece->n));

      if (piece->n < 1 || piece->before < before_end || piece->after < after_end || strcmp (a, b) != 0)
        g_error ("piece %u is not what stayed", i);
      before_end = piece->before + piece->n;
      after_end = piece->after + piece->n;
    }
  if (before_end > les_text_get_n_chars (before) || after_end > les_text_get_n_chars (after))
    g_error ("pieces reach beyond the text");
}

static void
check_ranges (LesRebase *rebase, LesText *before, LesText *after)
{
  int n = les_text_get_n_chars (before);

  for (int start = 0; start < n; start += 1 + n / 40)
    for (int length = 1; length < 200; length *= 3)
      {
        LesRebased rebased = les_rebase_range (rebase, LES_TEXT_RANGE (start, start + length));

        if (rebased.range.start < 0 || rebased.range.end < rebased.range.start
            || rebased.range.end > les_text_get_n_chars (after)
            || les_text_range_is_empty (rebased.range) != (rebased.verdict == LES_REBASE_UNPLACED))
          g_error ("range %d to %d went to %d to %d", start, start + length, rebased.range.start, rebased.range.end);
      }
}

static void
check_blocks (LesRebase *rebase, LesText *before, LesText *after)
{
  g_autoptr (LesDocument) document = les_document_new (before, NULL);
  g_autoptr (GArray) blocks = g_array_new (FALSE, FALSE, sizeof (LesBlock));
  g_autoptr (GArray) rebased = NULL;
  const LesBlock *items;
  guint n;
  int end = 0;

  items = les_document_get_blocks (document, &n);
  g_array_append_vals (blocks, items, n);
  rebased = les_rebased_blocks_new (rebase, blocks, after);
  for (guint i = 0; i < rebased->len; i++)
    {
      LesTextRange range = g_array_index (rebased, LesBlock, i).range;

      if (range.start < end || range.end <= range.start || range.end > les_text_get_n_chars (after))
        g_error ("block %u is out of order", i);
      end = range.end;
    }
}

/* The two texts are what stands before and behind the first byte 0, or two
 * halves that overlap. */
int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  const uint8_t *zero = size > 0 ? memchr (data, 0, size) : NULL;
  size_t first = zero != NULL ? (size_t) (zero - data) : size - size / 3;
  size_t second = zero != NULL ? first + 1 : size / 3;
  g_autoptr (LesText) before = make_text (data, first);
  g_autoptr (LesText) after = make_text (data + second, size - second);
  g_autoptr (LesRebase) rebase = les_rebase_new (before, after, NULL);
  g_autoptr (LesText) edited = les_edited_text_new (before, les_text_get_utf8 (after));

  check_kept (les_rebase_get_kept (rebase), before, after);
  check_ranges (rebase, before, after);
  check_blocks (rebase, before, after);
  if (les_text_get_n_chars (edited) < 0)
    g_error ("no text");
  return 0;
}
