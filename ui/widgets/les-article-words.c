/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-article-words.h"

#include <glib/gi18n.h>

#include "les-partial-date.h"

static char *
dup_dated_name (LesArticle *article)
{
  const char *date = les_article_get (article, LES_ARTICLE_DATE);
  g_autofree char *name = les_article_dup_name (article);
  g_autofree char *words = date != NULL ? les_partial_date_dup_words (date) : NULL;

  /* Translators: who reports, and when or under what headline */
  return words != NULL ? g_strdup_printf (_("%s · %s"), name, words) : g_steal_pointer (&name);
}

static gboolean
is_taken (const char *name, char *(*dup) (LesArticle *article), LesArticle *article, GPtrArray *others)
{
  for (guint i = 0; i < others->len; i++)
    {
      g_autofree char *other = others->pdata[i] != article ? dup (others->pdata[i]) : NULL;

      if (g_strcmp0 (other, name) == 0)
        return TRUE;
    }
  return FALSE;
}

/**
 * les_article_words_dup_among:
 * @others: (element-type LesArticle): what it has to be told apart from; may hold @article
 *
 * Who reports; where another one is of the same source, with the date, and
 * where that is the same, too, with the headline instead.
 *
 * Returns: (transfer full)
 */
char *
les_article_words_dup_among (LesArticle *article, GPtrArray *others)
{
  g_autofree char *name = les_article_dup_name (article);
  g_autofree char *dated = NULL;
  g_autofree char *heading = NULL;

  if (!is_taken (name, les_article_dup_name, article, others))
    return g_steal_pointer (&name);
  dated = dup_dated_name (article);
  if (!is_taken (dated, dup_dated_name, article, others))
    return g_steal_pointer (&dated);
  heading = les_article_dup_heading (article);
  return g_strdup_printf (_("%s · %s"), name, heading);
}
