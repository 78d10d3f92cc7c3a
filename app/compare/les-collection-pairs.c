/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-collection-private.h"

#include <string.h>

/* Less than this makes no pair, unless it is half of a very short article. */
#define MIN_PAIR_WORDS 15
#define MIN_SHORT_PAIR_SHARE 500
/* Thousandths of the shorter article: above it both carry the same copy. */
#define SAME_COPY_SHARE 300
/* Thousandths of the longer one: below it a round-up only quotes the copy. */
#define SAME_COPY_LONGER_SHARE 100
/* Thousandths of both: so much of a flash of ten words must be the same. */
#define SAME_FLASH_SHARE 700

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
count_new (LesCollectionSearch *search, const LesOverlap *overlap)
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
add_pair (LesCollectionSearch *search, guint32 number, guint start, guint end, GArray *pairs)
{
  const LesCollectionEntry *here = les_collection_get_entry (search->collection, number);
  const LesCollectionEntry *there = les_collection_search_get_other (search, start);
  LesCollectionPair pair = { here->id, there->id, 0, 0, 0 };
  LesOverlap overlap = { 0 };
  guint n_rare = 0;
  guint n_common = 0;

  search->pair++;
  while (les_collection_search_next (search, number, &start, end, &overlap))
    if (les_collection_search_is_common (search, &overlap))
      n_common += count_new (search, &overlap);
    else
      n_rare += count_new (search, &overlap);
  pair.n_words = count_shared (n_rare, n_common, MIN (here->n_words, there->n_words));
  pair.left_share = get_share (pair.n_words, here->n_words);
  pair.right_share = get_share (pair.n_words, there->n_words);
  if (pair.n_words > 0)
    g_array_append_val (pairs, pair);
}

static void
add_pairs (LesCollectionSearch *search, guint32 number, guint32 least, GArray *pairs)
{
  les_collection_search_run (search, number, least);
  for (guint start = 0, end; start < search->sorted->len; start = end)
    {
      end = les_collection_search_find_end (search, start);
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
 * more than six) makes a pair only where two share three tenths of the shorter.
 *
 * The algorithm: winnowed fingerprints (Schleimer and others 2003, see
 * les_fingerprints_choose()) in an inverted index name the candidates; the
 * passage around each common fingerprint is grown in the words themselves.
 *
 * Returns: (transfer full) (element-type LesCollectionPair): most shared words
 *   first; the article that was added earlier on the left. NULL when cancelled.
 *   Cost: linear in the texts and in what is found. A fingerprint of more than
 *   200 articles is looked up in 20 of them, so that it stays linear when very
 *   many articles are the same.
 */
GArray *
les_collection_find_pairs (LesCollection *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, sizeof (LesCollectionPair));
  g_auto (LesCollectionSearch) search = { 0 };

  les_collection_search_init (&search, self, cancellable);
  for (guint32 number = 0; number < self->entries->len; number++)
    if (les_collection_get_entry (self, number) != NULL && !g_cancellable_is_cancelled (cancellable))
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
  g_auto (LesCollectionSearch) search = { 0 };
  guint32 number;

  les_collection_search_init (&search, self, cancellable);
  if (les_numbering_find (self->numbering, id, &number))
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

      if (les_collection_get_entry (self, i) == NULL)
        continue;
      group = g_hash_table_lookup (by_root, root);
      if (group == NULL)
        g_hash_table_insert (by_root, root, group = g_ptr_array_new_with_free_func (g_free));
      g_ptr_array_add (group, g_strdup (les_collection_get_entry (self, i)->id));
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

      if (is_same_copy (pair) && les_numbering_find (self->numbering, pair->left, &left)
          && les_numbering_find (self->numbering, pair->right, &right))
        parents[find_root (parents, left)] = find_root (parents, right);
    }
  return list_groups (self, parents);
}
