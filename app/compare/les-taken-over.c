/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-taken-over.h"

#include <string.h>

#include "les-parallel.h"
#include "les-passages.h"
#include "les-word-diff.h"

/* Words that two sentences share are astray if they are fewer than so many
 * hundredths of the shorter one, and few. */
#define STRAY_PERCENT 25
#define MAX_STRAY_WORDS 5

/* A sentence of which so many hundredths are equal belongs to a passage whole; less
 * will do where the other sentence is in it nearly whole. */
#define WHOLE_PERCENT 40
#define NEARLY_WHOLE_PERCENT 60
#define PART_PERCENT 20

/* So few words may be names and offices that both texts have anyway. */
#define MAX_LABEL_WORDS 10

/* A part of a passage needs so many hundredths of equal words, more if they are
 * few. */
#define THIN_PERCENT 25
#define FEW_WORDS 4
#define FEW_WORDS_PERCENT 50

/* So many passages are worth a thread of their own. */
#define MIN_PARALLEL_PASSAGES 300

/* The characters of some tokens, with the marks that belong to them. */
static LesTextRange
cover_tokens (LesTextPair *self, int which, guint first, guint last)
{
  const LesToken *items = self->tokens[which]->items;

  return LES_TEXT_RANGE (items[first].start - (int) items[first].n_before, items[last].end + (int) items[last].n_behind);
}

/* Widens tokens @first to @last to whole sentences where most of their words
 * are among the @n_equal that both texts have; both to whole sentences where that
 * holds for one: then the other says the same and more. */
static void
snap_to_units (LesTextPair *self, guint n_equal, guint first[2], guint last[2])
{
  const LesUnit *starts[2];
  const LesUnit *ends[2];
  guint shares[2];
  guint most;

  for (int i = 0; i < 2; i++)
    {
      starts[i] = les_text_pair_get_unit (self, i, self->unit_of[i][first[i]]);
      ends[i] = les_text_pair_get_unit (self, i, self->unit_of[i][last[i]]);
      shares[i] = n_equal * 100 / (ends[i]->first + ends[i]->n - starts[i]->first);
    }
  most = MAX (shares[0], shares[1]);
  for (int i = 0; i < 2; i++)
    if (shares[i] >= WHOLE_PERCENT || (most >= NEARLY_WHOLE_PERCENT && shares[i] >= PART_PERCENT))
      {
        first[i] = starts[i]->first;
        last[i] = ends[i]->first + ends[i]->n - 1;
      }
}

/* Whether a part of a passage has too little in common to stand for itself. */
static gboolean
is_thin (guint n_equal, guint n_left, guint n_right)
{
  guint percent = 100 * n_equal / MAX (n_left, n_right);

  return percent < THIN_PERCENT || (n_equal < FEW_WORDS && percent < FEW_WORDS_PERCENT);
}

static void
take_runs (LesTextPair *self, const GArray *runs)
{
  for (guint i = 0; i < runs->len; i++)
    {
      const LesRun *run = &g_array_index (runs, LesRun, i);

      memset (self->taken[0] + run->left, 1, run->n);
      memset (self->taken[1] + run->right, 1, run->n);
    }
}

/* Whether @token says who or where, or nothing, rather than what: "with US
 * President Jane Doe". */
static gboolean
is_label (LesTextPair *self, guint token)
{
  const LesToken *word = &self->tokens[0]->items[token];
  const LesWordFacts *facts = les_word_book_get_facts (self->books[0], word->id);
  const LesLexiconEntry *entry;
  gboolean follows;
  gboolean leads;

  if (facts->class == LES_LEXICON_EMPTY || facts->class == LES_LEXICON_FRAME
      || les_word_book_is_role (self->books[0], word->id))
    return TRUE;
  entry = les_lexicon_look_up (les_word_book_get_lexicon (self->books[0]), les_word_book_get_stem (self->books[0], word->id));
  if (entry != NULL && entry->place != 0)
    return TRUE;
  follows = token > 0 && word->is_joined && word[-1].is_capital;
  leads = token + 1 < self->tokens[0]->n && word[1].is_joined && word[1].is_capital;
  return word->is_capital && (follows || leads);
}

static gboolean
is_whole_unit (LesTextPair *self, int which, guint first, guint last)
{
  const LesUnit *unit = les_text_pair_get_unit (self, which, self->unit_of[which][first]);

  return unit->first == first && unit->first + unit->n == last + 1;
}

/* Whether a few equal words are but names, offices and places. */
static gboolean
is_labels_only (LesTextPair *self, const GArray *runs)
{
  if (les_runs_count (runs) > MAX_LABEL_WORDS)
    return FALSE;
  for (guint i = 0; i < runs->len; i++)
    {
      const LesRun *run = &g_array_index (runs, LesRun, i);

      for (guint k = 0; k < run->n; k++)
        if (!is_label (self, run->left + k))
          return FALSE;
    }
  return TRUE;
}

/* One match from the runs of a passage, or of a part of it. */
static void
add_passage (LesTextPair *self, GArray *runs, GPtrArray *matches)
{
  const LesRun *first_run = &g_array_index (runs, LesRun, 0);
  const LesRun *last_run = &g_array_index (runs, LesRun, runs->len - 1);
  guint first[2] = { first_run->left, first_run->right };
  guint last[2] = { last_run->left + last_run->n - 1, last_run->right + last_run->n - 1 };
  guint n_equal = les_runs_count (runs);
  guint n_words;
  LesMatch *match;

  if (is_thin (n_equal, last[0] - first[0] + 1, last[1] - first[1] + 1)
      || (!is_whole_unit (self, 0, first[0], last[0]) && !is_whole_unit (self, 1, first[1], last[1]) && is_labels_only (self, runs)))
    return;
  take_runs (self, runs);
  snap_to_units (self, n_equal, first, last);
  n_words = MAX (last[0] - first[0], last[1] - first[1]) + 1;

  match = les_match_new (cover_tokens (self, 0, first[0], last[0]), cover_tokens (self, 1, first[1], last[1]),
                         n_equal == n_words ? LES_MATCH_VERBATIM : LES_MATCH_EDITED,
                         LES_GRADE_ASSERTED, 1000 * n_equal / n_words);
  if (match->kind != LES_MATCH_VERBATIM)
    les_word_diff_fill (self->tokens[0], first[0], last[0] + 1,
                        self->tokens[1], first[1], last[1] + 1, runs, NULL, les_match_edit_differences (match));
  match->evidence = les_match_dup_count_line (n_equal, last[0] - first[0] + 1, last[1] - first[1] + 1);
  g_ptr_array_add (matches, match);
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
cut_pieces (LesTextPair *self, const LesPassage *passage)
{
  GArray *pieces = g_array_new (FALSE, TRUE, sizeof (Piece));

  for (guint i = 0; i < passage->runs->len; i++)
    {
      LesRun run = g_array_index (passage->runs, LesRun, i);

      while (run.n > 0)
        {
          Piece piece = { run, { self->unit_of[0][run.left], self->unit_of[1][run.right] }, 0 };
          const LesUnit *left = les_text_pair_get_unit (self, 0, piece.units[0]);
          const LesUnit *right = les_text_pair_get_unit (self, 1, piece.units[1]);

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
is_stray (LesTextPair *self, const Piece *piece)
{
  guint n = MIN (les_text_pair_get_unit (self, 0, piece->units[0])->n, les_text_pair_get_unit (self, 1, piece->units[1])->n);

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
split_passage (LesTextPair *self, const LesPassage *passage, GPtrArray *matches)
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
          add_passage (self, part, matches);
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
    add_passage (self, part, matches);
}

/* Passages that are split in parts, each with a list of its own. */
typedef struct
{
  LesTextPair *pair;
  GPtrArray *passages;
  GPtrArray *matches[LES_PARALLEL_MAX_PARTS];
} Splitting;

static void
split_passages (gpointer data, guint part, guint first, guint end)
{
  Splitting *splitting = data;

  splitting->matches[part] = g_ptr_array_new ();
  for (guint i = first; i < end && !g_cancellable_is_cancelled (splitting->pair->cancellable); i++)
    split_passage (splitting->pair, g_ptr_array_index (splitting->passages, i), splitting->matches[part]);
}

/**
 * les_taken_over_find:
 * @self: with units
 *
 * Adds a match for each passage that was taken over, cut between its sentences,
 * and marks its words as taken. Stops early when cancelled. Cost: as
 * les_passages_find().
 */
void
les_taken_over_find (LesTextPair *self)
{
  Splitting splitting = { self, NULL, { NULL } };
  guint n_parts;

  splitting.passages = les_passages_find (self->weights, les_vocabulary_get_n (self->vocabulary), self->cancellable);
  n_parts = les_parallel_count_parts (splitting.passages->len, MIN_PARALLEL_PASSAGES);
  les_parallel_run (n_parts, splitting.passages->len, split_passages, &splitting);
  for (guint i = 0; i < n_parts; i++)
    g_ptr_array_extend_and_steal (self->matches, splitting.matches[i]);
  g_ptr_array_unref (splitting.passages);
}
