/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-relations.h"

#include <glib/gi18n-lib.h>

#define FALLBACK_COLOR "#5F6B7A"

typedef struct
{
  const char *id;
  const char *name;
  const char *of_origin;    /* said of the passage that the link comes from; NULL when it holds both ways */
  const char *color;
  const char *mark;
} BuiltIn;

/* The colours are those of les_tag_palette_color(); kinds that are confounded
 * least stand far apart, and the mark tells them without any colour. */
static const BuiltIn built_in[] = {
  { LES_RELATION_SAME, N_("same statement"), NULL, "#008F6B", "=" },
  { LES_RELATION_REWORDED, N_("reworded"), NULL, "#2A8BC4", "≈" },
  { LES_RELATION_ADDS, N_("adds detail"), N_("has less detail"), "#0072B2", "+" },
  { LES_RELATION_SOFTENS, N_("softens"), N_("is softened"), "#7A4FB0", "↓" },
  { LES_RELATION_SHARPENS, N_("sharpens"), N_("is sharpened"), "#A87B00", "↑" },
  { LES_RELATION_DIFFERS, N_("differs in detail"), NULL, "#D55E00", "≠" },
  { LES_RELATION_CONTRADICTS, N_("contradicts"), NULL, "#B3261E", "×" },
  { LES_RELATION_MISSING, N_("missing in the other report"), NULL, "#5F6B7A", "∅" },
};

static const BuiltIn *
find_built_in (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (built_in); i++)
    if (g_strcmp0 (built_in[i].id, id) == 0)
      return &built_in[i];
  return NULL;
}

static LesRelation *
find_own (LesProject *project, const char *id)
{
  return les_project_lookup (project, LES_RECORD_RELATION, id);
}

/** Returns: (transfer full): ids of all that two passages can have, the built-in ones first, ended by NULL */
char **
les_relations_list (LesProject *project)
{
  g_autoptr (GPtrArray) own = les_project_ref_records (project, LES_RECORD_RELATION);
  GPtrArray *ids = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (built_in); i++)
    if (!g_str_equal (built_in[i].id, LES_RELATION_MISSING))
      g_ptr_array_add (ids, g_strdup (built_in[i].id));
  for (guint i = 0; i < own->len; i++)
    g_ptr_array_add (ids, g_strdup (les_record_get_id (own->pdata[i])));
  g_ptr_array_add (ids, NULL);
  return (char **) g_ptr_array_free (ids, FALSE);
}

/** Returns: whether the user invented it */
gboolean
les_relations_is_own (LesProject *project, const char *id)
{
  return find_built_in (id) == NULL && find_own (project, id) != NULL;
}

/** Returns: (transfer none): for people, in their language; lower case where the language allows */
const char *
les_relations_get_name (LesProject *project, const char *id)
{
  const BuiltIn *known = find_built_in (id);

  return known != NULL ? _(known->name) : les_relations_get_plain (project, id);
}

/** Returns: (transfer none): for scripts: the word of the project file, or the user's name */
const char *
les_relations_get_plain (LesProject *project, const char *id)
{
  LesRelation *own = find_built_in (id) == NULL ? find_own (project, id) : NULL;

  return own != NULL ? les_relation_get (own, LES_RELATION_NAME) : id;
}

/**
 * les_relations_get_words:
 * @of_origin: whether it is said of the passage that the link comes from
 *
 * "softens" is said of the passage that a link leads to; of the other one,
 * "is softened".
 *
 * Returns: (transfer none): for people
 */
const char *
les_relations_get_words (LesProject *project, const char *id, gboolean of_origin)
{
  const BuiltIn *known = find_built_in (id);

  return of_origin && known != NULL && known->of_origin != NULL ? _(known->of_origin)
                                                                : les_relations_get_name (project, id);
}

/** Returns: (transfer none): #RRGGBB */
const char *
les_relations_get_color (LesProject *project, const char *id)
{
  const BuiltIn *known = find_built_in (id);
  LesRelation *own = known == NULL ? find_own (project, id) : NULL;

  if (known != NULL)
    return known->color;
  return own != NULL ? les_relation_get (own, LES_RELATION_COLOR) : FALLBACK_COLOR;
}

/** Returns: (transfer full): one character that stands for it */
char *
les_relations_dup_mark (LesProject *project, const char *id)
{
  const BuiltIn *known = find_built_in (id);
  const char *name = les_relations_get_plain (project, id);
  g_autofree char *first = NULL;

  if (known != NULL)
    return g_strdup (known->mark);
  if (name == NULL || *name == '\0')
    return g_strdup ("?");
  first = g_strndup (name, g_utf8_next_char (name) - name);
  return g_utf8_strup (first, -1);
}

/** Returns: whether it says something about the passage that a link leads to, and not the other way round */
gboolean
les_relations_is_directed (LesProject *project, const char *id)
{
  const BuiltIn *known = find_built_in (id);
  LesRelation *own = known == NULL ? find_own (project, id) : NULL;

  return known != NULL ? known->of_origin != NULL : own != NULL && les_relation_is_directed (own);
}

/** Returns: (transfer none) (nullable): id of the relation that people call @name, as les_tag_name_equal() says */
const char *
les_relations_find (LesProject *project, const char *name)
{
  g_autoptr (GPtrArray) own = les_project_ref_records (project, LES_RECORD_RELATION);

  for (guint i = 0; i < G_N_ELEMENTS (built_in); i++)
    if (les_tag_name_equal (_(built_in[i].name), name))
      return built_in[i].id;
  for (guint i = 0; i < own->len; i++)
    if (les_tag_name_equal (les_relation_get (own->pdata[i], LES_RELATION_NAME), name))
      return les_record_get_id (les_project_lookup (project, LES_RECORD_RELATION, les_record_get_id (own->pdata[i])));
  return NULL;
}
