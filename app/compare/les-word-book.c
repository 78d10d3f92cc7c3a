/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-word-book.h"

#include "les-name-key.h"
#include "les-numerals.h"
#include "les-parallel.h"
#include "les-stems.h"

/* So many words are worth a thread of their own. */
#define MIN_PARALLEL_WORDS 1500

typedef struct
{
  LesWordFacts facts;
  gboolean is_role;
  const LesLexiconEntry *role;
  const char *stem;
  const char *name_key;    /* NULL until it is asked for */
} Page;

struct _LesWordBook
{
  LesVocabulary *words;
  const LesLexicon *lexicon;
  char *language;
  Page *pages;             /* for each word */
  guint n_pages;
  GStringChunk *stems[LES_PARALLEL_MAX_PARTS];
  GMutex mutex;            /* guards what follows */
  GStringChunk *name_keys;
};

static void
fill_page (LesWordBook *self, guint id, LesStemmer *stemmer, GStringChunk *stems)
{
  const char *word = les_vocabulary_get_word (self->words, id);
  g_autofree char *stem = les_stemmer_dup_stem_of_folded (stemmer, word);
  Page *page = &self->pages[id];

  page->facts.class = les_lexicon_classify (self->lexicon, word);
  page->facts.marks = les_lexicon_get_marks (self->lexicon, word);
  page->facts.is_number = les_numerals_parse (word, &page->facts.thousandths, &page->facts.unit);
  page->facts.is_listed = les_lexicon_get_stem (self->lexicon, word) != NULL;
  page->is_role = les_lexicon_look_up_role (self->lexicon, word, &page->role);
  page->stem = g_string_chunk_insert (stems, stem);
}

static void
fill_pages (gpointer data, guint part, guint first, guint end)
{
  LesWordBook *self = data;
  LesStemmer *stemmer = les_stemmer_new (self->language);

  self->stems[part] = g_string_chunk_new (1 << 14);
  for (guint id = first; id < end; id++)
    fill_page (self, id, stemmer, self->stems[part]);
  les_stemmer_free (stemmer);
}

/**
 * les_word_book_new:
 * @words: borrowed; must outlive the book and grow no more
 * @language: (nullable): "de", "en" or another code
 *
 * Looks all words up. Cost: linear, about half a microsecond for each different
 * word, shared among the processors if they are many.
 *
 * Returns: (transfer full): what is known of the words in that language
 */
LesWordBook *
les_word_book_new (LesVocabulary *words, const char *language)
{
  LesWordBook *self = g_new0 (LesWordBook, 1);

  self->words = words;
  self->lexicon = les_lexicon_get (language);
  self->language = g_strdup (language);
  self->n_pages = les_vocabulary_get_n (words);
  self->pages = g_new0 (Page, self->n_pages + 1);
  g_mutex_init (&self->mutex);
  les_parallel_run (les_parallel_count_parts (self->n_pages, MIN_PARALLEL_WORDS), self->n_pages, fill_pages, self);
  return self;
}

void
les_word_book_free (LesWordBook *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->stems); i++)
    g_clear_pointer (&self->stems[i], g_string_chunk_free);
  g_clear_pointer (&self->name_keys, g_string_chunk_free);
  g_mutex_clear (&self->mutex);
  g_free (self->language);
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

/** Returns: (transfer none): what is known of word @id */
const LesWordFacts *
les_word_book_get_facts (LesWordBook *self, guint id)
{
  g_return_val_if_fail (id < self->n_pages, NULL);

  return &self->pages[id].facts;
}

/** Returns: whether word @id is what people are called by their office */
gboolean
les_word_book_is_role (LesWordBook *self, guint id)
{
  g_return_val_if_fail (id < self->n_pages, FALSE);

  return self->pages[id].is_role;
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

  return self->pages[id].stem;
}

/* The name key of @word, from now on known. */
static const char *
add_name_key (LesWordBook *self, guint id)
{
  g_autofree char *key = les_name_key_dup (les_vocabulary_get_word (self->words, id));
  const char *kept;

  g_mutex_lock (&self->mutex);
  if (self->name_keys == NULL)
    self->name_keys = g_string_chunk_new (1 << 12);
  kept = g_string_chunk_insert (self->name_keys, key);
  g_atomic_pointer_set (&self->pages[id].name_key, kept);
  g_mutex_unlock (&self->mutex);
  return kept;
}

/** Returns: (transfer none): a form in which the spellings of one name are equal */
const char *
les_word_book_get_name_key (LesWordBook *self, guint id)
{
  const char *known;

  g_return_val_if_fail (id < self->n_pages, "");

  known = g_atomic_pointer_get (&self->pages[id].name_key);
  return known != NULL ? known : add_name_key (self, id);
}
