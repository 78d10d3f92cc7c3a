/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-unmatched.h"

static int
compare_ranges (gconstpointer a, gconstpointer b)
{
  return les_text_range_compare (*(const LesTextRange *) a, *(const LesTextRange *) b);
}

/* Sorted, without overlaps. */
static GArray *
join_ranges (GArray *ranges)
{
  g_autoptr (GArray) sorted = g_array_copy (ranges);
  GArray *joined = g_array_new (FALSE, FALSE, sizeof (LesTextRange));

  g_array_sort (sorted, compare_ranges);
  for (guint i = 0; i < sorted->len; i++)
    {
      LesTextRange range = g_array_index (sorted, LesTextRange, i);
      LesTextRange *last = joined->len > 0 ? &g_array_index (joined, LesTextRange, joined->len - 1) : NULL;

      if (last != NULL && range.start <= last->end)
        last->end = MAX (last->end, range.end);
      else
        g_array_append_val (joined, range);
    }
  return joined;
}

/* How much of @range is covered; @next moves on past what ends before it. */
static int
count_covered (GArray *covered, LesTextRange range, guint *next)
{
  int n = 0;

  while (*next < covered->len && g_array_index (covered, LesTextRange, *next).end <= range.start)
    (*next)++;
  for (guint i = *next; i < covered->len && g_array_index (covered, LesTextRange, i).start < range.end; i++)
    n += les_text_range_length (les_text_range_intersect (g_array_index (covered, LesTextRange, i), range));
  return n;
}

static gboolean
is_wanted (LesDocument *document, LesTextRange sentence, gboolean headings)
{
  const LesBlock *block = les_document_get_block_at (document, sentence.start);

  return block == NULL || les_block_role_is_prose (block->role)
         || (headings && les_block_role_is_heading (block->role));
}

static gboolean
in_one_block (LesDocument *document, LesTextRange a, LesTextRange b)
{
  return les_document_get_block_at (document, a.start) == les_document_get_block_at (document, b.start);
}

/**
 * les_unmatched_find:
 * @matched: (element-type LesTextRange): passages that have a counterpart, in any order
 * @headings: whether headings count too, or running text only
 *
 * Which sentences have less than half of their characters in @matched;
 * neighbours in one paragraph are joined. Linear but for the sorting of
 * @matched. Unicode characters. Any thread.
 *
 * Returns: (transfer full) (element-type LesTextRange): in the order of the text
 */
GArray *
les_unmatched_find (LesDocument *document, GArray *matched, gboolean headings)
{
  g_autoptr (GArray) covered = join_ranges (matched);
  GArray *found = g_array_new (FALSE, FALSE, sizeof (LesTextRange));
  LesTextRange *run = NULL;
  const LesTextRange *sentences;
  guint n_sentences;
  guint next = 0;

  sentences = les_document_get_sentences (document, &n_sentences);
  for (guint i = 0; i < n_sentences; i++)
    {
      int n_covered = count_covered (covered, sentences[i], &next);

      if (!is_wanted (document, sentences[i], headings) || 2 * n_covered >= les_text_range_length (sentences[i]))
        {
          run = NULL;
          continue;
        }
      if (run != NULL && in_one_block (document, *run, sentences[i]))
        run->end = sentences[i].end;
      else
        {
          g_array_append_val (found, sentences[i]);
          run = &g_array_index (found, LesTextRange, found->len - 1);
        }
    }
  return found;
}
