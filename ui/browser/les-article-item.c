/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-article-item.h"

#include <string.h>

/**
 * LesArticleItem:
 *
 * An article as the lists show it: what a row says and what it is sorted by,
 * made once. It stays the same object while its article is edited; the signal
 * "changed" says that a row has to be written again.
 */
struct _LesArticleItem
{
  GObject parent_instance;

  /* Owned */
  LesArticle *article;
  char *heading;
  char *source;
  char *heading_key;
  char *source_key;
  char *folded;
  GStrv source_names;

  /* State */
  guint position;
  guint n_annotations;
  guint n_copies;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LesArticleItem, les_article_item, G_TYPE_OBJECT)

static void
forget_words (LesArticleItem *self)
{
  g_clear_pointer (&self->heading, g_free);
  g_clear_pointer (&self->source, g_free);
  g_clear_pointer (&self->heading_key, g_free);
  g_clear_pointer (&self->source_key, g_free);
  g_clear_pointer (&self->folded, g_free);
  g_clear_pointer (&self->source_names, g_strfreev);
}

static void
add_name (GPtrArray *names, const char *name)
{
  g_autofree char *clean = g_strstrip (g_strdup (name));

  if (*clean == '\0')
    return;
  for (guint i = 0; i < names->len; i++)
    if (g_str_equal (names->pdata[i], clean))
      return;
  g_ptr_array_add (names, g_steal_pointer (&clean));
}

/* "APA/Reuters/AFP" is found under each of the three. */
static GStrv
list_source_names (LesArticle *article)
{
  GPtrArray *names = g_ptr_array_new ();
  const char *outlet = les_article_get (article, LES_ARTICLE_OUTLET);
  const char *agency = les_article_get (article, LES_ARTICLE_AGENCY);
  const char *author = les_article_get (article, LES_ARTICLE_AUTHOR);

  if (outlet != NULL)
    add_name (names, outlet);
  if (agency != NULL)
    {
      g_auto (GStrv) agencies = g_strsplit (agency, "/", -1);

      for (guint i = 0; agencies[i] != NULL; i++)
        add_name (names, agencies[i]);
    }
  if (names->len == 0 && author != NULL)
    add_name (names, author);
  g_ptr_array_add (names, NULL);
  return (GStrv) g_ptr_array_free (names, FALSE);
}

static void
les_article_item_finalize (GObject *object)
{
  LesArticleItem *self = LES_ARTICLE_ITEM (object);

  forget_words (self);
  g_clear_object (&self->article);

  G_OBJECT_CLASS (les_article_item_parent_class)->finalize (object);
}

static void
les_article_item_class_init (LesArticleItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = les_article_item_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
les_article_item_init (LesArticleItem *self)
{
}

/**
 * les_article_item_new:
 * @article: a sealed article
 *
 * Returns: (transfer full): a new item
 */
LesArticleItem *
les_article_item_new (LesArticle *article)
{
  LesArticleItem *self = g_object_new (LES_TYPE_ARTICLE_ITEM, NULL);

  self->article = g_object_ref (article);
  return self;
}

LesArticle *
les_article_item_get_article (LesArticleItem *self)
{
  return self->article;
}

/**
 * les_article_item_set_article:
 *
 * Takes a later state of the same article; does not emit "changed".
 *
 * Returns: whether it is another one than before
 */
gboolean
les_article_item_set_article (LesArticleItem *self, LesArticle *article)
{
  if (!g_set_object (&self->article, article))
    return FALSE;
  forget_words (self);
  return TRUE;
}

const char *
les_article_item_get_id (LesArticleItem *self)
{
  return les_record_get_id (LES_RECORD (self->article));
}

const char *
les_article_item_get_heading (LesArticleItem *self)
{
  if (self->heading == NULL)
    self->heading = les_article_dup_heading (self->article);
  return self->heading;
}

/**
 * les_article_item_get_source:
 *
 * Returns: outlet, agency or author, "" when none is known
 */
const char *
les_article_item_get_source (LesArticleItem *self)
{
  if (self->source == NULL)
    self->source = les_article_dup_source (self->article);
  return self->source != NULL ? self->source : "";
}

const char *
les_article_item_get_date (LesArticleItem *self)
{
  return les_article_get (self->article, LES_ARTICLE_DATE);
}

const char *
les_article_item_get_heading_key (LesArticleItem *self)
{
  if (self->heading_key == NULL)
    self->heading_key = g_utf8_collate_key (les_article_item_get_heading (self), -1);
  return self->heading_key;
}

const char *
les_article_item_get_source_key (LesArticleItem *self)
{
  if (self->source_key == NULL)
    self->source_key = g_utf8_collate_key (les_article_item_get_source (self), -1);
  return self->source_key;
}

/**
 * les_article_item_get_source_names:
 *
 * Returns: (transfer none): outlet and each agency by its own name, else the author
 */
const char * const *
les_article_item_get_source_names (LesArticleItem *self)
{
  if (self->source_names == NULL)
    self->source_names = list_source_names (self->article);
  return (const char * const *) self->source_names;
}

/**
 * les_article_item_get_position:
 *
 * Returns: where the article stands in the project, which is the order of adding
 */
guint
les_article_item_get_position (LesArticleItem *self)
{
  return self->position;
}

void
les_article_item_set_position (LesArticleItem *self, guint position)
{
  self->position = position;
}

guint
les_article_item_get_n_annotations (LesArticleItem *self)
{
  return self->n_annotations;
}

/**
 * les_article_item_set_n_annotations:
 *
 * Does not emit "changed".
 *
 * Returns: whether the number is another one than before
 */
gboolean
les_article_item_set_n_annotations (LesArticleItem *self, guint n_annotations)
{
  if (self->n_annotations == n_annotations)
    return FALSE;
  self->n_annotations = n_annotations;
  return TRUE;
}

/**
 * les_article_item_get_n_copies:
 *
 * Returns: how many other articles carry the same agency copy
 */
guint
les_article_item_get_n_copies (LesArticleItem *self)
{
  return self->n_copies;
}

/**
 * les_article_item_set_n_copies:
 *
 * Does not emit "changed".
 *
 * Returns: whether the number is another one than before
 */
gboolean
les_article_item_set_n_copies (LesArticleItem *self, guint n_copies)
{
  if (self->n_copies == n_copies)
    return FALSE;
  self->n_copies = n_copies;
  return TRUE;
}

/**
 * les_article_item_matches_words:
 * @folded: case-folded words
 *
 * Returns: whether headline, source or date contain @folded
 */
gboolean
les_article_item_matches_words (LesArticleItem *self, const char *folded)
{
  if (self->folded == NULL)
    {
      const char *date = les_article_item_get_date (self);
      g_autofree char *all = g_strjoin ("\n", les_article_item_get_heading (self),
                                        les_article_item_get_source (self),
                                        date != NULL ? date : "", NULL);
      self->folded = g_utf8_casefold (all, -1);
    }
  return strstr (self->folded, folded) != NULL;
}

/** Emits "changed": what a row shows of the article is another thing now. */
void
les_article_item_notify_changed (LesArticleItem *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}
