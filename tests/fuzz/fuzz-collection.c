/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdint.h>

#include "les-collection.h"
#include "les-subjects.h"

#define N_ARTICLES 6

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

typedef struct
{
  LesCollection *collection;
  LesSubjects *subjects;
  LesDocument *documents[N_ARTICLES];
} Shelf;

/* Overlapping parts of the bytes; the structure is recognised in some of them. */
static LesDocument *
make_document (const uint8_t *data, size_t size, guint number)
{
  size_t start = size * number / (2 * N_ARTICLES);
  g_autofree char *valid = g_utf8_make_valid ((const char *) data + start, (gssize) (size - start - size * number / (4 * N_ARTICLES)));
  g_autoptr (LesText) text = les_text_new (valid, -1);

  return number % 2 == 0 ? les_document_new_raw (text, "de") : les_document_new (text, NULL);
}

static void
put (Shelf *shelf, guint number)
{
  g_autofree char *id = g_strdup_printf ("%u", number);

  les_collection_put (shelf->collection, id, shelf->documents[number]);
  les_subjects_put (shelf->subjects, id, shelf->documents[number]);
}

static void
take (Shelf *shelf, guint number)
{
  g_autofree char *id = g_strdup_printf ("%u", number);

  if (les_collection_remove (shelf->collection, id) != les_subjects_remove (shelf->subjects, id))
    g_error ("an article is in one index only");
}

static void
check_pairs (Shelf *shelf)
{
  g_autoptr (GArray) pairs = les_collection_find_pairs (shelf->collection, NULL, NULL);
  g_autoptr (GPtrArray) groups = les_collection_find_groups (shelf->collection, pairs);
  int n_before = G_MAXINT;

  for (guint i = 0; i < pairs->len; i++)
    {
      const LesCollectionPair *pair = &g_array_index (pairs, LesCollectionPair, i);

      if (pair->n_words < 1 || pair->n_words > n_before || g_str_equal (pair->left, pair->right))
        g_error ("%s and %s share %d words", pair->left, pair->right, pair->n_words);
      if (pair->left_share < 0 || pair->left_share > 1000 || pair->right_share < 0 || pair->right_share > 1000)
        g_error ("shares of %d and %d", pair->left_share, pair->right_share);
      n_before = pair->n_words;
    }
  if (groups->len > N_ARTICLES / 2)
    g_error ("%u groups", groups->len);
}

static void
check_article (Shelf *shelf, guint number)
{
  g_autofree char *id = g_strdup_printf ("%u", number);
  g_autoptr (GArray) shared = les_collection_find_shared (shelf->collection, id, NULL, NULL);
  g_autoptr (GArray) similar = les_collection_find_similar (shelf->collection, id, 3, NULL, NULL);
  g_autoptr (GArray) same = les_subjects_find (shelf->subjects, id, 3, NULL, NULL);
  int n_chars = les_text_get_n_chars (les_document_get_text (shelf->documents[number]));
  int end = 0;

  for (guint i = 0; i < shared->len; i++)
    {
      LesTextRange range = g_array_index (shared, LesSharedPassage, i).range;

      if (range.start < end || range.end <= range.start || range.end > n_chars)
        g_error ("range %d to %d behind %d in a text of %d", range.start, range.end, end, n_chars);
      end = range.end;
    }
  if (similar->len > 3 || same->len > 3)
    g_error ("more than was asked for");
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  Shelf shelf = { les_collection_new (), les_subjects_new (), { NULL } };

  for (guint i = 0; i < N_ARTICLES; i++)
    shelf.documents[i] = make_document (data, size, i);
  for (guint i = 0; i < N_ARTICLES; i++)
    put (&shelf, i);
  take (&shelf, size % N_ARTICLES);
  take (&shelf, size / 3 % N_ARTICLES);
  put (&shelf, size % N_ARTICLES);
  put (&shelf, size / 7 % N_ARTICLES);
  check_pairs (&shelf);
  for (guint i = 0; i < N_ARTICLES; i++)
    check_article (&shelf, i);

  for (guint i = 0; i < N_ARTICLES; i++)
    les_document_unref (shelf.documents[i]);
  les_collection_free (shelf.collection);
  les_subjects_free (shelf.subjects);
  return 0;
}
