/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-text-pair.h"

#include <string.h>

#include "les-match.h"

/**
 * les_text_pair_open:
 * @cancellable: (nullable): what it stops by; borrowed like the texts
 *
 * Prepares a comparison; who opened it fills in the tokens, then weighs.
 */
void
les_text_pair_open (LesTextPair *self, LesDocument *left, LesDocument *right, GCancellable *cancellable)
{
  memset (self, 0, sizeof *self);
  self->documents[0] = left;
  self->documents[1] = right;
  self->vocabulary = les_vocabulary_new ();
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
    self->taken[i] = g_new0 (guint8, self->tokens[i]->n + 1);
}

/**
 * les_text_pair_cut_units:
 *
 * Cuts both texts into sentences and headings; call when the tokens are there.
 *
 * Returns: %FALSE when cancelled: nothing but closing is left to do then
 */
gboolean
les_text_pair_cut_units (LesTextPair *self)
{
  for (int i = 0; i < 2; i++)
    {
      if (!les_document_cut_sentences (self->documents[i], self->cancellable))
        return FALSE;
      self->units[i] = les_units_new (self->documents[i], self->tokens[i]);
      self->unit_of[i] = g_new0 (guint32, self->tokens[i]->n + 1);
      for (guint u = 0; u < self->units[i]->len; u++)
        {
          const LesUnit *unit = &g_array_index (self->units[i], LesUnit, u);

          for (guint t = 0; t < unit->n; t++)
            self->unit_of[i][unit->first + t] = u;
        }
    }
  return TRUE;
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
