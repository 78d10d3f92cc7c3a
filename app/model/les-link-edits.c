/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-link-edits.h"

#include "les-edits.h"

/* What a user can ask for about links, as changes that are ready to be
 * performed; see les-edits.h. */

static const char *
find_annotation (LesProject *project, const LesPassage *passage)
{
  LesAnnotation *annotation = les_project_get_annotation (project, passage->annotation);

  if (annotation == NULL)
    annotation = les_project_find_annotation (project, passage->article, passage->range);
  return annotation != NULL ? les_record_get_id (LES_RECORD (annotation)) : NULL;
}

/* Returns: (transfer full): id of the annotation there, which @change makes if there is none */
static char *
ensure_annotation (LesProject *project, const LesPassage *passage, const char *author, LesChange *change)
{
  const char *id = find_annotation (project, passage);
  g_autoptr (LesChange) adding = NULL;
  char *new_id = NULL;

  if (id != NULL)
    return g_strdup (id);
  adding = les_edits_add_annotation (project, passage->article, passage->range, NULL, NULL, author, &new_id);
  les_change_append (change, adding);
  return new_id;
}

static gboolean
joins (LesLink *link, const char *a, const char *b)
{
  const char *from = les_link_get (link, LES_LINK_FROM);
  const char *to = les_link_get (link, LES_LINK_TO);

  return (g_strcmp0 (from, a) == 0 && g_strcmp0 (to, b) == 0)
         || (g_strcmp0 (from, b) == 0 && g_strcmp0 (to, a) == 0);
}

/**
 * les_link_edits_find:
 * @relation: (nullable): NULL for any
 * @to: (nullable): NULL when something is missing
 * @missing_in: (nullable): id of an article
 *
 * Returns: (transfer none) (nullable): the link that says this already,
 *   whichever way round
 */
LesLink *
les_link_edits_find (LesProject       *project,
                     const char       *relation,
                     const LesPassage *from,
                     const LesPassage *to,
                     const char       *missing_in)
{
  g_autoptr (GPtrArray) links = les_project_ref_records (project, LES_RECORD_LINK);
  const char *a = find_annotation (project, from);
  const char *b = to != NULL ? find_annotation (project, to) : NULL;

  if (a == NULL || (to != NULL && b == NULL))
    return NULL;
  for (guint i = 0; i < links->len; i++)
    {
      LesLink *link = links->pdata[i];

      if (relation != NULL && g_strcmp0 (les_link_get (link, LES_LINK_RELATION), relation) != 0)
        continue;
      if (b != NULL ? joins (link, a, b)
                    : g_strcmp0 (les_link_get (link, LES_LINK_FROM), a) == 0
                      && g_strcmp0 (les_link_get (link, LES_LINK_MISSING_IN), missing_in) == 0)
        return les_project_lookup (project, LES_RECORD_LINK, les_record_get_id (LES_RECORD (link)));
    }
  return NULL;
}

/**
 * les_link_edits_add:
 * @to: (nullable): NULL when something is missing
 * @missing_in: (nullable): id of the article that lacks it
 * @author: (nullable):
 * @out_id: (out) (optional): the id of the new link
 *
 * Returns: (transfer full): links two passages, or says that one is missing;
 *   marks those that are not marked yet
 */
LesChange *
les_link_edits_add (LesProject       *project,
                    const char       *relation,
                    const LesPassage *from,
                    const LesPassage *to,
                    const char       *missing_in,
                    const char       *author,
                    char            **out_id)
{
  LesChange *change = les_change_new (LES_CHANGE_ADD_LINK);
  g_autofree char *now = les_record_dup_now ();
  g_autofree char *first = ensure_annotation (project, from, author, change);
  g_autofree char *second = to != NULL ? ensure_annotation (project, to, author, change) : NULL;
  LesLink *link = les_link_new (NULL, relation, first);

  les_link_set (link, LES_LINK_TO, second);
  les_link_set (link, LES_LINK_MISSING_IN, missing_in);
  les_link_set (link, LES_LINK_AUTHOR, author);
  les_link_set (link, LES_LINK_CREATED, now);
  if (out_id != NULL)
    *out_id = g_strdup (les_record_get_id (LES_RECORD (link)));
  les_change_put (change, link);
  return change;
}

/** Returns: (transfer full): removes a link; what it joined stays marked */
LesChange *
les_link_edits_remove (LesProject *project, const char *id)
{
  LesChange *change = les_change_new (LES_CHANGE_REMOVE_LINK);

  les_change_remove (change, LES_RECORD_LINK, id);
  return change;
}

static LesChange *
set_field (LesProject *project, const char *id, LesLinkField field, const char *value)
{
  LesChange *change = les_change_new (LES_CHANGE_EDIT_LINK);
  LesLink *link = les_project_lookup (project, LES_RECORD_LINK, id);
  LesLink *copy;

  if (link == NULL)
    return change;
  copy = les_record_copy (link);
  les_link_set (copy, field, value);
  les_change_put (change, copy);
  return change;
}

/** Returns: (transfer full): what the link says is @relation now */
LesChange *
les_link_edits_set_relation (LesProject *project, const char *id, const char *relation)
{
  return set_field (project, id, LES_LINK_RELATION, relation);
}

/** Returns: (transfer full): @note: (nullable) */
LesChange *
les_link_edits_set_note (LesProject *project, const char *id, const char *note)
{
  return set_field (project, id, LES_LINK_NOTE, note);
}

/** Returns: (transfer full): both ends change places; does nothing to a link with one end */
LesChange *
les_link_edits_turn (LesProject *project, const char *id)
{
  LesChange *change = les_change_new (LES_CHANGE_EDIT_LINK);
  LesLink *link = les_project_lookup (project, LES_RECORD_LINK, id);
  LesLink *copy;

  if (link == NULL || les_link_get (link, LES_LINK_TO) == NULL)
    return change;
  copy = les_record_copy (link);
  les_link_set (copy, LES_LINK_FROM, les_link_get (link, LES_LINK_TO));
  les_link_set (copy, LES_LINK_TO, les_link_get (link, LES_LINK_FROM));
  les_change_put (change, copy);
  return change;
}

/**
 * les_link_edits_add_relation:
 * @name: what was typed; cleaned here. Must not be blank.
 * @out_id: (out) (optional): the id of the new relation
 *
 * Returns: (transfer full): a relation of the user's own, in the next colour
 */
LesChange *
les_link_edits_add_relation (LesProject *project, const char *name, char **out_id)
{
  LesChange *change = les_change_new (LES_CHANGE_EDIT_RELATIONS);
  guint n = les_project_get_n_records (project, LES_RECORD_RELATION);
  g_autofree char *clean = les_tag_name_dup_clean (name);
  LesRelation *relation = les_relation_new (NULL, clean, les_tag_palette_color (n + 3));

  if (out_id != NULL)
    *out_id = g_strdup (les_record_get_id (LES_RECORD (relation)));
  les_change_put (change, relation);
  return change;
}

/** Returns: (transfer full): puts @relation in place of the one with its id. @relation: (transfer none) */
LesChange *
les_link_edits_replace_relation (LesRelation *relation)
{
  LesChange *change = les_change_new (LES_CHANGE_EDIT_RELATIONS);

  les_change_put (change, g_object_ref (relation));
  return change;
}

/**
 * les_link_edits_remove_relation:
 *
 * Returns: (transfer full): removes a relation of the user's own; its links
 *   keep the name as a word, so that what they say is not lost
 */
LesChange *
les_link_edits_remove_relation (LesProject *project, const char *id)
{
  LesChange *change = les_change_new (LES_CHANGE_EDIT_RELATIONS);
  g_autoptr (GPtrArray) links = les_project_ref_records (project, LES_RECORD_LINK);
  const char *name = les_relations_get_plain (project, id);

  for (guint i = 0; i < links->len; i++)
    if (g_strcmp0 (les_link_get (links->pdata[i], LES_LINK_RELATION), id) == 0)
      {
        LesLink *copy = les_record_copy (links->pdata[i]);

        les_link_set (copy, LES_LINK_RELATION, name);
        les_change_put (change, copy);
      }
  les_change_remove (change, LES_RECORD_RELATION, id);
  return change;
}
