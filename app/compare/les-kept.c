/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-kept.h"

#include <string.h>

#include "les-aligner.h"
#include "les-anchors.h"
#include "les-chain.h"
#include "les-char-diff.h"
#include "les-match.h"

/*
 * The difference of two versions of one text. What is the same at both ends is
 * set apart first, which settles a single edit wholly. In the middle, words and
 * groups of words that stand once in each text anchor the rest (patience
 * difference); what lies between two anchors is aligned when it is short, and
 * anchored anew by what is unique once the other words are taken. In the end
 * every stretch grows by single characters, and short gaps whose sides are alike
 * are aligned character by character. Nothing is ever tried in all ways:
 * the cost is n log n and a bounded table for each gap.
 */

/* Each round finds what is unique among the words that the rounds before left. */
#define MAX_ROUNDS 4
/* Fewer words than that stand elsewhere by chance. */
#define MIN_MOVED_TOKENS 3
/* Words are shorter. */
#define MAX_WORD_CHARS 400

/* One of the two texts. Offsets are Unicode characters. */
typedef struct
{
  LesText *text;
  LesTextRange middle;       /* what differs */
  gunichar *chars;           /* of the middle */
  LesDocument *document;
  LesTokens *tokens;         /* the words that the middle touches */
  guint8 *taken;             /* for each token: it has a partner */
} Version;

typedef struct
{
  Version before;
  Version after;
  LesVocabulary *vocabulary;
  LesWeights *weights;
  GPtrArray *chained;        /* of LesMatch in tokens, in order */
  GPtrArray *moved;          /* of LesMatch in tokens */
  GCancellable *cancellable;
} Search;

static gsize
count_equal_head (const char *a, gsize n_a, const char *b, gsize n_b)
{
  gsize n = 0;

  while (n < n_a && n < n_b && a[n] == b[n])
    n++;
  while (n > 0 && ((n < n_a && (a[n] & 0xC0) == 0x80) || (n < n_b && (b[n] & 0xC0) == 0x80)))
    n--;
  return n;
}

static gsize
count_equal_tail (const char *a, gsize n_a, const char *b, gsize n_b)
{
  gsize n = 0;

  while (n < n_a && n < n_b && a[n_a - n - 1] == b[n_b - n - 1])
    n++;
  while (n > 0 && (a[n_a - n] & 0xC0) == 0x80)
    n--;
  return n;
}

static void
find_middles (Version *before, Version *after)
{
  const char *a = les_text_get_utf8 (before->text);
  const char *b = les_text_get_utf8 (after->text);
  gsize n_a = les_text_get_n_bytes (before->text);
  gsize n_b = les_text_get_n_bytes (after->text);
  gsize head = count_equal_head (a, n_a, b, n_b);
  gsize tail = count_equal_tail (a + head, n_a - head, b + head, n_b - head);

  before->middle = LES_TEXT_RANGE (les_text_byte_to_char (before->text, head),
                                   les_text_byte_to_char (before->text, n_a - tail));
  after->middle = LES_TEXT_RANGE (les_text_byte_to_char (after->text, head),
                                  les_text_byte_to_char (after->text, n_b - tail));
}

static gboolean
is_letter (LesText *text, int offset)
{
  return g_unichar_isalnum (les_text_get_char (text, offset));
}

/* The middle with the words that it cuts, which differ as wholes. */
static LesTextRange
widen_to_words (LesText *text, LesTextRange range)
{
  int lowest = MAX (0, range.start - MAX_WORD_CHARS);
  int highest = MIN (les_text_get_n_chars (text), range.end + MAX_WORD_CHARS);

  while (range.start > lowest && is_letter (text, range.start - 1))
    range.start--;
  while (range.end < highest && is_letter (text, range.end))
    range.end++;
  return range;
}

static void
open_version (Search *search, Version *version)
{
  g_autoptr (GArray) no_blocks = g_array_new (FALSE, FALSE, sizeof (LesBlock));
  const char *start = les_text_peek (version->text, version->middle.start);
  const char *end = les_text_peek (version->text, version->middle.end);

  version->chars = g_utf8_to_ucs4_fast (start, end - start, NULL);
  version->document = les_document_new_with_blocks (version->text, "und", no_blocks);
  version->tokens = les_tokens_new_for_range (version->document, widen_to_words (version->text, version->middle),
                                              search->vocabulary);
  version->taken = g_new0 (guint8, version->tokens->n + 1);
}

static void
close_version (Version *version)
{
  g_free (version->chars);
  g_clear_pointer (&version->document, les_document_unref);
  g_clear_pointer (&version->tokens, les_tokens_free);
  g_free (version->taken);
}

static LesMatch *
match_of_run (const LesRun *run)
{
  LesMatch *match = g_new0 (LesMatch, 1);

  match->left = LES_TEXT_RANGE ((int) run->left, (int) (run->left + run->n));
  match->right = LES_TEXT_RANGE ((int) run->right, (int) (run->right + run->n));
  match->grade = LES_GRADE_POSSIBLE;
  return match;
}

static int
compare_matches (gconstpointer a, gconstpointer b)
{
  const LesMatch *x = *(const LesMatch * const *) a;
  const LesMatch *y = *(const LesMatch * const *) b;

  return (x->left.start > y->left.start) - (x->left.start < y->left.start);
}

static void
take (guint8 *taken, LesTextRange tokens)
{
  memset (taken + tokens.start, 1, les_text_range_length (tokens));
}

/* Splits what was found into what keeps the order and what does not. */
static void
sort_out (Search *search, GPtrArray *matches)
{
  les_chain_mark_moved (matches);
  g_ptr_array_sort (matches, compare_matches);
  g_ptr_array_set_size (search->chained, 0);
  g_ptr_array_set_size (search->moved, 0);
  memset (search->before.taken, 0, search->before.tokens->n);
  memset (search->after.taken, 0, search->after.tokens->n);
  for (guint i = 0; i < matches->len; i++)
    {
      LesMatch *match = g_steal_pointer (&matches->pdata[i]);

      g_ptr_array_add (match->moved ? search->moved : search->chained, match);
      if (match->moved)
        continue;
      take (search->before.taken, match->left);
      take (search->after.taken, match->right);
    }
}

/* Returns: whether anything new was found */
static gboolean
search_round (Search *search)
{
  g_autoptr (GArray) runs = les_anchors_find (search->weights, search->before.taken, search->after.taken,
                                              les_vocabulary_get_n (search->vocabulary), search->cancellable);
  g_autoptr (GPtrArray) matches = g_ptr_array_new_with_free_func (g_free);
  guint n_before = search->chained->len;

  for (guint i = 0; i < search->chained->len; i++)
    g_ptr_array_add (matches, g_steal_pointer (&search->chained->pdata[i]));
  for (guint i = 0; i < runs->len; i++)
    g_ptr_array_add (matches, match_of_run (&g_array_index (runs, LesRun, i)));
  sort_out (search, matches);
  return search->chained->len > n_before;
}

static void
fill_gap (Search *search, LesAligner *aligner, LesTextRange left, LesTextRange right, GArray *runs)
{
  guint first = runs->len;

  les_aligner_diff (aligner, left.start, left.end, right.start, right.end, runs);
  for (guint i = first; i < runs->len; i++)
    {
      const LesRun *run = &g_array_index (runs, LesRun, i);

      memset (search->before.taken + run->left, 1, run->n);
      memset (search->after.taken + run->right, 1, run->n);
    }
}

/* The runs of equal words in order, with the gaps between them filled. */
static GArray *
align_gaps (Search *search)
{
  GArray *runs = g_array_new (FALSE, FALSE, sizeof (LesRun));
  g_autoptr (LesAligner) aligner = les_aligner_new (search->weights);
  LesTextRange left = { 0, 0 };
  LesTextRange right = { 0, 0 };

  for (guint i = 0; i <= search->chained->len; i++)
    {
      const LesMatch *match = i < search->chained->len ? g_ptr_array_index (search->chained, i) : NULL;

      if (g_cancellable_is_cancelled (search->cancellable))
        break;
      left.end = match != NULL ? match->left.start : (int) search->before.tokens->n;
      right.end = match != NULL ? match->right.start : (int) search->after.tokens->n;
      fill_gap (search, aligner, left, right, runs);
      if (match == NULL)
        break;
      {
        LesRun run = { match->left.start, match->right.start, les_text_range_length (match->left) };

        g_array_append_val (runs, run);
      }
      left.start = match->left.end;
      right.start = match->right.end;
    }
  return runs;
}

static gunichar
char_at (const Version *version, int offset)
{
  return version->chars[offset - version->middle.start];
}

static void
append_kept (GArray *kept, LesKept piece)
{
  LesKept *last = kept->len > 0 ? &g_array_index (kept, LesKept, kept->len - 1) : NULL;

  if (piece.n <= 0)
    return;
  if (last != NULL && last->before + last->n == piece.before && last->after + last->n == piece.after)
    last->n += piece.n;
  else
    g_array_append_val (kept, piece);
}

/* What is the same in two words that are equal but perhaps for case, as far as
 * they stand in the middle. */
static void
append_words (Search *search, const LesToken *before, const LesToken *after, GArray *kept)
{
  LesKept piece = { before->start, after->start, 0 };
  int n = MIN (before->end - before->start, after->end - after->start);

  for (int i = 0; i < n; i++)
    {
      LesKept one = { before->start + i, after->start + i, 1 };

      if (les_text_range_contains (search->before.middle, one.before)
          && les_text_range_contains (search->after.middle, one.after)
          && char_at (&search->before, one.before) == char_at (&search->after, one.after))
        {
          if (piece.n == 0)
            piece = one;
          else
            piece.n++;
          continue;
        }
      append_kept (kept, piece);
      piece.n = 0;
    }
  append_kept (kept, piece);
}

static void
append_run (Search *search, guint left, guint right, guint n, GArray *kept)
{
  for (guint i = 0; i < n; i++)
    append_words (search, &search->before.tokens->items[left + i], &search->after.tokens->items[right + i], kept);
}

/* Wrong letters in words that were otherwise left as they are. */
static void
align_chars (Search *search, GArray *grown, int before, int before_end, int after, int after_end)
{
  g_autoptr (GArray) kept = g_array_new (FALSE, FALSE, sizeof (LesKept));

  les_char_diff_align (search->before.chars + before - search->before.middle.start, before_end - before,
                       search->after.chars + after - search->after.middle.start, after_end - after, kept);
  for (guint i = 0; i < kept->len; i++)
    {
      LesKept piece = g_array_index (kept, LesKept, i);

      piece.before += before;
      piece.after += after;
      append_kept (grown, piece);
    }
}

/* Grows forward from one piece and back from the next, as far as characters are
 * the same in the gap between them. */
static void
close_gap (Search *search, GArray *grown, const LesKept *next)
{
  LesKept *last = &g_array_index (grown, LesKept, grown->len - 1);
  LesKept head = { last->before + last->n, last->after + last->n, 0 };
  LesKept tail = *next;

  while (head.before + head.n < next->before && head.after + head.n < next->after
         && char_at (&search->before, head.before + head.n) == char_at (&search->after, head.after + head.n))
    head.n++;
  while (tail.before > head.before + head.n && tail.after > head.after + head.n
         && char_at (&search->before, tail.before - 1) == char_at (&search->after, tail.after - 1))
    {
      tail.before--;
      tail.after--;
      tail.n++;
    }
  append_kept (grown, head);
  align_chars (search, grown, head.before + head.n, tail.before, head.after + head.n, tail.after);
  append_kept (grown, tail);
}

static GArray *
grow (Search *search, GArray *kept)
{
  GArray *grown = g_array_sized_new (FALSE, FALSE, sizeof (LesKept), kept->len + 2);
  LesKept head = { 0, 0, search->before.middle.start };
  LesKept tail = {
    search->before.middle.end,
    search->after.middle.end,
    les_text_get_n_chars (search->before.text) - search->before.middle.end,
  };

  /* The ends may be empty; they hold the gaps all the same. */
  g_array_append_val (grown, head);
  for (guint i = 0; i < kept->len && !g_cancellable_is_cancelled (search->cancellable); i++)
    close_gap (search, grown, &g_array_index (kept, LesKept, i));
  close_gap (search, grown, &tail);
  if (g_array_index (grown, LesKept, 0).n == 0)
    g_array_remove_index (grown, 0);
  return grown;
}

/* Parts of @match whose words have no partner yet. */
static void
append_moved (Search *search, const LesMatch *match, LesKeptSet *self)
{
  if (les_text_range_length (match->left) < MIN_MOVED_TOKENS)
    return;
  for (int i = 0; i < les_text_range_length (match->left); i++)
    {
      guint left = match->left.start + i;
      guint right = match->right.start + i;

      if (search->before.taken[left] || search->after.taken[right])
        continue;
      search->before.taken[left] = search->after.taken[right] = TRUE;
      append_words (search, &search->before.tokens->items[left], &search->after.tokens->items[right], self->moved);
      self->words_moved++;
    }
}

static gboolean
is_same (Search *search, int start, int end, int shift)
{
  while (start < end && les_text_range_contains (search->after.middle, start + shift)
         && char_at (&search->before, start) == char_at (&search->after, start + shift))
    start++;
  return start == end;
}

/* What was taken word by word is one piece where the same stands between. */
static void
join_moved (Search *search, GArray *pieces)
{
  guint n = 0;

  for (guint i = 0; i < pieces->len; i++)
    {
      LesKept piece = g_array_index (pieces, LesKept, i);
      LesKept *last = n > 0 ? &g_array_index (pieces, LesKept, n - 1) : NULL;
      int shift = piece.after - piece.before;

      if (last != NULL && piece.before >= last->before + last->n && shift == last->after - last->before
          && is_same (search, last->before + last->n, piece.before, shift))
        last->n = piece.before + piece.n - last->before;
      else
        g_array_index (pieces, LesKept, n++) = piece;
    }
  g_array_set_size (pieces, n);
}

static int
count_left_over (const Version *version)
{
  int n = 0;

  for (guint i = 0; i < version->tokens->n; i++)
    n += !version->taken[i];
  return n;
}

static void
search_middle (Search *search, LesKeptSet *self)
{
  g_autoptr (GArray) runs = NULL;
  g_autoptr (GArray) kept = g_array_new (FALSE, FALSE, sizeof (LesKept));

  search->weights = les_weights_new (search->before.tokens, search->after.tokens,
                                     les_vocabulary_get_n (search->vocabulary));
  for (guint round = 0; round < MAX_ROUNDS && search_round (search); round++)
    if (g_cancellable_is_cancelled (search->cancellable))
      return;
  runs = align_gaps (search);
  for (guint i = 0; i < runs->len; i++)
    {
      const LesRun *run = &g_array_index (runs, LesRun, i);

      append_run (search, run->left, run->right, run->n, kept);
    }
  for (guint i = 0; i < search->moved->len; i++)
    append_moved (search, g_ptr_array_index (search->moved, i), self);
  join_moved (search, self->moved);
  self->in_order = grow (search, kept);
  self->words_removed = count_left_over (&search->before);
  self->words_added = count_left_over (&search->after);
}

/**
 * les_kept_set_new:
 * @before: the old text
 * @after: the new text
 * @cancellable: (nullable): what it stops by
 *
 * Any thread. Cost: n log n in the length of what differs, linear in the rest.
 *
 * Returns: (transfer full) (nullable): what both have in common; NULL when
 *   cancelled
 */
LesKeptSet *
les_kept_set_new (LesText *before, LesText *after, GCancellable *cancellable)
{
  Search search = { .before.text = before, .after.text = after, .cancellable = cancellable };
  g_autoptr (LesKeptSet) self = g_new0 (LesKeptSet, 1);

  self->moved = g_array_new (FALSE, FALSE, sizeof (LesKept));
  find_middles (&search.before, &search.after);
  search.vocabulary = les_vocabulary_new ();
  search.chained = g_ptr_array_new_with_free_func (g_free);
  search.moved = g_ptr_array_new_with_free_func (g_free);
  open_version (&search, &search.before);
  open_version (&search, &search.after);
  search_middle (&search, self);
  close_version (&search.before);
  close_version (&search.after);
  g_clear_pointer (&search.weights, les_weights_free);
  g_ptr_array_unref (search.chained);
  g_ptr_array_unref (search.moved);
  les_vocabulary_free (search.vocabulary);
  return g_cancellable_is_cancelled (cancellable) ? NULL : g_steal_pointer (&self);
}

void
les_kept_set_free (LesKeptSet *self)
{
  g_clear_pointer (&self->in_order, g_array_unref);
  g_clear_pointer (&self->moved, g_array_unref);
  g_free (self);
}
