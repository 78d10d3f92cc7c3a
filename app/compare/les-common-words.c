/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-common-words.h"

#include "les-stems.h"
#include "les-words.h"

#define LONG_WORD_CHARS 5

/* stem -> queue of words with that stem, in the order of the text */
static GHashTable *
index_words (LesDocument *document, GArray *words)
{
  GHashTable *index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  g_autoptr (LesStemmer) stemmer = les_stemmer_new (les_document_get_language (document));

  for (guint i = 0; i < words->len; i++)
    {
      char *word = les_text_dup_range (les_document_get_text (document), g_array_index (words, LesWord, i).range);
      char *stem = les_stemmer_dup_stem (stemmer, word, -1);
      GPtrArray *same = g_hash_table_lookup (index, stem);

      if (same == NULL)
        {
          same = g_ptr_array_new_with_free_func (g_free);
          g_hash_table_insert (index, g_strdup (stem), same);
        }
      g_ptr_array_add (same, word);
      g_free (stem);
    }
  return index;
}

/* The first word of a passage is capitalised whatever it is. */
static gboolean
is_telling (const char *word, gboolean first)
{
  gunichar c = g_utf8_get_char (word);

  return g_unichar_isdigit (c) || (g_unichar_isupper (c) && !first) || g_utf8_strlen (word, -1) >= LONG_WORD_CHARS;
}

static void
append_telling (LesCommonWords *self, const char *left, gboolean first, const char *right)
{
  g_autofree char *here = g_utf8_casefold (left, -1);
  g_autofree char *there = g_utf8_casefold (right, -1);

  if (!is_telling (left, first))
    return;
  g_ptr_array_add (self->telling, g_str_equal (here, there) ? g_strdup (left)
                                                            : g_strdup_printf ("%s / %s", left, right));
}

static void
compare_words (LesCommonWords *self, LesDocument *left, GArray *left_words, GHashTable *right_index)
{
  g_autoptr (LesStemmer) stemmer = les_stemmer_new (les_document_get_language (left));
  g_autoptr (GHashTable) used = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < left_words->len; i++)
    {
      LesTextRange range = g_array_index (left_words, LesWord, i).range;
      g_autofree char *word = les_text_dup_range (les_document_get_text (left), range);
      g_autofree char *stem = les_stemmer_dup_stem (stemmer, word, -1);
      GPtrArray *there = g_hash_table_lookup (right_index, stem);
      guint n_used = GPOINTER_TO_UINT (g_hash_table_lookup (used, stem));

      if (there == NULL || n_used >= there->len)
        continue;
      self->n_common++;
      if (n_used == 0)
        append_telling (self, word, i == 0, there->pdata[0]);
      g_hash_table_insert (used, g_strdup (stem), GUINT_TO_POINTER (n_used + 1));
    }
}

/**
 * les_common_words_new:
 * @left_range: Unicode characters of the left text
 * @right_range: Unicode characters of the right text
 *
 * What two passages share, word for word by their Snowball stems, wherever in
 * the passage they stand: what a reader can see of why they were set against
 * each other. Linear. Any thread.
 *
 * Returns: (transfer full)
 */
LesCommonWords *
les_common_words_new (LesDocument *left, LesTextRange left_range, LesDocument *right, LesTextRange right_range)
{
  LesCommonWords *self = g_new0 (LesCommonWords, 1);
  g_autoptr (GArray) left_words = les_words_split (les_document_get_text (left), left_range,
                                                   les_document_get_language (left));
  g_autoptr (GArray) right_words = les_words_split (les_document_get_text (right), right_range,
                                                    les_document_get_language (right));
  g_autoptr (GHashTable) right_index = index_words (right, right_words);

  self->telling = g_ptr_array_new_with_free_func (g_free);
  self->n_left = (int) left_words->len;
  self->n_right = (int) right_words->len;
  compare_words (self, left, left_words, right_index);
  return self;
}

void
les_common_words_free (LesCommonWords *self)
{
  g_ptr_array_unref (self->telling);
  g_free (self);
}
