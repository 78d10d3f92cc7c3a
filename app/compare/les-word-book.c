/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-word-book.h"

#include "les-name-key.h"
#include "les-numerals.h"
#include "les-stems.h"

typedef struct
{
  LesWordFacts facts;
  gboolean is_filled;
  gboolean has_role;   /* whether it is known if this is a role */
  gboolean is_role;
  const LesLexiconEntry *role;
  const char *stem;    /* NULL until it is asked for */
  const char *name_key;
} Page;

struct _LesWordBook
{
  LesVocabulary *words;
  const LesLexicon *lexicon;
  LesStemmer *stemmer;
  Page *pages;         /* for each word */
  guint n_pages;
  GStringChunk *stems;
};

/**
 * les_word_book_new:
 * @words: borrowed; must outlive the book and grow no more
 * @language: (nullable): "de", "en" or another code
 *
 * Returns: (transfer full): a book in which nothing has been looked up yet
 */
LesWordBook *
les_word_book_new (LesVocabulary *words, const char *language)
{
  LesWordBook *self = g_new0 (LesWordBook, 1);

  self->words = words;
  self->lexicon = les_lexicon_get (language);
  self->stemmer = les_stemmer_new (language);
  self->n_pages = les_vocabulary_get_n (words);
  self->pages = g_new0 (Page, self->n_pages + 1);
  self->stems = g_string_chunk_new (1 << 14);
  return self;
}

void
les_word_book_free (LesWordBook *self)
{
  les_stemmer_free (self->stemmer);
  g_string_chunk_free (self->stems);
  g_free (self->pages);
  g_free (self);
}

const LesLexicon *
les_word_book_get_lexicon (LesWordBook *self)
{
  return self->lexicon;
}

LesVocabulary *
les_word_book_get_words (LesWordBook *self)
{
  return self->words;
}

static void
fill_page (LesWordBook *self, guint id, LesWordFacts *facts)
{
  const char *word = les_vocabulary_get_word (self->words, id);

  facts->class = les_lexicon_classify (self->lexicon, word);
  facts->marks = les_lexicon_get_marks (self->lexicon, word);
  facts->is_number = les_numerals_parse (word, &facts->thousandths, &facts->unit);
  facts->is_listed = les_lexicon_get_stem (self->lexicon, word) != NULL;
}

/** Returns: (transfer none): what is known of word @id */
const LesWordFacts *
les_word_book_get_facts (LesWordBook *self, guint id)
{
  g_return_val_if_fail (id < self->n_pages, NULL);

  if (!self->pages[id].is_filled)
    {
      fill_page (self, id, &self->pages[id].facts);
      self->pages[id].is_filled = TRUE;
    }
  return &self->pages[id].facts;
}

/** Returns: whether word @id is what people are called by their office */
gboolean
les_word_book_is_role (LesWordBook *self, guint id)
{
  Page *page;

  g_return_val_if_fail (id < self->n_pages, FALSE);

  page = &self->pages[id];
  if (!page->has_role)
    {
      page->is_role = les_lexicon_look_up_role (self->lexicon, les_vocabulary_get_word (self->words, id), &page->role);
      page->has_role = TRUE;
    }
  return page->is_role;
}

/** Returns: (nullable) (transfer none): what is known of the office that word @id is */
const LesLexiconEntry *
les_word_book_get_role (LesWordBook *self, guint id)
{
  return les_word_book_is_role (self, id) ? self->pages[id].role : NULL;
}

/** Returns: (transfer none): the folded stem of word @id */
const char *
les_word_book_get_stem (LesWordBook *self, guint id)
{
  g_return_val_if_fail (id < self->n_pages, "");

  if (self->pages[id].stem == NULL)
    {
      g_autofree char *stem = les_stemmer_dup_stem_of_folded (self->stemmer, les_vocabulary_get_word (self->words, id));

      self->pages[id].stem = g_string_chunk_insert (self->stems, stem);
    }
  return self->pages[id].stem;
}

/** Returns: (transfer none): a form in which the spellings of one name are equal */
const char *
les_word_book_get_name_key (LesWordBook *self, guint id)
{
  g_return_val_if_fail (id < self->n_pages, "");

  if (self->pages[id].name_key == NULL)
    {
      g_autofree char *key = les_name_key_dup (les_vocabulary_get_word (self->words, id));

      self->pages[id].name_key = g_string_chunk_insert (self->stems, key);
    }
  return self->pages[id].name_key;
}
