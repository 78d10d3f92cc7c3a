/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-anchors.h"

#include "les-passage.h"

#define CANCEL_CHECK_TOKENS 4096
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

static guint
count_free (const LesTokens *tokens, const guint8 *taken)
{
  guint n = 0;

  for (guint i = 0; i < tokens->n; i++)
    n += !taken[i];
  return n;
}

static guint64
get_pair_key (const LesToken *token)
{
  return les_ngrams_key_2 (token[0].id, token[1].id);
}

static void
count_pairs (LesNgrams *pairs, const LesTokens *tokens, const guint8 *taken, void (*add) (LesNgrams *, guint64, guint32))
{
  for (guint i = 0; i + 1 < tokens->n; i++)
    if (!taken[i] && !taken[i + 1])
      add (pairs, get_pair_key (&tokens->items[i]), i);
}

/* Whether both texts have the pair at @i, and one of them several times: then
 * the triple that begins with it may be an anchor. */
static gboolean
needs_triple (Search *search, const LesTokens *tokens, const guint8 *taken, guint i)
{
  const LesToken *token = &tokens->items[i];
  const guint32 *counts = search->weights->counts;
  const LesNgram *pair;

  if (taken[i] || taken[i + 1] || taken[i + 2])
    return FALSE;
  if (counts[token[0].id] <= 2 || counts[token[1].id] <= 2)
    return FALSE;
  pair = les_ngrams_find (search->pairs, get_pair_key (token));
  return pair != NULL && pair->n_left > 0 && pair->n_right > 0 && pair->n_left + pair->n_right > 2;
}

/* Notes in @places the tokens of a text where a triple is worth counting. */
static void
list_triples (Search *search, const LesTokens *tokens, const guint8 *taken, GArray *places)
{
  for (guint i = 0; i + 2 < tokens->n; i++)
    if (needs_triple (search, tokens, taken, i))
      g_array_append_val (places, i);
}

static void
count_triples (Search *search, const LesTokens *tokens, const GArray *places, void (*add) (LesNgrams *, guint64, guint32))
{
  for (guint i = 0; i < places->len; i++)
    {
      guint place = g_array_index (places, guint, i);
      const LesToken *token = &tokens->items[place];

      add (search->triples, les_ngrams_key_3 (token[0].id, token[1].id, token[2].id), place);
    }
}

/* The pairs of what is free. While everything is, the weights have them. */
static LesNgrams *
open_pairs (Search *search)
{
  const LesWeights *weights = search->weights;
  guint n_left = count_free (weights->left, search->left_taken);
  guint n_right = count_free (weights->right, search->right_taken);
  LesNgrams *pairs;

  if (n_left == weights->left->n && n_right == weights->right->n)
    return weights->pairs;
  pairs = les_ngrams_new ((gsize) n_left + n_right);
  count_pairs (pairs, weights->left, search->left_taken, les_ngrams_add_left);
  count_pairs (pairs, weights->right, search->right_taken, les_ngrams_add_right);
  return pairs;
}

static LesNgrams *
open_triples (Search *search)
{
  g_autoptr (GArray) left = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) right = g_array_new (FALSE, FALSE, sizeof (guint));

  list_triples (search, search->weights->left, search->left_taken, left);
  list_triples (search, search->weights->right, search->right_taken, right);
  search->triples = les_ngrams_new ((gsize) left->len + right->len);
  count_triples (search, search->weights->left, left, les_ngrams_add_left);
  count_triples (search, search->weights->right, right, les_ngrams_add_right);
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
      || search->weights->counts[token[1].id] < 2)
    return FALSE;
  if (get_partner (search->pairs, les_ngrams_key_2 (token[0].id, token[1].id), right))
    return TRUE;
  if (left + 2 >= tokens->n || search->left_taken[left + 2])
    return FALSE;
  return get_partner (search->triples, les_ngrams_key_3 (token[0].id, token[1].id, token[2].id), right);
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

static void
collect_runs (Search *search, GCancellable *cancellable)
{
  guint n = search->weights->left->n;

  for (guint left = 0; left < n; left++)
    {
      guint32 *seen;
      guint right;

      if (left % CANCEL_CHECK_TOKENS == 0 && g_cancellable_is_cancelled (cancellable))
        return;
      if (search->left_taken[left] || !find_partner (search, left, &right))
        continue;
      seen = &search->seen_until[right + n - left];
      if (left >= *seen)
        {
          LesRun run = grow_run (search, left, right);

          *seen = run.left + run.n;
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
  g_autofree guint32 *seen_until = g_new0 (guint32, n_tokens + 1);
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
