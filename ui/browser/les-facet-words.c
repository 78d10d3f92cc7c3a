/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-facet-words.h"

#include <glib/gi18n.h>

#include "les-language-names.h"
#include "les-partial-date.h"
#include "les-tag-names.h"

static char *
dup_tag_label (LesProject *project, const char *id)
{
  LesTag *tag = les_project_get_tag (project, id);

  return tag != NULL ? les_tag_dup_path (project, tag) : g_strdup (id);
}

static const char *
get_unknown_label (LesFacet facet)
{
  switch (facet)
    {
    case LES_FACET_SOURCE:
      return _("No Source");
    case LES_FACET_DATE:
      return _("No Date");
    case LES_FACET_TAG:
      return _("No Annotations");
    case LES_FACET_LANGUAGE:
      return _("No Language");
    case LES_N_FACETS:
    default:
      g_return_val_if_reached ("");
    }
}

/**
 * les_facet_dup_label:
 *
 * Returns: (transfer full): the words for a value
 */
char *
les_facet_dup_label (LesProject *project, LesFacet facet, const char *value)
{
  if (*value == '\0')
    return g_strdup (get_unknown_label (facet));
  if (facet == LES_FACET_DATE)
    return les_partial_date_dup_words (value);
  if (facet == LES_FACET_TAG)
    return dup_tag_label (project, value);
  if (facet == LES_FACET_COPIES)
    return g_strdup (_("Same Agency Copy"));
  if (facet == LES_FACET_LANGUAGE)
    return g_strdup (les_language_get_name (value));
  return g_strdup (value);
}

/**
 * les_facet_get_name:
 *
 * Returns: (transfer none): the heading above the values
 */
const char *
les_facet_get_name (LesFacet facet)
{
  switch (facet)
    {
    case LES_FACET_SOURCE:
      return _("Source");
    case LES_FACET_DATE:
      return _("Date");
    case LES_FACET_TAG:
      return _("Tag");
    case LES_FACET_LANGUAGE:
      return _("Language");
    case LES_N_FACETS:
    default:
      g_return_val_if_reached ("");
    }
}
