/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-facet-list.h"

#include <string.h>

/* Values of one facet that occur in any article. */
static GHashTable *
count_values (LesArticleList *articles,
              LesFacet        facet,
              gboolean        only_reachable)
{
  LesArticleFilter *filter = les_article_list_get_filter (articles);
  GHashTable *counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < les_article_list_get_n_articles (articles); i++)
    {
      LesArticleItem *item = les_article_list_get_article_item (articles, i);
      g_auto (GStrv) values = les_article_filter_list_item_values (filter, item, facet);
      gboolean counted = !only_reachable || (les_article_list_is_hit (articles, item)
                                             && les_article_filter_accepts (filter, item, (int) facet));

      for (guint j = 0; values[j] != NULL; j++)
        {
          guint count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, values[j]));

          g_hash_table_insert (counts, g_strdup (values[j]), GUINT_TO_POINTER (count + (counted ? 1 : 0)));
        }
    }
  return counts;
}

static int
compare_items (gconstpointer a,
               gconstpointer b)
{
  LesFacetItem *item_a = *(LesFacetItem * const *) a;
  LesFacetItem *item_b = *(LesFacetItem * const *) b;
  const char *value_a = les_facet_item_get_value (item_a);
  const char *value_b = les_facet_item_get_value (item_b);
  int unknown = (*value_a == '\0') - (*value_b == '\0');

  if (unknown != 0)
    return unknown;
  if (les_facet_item_get_facet (item_a) != LES_FACET_DATE)
    return g_utf8_collate (les_facet_item_get_label (item_a), les_facet_item_get_label (item_b));
  if (strncmp (value_a, value_b, 4) == 0 && strlen (value_a) != strlen (value_b))
    return strlen (value_a) < strlen (value_b) ? -1 : 1;
  return strcmp (value_b, value_a);
}

static void
append_facet (GListStore     *self,
              LesArticleList *articles,
              LesFacet        facet)
{
  g_autoptr (GHashTable) counts = count_values (articles, facet, FALSE);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &value, NULL))
    {
      g_autofree char *label = les_facet_dup_label (les_article_list_get_project (articles), facet, value);

      g_ptr_array_add (items, les_facet_item_new (facet, value, label));
    }
  if (items->len == 0)
    return;
  g_ptr_array_sort (items, compare_items);
  g_ptr_array_insert (items, 0, les_facet_item_new_heading (facet));
  g_list_store_splice (self, g_list_model_get_n_items (G_LIST_MODEL (self)), 0, items->pdata, items->len);
}

/**
 * les_facet_list_new:
 *
 * Returns: (transfer full) (element-type LesFacetItem): every value that the
 *   articles can be filtered by, under a heading for each facet
 */
GListStore *
les_facet_list_new (LesArticleList *articles)
{
  GListStore *self = g_list_store_new (LES_TYPE_FACET_ITEM);

  for (int facet = 0; facet < LES_N_FACETS; facet++)
    append_facet (self, articles, (LesFacet) facet);
  les_facet_list_update (self, articles);
  return self;
}

/**
 * les_facet_list_update:
 *
 * Counts again how many articles each value would leave, with what is chosen
 * in the other facets and searched for.
 */
void
les_facet_list_update (GListStore     *self,
                       LesArticleList *articles)
{
  LesArticleFilter *filter = les_article_list_get_filter (articles);
  GHashTable *counts[LES_N_FACETS];
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self));

  for (int facet = 0; facet < LES_N_FACETS; facet++)
    counts[facet] = count_values (articles, (LesFacet) facet, TRUE);
  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr (LesFacetItem) item = g_list_model_get_item (G_LIST_MODEL (self), i);
      LesFacet facet = les_facet_item_get_facet (item);
      const char *value = les_facet_item_get_value (item);
      gpointer count = g_hash_table_lookup (counts[facet], value);

      if (!les_facet_item_is_heading (item))
        les_facet_item_set_state (item, GPOINTER_TO_UINT (count), les_article_filter_has (filter, facet, value));
    }
  for (int facet = 0; facet < LES_N_FACETS; facet++)
    g_hash_table_unref (counts[facet]);
}
