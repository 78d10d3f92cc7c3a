/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-article-filters.h"

#include <glib/gi18n.h>

#include "les-facet-list.h"
#include "les-facet-words.h"

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

static char *
les_article_filters_dup_label (LesFilterPopover *popover, int facet, const char *value)
{
  LesProject *project = les_article_list_get_project (LES_ARTICLE_FILTERS (popover)->articles);

  return les_facet_dup_label (project, (LesFacet) facet, value);
}

static char *
les_article_filters_dup_range_label (LesFilterPopover *popover, const char *from, const char *to)
{
  if (*to == '\0')
    /* Translators: articles of this date and later */
    return g_strdup_printf (_("From %s"), from);
  if (*from == '\0')
    /* Translators: articles of this date and earlier */
    return g_strdup_printf (_("To %s"), to);
  /* Translators: a range of dates */
  return g_strdup_printf (_("%s – %s"), from, to);
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
  popover_class->dup_label = les_article_filters_dup_label;
  popover_class->dup_range_label = les_article_filters_dup_range_label;
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
                                 articles != NULL ? LES_FILTER (les_article_list_get_filter (articles)) : NULL);
}
