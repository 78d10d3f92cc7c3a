/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-article-filters.h"

#include <glib/gi18n.h>

#include "les-facet-list.h"
#include "les-facet-words.h"
#include "les-partial-date.h"

/* In place of a facet: articles with the same agency copy. */
#define COPIES LES_N_FACETS

/**
 * LesArticleFilters:
 *
 * Every outlet, date, tag and language that articles can be filtered by.
 */
struct _LesArticleFilters
{
  LesFilterPopover parent_instance;

  LesArticleList *articles;     /* owned; NULL for none */
};

G_DEFINE_FINAL_TYPE (LesArticleFilters, les_article_filters, LES_TYPE_FILTER_POPOVER)

static LesArticleFilter *
get_filter (LesFilterPopover *popover)
{
  return les_article_list_get_filter (LES_ARTICLE_FILTERS (popover)->articles);
}

static GPtrArray *
les_article_filters_list_values (LesFilterPopover *popover)
{
  return les_facet_list_new (LES_ARTICLE_FILTERS (popover)->articles);
}

static void
les_article_filters_count_values (LesFilterPopover *popover, GPtrArray *values)
{
  les_facet_list_update (values, LES_ARTICLE_FILTERS (popover)->articles);
}

static void
list_chosen_of (LesArticleFilters *self, LesFacet facet, GPtrArray *chosen)
{
  GPtrArray *values = les_article_filter_get_values (get_filter (LES_FILTER_POPOVER (self)), facet);

  for (guint i = 0; i < values->len; i++)
    {
      g_autofree char *label = les_facet_dup_label (les_article_list_get_project (self->articles), facet, values->pdata[i]);

      g_ptr_array_add (chosen, les_filter_value_new (facet, values->pdata[i], label));
    }
}

static char *
dup_range_label (LesArticleFilter *filter)
{
  g_autofree char *from = les_partial_date_dup_words (les_article_filter_get_from (filter));
  g_autofree char *to = les_partial_date_dup_words (les_article_filter_get_to (filter));

  if (*to == '\0')
    /* Translators: articles of this date and later */
    return g_strdup_printf (_("From %s"), from);
  if (*from == '\0')
    /* Translators: articles of this date and earlier */
    return g_strdup_printf (_("To %s"), to);
  /* Translators: a range of dates */
  return g_strdup_printf (_("%s – %s"), from, to);
}

static GPtrArray *
les_article_filters_list_chosen (LesFilterPopover *popover)
{
  LesArticleFilter *filter = get_filter (popover);
  GPtrArray *chosen = g_ptr_array_new_with_free_func (g_object_unref);

  for (int facet = 0; facet < LES_N_FACETS; facet++)
    list_chosen_of (LES_ARTICLE_FILTERS (popover), (LesFacet) facet, chosen);
  if (les_article_filter_get_from (filter) != NULL || les_article_filter_get_to (filter) != NULL)
    {
      g_autofree char *label = dup_range_label (filter);

      g_ptr_array_add (chosen, les_filter_value_new (LES_FILTER_RANGE, "", label));
    }
  if (les_article_filter_get_copies_of (filter) != NULL)
    g_ptr_array_add (chosen, les_filter_value_new (COPIES, "", _("Same Agency Copy")));
  return chosen;
}

static void
les_article_filters_toggle (LesFilterPopover *popover, int facet, const char *value)
{
  if (facet == COPIES)
    les_article_filter_set_copies (get_filter (popover), NULL, NULL);
  else
    les_article_filter_toggle (get_filter (popover), (LesFacet) facet, value);
}

static gboolean
les_article_filters_is_active (LesFilterPopover *popover)
{
  return les_article_filter_is_active (get_filter (popover));
}

static void
les_article_filters_get_range (LesFilterPopover *popover, const char **from, const char **to)
{
  *from = les_article_filter_get_from (get_filter (popover));
  *to = les_article_filter_get_to (get_filter (popover));
}

static void
les_article_filters_set_range (LesFilterPopover *popover, const char *from, const char *to)
{
  les_article_filter_set_range (get_filter (popover), from, to);
}

static void
les_article_filters_clear (LesFilterPopover *popover)
{
  les_article_filter_clear (get_filter (popover));
}

static void
les_article_filters_dispose (GObject *object)
{
  les_article_filters_set_articles (LES_ARTICLE_FILTERS (object), NULL);

  G_OBJECT_CLASS (les_article_filters_parent_class)->dispose (object);
}

static void
les_article_filters_class_init (LesArticleFiltersClass *klass)
{
  LesFilterPopoverClass *popover_class = LES_FILTER_POPOVER_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = les_article_filters_dispose;
  popover_class->list_values = les_article_filters_list_values;
  popover_class->count_values = les_article_filters_count_values;
  popover_class->list_chosen = les_article_filters_list_chosen;
  popover_class->toggle = les_article_filters_toggle;
  popover_class->is_active = les_article_filters_is_active;
  popover_class->get_range = les_article_filters_get_range;
  popover_class->set_range = les_article_filters_set_range;
  popover_class->clear = les_article_filters_clear;
}

static void
les_article_filters_init (LesArticleFilters *self)
{
  les_filter_popover_set_words (LES_FILTER_POPOVER (self), _("Find outlet, tag, date…"), NULL);
}

/** @articles: (nullable): whose filter is set */
void
les_article_filters_set_articles (LesArticleFilters *self, LesArticleList *articles)
{
  g_return_if_fail (LES_IS_ARTICLE_FILTERS (self));

  g_set_object (&self->articles, articles);
  les_filter_popover_set_filter (LES_FILTER_POPOVER (self),
                                 articles != NULL ? les_article_list_get_filter (articles) : NULL);
}
