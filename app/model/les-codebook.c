/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-codebook.h"

#include <string.h>

#define MAX_LEVELS 64

static const char *
get_parent (LesProject *project, LesTag *tag)
{
  const char *parent = les_tag_get (tag, LES_TAG_PARENT);

  return les_project_get_tag (project, parent) != NULL ? parent : NULL;
}

/**
 * les_codebook_ref_children:
 * @parent: (nullable): id of a tag; NULL for the root
 *
 * Cost: linear in the number of tags.
 *
 * Returns: (transfer full) (element-type LesTag): the tags right below it, in
 *   the user's own order, which is the order of the project file
 */
GPtrArray *
les_codebook_ref_children (LesProject *project, const char *parent)
{
  g_autoptr (GPtrArray) tags = les_project_ref_records (project, LES_RECORD_TAG);
  GPtrArray *children = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < tags->len; i++)
    if (g_strcmp0 (get_parent (project, tags->pdata[i]), parent) == 0)
      g_ptr_array_add (children, g_object_ref (tags->pdata[i]));
  return children;
}

/* A file can nest tags without end; below the last level they come to the root. */
static const char *
get_shown_parent (LesProject *project, LesTag *tag)
{
  const char *parent = get_parent (project, tag);
  LesTag *above = tag;
  guint n_levels = 0;

  while (above != NULL && n_levels <= MAX_LEVELS)
    {
      above = les_project_get_tag (project, les_tag_get (above, LES_TAG_PARENT));
      n_levels++;
    }
  return n_levels > MAX_LEVELS || parent == NULL ? "" : parent;
}

/**
 * les_codebook_index_children:
 *
 * As les_codebook_ref_children(), for all at once; never deeper than 64 levels.
 *
 * Returns: (transfer full): id of a tag, "" for the root -> GPtrArray of #LesTag;
 *   tags without others below are not in it
 */
GHashTable *
les_codebook_index_children (LesProject *project)
{
  g_autoptr (GPtrArray) tags = les_project_ref_records (project, LES_RECORD_TAG);
  GHashTable *index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < tags->len; i++)
    {
      const char *parent = get_shown_parent (project, tags->pdata[i]);
      GPtrArray *children = g_hash_table_lookup (index, parent);

      if (children == NULL)
        {
          children = g_ptr_array_new_with_free_func (g_object_unref);
          g_hash_table_insert (index, g_strdup (parent), children);
        }
      g_ptr_array_add (children, g_object_ref (tags->pdata[i]));
    }
  return index;
}

/** Returns: whether @id is @above or stands somewhere below it */
gboolean
les_codebook_is_below (LesProject *project, const char *id, const char *above)
{
  guint n_left = les_project_get_n_records (project, LES_RECORD_TAG) + 1;
  LesTag *tag = les_project_get_tag (project, id);

  for (; tag != NULL && n_left > 0; n_left--)
    {
      if (g_str_equal (les_record_get_id (LES_RECORD (tag)), above))
        return TRUE;
      tag = les_project_get_tag (project, les_tag_get (tag, LES_TAG_PARENT));
    }
  return FALSE;
}

/**
 * les_codebook_dup_path:
 * @separator: between a tag and the one below it
 *
 * Returns: (transfer full): the names from the root down to @tag, of 64 levels at
 *   the most, since a file can name parents in a circle
 */
char *
les_codebook_dup_path (LesProject *project, LesTag *tag, const char *separator)
{
  GString *path = g_string_new (NULL);

  for (int level = 0; tag != NULL && level < MAX_LEVELS; level++)
    {
      if (level > 0)
        g_string_prepend (path, separator);
      g_string_prepend (path, les_tag_get (tag, LES_TAG_NAME));
      tag = les_project_get_tag (project, les_tag_get (tag, LES_TAG_PARENT));
    }
  return g_string_free (path, FALSE);
}

/**
 * les_codebook_dup_next:
 * @except: ids that do not count
 *
 * Returns: (transfer full) (nullable): id of the tag behind @id below the same
 *   parent; NULL when it is the last one
 */
char *
les_codebook_dup_next (LesProject *project, const char *id, const char * const *except)
{
  LesTag *tag = les_project_get_tag (project, id);
  g_autoptr (GPtrArray) siblings = les_codebook_ref_children (project, tag != NULL ? get_parent (project, tag) : NULL);
  guint place = 0;

  while (place < siblings->len && g_strcmp0 (les_record_get_id (siblings->pdata[place]), id) != 0)
    place++;
  for (place++; place < siblings->len; place++)
    if (!g_strv_contains (except, les_record_get_id (siblings->pdata[place])))
      return g_strdup (les_record_get_id (siblings->pdata[place]));
  return NULL;
}

/**
 * les_codebook_find_named:
 * @parent: (nullable): id of the tag above; NULL for the root
 * @except: (nullable): id of a tag that does not count
 *
 * Returns: (transfer none) (nullable): the tag right below @parent with this
 *   name, compared by les_tag_name_equal()
 */
LesTag *
les_codebook_find_named (LesProject *project, const char *name, const char *parent, const char *except)
{
  g_autoptr (GPtrArray) children = les_codebook_ref_children (project, parent);

  for (guint i = 0; i < children->len; i++)
    {
      const char *id = les_record_get_id (children->pdata[i]);

      if (g_strcmp0 (id, except) != 0 && les_tag_name_equal (name, les_tag_get (children->pdata[i], LES_TAG_NAME)))
        return les_project_get_tag (project, id);
    }
  return NULL;
}

static guint
find_least (const guint *counts, guint n)
{
  guint least = 0;

  for (guint i = 1; i < n; i++)
    if (counts[i] < counts[least])
      least = i;
  return least;
}

/** @counts: (out) (array fixed-size=64): how many tags have each colour of the palette */
void
les_codebook_count_colors (LesProject *project, guint *counts)
{
  g_autoptr (GPtrArray) tags = les_project_ref_records (project, LES_RECORD_TAG);

  memset (counts, 0, LES_CODEBOOK_MAX_COLORS * sizeof *counts);
  for (guint i = 0; i < tags->len; i++)
    for (guint j = 0; j < les_tag_palette_get_n_colors (); j++)
      counts[j] += g_ascii_strcasecmp (les_tag_palette_color (j), les_tag_get (tags->pdata[i], LES_TAG_COLOR)) == 0;
}

/**
 * les_codebook_take_color:
 * @counts: (inout): from les_codebook_count_colors(); the colour is counted
 *
 * Returns: (transfer none): #RRGGBB, the first colour of the palette that the
 *   fewest tags have
 */
const char *
les_codebook_take_color (guint *counts)
{
  guint least = find_least (counts, les_tag_palette_get_n_colors ());

  counts[least]++;
  return les_tag_palette_color (least);
}

/** Returns: (transfer none): #RRGGBB for the next new tag, as les_codebook_take_color() */
const char *
les_codebook_get_free_color (LesProject *project)
{
  guint counts[LES_CODEBOOK_MAX_COLORS];

  les_codebook_count_colors (project, counts);
  return les_codebook_take_color (counts);
}

/**
 * les_codebook_find_conflict:
 * @shortcut: from les_tag_shortcut_dup_clean()
 * @except: (nullable): id of a tag that does not count
 *
 * A shortcut takes effect with its last key, so none may begin another.
 *
 * Returns: (transfer none) (nullable): a tag because of which it cannot be used
 */
LesTag *
les_codebook_find_conflict (LesProject *project, const char *shortcut, const char *except)
{
  g_autoptr (GPtrArray) tags = les_project_ref_records (project, LES_RECORD_TAG);

  for (guint i = 0; i < tags->len; i++)
    {
      const char *id = les_record_get_id (tags->pdata[i]);
      const char *other = les_tag_get (tags->pdata[i], LES_TAG_SHORTCUT);

      if (other != NULL && g_strcmp0 (id, except) != 0
          && (g_str_has_prefix (other, shortcut) || g_str_has_prefix (shortcut, other)))
        return les_project_get_tag (project, id);
    }
  return NULL;
}

/**
 * les_codebook_find_shortcut:
 * @typed: the keys so far, in lower case
 * @may_go_on: (out): whether the shortcut of a tag begins like this
 *
 * Headings are not given to passages and have none.
 *
 * Returns: (transfer none) (nullable): the tag with exactly this shortcut
 */
LesTag *
les_codebook_find_shortcut (LesProject *project, const char *typed, gboolean *may_go_on)
{
  g_autoptr (GPtrArray) tags = les_project_ref_records (project, LES_RECORD_TAG);
  LesTag *found = NULL;

  *may_go_on = FALSE;
  for (guint i = 0; i < tags->len; i++)
    {
      const char *other = les_tag_get (tags->pdata[i], LES_TAG_SHORTCUT);

      if (other == NULL || les_tag_is_heading (tags->pdata[i]) || !g_str_has_prefix (other, typed))
        continue;
      if (strlen (other) > strlen (typed))
        *may_go_on = TRUE;
      else if (found == NULL)
        found = les_project_get_tag (project, les_record_get_id (tags->pdata[i]));
    }
  return found;
}

/**
 * les_codebook_is_guid:
 * @guid: (nullable):
 *
 * Returns: whether it is a GUID as REFI-QDA writes them: 8-4-4-4-12 hexadecimal
 *   digits, perhaps in braces
 */
gboolean
les_codebook_is_guid (const char *guid)
{
  static const char pattern[] = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx";
  gsize n = sizeof pattern - 1;
  gboolean braces = guid != NULL && *guid == '{';

  if (guid == NULL || strlen (guid) != n + (braces ? 2 : 0) || (braces && guid[n + 1] != '}'))
    return FALSE;
  guid += braces;
  for (gsize i = 0; i < n; i++)
    if (pattern[i] == '-' ? guid[i] != '-' : !g_ascii_isxdigit (guid[i]))
      return FALSE;
  return TRUE;
}

/** Returns: (transfer full): the same for all ways to write one GUID; of another string, the string */
char *
les_codebook_dup_guid_key (const char *guid)
{
  if (!les_codebook_is_guid (guid))
    return g_strdup (guid);
  return *guid == '{' ? g_ascii_strdown (guid + 1, strlen (guid) - 2) : g_ascii_strdown (guid, -1);
}

/* A project made by hand may have other ids: the same id gives the same GUID. */
static char *
derive_guid (const char *id)
{
  g_autofree char *hex = g_compute_checksum_for_string (G_CHECKSUM_SHA256, id, -1);

  return g_strdup_printf ("%.8s-%.4s-8%.3s-8%.3s-%.12s", hex, hex + 8, hex + 12, hex + 15, hex + 18);
}

/**
 * les_codebook_dup_guid:
 * @record: a #LesTag or a #LesTagSet
 *
 * Returns: (transfer full): by what other programs know it: the GUID that it
 *   came with, exactly as it was written, or its id
 */
char *
les_codebook_dup_guid (LesRecord *record)
{
  const char *guid = les_record_get_string (record, LES_IS_TAG (record) ? (guint) LES_TAG_GUID : LES_TAG_SET_GUID);
  const char *id = les_record_get_id (record);

  if (les_codebook_is_guid (guid))
    return g_strdup (guid);
  return les_codebook_is_guid (id) ? g_strdup (id) : derive_guid (id);
}

/** Returns: (transfer none) (nullable): the set of this name */
LesTagSet *
les_codebook_find_set (LesProject *project, const char *name)
{
  g_autoptr (GPtrArray) sets = les_project_ref_records (project, LES_RECORD_TAG_SET);

  for (guint i = 0; i < sets->len; i++)
    if (les_tag_name_equal (name, les_tag_set_get (sets->pdata[i], LES_TAG_SET_NAME)))
      return les_project_lookup (project, LES_RECORD_TAG_SET, les_record_get_id (sets->pdata[i]));
  return NULL;
}

/** Returns: (transfer full): the names of the sets that @tag is in, parted by ", "; perhaps empty */
char *
les_codebook_dup_sets_of (LesProject *project, const char *tag)
{
  g_autoptr (GPtrArray) sets = les_project_ref_records (project, LES_RECORD_TAG_SET);
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < sets->len; i++)
    if (les_tag_set_has_tag (sets->pdata[i], tag))
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "",
                              les_tag_set_get (sets->pdata[i], LES_TAG_SET_NAME));
  return g_string_free (names, FALSE);
}
