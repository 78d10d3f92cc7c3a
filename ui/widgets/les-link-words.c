/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-link-words.h"

#include <glib/gi18n.h>

#include "les-relations.h"

/* So much of a passage is told where both are named in one line. */
#define SHORT_CHARS 240

/**
 * les_link_words_dup_passage:
 * @annotation: (nullable): id
 * @max_chars: Unicode characters; 0 for all
 *
 * Returns: (transfer full): the words on one paragraph, cut with "…"; empty
 *   when there is no such annotation
 */
char *
les_link_words_dup_passage (LesProject *project, const char *annotation, int max_chars)
{
  LesAnnotation *record = les_project_get_annotation (project, annotation);
  const char *exact = record != NULL ? les_annotation_get (record, LES_ANNOTATION_EXACT) : NULL;
  g_autofree char *words = NULL;

  if (exact == NULL)
    return g_strdup ("");
  if (max_chars <= 0 || g_utf8_strlen (exact, -1) <= max_chars)
    words = g_strdup (exact);
  else
    {
      g_autofree char *cut = g_utf8_substring (exact, 0, max_chars);

      words = g_strconcat (cut, "…", NULL);
    }
  return g_strdelimit (g_steal_pointer (&words), "\n\r\t", ' ');
}

/** Returns: (transfer full): outlet and date of an article (an id, nullable), or its headline; empty for none */
char *
les_link_words_dup_source (LesProject *project, const char *article)
{
  LesArticle *record = les_project_get_article (project, article);
  g_autofree char *source = NULL;

  if (record == NULL)
    return g_strdup ("");
  source = les_article_dup_source (record);
  return source != NULL && *source != '\0' ? g_steal_pointer (&source) : les_article_dup_heading (record);
}

static char *
dup_source_of (LesProject *project, const char *annotation)
{
  LesAnnotation *record = les_project_get_annotation (project, annotation);

  return les_link_words_dup_source (project, record != NULL ? les_annotation_get (record, LES_ANNOTATION_ARTICLE) : NULL);
}

/**
 * les_link_words_dup_heading:
 * @seen_from: (nullable): id of the annotation that it is told beside; NULL for
 *   the link as such
 *
 * Returns: (transfer full): the relation and where the other end is
 */
char *
les_link_words_dup_heading (LesProject *project, LesLink *link, const char *seen_from)
{
  const char *relation = les_link_get (link, LES_LINK_RELATION);
  const char *from = les_link_get (link, LES_LINK_FROM);
  const char *to = les_link_get (link, LES_LINK_TO);
  gboolean from_here = g_strcmp0 (seen_from, from) == 0;
  g_autofree char *source = NULL;

  if (to == NULL)
    {
      source = les_link_words_dup_source (project, les_link_get (link, LES_LINK_MISSING_IN));
      /* Translators: %s is the name of a report that does not have a passage. */
      return g_strdup_printf (_("missing in %s"), source);
    }
  if (seen_from == NULL)
    return g_strdup (les_relations_get_name (project, relation));
  source = dup_source_of (project, from_here ? to : from);
  if (!les_relations_is_directed (project, relation))
    /* Translators: what a link says, and in which report the other passage is: "same statement · Coast Wire" */
    return g_strdup_printf (_("%s · %s"), les_relations_get_name (project, relation), source);
  if (from_here)
    /* Translators: beside a passage: the other one, in the report named second, does that: "Coast Wire → softens" */
    return g_strdup_printf (_("%s → %s"), source, les_relations_get_name (project, relation));
  /* Translators: beside a passage: it does that to the other one, in the report named second: "softens ← Coast Wire" */
  return g_strdup_printf (_("%s ← %s"), les_relations_get_name (project, relation), source);
}

/** Returns: (transfer full): what the link says with both passages, shortened, in a few lines */
char *
les_link_words_dup_both (LesProject *project, LesLink *link)
{
  g_autofree char *heading = les_link_words_dup_heading (project, link, NULL);
  g_autofree char *from = les_link_words_dup_passage (project, les_link_get (link, LES_LINK_FROM), SHORT_CHARS);
  g_autofree char *to = les_link_words_dup_passage (project, les_link_get (link, LES_LINK_TO), SHORT_CHARS);
  gboolean directed = les_relations_is_directed (project, les_link_get (link, LES_LINK_RELATION));

  if (les_link_get (link, LES_LINK_TO) == NULL)
    return g_strdup_printf ("%s:\n%s", heading, from);
  return g_strdup_printf ("%s:\n%s\n%s %s", heading, from, directed ? "→" : "↔", to);
}
