/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-browser-private.h"

#include <glib/gi18n.h>

/* What the article browser says about its list. */

static gboolean
is_filtered (LesArticleList *articles)
{
  return les_filter_is_active (LES_FILTER (les_article_list_get_filter (articles)));
}

/** Returns: (transfer full): how many articles there are, and how many of them a search or filter leaves */
char *
les_browser_dup_title (LesArticleList *articles)
{
  guint n_all = les_article_list_get_n_articles (articles);
  guint n_shown = g_list_model_get_n_items (G_LIST_MODEL (articles));

  if (les_article_list_get_query (articles) == NULL && !is_filtered (articles))
    return g_strdup_printf (ngettext ("%'u Article", "%'u Articles", n_all), n_all);
  /* Translators: how many articles a search found, and how many there are */
  return g_strdup_printf (ngettext ("%'u of %'u Article", "%'u of %'u Articles", n_all), n_shown, n_all);
}

/** Returns: (transfer full): why none is left */
char *
les_browser_dup_no_hits (LesArticleList *articles)
{
  const char *query = les_article_list_get_query (articles);

  if (les_article_list_get_query_error (articles) != NULL)
    return g_strdup (_("The search cannot be understood. Try fewer words."));
  if (query == NULL)
    return g_strdup (_("No article fits the filters."));
  if (is_filtered (articles))
    /* Translators: %s is what is searched for */
    return g_strdup_printf (_("No article that fits the filters has “%s”."), query);
  /* Translators: %s is what is searched for */
  return g_strdup_printf (_("No article has “%s”."), query);
}

/** Returns: (transfer none): what the button does that brings them back */
const char *
les_browser_get_clear_label (LesArticleList *articles)
{
  if (les_article_list_get_query (articles) == NULL)
    return _("Clear Filters");
  return is_filtered (articles) ? _("Clear Search and Filters") : _("Clear Search");
}
