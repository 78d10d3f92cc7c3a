/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-document.h"

#include "les-metadata.h"
#include "les-paragraphs.h"
#include "les-sentences.h"
#include "les-words.h"

/**
 * LesDocument:
 *
 * A text with its blocks, sentences and language. Never changes after it was
 * made; what is costly (sentences, number of words) is worked out when it is
 * first asked for. May be used from any thread.
 */
struct _LesDocument
{
  LesText *text;
  char *language;
  GArray *blocks;      /* of LesBlock */

  GMutex mutex;        /* guards what follows */
  GArray *sentences;   /* of LesTextRange; NULL until needed */
  int n_words;         /* -1 until needed */
};

G_DEFINE_BOXED_TYPE (LesDocument, les_document, les_document_ref, les_document_unref)

static void
clear_document (gpointer data)
{
  LesDocument *self = data;

  les_text_unref (self->text);
  g_free (self->language);
  g_array_unref (self->blocks);
  g_clear_pointer (&self->sentences, g_array_unref);
  g_mutex_clear (&self->mutex);
}

static LesDocument *
new_document (LesText *text, char *language, GArray *blocks)
{
  LesDocument *self = g_atomic_rc_box_new0 (LesDocument);

  self->text = les_text_ref (text);
  self->language = language;
  self->blocks = blocks;
  self->n_words = -1;
  g_mutex_init (&self->mutex);
  return self;
}

/**
 * les_document_new:
 * @text: a press report
 * @language: (nullable): BCP 47, NULL to guess
 *
 * Returns: (transfer full): a document with the blocks that were recognised.
 *   Any thread. Cost: linear.
 */
LesDocument *
les_document_new (LesText *text, const char *language)
{
  g_autoptr (LesMetadata) metadata = les_metadata_recognise (text, language);

  return new_document (text, g_steal_pointer (&metadata->language), g_array_ref (metadata->blocks));
}

static GArray *
build_plain_blocks (LesText *text)
{
  const char *utf8 = les_text_get_utf8 (text);
  g_autoptr (GArray) paragraphs = les_paragraphs_split (utf8, les_text_get_n_bytes (text));
  GArray *blocks = g_array_sized_new (FALSE, FALSE, sizeof (LesBlock), paragraphs->len);

  for (guint i = 0; i < paragraphs->len; i++)
    {
      LesSlice slice = g_array_index (paragraphs, LesSlice, i);
      LesBlock block = {
        .range.start = les_text_byte_to_char (text, slice.start - utf8),
        .range.end = les_text_byte_to_char (text, slice.end - utf8),
        .role = LES_BLOCK_BODY,
        .starts_paragraph = TRUE,
      };

      g_array_append_val (blocks, block);
    }
  return blocks;
}

/**
 * les_document_new_raw:
 * @text: any text
 * @language: (nullable): BCP 47, NULL to guess
 *
 * Returns: (transfer full): a document whose paragraphs are all body
 */
LesDocument *
les_document_new_raw (LesText *text, const char *language)
{
  return new_document (text, language != NULL ? g_strdup (language) : les_language_guess (text),
                       build_plain_blocks (text));
}

/**
 * les_document_new_with_blocks:
 * @text: any text
 * @language: (nullable): BCP 47, NULL to guess
 * @blocks: (element-type LesBlock): in text order, within @text; not changed any more
 *
 * Returns: (transfer full): a document with blocks that are known already
 */
LesDocument *
les_document_new_with_blocks (LesText *text, const char *language, GArray *blocks)
{
  g_return_val_if_fail (blocks != NULL, NULL);

  return new_document (text, language != NULL ? g_strdup (language) : les_language_guess (text),
                       g_array_ref (blocks));
}

LesDocument *
les_document_ref (LesDocument *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
les_document_unref (LesDocument *self)
{
  g_atomic_rc_box_release_full (self, clear_document);
}

/** Returns: (transfer none): the text */
LesText *
les_document_get_text (LesDocument *self)
{
  return self->text;
}

/** Returns: (transfer none) (nullable): BCP 47; NULL where it is not known */
const char *
les_document_get_language (LesDocument *self)
{
  return self->language;
}

/**
 * les_document_get_blocks:
 * @n_blocks: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_blocks): the blocks in text order
 */
const LesBlock *
les_document_get_blocks (LesDocument *self, guint *n_blocks)
{
  *n_blocks = self->blocks->len;
  return (const LesBlock *) (gpointer) self->blocks->data;
}

/* Returns NULL when cancelled. */
static GArray *
split_sentences (LesDocument *self, GCancellable *cancellable)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (LesTextRange));

  for (guint i = 0; i < self->blocks->len; i++)
    {
      const LesBlock *block = &g_array_index (self->blocks, LesBlock, i);

      if (les_block_role_is_heading (block->role))
        g_array_append_val (all, block->range);
      if (les_block_role_is_prose (block->role)
          && !les_sentences_append (all, self->text, block->range, self->language, cancellable))
        return NULL;
    }
  return g_steal_pointer (&all);
}

/**
 * les_document_cut_sentences:
 * @cancellable: (nullable): what it stops by
 *
 * Works out what les_document_get_sentences() gives, unless it is known.
 *
 * Returns: %FALSE when cancelled. Cost: linear the first time.
 */
gboolean
les_document_cut_sentences (LesDocument *self, GCancellable *cancellable)
{
  gboolean is_cut;

  g_mutex_lock (&self->mutex);
  if (self->sentences == NULL)
    self->sentences = split_sentences (self, cancellable);
  is_cut = self->sentences != NULL;
  g_mutex_unlock (&self->mutex);
  return is_cut;
}

/**
 * les_document_get_sentences:
 * @n_sentences: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_sentences): the sentences of all
 *   prose in text order; each headline and subhead counts as one
 */
const LesTextRange *
les_document_get_sentences (LesDocument *self, guint *n_sentences)
{
  les_document_cut_sentences (self, NULL);
  *n_sentences = self->sentences->len;
  return (const LesTextRange *) (gpointer) self->sentences->data;
}

/**
 * les_document_get_block_at:
 * @offset: Unicode characters
 *
 * Returns: (transfer none) (nullable): the block at @offset; between two
 *   blocks the one before, NULL before the first
 */
const LesBlock *
les_document_get_block_at (LesDocument *self, int offset)
{
  guint low = 0;
  guint high = self->blocks->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (self->blocks, LesBlock, middle).range.start <= offset)
        low = middle + 1;
      else
        high = middle;
    }
  return low > 0 ? &g_array_index (self->blocks, LesBlock, low - 1) : NULL;
}

static int
count_words (LesDocument *self)
{
  int n = 0;

  for (guint i = 0; i < self->blocks->len; i++)
    {
      const LesBlock *block = &g_array_index (self->blocks, LesBlock, i);

      if (les_block_role_is_prose (block->role) || les_block_role_is_heading (block->role))
        n += les_words_count (self->text, block->range);
    }
  return n;
}

/** Returns: the number of words in headings and prose. Cost: linear the first time. */
int
les_document_get_n_words (LesDocument *self)
{
  int n;

  g_mutex_lock (&self->mutex);
  if (self->n_words < 0)
    self->n_words = count_words (self);
  n = self->n_words;
  g_mutex_unlock (&self->mutex);
  return n;
}
