/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-article.h"

#include <string.h>

#include "les-dates.h"

#define HEADING_CHARS 80
#define HEAD_CHARS 500

/**
 * LesArticle:
 *
 * One report: its text, exactly as it was imported, and what is known about
 * it. The blocks of the text are computed when they are first asked for,
 * unless the source format or the user named them.
 */
struct _LesArticle
{
  LesRecord parent_instance;

  LesText *text;
  GArray *blocks;           /* of LesBlock; NULL when they are computed */
  LesDocument *document;    /* computed lazily under the lock */
};

static const char * const string_names[] = {
  "title", "outlet", "agency", "author", "place", "date", "url", "retrieved",
  "language", "correction", "note", "version_of", "name", "type", "sha256", "encoding",
};

G_STATIC_ASSERT (G_N_ELEMENTS (string_names) == LES_ARTICLE_N_STRINGS);

static GMutex document_lock;

G_DEFINE_FINAL_TYPE (LesArticle, les_article, LES_TYPE_RECORD)

static void
les_article_copy_into (LesRecord *record, LesRecord *copy)
{
  LesArticle *self = LES_ARTICLE (record);

  les_article_set_text (LES_ARTICLE (copy), self->text);
  les_article_set_blocks (LES_ARTICLE (copy), self->blocks);
}

static void
les_article_finalize (GObject *object)
{
  LesArticle *self = LES_ARTICLE (object);

  g_clear_pointer (&self->document, les_document_unref);
  g_clear_pointer (&self->blocks, g_array_unref);
  g_clear_pointer (&self->text, les_text_unref);

  G_OBJECT_CLASS (les_article_parent_class)->finalize (object);
}

static void
les_article_class_init (LesArticleClass *klass)
{
  LesRecordClass *record_class = LES_RECORD_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = les_article_finalize;

  record_class->kind = LES_RECORD_ARTICLE;
  record_class->n_strings = LES_ARTICLE_N_STRINGS;
  record_class->string_names = string_names;
  record_class->copy_into = les_article_copy_into;
}

static void
les_article_init (LesArticle *self)
{
  self->text = les_text_new ("", 0);
}

/**
 * les_article_new:
 * @id: (nullable): NULL for a new one
 *
 * Returns: (transfer full): not sealed
 */
LesArticle *
les_article_new (const char *id, LesText *text)
{
  LesArticle *self = g_object_new (LES_TYPE_ARTICLE, "id", id, NULL);

  les_article_set_text (self, text);
  return self;
}

/** Returns: (transfer none) (nullable): the string, never empty; NULL where nothing is known */
const char *
les_article_get (LesArticle *self, LesArticleField field)
{
  return les_record_get_string (LES_RECORD (self), field);
}

/** Only before the record is sealed. @value: (nullable) */
void
les_article_set (LesArticle *self, LesArticleField field, const char *value)
{
  les_record_set_string (LES_RECORD (self), field, value);
}

/** Returns: (transfer none): the text; never NULL */
LesText *
les_article_get_text (LesArticle *self)
{
  return self->text;
}

/** Only before the record is sealed. Forgets what was computed of the old text. */
void
les_article_set_text (LesArticle *self, LesText *text)
{
  g_return_if_fail (!les_record_is_sealed (LES_RECORD (self)));

  les_text_ref (text);
  les_text_unref (self->text);
  self->text = text;
  g_clear_pointer (&self->document, les_document_unref);
}

/** Returns: (transfer none) (nullable): named blocks, NULL when they are computed */
GArray *
les_article_get_blocks (LesArticle *self)
{
  return self->blocks;
}

/** Only before the record is sealed. @blocks: (nullable): of LesBlock; not altered afterwards */
void
les_article_set_blocks (LesArticle *self, GArray *blocks)
{
  g_return_if_fail (!les_record_is_sealed (LES_RECORD (self)));

  if (blocks != NULL)
    g_array_ref (blocks);
  g_clear_pointer (&self->blocks, g_array_unref);
  self->blocks = blocks;
  g_clear_pointer (&self->document, les_document_unref);
}

/**
 * les_article_get_document:
 *
 * Any thread. Cost: linear in the text the first time, then constant.
 *
 * Returns: (transfer none): the text with its blocks and sentences
 */
LesDocument *
les_article_get_document (LesArticle *self)
{
  const char *language = les_article_get (self, LES_ARTICLE_LANGUAGE);

  g_mutex_lock (&document_lock);
  if (self->document == NULL && self->blocks != NULL)
    self->document = les_document_new_with_blocks (self->text, language, self->blocks);
  else if (self->document == NULL)
    self->document = les_document_new (self->text, language);
  g_mutex_unlock (&document_lock);
  return self->document;
}

static char *
cut_at_word (char *words)
{
  char *cut = words;
  char *blank;

  for (int i = 0; i < HEADING_CHARS && *cut != '\0'; i++)
    cut = g_utf8_next_char (cut);
  if (*cut == '\0')
    return g_strdup (words);
  *cut = '\0';
  blank = strrchr (words, ' ');
  if (blank != NULL && blank > words + (cut - words) / 2)
    *blank = '\0';
  return g_strconcat (g_strchomp (words), "…", NULL);
}

static LesTextRange
find_first_prose (LesDocument *document)
{
  guint n_blocks;
  const LesBlock *blocks = les_document_get_blocks (document, &n_blocks);

  for (guint i = 0; i < n_blocks; i++)
    if (les_block_role_is_prose (blocks[i].role))
      return blocks[i].range;
  return n_blocks > 0 ? blocks[0].range : LES_TEXT_RANGE (0, 0);
}

/* Looks at the beginning only, so that a list of thousands can be worded. */
static char *
dup_first_words (LesText *text, const char *language)
{
  g_autofree char *head = les_text_dup_range (text, LES_TEXT_RANGE (0, HEAD_CHARS));
  g_autoptr (LesText) beginning = les_text_new (head, -1);
  g_autoptr (LesDocument) document = les_document_new (beginning, language);
  g_autofree char *words = les_text_dup_range (beginning, find_first_prose (document));

  words[strcspn (words, "\n")] = '\0';
  return cut_at_word (words);
}

/**
 * les_article_dup_heading:
 *
 * Returns: (transfer full): what to call the article: its headline, or how its
 *   text begins (behind a dateline), or the name of its file; may be empty
 */
char *
les_article_dup_heading (LesArticle *self)
{
  const char *title = les_article_get (self, LES_ARTICLE_TITLE);
  const char *name = les_article_get (self, LES_ARTICLE_ORIGIN_NAME);
  g_autofree char *line = NULL;

  if (title != NULL)
    return g_strdup (title);
  line = dup_first_words (self->text, les_article_get (self, LES_ARTICLE_LANGUAGE));
  if (*line != '\0')
    return g_steal_pointer (&line);
  return g_strdup (name != NULL ? name : "");
}

/**
 * les_article_dup_source:
 *
 * Returns: (transfer full) (nullable): who reports: the outlet, else the
 *   agency, else the author
 */
char *
les_article_dup_source (LesArticle *self)
{
  const LesArticleField fields[] = { LES_ARTICLE_OUTLET, LES_ARTICLE_AGENCY, LES_ARTICLE_AUTHOR };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (les_article_get (self, fields[i]) != NULL)
      return g_strdup (les_article_get (self, fields[i]));
  return NULL;
}

/** Returns: (transfer full): who reports; the headline where that is not known */
char *
les_article_dup_name (LesArticle *self)
{
  char *source = les_article_dup_source (self);

  return source != NULL ? source : les_article_dup_heading (self);
}

/** Returns: how many days lie between the dates of both at least; -1 if one has none */
int
les_article_count_days_between (LesArticle *self, LesArticle *other)
{
  return les_dates_count_days_between (les_article_get (self, LES_ARTICLE_DATE), les_article_get (other, LES_ARTICLE_DATE));
}
