/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-comparer.h"

#include <string.h>

#include "les-chain.h"
#include "les-details.h"
#include "les-passages.h"
#include "les-rewording.h"
#include "les-word-diff.h"

/* Thousandths, as les_rewordings_get_score() spreads them. */
#define POSSIBLE_SCORE 484
#define PROBABLE_SCORE 492

/* A unit of which so many hundredths were taken over needs no other partner. */
#define TAKEN_PERCENT 60

/* Words that two sentences share are astray if they are fewer than so many
 * hundredths of the shorter one, and few. */
#define STRAY_PERCENT 25
#define MAX_STRAY_WORDS 5

/* A sentence of which so many hundredths are equal belongs to a passage whole. */
#define WHOLE_PERCENT 40

/* A part of a passage needs so many hundredths of equal words, more if they are
 * few. */
#define THIN_PERCENT 25
#define FEW_WORDS 4
#define FEW_WORDS_PERCENT 50

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
  GArray *units[2];            /* of LesUnit */
  guint8 *taken[2];            /* for each token, whether it was taken over */
  guint32 *unit_of[2];         /* for each token, the unit it stands in */
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
cut_units (Comparison *self)
{
  for (int i = 0; i < 2; i++)
    {
      self->units[i] = les_units_new (self->documents[i], self->tokens[i]);
      self->unit_of[i] = g_new0 (guint32, self->tokens[i]->n + 1);
      for (guint u = 0; u < self->units[i]->len; u++)
        {
          const LesUnit *unit = &g_array_index (self->units[i], LesUnit, u);

          for (guint t = 0; t < unit->n; t++)
            self->unit_of[i][unit->first + t] = u;
        }
    }
}

static void
close_comparison (Comparison *self)
{
  g_clear_pointer (&self->weights, les_weights_free);
  g_clear_pointer (&self->aligner, les_aligner_free);
  for (int i = 0; i < 2; i++)
    {
      g_clear_pointer (&self->tokens[i], les_tokens_free);
      g_clear_pointer (&self->units[i], g_array_unref);
      g_free (self->taken[i]);
      g_free (self->unit_of[i]);
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

static const LesUnit *
get_unit (Comparison *self, int which, guint index)
{
  return &g_array_index (self->units[which], LesUnit, index);
}

/* Widens tokens @first to @last to whole sentences where most of their words
 * are among the @n_equal that both texts have. */
static void
snap_to_units (Comparison *self, int which, guint n_equal, guint *first, guint *last)
{
  const LesUnit *start = get_unit (self, which, self->unit_of[which][*first]);
  const LesUnit *end = get_unit (self, which, self->unit_of[which][*last]);

  if (n_equal * 100 < (end->first + end->n - start->first) * WHOLE_PERCENT)
    return;
  *first = start->first;
  *last = end->first + end->n - 1;
}

/* Whether a part of a passage has too little in common to stand for itself. */
static gboolean
is_thin (guint n_equal, guint n_left, guint n_right)
{
  guint percent = 100 * n_equal / MAX (n_left, n_right);

  return percent < THIN_PERCENT || (n_equal < FEW_WORDS && percent < FEW_WORDS_PERCENT);
}

static void
take_runs (Comparison *self, const GArray *runs)
{
  for (guint i = 0; i < runs->len; i++)
    {
      const LesRun *run = &g_array_index (runs, LesRun, i);

      memset (self->taken[0] + run->left, 1, run->n);
      memset (self->taken[1] + run->right, 1, run->n);
    }
}

/* One match from the runs of a passage, or of a part of it. */
static void
add_passage (Comparison *self, GArray *runs)
{
  const LesRun *first_run = &g_array_index (runs, LesRun, 0);
  const LesRun *last_run = &g_array_index (runs, LesRun, runs->len - 1);
  guint first[2] = { first_run->left, first_run->right };
  guint last[2] = { last_run->left + last_run->n - 1, last_run->right + last_run->n - 1 };
  guint n_equal = 0;
  guint n_words;
  LesMatch *match;

  for (guint i = 0; i < runs->len; i++)
    n_equal += g_array_index (runs, LesRun, i).n;
  if (is_thin (n_equal, last[0] - first[0] + 1, last[1] - first[1] + 1))
    return;
  take_runs (self, runs);
  for (int i = 0; i < 2; i++)
    snap_to_units (self, i, n_equal, &first[i], &last[i]);
  n_words = MAX (last[0] - first[0], last[1] - first[1]) + 1;

  match = les_match_new (cover_tokens (self, 0, first[0], last[0]), cover_tokens (self, 1, first[1], last[1]),
                         n_equal == n_words ? LES_MATCH_VERBATIM : LES_MATCH_EDITED,
                         LES_GRADE_ASSERTED, 1000 * n_equal / n_words);
  les_word_diff_fill (self->tokens[0], first[0], last[0] + 1,
                      self->tokens[1], first[1], last[1] + 1, runs, match->differences);
  match->evidence = g_strdup_printf ("%u of %u and %u words equal", n_equal,
                                     last[0] - first[0] + 1, last[1] - first[1] + 1);
  g_ptr_array_add (self->matches, match);
}

/* A piece of a run that lies in one left and one right unit, and how many words
 * these two share in the whole passage. */
typedef struct
{
  LesRun run;
  guint units[2];
  guint n_shared;
} Piece;

static GArray *
cut_pieces (Comparison *self, const LesPassage *passage)
{
  GArray *pieces = g_array_new (FALSE, TRUE, sizeof (Piece));

  for (guint i = 0; i < passage->runs->len; i++)
    {
      LesRun run = g_array_index (passage->runs, LesRun, i);

      while (run.n > 0)
        {
          Piece piece = { run, { self->unit_of[0][run.left], self->unit_of[1][run.right] }, 0 };
          const LesUnit *left = get_unit (self, 0, piece.units[0]);
          const LesUnit *right = get_unit (self, 1, piece.units[1]);

          piece.run.n = MIN (run.n, MIN (left->first + left->n - run.left, right->first + right->n - run.right));
          g_array_append_val (pieces, piece);
          run.left += piece.run.n;
          run.right += piece.run.n;
          run.n -= piece.run.n;
        }
    }
  return pieces;
}

static void
count_shared (GArray *pieces)
{
  guint first = 0;

  for (guint i = 0; i <= pieces->len; i++)
    {
      const Piece *start = &g_array_index (pieces, Piece, first);
      const Piece *piece = i < pieces->len ? &g_array_index (pieces, Piece, i) : NULL;
      guint n = 0;

      if (pieces->len == 0
          || (piece != NULL && piece->units[0] == start->units[0] && piece->units[1] == start->units[1]))
        continue;
      for (guint k = first; k < i; k++)
        n += g_array_index (pieces, Piece, k).run.n;
      for (guint k = first; k < i; k++)
        g_array_index (pieces, Piece, k).n_shared = n;
      first = i;
    }
}

/* Whether a few words strayed over the end of a sentence. */
static gboolean
is_stray (Comparison *self, const Piece *piece)
{
  guint n = MIN (get_unit (self, 0, piece->units[0])->n, get_unit (self, 1, piece->units[1])->n);

  return piece->n_shared * 100 < n * STRAY_PERCENT && piece->n_shared <= MAX_STRAY_WORDS;
}

/* Whether both texts go on to another sentence, or one leaves out a whole one. */
static gboolean
begins_part (const Piece *before, const Piece *piece)
{
  guint left = piece->units[0] - before->units[0];
  guint right = piece->units[1] - before->units[1];

  return (left > 0 && right > 0) || left > 1 || right > 1;
}

static gboolean
continues (const LesRun *run, const LesRun *next)
{
  return run->left + run->n == next->left && run->right + run->n == next->right;
}

/* Cuts a passage between its sentences, as far as both texts cut them alike. */
static void
split_passage (Comparison *self, const LesPassage *passage)
{
  g_autoptr (GArray) pieces = cut_pieces (self, passage);
  g_autoptr (GArray) part = g_array_new (FALSE, FALSE, sizeof (LesRun));
  const Piece *before = NULL;

  count_shared (pieces);
  for (guint i = 0; i < pieces->len; i++)
    {
      const Piece *piece = &g_array_index (pieces, Piece, i);
      LesRun *last = part->len > 0 ? &g_array_index (part, LesRun, part->len - 1) : NULL;

      if (pieces->len > 1 && is_stray (self, piece))
        continue;
      if (before != NULL && begins_part (before, piece))
        {
          add_passage (self, part);
          g_array_set_size (part, 0);
          last = NULL;
        }
      if (last != NULL && continues (last, &piece->run))
        last->n += piece->run.n;
      else
        g_array_append_val (part, piece->run);
      before = piece;
    }
  if (part->len > 0)
    add_passage (self, part);
}

static void
find_taken_over (Comparison *self)
{
  g_autoptr (GPtrArray) passages = NULL;

  passages = les_passages_find (self->weights, les_vocabulary_get_n (self->vocabulary), self->cancellable);
  for (guint i = 0; i < passages->len && !g_cancellable_is_cancelled (self->cancellable); i++)
    split_passage (self, g_ptr_array_index (passages, i));
}

static int
compare_matches (gconstpointer a, gconstpointer b)
{
  const LesMatch *x = *(LesMatch *const *) a;
  const LesMatch *y = *(LesMatch *const *) b;
  int order = les_text_range_compare (x->left, y->left);

  return order != 0 ? order : les_text_range_compare (x->right, y->right);
}

/* For each unit, whether it was taken over. */
static guint8 *
mark_settled (Comparison *self, int which)
{
  guint8 *settled = g_new0 (guint8, self->units[which]->len + 1);

  for (guint i = 0; i < self->units[which]->len; i++)
    {
      const LesUnit *unit = get_unit (self, which, i);
      guint n = 0;

      for (guint t = 0; t < unit->n; t++)
        n += self->taken[which][unit->first + t];
      settled[i] = n * 100 >= unit->n * TAKEN_PERCENT;
    }
  return settled;
}

static int
compare_known (gconstpointer a, gconstpointer b)
{
  const LesRewording *x = a;
  const LesRewording *y = b;

  if (x->left != y->left)
    return x->left < y->left ? -1 : 1;
  return x->right < y->right ? -1 : x->right > y->right;
}

/* The units that the passages taken over join. */
static GArray *
collect_known (Comparison *self)
{
  GArray *known = g_array_new (FALSE, FALSE, sizeof (LesRewording));

  for (guint i = 0; i < self->matches->len; i++)
    {
      const LesMatch *match = g_ptr_array_index (self->matches, i);
      guint left = les_tokens_find (self->tokens[0], match->left.start);
      guint right = les_tokens_find (self->tokens[1], match->right.start);
      LesRewording pair = { self->unit_of[0][left], self->unit_of[1][right], 1000 };

      g_array_append_val (known, pair);
    }
  g_array_sort (known, compare_known);
  return known;
}

static void
describe_words (Comparison *self, const LesUnit *left, const LesUnit *right, LesMatch *match)
{
  g_autoptr (GArray) runs = g_array_new (FALSE, FALSE, sizeof (LesRun));

  if (match->grade == LES_GRADE_ASSERTED)
    les_aligner_fill (self->aligner, left->first, left->first + left->n,
                      right->first, right->first + right->n, runs);
  else
    les_word_diff_align (self->aligner, left->first, left->first + left->n,
                         right->first, right->first + right->n, runs);
  les_word_diff_fill (self->tokens[0], left->first, left->first + left->n,
                      self->tokens[1], right->first, right->first + right->n,
                      runs, match->differences);
}

/* The passage that was taken over within these two units, or NULL. */
static LesMatch *
find_taken_part (Comparison *self, const LesUnit *left, const LesUnit *right, guint n_taken)
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

static void
add_rewording (Comparison *self, const LesUnit *left, const LesUnit *right, int score, char *evidence)
{
  LesMatch *match = les_match_new (left->range, right->range, LES_MATCH_REWORDED,
                                   score >= PROBABLE_SCORE ? LES_GRADE_PROBABLE : LES_GRADE_POSSIBLE, score);

  match->evidence = evidence;
  describe_words (self, left, right, match);
  g_ptr_array_add (self->matches, match);
}

/* What was taken over, together with the rest of its sentences. */
static void
widen_match (Comparison *self, LesMatch *match, const LesUnit *left, const LesUnit *right, char *evidence)
{
  g_autofree char *words = match->evidence;

  match->left = left->range;
  match->right = right->range;
  match->kind = LES_MATCH_EDITED;
  match->evidence = g_strdup_printf ("%s; %s", words, evidence != NULL ? evidence : "");
  g_array_set_size (match->differences, 0);
  describe_words (self, left, right, match);
  g_free (evidence);
}

static void
find_reworded (Comparison *self)
{
  LesUnitSide sides[2];
  guint8 *settled[2];
  g_autoptr (GArray) known = collect_known (self);
  g_autoptr (GArray) rewordings = NULL;
  const LesUnitScorer *scorer = &les_statement_scorer;
  guint n_taken = self->matches->len;
  gpointer state;

  g_ptr_array_sort (self->matches, compare_matches);
  for (int i = 0; i < 2; i++)
    {
      settled[i] = mark_settled (self, i);
      sides[i] = (LesUnitSide) { self->documents[i], self->tokens[i], self->units[i], settled[i] };
    }
  state = scorer->open (&sides[0], &sides[1], self->vocabulary, self->cancellable);
  rewordings = les_rewordings_find (scorer, state, &sides[0], &sides[1], known, POSSIBLE_SCORE, self->cancellable);

  for (guint i = 0; i < rewordings->len && !g_cancellable_is_cancelled (self->cancellable); i++)
    {
      const LesRewording *rewording = &g_array_index (rewordings, LesRewording, i);
      const LesUnit *left = &g_array_index (sides[0].units, LesUnit, rewording->left);
      const LesUnit *right = &g_array_index (sides[1].units, LesUnit, rewording->right);
      LesMatch *taken = find_taken_part (self, left, right, n_taken);
      char *evidence = scorer->explain (state, rewording->left, rewording->right);

      if (taken == NULL)
        add_rewording (self, left, right, rewording->score, evidence);
      else
        widen_match (self, taken, left, right, evidence);
    }

  scorer->close (state);
  g_free (settled[0]);
  g_free (settled[1]);
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

static void
find_details (Comparison *self, LesMatch *match)
{
  LesDetailSide left = { self->documents[0], self->tokens[0] };
  LesDetailSide right = { self->documents[1], self->tokens[1] };

  les_details_find (&left, &right, self->vocabulary, match);
}

static void
measure_shares (Comparison *self, LesMatchSet *set)
{
  g_autoptr (GPtrArray) drawn = les_match_set_list_graded (set, LES_GRADE_PROBABLE);
  LesShares shares = les_shares_measure (self->documents[0], self->documents[1], drawn);

  les_match_set_set_shares (set, &shares);
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

      find_details (self, match);
      les_match_set_take (set, match);
    }
  measure_shares (self, set);
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
  cut_units (&self);
  find_taken_over (&self);
  if (!g_cancellable_is_cancelled (cancellable))
    find_reworded (&self);
  if (!g_cancellable_set_error_if_cancelled (cancellable, error))
    set = collect_set (&self);
  close_comparison (&self);
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
  Comparison self;
  LesMatch *match;

  open_comparison (&self, left, right, NULL);
  self.tokens[0] = les_tokens_new_for_range (left, left_range, self.vocabulary);
  self.tokens[1] = les_tokens_new_for_range (right, right_range, self.vocabulary);
  weigh_comparison (&self);
  match = describe_pair (&self, left_range, right_range);
  find_details (&self, match);
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
  int points = les_rewordings_get_score (score->value);
  LesMatch *match;

  match = les_match_new (passage, right->range, LES_MATCH_REWORDED,
                         points >= PROBABLE_SCORE ? LES_GRADE_PROBABLE : LES_GRADE_POSSIBLE, points);
  describe_words (self, left, right, match);
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
  Comparison self;
  gpointer state;

  g_array_set_clear_func (found, clear_match);
  open_comparison (&self, from, to, NULL);
  self.tokens[0] = les_tokens_new_for_range (from, passage, self.vocabulary);
  self.tokens[1] = les_tokens_new (to, self.vocabulary, NULL);
  weigh_comparison (&self);
  sides[0] = (LesUnitSide) { from, self.tokens[0], les_units_new_for_range (passage, self.tokens[0]), NULL };
  sides[1] = (LesUnitSide) { to, self.tokens[1], les_units_new (to, self.tokens[1]), NULL };

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
