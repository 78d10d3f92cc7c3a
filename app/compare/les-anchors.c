/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-anchors.h"

#include <string.h>

#include "les-parallel.h"
#include "les-passage.h"
#include "les-zeroed.h"

#define CANCEL_CHECK_TOKENS 4096
/* From twice so many words on each side has a thread of its own. */
#define MIN_PARALLEL_TOKENS 25000
/* A triple is the longest group of words that is looked for. */
#define MAX_GROUP_WORDS 3
#define NOWHERE G_MAXUINT32
#define OFTEN (G_MAXUINT32 - 1)

/* Places of the words and groups that stand once in each text. */
typedef struct
{
  LesWeights *weights;
  const guint8 *left_taken;
  const guint8 *right_taken;
  guint32 *left_words;       /* where a word stands: NOWHERE, OFTEN or the token */
  guint32 *right_words;
  LesNgrams *pairs;
  LesNgrams *triples;
  guint32 *seen_until;       /* for each diagonal, how far a run reached */
  GArray *runs;
} Search;

static void
mark_words (guint32 *places, const LesTokens *tokens, const guint8 *taken)
{
  for (guint i = 0; i < tokens->n; i++)
    if (!taken[i])
      {
        guint32 *place = &places[tokens->items[i].id];

        *place = *place == NOWHERE ? i : OFTEN;
      }
}

static gboolean
is_all_free (const LesTokens *tokens, const guint8 *taken)
{
  return memchr (taken, 1, tokens->n) == NULL;
}

static guint64
get_pair_key (const LesToken *token)
{
  return les_ngrams_key_2 (token[0].id, token[1].id);
}

/* What a word that stands but twice is part of, that word finds by itself. */
static gboolean
is_pair (Search *search, const LesTokens *tokens, const guint8 *taken, guint i)
{
  const LesToken *token = &tokens->items[i];

  return !taken[i] && !taken[i + 1] && les_weights_may_repeat (search->weights, token[0].id, token[1].id);
}

static guint
count_pair_tokens (Search *search, const LesTokens *tokens, const guint8 *taken)
{
  guint n = 0;

  for (guint i = 0; i + 1 < tokens->n; i++)
    n += is_pair (search, tokens, taken, i);
  return n;
}

static void
count_left_pairs (Search *search, LesNgrams *pairs)
{
  const LesTokens *tokens = search->weights->left;

  for (guint i = 0; i + 1 < tokens->n; i++)
    if (is_pair (search, tokens, search->left_taken, i))
      les_ngrams_add_left (pairs, get_pair_key (&tokens->items[i]));
}

static void
count_right_pairs (Search *search, LesNgrams *pairs)
{
  const LesTokens *tokens = search->weights->right;

  for (guint i = 0; i + 1 < tokens->n; i++)
    if (is_pair (search, tokens, search->right_taken, i))
      les_ngrams_add_right (pairs, get_pair_key (&tokens->items[i]), i);
}

/* Whether both texts have the pair at @i, and one of them several times: then
 * the triple that begins with it may be an anchor. */
static gboolean
needs_triple (Search *search, const LesTokens *tokens, const guint8 *taken, guint i)
{
  const LesNgram *pair;

  if (taken[i + 2] || !is_pair (search, tokens, taken, i))
    return FALSE;
  pair = les_ngrams_find (search->pairs, get_pair_key (&tokens->items[i]));
  return pair != NULL && pair->n_left > 0 && pair->n_right > 0 && pair->n_left + pair->n_right > 2;
}

/* Notes in @places the tokens of a text where a triple is worth counting. */
static void
list_triples (Search *search, const LesTokens *tokens, const guint8 *taken, GArray *places)
{
  for (guint i = 0; i + 2 < tokens->n; i++)
    {
      les_weights_prepare_pair (search->weights, search->pairs, tokens, i);
      if (needs_triple (search, tokens, taken, i))
        g_array_append_val (places, i);
    }
}

static guint64
get_triple_key (const LesToken *token)
{
  return les_ngrams_key_3 (token[0].id, token[1].id, token[2].id);
}

/* The pairs of what is free. While everything is, the weights have them. */
static LesNgrams *
open_pairs (Search *search)
{
  const LesWeights *weights = search->weights;
  LesNgrams *pairs;

  if (is_all_free (weights->left, search->left_taken) && is_all_free (weights->right, search->right_taken))
    return weights->pairs;
  pairs = les_ngrams_new ((gsize) count_pair_tokens (search, weights->left, search->left_taken)
                          + count_pair_tokens (search, weights->right, search->right_taken));
  count_left_pairs (search, pairs);
  count_right_pairs (search, pairs);
  return pairs;
}

/* Where triples are worth counting. */
typedef struct
{
  Search *search;
  GArray *places[2];       /* in the left and the right text */
} Listing;

static void
list_sides (gpointer data, guint part G_GNUC_UNUSED, guint first, guint end)
{
  Listing *listing = data;
  Search *search = listing->search;

  for (guint i = first; i < end; i++)
    if (i == 0)
      list_triples (search, search->weights->left, search->left_taken, listing->places[0]);
    else
      list_triples (search, search->weights->right, search->right_taken, listing->places[1]);
}

static LesNgrams *
open_triples (Search *search)
{
  g_autoptr (GArray) left = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) right = g_array_new (FALSE, FALSE, sizeof (guint));
  Listing listing = { search, { left, right } };
  guint n_tokens = MIN (search->weights->left->n, search->weights->right->n);

  les_parallel_run (MIN (2, les_parallel_count_parts (n_tokens, MIN_PARALLEL_TOKENS)), 2, list_sides, &listing);
  search->triples = les_ngrams_new ((gsize) left->len + right->len);
  for (guint i = 0; i < left->len; i++)
    les_ngrams_add_left (search->triples, get_triple_key (&search->weights->left->items[g_array_index (left, guint, i)]));
  for (guint i = 0; i < right->len; i++)
    {
      guint place = g_array_index (right, guint, i);

      les_ngrams_add_right (search->triples, get_triple_key (&search->weights->right->items[place]), place);
    }
  return search->triples;
}

static gboolean
get_partner (const LesNgrams *grams, guint64 key, guint *right)
{
  const LesNgram *gram = les_ngrams_find ((LesNgrams *) grams, key);

  if (gram == NULL || gram->n_left != 1 || gram->n_right != 1)
    return FALSE;
  *right = gram->right;
  return TRUE;
}

/* The one place of the right text that the words at @left stand at. */
static gboolean
find_partner (Search *search, guint left, guint *right)
{
  const LesTokens *tokens = search->weights->left;
  const LesToken *token = &tokens->items[left];

  *right = search->right_words[token->id];
  if (*right < OFTEN && search->left_words[token->id] == left)
    return TRUE;
  if (*right == NOWHERE || left + 1 >= tokens->n || search->left_taken[left + 1]
      || !les_weights_may_repeat (search->weights, token[0].id, token[1].id))
    return FALSE;
  if (get_partner (search->pairs, get_pair_key (token), right))
    return TRUE;
  if (left + 2 >= tokens->n || search->left_taken[left + 2])
    return FALSE;
  return get_partner (search->triples, get_triple_key (token), right);
}

static gboolean
is_equal (Search *search, guint left, guint right)
{
  return search->weights->left->items[left].id == search->weights->right->items[right].id
         && !search->left_taken[left] && !search->right_taken[right];
}

/* The longest run of equal words around one pair of them. */
static LesRun
grow_run (Search *search, guint left, guint right)
{
  LesRun run = { left, right, 1 };

  while (run.left > 0 && run.right > 0 && is_equal (search, run.left - 1, run.right - 1))
    {
      run.left--;
      run.right--;
      run.n++;
    }
  while (run.left + run.n < search->weights->left->n && run.right + run.n < search->weights->right->n
         && is_equal (search, run.left + run.n, run.right + run.n))
    run.n++;
  return run;
}

/* What stands once in each text and lies within a run, that run has found: it goes on
 * with the first word of which a triple may lead out of it. */
static guint
get_next (const LesRun *run, guint left)
{
  guint end = run->left + run->n;

  return MAX (left + 1, end > MAX_GROUP_WORDS - 1 ? end - (MAX_GROUP_WORDS - 1) : 0);
}

static void
collect_runs (Search *search, GCancellable *cancellable)
{
  guint n = search->weights->left->n;
  guint next;

  for (guint left = 0, n_seen = 0; left < n; left = next, n_seen++)
    {
      guint32 *seen;
      guint right;

      next = left + 1;
      if (n_seen % CANCEL_CHECK_TOKENS == 0 && g_cancellable_is_cancelled (cancellable))
        return;
      les_weights_prepare_pair (search->weights, search->pairs, search->weights->left, left);
      if (search->left_taken[left] || !find_partner (search, left, &right))
        continue;
      seen = &search->seen_until[right + n - left];
      if (left >= *seen)
        {
          LesRun run = grow_run (search, left, right);

          *seen = run.left + run.n;
          next = get_next (&run, left);
          g_array_append_val (search->runs, run);
        }
    }
}

static int
compare_runs (gconstpointer a, gconstpointer b)
{
  const LesRun *x = a;
  const LesRun *y = b;

  if (x->left != y->left)
    return x->left < y->left ? -1 : 1;
  return x->right < y->right ? -1 : x->right > y->right;
}

static void
fill_places (guint32 *places, guint n)
{
  for (guint i = 0; i < n; i++)
    places[i] = NOWHERE;
}

/**
 * les_anchors_find:
 * @weights: the two texts and what their words weigh
 * @left_taken: for each left token, whether it is out of the question
 * @right_taken: the same for the right text
 * @n_words: how many different words there are
 * @cancellable: (nullable): what it stops by
 *
 * Finds what both texts certainly have in common: words, pairs and triples of
 * words that stand exactly once in each, grown to the longest equal run.
 *
 * Returns: (transfer full) (element-type LesRun): in the order of the left
 *   text; they may overlap. Cost: linear.
 */
GArray *
les_anchors_find (LesWeights   *weights,
                  const guint8 *left_taken,
                  const guint8 *right_taken,
                  guint         n_words,
                  GCancellable *cancellable)
{
  gsize n_tokens = (gsize) weights->left->n + weights->right->n;
  g_autofree guint32 *left_words = g_new (guint32, n_words + 1);
  g_autofree guint32 *right_words = g_new (guint32, n_words + 1);
  g_autofree guint32 *seen_until = les_new_zeroed (guint32, n_tokens + 1);
  Search search = { weights, left_taken, right_taken, left_words, right_words, NULL, NULL, seen_until, NULL };

  search.runs = g_array_new (FALSE, FALSE, sizeof (LesRun));
  fill_places (left_words, n_words);
  fill_places (right_words, n_words);
  mark_words (left_words, weights->left, left_taken);
  mark_words (right_words, weights->right, right_taken);
  search.pairs = open_pairs (&search);
  search.triples = open_triples (&search);
  collect_runs (&search, cancellable);
  if (search.pairs != weights->pairs)
    les_ngrams_free (search.pairs);
  les_ngrams_free (search.triples);
  g_array_sort (search.runs, compare_runs);
  return search.runs;
}
