/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-text-pair.h"

#include <string.h>

#include "les-match.h"
#include "les-parallel.h"
#include "les-zeroed.h"

/* Two things are done at a time if both texts have so many bytes. */
#define MIN_PARALLEL_BYTES 250000

static LesVocabulary *
new_vocabulary (LesDocument *document)
{
  return les_vocabulary_new_sized (les_tokens_guess_different (les_document_get_text (document)));
}

/**
 * les_text_pair_open:
 * @cancellable: (nullable): what it stops by; borrowed like the texts
 *
 * Prepares a comparison; who opened it goes on with les_text_pair_prepare(), or
 * fills in the tokens and weighs.
 */
void
les_text_pair_open (LesTextPair *self, LesDocument *left, LesDocument *right, GCancellable *cancellable)
{
  memset (self, 0, sizeof *self);
  self->documents[0] = left;
  self->documents[1] = right;
  self->vocabulary = new_vocabulary (left);
  self->cancellable = cancellable;
  self->matches = g_ptr_array_new_with_free_func ((GDestroyNotify) les_match_free);
}

static void
open_books (LesTextPair *self)
{
  const char *left = les_document_get_language (self->documents[0]);
  const char *right = les_document_get_language (self->documents[1]);

  self->books[0] = les_word_book_new (self->vocabulary, left);
  self->books[1] = g_strcmp0 (left, right) == 0 ? self->books[0] : les_word_book_new (self->vocabulary, right);
}

/** Looks at the words of both texts; call when the tokens are there. */
void
les_text_pair_weigh (LesTextPair *self)
{
  self->weights = les_weights_new (self->tokens[0], self->tokens[1], les_vocabulary_get_n (self->vocabulary));
  self->aligner = les_aligner_new (self->weights);
  open_books (self);
  for (int i = 0; i < 2; i++)
    self->taken[i] = les_new_zeroed (guint8, self->tokens[i]->n + 1);
}

/* Cuts one text into sentences and headings. */
static void
cut_units (LesTextPair *self, int which)
{
  if (!les_document_cut_sentences (self->documents[which], self->cancellable))
    return;
  self->units[which] = les_units_new (self->documents[which], self->tokens[which]);
  self->unit_of[which] = g_new0 (guint32, self->tokens[which]->n + 1);
  for (guint u = 0; u < self->units[which]->len; u++)
    {
      const LesUnit *unit = les_text_pair_get_unit (self, which, u);

      for (guint t = 0; t < unit->n; t++)
        self->unit_of[which][unit->first + t] = u;
    }
}

typedef struct
{
  LesTextPair *pair;
  LesVocabulary *vocabularies[2];  /* one for both if they are read in turn */
} Reading;

static void
read_sides (gpointer data, guint part G_GNUC_UNUSED, guint first, guint end)
{
  Reading *reading = data;

  for (guint i = first; i < end; i++)
    reading->pair->tokens[i] = les_tokens_new (reading->pair->documents[i], reading->vocabularies[i],
                                               reading->pair->cancellable);
}

/* The words get the numbers that they get when both texts are read in turn. */
static void
join_vocabularies (LesTextPair *self, LesVocabulary *right)
{
  g_autofree guint32 *numbers = les_vocabulary_take_in (self->vocabulary, right);

  les_tokens_renumber (self->tokens[1], numbers);
}

static gboolean
is_long (LesDocument *document)
{
  return les_text_get_n_bytes (les_document_get_text (document)) >= MIN_PARALLEL_BYTES;
}

static void
read_tokens (LesTextPair *self, guint n_parts)
{
  g_autoptr (LesVocabulary) right = n_parts > 1 ? new_vocabulary (self->documents[1]) : NULL;
  Reading reading = { self, { self->vocabulary, right != NULL ? right : self->vocabulary } };

  les_parallel_run (n_parts, 2, read_sides, &reading);
  if (right != NULL)
    join_vocabularies (self, right);
}

enum
{
  CUT_UNITS,
  WEIGH_WORDS,
  N_PREPARATIONS,
};

static void
prepare (gpointer data, guint part G_GNUC_UNUSED, guint first, guint end)
{
  for (guint i = first; i < end; i++)
    if (i == WEIGH_WORDS)
      les_text_pair_weigh (data);
    else
      {
        cut_units (data, 0);
        cut_units (data, 1);
      }
}

/**
 * les_text_pair_prepare:
 *
 * Reads the words of both texts, weighs them, and cuts both into sentences and
 * headings; of long texts two things at a time.
 *
 * Returns: %FALSE when cancelled: nothing but closing is left to do then. Cost:
 *   linear.
 */
gboolean
les_text_pair_prepare (LesTextPair *self)
{
  guint n_parts = is_long (self->documents[0]) && is_long (self->documents[1]) ? les_parallel_count_parts (2, 1) : 1;

  read_tokens (self, n_parts);
  les_parallel_run (n_parts, N_PREPARATIONS, prepare, self);
  return self->units[0] != NULL && self->units[1] != NULL && !g_cancellable_is_cancelled (self->cancellable);
}

/** Frees what was filled in. */
void
les_text_pair_close (LesTextPair *self)
{
  g_clear_pointer (&self->weights, les_weights_free);
  g_clear_pointer (&self->aligner, les_aligner_free);
  if (self->books[1] != self->books[0])
    les_word_book_free (self->books[1]);
  g_clear_pointer (&self->books[0], les_word_book_free);
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

/** Returns: (transfer none): unit @index of the left (0) or right (1) text */
const LesUnit *
les_text_pair_get_unit (LesTextPair *self, int which, guint index)
{
  return &g_array_index (self->units[which], LesUnit, index);
}
