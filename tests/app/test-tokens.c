/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-tokens.h"

#include <string.h>

#include "les-stems.h"

static const char *const pieces[] = {
  "a", "z", "A", "Q", "0", "7", "ä", "Ö", "ß", "é", "À", "ÿ", "×", "÷", "ẞ", "š", "Ж", "ж", "Σ", "ς", "ﬁ",
  " ", " ", " ", "  ", "\n", ".", ",", "'", "’", "-", "/", "\"", "„", "“", "«", "\u00AD", "e\u0301", "\u00A0", "中", "日", "🙂",
};

static LesDocument *
make_document (GRand *random)
{
  g_autoptr (GString) utf8 = g_string_new (NULL);
  g_autoptr (LesText) text = NULL;

  for (guint i = 0; i < 400; i++)
    g_string_append (utf8, pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))]);
  text = les_text_new (utf8->str, utf8->len);
  return les_document_new_raw (text, "de");
}

/* The short ways through plain letters fold as les_fold_dup() does. */
static void
test_folding (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (3);

  for (guint round = 0; round < 100; round++)
    {
      g_autoptr (LesDocument) document = make_document (random);
      g_autoptr (LesVocabulary) vocabulary = les_vocabulary_new ();
      g_autoptr (LesTokens) tokens = les_tokens_new (document, vocabulary, NULL);
      g_autoptr (LesTokens) plain = les_tokens_new (document, NULL, NULL);

      g_assert_cmpuint (plain->n, ==, tokens->n);
      for (guint i = 0; i < tokens->n; i++)
        {
          const LesToken *token = &tokens->items[i];
          g_autofree char *word = les_text_dup_range (les_document_get_text (document), LES_TEXT_RANGE (token->start, token->end));
          g_autofree char *folded = les_fold_dup (word, -1);

          g_assert_cmpstr (les_vocabulary_get_word (vocabulary, token->id), ==, folded);
          g_assert_cmpint (token->start, ==, plain->items[i].start);
          g_assert_cmpint (token->end, ==, plain->items[i].end);
        }
    }
}

/* What lies between two words is no letter; a word has nothing else at its ends. */
static void
test_bounds (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (4);

  for (guint round = 0; round < 100; round++)
    {
      g_autoptr (LesDocument) document = make_document (random);
      g_autoptr (LesTokens) tokens = les_tokens_new (document, NULL, NULL);
      LesText *text = les_document_get_text (document);
      guint token = 0;

      for (int i = 0; i < les_text_get_n_chars (text); i++)
        {
          while (token < tokens->n && tokens->items[token].end <= i)
            token++;
          if (g_unichar_isalnum (les_text_get_char (text, i)))
            g_assert_true (token < tokens->n && tokens->items[token].start <= i);
          else if (token < tokens->n)
            g_assert_cmpint (tokens->items[token].start, !=, i);
        }
    }
}

static void
test_find (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (5);
  g_autoptr (LesDocument) document = make_document (random);
  g_autoptr (LesTokens) tokens = les_tokens_new (document, NULL, NULL);
  int n_chars = les_text_get_n_chars (les_document_get_text (document));

  for (int offset = 0; offset <= n_chars + 1; offset++)
    for (guint near = 0; near <= tokens->n + 1; near++)
      g_assert_cmpuint (les_tokens_find_near (tokens, offset, near), ==, les_tokens_find (tokens, offset));
}

static void
test_vocabulary (void)
{
  g_autoptr (LesVocabulary) vocabulary = les_vocabulary_new ();
  guint id;

  for (guint i = 0; i < 30000; i++)
    {
      g_autofree char *word = g_strdup_printf ("%.*s%u", (int) (i % 23), "abcdefghijklmnopqrstuvwxyz", i / 23);

      g_assert_cmpuint (les_vocabulary_intern (vocabulary, word, strlen (word)), ==, i);
    }
  for (guint i = 0; i < 30000; i++)
    {
      g_autofree char *word = g_strdup_printf ("%.*s%u", (int) (i % 23), "abcdefghijklmnopqrstuvwxyz", i / 23);

      g_assert_true (les_vocabulary_look_up (vocabulary, word, strlen (word), &id));
      g_assert_cmpuint (id, ==, i);
      g_assert_cmpstr (les_vocabulary_get_word (vocabulary, i), ==, word);
    }
  g_assert_false (les_vocabulary_look_up (vocabulary, "zzz", 3, &id));
  g_assert_cmpuint (les_vocabulary_get_n (vocabulary), ==, 30000);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tokens/folding", test_folding);
  g_test_add_func ("/tokens/bounds", test_bounds);
  g_test_add_func ("/tokens/find", test_find);
  g_test_add_func ("/tokens/vocabulary", test_vocabulary);
  return g_test_run ();
}
