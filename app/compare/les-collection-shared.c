/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-collection-private.h"

#include "les-tokens.h"

/* Words that stand in another article too. */
typedef struct
{
  guint32 article;
  guint start;
  guint end;
} Shared;

static GArray *
collect_shared (LesCollectionSearch *search, guint32 number)
{
  GArray *all = g_array_new (FALSE, FALSE, sizeof (Shared));

  les_collection_search_run (search, number, 0);
  for (guint start = 0, end; start < search->sorted->len; start = end)
    {
      guint32 other = g_array_index (search->sorted, LesCollectionHit, start).article;
      LesOverlap overlap = { 0 };
      guint position = start;

      end = les_collection_search_find_end (search, start);
      if (g_cancellable_is_cancelled (search->cancellable))
        break;
      while (les_collection_search_next (search, number, &position, end, &overlap))
        {
          Shared shared = { other, overlap.left, overlap.left_end };

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
list_shared (const LesCollectionEntry *entry, const guint32 *stretches, const guint *counts)
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
  g_auto (LesCollectionSearch) search = { 0 };
  guint n_stretches;
  guint32 number;

  les_collection_search_init (&search, self, cancellable);
  if (!les_numbering_find (self->numbering, id, &number))
    return g_array_new (FALSE, FALSE, sizeof (LesSharedPassage));
  all = collect_shared (&search, number);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  stretches = number_stretches (all, les_collection_get_entry (self, number)->n_words, &n_stretches);
  counts = g_new0 (guint, n_stretches + 1);
  last_article = g_new0 (guint32, n_stretches + 1);
  count_articles (all, stretches, counts, last_article);
  return list_shared (les_collection_get_entry (self, number), stretches, counts);
}
