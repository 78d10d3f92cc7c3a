/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-word-book.h"

#include "les-name-key.h"
#include "les-numerals.h"
#include "les-parallel.h"
#include "les-stems.h"
#include "les-zeroed.h"

/* So many words are worth a thread of their own. */
#define MIN_PARALLEL_WORDS 5000

/* How far the filling of something is that several threads may ask for. */
enum
{
  EMPTY,
  IN_WORK,
  FILLED,
};

typedef struct
{
  LesWordFacts facts;
  const LesLexiconEntry *role;
  gboolean is_role;
  const char *stem;
  const char *name_key;
  int facts_state;
  int role_state;
  int stem_state;
  int name_key_state;
} Page;

/* No more threads ask at once than there are parts. */
#define MAX_IDLE LES_PARALLEL_MAX_PARTS

/* What one thread at a time needs to fill pages. */
typedef struct
{
  LesStemmer *stemmer;
  GStringChunk *strings;
} Clerk;

struct _LesWordBook
{
  LesVocabulary *words;
  const LesLexicon *lexicon;
  char *language;
  Page *pages;             /* for each word */
  guint n_pages;
  Clerk *idle[MAX_IDLE];   /* taken and given back in one step, without a lock */
};

static void
free_clerk (Clerk *clerk)
{
  les_stemmer_free (clerk->stemmer);
  g_string_chunk_free (clerk->strings);
  g_free (clerk);
}

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
  self->language = g_strdup (language);
  self->n_pages = les_vocabulary_get_n (words);
  self->pages = les_new_zeroed (Page, self->n_pages + 1);
  return self;
}

void
les_word_book_free (LesWordBook *self)
{
  for (guint i = 0; i < MAX_IDLE; i++)
    if (self->idle[i] != NULL)
      free_clerk (self->idle[i]);
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

/* A clerk for the calling thread, which gives it back. */
static Clerk *
take_clerk (LesWordBook *self)
{
  Clerk *clerk;

  for (guint i = 0; i < MAX_IDLE; i++)
    {
      clerk = g_atomic_pointer_get (&self->idle[i]);
      if (clerk != NULL && g_atomic_pointer_compare_and_exchange (&self->idle[i], clerk, NULL))
        return clerk;
    }
  clerk = g_new (Clerk, 1);
  clerk->stemmer = les_stemmer_new (self->language);
  clerk->strings = g_string_chunk_new (1 << 12);
  return clerk;
}

static void
give_back_clerk (LesWordBook *self, Clerk *clerk)
{
  for (guint i = 0; ; i = (i + 1) % MAX_IDLE)
    if (g_atomic_pointer_compare_and_exchange (&self->idle[i], NULL, clerk))
      return;
}

/* Whether the caller is the one to fill what has this state; waits while another
 * thread does. */
static gboolean
begin_filling (int *state)
{
  if (g_atomic_int_get (state) == FILLED)
    return FALSE;
  if (g_atomic_int_compare_and_exchange (state, EMPTY, IN_WORK))
    return TRUE;
  while (g_atomic_int_get (state) != FILLED)
    g_thread_yield ();
  return FALSE;
}

static void
fill_facts (LesWordBook *self, guint id, LesWordFacts *facts)
{
  const char *word = les_vocabulary_get_word (self->words, id);

  const LesLexiconWord *known = les_lexicon_look_up_word (self->lexicon, word);

  if (known != NULL)
    {
      facts->class = known->class;
      facts->marks = known->marks;
      facts->is_listed = known->stem != NULL;
    }
  facts->is_number = les_numerals_parse (word, &facts->thousandths, &facts->unit);
}

/** Returns: (transfer none): what is known of word @id */
const LesWordFacts *
les_word_book_get_facts (LesWordBook *self, guint id)
{
  Page *page;

  g_return_val_if_fail (id < self->n_pages, NULL);

  page = &self->pages[id];
  if (begin_filling (&page->facts_state))
    {
      fill_facts (self, id, &page->facts);
      g_atomic_int_set (&page->facts_state, FILLED);
    }
  return &page->facts;
}

/** Returns: whether word @id is what people are called by their office */
gboolean
les_word_book_is_role (LesWordBook *self, guint id)
{
  Page *page;

  g_return_val_if_fail (id < self->n_pages, FALSE);

  page = &self->pages[id];
  if (begin_filling (&page->role_state))
    {
      page->is_role = les_lexicon_look_up_role (self->lexicon, les_vocabulary_get_word (self->words, id), &page->role);
      g_atomic_int_set (&page->role_state, FILLED);
    }
  return page->is_role;
}

/** Returns: (nullable) (transfer none): what is known of the office that word @id is */
const LesLexiconEntry *
les_word_book_get_role (LesWordBook *self, guint id)
{
  return les_word_book_is_role (self, id) ? self->pages[id].role : NULL;
}

static void
fill_stem (LesWordBook *self, guint id, Clerk *clerk)
{
  Page *page = &self->pages[id];
  g_autofree char *stem = NULL;

  if (!begin_filling (&page->stem_state))
    return;
  stem = les_stemmer_dup_stem_of_folded (clerk->stemmer, les_vocabulary_get_word (self->words, id));
  page->stem = g_string_chunk_insert (clerk->strings, stem);
  g_atomic_int_set (&page->stem_state, FILLED);
}

/** Returns: (transfer none): the folded stem of word @id */
const char *
les_word_book_get_stem (LesWordBook *self, guint id)
{
  Page *page;

  g_return_val_if_fail (id < self->n_pages, "");

  page = &self->pages[id];
  if (g_atomic_int_get (&page->stem_state) != FILLED)
    {
      Clerk *clerk = take_clerk (self);

      fill_stem (self, id, clerk);
      give_back_clerk (self, clerk);
    }
  return page->stem;
}

static const char *
make_name_key (LesWordBook *self, guint id)
{
  Clerk *clerk = take_clerk (self);
  g_autofree char *key = les_name_key_dup (les_vocabulary_get_word (self->words, id));
  const char *kept = g_string_chunk_insert (clerk->strings, key);

  give_back_clerk (self, clerk);
  return kept;
}

/** Returns: (transfer none): a form in which the spellings of one name are equal */
const char *
les_word_book_get_name_key (LesWordBook *self, guint id)
{
  Page *page;

  g_return_val_if_fail (id < self->n_pages, "");

  page = &self->pages[id];
  if (begin_filling (&page->name_key_state))
    {
      page->name_key = make_name_key (self, id);
      g_atomic_int_set (&page->name_key_state, FILLED);
    }
  return page->name_key;
}

typedef struct
{
  LesWordBook *book;
  const guint8 *asked;
} Order;

static void
fill_pages (gpointer data, guint part G_GNUC_UNUSED, guint first, guint end)
{
  const Order *order = data;
  Clerk *clerk = take_clerk (order->book);

  for (guint id = first; id < end; id++)
    if (order->asked[id])
      {
        les_word_book_get_facts (order->book, id);
        les_word_book_is_role (order->book, id);
        fill_stem (order->book, id, clerk);
      }
  give_back_clerk (order->book, clerk);
}

/**
 * les_word_book_prepare:
 * @asked: for each word, whether it will be asked for
 *
 * Looks many words up at once, so that threads that ask later need not wait for each
 * other. Cost: about half a microsecond for each word.
 */
void
les_word_book_prepare (LesWordBook *self, const guint8 *asked)
{
  Order order = { self, asked };

  les_parallel_run (les_parallel_count_parts (self->n_pages, MIN_PARALLEL_WORDS), self->n_pages, fill_pages, &order);
}
