/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-collection.h"

#include <string.h>

#include "les-fingerprints.h"
#include "les-overlap.h"
#include "les-postings.h"
#include "les-tokens.h"

/* Shorter runs are idioms: "said on Tuesday in the capital". */
#define MIN_PASSAGE_WORDS 8
/* Less than this makes no pair, unless it is half of a very short article. */
#define MIN_PAIR_WORDS 15
#define MIN_SHORT_PAIR_SHARE 500
/* What stands in more articles than this, and in more than each twentieth, may
 * be boilerplate. */
#define FEW_ARTICLES 6
#define COMMON_ARTICLES_DIVISOR 20
/* Of what stands in more articles than MANY_ARTICLES only some are looked at. */
#define MANY_ARTICLES 200
#define SOME_ARTICLES 20
/* Thousandths of the shorter article: above it both carry the same copy. */
#define SAME_COPY_SHARE 300
/* Thousandths of the longer one: below it a round-up only quotes the copy. */
#define SAME_COPY_LONGER_SHARE 100
#define NEAR_FINGERPRINTS 8
/* Thousandths of both: so much of a flash of ten words must be the same. */
#define SAME_FLASH_SHARE 700
#define CANCEL_CHECK_FINGERPRINTS 1024

/* What is known of one article. */
typedef struct
{
  char *id;
  LesDocument *document;
  guint32 *words;        /* hashes */
  guint n_words;
} Entry;

/* A fingerprint that two articles have in common. */
typedef struct
{
  guint32 article;
  guint32 here;          /* word */
  guint32 there;         /* word in @article */
} Hit;

/* A fingerprint of the article that is looked at. */
typedef struct
{
  guint32 word;
  guint32 n_common;      /* how many up to this one stand in very many articles */
} Mark;

struct _LesCollection
{
  GHashTable *numbers;   /* id -> number of the entry + 1 */
  GPtrArray *entries;    /* of Entry; NULL where one was removed */
  GArray *free_numbers;  /* of guint32 */
  LesPostings *postings;
};

/* What is found about one article; kept from one to the next to spare memory. */
typedef struct
{
  LesCollection *collection;
  GCancellable *cancellable;
  GArray *marks;         /* of Mark */
  GArray *hits;          /* of Hit */
  GArray *sorted;        /* of Hit, those of one article together */
  GArray *articles;      /* of guint32: which have any hit, in order of the first */
  guint32 *counts;       /* for each article */
  guint32 *taken;        /* for each word of an article: the pair that has it already */
  guint32 pair;          /* number of the pair that is looked at, from 1 */
} Search;

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  if (entry == NULL)
    return;
  les_document_unref (entry->document);
  g_free (entry->words);
  g_free (entry->id);
  g_free (entry);
}

/** Returns: (transfer full): a collection without articles */
LesCollection *
les_collection_new (void)
{
  LesCollection *self = g_new0 (LesCollection, 1);

  self->numbers = g_hash_table_new (g_str_hash, g_str_equal);
  self->entries = g_ptr_array_new_with_free_func (entry_free);
  self->free_numbers = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->postings = les_postings_new ();
  return self;
}

void
les_collection_free (LesCollection *self)
{
  g_hash_table_unref (self->numbers);
  g_ptr_array_unref (self->entries);
  g_array_unref (self->free_numbers);
  les_postings_free (self->postings);
  g_free (self);
}

/** Returns: how many articles there are */
guint
les_collection_get_n (LesCollection *self)
{
  return g_hash_table_size (self->numbers);
}

static Entry *
get_entry (LesCollection *self, guint32 number)
{
  return g_ptr_array_index (self->entries, number);
}

static gboolean
find_number (LesCollection *self, const char *id, guint32 *number)
{
  guint found = GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, id));

  *number = found - 1;
  return found > 0;
}

static LesWordHashes
get_words (const Entry *entry)
{
  return (LesWordHashes) { entry->words, entry->n_words };
}

static Entry *
entry_new (const char *id, LesDocument *document)
{
  g_autoptr (LesVocabulary) vocabulary = les_vocabulary_new ();
  g_autoptr (LesTokens) tokens = les_tokens_new (document, vocabulary, NULL);
  Entry *entry = g_new0 (Entry, 1);

  entry->id = g_strdup (id);
  entry->document = les_document_ref (document);
  entry->words = les_fingerprints_hash_words (tokens, vocabulary);
  entry->n_words = tokens->n;
  return entry;
}

static guint32
take_number (LesCollection *self)
{
  guint32 number;

  if (self->free_numbers->len == 0)
    {
      g_ptr_array_add (self->entries, NULL);
      return self->entries->len - 1;
    }
  number = g_array_index (self->free_numbers, guint32, self->free_numbers->len - 1);
  g_array_set_size (self->free_numbers, self->free_numbers->len - 1);
  return number;
}

/**
 * les_collection_put:
 * @id: of the article
 * @document: its text; kept
 *
 * Adds an article, or takes a new text for it. Cost: linear in the text.
 */
void
les_collection_put (LesCollection *self, const char *id, LesDocument *document)
{
  g_autoptr (GArray) fingerprints = NULL;
  guint32 number;
  Entry *entry;

  les_collection_remove (self, id);
  number = take_number (self);
  entry = entry_new (id, document);
  self->entries->pdata[number] = entry;
  g_hash_table_insert (self->numbers, entry->id, GUINT_TO_POINTER (number + 1));
  fingerprints = les_fingerprints_choose (entry->words, entry->n_words);
  for (guint i = 0; i < fingerprints->len; i++)
    {
      const LesFingerprint *fingerprint = &g_array_index (fingerprints, LesFingerprint, i);

      les_postings_add (self->postings, fingerprint->hash, number, fingerprint->word);
    }
}

/** Returns: whether there was such an article */
gboolean
les_collection_remove (LesCollection *self, const char *id)
{
  g_autoptr (GArray) fingerprints = NULL;
  guint32 number;

  if (!find_number (self, id, &number))
    return FALSE;
  fingerprints = les_fingerprints_choose (get_entry (self, number)->words, get_entry (self, number)->n_words);
  for (guint i = 0; i < fingerprints->len; i++)
    les_postings_remove (self->postings, g_array_index (fingerprints, LesFingerprint, i).hash, number);
  g_hash_table_remove (self->numbers, id);
  entry_free (get_entry (self, number));
  self->entries->pdata[number] = NULL;
  g_array_append_val (self->free_numbers, number);
  return TRUE;
}

static guint
get_longest (LesCollection *self)
{
  guint longest = 0;

  for (guint32 i = 0; i < self->entries->len; i++)
    if (get_entry (self, i) != NULL)
      longest = MAX (longest, get_entry (self, i)->n_words);
  return longest;
}

static void
search_init (Search *search, LesCollection *collection, GCancellable *cancellable)
{
  search->collection = collection;
  search->cancellable = cancellable;
  search->marks = g_array_new (FALSE, FALSE, sizeof (Mark));
  search->hits = g_array_new (FALSE, FALSE, sizeof (Hit));
  search->sorted = g_array_new (FALSE, FALSE, sizeof (Hit));
  search->articles = g_array_new (FALSE, FALSE, sizeof (guint32));
  search->counts = g_new0 (guint32, collection->entries->len + 1);
  search->taken = g_new0 (guint32, get_longest (collection) + 1);
}

static void
search_clear (Search *search)
{
  g_array_unref (search->marks);
  g_array_unref (search->hits);
  g_array_unref (search->sorted);
  g_array_unref (search->articles);
  g_free (search->counts);
  g_free (search->taken);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Search, search_clear)

static guint
get_common_limit (LesCollection *self)
{
  return MAX (FEW_ARTICLES, les_collection_get_n (self) / COMMON_ARTICLES_DIVISOR);
}

static void
add_hit (Search *search, const Hit *hit)
{
  if (search->counts[hit->article]++ == 0)
    g_array_append_val (search->articles, hit->article);
  g_array_append_vals (search->hits, hit, 1);
}

static void
add_mark (Search *search, guint32 word, gboolean is_common)
{
  guint n = search->marks->len;
  Mark mark = { word, n > 0 ? g_array_index (search->marks, Mark, n - 1).n_common : 0 };

  mark.n_common += is_common;
  g_array_append_val (search->marks, mark);
}

/* What the fingerprint has in common with articles from number @least on. */
static void
add_hits (Search *search, guint32 number, guint32 least, const LesFingerprint *fingerprint)
{
  LesPostings *postings = search->collection->postings;
  guint n_articles;
  const LesPosting *posting = les_postings_find (postings, fingerprint->hash, &n_articles);
  guint n_left = n_articles > MANY_ARTICLES ? SOME_ARTICLES : n_articles;

  add_mark (search, fingerprint->word, n_articles > MIN (get_common_limit (search->collection), MANY_ARTICLES));
  for (; posting != NULL && n_left > 0; posting = les_postings_next (postings, posting), n_left--)
    if (posting->article != number && posting->article >= least)
      add_hit (search, &(Hit) { posting->article, fingerprint->word, posting->word });
}

/* Puts the hits of one article together, in text order, by counting. */
static void
sort_hits (Search *search)
{
  guint start = 0;

  for (guint i = 0; i < search->articles->len; i++)
    {
      guint32 *count = &search->counts[g_array_index (search->articles, guint32, i)];
      guint n = *count;

      *count = start;
      start += n;
    }
  g_array_set_size (search->sorted, search->hits->len);
  for (guint i = 0; i < search->hits->len; i++)
    {
      const Hit *hit = &g_array_index (search->hits, Hit, i);

      g_array_index (search->sorted, Hit, search->counts[hit->article]++) = *hit;
    }
  for (guint i = 0; i < search->articles->len; i++)
    search->counts[g_array_index (search->articles, guint32, i)] = 0;
}

/* "la la la la": one of these is enough, and a million would be too many. */
static gboolean
is_repeated (GArray *fingerprints, guint index)
{
  guint32 hash = g_array_index (fingerprints, LesFingerprint, index).hash;

  for (guint i = index; i > 0 && index - i < NEAR_FINGERPRINTS; i--)
    if (g_array_index (fingerprints, LesFingerprint, i - 1).hash == hash)
      return TRUE;
  return FALSE;
}

/* Finds what an article has in common with those whose number is @least or more. */
static void
collect_hits (Search *search, guint32 number, guint32 least)
{
  const Entry *entry = get_entry (search->collection, number);
  g_autoptr (GArray) fingerprints = les_fingerprints_choose (entry->words, entry->n_words);

  g_array_set_size (search->marks, 0);
  g_array_set_size (search->hits, 0);
  g_array_set_size (search->articles, 0);
  for (guint i = 0; i < fingerprints->len; i++)
    {
      if (i % CANCEL_CHECK_FINGERPRINTS == 0 && g_cancellable_is_cancelled (search->cancellable))
        break;
      if (!is_repeated (fingerprints, i))
        add_hits (search, number, least, &g_array_index (fingerprints, LesFingerprint, i));
    }
  sort_hits (search);
}

/* How many marks stand before @word, and how many of them are common. */
static guint
count_marks (Search *search, guint word, guint *n_common)
{
  guint low = 0;
  guint high = search->marks->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (search->marks, Mark, middle).word < word)
        low = middle + 1;
      else
        high = middle;
    }
  *n_common = low > 0 ? g_array_index (search->marks, Mark, low - 1).n_common : 0;
  return low;
}

/* By most of it: before boilerplate the same word may stand by chance. */
static gboolean
is_common (Search *search, const LesOverlap *overlap)
{
  guint n_common_before;
  guint n_common;
  guint n_before = count_marks (search, overlap->left, &n_common_before);
  guint n = count_marks (search, overlap->left_end, &n_common);

  return 2 * (n_common - n_common_before) > n - n_before;
}

/* The next passage of a pair, and on to the hit behind it. */
static gboolean
next_passage (Search *search, guint32 number, guint *position, guint end, LesOverlap *overlap)
{
  guint limit = overlap->left_end;

  while (*position < end)
    {
      const Hit *hit = &g_array_index (search->sorted, Hit, (*position)++);

      if (hit->here < limit)
        continue;
      *overlap = les_overlap_grow (get_words (get_entry (search->collection, number)),
                                   get_words (get_entry (search->collection, hit->article)),
                                   hit->here, hit->there, limit);
      limit = MAX (limit, overlap->left_end);
      if (overlap->n_equal >= MIN_PASSAGE_WORDS)
        return TRUE;
    }
  return FALSE;
}

static int
get_share (guint n_words, guint n_all)
{
  return n_all > 0 ? (int) (1000 * (guint64) MIN (n_words, n_all) / n_all) : 0;
}

/* What stands in very many articles makes no pair, unless two have much of it. */
static guint
count_shared (guint n_rare, guint n_common, guint n_shorter)
{
  int share = get_share (n_rare + n_common, n_shorter);
  guint n_words = share >= SAME_COPY_SHARE ? n_rare + n_common : n_rare;

  if (n_words >= MIN_PAIR_WORDS || (n_words > 0 && share >= MIN_SHORT_PAIR_SHARE))
    return n_words;
  return 0;
}

/* What one article says twice and the other once, both share once. */
static guint
count_new (Search *search, const LesOverlap *overlap)
{
  guint n = 0;

  for (guint i = overlap->right; i < overlap->right_end; i++)
    {
      n += search->taken[i] != search->pair;
      search->taken[i] = search->pair;
    }
  return MIN (n, overlap->n_equal);
}

/* Looks at the hits from @start to @end, which are of one article. */
static void
add_pair (Search *search, guint32 number, guint start, guint end, GArray *pairs)
{
  const Entry *here = get_entry (search->collection, number);
  const Entry *there = get_entry (search->collection, g_array_index (search->sorted, Hit, start).article);
  LesCollectionPair pair = { here->id, there->id, 0, 0, 0 };
  LesOverlap overlap = { 0 };
  guint n_rare = 0;
  guint n_common = 0;

  search->pair++;
  while (next_passage (search, number, &start, end, &overlap))
    if (is_common (search, &overlap))
      n_common += count_new (search, &overlap);
    else
      n_rare += count_new (search, &overlap);
  pair.n_words = count_shared (n_rare, n_common, MIN (here->n_words, there->n_words));
  pair.left_share = get_share (pair.n_words, here->n_words);
  pair.right_share = get_share (pair.n_words, there->n_words);
  if (pair.n_words > 0)
    g_array_append_val (pairs, pair);
}

static guint
find_end (Search *search, guint start)
{
  guint32 article = g_array_index (search->sorted, Hit, start).article;
  guint end = start + 1;

  while (end < search->sorted->len && g_array_index (search->sorted, Hit, end).article == article)
    end++;
  return end;
}

static void
add_pairs (Search *search, guint32 number, guint32 least, GArray *pairs)
{
  collect_hits (search, number, least);
  for (guint start = 0, end; start < search->sorted->len; start = end)
    {
      end = find_end (search, start);
      if (g_cancellable_is_cancelled (search->cancellable))
        return;
      add_pair (search, number, start, end, pairs);
    }
}

static int
compare_pairs (gconstpointer a, gconstpointer b)
{
  const LesCollectionPair *x = a;
  const LesCollectionPair *y = b;
  int x_share = MAX (x->left_share, x->right_share);
  int y_share = MAX (y->left_share, y->right_share);

  if (x->n_words != y->n_words)
    return x->n_words > y->n_words ? -1 : 1;
  if (x_share != y_share)
    return x_share > y_share ? -1 : 1;
  if (strcmp (x->left, y->left) != 0)
    return strcmp (x->left, y->left);
  return strcmp (x->right, y->right);
}

/**
 * les_collection_find_pairs:
 * @cancellable: (nullable):
 *
 * Finds the articles that share passages of eight words and more, word for
 * word or lightly edited. What stands in very many articles (a twentieth, and
 * more than six) makes a pair only where it is a third of one of the two.
 *
 * The algorithm: winnowed fingerprints (Schleimer and others 2003, see
 * les_fingerprints_choose()) in an inverted index name the candidates; the
 * passage around each common fingerprint is grown in the words themselves.
 *
 * Returns: (transfer full) (element-type LesCollectionPair): most shared words
 *   first; the article that was added earlier on the left. NULL when cancelled.
 *   Cost: linear in the texts and in what is found. A fingerprint of more than
 *   200 articles is looked up in 20 of them, so that n articles make 200 n
 *   pairs at most.
 */
GArray *
les_collection_find_pairs (LesCollection *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, sizeof (LesCollectionPair));
  g_auto (Search) search = { 0 };

  search_init (&search, self, cancellable);
  for (guint32 number = 0; number < self->entries->len; number++)
    if (get_entry (self, number) != NULL && !g_cancellable_is_cancelled (cancellable))
      add_pairs (&search, number, number + 1, pairs);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  g_array_sort (pairs, compare_pairs);
  return g_steal_pointer (&pairs);
}

/**
 * les_collection_find_similar:
 * @id: an article; it is the left one of each pair
 * @n_best: how many at most
 * @cancellable: (nullable):
 *
 * Returns: (transfer full) (element-type LesCollectionPair): the articles that
 *   share most words with it, those first; empty when there is no such
 *   article. NULL when cancelled.
 */
GArray *
les_collection_find_similar (LesCollection *self,
                             const char    *id,
                             guint          n_best,
                             GCancellable  *cancellable,
                             GError       **error)
{
  g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, sizeof (LesCollectionPair));
  g_auto (Search) search = { 0 };
  guint32 number;

  search_init (&search, self, cancellable);
  if (find_number (self, id, &number))
    add_pairs (&search, number, 0, pairs);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  g_array_sort (pairs, compare_pairs);
  if (pairs->len > n_best)
    g_array_set_size (pairs, n_best);
  return g_steal_pointer (&pairs);
}

static gboolean
is_same_copy (const LesCollectionPair *pair)
{
  int shorter = MAX (pair->left_share, pair->right_share);
  int longer = MIN (pair->left_share, pair->right_share);

  if (pair->n_words < MIN_PAIR_WORDS)
    return longer >= SAME_FLASH_SHARE;
  return shorter >= SAME_COPY_SHARE && longer >= SAME_COPY_LONGER_SHARE;
}

static guint32
find_root (guint32 *parents, guint32 number)
{
  while (parents[number] != number)
    {
      parents[number] = parents[parents[number]];
      number = parents[number];
    }
  return number;
}

static int
compare_groups (gconstpointer a, gconstpointer b)
{
  const GPtrArray *x = *(GPtrArray * const *) a;
  const GPtrArray *y = *(GPtrArray * const *) b;

  if (x->len != y->len)
    return x->len > y->len ? -1 : 1;
  return strcmp (x->pdata[0], y->pdata[0]);
}

static GPtrArray *
list_groups (LesCollection *self, guint32 *parents)
{
  g_autoptr (GHashTable) by_root = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  GPtrArray *groups = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  GHashTableIter iter;
  gpointer group;

  for (guint32 i = 0; i < self->entries->len; i++)
    {
      gpointer root = GUINT_TO_POINTER (find_root (parents, i));

      if (get_entry (self, i) == NULL)
        continue;
      group = g_hash_table_lookup (by_root, root);
      if (group == NULL)
        g_hash_table_insert (by_root, root, group = g_ptr_array_new_with_free_func (g_free));
      g_ptr_array_add (group, g_strdup (get_entry (self, i)->id));
    }
  g_hash_table_iter_init (&iter, by_root);
  while (g_hash_table_iter_next (&iter, NULL, &group))
    if (((GPtrArray *) group)->len > 1)
      g_ptr_array_add (groups, g_ptr_array_ref (group));
  g_ptr_array_sort (groups, compare_groups);
  return groups;
}

/**
 * les_collection_find_groups:
 * @pairs: as les_collection_find_pairs() gave them, the articles unchanged since
 *
 * Two articles carry the same agency copy when they share fifteen words that
 * are three tenths of the shorter one and a tenth of the longer, or when they
 * are short and nearly the same; so do those that hang together by others.
 *
 * Returns: (transfer full) (element-type GPtrArray of char): the groups of two
 *   and more, each as ids in the order of adding, the largest group first
 */
GPtrArray *
les_collection_find_groups (LesCollection *self, GArray *pairs)
{
  g_autofree guint32 *parents = g_new (guint32, self->entries->len + 1);

  for (guint32 i = 0; i < self->entries->len; i++)
    parents[i] = i;
  for (guint i = 0; i < pairs->len; i++)
    {
      const LesCollectionPair *pair = &g_array_index (pairs, LesCollectionPair, i);
      guint32 left;
      guint32 right;

      if (is_same_copy (pair) && find_number (self, pair->left, &left) && find_number (self, pair->right, &right))
        parents[find_root (parents, left)] = find_root (parents, right);
    }
  return list_groups (self, parents);
}

/* Words that stand in another article too. */
typedef struct
{
  guint32 article;
  guint start;
  guint end;
} Shared;

static GArray *
collect_shared (Search *search, guint32 number)
{
  GArray *all = g_array_new (FALSE, FALSE, sizeof (Shared));

  collect_hits (search, number, 0);
  for (guint start = 0, end; start < search->sorted->len; start = end)
    {
      LesOverlap overlap = { 0 };
      guint position = start;

      end = find_end (search, start);
      if (g_cancellable_is_cancelled (search->cancellable))
        break;
      while (next_passage (search, number, &position, end, &overlap))
        {
          Shared shared = { g_array_index (search->sorted, Hit, start).article, overlap.left, overlap.left_end };

          g_array_append_val (all, shared);
        }
    }
  return all;
}

/* For each word the number of its stretch, from 1; 0 for what stands here alone. */
static guint32 *
number_stretches (GArray *all, guint n_words, guint *n_stretches)
{
  guint32 *stretches = g_new0 (guint32, n_words + 1);
  g_autofree int *changes = g_new0 (int, n_words + 1);
  int depth = 0;

  *n_stretches = 0;
  for (guint i = 0; i < all->len; i++)
    {
      changes[g_array_index (all, Shared, i).start]++;
      changes[g_array_index (all, Shared, i).end]--;
    }
  for (guint i = 0; i < n_words; i++)
    {
      if (depth == 0 && changes[i] > 0)
        (*n_stretches)++;
      depth += changes[i];
      stretches[i] = depth > 0 ? *n_stretches : 0;
    }
  return stretches;
}

static void
count_articles (GArray *all, const guint32 *stretches, guint *counts, guint32 *last_article)
{
  for (guint i = 0; i < all->len; i++)
    {
      const Shared *shared = &g_array_index (all, Shared, i);
      guint32 stretch = stretches[shared->start];

      if (counts[stretch] == 0 || last_article[stretch] != shared->article)
        counts[stretch]++;
      last_article[stretch] = shared->article;
    }
}

/* A full stop and a closing mark belong to the words before them. */
static int
include_punctuation (LesText *text, int end)
{
  const char *p = les_text_peek (text, end);

  while (g_unichar_ispunct (g_utf8_get_char (p)))
    {
      p = g_utf8_next_char (p);
      end++;
    }
  return end;
}

static GArray *
list_shared (const Entry *entry, const guint32 *stretches, const guint *counts)
{
  g_autoptr (LesVocabulary) vocabulary = les_vocabulary_new ();
  g_autoptr (LesTokens) tokens = les_tokens_new (entry->document, vocabulary, NULL);
  LesText *text = les_document_get_text (entry->document);
  GArray *passages = g_array_new (FALSE, FALSE, sizeof (LesSharedPassage));

  for (guint i = 0, end; i < tokens->n; i = end)
    {
      LesSharedPassage passage;

      for (end = i + 1; end < tokens->n && stretches[end] == stretches[i]; end++)
        ;
      if (stretches[i] == 0)
        continue;
      passage.range = LES_TEXT_RANGE (tokens->items[i].start, include_punctuation (text, tokens->items[end - 1].end));
      passage.n_articles = counts[stretches[i]];
      g_array_append_val (passages, passage);
    }
  return passages;
}

/**
 * les_collection_find_shared:
 * @id: an article
 * @cancellable: (nullable):
 *
 * Returns: (transfer full) (element-type LesSharedPassage): what of its text
 *   stands, word for word or lightly edited, in other articles too, in text
 *   order, without overlaps; boilerplate counts here. Of what stands in more
 *   than 200 articles, 20 are counted. Empty when there is no such article.
 *   NULL when cancelled.
 */
GArray *
les_collection_find_shared (LesCollection *self, const char *id, GCancellable *cancellable, GError **error)
{
  g_autoptr (GArray) all = NULL;
  g_autofree guint32 *stretches = NULL;
  g_autofree guint *counts = NULL;
  g_autofree guint32 *last_article = NULL;
  g_auto (Search) search = { 0 };
  guint n_stretches;
  guint32 number;

  search_init (&search, self, cancellable);
  if (!find_number (self, id, &number))
    return g_array_new (FALSE, FALSE, sizeof (LesSharedPassage));
  all = collect_shared (&search, number);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  stretches = number_stretches (all, get_entry (self, number)->n_words, &n_stretches);
  counts = g_new0 (guint, n_stretches + 1);
  last_article = g_new0 (guint32, n_stretches + 1);
  count_articles (all, stretches, counts, last_article);
  return list_shared (get_entry (self, number), stretches, counts);
}
