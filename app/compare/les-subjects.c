/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-subjects.h"

#include <math.h>
#include <string.h>

#include "les-numbering.h"
#include "les-postings.h"
#include "les-stems.h"
#include "les-tokens.h"

/* Of what is in more articles than this it is known that it tells nothing. */
#define MANY_ARTICLES 2000
/* In a small collection nothing is known to be rare: as if so many other
 * articles stood beside it. */
#define IMAGINED_ARTICLES 20
#define MIN_TERMS 4
/* Thousandths; of articles drawn at random not one pair in a hundred has it. */
#define MIN_SHARE 120
#define N_CANDIDATES 64
#define N_WORDS 3
#define MIN_TERM_BYTES 2

/* A word that stands for what a text is about: a name, a noun where nouns have
 * capitals, a number. */
typedef struct
{
  guint32 hash;          /* of its stem */
  LesTextRange range;    /* where it stands first, Unicode characters */
  gboolean is_number;
} Term;

typedef struct
{
  char *id;
  LesDocument *document;
  GArray *terms;         /* of Term, by hash, each once */
} Entry;

struct _LesSubjects
{
  LesNumbering *numbering;
  GPtrArray *entries;    /* of Entry, by number; NULL where one was removed */
  LesPostings *postings;
};

typedef struct
{
  guint32 article;
  double weight;         /* of what it shares; later its share of all */
} Candidate;

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  if (entry == NULL)
    return;
  les_document_unref (entry->document);
  g_array_unref (entry->terms);
  g_free (entry->id);
  g_free (entry);
}

/** Returns: (transfer full): an index without articles */
LesSubjects *
les_subjects_new (void)
{
  LesSubjects *self = g_new0 (LesSubjects, 1);

  self->numbering = les_numbering_new ();
  self->entries = g_ptr_array_new_with_free_func (entry_free);
  self->postings = les_postings_new ();
  return self;
}

void
les_subjects_free (LesSubjects *self)
{
  les_numbering_free (self->numbering);
  g_ptr_array_unref (self->entries);
  les_postings_free (self->postings);
  g_free (self);
}

static Entry *
get_entry (LesSubjects *self, guint32 number)
{
  return g_ptr_array_index (self->entries, number);
}

static const Term *
get_term (const Entry *entry, guint index)
{
  return &g_array_index (entry->terms, Term, index);
}

static gboolean
is_term (const LesToken *token, const char *word)
{
  if (strlen (word) < MIN_TERM_BYTES)
    return FALSE;
  return token->is_number || (token->is_capital && !token->is_opening);
}

static int
compare_terms (gconstpointer a, gconstpointer b)
{
  const Term *x = a;
  const Term *y = b;

  if (x->hash != y->hash)
    return x->hash < y->hash ? -1 : 1;
  return x->range.start - y->range.start;
}

static void
drop_repeated (GArray *terms)
{
  guint n = 0;

  g_array_sort (terms, compare_terms);
  for (guint i = 0; i < terms->len; i++)
    if (i == 0 || g_array_index (terms, Term, i).hash != g_array_index (terms, Term, n - 1).hash)
      g_array_index (terms, Term, n++) = g_array_index (terms, Term, i);
  g_array_set_size (terms, n);
}

static GArray *
collect_terms (LesDocument *document)
{
  g_autoptr (LesVocabulary) vocabulary = les_vocabulary_new ();
  g_autoptr (LesTokens) tokens = les_tokens_new (document, vocabulary, NULL);
  g_autoptr (LesStemmer) stemmer = les_stemmer_new (les_document_get_language (document));
  g_autofree guint8 *seen = g_new0 (guint8, les_vocabulary_get_n (vocabulary) + 1);
  GArray *terms = g_array_new (FALSE, FALSE, sizeof (Term));

  for (guint i = 0; i < tokens->n; i++)
    {
      const LesToken *token = &tokens->items[i];
      const char *word = les_vocabulary_get_word (vocabulary, token->id);
      g_autofree char *stem = NULL;
      Term term;

      if (seen[token->id] || !is_term (token, word))
        continue;
      seen[token->id] = TRUE;
      stem = token->is_number ? g_strdup (word) : les_stemmer_dup_stem (stemmer, word, -1);
      term = (Term) { g_str_hash (stem), LES_TEXT_RANGE (token->start, token->end), token->is_number };
      g_array_append_val (terms, term);
    }
  drop_repeated (terms);
  return terms;
}

/**
 * les_subjects_put:
 * @id: of the article
 * @document: its text; kept
 *
 * Adds an article, or takes a new text for it. Cost: linear in the text.
 */
void
les_subjects_put (LesSubjects *self, const char *id, LesDocument *document)
{
  Entry *entry = g_new0 (Entry, 1);
  guint32 number;

  les_subjects_remove (self, id);
  number = les_numbering_take (self->numbering, id);
  g_ptr_array_set_size (self->entries, (int) MAX (self->entries->len, number + 1));
  entry->id = g_strdup (id);
  entry->document = les_document_ref (document);
  entry->terms = collect_terms (document);
  self->entries->pdata[number] = entry;
  for (guint i = 0; i < entry->terms->len; i++)
    les_postings_add (self->postings, get_term (entry, i)->hash, number, i);
}

/** Returns: whether there was such an article */
gboolean
les_subjects_remove (LesSubjects *self, const char *id)
{
  guint32 number;
  Entry *entry;

  if (!les_numbering_find (self->numbering, id, &number))
    return FALSE;
  entry = get_entry (self, number);
  for (guint i = 0; i < entry->terms->len; i++)
    les_postings_remove (self->postings, get_term (entry, i)->hash, number);
  les_numbering_release (self->numbering, id);
  entry_free (entry);
  self->entries->pdata[number] = NULL;
  return TRUE;
}

/* In bits: the fewer articles have it, the more it says. */
static double
weigh (LesSubjects *self, guint n_articles)
{
  guint n = les_numbering_get_n (self->numbering) + IMAGINED_ARTICLES;

  return log2 ((double) n / MAX (n_articles, 1));
}

static double
weigh_term (LesSubjects *self, const Term *term)
{
  guint n_articles;

  les_postings_find (self->postings, term->hash, &n_articles);
  return weigh (self, n_articles);
}

static double
weigh_all (LesSubjects *self, const Entry *entry)
{
  double weight = 0.0;

  for (guint i = 0; i < entry->terms->len; i++)
    weight += weigh_term (self, get_term (entry, i));
  return weight;
}

static void
add_weights (LesSubjects *self, guint32 number, double *weights, guint *n_terms)
{
  const Entry *entry = get_entry (self, number);

  for (guint i = 0; i < entry->terms->len; i++)
    {
      guint n_articles;
      const LesPosting *posting = les_postings_find (self->postings, get_term (entry, i)->hash, &n_articles);

      if (n_articles > MANY_ARTICLES)
        continue;
      for (; posting != NULL; posting = les_postings_next (self->postings, posting))
        {
          weights[posting->article] += weigh (self, n_articles);
          n_terms[posting->article]++;
        }
    }
}

static int
compare_candidates (gconstpointer a, gconstpointer b)
{
  const Candidate *x = a;
  const Candidate *y = b;

  if (x->weight != y->weight)
    return x->weight > y->weight ? -1 : 1;
  return x->article < y->article ? -1 : x->article > y->article;
}

/* Those that share most; how much they have besides is looked at afterwards. */
static GArray *
collect_candidates (LesSubjects *self, guint32 number)
{
  g_autofree double *weights = g_new0 (double, self->entries->len);
  g_autofree guint *n_terms = g_new0 (guint, self->entries->len);
  GArray *candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));

  add_weights (self, number, weights, n_terms);
  for (guint32 i = 0; i < self->entries->len; i++)
    {
      Candidate candidate = { i, weights[i] };

      if (i != number && n_terms[i] >= MIN_TERMS)
        g_array_append_val (candidates, candidate);
    }
  g_array_sort (candidates, compare_candidates);
  if (candidates->len > N_CANDIDATES)
    g_array_set_size (candidates, N_CANDIDATES);
  return candidates;
}

static void
compute_shares (LesSubjects *self, guint32 number, GArray *candidates)
{
  double here = weigh_all (self, get_entry (self, number));

  for (guint i = 0; i < candidates->len; i++)
    {
      Candidate *candidate = &g_array_index (candidates, Candidate, i);

      candidate->weight = 2.0 * candidate->weight / (here + weigh_all (self, get_entry (self, candidate->article)));
    }
  g_array_sort (candidates, compare_candidates);
}

static gboolean
has_term (const Entry *entry, guint32 hash)
{
  guint low = 0;
  guint high = entry->terms->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (get_term (entry, middle)->hash < hash)
        low = middle + 1;
      else
        high = middle;
    }
  return low < entry->terms->len && get_term (entry, low)->hash == hash;
}

/* Numbers say little to people who do not see where they stand. */
static char *
dup_words (LesSubjects *self, const Entry *here, const Entry *there)
{
  const Term *best[N_WORDS] = { NULL };
  double weights[N_WORDS] = { 0.0 };
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < here->terms->len; i++)
    {
      const Term *term = get_term (here, i);
      double weight = weigh_term (self, term);
      guint place = N_WORDS;

      if (term->is_number || !has_term (there, term->hash))
        continue;
      for (; place > 0 && (best[place - 1] == NULL || weight > weights[place - 1]); place--)
        if (place < N_WORDS)
          {
            best[place] = best[place - 1];
            weights[place] = weights[place - 1];
          }
      if (place < N_WORDS)
        {
          best[place] = term;
          weights[place] = weight;
        }
    }
  for (guint i = 0; i < N_WORDS && best[i] != NULL; i++)
    g_ptr_array_add (words, les_text_dup_range (les_document_get_text (here->document), best[i]->range));
  g_ptr_array_add (words, NULL);
  return g_strjoinv (", ", (char **) words->pdata);
}

static void
clear_same_subject (gpointer data)
{
  g_free (((LesSameSubject *) data)->words);
}

static GArray *
list_best (LesSubjects *self, guint32 number, GArray *candidates, guint n_best)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (LesSameSubject));

  g_array_set_clear_func (found, clear_same_subject);
  for (guint i = 0; i < candidates->len && found->len < n_best; i++)
    {
      const Candidate *candidate = &g_array_index (candidates, Candidate, i);
      const Entry *there = get_entry (self, candidate->article);
      LesSameSubject same = { there->id, (int) (1000.0 * candidate->weight + 0.5), NULL };

      if (same.share < MIN_SHARE)
        break;
      same.words = dup_words (self, get_entry (self, number), there);
      g_array_append_val (found, same);
    }
  return found;
}

/**
 * les_subjects_find:
 * @id: an article
 * @n_best: how many at most
 * @cancellable: (nullable):
 *
 * Finds what reports the same as one article, in whatever words: by the names,
 * nouns and numbers of both, each weighed by how few articles have it (inverse
 * document frequency, Spärck Jones 1972), as a share of what both have
 * together (Dice 1945).
 *
 * Returns: (transfer full) (element-type LesSameSubject): the likest first;
 *   empty when there is none, or no such article. NULL when cancelled. Cost:
 *   the length of the article times the articles that have its words, which
 *   are not looked at beyond 2000.
 */
GArray *
les_subjects_find (LesSubjects *self, const char *id, guint n_best, GCancellable *cancellable, GError **error)
{
  g_autoptr (GArray) candidates = NULL;
  guint32 number;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  if (!les_numbering_find (self->numbering, id, &number))
    return g_array_new (FALSE, FALSE, sizeof (LesSameSubject));
  candidates = collect_candidates (self, number);
  compute_shares (self, number, candidates);
  return list_best (self, number, candidates, n_best);
}
