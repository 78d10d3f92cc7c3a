/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-word-pairs.h"

#include "les-atoms.h"

/* Words that have less in common are not worth telling. */
#define MIN_LIKENESS 0.45f
/* Nobody reads the words of longer passages in pairs. */
#define MAX_TOKENS 500

/* One passage. */
typedef struct
{
  LesDocument *document;
  LesTokens *tokens;
  LesWordBook *book;
  LesAtoms *atoms;
  guint8 *is_told;       /* for each word, whether it needs no partner (any more) */
} Side;

static gboolean
states_something (const Side *side, guint32 word)
{
  return side->atoms->words[word].n > 0 && !side->atoms->words[word].is_frame;
}

/* The words of @side that the other passage has by their stem: they have a partner
 * that everybody sees. */
static void
mark_equal (const Side *side, const Side *other)
{
  g_autoptr (GHashTable) stems = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < other->tokens->n; i++)
    g_hash_table_add (stems, (gpointer) les_word_book_get_stem (other->book, other->tokens->items[i].id));
  for (guint i = 0; i < side->tokens->n; i++)
    {
      guint32 word = side->tokens->items[i].id;

      side->is_told[word] = !states_something (side, word)
                            || g_hash_table_contains (stems, les_word_book_get_stem (side->book, word));
    }
}

static char *
dup_word (const Side *side, const LesToken *token)
{
  return les_text_dup_range (les_document_get_text (side->document), LES_TEXT_RANGE (token->start, token->end));
}

/* The word of @right that has most in common with this one, or NULL. */
static const LesToken *
find_partner (const Side *left, guint32 word, const Side *right)
{
  const LesToken *partner = NULL;
  float best = MIN_LIKENESS;

  for (guint i = 0; i < right->tokens->n; i++)
    {
      const LesToken *token = &right->tokens->items[i];
      float likeness = right->is_told[token->id] ? 0 : les_atoms_get_likeness (left->atoms, word, right->atoms, token->id);

      if (likeness > best)
        {
          best = likeness;
          partner = token;
        }
    }
  return partner;
}

static void
list_pairs (const Side *left, const Side *right, GPtrArray *pairs)
{
  for (guint i = 0; i < left->tokens->n; i++)
    {
      const LesToken *token = &left->tokens->items[i];
      const LesToken *partner = left->is_told[token->id] ? NULL : find_partner (left, token->id, right);
      g_autofree char *here = NULL;
      g_autofree char *there = NULL;

      if (partner == NULL)
        continue;
      left->is_told[token->id] = TRUE;
      here = dup_word (left, token);
      there = dup_word (right, partner);
      g_ptr_array_add (pairs, g_strdup_printf ("%s ~ %s", here, there));
    }
}

static void
open_side (Side *side, LesDocument *document, LesTextRange range, LesVocabulary *words)
{
  side->document = document;
  side->tokens = les_tokens_new_for_range (document, range, words);
  side->book = les_word_book_new (words, les_document_get_language (document));
}

static void
read_words (Side sides[2], LesVocabulary *words)
{
  g_autoptr (LesVocabulary) names = les_vocabulary_new ();

  for (int i = 0; i < 2; i++)
    {
      sides[i].atoms = les_atoms_new (sides[i].tokens, NULL, sides[i].book, names);
      sides[i].is_told = g_new0 (guint8, les_vocabulary_get_n (words) + 1);
    }
  mark_equal (&sides[0], &sides[1]);
  mark_equal (&sides[1], &sides[0]);
}

static void
close_side (Side *side)
{
  les_tokens_free (side->tokens);
  les_word_book_free (side->book);
  g_clear_pointer (&side->atoms, les_atoms_free);
  g_free (side->is_told);
}

/**
 * les_word_pairs_list:
 * @left_range: Unicode characters of the left text
 * @right_range: Unicode characters of the right text
 *
 * Which words of two passages say the same without having the same stem, as
 * comparing sees them: other forms of a verb, parts of compounds, words of one
 * meaning, spellings of a name, numbers in digits and letters. For people who ask
 * why two sentences were set against each other. Any thread. Cost: the words of the
 * one by those of the other.
 *
 * Returns: (transfer full) (element-type char*): "starb ~ getötet", in the order of
 *   the left passage; none for passages of more than 500 words
 */
GPtrArray *
les_word_pairs_list (LesDocument *left, LesTextRange left_range, LesDocument *right, LesTextRange right_range)
{
  g_autoptr (LesVocabulary) words = les_vocabulary_new ();
  GPtrArray *pairs = g_ptr_array_new_with_free_func (g_free);
  Side sides[2] = { 0 };

  open_side (&sides[0], left, left_range, words);
  open_side (&sides[1], right, right_range, words);
  if (MAX (sides[0].tokens->n, sides[1].tokens->n) <= MAX_TOKENS)
    {
      read_words (sides, words);
      list_pairs (&sides[0], &sides[1], pairs);
    }
  for (int i = 0; i < 2; i++)
    close_side (&sides[i]);
  return pairs;
}
