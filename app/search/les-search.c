/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-search.h"

#include "les-fold.h"
#include "les-query.h"
#include "les-snippet.h"

#include <string.h>

/* One step of the worker: small enough that the first answers come at once. */
#define BATCH_BYTES (4 * 1024 * 1024)
/* So much is folded in place (about 2 ms): an edit is never searched stale. */
#define IN_PLACE_BYTES (256 * 1024)

/**
 * Folded:
 *
 * The folded copies of one article. Never changes; shared with the worker.
 */
typedef struct
{
  LesArticle *article;
  char *text;
  gsize n_text_bytes;
  char *details;
  gsize n_details_bytes;
} Folded;

/**
 * LesSearch:
 *
 * Holds a folded copy of every article (about the size of the texts) and looks
 * for words in it by plain scanning. Copies are made in batches by a worker
 * thread that sees sealed articles only; a copy whose article has been replaced
 * meanwhile is dropped.
 */
struct _LesSearch
{
  GObject parent_instance;

  /* Owned */
  LesProject *project;
  GHashTable *copies;          /* id -> Folded */
  GPtrArray *order;            /* of Folded, borrowed from @copies, as in the project */
  GCancellable *cancellable;
  LesQuery *last_query;        /* what @last_found answers, NULL when outdated */
  GPtrArray *last_found;       /* of Folded, borrowed */

  /* State */
  gboolean ready;
  gboolean folding;
};

enum
{
  PROP_0,
  PROP_READY,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (LesSearch, les_search, G_TYPE_OBJECT)

static void fold_stale (LesSearch *self);

static void
free_folded (gpointer data)
{
  Folded *folded = data;

  g_object_unref (folded->article);
  g_free (folded->text);
  g_free (folded->details);
  g_free (folded);
}

static char *
join_details (LesArticle *article)
{
  const LesArticleField fields[] = {
    LES_ARTICLE_TITLE, LES_ARTICLE_OUTLET, LES_ARTICLE_AGENCY, LES_ARTICLE_AUTHOR, LES_ARTICLE_PLACE,
  };
  GString *details = g_string_new (NULL);

  /* A line end would fold into a blank and let phrases run on: a phrase
   * must not start in one field and end in the next. */
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (les_article_get (article, fields[i]) != NULL)
      g_string_append_printf (details, "%s\x01", les_article_get (article, fields[i]));
  return g_string_free (details, FALSE);
}

static Folded *
fold_article (LesArticle *article)
{
  Folded *folded = g_new0 (Folded, 1);
  LesText *text = les_article_get_text (article);
  g_autofree char *details = join_details (article);

  folded->article = g_object_ref (article);
  folded->text = les_fold (les_text_get_utf8 (text), les_text_get_n_bytes (text), &folded->n_text_bytes);
  folded->details = les_fold (details, strlen (details), &folded->n_details_bytes);
  return folded;
}

static gboolean
is_stale (LesSearch *self, LesArticle *article)
{
  Folded *folded = g_hash_table_lookup (self->copies, les_record_get_id (LES_RECORD (article)));

  return folded == NULL || folded->article != article;
}

static void
forget_last_query (LesSearch *self)
{
  g_clear_pointer (&self->last_query, les_query_free);
  g_clear_pointer (&self->last_found, g_ptr_array_unref);
}

static void
set_ready (LesSearch *self, gboolean ready)
{
  if (self->ready == ready)
    return;
  self->ready = ready;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_READY]);
}

static void
drop_removed (LesSearch *self)
{
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, self->copies);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (les_project_get_article (self->project, id) == NULL)
      g_hash_table_iter_remove (&iter);
}

static void
update_order (LesSearch *self)
{
  g_autoptr (GPtrArray) articles = les_project_ref_records (self->project, LES_RECORD_ARTICLE);

  forget_last_query (self);
  g_ptr_array_set_size (self->order, 0);
  for (guint i = 0; i < articles->len; i++)
    {
      const char *id = les_record_get_id (g_ptr_array_index (articles, i));
      Folded *folded = g_hash_table_lookup (self->copies, id);

      if (folded != NULL)
        g_ptr_array_add (self->order, folded);
    }
}

static void
keep_copy (LesSearch *self, Folded *folded)
{
  const char *id = les_record_get_id (LES_RECORD (folded->article));

  if (les_project_get_article (self->project, id) == folded->article)
    g_hash_table_replace (self->copies, g_strdup (id), folded);
  else
    free_folded (folded);
}

/* The next articles without an up-to-date copy, at most BATCH_BYTES of them
 * (but at least one). */
static GPtrArray *
collect_stale (LesSearch *self, gsize *n_bytes)
{
  g_autoptr (GPtrArray) articles = les_project_ref_records (self->project, LES_RECORD_ARTICLE);
  GPtrArray *stale = g_ptr_array_new_with_free_func (g_object_unref);

  *n_bytes = 0;
  for (guint i = 0; i < articles->len && *n_bytes < BATCH_BYTES; i++)
    {
      LesArticle *article = g_ptr_array_index (articles, i);

      if (!is_stale (self, article))
        continue;
      g_ptr_array_add (stale, g_object_ref (article));
      *n_bytes += les_text_get_n_bytes (les_article_get_text (article));
    }
  return stale;
}

static void
fold_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  GPtrArray *articles = task_data;
  GPtrArray *copies = g_ptr_array_new_with_free_func (free_folded);

  for (guint i = 0; i < articles->len && !g_cancellable_is_cancelled (cancellable); i++)
    g_ptr_array_add (copies, fold_article (g_ptr_array_index (articles, i)));
  g_task_return_pointer (task, copies, (GDestroyNotify) g_ptr_array_unref);
}

static void
folded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GPtrArray) copies = g_task_propagate_pointer (G_TASK (result), NULL);
  LesSearch *self = user_data;

  /* Cancelled: the search is gone. */
  if (copies == NULL)
    return;

  g_ptr_array_set_free_func (copies, NULL);
  for (guint i = 0; i < copies->len; i++)
    keep_copy (self, g_ptr_array_index (copies, i));
  update_order (self);
  self->folding = FALSE;
  fold_stale (self);
}

static void
start_folding (LesSearch *self, GPtrArray *articles)
{
  g_autoptr (GTask) task = g_task_new (NULL, self->cancellable, folded_cb, self);

  self->folding = TRUE;
  set_ready (self, FALSE);
  g_task_set_source_tag (task, start_folding);
  g_task_set_task_data (task, g_ptr_array_ref (articles), (GDestroyNotify) g_ptr_array_unref);
  g_task_run_in_thread (task, fold_in_thread);
}

static void
fold_stale (LesSearch *self)
{
  g_autoptr (GPtrArray) stale = NULL;
  gsize n_bytes;

  if (self->folding)
    return;

  stale = collect_stale (self, &n_bytes);
  if (n_bytes > IN_PLACE_BYTES)
    {
      start_folding (self, stale);
      return;
    }
  for (guint i = 0; i < stale->len; i++)
    keep_copy (self, fold_article (g_ptr_array_index (stale, i)));
  if (stale->len > 0)
    update_order (self);
  set_ready (self, TRUE);
}

static void
project_changed_cb (LesSearch *self, LesChange *applied, LesChange *inverse, LesProject *project)
{
  if (!les_change_touches (applied, LES_RECORD_ARTICLE))
    return;
  forget_last_query (self);
  g_ptr_array_set_size (self->order, 0);
  drop_removed (self);
  update_order (self);
  fold_stale (self);
}

static void
les_search_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  LesSearch *self = LES_SEARCH (object);

  switch (prop_id)
    {
    case PROP_READY:
      g_value_set_boolean (value, self->ready);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
les_search_dispose (GObject *object)
{
  LesSearch *self = LES_SEARCH (object);

  g_cancellable_cancel (self->cancellable);
  forget_last_query (self);
  g_clear_object (&self->project);

  G_OBJECT_CLASS (les_search_parent_class)->dispose (object);
}

static void
les_search_finalize (GObject *object)
{
  LesSearch *self = LES_SEARCH (object);

  g_ptr_array_unref (self->order);
  g_hash_table_unref (self->copies);
  g_object_unref (self->cancellable);

  G_OBJECT_CLASS (les_search_parent_class)->finalize (object);
}

static void
les_search_class_init (LesSearchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = les_search_get_property;
  object_class->dispose = les_search_dispose;
  object_class->finalize = les_search_finalize;

  props[PROP_READY] =
    g_param_spec_boolean ("ready", NULL, NULL, FALSE,
                          G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
les_search_init (LesSearch *self)
{
  self->copies = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_folded);
  self->order = g_ptr_array_new ();
  self->cancellable = g_cancellable_new ();
}

/**
 * les_search_new:
 * @project: what to search; kept until the search goes
 *
 * Starts to fold the articles in a worker thread. A small project is ready on
 * return.
 *
 * Returns: (transfer full): a search
 */
LesSearch *
les_search_new (LesProject *project)
{
  LesSearch *self;

  g_return_val_if_fail (LES_IS_PROJECT (project), NULL);

  self = g_object_new (LES_TYPE_SEARCH, NULL);
  self->project = g_object_ref (project);
  g_signal_connect_object (project, "changed", G_CALLBACK (project_changed_cb), self, G_CONNECT_SWAPPED);
  fold_stale (self);
  return self;
}

/** Returns: whether every article can be found; until then some are missing */
gboolean
les_search_get_ready (LesSearch *self)
{
  g_return_val_if_fail (LES_IS_SEARCH (self), FALSE);

  return self->ready;
}

static LesSearchHit *
make_hit (LesArticle *article)
{
  LesSearchHit *hit = g_new0 (LesSearchHit, 1);

  hit->article = g_strdup (les_record_get_id (LES_RECORD (article)));
  hit->first = LES_TEXT_RANGE (-1, -1);
  return hit;
}

static GPtrArray *
find_articles (LesSearch *self, LesQuery *query)
{
  gboolean narrows = self->last_query != NULL && les_query_narrows (query, self->last_query);
  GPtrArray *candidates = narrows ? self->last_found : self->order;
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < candidates->len; i++)
    {
      const Folded *folded = g_ptr_array_index (candidates, i);

      if (les_query_matches (query, folded->text, folded->n_text_bytes,
                             folded->details, folded->n_details_bytes))
        g_ptr_array_add (found, (gpointer) folded);
    }
  return found;
}

/**
 * les_search_run:
 * @query: as the user typed it; all words must occur, "words in quotation
 *   marks" one after the other
 *
 * Finds the articles and nothing else, so that a keystroke is cheap: in the
 * hits only #LesSearchHit.article is set (n_hits is 0, first is (-1, -1), snippet
 * is NULL). Ask les_search_describe() for those that are on screen. A query
 * without words matches every article. While the search is not ready, articles
 * that are not folded yet are missing.
 *
 * Returns: (transfer full) (element-type LesSearchHit): hits in project
 *   order, or NULL with %LES_ERROR_QUERY. Main thread.
 */
GPtrArray *
les_search_run (LesSearch *self, const char *query, GError **error)
{
  g_autoptr (LesQuery) parsed = NULL;
  GPtrArray *found;
  GPtrArray *hits;

  g_return_val_if_fail (LES_IS_SEARCH (self), NULL);
  g_return_val_if_fail (query != NULL, NULL);

  parsed = les_query_new (query, error);
  if (parsed == NULL)
    return NULL;

  found = find_articles (self, parsed);
  hits = g_ptr_array_new_full (found->len, (GDestroyNotify) les_search_hit_free);
  for (guint i = 0; i < found->len; i++)
    g_ptr_array_add (hits, make_hit (((Folded *) g_ptr_array_index (found, i))->article));

  forget_last_query (self);
  self->last_query = g_steal_pointer (&parsed);
  self->last_found = found;
  return hits;
}

static guint
count_in_details (LesArticle *article, LesQuery *query)
{
  g_autofree char *details = join_details (article);
  g_autoptr (LesText) text = les_text_new (details, -1);
  g_autoptr (GArray) hits = les_query_find (query, text);

  return hits->len;
}

static void
describe_in_text (LesSearchHit *hit, LesText *text, LesTextRange first, LesQuery *query)
{
  g_autoptr (LesText) snippet = NULL;

  hit->first = first;
  hit->snippet = les_snippet_cut (text, first);
  snippet = les_text_new (hit->snippet, -1);
  hit->snippet_hits = les_query_find (query, snippet);
}

/**
 * les_search_describe:
 * @query: as given to les_search_run()
 * @article: id of an article that was found
 *
 * What a result row shows. #LesSearchHit.n_hits counts the hits in the text;
 * when there are none, those in headline and details. Costs about 0.1 ms for
 * an article of 5 KB: call it for rows that are shown. Main thread.
 *
 * Returns: (transfer full) (nullable): the hit, NULL when there is no such
 *   article or the query cannot be understood
 */
LesSearchHit *
les_search_describe (LesSearch *self, const char *query, const char *article)
{
  g_autoptr (LesQuery) parsed = NULL;
  g_autoptr (GArray) hits = NULL;
  LesArticle *record;
  LesSearchHit *hit;

  g_return_val_if_fail (LES_IS_SEARCH (self), NULL);
  g_return_val_if_fail (query != NULL && article != NULL, NULL);

  record = les_project_get_article (self->project, article);
  parsed = les_query_new (query, NULL);
  if (record == NULL || parsed == NULL)
    return NULL;

  hit = make_hit (record);
  hits = les_query_find (parsed, les_article_get_text (record));
  hit->n_hits = hits->len > 0 ? hits->len : count_in_details (record, parsed);
  if (hits->len > 0)
    describe_in_text (hit, les_article_get_text (record), g_array_index (hits, LesTextRange, 0), parsed);
  return hit;
}

void
les_search_hit_free (LesSearchHit *hit)
{
  g_free (hit->article);
  g_free (hit->snippet);
  g_clear_pointer (&hit->snippet_hits, g_array_unref);
  g_free (hit);
}

/**
 * les_search_in_text:
 * @query: as the user typed it
 *
 * Returns: (transfer full) (element-type LesTextRange): every place in @text
 *   where a word or phrase of @query stands, Unicode characters of @text, in
 *   order, without overlaps; empty when there is nothing to look for. Any
 *   thread.
 */
GArray *
les_search_in_text (LesText *text, const char *query)
{
  g_autoptr (LesQuery) parsed = NULL;

  g_return_val_if_fail (text != NULL && query != NULL, NULL);

  parsed = les_query_new (query, NULL);
  if (parsed == NULL)
    return g_array_new (FALSE, FALSE, sizeof (LesTextRange));
  return les_query_find (parsed, text);
}
