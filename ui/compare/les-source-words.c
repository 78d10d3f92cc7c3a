/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-source-words.h"

#include <glib/gi18n.h>

#include "les-partial-date.h"

/** Returns: (transfer full): who published the article, or the file it came from */
char *
les_source_words_dup_publisher (LesArticle *article)
{
  static const LesArticleField fields[] = { LES_ARTICLE_OUTLET, LES_ARTICLE_AGENCY, LES_ARTICLE_ORIGIN_NAME };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (les_article_get (article, fields[i]) != NULL)
      return g_strdup (les_article_get (article, fields[i]));
  return g_strdup (_("Unknown source"));
}

static void
append_part (GString *line, const char *part)
{
  if (part == NULL || *part == '\0')
    return;
  if (line->len > 0)
    g_string_append (line, " · ");
  g_string_append (line, part);
}

/** Returns: (transfer full): place, date and length of the article */
char *
les_source_words_dup_details (LesArticle *article)
{
  GString *line = g_string_new (NULL);
  g_autofree char *date = les_partial_date_dup_words (les_article_get (article, LES_ARTICLE_DATE));
  int n = les_document_get_n_words (les_article_get_document (article));
  g_autofree char *count = NULL;

  count = g_strdup_printf (ngettext ("%'d word", "%'d words", (gulong) n), n);
  if (les_article_get (article, LES_ARTICLE_OUTLET) != NULL)
    append_part (line, les_article_get (article, LES_ARTICLE_AGENCY));
  append_part (line, les_article_get (article, LES_ARTICLE_PLACE));
  append_part (line, date);
  append_part (line, count);
  return g_string_free (line, FALSE);
}

/** Returns: (transfer full): a quoted passage with where it comes from, for the clipboard */
char *
les_source_words_dup_citation (LesArticle *article, const char *words)
{
  GString *line = g_string_new (NULL);
  g_autofree char *publisher = les_source_words_dup_publisher (article);
  g_autofree char *date = les_partial_date_dup_words (les_article_get (article, LES_ARTICLE_DATE));
  g_autofree char *source = NULL;

  append_part (line, publisher);
  append_part (line, les_article_get (article, LES_ARTICLE_TITLE));
  append_part (line, date);
  append_part (line, les_article_get (article, LES_ARTICLE_URL));
  source = g_string_free (line, FALSE);
  return g_strdup_printf ("%s\n(%s)\n", words, source);
}
