/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-facet-list.h"

#include <string.h>

#include "les-facet-words.h"
#include "les-filter-value.h"

/* Values of one facet that occur in any article. */
static GHashTable *
count_values (LesArticleList *articles, LesFacet facet, gboolean only_reachable)
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

/* The newest first, a year before its months; what is not known comes last. */
static int
compare_dates (gconstpointer a, gconstpointer b)
{
  const char *first = les_filter_value_get_value (*(LesFilterValue * const *) a);
  const char *second = les_filter_value_get_value (*(LesFilterValue * const *) b);
  int unknown = (*first == '\0') - (*second == '\0');

  if (unknown != 0)
    return unknown;
  if (strncmp (first, second, 4) == 0 && strlen (first) != strlen (second))
    return strlen (first) < strlen (second) ? -1 : 1;
  return strcmp (second, first);
}

static void
append_facet (GPtrArray *values, LesArticleList *articles, LesFacet facet)
{
  g_autoptr (GHashTable) counts = count_values (articles, facet, FALSE);
  g_autoptr (GPtrArray) of_facet = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &value, NULL))
    {
      g_autofree char *label = les_facet_dup_label (les_article_list_get_project (articles), facet, value);

      g_ptr_array_add (of_facet, les_filter_value_new (facet, value, label));
    }
  if (of_facet->len == 0)
    return;
  g_ptr_array_sort (of_facet, facet == LES_FACET_DATE ? compare_dates : les_filter_value_compare);
  g_ptr_array_add (values, les_filter_value_new_heading (facet, les_facet_get_name (facet)));
  g_ptr_array_extend (values, of_facet, NULL, NULL);
}

/**
 * les_facet_list_new:
 *
 * Returns: (transfer full) (element-type LesFilterValue): every value that the
 *   articles can be filtered by, under a heading for each facet
 */
GPtrArray *
les_facet_list_new (LesArticleList *articles)
{
  GPtrArray *values = g_ptr_array_new_with_free_func (g_object_unref);

  for (int facet = 0; facet < LES_N_FACETS; facet++)
    append_facet (values, articles, (LesFacet) facet);
  les_facet_list_update (values, articles);
  return values;
}

/**
 * les_facet_list_update:
 * @values: (element-type LesFilterValue): from les_facet_list_new()
 *
 * Counts again how many articles each value would leave, with what is chosen
 * in the other facets and searched for.
 */
void
les_facet_list_update (GPtrArray *values, LesArticleList *articles)
{
  LesArticleFilter *filter = les_article_list_get_filter (articles);
  GHashTable *counts[LES_N_FACETS];

  for (int facet = 0; facet < LES_N_FACETS; facet++)
    counts[facet] = count_values (articles, (LesFacet) facet, TRUE);
  for (guint i = 0; i < values->len; i++)
    {
      LesFilterValue *item = values->pdata[i];
      LesFacet facet = (LesFacet) les_filter_value_get_facet (item);
      const char *value = les_filter_value_get_value (item);

      if (!les_filter_value_is_heading (item))
        les_filter_value_set_state (item, GPOINTER_TO_UINT (g_hash_table_lookup (counts[facet], value)),
                                    les_filter_has (LES_FILTER (filter), facet, value));
    }
  for (int facet = 0; facet < LES_N_FACETS; facet++)
    g_hash_table_unref (counts[facet]);
}
