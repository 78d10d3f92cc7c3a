/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-article-list.h"

#include <string.h>

/**
 * LesArticleList:
 *
 * The articles of a project as a list model: sorted once, then cut down to
 * what the query and the filter leave. Whatever changes, the list is told in
 * one items-changed that leaves out what stayed at both ends. Items are
 * LesArticleItem and stay the same objects as long as their article exists.
 *
 * Emits "refreshed" after each time the shown articles were worked out.
 */
struct _LesArticleList
{
  GObject parent_instance;

  /* Owned */
  LesProject *project;
  LesSearch *search;
  LesArticleFilter *filter;
  GHashTable *items_by_id;
  GPtrArray *sorted;
  GPtrArray *shown;
  GHashTable *hits;
  GError *query_error;
  char *query;
  char *folded_query;

  /* State */
  LesArticleSort sort;
  gboolean descending;
};

enum
{
  REFRESHED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void les_article_list_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (LesArticleList, les_article_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, les_article_list_list_model_init))

static int
compare_keys (LesArticleList *self, LesArticleItem *a, LesArticleItem *b)
{
  switch (self->sort)
    {
    case LES_ARTICLE_SORT_DATE:
      return g_strcmp0 (les_article_item_get_date (a), les_article_item_get_date (b));
    case LES_ARTICLE_SORT_HEADING:
      return strcmp (les_article_item_get_heading_key (a), les_article_item_get_heading_key (b));
    case LES_ARTICLE_SORT_SOURCE:
      return strcmp (les_article_item_get_source_key (a), les_article_item_get_source_key (b));
    case LES_ARTICLE_SORT_ANNOTATIONS:
      return (int) les_article_item_get_n_annotations (a) - (int) les_article_item_get_n_annotations (b);
    case LES_ARTICLE_SORT_ADDED:
    case LES_N_ARTICLE_SORTS:
    default:
      return 0;
    }
}

/* What is not known goes to the end in either direction. */
static int
compare_unknown (LesArticleList *self, LesArticleItem *a, LesArticleItem *b)
{
  if (self->sort == LES_ARTICLE_SORT_DATE)
    return (les_article_item_get_date (a) == NULL) - (les_article_item_get_date (b) == NULL);
  if (self->sort == LES_ARTICLE_SORT_SOURCE)
    return (*les_article_item_get_source (a) == '\0') - (*les_article_item_get_source (b) == '\0');
  return 0;
}

static int
compare_items (gconstpointer a, gconstpointer b, gpointer user_data)
{
  LesArticleList *self = user_data;
  LesArticleItem *item_a = *(LesArticleItem * const *) a;
  LesArticleItem *item_b = *(LesArticleItem * const *) b;
  int order = compare_unknown (self, item_a, item_b);

  if (order != 0)
    return order;
  order = compare_keys (self, item_a, item_b);
  if (order == 0)
    order = (int) les_article_item_get_position (item_a) - (int) les_article_item_get_position (item_b);
  return self->descending ? -order : order;
}

static void
sort_items (LesArticleList *self)
{
  g_ptr_array_sort_with_data (self->sorted, compare_items, self);
}

static gboolean
is_hit (LesArticleList *self, LesArticleItem *item)
{
  if (self->query == NULL)
    return TRUE;
  if (self->hits != NULL)
    return g_hash_table_contains (self->hits, les_article_item_get_id (item));
  return self->query_error == NULL && les_article_item_matches_words (item, self->folded_query);
}

static void
forget_hits (LesArticleList *self)
{
  g_clear_pointer (&self->hits, g_hash_table_unref);
  g_clear_error (&self->query_error);
}

/* While the search is busy folding, what it found last stays. */
static void
run_search (LesArticleList *self)
{
  g_autoptr (GPtrArray) found = NULL;

  if (self->query == NULL || self->search == NULL || !les_search_get_ready (self->search))
    return;

  forget_hits (self);
  found = les_search_run (self->search, self->query, &self->query_error);
  if (found == NULL)
    return;
  self->hits = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < found->len; i++)
    g_hash_table_add (self->hits, g_strdup (((LesSearchHit *) found->pdata[i])->article));
}

static GPtrArray *
collect_shown (LesArticleList *self)
{
  GPtrArray *shown = g_ptr_array_new_full (self->sorted->len, g_object_unref);

  for (guint i = 0; i < self->sorted->len; i++)
    {
      LesArticleItem *item = self->sorted->pdata[i];

      if (is_hit (self, item) && les_article_filter_accepts (self->filter, item, -1))
        g_ptr_array_add (shown, g_object_ref (item));
    }
  return shown;
}

static void
count_common_ends (GPtrArray *a, GPtrArray *b, guint *out_start, guint *out_end)
{
  guint shorter = MIN (a->len, b->len);
  guint start = 0;
  guint end = 0;

  while (start < shorter && a->pdata[start] == b->pdata[start])
    start++;
  while (end < shorter - start && a->pdata[a->len - 1 - end] == b->pdata[b->len - 1 - end])
    end++;
  *out_start = start;
  *out_end = end;
}

static void
refresh_shown (LesArticleList *self)
{
  g_autoptr (GPtrArray) before = g_steal_pointer (&self->shown);
  guint start;
  guint end;

  self->shown = collect_shown (self);
  count_common_ends (before, self->shown, &start, &end);
  if (start + end < MAX (before->len, self->shown->len))
    g_list_model_items_changed (G_LIST_MODEL (self), start,
                                before->len - start - end, self->shown->len - start - end);
  g_signal_emit (self, signals[REFRESHED], 0);
}

static LesArticleItem *
dup_item_for (LesArticleList *self, LesArticle *article, GPtrArray *changed)
{
  LesArticleItem *item = g_hash_table_lookup (self->items_by_id, les_record_get_id (LES_RECORD (article)));

  if (item == NULL)
    return les_article_item_new (article);
  if (les_article_item_set_article (item, article))
    g_ptr_array_add (changed, g_object_ref (item));
  return g_object_ref (item);
}

static void
count_annotations (LesArticleList *self, GPtrArray *changed)
{
  for (guint i = 0; i < self->sorted->len; i++)
    {
      LesArticleItem *item = self->sorted->pdata[i];
      guint n_annotations = les_project_get_n_annotations_of (self->project, les_article_item_get_id (item));

      if (les_article_item_set_n_annotations (item, n_annotations))
        g_ptr_array_add (changed, g_object_ref (item));
    }
}

static void
load_items (LesArticleList *self, GPtrArray *changed)
{
  g_autoptr (GPtrArray) articles = les_project_ref_records (self->project, LES_RECORD_ARTICLE);
  GHashTable *items = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GPtrArray *sorted = g_ptr_array_new_full (articles->len, g_object_unref);

  for (guint i = 0; i < articles->len; i++)
    {
      LesArticleItem *item = dup_item_for (self, articles->pdata[i], changed);

      les_article_item_set_position (item, i);
      g_hash_table_insert (items, g_strdup (les_article_item_get_id (item)), item);
      g_ptr_array_add (sorted, item);
    }
  g_hash_table_unref (self->items_by_id);
  self->items_by_id = items;
  g_ptr_array_unref (self->sorted);
  self->sorted = sorted;
}

static void
notify_items (GPtrArray *changed)
{
  for (guint i = 0; i < changed->len; i++)
    les_article_item_notify_changed (changed->pdata[i]);
}

static void
reload (LesArticleList *self)
{
  g_autoptr (GPtrArray) changed = g_ptr_array_new_with_free_func (g_object_unref);

  load_items (self, changed);
  count_annotations (self, changed);
  les_article_filter_forget_tags (self->filter);
  sort_items (self);
  run_search (self);
  refresh_shown (self);
  notify_items (changed);
}

static void
recount (LesArticleList *self)
{
  g_autoptr (GPtrArray) changed = g_ptr_array_new_with_free_func (g_object_unref);

  count_annotations (self, changed);
  les_article_filter_forget_tags (self->filter);
  if (self->sort == LES_ARTICLE_SORT_ANNOTATIONS && changed->len > 0)
    sort_items (self);
  refresh_shown (self);
  notify_items (changed);
}

static void
project_changed_cb (LesArticleList *self, LesChange *applied)
{
  if (les_change_touches (applied, LES_RECORD_ARTICLE))
    reload (self);
  else if (les_change_touches (applied, LES_RECORD_ANNOTATION) || les_change_touches (applied, LES_RECORD_TAG))
    recount (self);
}

static void
filter_changed_cb (LesArticleList *self)
{
  refresh_shown (self);
}

static void
search_ready_cb (LesArticleList *self)
{
  if (self->query == NULL || !les_search_get_ready (self->search))
    return;
  run_search (self);
  refresh_shown (self);
}

static GType
les_article_list_get_item_type (GListModel *model)
{
  return LES_TYPE_ARTICLE_ITEM;
}

static guint
les_article_list_get_n_items (GListModel *model)
{
  return LES_ARTICLE_LIST (model)->shown->len;
}

static gpointer
les_article_list_get_item (GListModel *model, guint position)
{
  LesArticleList *self = LES_ARTICLE_LIST (model);

  return position < self->shown->len ? g_object_ref (self->shown->pdata[position]) : NULL;
}

static void
les_article_list_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = les_article_list_get_item_type;
  iface->get_n_items = les_article_list_get_n_items;
  iface->get_item = les_article_list_get_item;
}

static void
les_article_list_finalize (GObject *object)
{
  LesArticleList *self = LES_ARTICLE_LIST (object);

  g_clear_pointer (&self->shown, g_ptr_array_unref);
  g_clear_pointer (&self->items_by_id, g_hash_table_unref);
  g_clear_pointer (&self->sorted, g_ptr_array_unref);
  g_clear_pointer (&self->hits, g_hash_table_unref);
  g_clear_error (&self->query_error);
  g_clear_pointer (&self->query, g_free);
  g_clear_pointer (&self->folded_query, g_free);
  g_clear_object (&self->filter);
  g_clear_object (&self->search);
  g_clear_object (&self->project);

  G_OBJECT_CLASS (les_article_list_parent_class)->finalize (object);
}

static void
les_article_list_class_init (LesArticleListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = les_article_list_finalize;

  signals[REFRESHED] = g_signal_new ("refreshed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                     0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
les_article_list_init (LesArticleList *self)
{
  self->items_by_id = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->sorted = g_ptr_array_new_with_free_func (g_object_unref);
  self->shown = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * les_article_list_new:
 * @search: (nullable): without it, or before it is ready, a query looks at
 *   headline, source and date alone
 *
 * Returns: (transfer full): every article of @project, in the order of adding
 */
LesArticleList *
les_article_list_new (LesProject *project, LesSearch *search)
{
  LesArticleList *self = g_object_new (LES_TYPE_ARTICLE_LIST, NULL);

  self->project = g_object_ref (project);
  self->filter = les_article_filter_new (project);
  g_signal_connect_object (project, "changed", G_CALLBACK (project_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->filter, "changed", G_CALLBACK (filter_changed_cb), self, G_CONNECT_SWAPPED);
  if (search != NULL)
    {
      self->search = g_object_ref (search);
      g_signal_connect_object (search, "notify::ready", G_CALLBACK (search_ready_cb), self, G_CONNECT_SWAPPED);
    }
  reload (self);
  return self;
}

LesProject *
les_article_list_get_project (LesArticleList *self)
{
  return self->project;
}

/**
 * les_article_list_get_filter:
 *
 * Returns: (transfer none): the filter; changing it changes the list
 */
LesArticleFilter *
les_article_list_get_filter (LesArticleList *self)
{
  return self->filter;
}

/**
 * les_article_list_get_query:
 *
 * Returns: (nullable): what is searched for, without blanks around it
 */
const char *
les_article_list_get_query (LesArticleList *self)
{
  return self->query;
}

/**
 * les_article_list_set_query:
 * @query: (nullable): as typed; nothing but blanks means no search
 */
void
les_article_list_set_query (LesArticleList *self, const char *query)
{
  g_autofree char *clean = g_strstrip (g_strdup (query != NULL ? query : ""));

  if (*clean == '\0')
    g_clear_pointer (&clean, g_free);
  if (g_strcmp0 (self->query, clean) == 0)
    return;

  g_free (self->query);
  self->query = g_steal_pointer (&clean);
  g_free (self->folded_query);
  self->folded_query = self->query != NULL ? g_utf8_casefold (self->query, -1) : NULL;
  forget_hits (self);
  run_search (self);
  refresh_shown (self);
}

/**
 * les_article_list_get_query_error:
 *
 * Returns: (nullable): why the query cannot be understood
 */
const GError *
les_article_list_get_query_error (LesArticleList *self)
{
  return self->query_error;
}

LesArticleSort
les_article_list_get_sort (LesArticleList *self)
{
  return self->sort;
}

gboolean
les_article_list_get_descending (LesArticleList *self)
{
  return self->descending;
}

void
les_article_list_set_sort (LesArticleList *self, LesArticleSort sort, gboolean descending)
{
  if (self->sort == sort && self->descending == descending)
    return;
  self->sort = sort;
  self->descending = descending;
  sort_items (self);
  refresh_shown (self);
}

/**
 * les_article_list_get_n_articles:
 *
 * Returns: how many articles there are, shown or not
 */
guint
les_article_list_get_n_articles (LesArticleList *self)
{
  return self->sorted->len;
}

/**
 * les_article_list_get_article_item:
 * @index: below les_article_list_get_n_articles()
 *
 * Returns: (transfer none): an article, shown or not
 */
LesArticleItem *
les_article_list_get_article_item (LesArticleList *self, guint index)
{
  g_return_val_if_fail (index < self->sorted->len, NULL);
  return self->sorted->pdata[index];
}

/**
 * les_article_list_find:
 * @out_position: (out) (optional): where it is shown
 *
 * Returns: whether the article is shown
 */
gboolean
les_article_list_find (LesArticleList *self, const char *id, guint *out_position)
{
  LesArticleItem *item = g_hash_table_lookup (self->items_by_id, id);

  return item != NULL && g_ptr_array_find (self->shown, item, out_position);
}

/**
 * les_article_list_is_hit:
 *
 * Returns: whether the query, filters aside, finds the article
 */
gboolean
les_article_list_is_hit (LesArticleList *self, LesArticleItem *item)
{
  return is_hit (self, item);
}
