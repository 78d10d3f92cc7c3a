/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-codebook-edits.h"

#include <string.h>

#include "les-codebook.h"

static gboolean
is_one_of (const char * const *ids, const char *id)
{
  return id != NULL && g_strv_contains (ids, id);
}

static guint
find_place (GPtrArray *tags, const char *id)
{
  guint i = 0;

  while (i < tags->len && g_strcmp0 (les_record_get_id (tags->pdata[i]), id) != 0)
    i++;
  return i;
}

/* Sets */

static void
put_set (LesTagSet *set, GPtrArray *tags, LesChange *change)
{
  LesTagSet *copy;

  if (tags->len == 0)
    {
      les_change_remove (change, LES_RECORD_TAG_SET, les_record_get_id (LES_RECORD (set)));
      return;
    }
  copy = les_record_copy (set);
  g_ptr_array_add (tags, NULL);
  les_tag_set_set_tags (copy, (const char * const *) tags->pdata);
  les_change_put (change, copy);
}

/* The tags of a list with @ids replaced by @into, or left out; NULL when none of them is there. */
static GPtrArray *
replace_ids (const char * const *tags, const char * const *ids, const char *into)
{
  g_autoptr (GPtrArray) left = g_ptr_array_new ();
  gboolean changed = FALSE;

  for (; *tags != NULL; tags++)
    {
      const char *tag = is_one_of (ids, *tags) ? into : *tags;

      changed |= tag != *tags;
      if (tag != NULL && !g_ptr_array_find_with_equal_func (left, tag, g_str_equal, NULL))
        g_ptr_array_add (left, (gpointer) tag);
    }
  return changed ? g_steal_pointer (&left) : NULL;
}

static void
replace_in_sets (LesProject *project, const char * const *ids, const char *into, LesChange *change)
{
  g_autoptr (GPtrArray) sets = les_project_ref_records (project, LES_RECORD_TAG_SET);

  for (guint i = 0; i < sets->len; i++)
    {
      g_autoptr (GPtrArray) tags = replace_ids (les_tag_set_get_tags (sets->pdata[i]), ids, into);

      if (tags != NULL)
        put_set (sets->pdata[i], tags, change);
    }
}

static void
replace_in_annotations (LesProject *project, const char * const *ids, const char *into, LesChange *change)
{
  g_autoptr (GPtrArray) annotations = les_project_ref_records (project, LES_RECORD_ANNOTATION);

  for (guint i = 0; i < annotations->len; i++)
    {
      g_autoptr (GPtrArray) tags = replace_ids (les_annotation_get_tags (annotations->pdata[i]), ids, into);
      LesAnnotation *copy;

      if (tags == NULL)
        continue;
      g_ptr_array_add (tags, NULL);
      copy = les_record_copy (annotations->pdata[i]);
      les_annotation_set_tags (copy, (const char * const *) tags->pdata);
      les_change_put (change, copy);
    }
}

/* Names as somebody typed them, cleaned, each once. */
static GPtrArray *
split_names (const char *names)
{
  g_auto (GStrv) parts = g_strsplit (names, ",", -1);
  GPtrArray *clean = g_ptr_array_new_with_free_func (g_free);

  for (char **part = parts; *part != NULL; part++)
    {
      g_autofree char *name = les_tag_name_dup_clean (*part);

      if (name != NULL && !g_ptr_array_find_with_equal_func (clean, name, (GEqualFunc) les_tag_name_equal, NULL))
        g_ptr_array_add (clean, g_steal_pointer (&name));
    }
  return clean;
}

static void
leave_sets (LesProject *project, const char *tag, GPtrArray *names, LesChange *change)
{
  g_autoptr (GPtrArray) sets = les_project_ref_records (project, LES_RECORD_TAG_SET);

  for (guint i = 0; i < sets->len; i++)
    {
      const char * const *tags = les_tag_set_get_tags (sets->pdata[i]);
      g_autoptr (GPtrArray) left = replace_ids (tags, (const char * const[]) { tag, NULL }, NULL);

      if (left != NULL && !g_ptr_array_find_with_equal_func (names, les_tag_set_get (sets->pdata[i], LES_TAG_SET_NAME),
                                                             (GEqualFunc) les_tag_name_equal, NULL))
        put_set (sets->pdata[i], left, change);
    }
}

static void
join_set (LesProject *project, const char *tag, const char *name, LesChange *change)
{
  LesTagSet *set = les_codebook_find_set (project, name);
  g_autoptr (GPtrArray) tags = g_ptr_array_new ();

  if (set != NULL && les_tag_set_has_tag (set, tag))
    return;
  if (set != NULL)
    for (const char * const *other = les_tag_set_get_tags (set); *other != NULL; other++)
      g_ptr_array_add (tags, (gpointer) *other);
  g_ptr_array_add (tags, (gpointer) tag);
  if (set != NULL)
    put_set (set, tags, change);
  else
    {
      g_autoptr (LesTagSet) fresh = les_tag_set_new (NULL, name);

      put_set (fresh, tags, change);
    }
}

static void
set_sets (LesProject *project, const char *tag, const char *sets, LesChange *change)
{
  g_autoptr (GPtrArray) names = NULL;

  if (sets == NULL)
    return;
  names = split_names (sets);
  leave_sets (project, tag, names, change);
  for (guint i = 0; i < names->len; i++)
    join_set (project, tag, names->pdata[i], change);
}

/* One tag */

/**
 * les_codebook_add_tag:
 * @tag: (transfer none): new, with a name that is clean
 * @sets: (nullable): names of the sets it shall be in, parted by commas
 *
 * Returns: (transfer full): adds it at the end of the tags beside it
 */
LesChange *
les_codebook_add_tag (LesProject *project, LesTag *tag, const char *sets)
{
  LesChange *change = les_change_new (LES_CHANGE_ADD_TAG);

  les_change_put (change, g_object_ref (tag));
  set_sets (project, les_record_get_id (LES_RECORD (tag)), sets, change);
  return change;
}

/**
 * les_codebook_edit_tag:
 * @tag: (transfer none): in place of the one with its id
 * @sets: (nullable): names of the sets it shall be in, parted by commas; new
 *   ones are made, empty ones go; NULL leaves them alone
 */
LesChange *
les_codebook_edit_tag (LesProject *project, LesTag *tag, const char *sets)
{
  LesChange *change = les_change_new (LES_CHANGE_EDIT_TAG);

  les_change_put (change, g_object_ref (tag));
  set_sets (project, les_record_get_id (LES_RECORD (tag)), sets, change);
  return change;
}

/** @color: #RRGGBB. Returns: (transfer full): gives all of them this colour */
LesChange *
les_codebook_recolor_tags (LesProject *project, const char * const *ids, const char *color)
{
  LesChange *change = les_change_new (LES_CHANGE_RECOLOR_TAGS);

  for (; *ids != NULL; ids++)
    {
      LesTag *tag = les_project_get_tag (project, *ids);
      LesTag *copy;

      if (tag == NULL || g_ascii_strcasecmp (color, les_tag_get (tag, LES_TAG_COLOR)) == 0)
        continue;
      copy = les_record_copy (tag);
      les_tag_set (copy, LES_TAG_COLOR, color);
      les_change_put (change, copy);
    }
  return change;
}

/* Moving */

/* @parent: (nullable): id of the tag above; NULL for the root
 * Returns: whether @id may stand below @parent */
static LesTagMove
check_move (LesProject *project, const char *id, const char *parent)
{
  LesTag *tag = les_project_get_tag (project, id);

  if (tag == NULL || (parent != NULL && les_project_get_tag (project, parent) == NULL))
    return LES_TAG_MOVE_NOWHERE;
  if (parent != NULL && les_codebook_is_below (project, parent, id))
    return LES_TAG_MOVE_INTO_ITSELF;
  if (les_codebook_find_named (project, les_tag_get (tag, LES_TAG_NAME), parent, id) != NULL)
    return LES_TAG_MOVE_NAME_TAKEN;
  return LES_TAG_MOVE_POSSIBLE;
}

/* Where in the table, without the tag itself, it has to go. */
static guint
find_new_place (GPtrArray *tags, const char *parent, const char *before)
{
  guint place = find_place (tags, before);

  if (before != NULL && place < tags->len)
    return place;
  for (place = tags->len; place > 0; place--)
    if (g_strcmp0 (les_tag_get (tags->pdata[place - 1], LES_TAG_PARENT), parent) == 0)
      return place;
  return tags->len;
}

static void
move_one (GPtrArray *tags, const char *id, const char *parent, const char *before, LesChange *change)
{
  guint from = find_place (tags, id);
  g_autoptr (LesTag) old = g_ptr_array_steal_index (tags, from);
  LesTag *copy = les_record_copy (old);
  guint place = find_new_place (tags, parent, before);

  les_tag_set (copy, LES_TAG_PARENT, parent);
  g_ptr_array_insert (tags, place, g_object_ref (copy));
  les_change_put_at (change, copy, place);
}

/* Whether a tag above it goes along: then it stays where it is, below that one. */
static gboolean
goes_along (LesProject *project, const char * const *ids, const char *id)
{
  for (; *ids != NULL; ids++)
    if (strcmp (*ids, id) != 0 && les_codebook_is_below (project, id, *ids))
      return TRUE;
  return FALSE;
}

static gboolean
is_there (LesProject *project, const char *id, const char *parent, const char *before)
{
  LesTag *tag = les_project_get_tag (project, id);
  g_autofree char *next = les_codebook_dup_next (project, id, (const char * const[]) { id, NULL });

  return g_strcmp0 (les_tag_get (tag, LES_TAG_PARENT), parent) == 0 && g_strcmp0 (next, before) == 0;
}

/**
 * les_codebook_move_tags:
 * @ids: the tags; those below another one of them go along with it
 * @parent: (nullable): id of the tag they shall stand below; NULL for the root
 * @before: (nullable): id of the tag below @parent that they shall stand in
 *   front of; NULL for the end
 * @move: (out): why not
 *
 * Returns: (transfer full) (nullable): NULL when one of them must not go there
 */
LesChange *
les_codebook_move_tags (LesProject         *project,
                        const char * const *ids,
                        const char         *parent,
                        const char         *before,
                        LesTagMove         *move)
{
  g_autoptr (LesChange) change = les_change_new (LES_CHANGE_MOVE_TAGS);
  g_autoptr (GPtrArray) tags = les_project_ref_records (project, LES_RECORD_TAG);

  *move = LES_TAG_MOVE_NOWHERE;
  for (guint i = 0; ids[i] != NULL; i++)
    {
      if (g_strcmp0 (ids[i], before) == 0 || goes_along (project, ids, ids[i]))
        continue;
      *move = check_move (project, ids[i], parent);
      if (*move != LES_TAG_MOVE_POSSIBLE)
        return NULL;
      if (ids[1] == NULL && is_there (project, ids[i], parent, before))
        break;
      move_one (tags, ids[i], parent, before, change);
    }
  *move = les_change_get_n_edits (change) > 0 ? LES_TAG_MOVE_POSSIBLE : LES_TAG_MOVE_NOWHERE;
  if (*move == LES_TAG_MOVE_NOWHERE)
    return NULL;
  return g_steal_pointer (&change);
}

static const char *
id_at (GPtrArray *tags, guint place)
{
  return place < tags->len ? les_record_get_id (tags->pdata[place]) : NULL;
}

/* Behind its parent, which need not be the last one there. */
static LesChange *
step_out (LesProject *project, const char * const *ids, LesTag *parent, LesTagMove *move)
{
  const char *above = les_tag_get (parent, LES_TAG_PARENT);
  g_autoptr (GPtrArray) siblings = les_codebook_ref_children (project, above);
  guint place = find_place (siblings, les_record_get_id (LES_RECORD (parent)));

  return les_codebook_move_tags (project, ids, above, id_at (siblings, place + 1), move);
}

/**
 * les_codebook_step_tag:
 * @step: up or down among the tags beside it; in: below the one before it; out:
 *   behind the one above it
 * @move: (out): why not
 *
 * Returns: (transfer full) (nullable): NULL when there is no such place
 */
LesChange *
les_codebook_step_tag (LesProject *project, const char *id, LesTagStep step, LesTagMove *move)
{
  LesTag *tag = les_project_get_tag (project, id);
  const char *ids[] = { id, NULL };
  LesTag *parent = tag == NULL ? NULL : les_project_get_tag (project, les_tag_get (tag, LES_TAG_PARENT));
  const char *above = parent != NULL ? les_record_get_id (LES_RECORD (parent)) : NULL;
  g_autoptr (GPtrArray) siblings = les_codebook_ref_children (project, above);
  guint place = find_place (siblings, id);

  *move = LES_TAG_MOVE_NOWHERE;
  if (tag == NULL)
    return NULL;
  switch (step)
    {
    case LES_TAG_UP:
      return place == 0 ? NULL : les_codebook_move_tags (project, ids, above, id_at (siblings, place - 1), move);
    case LES_TAG_DOWN:
      return place + 1 >= siblings->len ? NULL
             : les_codebook_move_tags (project, ids, above, id_at (siblings, place + 2), move);
    case LES_TAG_IN:
      return place == 0 ? NULL : les_codebook_move_tags (project, ids, id_at (siblings, place - 1), NULL, move);
    case LES_TAG_OUT:
      return parent == NULL ? NULL : step_out (project, ids, parent, move);
    default:
      g_return_val_if_reached (NULL);
    }
}

/* Merging and removing */

/* The next tag above that stays. */
static const char *
find_staying_parent (LesProject *project, LesTag *tag, const char * const *leaving)
{
  guint n_left = les_project_get_n_records (project, LES_RECORD_TAG);
  const char *parent = les_tag_get (tag, LES_TAG_PARENT);

  while (is_one_of (leaving, parent) && n_left-- > 0)
    {
      tag = les_project_get_tag (project, parent);
      parent = tag != NULL ? les_tag_get (tag, LES_TAG_PARENT) : NULL;
    }
  return is_one_of (leaving, parent) ? NULL : parent;
}

static void
add_words (LesTag *tag, const char *words)
{
  const char *own = les_tag_get (tag, LES_TAG_DESCRIPTION);
  g_autofree char *joined = NULL;

  if (words == NULL || (own != NULL && strstr (own, words) != NULL))
    return;
  joined = own == NULL ? g_strdup (words) : g_strconcat (own, "\n\n", words, NULL);
  les_tag_set (tag, LES_TAG_DESCRIPTION, joined);
}

/* What the merged tags said and @into did not. */
static LesTag *
gather (LesProject *project, const char * const *merged, LesTag *into)
{
  LesTag *copy = les_record_copy (into);

  les_tag_set (copy, LES_TAG_PARENT, find_staying_parent (project, into, merged));
  for (; *merged != NULL; merged++)
    {
      LesTag *tag = les_project_get_tag (project, *merged);

      add_words (copy, les_tag_get (tag, LES_TAG_DESCRIPTION));
      if (les_tag_get (copy, LES_TAG_SHORTCUT) == NULL)
        les_tag_set (copy, LES_TAG_SHORTCUT, les_tag_get (tag, LES_TAG_SHORTCUT));
      if (les_tag_is_heading (copy) && !les_tag_is_heading (tag))
        les_tag_set (copy, LES_TAG_KIND, NULL);
    }
  return copy;
}

static void
adopt_children (LesProject *project, const char * const *merged, const char *into, LesChange *change)
{
  g_autoptr (GPtrArray) tags = les_project_ref_records (project, LES_RECORD_TAG);

  for (guint i = 0; i < tags->len; i++)
    {
      const char *id = les_record_get_id (tags->pdata[i]);
      LesTag *copy;

      if (!is_one_of (merged, les_tag_get (tags->pdata[i], LES_TAG_PARENT))
          || is_one_of (merged, id) || strcmp (id, into) == 0)
        continue;
      copy = les_record_copy (tags->pdata[i]);
      les_tag_set (copy, LES_TAG_PARENT, into);
      les_change_put (change, copy);
    }
}

static char **
dup_known (LesProject *project, const char * const *ids, const char *except)
{
  g_autoptr (GStrvBuilder) known = g_strv_builder_new ();

  for (guint i = 0; ids[i] != NULL; i++)
    if (g_strcmp0 (ids[i], except) != 0 && les_project_get_tag (project, ids[i]) != NULL)
      g_strv_builder_add (known, ids[i]);
  return g_strv_builder_end (known);
}

/**
 * les_codebook_merge_tags:
 * @ids: the tags that shall go; @into among them does not count
 * @into: the tag that shall stay
 *
 * Annotations keep everything and get @into in place of the others; what the
 * others had below them, their descriptions, sets and shortcut go to @into.
 *
 * Returns: (transfer full): empty when there is nothing to merge
 */
LesChange *
les_codebook_merge_tags (LesProject *project, const char * const *ids, const char *into)
{
  LesChange *change = les_change_new (LES_CHANGE_MERGE_TAGS);
  LesTag *tag = les_project_get_tag (project, into);
  g_auto (GStrv) merged = dup_known (project, ids, into);
  const char * const *leaving = (const char * const *) merged;

  if (tag == NULL || merged[0] == NULL)
    return change;
  replace_in_annotations (project, leaving, into, change);
  replace_in_sets (project, leaving, into, change);
  les_change_put (change, gather (project, leaving, tag));
  adopt_children (project, leaving, into, change);
  for (; *leaving != NULL; leaving++)
    les_change_remove (change, LES_RECORD_TAG, *leaving);
  return change;
}

static char **
dup_with_below (LesProject *project, const char * const *ids)
{
  g_autoptr (GPtrArray) tags = les_project_ref_records (project, LES_RECORD_TAG);
  g_autoptr (GStrvBuilder) all = g_strv_builder_new ();

  for (guint i = 0; i < tags->len; i++)
    for (guint j = 0; ids[j] != NULL; j++)
      if (les_codebook_is_below (project, les_record_get_id (tags->pdata[i]), ids[j]))
        {
          g_strv_builder_add (all, les_record_get_id (tags->pdata[i]));
          break;
        }
  return g_strv_builder_end (all);
}

static void
lift_children (LesProject *project, const char * const *leaving, LesChange *change)
{
  g_autoptr (GPtrArray) tags = les_project_ref_records (project, LES_RECORD_TAG);

  for (guint i = 0; i < tags->len; i++)
    {
      LesTag *copy;

      if (!is_one_of (leaving, les_tag_get (tags->pdata[i], LES_TAG_PARENT))
          || is_one_of (leaving, les_record_get_id (tags->pdata[i])))
        continue;
      copy = les_record_copy (tags->pdata[i]);
      les_tag_set (copy, LES_TAG_PARENT, find_staying_parent (project, tags->pdata[i], leaving));
      les_change_put (change, copy);
    }
}

/**
 * les_codebook_remove_tags:
 * @with_below: whether the tags below go too; otherwise they move up
 *
 * Annotations stay, without these tags.
 *
 * Returns: (transfer full): empty when there are no such tags
 */
LesChange *
les_codebook_remove_tags (LesProject *project, const char * const *ids, gboolean with_below)
{
  LesChange *change = les_change_new (LES_CHANGE_REMOVE_TAG);
  g_auto (GStrv) known = with_below ? dup_with_below (project, ids) : dup_known (project, ids, NULL);
  const char * const *leaving = (const char * const *) known;

  if (known[0] == NULL)
    return change;
  replace_in_annotations (project, leaving, NULL, change);
  replace_in_sets (project, leaving, NULL, change);
  lift_children (project, leaving, change);
  for (; *leaving != NULL; leaving++)
    les_change_remove (change, LES_RECORD_TAG, *leaving);
  return change;
}

/** Returns: how many annotations get other tags by @change */
guint
les_codebook_count_changed (LesChange *change)
{
  guint n = 0;

  for (guint i = 0; i < les_change_get_n_edits (change); i++)
    n += LES_IS_ANNOTATION (les_change_get_edit (change, i)->record);
  return n;
}

/** Returns: how many annotations are left without any tag by @change */
guint
les_codebook_count_untagged (LesChange *change)
{
  guint n = 0;

  for (guint i = 0; i < les_change_get_n_edits (change); i++)
    {
      LesRecord *record = les_change_get_edit (change, i)->record;

      n += LES_IS_ANNOTATION (record) && *les_annotation_get_tags (LES_ANNOTATION (record)) == NULL;
    }
  return n;
}
