/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-article-filter.h"

#include <string.h>

#include "les-partial-date.h"

/**
 * LesArticleFilter:
 *
 * Which articles are wanted.
 */
struct _LesArticleFilter
{
  LesFilter parent_instance;

  /* Borrowed: the list that owns the filter owns the project too */
  LesProject *project;

  /* Owned */
  GHashTable *tags_of_articles;
  GHashTable *copies;      /* ids of the articles that the value of LES_FACET_COPIES stands for */
};

G_DEFINE_FINAL_TYPE (LesArticleFilter, les_article_filter, LES_TYPE_FILTER)

static GHashTable *
ensure_tag_set (GHashTable *table, const char *article)
{
  GHashTable *set = g_hash_table_lookup (table, article);

  if (set == NULL)
    {
      set = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      g_hash_table_insert (table, g_strdup (article), set);
    }
  return set;
}

/* A tag counts for the tags above it as well. */
static void
add_tag_and_parents (LesProject *project, GHashTable *set, const char *id)
{
  while (id != NULL && !g_hash_table_contains (set, id))
    {
      LesTag *tag = les_project_get_tag (project, id);

      if (tag == NULL)
        return;
      g_hash_table_add (set, g_strdup (id));
      id = les_tag_get (tag, LES_TAG_PARENT);
    }
}

static GHashTable *
collect_tags (LesProject *project)
{
  GHashTable *table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                             (GDestroyNotify) g_hash_table_unref);
  g_autoptr (GPtrArray) annotations = les_project_ref_records (project, LES_RECORD_ANNOTATION);

  for (guint i = 0; i < annotations->len; i++)
    {
      LesAnnotation *annotation = annotations->pdata[i];
      const char * const *tags = les_annotation_get_tags (annotation);
      GHashTable *set = ensure_tag_set (table, les_annotation_get (annotation, LES_ANNOTATION_ARTICLE));

      for (guint j = 0; tags != NULL && tags[j] != NULL; j++)
        add_tag_and_parents (project, set, tags[j]);
    }
  return table;
}

static GHashTable *
get_tag_set (LesArticleFilter *self, LesArticleItem *item)
{
  if (self->tags_of_articles == NULL)
    self->tags_of_articles = collect_tags (self->project);
  return g_hash_table_lookup (self->tags_of_articles, les_article_item_get_id (item));
}

static gboolean
accepts_source (LesArticleItem *item, const char *value)
{
  const char * const *names = les_article_item_get_source_names (item);

  return *value == '\0' ? names[0] == NULL : g_strv_contains (names, value);
}

static gboolean
accepts_date (LesArticleItem *item, const char *value)
{
  const char *date = les_article_item_get_date (item);

  if (*value == '\0')
    return date == NULL;
  return date != NULL && g_str_has_prefix (date, value);
}

static gboolean
accepts_tag (LesArticleFilter *self, LesArticleItem *item, const char *value)
{
  GHashTable *set;

  if (*value == '\0')
    return les_article_item_get_n_annotations (item) == 0;
  set = get_tag_set (self, item);
  return set != NULL && g_hash_table_contains (set, value);
}

static gboolean
accepts_language (LesArticleItem *item, const char *value)
{
  const char *language = les_article_get (les_article_item_get_article (item), LES_ARTICLE_LANGUAGE);

  return g_str_equal (language != NULL ? language : "", value);
}

static gboolean
accepts_value (LesArticleFilter *self, LesArticleItem *item, LesFacet facet, const char *value)
{
  switch (facet)
    {
    case LES_FACET_SOURCE:
      return accepts_source (item, value);
    case LES_FACET_DATE:
      return accepts_date (item, value);
    case LES_FACET_TAG:
      return accepts_tag (self, item, value);
    case LES_FACET_LANGUAGE:
      return accepts_language (item, value);
    case LES_FACET_COPIES:
      return g_hash_table_contains (self->copies, les_article_item_get_id (item));
    default:
      g_return_val_if_reached (TRUE);
    }
}

/* A date that is known only in part lies in the range when it may lie in it. */
static gboolean
accepts_range (LesArticleFilter *self, LesArticleItem *item)
{
  const char *from = les_filter_get_from (LES_FILTER (self));
  const char *to = les_filter_get_to (LES_FILTER (self));
  const char *date = les_article_item_get_date (item);
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  g_autofree char *limit = NULL;

  if (from == NULL && to == NULL)
    return TRUE;
  if (!les_partial_date_is_valid (date))
    return FALSE;

  first = les_partial_date_dup_first (date);
  last = les_partial_date_dup_last (date);
  if (from != NULL)
    {
      g_autofree char *start = les_partial_date_dup_first (from);

      if (strcmp (last, start) < 0)
        return FALSE;
    }
  if (to != NULL)
    limit = les_partial_date_dup_last (to);
  return limit == NULL || strcmp (first, limit) <= 0;
}

static gboolean
accepts_facet (LesArticleFilter *self, LesArticleItem *item, LesFacet facet)
{
  GPtrArray *values = les_filter_get_values (LES_FILTER (self), facet);

  if (facet == LES_FACET_DATE && !accepts_range (self, item))
    return FALSE;
  for (guint i = 0; i < values->len; i++)
    if (accepts_value (self, item, facet, values->pdata[i]))
      return TRUE;
  return values->len == 0;
}

static void
les_article_filter_finalize (GObject *object)
{
  LesArticleFilter *self = LES_ARTICLE_FILTER (object);

  g_clear_pointer (&self->tags_of_articles, g_hash_table_unref);
  g_hash_table_unref (self->copies);

  G_OBJECT_CLASS (les_article_filter_parent_class)->finalize (object);
}

static void
les_article_filter_class_init (LesArticleFilterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = les_article_filter_finalize;
  LES_FILTER_CLASS (klass)->n_facets = LES_FACET_COPIES + 1;
}

static void
les_article_filter_init (LesArticleFilter *self)
{
  self->copies = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/**
 * les_article_filter_new:
 * @project: (transfer none): has to outlive the filter
 *
 * Returns: (transfer full): a filter that accepts every article
 */
LesArticleFilter *
les_article_filter_new (LesProject *project)
{
  LesArticleFilter *self = g_object_new (LES_TYPE_ARTICLE_FILTER, NULL);

  self->project = project;
  return self;
}

/**
 * les_article_filter_get_copies_of:
 *
 * Returns: (nullable): id of the article whose agency copy is looked for
 */
const char *
les_article_filter_get_copies_of (LesArticleFilter *self)
{
  GPtrArray *values = les_filter_get_values (LES_FILTER (self), LES_FACET_COPIES);

  return values->len > 0 ? values->pdata[0] : NULL;
}

static gboolean
has_copies (LesArticleFilter *self, const char *article, GPtrArray *ids)
{
  if (g_strcmp0 (les_article_filter_get_copies_of (self), article) != 0)
    return FALSE;
  if (ids != NULL && g_hash_table_size (self->copies) != ids->len)
    return FALSE;
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    if (!g_hash_table_contains (self->copies, ids->pdata[i]))
      return FALSE;
  return TRUE;
}

/**
 * les_article_filter_set_copies:
 * @article: (nullable): id; NULL to look for no copies
 * @ids: (nullable) (element-type utf8): the articles with the same agency copy
 */
void
les_article_filter_set_copies (LesArticleFilter *self, const char *article, GPtrArray *ids)
{
  g_return_if_fail ((article == NULL) == (ids == NULL));

  if (has_copies (self, article, ids))
    return;
  g_hash_table_remove_all (self->copies);
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    g_hash_table_add (self->copies, g_strdup (ids->pdata[i]));
  les_filter_replace (LES_FILTER (self), LES_FACET_COPIES, article);
}

/**
 * les_article_filter_forget_tags:
 *
 * To be called when annotations or tags of the project have changed.
 */
void
les_article_filter_forget_tags (LesArticleFilter *self)
{
  g_clear_pointer (&self->tags_of_articles, g_hash_table_unref);
}

/**
 * les_article_filter_accepts:
 * @except: a #LesFacet whose choice is not looked at, or -1
 *
 * Returns: whether the article is wanted
 */
gboolean
les_article_filter_accepts (LesArticleFilter *self, LesArticleItem *item, int except)
{
  for (int facet = 0; facet < les_filter_get_n_facets (LES_FILTER (self)); facet++)
    if (facet != except && !accepts_facet (self, item, (LesFacet) facet))
      return FALSE;
  return TRUE;
}

static GStrv
list_dates (LesArticleItem *item)
{
  const char *date = les_article_item_get_date (item);
  GStrv values = g_new0 (char *, 3);

  if (date == NULL || strlen (date) < 4)
    values[0] = g_strdup ("");
  else
    values[0] = g_strndup (date, 4);
  if (date != NULL && strlen (date) >= 7)
    values[1] = g_strndup (date, 7);
  return values;
}

static GStrv
list_tags (LesArticleFilter *self, LesArticleItem *item)
{
  GHashTable *set = get_tag_set (self, item);
  GHashTableIter iter;
  gpointer id;
  GStrv values;
  guint n_values = 0;

  if (les_article_item_get_n_annotations (item) == 0)
    return g_strdupv ((char *[]) { (char *) "", NULL });
  values = g_new0 (char *, set != NULL ? g_hash_table_size (set) + 1 : 1);
  if (set == NULL)
    return values;
  g_hash_table_iter_init (&iter, set);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    values[n_values++] = g_strdup (id);
  return values;
}

static GStrv
list_languages (LesArticleItem *item)
{
  const char *language = les_article_get (les_article_item_get_article (item), LES_ARTICLE_LANGUAGE);

  return g_strdupv ((char *[]) { (char *) (language != NULL ? language : ""), NULL });
}

/**
 * les_article_filter_list_item_values:
 *
 * Returns: (transfer full): under which values of @facet the article is found
 */
GStrv
les_article_filter_list_item_values (LesArticleFilter *self, LesArticleItem *item, LesFacet facet)
{
  GStrv names;

  switch (facet)
    {
    case LES_FACET_SOURCE:
      names = (GStrv) les_article_item_get_source_names (item);
      return g_strdupv (names[0] != NULL ? names : (char *[]) { (char *) "", NULL });
    case LES_FACET_DATE:
      return list_dates (item);
    case LES_FACET_TAG:
      return list_tags (self, item);
    case LES_FACET_LANGUAGE:
      return list_languages (item);
    case LES_N_FACETS:
    default:
      g_return_val_if_reached (NULL);
    }
}
