/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-postings.h"

#define FIRST_BUCKETS 1024
#define NONE 0               /* nodes and postings are counted from 1 */

typedef struct
{
  guint32 hash;
  guint32 next;              /* node in the same bucket */
  guint32 n_articles;
  guint32 first;             /* posting, the one added last */
} Node;

struct _LesPostings
{
  guint32 *buckets;
  guint n_buckets;           /* a power of two */
  GArray *nodes;
  GArray *postings;
  guint32 free_nodes;        /* chained by next */
  guint32 free_postings;
};

LesPostings *
les_postings_new (void)
{
  LesPostings *self = g_new0 (LesPostings, 1);

  self->n_buckets = FIRST_BUCKETS;
  self->buckets = g_new0 (guint32, self->n_buckets);
  self->nodes = g_array_new (FALSE, TRUE, sizeof (Node));
  self->postings = g_array_new (FALSE, TRUE, sizeof (LesPosting));
  g_array_set_size (self->nodes, 1);
  g_array_set_size (self->postings, 1);
  return self;
}

void
les_postings_free (LesPostings *self)
{
  g_free (self->buckets);
  g_array_unref (self->nodes);
  g_array_unref (self->postings);
  g_free (self);
}

static Node *
get_node (LesPostings *self, guint32 index)
{
  return &g_array_index (self->nodes, Node, index);
}

static LesPosting *
get_posting (LesPostings *self, guint32 index)
{
  return &g_array_index (self->postings, LesPosting, index);
}

static guint32 *
get_bucket (LesPostings *self, guint32 hash)
{
  return &self->buckets[hash & (self->n_buckets - 1)];
}

/* Where the number of that node is written; holds NONE when there is no such node. */
static guint32 *
find_link (LesPostings *self, guint32 hash)
{
  guint32 *link = get_bucket (self, hash);

  while (*link != NONE && get_node (self, *link)->hash != hash)
    link = &get_node (self, *link)->next;
  return link;
}

static void
grow_buckets (LesPostings *self)
{
  g_free (self->buckets);
  self->n_buckets *= 2;
  self->buckets = g_new0 (guint32, self->n_buckets);
  for (guint i = 1; i < self->nodes->len; i++)
    if (get_node (self, i)->n_articles > 0)
      {
        guint32 *bucket = get_bucket (self, get_node (self, i)->hash);

        get_node (self, i)->next = *bucket;
        *bucket = i;
      }
}

static guint32
take_node (LesPostings *self)
{
  guint32 index = self->free_nodes;

  if (index == NONE)
    {
      g_array_set_size (self->nodes, self->nodes->len + 1);
      return self->nodes->len - 1;
    }
  self->free_nodes = get_node (self, index)->next;
  return index;
}

static guint32
take_posting (LesPostings *self)
{
  guint32 index = self->free_postings;

  if (index == NONE)
    {
      g_array_set_size (self->postings, self->postings->len + 1);
      return self->postings->len - 1;
    }
  self->free_postings = get_posting (self, index)->next;
  return index;
}

static guint32
ensure_node (LesPostings *self, guint32 hash)
{
  guint32 index = *find_link (self, hash);
  guint32 *bucket;

  if (index != NONE)
    return index;
  if (self->nodes->len > self->n_buckets)
    grow_buckets (self);
  index = take_node (self);
  bucket = get_bucket (self, hash);
  *get_node (self, index) = (Node) { hash, *bucket, 0, NONE };
  *bucket = index;
  return index;
}

/**
 * les_postings_add:
 * @hash: a fingerprint
 *
 * Does nothing when @article was the last one added under @hash: the first
 * place of an article counts. All of an article is added before the next.
 */
void
les_postings_add (LesPostings *self, guint32 hash, guint32 article, guint32 word)
{
  guint32 index = ensure_node (self, hash);
  guint32 first = get_node (self, index)->first;
  guint32 posting;

  if (first != NONE && get_posting (self, first)->article == article)
    return;
  posting = take_posting (self);
  *get_posting (self, posting) = (LesPosting) { article, word, first };
  get_node (self, index)->first = posting;
  get_node (self, index)->n_articles++;
}

static void
drop_node (LesPostings *self, guint32 *link)
{
  guint32 index = *link;
  Node *node = get_node (self, index);

  *link = node->next;
  node->next = self->free_nodes;
  self->free_nodes = index;
}

/** Does nothing when @article does not stand under @hash. */
void
les_postings_remove (LesPostings *self, guint32 hash, guint32 article)
{
  guint32 *node_link = find_link (self, hash);
  guint32 *link;
  guint32 index;

  if (*node_link == NONE)
    return;
  link = &get_node (self, *node_link)->first;
  while (*link != NONE && get_posting (self, *link)->article != article)
    link = &get_posting (self, *link)->next;
  if (*link == NONE)
    return;

  index = *link;
  *link = get_posting (self, index)->next;
  get_posting (self, index)->next = self->free_postings;
  self->free_postings = index;
  if (--get_node (self, *node_link)->n_articles == 0)
    drop_node (self, node_link);
}

/**
 * les_postings_find:
 * @n_articles: (out): in how many articles it stands
 *
 * Returns: (transfer none) (nullable): the article that was added last; valid
 *   until the index changes
 */
const LesPosting *
les_postings_find (LesPostings *self, guint32 hash, guint *n_articles)
{
  guint32 index = *find_link (self, hash);

  *n_articles = index != NONE ? get_node (self, index)->n_articles : 0;
  return index != NONE ? get_posting (self, get_node (self, index)->first) : NULL;
}

/** Returns: (transfer none) (nullable): the one added before @posting */
const LesPosting *
les_postings_next (LesPostings *self, const LesPosting *posting)
{
  return posting->next != NONE ? get_posting (self, posting->next) : NULL;
}
