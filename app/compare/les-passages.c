/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-passages.h"

#include <math.h>
#include <string.h>

#include "les-aligner.h"
#include "les-anchors.h"
#include "les-zeroed.h"

/* Runs further apart than this, in tokens, belong to different passages. */
#define MAX_GAP_TOKENS 40
/* So many runs before one are looked at for the one it continues. */
#define LOOK_BACK_RUNS 32
/* So far beyond the last equal words an extension looks, in tokens. */
#define REACH_TOKENS 25
#define MIN_EQUAL_WORDS 5
/* The longer the texts, the longer are the idioms that both use by chance. */
#define LONG_TEXT_TOKENS 3000
#define LONG_TEXT_EQUAL_WORDS 7
#define VERY_LONG_TEXT_TOKENS 20000
#define VERY_LONG_TEXT_EQUAL_WORDS 9
/* A passage of which less is equal is two, or none. */
#define MIN_DENSE_PERCENT 50
#define MAX_ROUNDS 3
#define CANCEL_CHECK_RUNS 1024

/* In bits: what a gap takes away, and by how much a passage must beat what
 * chance brings forth in texts of this size. */
#define GAP_COST 2.0
#define GAP_WORD_COST 0.3
#define MARGIN_BITS 14.0

typedef struct
{
  LesRun run;
  double bits;
  double score;        /* of the best chain that ends here */
  int previous;        /* in that chain, or -1 */
  gboolean is_used;
} Link;

typedef struct
{
  LesWeights *weights;
  LesAligner *aligner;
  guint n_words;
  guint8 *left_taken;
  guint8 *right_taken;
  double min_bits;
  guint min_words;
  GPtrArray *passages;
  GCancellable *cancellable;
} Search;

static double
weigh_run (LesWeights *weights, const LesRun *run)
{
  const LesToken *token = &weights->left->items[run->left];
  double bits = weights->bits[token[0].id];

  for (guint i = 1; i < run->n; i++)
    bits += les_weights_get_follow (weights, token[i - 1].id, token[i].id);
  return bits;
}

static double
get_gap_cost (guint left_gap, guint right_gap)
{
  return GAP_COST + GAP_WORD_COST * MAX (left_gap, right_gap);
}

/* How many words @run must give up in front to follow @previous, or -1 if it
 * does not follow it at all. */
static int
get_overlap (const LesRun *previous, const LesRun *run)
{
  int left = (int) (previous->left + previous->n) - (int) run->left;
  int right = (int) (previous->right + previous->n) - (int) run->right;
  int overlap = MAX (MAX (left, right), 0);

  if (overlap >= (int) run->n || run->right <= previous->right)
    return -1;
  if (left < -MAX_GAP_TOKENS || right < -MAX_GAP_TOKENS)
    return -1;
  return overlap;
}

static void
link_run (Link *links, guint index)
{
  Link *link = &links[index];
  guint first = index > LOOK_BACK_RUNS ? index - LOOK_BACK_RUNS : 0;

  for (guint i = index; i > first; i--)
    {
      const Link *before = &links[i - 1];
      int overlap = get_overlap (&before->run, &link->run);
      double score;

      if (overlap < 0)
        continue;
      score = before->score + link->bits * (link->run.n - overlap) / link->run.n;
      if (before->run.left + before->run.n != link->run.left + overlap
          || before->run.right + before->run.n != link->run.right + overlap)
        score -= get_gap_cost (MAX (0, (int) (link->run.left + overlap - before->run.left - before->run.n)),
                               MAX (0, (int) (link->run.right + overlap - before->run.right - before->run.n)));
      if (score > link->score)
        {
          link->score = score;
          link->previous = i - 1;
        }
    }
}

static GArray *
link_runs (Search *search, GArray *runs)
{
  GArray *links = g_array_sized_new (FALSE, TRUE, sizeof (Link), runs->len);

  for (guint i = 0; i < runs->len; i++)
    {
      Link link = { g_array_index (runs, LesRun, i), 0, 0, -1, FALSE };

      if (i % CANCEL_CHECK_RUNS == 0 && g_cancellable_is_cancelled (search->cancellable))
        break;
      link.bits = link.score = weigh_run (search->weights, &link.run);
      g_array_append_val (links, link);
      link_run ((Link *) (void *) links->data, i);
    }
  return links;
}

static int
compare_scores (gconstpointer a, gconstpointer b, gpointer data)
{
  const Link *links = data;
  double x = links[*(const guint *) a].score;
  double y = links[*(const guint *) b].score;

  if (x != y)
    return x > y ? -1 : 1;
  return *(const guint *) a < *(const guint *) b ? -1 : 1;
}

/* The free part of @run behind @after, cut to words that nobody has taken. */
static gboolean
clip_run (Search *search, LesRun *run, const LesRun *after)
{
  guint n;

  if (after != NULL)
    {
      int overlap = get_overlap (after, run);

      if (overlap < 0)
        return FALSE;
      run->left += overlap;
      run->right += overlap;
      run->n -= overlap;
    }
  while (run->n > 0 && (search->left_taken[run->left] || search->right_taken[run->right]))
    {
      run->left++;
      run->right++;
      run->n--;
    }
  for (n = 0; n < run->n; n++)
    if (search->left_taken[run->left + n] || search->right_taken[run->right + n])
      break;
  run->n = n;
  return n > 0;
}

/* The chain of links that ends at @last, in text order, without what others
 * have used. */
static GArray *
collect_chain (Search *search, Link *links, guint last)
{
  g_autoptr (GArray) backward = g_array_new (FALSE, FALSE, sizeof (LesRun));
  GArray *chain = g_array_new (FALSE, FALSE, sizeof (LesRun));

  for (int i = last; i >= 0 && !links[i].is_used; i = links[i].previous)
    {
      links[i].is_used = TRUE;
      g_array_append_val (backward, links[i].run);
    }
  for (guint i = backward->len; i > 0; i--)
    {
      LesRun run = g_array_index (backward, LesRun, i - 1);
      const LesRun *before = chain->len > 0 ? &g_array_index (chain, LesRun, chain->len - 1) : NULL;

      if (clip_run (search, &run, before))
        g_array_append_val (chain, run);
    }
  return chain;
}

static guint
find_free_end (const guint8 *taken, guint from, guint limit)
{
  while (from < limit && !taken[from])
    from++;
  return from;
}

static guint
find_free_start (const guint8 *taken, guint from, guint limit)
{
  while (from > limit && !taken[from - 1])
    from--;
  return from;
}

static void
extend_backward (Search *search, const LesRun *first, GArray *runs)
{
  guint left = find_free_start (search->left_taken, first->left,
                                first->left - MIN (first->left, REACH_TOKENS));
  guint right = find_free_start (search->right_taken, first->right,
                                 first->right - MIN (first->right, REACH_TOKENS));

  les_aligner_extend_backward (search->aligner, left, first->left, right, first->right, runs);
}

static void
extend_forward (Search *search, GArray *runs)
{
  const LesRun *last = &g_array_index (runs, LesRun, runs->len - 1);
  guint left = last->left + last->n;
  guint right = last->right + last->n;
  guint left_end = find_free_end (search->left_taken, left,
                                  MIN (left + REACH_TOKENS, search->weights->left->n));
  guint right_end = find_free_end (search->right_taken, right,
                                   MIN (right + REACH_TOKENS, search->weights->right->n));

  les_aligner_extend_forward (search->aligner, left, left_end, right, right_end, runs);
}

static gboolean
is_free (Search *search, guint left, guint left_end, guint right, guint right_end)
{
  return find_free_end (search->left_taken, left, left_end) == left_end
         && find_free_end (search->right_taken, right, right_end) == right_end;
}

static void
append_run (GArray *runs, LesRun run)
{
  LesRun *last = runs->len > 0 ? &g_array_index (runs, LesRun, runs->len - 1) : NULL;

  if (last != NULL && last->left + last->n == run.left && last->right + last->n == run.right)
    last->n += run.n;
  else
    g_array_append_val (runs, run);
}

/* The chain with its gaps filled. */
static LesPassage *
fill_chain (Search *search, GArray *chain)
{
  LesPassage *passage = les_passage_new ();

  append_run (passage->runs, g_array_index (chain, LesRun, 0));
  for (guint i = 1; i < chain->len; i++)
    {
      LesRun before = g_array_index (chain, LesRun, i - 1);
      LesRun run = g_array_index (chain, LesRun, i);

      if (is_free (search, before.left + before.n, run.left, before.right + before.n, run.right))
        les_aligner_fill (search->aligner, before.left + before.n, run.left,
                          before.right + before.n, run.right, passage->runs);
      append_run (passage->runs, run);
    }
  return passage;
}

/* Grows both ends of @passage as far as it is worth it. */
static void
extend_passage (Search *search, LesPassage *passage)
{
  g_autoptr (GArray) runs = g_array_new (FALSE, FALSE, sizeof (LesRun));

  extend_backward (search, les_passage_get_first (passage), runs);
  for (guint i = 0; i < passage->runs->len; i++)
    append_run (runs, g_array_index (passage->runs, LesRun, i));
  extend_forward (search, runs);
  g_array_set_size (passage->runs, 0);
  g_array_append_vals (passage->runs, runs->data, runs->len);
}

static void
weigh_passage (Search *search, LesPassage *passage)
{
  passage->bits = 0;
  for (guint i = 0; i < passage->runs->len; i++)
    {
      const LesRun *run = &g_array_index (passage->runs, LesRun, i);

      passage->bits += weigh_run (search->weights, run);
      if (i > 0)
        passage->bits -= get_gap_cost (run->left - run[-1].left - run[-1].n,
                                       run->right - run[-1].right - run[-1].n);
    }
}

static void
take_tokens (Search *search, const LesPassage *passage)
{
  for (guint i = 0; i < passage->runs->len; i++)
    {
      const LesRun *run = &g_array_index (passage->runs, LesRun, i);

      memset (search->left_taken + run->left, 1, run->n);
      memset (search->right_taken + run->right, 1, run->n);
    }
}

static guint
get_gap (const LesRun *run)
{
  return MAX (run->left - run[-1].left - run[-1].n, run->right - run[-1].right - run[-1].n);
}

static gboolean
is_dense (const LesPassage *passage)
{
  const LesRun *first = les_passage_get_first (passage);
  const LesRun *last = les_passage_get_last (passage);
  guint size = MAX (last->left + last->n - first->left, last->right + last->n - first->right);

  return les_passage_get_n_equal (passage) * 100 >= size * MIN_DENSE_PERCENT;
}

static guint
find_widest_gap (const GArray *runs)
{
  guint widest = 1;

  for (guint i = 2; i < runs->len; i++)
    if (get_gap (&g_array_index (runs, LesRun, i)) > get_gap (&g_array_index (runs, LesRun, widest)))
      widest = i;
  return widest;
}

/* The runs of @passage from @from on, which leave it. */
static LesPassage *
cut_passage (LesPassage *passage, guint from)
{
  LesPassage *rest = les_passage_new ();

  g_array_append_vals (rest->runs, &g_array_index (passage->runs, LesRun, from), passage->runs->len - from);
  g_array_set_size (passage->runs, from);
  return rest;
}

/* Keeps @passage (transfer full), which was weighed, if it is more than chance, or
 * the parts of it that are. */
static gboolean
keep_passage (Search *search, LesPassage *passage)
{
  guint n_before = search->passages->len;
  g_autoptr (GPtrArray) open = g_ptr_array_new_with_free_func ((GDestroyNotify) les_passage_free);

  g_ptr_array_add (open, passage);
  while (open->len > 0)
    {
      g_autoptr (LesPassage) part = g_ptr_array_steal_index_fast (open, open->len - 1);

      if (les_passage_get_n_equal (part) < search->min_words)
        continue;
      if (!is_dense (part))
        {
          LesPassage *rest = cut_passage (part, find_widest_gap (part->runs));

          weigh_passage (search, rest);
          weigh_passage (search, part);
          g_ptr_array_add (open, rest);
          g_ptr_array_add (open, g_steal_pointer (&part));
        }
      else if (part->bits >= search->min_bits)
        {
          take_tokens (search, part);
          g_ptr_array_add (search->passages, g_steal_pointer (&part));
        }
    }
  return search->passages->len > n_before;
}

/* Returns what could not be kept and may yet grow, or NULL. */
static LesPassage *
try_chain (Search *search, Link *links, guint last)
{
  g_autoptr (GArray) chain = collect_chain (search, links, last);
  g_autoptr (LesPassage) passage = NULL;

  if (chain->len == 0)
    return NULL;
  passage = fill_chain (search, chain);
  weigh_passage (search, passage);
  if (passage->bits < search->min_bits)
    return g_steal_pointer (&passage);
  keep_passage (search, g_steal_pointer (&passage));
  return NULL;
}

/* Takes the chains in turn, the heaviest first. What is too light waits in
 * @light until the others have grown. */
static void
try_chains (Search *search, GArray *links, GPtrArray *light)
{
  g_autoptr (GArray) order = g_array_sized_new (FALSE, FALSE, sizeof (guint), links->len);

  for (guint i = 0; i < links->len; i++)
    if (g_array_index (links, Link, i).score > search->min_bits / 2)
      g_array_append_val (order, i);
  g_array_sort_with_data (order, compare_scores, links->data);

  for (guint i = 0; i < order->len && !g_cancellable_is_cancelled (search->cancellable); i++)
    {
      guint last = g_array_index (order, guint, i);
      LesPassage *rest;

      if (g_array_index (links, Link, last).is_used)
        continue;
      rest = try_chain (search, (Link *) (void *) links->data, last);
      if (rest != NULL)
        g_ptr_array_add (light, rest);
    }
}

/* Whether nobody has taken a word of @passage since it was made. */
static gboolean
is_passage_free (Search *search, const LesPassage *passage)
{
  for (guint i = 0; i < passage->runs->len; i++)
    {
      const LesRun *run = &g_array_index (passage->runs, LesRun, i);

      if (!is_free (search, run->left, run->left + run->n, run->right, run->right + run->n))
        return FALSE;
    }
  return TRUE;
}

static void
free_passage (gpointer data)
{
  if (data != NULL)
    les_passage_free (data);
}

/* One look over what is free in both texts. Returns whether it found anything. */
static gboolean
search_round (Search *search)
{
  g_autoptr (GArray) runs = les_anchors_find (search->weights, search->left_taken, search->right_taken,
                                              search->n_words, search->cancellable);
  g_autoptr (GArray) links = link_runs (search, runs);
  g_autoptr (GPtrArray) light = g_ptr_array_new_with_free_func (free_passage);
  guint n_before = search->passages->len;
  guint n_kept;

  try_chains (search, links, light);
  n_kept = search->passages->len;
  for (guint i = n_before; i < n_kept; i++)
    {
      extend_passage (search, g_ptr_array_index (search->passages, i));
      take_tokens (search, g_ptr_array_index (search->passages, i));
    }
  for (guint i = 0; i < light->len; i++)
    {
      LesPassage *passage = g_ptr_array_index (light, i);

      if (!is_passage_free (search, passage))
        continue;
      extend_passage (search, passage);
      weigh_passage (search, passage);
      light->pdata[i] = NULL;
      keep_passage (search, passage);
    }
  return search->passages->len > n_before;
}

static int
compare_passages (gconstpointer a, gconstpointer b)
{
  const LesRun *x = les_passage_get_first (*(LesPassage *const *) a);
  const LesRun *y = les_passage_get_first (*(LesPassage *const *) b);

  if (x->left != y->left)
    return x->left < y->left ? -1 : 1;
  return x->right < y->right ? -1 : x->right > y->right;
}

static guint
get_min_words (LesWeights *weights)
{
  guint n = MIN (weights->left->n, weights->right->n);

  if (n > VERY_LONG_TEXT_TOKENS)
    return VERY_LONG_TEXT_EQUAL_WORDS;
  return n > LONG_TEXT_TOKENS ? LONG_TEXT_EQUAL_WORDS : MIN_EQUAL_WORDS;
}

/* Equal texts, and what two versions begin and end with, need no search. */
static void
take_common_ends (Search *search)
{
  const LesTokens *left = search->weights->left;
  const LesTokens *right = search->weights->right;
  guint limit = MIN (left->n, right->n);
  LesRun runs[2] = { { 0 }, { 0 } };

  while (runs[0].n < limit && left->items[runs[0].n].id == right->items[runs[0].n].id)
    runs[0].n++;
  limit -= runs[0].n;
  while (runs[1].n < limit
         && left->items[left->n - 1 - runs[1].n].id == right->items[right->n - 1 - runs[1].n].id)
    runs[1].n++;
  runs[1].left = left->n - runs[1].n;
  runs[1].right = right->n - runs[1].n;

  for (guint i = 0; i < G_N_ELEMENTS (runs); i++)
    if (runs[i].n >= MAX (MIN_EQUAL_WORDS, left->n / 2) || (runs[i].n > 0 && runs[i].n == left->n && left->n == right->n))
      {
        LesPassage *passage = les_passage_new ();

        g_array_append_val (passage->runs, runs[i]);
        weigh_passage (search, passage);
        take_tokens (search, passage);
        g_ptr_array_add (search->passages, passage);
      }
}

/**
 * les_passages_find:
 * @weights: the two texts and what their words weigh
 * @n_words: how many different words there are
 * @cancellable: (nullable): what it stops by
 *
 * Finds what was taken over from one text into the other, word for word or with
 * changes, wherever it moved. Each word is used once.
 *
 * Returns: (transfer full) (element-type LesPassage): in the order of the left
 *   text; incomplete when cancelled. Cost: close to linear.
 */
GPtrArray *
les_passages_find (LesWeights *weights, guint n_words, GCancellable *cancellable)
{
  g_autoptr (LesAligner) aligner = les_aligner_new (weights);
  g_autofree guint8 *left_taken = les_new_zeroed (guint8, weights->left->n + 1);
  g_autofree guint8 *right_taken = les_new_zeroed (guint8, weights->right->n + 1);
  Search search = { weights, aligner, n_words, left_taken, right_taken, 0, 0, NULL, cancellable };

  search.passages = g_ptr_array_new_with_free_func ((GDestroyNotify) les_passage_free);
  search.min_bits = MARGIN_BITS + log2 ((double) weights->left->n * weights->right->n + 1);
  search.min_words = get_min_words (weights);
  take_common_ends (&search);
  for (guint round = 0; round < MAX_ROUNDS; round++)
    if (!search_round (&search))
      break;
  g_ptr_array_sort (search.passages, compare_passages);
  return search.passages;
}
