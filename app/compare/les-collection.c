/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-collection-private.h"

#include "les-fingerprints.h"
#include "les-tokens.h"

static void
entry_free (gpointer data)
{
  LesCollectionEntry *entry = data;

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

  self->numbering = les_numbering_new ();
  self->entries = g_ptr_array_new_with_free_func (entry_free);
  self->postings = les_postings_new ();
  return self;
}

void
les_collection_free (LesCollection *self)
{
  les_numbering_free (self->numbering);
  g_ptr_array_unref (self->entries);
  les_postings_free (self->postings);
  g_free (self);
}

/** Returns: how many articles there are */
guint
les_collection_get_n (LesCollection *self)
{
  return les_numbering_get_n (self->numbering);
}

/** Returns: (transfer none) (nullable): the article with that number, NULL where one was removed */
LesCollectionEntry *
les_collection_get_entry (LesCollection *self, guint32 number)
{
  return g_ptr_array_index (self->entries, number);
}

LesWordHashes
les_collection_entry_get_words (const LesCollectionEntry *entry)
{
  return (LesWordHashes) { entry->words, entry->n_words };
}

static LesCollectionEntry *
entry_new (const char *id, LesDocument *document)
{
  g_autoptr (LesVocabulary) vocabulary = les_vocabulary_new ();
  g_autoptr (LesTokens) tokens = les_tokens_new (document, vocabulary, NULL);
  LesCollectionEntry *entry = g_new0 (LesCollectionEntry, 1);

  entry->id = g_strdup (id);
  entry->document = les_document_ref (document);
  entry->words = les_fingerprints_hash_words (tokens, vocabulary);
  entry->n_words = tokens->n;
  return entry;
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
  LesCollectionEntry *entry;

  les_collection_remove (self, id);
  number = les_numbering_take (self->numbering, id);
  g_ptr_array_set_size (self->entries, (int) MAX (self->entries->len, number + 1));
  entry = entry_new (id, document);
  self->entries->pdata[number] = entry;
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
  LesCollectionEntry *entry;
  guint32 number;

  if (!les_numbering_find (self->numbering, id, &number))
    return FALSE;
  entry = les_collection_get_entry (self, number);
  fingerprints = les_fingerprints_choose (entry->words, entry->n_words);
  for (guint i = 0; i < fingerprints->len; i++)
    les_postings_remove (self->postings, g_array_index (fingerprints, LesFingerprint, i).hash, number);
  les_numbering_release (self->numbering, id);
  entry_free (entry);
  self->entries->pdata[number] = NULL;
  return TRUE;
}
