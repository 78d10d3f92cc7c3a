/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-comparer.h"

#include <math.h>
#include <string.h>

#include "les-chain.h"
#include "les-details.h"
#include "les-parallel.h"
#include "les-repeats.h"
#include "les-rewording.h"
#include "les-same-text.h"
#include "les-shares-private.h"
#include "les-taken-over.h"
#include "les-word-diff.h"

/* Thousandths, as les_rewordings_get_score() spreads them. */
#define POSSIBLE_SCORE 484
#define PROBABLE_SCORE 492
/* The more pairs of units there are, the more of them are alike by chance: each
 * tenfold of so many asks for so much more. */
#define CHANCE_PAIRS 35000.0
#define CHANCE_SCORE 50

/* Reports of one event are this much akin; two accidents, two elections mostly are
 * less. For each tenth less a pair needs so much more to be probable, and half of
 * that to be possible. */
#define KINSHIP 0.33f
#define STRANGER_SCORE 110
/* Reports that lie further apart than this are rather of two events of one affair:
 * each time twice as long asks for so much more. */
#define SAME_EVENT_DAYS 14
#define LATER_SCORE 25
#define MAX_LATER_SCORE 90
/* Between texts that are no kin so few equal words are a turn of phrase. */
#define MAX_PHRASE_WORDS 7

/* A unit of which so many hundredths were taken over needs no other partner. */
#define TAKEN_PERCENT 60

/* From so many hundredths of equal words two chosen passages count as taken over. */
#define EDITED_PERCENT 50
/* Sentences that have fewer hundredths of a passage in common are reworded. */
#define MIN_EDITED_PERCENT 34

/* So many matches are worth a thread of their own. */
#define MIN_PARALLEL_MATCHES 600

static int
compare_matches (gconstpointer a, gconstpointer b)
{
  const LesMatch *x = *(LesMatch *const *) a;
  const LesMatch *y = *(LesMatch *const *) b;
  int order = les_text_range_compare (x->left, y->left);

  return order != 0 ? order : les_text_range_compare (x->right, y->right);
}

/* Matches mostly come in order: then looking is enough. */
static void
sort_matches (GPtrArray *matches)
{
  guint i = 1;

  while (i < matches->len && compare_matches (&matches->pdata[i - 1], &matches->pdata[i]) <= 0)
    i++;
  if (i < matches->len)
    g_ptr_array_sort (matches, compare_matches);
}

/* For each unit, whether it was taken over. */
static guint8 *
mark_settled (LesTextPair *self, int which)
{
  guint8 *settled = g_new0 (guint8, self->units[which]->len + 1);

  for (guint i = 0; i < self->units[which]->len; i++)
    {
      const LesUnit *unit = les_text_pair_get_unit (self, which, i);
      guint n = 0;

      for (guint t = 0; t < unit->n; t++)
        n += self->taken[which][unit->first + t];
      settled[i] = n * 100 >= unit->n * TAKEN_PERCENT;
    }
  return settled;
}

static void
sort_known (GArray *known)
{
  const LesRewording *items = (const LesRewording *) (gpointer) known->data;
  guint i = 1;

  while (i < known->len && les_rewording_compare (&items[i - 1], &items[i]) <= 0)
    i++;
  if (i < known->len)
    g_array_sort (known, les_rewording_compare);
}

/* The units that the passages taken over join. */
static GArray *
collect_known (LesTextPair *self)
{
  GArray *known = g_array_sized_new (FALSE, FALSE, sizeof (LesRewording), self->matches->len);
  guint left = 0;
  guint right = 0;

  for (guint i = 0; i < self->matches->len; i++)
    {
      const LesMatch *match = g_ptr_array_index (self->matches, i);
      LesRewording pair;

      left = les_tokens_find_near (self->tokens[0], match->left.start, left);
      right = les_tokens_find_near (self->tokens[1], match->right.start, right);
      pair = (LesRewording) { self->unit_of[0][left], self->unit_of[1][right], 1, 1, 1000, TRUE, FALSE };
      g_array_append_val (known, pair);
    }
  sort_known (known);
  return known;
}

/* Fills the differences of @match. Returns how many words are equal. */
static guint
describe_words (LesTextPair *self, LesAligner *aligner, const LesUnit *left, const LesUnit *right, LesMatch *match)
{
  g_autoptr (GArray) runs = g_array_new (FALSE, FALSE, sizeof (LesRun));

  if (match->grade == LES_GRADE_ASSERTED)
    les_aligner_fill (aligner, left->first, left->first + left->n,
                      right->first, right->first + right->n, runs);
  else
    les_word_diff_align (aligner, left->first, left->first + left->n,
                         right->first, right->first + right->n, runs);
  les_word_diff_fill (self->tokens[0], left->first, left->first + left->n,
                      self->tokens[1], right->first, right->first + right->n,
                      runs, match->kind == LES_MATCH_REWORDED ? self->books[0] : NULL, les_match_edit_differences (match));
  return les_runs_count (runs);
}

/* The passage that was taken over within these two units, or NULL. */
static LesMatch *
find_taken_part (LesTextPair *self, const LesUnit *left, const LesUnit *right, guint n_taken)
{
  guint low = 0;
  guint high = n_taken;

  while (low < high)
    {
      guint middle = (low + high) / 2;
      const LesMatch *match = g_ptr_array_index (self->matches, middle);

      if (match->left.start < left->range.start)
        low = middle + 1;
      else
        high = middle;
    }
  for (; low < n_taken; low++)
    {
      LesMatch *match = g_ptr_array_index (self->matches, low);

      if (match->left.start >= left->range.end)
        break;
      if (match->left.end <= left->range.end
          && match->right.start >= right->range.start && match->right.end <= right->range.end)
        return match;
    }
  return NULL;
}

/* What a pair must have above others because both texts are long. */
static int
get_chance_score (LesTextPair *self)
{
  double n_pairs = (double) self->units[0]->len * self->units[1]->len;

  return n_pairs <= CHANCE_PAIRS ? 0 : (int) (CHANCE_SCORE * log10 (n_pairs / CHANCE_PAIRS));
}

/* What a pair must have above others because the texts are no kin. */
static int
get_stranger_score (LesTextPair *self)
{
  return MAX (0, (int) (10 * STRANGER_SCORE * (KINSHIP - self->kinship)));
}

/* What a pair must have above others because of the time between the texts. */
static int
get_later_score (LesTextPair *self)
{
  if (self->days_apart <= SAME_EVENT_DAYS)
    return 0;
  return MIN (MAX_LATER_SCORE, (int) (LATER_SCORE * log2 ((double) self->days_apart / SAME_EVENT_DAYS)));
}

static int
get_possible_score (LesTextPair *self)
{
  return POSSIBLE_SCORE + get_chance_score (self) + (get_stranger_score (self) + get_later_score (self)) / 2;
}

static int
get_probable_score (LesTextPair *self)
{
  return PROBABLE_SCORE + get_chance_score (self) + get_stranger_score (self) + get_later_score (self);
}

/* Two units that say the same, as a match. */
static LesMatch *
describe_rewording (LesTextPair *self, LesAligner *aligner, const LesUnit *left, const LesUnit *right, int score, char *evidence)
{
  LesMatchGrade grade = score >= get_probable_score (self) ? LES_GRADE_PROBABLE : LES_GRADE_POSSIBLE;
  LesMatch *match = les_match_new (left->range, right->range, LES_MATCH_REWORDED, grade, score);

  match->evidence = evidence;
  describe_words (self, aligner, left, right, match);
  return match;
}

static gboolean
covers (const LesMatch *match, const LesUnit *left, const LesUnit *right)
{
  return les_text_range_equal (match->left, left->range) && les_text_range_equal (match->right, right->range);
}

/* What was taken over, together with the rest of its sentences: reworded if that
 * is most. */
static void
widen_match (LesTextPair *self, LesMatch *match, const LesUnit *left, const LesUnit *right, int score, char *evidence)
{
  g_autofree char *words = match->evidence;
  guint n_equal;

  match->left = left->range;
  match->right = right->range;
  match->kind = LES_MATCH_EDITED;
  match->evidence = evidence != NULL ? g_strdup_printf ("%s; %s", words, evidence) : g_steal_pointer (&words);
  g_array_set_size (les_match_edit_differences (match), 0);
  n_equal = describe_words (self, self->aligner, left, right, match);
  match->score = 1000 * n_equal / MAX (left->n, right->n);
  if (n_equal * 100 < MIN (left->n, right->n) * MIN_EDITED_PERCENT)
    {
      match->kind = LES_MATCH_REWORDED;
      match->grade = LES_GRADE_PROBABLE;
      match->score = MAX (score, PROBABLE_SCORE);
    }
  g_free (evidence);
}

/* Units that follow each other, as one. */
static LesUnit
join_units (LesTextPair *self, int which, guint first, guint n)
{
  LesUnit unit = *les_text_pair_get_unit (self, which, first);
  const LesUnit *last = les_text_pair_get_unit (self, which, first + n - 1);

  unit.range.end = last->range.end;
  unit.n = last->first + last->n - unit.first;
  return unit;
}

/* What speaks for each pair of units in @rewording. */
static char *
explain (const LesUnitScorer *scorer, gpointer state, const LesRewording *rewording)
{
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < rewording->n_left; i++)
    for (guint j = 0; j < rewording->n_right; j++)
      {
        g_autofree char *line = scorer->explain (state, rewording->left + i, rewording->right + j);

        if (line != NULL)
          g_string_append_printf (lines, "%s%s", lines->len > 0 ? "; " : "", line);
      }
  return g_string_free (lines, lines->len == 0);
}

/* The reworded pairs, and what is needed to describe them. */
typedef struct
{
  LesTextPair *pair;
  const LesUnitScorer *scorer;
  gpointer state;
  GArray *rewordings;      /* of LesRewording */
  GPtrArray *matches;      /* for each a LesMatch, or NULL */
} Rewording;

/* Adds to what was taken over the rest of its sentences. Leaves the pairs that
 * nothing was taken over in, if they are more alike than chance makes them. */
static void
widen_taken (Rewording *self, guint n_taken)
{
  LesTextPair *pair = self->pair;
  int min_score = get_possible_score (pair);
  guint n_left = 0;

  for (guint i = 0; i < self->rewordings->len && !g_cancellable_is_cancelled (pair->cancellable); i++)
    {
      LesRewording rewording = g_array_index (self->rewordings, LesRewording, i);
      LesUnit left = join_units (pair, 0, rewording.left, rewording.n_left);
      LesUnit right = join_units (pair, 1, rewording.right, rewording.n_right);
      LesMatch *taken = find_taken_part (pair, &left, &right, n_taken);

      if (taken == NULL && !rewording.is_known && (rewording.is_in_order || rewording.score >= min_score))
        g_array_index (self->rewordings, LesRewording, n_left++) = rewording;
      else if (taken != NULL && !covers (taken, &left, &right))
        widen_match (pair, taken, &left, &right, rewording.score, explain (self->scorer, self->state, &rewording));
    }
  g_array_set_size (self->rewordings, n_left);
}

static void
describe_rewordings (gpointer data, guint part G_GNUC_UNUSED, guint first, guint end)
{
  Rewording *self = data;
  LesTextPair *pair = self->pair;
  g_autoptr (LesAligner) aligner = les_aligner_new (pair->weights);

  for (guint i = first; i < end && !g_cancellable_is_cancelled (pair->cancellable); i++)
    {
      const LesRewording *rewording = &g_array_index (self->rewordings, LesRewording, i);
      LesUnit left = join_units (pair, 0, rewording->left, rewording->n_left);
      LesUnit right = join_units (pair, 1, rewording->right, rewording->n_right);

      self->matches->pdata[i] = describe_rewording (pair, aligner, &left, &right, rewording->score,
                                                    explain (self->scorer, self->state, rewording));
    }
}

static void
add_reworded (Rewording *self)
{
  self->matches = g_ptr_array_new ();
  g_ptr_array_set_size (self->matches, self->rewordings->len);
  les_parallel_run (les_parallel_count_parts (self->rewordings->len, MIN_PARALLEL_MATCHES), self->rewordings->len,
                    describe_rewordings, self);
  for (guint i = 0; i < self->matches->len; i++)
    if (self->matches->pdata[i] != NULL)
      g_ptr_array_add (self->pair->matches, self->matches->pdata[i]);
  g_ptr_array_unref (self->matches);
}

/* The share of its words, 0 to 1, that the text has from the other which has more. */
static float
measure_taken (LesTextPair *self)
{
  guint n_taken[2] = { 0 };
  float share = 0;

  for (int i = 0; i < 2; i++)
    {
      for (guint t = 0; t < self->tokens[i]->n; t++)
        n_taken[i] += self->taken[i][t];
      if (self->tokens[i]->n > 0)
        share = MAX (share, (float) n_taken[i] / self->tokens[i]->n);
    }
  return share;
}

/* What was taken over is kin, the rest as far as its words go; those of two languages
 * do not tell. */
static float
measure_kinship (LesTextPair *self, const Rewording *rewording)
{
  float taken;

  if (self->books[0] != self->books[1])
    return 1;
  taken = measure_taken (self);
  return taken + (1 - taken) * rewording->scorer->get_kinship (rewording->state);
}

/* Counts the words of a passage that were taken over. */
static guint
count_taken (LesTextPair *self, const LesMatch *match)
{
  LesTokens *tokens = self->tokens[0];
  guint n = 0;

  for (guint t = les_tokens_find (tokens, match->left.start); t < tokens->n && tokens->items[t].start < match->left.end; t++)
    n += self->taken[0][t];
  return n;
}

static void
doubt_phrases (LesTextPair *self)
{
  if (self->kinship >= KINSHIP)
    return;
  for (guint i = 0; i < self->matches->len; i++)
    {
      LesMatch *match = g_ptr_array_index (self->matches, i);

      if (count_taken (self, match) <= MAX_PHRASE_WORDS)
        match->grade = LES_GRADE_POSSIBLE;
    }
}

static void
find_reworded (LesTextPair *self)
{
  LesUnitSide sides[2];
  LesUnitSide scored[2];
  guint8 *settled[2];
  g_autoptr (GArray) known = NULL;
  Rewording rewording = { self, &les_statement_scorer, NULL, NULL, NULL };
  guint n_taken = self->matches->len;

  sort_matches (self->matches);
  known = collect_known (self);
  for (int i = 0; i < 2; i++)
    {
      settled[i] = mark_settled (self, i);
      sides[i] = (LesUnitSide) { self->documents[i], self->tokens[i], self->units[i], self->books[i], settled[i] };
      scored[i] = sides[i];
    }
  if (les_rewordings_look_at_all (self->units[0]->len, self->units[1]->len))
    scored[0].settled = scored[1].settled = NULL;
  rewording.state = rewording.scorer->open (&scored[0], &scored[1], self->vocabulary, self->cancellable);
  self->kinship = measure_kinship (self, &rewording);
  rewording.rewordings = les_rewordings_find (rewording.scorer, rewording.state, &sides[0], &sides[1], known,
                                              POSSIBLE_SCORE, self->cancellable);
  widen_taken (&rewording, n_taken);
  doubt_phrases (self);
  add_reworded (&rewording);

  rewording.scorer->close (rewording.state);
  g_array_unref (rewording.rewordings);
  g_free (settled[0]);
  g_free (settled[1]);
}

static void
find_details (LesTextPair *self, LesMatch *match)
{
  LesDetailSide left = { self->documents[0], self->tokens[0], self->books[0] };
  LesDetailSide right = { self->documents[1], self->tokens[1], self->books[1] };

  les_details_find (&left, &right, match);
}

static void
detail_matches (gpointer data, guint part G_GNUC_UNUSED, guint first, guint end)
{
  LesTextPair *self = data;

  for (guint i = first; i < end; i++)
    find_details (self, g_ptr_array_index (self->matches, i));
}

/* Thousandths of the words of one text that lie in a match worth drawing. */
static int
get_shared (const LesShareCount *whole)
{
  return les_share_count_get_thousandths (whole, whole->taken_over + whole->reworded);
}

static void
measure_shares (LesTextPair *self, LesMatchSet *set)
{
  g_autoptr (GPtrArray) drawn = les_match_set_list_graded (set, LES_GRADE_PROBABLE);
  LesShares shares = les_shares_measure_tokens (self->documents, self->tokens, drawn);

  les_match_set_set_shares (set, &shares);
  les_match_set_set_shared (set, get_shared (&shares.left[LES_SHARE_WHOLE]), get_shared (&shares.right[LES_SHARE_WHOLE]));
}

static LesMatchSet *
collect_set (LesTextPair *self)
{
  LesMatchSet *set = les_match_set_new ();

  sort_matches (self->matches);
  les_chain_mark_moved (self->matches);
  les_parallel_run (les_parallel_count_parts (self->matches->len, MIN_PARALLEL_MATCHES), self->matches->len,
                    detail_matches, self);
  g_ptr_array_set_free_func (self->matches, NULL);
  for (guint i = 0; i < self->matches->len; i++)
    les_match_set_take (set, g_ptr_array_index (self->matches, i));
  measure_shares (self, set);
  return set;
}

/**
 * les_compare:
 * @left: the one text
 * @right: the other
 * @days_apart: how many days lie between the texts, as les_dates_count_days_between()
 *   counts; -1 if that is not known
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
les_compare (LesDocument *left, LesDocument *right, int days_apart, GCancellable *cancellable, GError **error)
{
  LesTextPair self;
  LesMatchSet *set = NULL;

  g_return_val_if_fail (left != NULL && right != NULL, NULL);

  if (les_same_text_is (left, right))
    return les_same_text_compare (left, right, cancellable, error);

  les_text_pair_open (&self, left, right, cancellable);
  self.days_apart = days_apart;
  if (les_text_pair_prepare (&self))
    {
      les_taken_over_find (&self);
      les_repeats_find (&self);
    }
  if (!g_cancellable_is_cancelled (cancellable))
    find_reworded (&self);
  if (!g_cancellable_set_error_if_cancelled (cancellable, error))
    set = collect_set (&self);
  les_text_pair_close (&self);
  return set;
}

/* A passage without words has no place of its own for what it lacks. */
static void
keep_inside (LesMatch *match)
{
  for (guint i = 0; i < match->differences->len; i++)
    {
      LesDifference *difference = &g_array_index (match->differences, LesDifference, i);

      difference->left.start = CLAMP (difference->left.start, match->left.start, match->left.end);
      difference->left.end = CLAMP (difference->left.end, match->left.start, match->left.end);
      difference->right.start = CLAMP (difference->right.start, match->right.start, match->right.end);
      difference->right.end = CLAMP (difference->right.end, match->right.start, match->right.end);
    }
}

/* The match of two passages that somebody chose, from the words they share. */
static LesMatch *
describe_pair (LesTextPair *self, LesTextRange left, LesTextRange right)
{
  LesUnit units[2] = { { left, 0, self->tokens[0]->n, LES_BLOCK_BODY, 0 },
                       { right, 0, self->tokens[1]->n, LES_BLOCK_BODY, 0 } };
  g_autoptr (GArray) runs = g_array_new (FALSE, FALSE, sizeof (LesRun));
  guint n_words = MAX (units[0].n, units[1].n);
  guint n_equal;
  LesMatch *match;

  les_word_diff_align (self->aligner, 0, units[0].n, 0, units[1].n, runs);
  n_equal = les_runs_count (runs);

  match = les_match_new (left, right, LES_MATCH_REWORDED, LES_GRADE_PROBABLE,
                         n_words == 0 ? 0 : 1000 * n_equal / n_words);
  if (n_words > 0 && n_equal == n_words)
    match->kind = LES_MATCH_VERBATIM;
  else if (n_equal * 100 >= n_words * EDITED_PERCENT && n_words > 0)
    match->kind = LES_MATCH_EDITED;
  match->evidence = les_match_dup_count_line (n_equal, units[0].n, units[1].n);
  les_word_diff_fill (self->tokens[0], 0, units[0].n, self->tokens[1], 0, units[1].n, runs,
                      match->kind == LES_MATCH_REWORDED ? self->books[0] : NULL, les_match_edit_differences (match));
  keep_inside (match);
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
  LesTextPair self;
  LesMatch *match;

  les_text_pair_open (&self, left, right, NULL);
  self.tokens[0] = les_tokens_new_for_range (left, left_range, self.vocabulary);
  self.tokens[1] = les_tokens_new_for_range (right, right_range, self.vocabulary);
  les_text_pair_weigh (&self);
  match = describe_pair (&self, left_range, right_range);
  find_details (&self, match);
  les_text_pair_close (&self);
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
describe_counterpart (LesTextPair *self, const LesUnitSide sides[2], const LesUnitScore *score, LesTextRange passage)
{
  const LesUnit *left = &g_array_index (sides[0].units, LesUnit, 0);
  const LesUnit *right = &g_array_index (sides[1].units, LesUnit, score->right);
  int points = les_rewordings_get_score (score->value);
  LesMatch *match;

  match = les_match_new (passage, right->range, LES_MATCH_REWORDED,
                         points >= PROBABLE_SCORE ? LES_GRADE_PROBABLE : LES_GRADE_POSSIBLE, points);
  describe_words (self, self->aligner, left, right, match);
  find_details (self, match);
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
  const LesUnitScorer *scorer = &les_statement_scorer;
  LesUnitSide sides[2];
  LesTextPair self;
  gpointer state;

  g_array_set_clear_func (found, clear_match);
  les_text_pair_open (&self, from, to, NULL);
  self.tokens[0] = les_tokens_new_for_range (from, passage, self.vocabulary);
  self.tokens[1] = les_tokens_new (to, self.vocabulary, NULL);
  les_text_pair_weigh (&self);
  sides[0] = (LesUnitSide) { from, self.tokens[0], les_units_new_for_range (passage, self.tokens[0]), self.books[0], NULL };
  sides[1] = (LesUnitSide) { to, self.tokens[1], les_units_new (to, self.tokens[1]), self.books[1], NULL };

  state = scorer->open (&sides[0], &sides[1], self.vocabulary, NULL);
  if (sides[0].units->len > 0)
    {
      gpointer desk = scorer->open_desk (state);

      scorer->score_row (state, desk, 0, scores);
      scorer->close_desk (desk);
    }
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
  les_text_pair_close (&self);
  return found;
}
