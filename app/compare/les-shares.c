/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-shares.h"

#include "les-match.h"
#include "les-parallel.h"
#include "les-shares-private.h"

/* From twice so many words on each side has a thread of its own. */
#define MIN_PARALLEL_WORDS 25000

/* What a word is, the stronger the higher. */
enum
{
  OWN,
  REWORDED,
  TAKEN_OVER,
};

/* The words of one article. */
typedef struct
{
  LesDocument *document;
  LesTokens *tokens;
  guint8 *marks;       /* for each word */
  guint last;          /* the first word of the match that was marked last */
  gboolean is_left;
} Side;

static LesTextRange
get_own_range (const Side *self, const LesDifference *difference)
{
  return self->is_left ? difference->left : difference->right;
}

/* The mark of word @token in a passage taken over. @next is the first difference
 * that may hold it; words come in order. */
static guint8
judge_word (const Side *self, const LesMatch *match, guint token, guint *next)
{
  int start = self->tokens->items[token].start;

  for (; *next < match->differences->len; (*next)++)
    {
      const LesDifference *difference = &g_array_index (match->differences, LesDifference, *next);
      LesTextRange range = get_own_range (self, difference);

      if (range.end <= start)
        continue;
      return range.start <= start && !difference->moved ? REWORDED : TAKEN_OVER;
    }
  return TAKEN_OVER;
}

static void
mark_match (Side *self, const LesMatch *match)
{
  LesTextRange range = self->is_left ? match->left : match->right;
  guint next = 0;

  self->last = les_tokens_find_near (self->tokens, range.start, self->last);
  for (guint i = self->last; i < self->tokens->n && self->tokens->items[i].start < range.end; i++)
    {
      guint8 mark = match->kind == LES_MATCH_REWORDED ? REWORDED : judge_word (self, match, i, &next);

      self->marks[i] = MAX (self->marks[i], mark);
    }
}

/* The block that stands for a standfirst where there is none: the first paragraph
 * of the running text, if it is not the only one; otherwise @n_blocks. */
static guint
find_opening (const LesBlock *blocks, guint n_blocks)
{
  guint first = n_blocks;
  guint n_body = 0;

  for (guint i = 0; i < n_blocks; i++)
    {
      if (blocks[i].role == LES_BLOCK_LEAD)
        return n_blocks;
      if (blocks[i].role != LES_BLOCK_BODY)
        continue;
      if (n_body++ == 0)
        first = i;
    }
  return n_body > 1 ? first : n_blocks;
}

static LesSharePosition
get_position (LesBlockRole role)
{
  if (role == LES_BLOCK_HEADLINE || role == LES_BLOCK_KICKER)
    return LES_SHARE_HEADLINE;
  return role == LES_BLOCK_LEAD ? LES_SHARE_LEAD : LES_SHARE_BODY;
}

static void
count_word (LesShareCount *count, guint8 mark)
{
  if (mark == TAKEN_OVER)
    count->taken_over++;
  else if (mark == REWORDED)
    count->reworded++;
  else
    count->own++;
}

static void
count_words (const Side *self, LesShareCount *counts)
{
  guint n_blocks;
  const LesBlock *blocks = les_document_get_blocks (self->document, &n_blocks);
  guint opening = find_opening (blocks, n_blocks);
  guint token = 0;

  for (guint block = 0; block < n_blocks; block++)
    {
      LesShareCount *count = &counts[block == opening ? LES_SHARE_LEAD : get_position (blocks[block].role)];
      LesShareCount before = *count;

      for (; token < self->tokens->n && (block + 1 == n_blocks || self->tokens->items[token].start < blocks[block].range.end); token++)
        count_word (count, self->marks[token]);
      counts[LES_SHARE_WHOLE].taken_over += count->taken_over - before.taken_over;
      counts[LES_SHARE_WHOLE].reworded += count->reworded - before.reworded;
      counts[LES_SHARE_WHOLE].own += count->own - before.own;
    }
}

static void
measure_side (Side *self, GPtrArray *matches, LesShareCount *counts)
{
  self->marks = g_new0 (guint8, self->tokens->n + 1);
  for (guint i = 0; i < matches->len; i++)
    mark_match (self, g_ptr_array_index (matches, i));
  count_words (self, counts);
  g_free (self->marks);
}

typedef struct
{
  Side *sides;
  GPtrArray *matches;
  LesShares shares;
} Measuring;

static void
measure_sides (gpointer data, guint part G_GNUC_UNUSED, guint first, guint end)
{
  Measuring *self = data;

  for (guint i = first; i < end; i++)
    measure_side (&self->sides[i], self->matches, i == 0 ? self->shares.left : self->shares.right);
}

/**
 * les_shares_measure_left:
 * @document: the left article
 * @tokens: its words
 * @matches: (element-type LesMatch): what counts as found
 * @counts: where to count, all 0
 *
 * Measures the left side only.
 */
void
les_shares_measure_left (LesDocument *document, LesTokens *tokens, GPtrArray *matches, LesShareCount *counts)
{
  Side side = { document, tokens, NULL, 0, TRUE };

  measure_side (&side, matches, counts);
}

/**
 * les_shares_measure_tokens:
 * @documents: the left and the right article
 * @tokens: their words
 * @matches: (element-type LesMatch): what counts as found
 *
 * Returns: as les_shares_measure(), which reads the words anew
 */
LesShares
les_shares_measure_tokens (LesDocument *const *documents, LesTokens *const *tokens, GPtrArray *matches)
{
  Side sides[2] = { { documents[0], tokens[0], NULL, 0, TRUE }, { documents[1], tokens[1], NULL, 0, FALSE } };
  Measuring measuring = { .sides = sides, .matches = matches };
  guint n_words = MIN (tokens[0]->n, tokens[1]->n);

  les_parallel_run (MIN (2, les_parallel_count_parts (n_words, MIN_PARALLEL_WORDS)), 2, measure_sides, &measuring);
  return measuring.shares;
}

/**
 * les_shares_measure:
 * @left: the left article
 * @right: the right article
 * @matches: (element-type LesMatch): what counts as found, in any order: the
 *   whole set or what is left of it after grades are hidden and matches rejected
 *
 * Counts how much of each article was taken over, how much is said in other
 * words, and for how much no counterpart was found. Words that only say where
 * the text comes from (date, dateline, byline, credit, desk) are left out, as in
 * comparing. Any thread. Cost: linear.
 *
 * Returns: the counts
 */
LesShares
les_shares_measure (LesDocument *left, LesDocument *right, GPtrArray *matches)
{
  LesDocument *documents[] = { left, right };
  LesTokens *tokens[] = { les_tokens_new (left, NULL, NULL), les_tokens_new (right, NULL, NULL) };
  LesShares shares = les_shares_measure_tokens (documents, tokens, matches);

  les_tokens_free (tokens[0]);
  les_tokens_free (tokens[1]);
  return shares;
}

/** Returns: all words of that position */
int
les_share_count_get_n_words (const LesShareCount *count)
{
  return count->taken_over + count->reworded + count->own;
}

/**
 * les_share_count_get_thousandths:
 * @n_words: one of the three numbers in @count
 *
 * Returns: its share of all words of that position, rounded; 0 where there are
 *   none. The three need not add up to 1000.
 */
int
les_share_count_get_thousandths (const LesShareCount *count, int n_words)
{
  int all = les_share_count_get_n_words (count);

  return all == 0 ? 0 : (int) ((1000 * (gint64) n_words + all / 2) / all);
}
