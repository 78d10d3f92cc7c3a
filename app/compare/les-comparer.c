/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-comparer.h"

#include <string.h>

#include "les-chain.h"
#include "les-details.h"
#include "les-passages.h"
#include "les-rewording.h"
#include "les-word-diff.h"

/* Thousandths of a unit's score. */
#define POSSIBLE_SCORE 280
#define PROBABLE_SCORE 360

/* A unit of which so many hundredths were taken over needs no other partner. */
#define TAKEN_PERCENT 60

/* From so many hundredths of equal words two chosen passages count as taken over. */
#define EDITED_PERCENT 50

/* Everything known of one pair of texts while it is being compared. */
typedef struct
{
  LesDocument *documents[2];
  LesTokens *tokens[2];
  LesVocabulary *vocabulary;
  LesWeights *weights;
  LesAligner *aligner;
  GPtrArray *matches;
  guint8 *taken[2];            /* for each token, whether it was taken over */
  GCancellable *cancellable;
} Comparison;

static void
open_comparison (Comparison *self, LesDocument *left, LesDocument *right, GCancellable *cancellable)
{
  memset (self, 0, sizeof *self);
  self->documents[0] = left;
  self->documents[1] = right;
  self->vocabulary = les_vocabulary_new ();
  self->cancellable = cancellable;
  self->matches = g_ptr_array_new_with_free_func ((GDestroyNotify) les_match_free);
}

static void
weigh_comparison (Comparison *self)
{
  self->weights = les_weights_new (self->tokens[0], self->tokens[1], les_vocabulary_get_n (self->vocabulary));
  self->aligner = les_aligner_new (self->weights);
  for (int i = 0; i < 2; i++)
    self->taken[i] = g_new0 (guint8, self->tokens[i]->n + 1);
}

static void
close_comparison (Comparison *self)
{
  g_clear_pointer (&self->weights, les_weights_free);
  g_clear_pointer (&self->aligner, les_aligner_free);
  for (int i = 0; i < 2; i++)
    {
      g_clear_pointer (&self->tokens[i], les_tokens_free);
      g_free (self->taken[i]);
    }
  les_vocabulary_free (self->vocabulary);
  g_ptr_array_unref (self->matches);
}

/* The characters of some tokens. Where they are the first or last of their
 * sentence, its quotation marks and full stop belong to them. */
static LesTextRange
cover_tokens (Comparison *self, int which, guint first, guint last)
{
  const LesTokens *tokens = self->tokens[which];
  LesText *text = les_document_get_text (self->documents[which]);
  LesTextRange range = LES_TEXT_RANGE (tokens->items[first].start, tokens->items[last].end);
  int before = first > 0 ? tokens->items[first - 1].end : 0;
  int behind = last + 1 < tokens->n ? tokens->items[last + 1].start : les_text_get_n_chars (text);
  const char *p = les_text_peek (text, range.end);
  int end = range.end;

  while (end < behind && !g_unichar_isspace (g_utf8_get_char (p)) && *p != '\0' && *p != '/' && *p != '-')
    {
      p = g_utf8_next_char (p);
      end++;
    }
  if (end == behind || g_unichar_isspace (g_utf8_get_char (p)) || *p == '\0')
    range.end = end;

  p = les_text_peek (text, range.start);
  while (range.start > before)
    {
      p = g_utf8_prev_char (p);
      if (g_unichar_isspace (g_utf8_get_char (p)) || *p == '-' || *p == '/')
        break;
      range.start--;
    }
  return range;
}

static gboolean
is_paragraph_end (Comparison *self, int which, guint token)
{
  const LesTokens *tokens = self->tokens[which];
  LesText *text = les_document_get_text (self->documents[which]);
  const char *p;
  const char *end;

  if (token + 1 >= tokens->n)
    return FALSE;
  p = les_text_peek (text, tokens->items[token].end);
  end = les_text_peek (text, tokens->items[token + 1].start);
  while (p < end)
    if (*p++ == '\n')
      return TRUE;
  return FALSE;
}

static void
add_run (GArray *runs, LesRun run)
{
  if (run.n > 0)
    g_array_append_val (runs, run);
}

/* One match from the runs of a passage, or of a part of it. */
static void
add_passage (Comparison *self, GArray *runs)
{
  const LesRun *first = &g_array_index (runs, LesRun, 0);
  const LesRun *last = &g_array_index (runs, LesRun, runs->len - 1);
  guint n_words[2] = { last->left + last->n - first->left, last->right + last->n - first->right };
  guint n_equal = 0;
  LesMatch *match;

  for (guint i = 0; i < runs->len; i++)
    {
      const LesRun *run = &g_array_index (runs, LesRun, i);

      n_equal += run->n;
      memset (self->taken[0] + run->left, 1, run->n);
      memset (self->taken[1] + run->right, 1, run->n);
    }
  match = les_match_new (cover_tokens (self, 0, first->left, last->left + last->n - 1),
                         cover_tokens (self, 1, first->right, last->right + last->n - 1),
                         runs->len == 1 ? LES_MATCH_VERBATIM : LES_MATCH_EDITED,
                         LES_GRADE_ASSERTED,
                         1000 * n_equal / MAX (n_words[0], n_words[1]));
  les_word_diff_fill (self->tokens[0], first->left, last->left + last->n,
                      self->tokens[1], first->right, last->right + last->n,
                      runs, match->differences);
  match->evidence = g_strdup_printf ("%u of %u and %u words equal", n_equal, n_words[0], n_words[1]);
  g_ptr_array_add (self->matches, match);
}

/* Cuts a passage where both texts begin a new paragraph. */
static void
split_passage (Comparison *self, const LesPassage *passage)
{
  g_autoptr (GArray) part = g_array_new (FALSE, FALSE, sizeof (LesRun));

  for (guint i = 0; i < passage->runs->len; i++)
    {
      LesRun run = g_array_index (passage->runs, LesRun, i);

      for (guint n = 1; n <= run.n; n++)
        {
          gboolean is_last = i + 1 == passage->runs->len && n == run.n;

          if (!is_last && !(is_paragraph_end (self, 0, run.left + n - 1)
                            && is_paragraph_end (self, 1, run.right + n - 1)))
            continue;
          add_run (part, (LesRun) { run.left, run.right, n });
          add_passage (self, part);
          g_array_set_size (part, 0);
          run = (LesRun) { run.left + n, run.right + n, run.n - n };
          n = 0;
        }
      add_run (part, run);
    }
}

static void
find_taken_over (Comparison *self)
{
  g_autoptr (GPtrArray) passages = NULL;

  passages = les_passages_find (self->weights, les_vocabulary_get_n (self->vocabulary), self->cancellable);
  for (guint i = 0; i < passages->len && !g_cancellable_is_cancelled (self->cancellable); i++)
    split_passage (self, g_ptr_array_index (passages, i));
}

/* The units that were not taken over. */
static GArray *
collect_open_units (Comparison *self, int which)
{
  g_autoptr (GArray) units = les_units_new (self->documents[which], self->tokens[which]);
  GArray *open = g_array_new (FALSE, FALSE, sizeof (LesUnit));

  for (guint i = 0; i < units->len; i++)
    {
      LesUnit unit = g_array_index (units, LesUnit, i);
      guint n = 0;

      for (guint t = 0; t < unit.n; t++)
        n += self->taken[which][unit.first + t];
      if (n * 100 < unit.n * TAKEN_PERCENT)
        g_array_append_val (open, unit);
    }
  return open;
}

static void
describe_words (Comparison *self, const LesUnit *left, const LesUnit *right, LesMatch *match)
{
  g_autoptr (GArray) runs = g_array_new (FALSE, FALSE, sizeof (LesRun));

  les_word_diff_align (self->aligner, left->first, left->first + left->n,
                       right->first, right->first + right->n, runs);
  les_word_diff_fill (self->tokens[0], left->first, left->first + left->n,
                      self->tokens[1], right->first, right->first + right->n,
                      runs, match->differences);
}

static void
find_reworded (Comparison *self)
{
  LesUnitSide sides[2];
  g_autoptr (GArray) rewordings = NULL;
  const LesUnitScorer *scorer = &les_lexical_scorer;
  gpointer state;

  for (int i = 0; i < 2; i++)
    sides[i] = (LesUnitSide) { self->documents[i], self->tokens[i], collect_open_units (self, i) };
  state = scorer->open (&sides[0], &sides[1], self->vocabulary, self->cancellable);
  rewordings = les_rewordings_find (scorer, state, &sides[0], &sides[1], POSSIBLE_SCORE, self->cancellable);

  for (guint i = 0; i < rewordings->len && !g_cancellable_is_cancelled (self->cancellable); i++)
    {
      const LesRewording *rewording = &g_array_index (rewordings, LesRewording, i);
      const LesUnit *left = &g_array_index (sides[0].units, LesUnit, rewording->left);
      const LesUnit *right = &g_array_index (sides[1].units, LesUnit, rewording->right);
      LesMatch *match;

      match = les_match_new (left->range, right->range, LES_MATCH_REWORDED,
                             rewording->score >= PROBABLE_SCORE ? LES_GRADE_PROBABLE : LES_GRADE_POSSIBLE,
                             rewording->score);
      match->evidence = scorer->explain (state, rewording->left, rewording->right);
      describe_words (self, left, right, match);
      g_ptr_array_add (self->matches, match);
    }

  scorer->close (state);
  g_array_unref (sides[0].units);
  g_array_unref (sides[1].units);
}

static int
compare_matches (gconstpointer a, gconstpointer b)
{
  const LesMatch *x = *(LesMatch *const *) a;
  const LesMatch *y = *(LesMatch *const *) b;
  int order = les_text_range_compare (x->left, y->left);

  return order != 0 ? order : les_text_range_compare (x->right, y->right);
}

/* Thousandths of the words of one text that lie in a match worth drawing. */
static int
measure_share (Comparison *self, int which)
{
  const LesTokens *tokens = self->tokens[which];
  g_autofree guint8 *shared = g_new0 (guint8, tokens->n + 1);
  gint64 n = 0;

  for (guint i = 0; i < self->matches->len; i++)
    {
      const LesMatch *match = g_ptr_array_index (self->matches, i);
      LesTextRange range = which == 0 ? match->left : match->right;

      if (match->grade == LES_GRADE_POSSIBLE)
        continue;
      for (guint t = les_tokens_find ((LesTokens *) tokens, range.start); t < tokens->n && tokens->items[t].start < range.end; t++)
        shared[t] = 1;
    }
  for (guint i = 0; i < tokens->n; i++)
    n += shared[i];
  return tokens->n == 0 ? 0 : (int) ((1000 * n + tokens->n / 2) / tokens->n);
}

static LesMatchSet *
collect_set (Comparison *self)
{
  LesMatchSet *set = les_match_set_new ();

  g_ptr_array_sort (self->matches, compare_matches);
  les_chain_mark_moved (self->matches);
  les_match_set_set_shared (set, measure_share (self, 0), measure_share (self, 1));
  g_ptr_array_set_free_func (self->matches, NULL);
  for (guint i = 0; i < self->matches->len; i++)
    {
      LesMatch *match = g_ptr_array_index (self->matches, i);

      les_details_find (self->documents[0], self->documents[1], match);
      les_match_set_take (set, match);
    }
  return set;
}

/**
 * les_compare:
 * @left: the one text
 * @right: the other
 * @cancellable: (nullable): what it stops by
 * @error: %G_IO_ERROR_CANCELLED, nothing else
 *
 * Finds what both texts say: passages taken over, wherever they moved, and
 * sentences that may state the same in other words. Pure: the same two texts
 * give the same matches. Any thread.
 *
 * Returns: (transfer full) (nullable): the matches in the order of the left
 *   text, or %NULL when cancelled
 */
LesMatchSet *
les_compare (LesDocument *left, LesDocument *right, GCancellable *cancellable, GError **error)
{
  Comparison self;
  LesMatchSet *set = NULL;

  g_return_val_if_fail (left != NULL && right != NULL, NULL);

  open_comparison (&self, left, right, cancellable);
  self.tokens[0] = les_tokens_new (left, self.vocabulary, cancellable);
  self.tokens[1] = les_tokens_new (right, self.vocabulary, cancellable);
  weigh_comparison (&self);
  find_taken_over (&self);
  if (!g_cancellable_is_cancelled (cancellable))
    find_reworded (&self);
  if (!g_cancellable_set_error_if_cancelled (cancellable, error))
    set = collect_set (&self);
  close_comparison (&self);
  return set;
}

/* The match of two passages that somebody chose, from the words they share. */
static LesMatch *
describe_pair (Comparison *self, LesTextRange left, LesTextRange right)
{
  LesUnit units[2] = { { left, 0, self->tokens[0]->n, LES_BLOCK_BODY, 0 },
                       { right, 0, self->tokens[1]->n, LES_BLOCK_BODY, 0 } };
  g_autoptr (GArray) runs = g_array_new (FALSE, FALSE, sizeof (LesRun));
  guint n_words = MAX (units[0].n, units[1].n);
  guint n_equal = 0;
  LesMatch *match;

  les_word_diff_align (self->aligner, 0, units[0].n, 0, units[1].n, runs);
  for (guint i = 0; i < runs->len; i++)
    n_equal += g_array_index (runs, LesRun, i).n;

  match = les_match_new (left, right, LES_MATCH_REWORDED, LES_GRADE_PROBABLE,
                         n_words == 0 ? 0 : 1000 * n_equal / n_words);
  if (n_words > 0 && n_equal == n_words)
    match->kind = LES_MATCH_VERBATIM;
  else if (n_equal * 100 >= n_words * EDITED_PERCENT && n_words > 0)
    match->kind = LES_MATCH_EDITED;
  match->evidence = g_strdup_printf ("%u of %u and %u words equal", n_equal, units[0].n, units[1].n);
  les_word_diff_fill (self->tokens[0], 0, units[0].n, self->tokens[1], 0, units[1].n, runs, match->differences);
  return match;
}

/**
 * les_compare_passages:
 * @left_range: Unicode characters of the left text
 * @right_range: Unicode characters of the right text
 *
 * Describes two passages that a person set against each other.
 *
 * Returns: (transfer full): a match with exactly these bounds
 */
LesMatch *
les_compare_passages (LesDocument *left, LesTextRange left_range, LesDocument *right, LesTextRange right_range)
{
  Comparison self;
  LesMatch *match;

  open_comparison (&self, left, right, NULL);
  self.tokens[0] = les_tokens_new_for_range (left, left_range, self.vocabulary);
  self.tokens[1] = les_tokens_new_for_range (right, right_range, self.vocabulary);
  weigh_comparison (&self);
  match = describe_pair (&self, left_range, right_range);
  les_details_find (left, right, match);
  close_comparison (&self);
  return match;
}

static void
clear_match (gpointer data)
{
  les_match_free (*(LesMatch **) data);
}

static int
compare_scores (gconstpointer a, gconstpointer b)
{
  const LesUnitScore *x = a;
  const LesUnitScore *y = b;

  if (x->value != y->value)
    return x->value > y->value ? -1 : 1;
  return x->right < y->right ? -1 : x->right > y->right;
}

static LesMatch *
describe_counterpart (Comparison *self, const LesUnitSide sides[2], const LesUnitScore *score, LesTextRange passage)
{
  const LesUnit *left = &g_array_index (sides[0].units, LesUnit, 0);
  const LesUnit *right = &g_array_index (sides[1].units, LesUnit, score->right);
  LesMatch *match;

  match = les_match_new (passage, right->range, LES_MATCH_REWORDED,
                         score->value * 1000 >= PROBABLE_SCORE ? LES_GRADE_PROBABLE : LES_GRADE_POSSIBLE,
                         MIN (1000, (int) (1000 * score->value)));
  describe_words (self, left, right, match);
  les_details_find (self->documents[0], self->documents[1], match);
  return match;
}

/**
 * les_compare_find_counterparts:
 * @from: the text of the passage
 * @passage: Unicode characters of @from
 * @to: the text to look in
 * @n_best: how many to give at most
 *
 * Looks for the sentences of the other text that most likely say the same as a
 * chosen passage, however weak the likeness is.
 *
 * Returns: (transfer full) (element-type LesMatch*): the best first; owns its
 *   matches. @left of each is @passage, @right lies in @to
 */
GArray *
les_compare_find_counterparts (LesDocument *from, LesTextRange passage, LesDocument *to, guint n_best)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (LesMatch *));
  g_autoptr (GArray) scores = g_array_new (FALSE, FALSE, sizeof (LesUnitScore));
  const LesUnitScorer *scorer = &les_lexical_scorer;
  LesUnitSide sides[2];
  Comparison self;
  gpointer state;

  g_array_set_clear_func (found, clear_match);
  open_comparison (&self, from, to, NULL);
  self.tokens[0] = les_tokens_new_for_range (from, passage, self.vocabulary);
  self.tokens[1] = les_tokens_new (to, self.vocabulary, NULL);
  weigh_comparison (&self);
  sides[0] = (LesUnitSide) { from, self.tokens[0], les_units_new_for_range (passage, self.tokens[0]) };
  sides[1] = (LesUnitSide) { to, self.tokens[1], les_units_new (to, self.tokens[1]) };

  state = scorer->open (&sides[0], &sides[1], self.vocabulary, NULL);
  if (sides[0].units->len > 0)
    scorer->score_row (state, 0, scores);
  g_array_sort (scores, compare_scores);
  for (guint i = 0; i < MIN (scores->len, n_best); i++)
    {
      LesMatch *match = describe_counterpart (&self, sides, &g_array_index (scores, LesUnitScore, i), passage);

      match->evidence = scorer->explain (state, 0, g_array_index (scores, LesUnitScore, i).right);
      g_array_append_val (found, match);
    }

  scorer->close (state);
  g_array_unref (sides[0].units);
  g_array_unref (sides[1].units);
  close_comparison (&self);
  return found;
}
