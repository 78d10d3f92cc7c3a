/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-collection-private.h"

#include "les-fingerprints.h"

/* Shorter runs are idioms: "said on Tuesday in the capital". */
#define MIN_PASSAGE_WORDS 8
/* What stands in more articles than this, and in more than each twentieth, may
 * be boilerplate. */
#define FEW_ARTICLES 6
#define COMMON_ARTICLES_DIVISOR 20
/* Of what stands in more articles than MANY_ARTICLES only some are looked at. */
#define MANY_ARTICLES 200
#define SOME_ARTICLES 20
/* Among so many fingerprints before, the same is a repetition. */
#define NEAR_FINGERPRINTS 8
#define CANCEL_CHECK_FINGERPRINTS 1024

/* A fingerprint of the article that is looked at. */
typedef struct
{
  guint32 word;
  guint32 n_common;      /* how many up to this one stand in very many articles */
} Mark;

static guint
get_longest (LesCollection *self)
{
  guint longest = 0;

  for (guint32 i = 0; i < self->entries->len; i++)
    if (les_collection_get_entry (self, i) != NULL)
      longest = MAX (longest, les_collection_get_entry (self, i)->n_words);
  return longest;
}

void
les_collection_search_init (LesCollectionSearch *search, LesCollection *collection, GCancellable *cancellable)
{
  search->collection = collection;
  search->cancellable = cancellable;
  search->marks = g_array_new (FALSE, FALSE, sizeof (Mark));
  search->hits = g_array_new (FALSE, FALSE, sizeof (LesCollectionHit));
  search->sorted = g_array_new (FALSE, FALSE, sizeof (LesCollectionHit));
  search->articles = g_array_new (FALSE, FALSE, sizeof (guint32));
  search->counts = g_new0 (guint32, collection->entries->len + 1);
  search->taken = g_new0 (guint32, get_longest (collection) + 1);
}

void
les_collection_search_clear (LesCollectionSearch *search)
{
  g_array_unref (search->marks);
  g_array_unref (search->hits);
  g_array_unref (search->sorted);
  g_array_unref (search->articles);
  g_free (search->counts);
  g_free (search->taken);
}

static guint
get_common_limit (LesCollection *self)
{
  return MAX (FEW_ARTICLES, les_collection_get_n (self) / COMMON_ARTICLES_DIVISOR);
}

static void
add_hit (LesCollectionSearch *search, const LesCollectionHit *hit)
{
  if (search->counts[hit->article]++ == 0)
    g_array_append_val (search->articles, hit->article);
  g_array_append_vals (search->hits, hit, 1);
}

static void
add_mark (LesCollectionSearch *search, guint32 word, gboolean is_common)
{
  guint n = search->marks->len;
  Mark mark = { word, n > 0 ? g_array_index (search->marks, Mark, n - 1).n_common : 0 };

  mark.n_common += is_common;
  g_array_append_val (search->marks, mark);
}

/* What the fingerprint has in common with articles from number @least on. */
static void
add_hits (LesCollectionSearch *search, guint32 number, guint32 least, const LesFingerprint *fingerprint)
{
  LesPostings *postings = search->collection->postings;
  guint n_articles;
  const LesPosting *posting = les_postings_find (postings, fingerprint->hash, &n_articles);
  guint n_left = n_articles > MANY_ARTICLES ? SOME_ARTICLES : n_articles;

  add_mark (search, fingerprint->word, n_articles > MIN (get_common_limit (search->collection), MANY_ARTICLES));
  for (; posting != NULL && n_left > 0; posting = les_postings_next (postings, posting), n_left--)
    if (posting->article != number && posting->article >= least)
      add_hit (search, &(LesCollectionHit) { posting->article, fingerprint->word, posting->word });
}

/* Puts the hits of one article together, in text order, by counting. */
static void
sort_hits (LesCollectionSearch *search)
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
      const LesCollectionHit *hit = &g_array_index (search->hits, LesCollectionHit, i);

      g_array_index (search->sorted, LesCollectionHit, search->counts[hit->article]++) = *hit;
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

/**
 * les_collection_search_run:
 * @number: an article
 * @least: only articles with this number or a higher one are looked at
 *
 * Finds the fingerprints that the article has in common with others. The hits
 * of one article then stand together in @sorted, in the order of the text.
 */
void
les_collection_search_run (LesCollectionSearch *search, guint32 number, guint32 least)
{
  const LesCollectionEntry *entry = les_collection_get_entry (search->collection, number);
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
count_marks (LesCollectionSearch *search, guint word, guint *n_common)
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

/** Returns: whether most of it stands in very many articles; before boilerplate the same word may stand by chance */
gboolean
les_collection_search_is_common (LesCollectionSearch *search, const LesOverlap *overlap)
{
  guint n_common_before;
  guint n_common;
  guint n_before = count_marks (search, overlap->left, &n_common_before);
  guint n = count_marks (search, overlap->left_end, &n_common);

  return 2 * (n_common - n_common_before) > n - n_before;
}

/**
 * les_collection_search_next:
 * @number: the article that was searched for
 * @position: (inout): where to go on in @sorted
 * @end: where the hits of the other article end
 * @overlap: (inout): the passage before, at first all 0; the next one
 *
 * Returns: whether there is another passage
 */
gboolean
les_collection_search_next (LesCollectionSearch *search,
                            guint32              number,
                            guint               *position,
                            guint                end,
                            LesOverlap          *overlap)
{
  LesWordHashes here = les_collection_entry_get_words (les_collection_get_entry (search->collection, number));
  guint limit = overlap->left_end;

  while (*position < end)
    {
      const LesCollectionHit *hit = &g_array_index (search->sorted, LesCollectionHit, (*position)++);
      const LesCollectionEntry *other = les_collection_get_entry (search->collection, hit->article);

      if (hit->here < limit)
        continue;
      *overlap = les_overlap_grow (here, les_collection_entry_get_words (other), hit->here, hit->there, limit);
      limit = MAX (limit, overlap->left_end);
      if (overlap->n_equal >= MIN_PASSAGE_WORDS)
        return TRUE;
    }
  return FALSE;
}

/** Returns: (transfer none): the article whose hit stands at @start in @sorted */
LesCollectionEntry *
les_collection_search_get_other (LesCollectionSearch *search, guint start)
{
  return les_collection_get_entry (search->collection, g_array_index (search->sorted, LesCollectionHit, start).article);
}

/** Returns: where in @sorted the hits of another article begin than at @start */
guint
les_collection_search_find_end (LesCollectionSearch *search, guint start)
{
  guint32 article = g_array_index (search->sorted, LesCollectionHit, start).article;
  guint end = start + 1;

  while (end < search->sorted->len && g_array_index (search->sorted, LesCollectionHit, end).article == article)
    end++;
  return end;
}
