/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-codebook-merge.h"

#include <string.h>

#include "les-codebook.h"

/* A codebook file and a project -> what would be added and changed.
 *
 * A tag of the file is the tag of the project with its GUID; then that with its
 * name below the same parent; a name that stands alone in the file, without
 * parent and children, is also found anywhere else if it is there once. By GUID
 * the file's word counts, it is the same tag at a later time; by name only what
 * the project does not know is filled in. Nothing that is there is moved or
 * removed. */

static void
tag_free (gpointer data)
{
  LesCodebookTag *tag = data;

  g_free (tag->guid);
  g_free (tag->name);
  g_free (tag->description);
  g_free (tag->color);
  g_free (tag->shortcut);
  g_free (tag);
}

static void
set_free (gpointer data)
{
  LesCodebookSet *set = data;

  g_free (set->guid);
  g_free (set->name);
  g_free (set->description);
  g_array_unref (set->members);
  g_free (set);
}

LesCodebook *
les_codebook_new (void)
{
  LesCodebook *self = g_new0 (LesCodebook, 1);

  self->tags = g_ptr_array_new_with_free_func (tag_free);
  self->sets = g_ptr_array_new_with_free_func (set_free);
  return self;
}

void
les_codebook_free (LesCodebook *self)
{
  g_ptr_array_unref (self->tags);
  g_ptr_array_unref (self->sets);
  g_free (self);
}

static char *
clean_name (LesCodebook *self, const char *name, const char *guid)
{
  char *clean = les_tag_name_dup_clean (name != NULL ? name : "");

  if (clean == NULL)
    clean = les_tag_name_dup_clean (guid != NULL ? guid : "");
  if (clean == NULL)
    clean = g_strdup ("?");
  self->n_cleaned += g_strcmp0 (clean, name) != 0;
  return clean;
}

/**
 * les_codebook_append_tag:
 * @name: (nullable): as the file has it; without one, a tag is called by its GUID
 * @guid: (nullable):
 * @parent: index of the tag above, or -1
 *
 * Returns: (transfer none): the tag, for what else is known
 */
LesCodebookTag *
les_codebook_append_tag (LesCodebook *self, const char *name, const char *guid, int parent)
{
  LesCodebookTag *tag = g_new0 (LesCodebookTag, 1);

  tag->name = clean_name (self, name, guid);
  tag->guid = guid != NULL && *guid != '\0' ? g_strdup (guid) : NULL;
  tag->heading = -1;
  tag->parent = parent;
  if (parent >= 0)
    ((LesCodebookTag *) self->tags->pdata[parent])->has_children = TRUE;
  g_ptr_array_add (self->tags, tag);
  return tag;
}

/** @color: (nullable): #RGB or #RRGGBB; anything else is passed over */
void
les_codebook_set_color (LesCodebookTag *tag, const char *color)
{
  g_autofree char *longer = NULL;

  if (color != NULL && strlen (color) == 4)
    longer = g_strdup_printf ("#%c%c%c%c%c%c", color[1], color[1], color[2], color[2], color[3], color[3]);
  if (!les_tag_color_is_valid (longer != NULL ? longer : color))
    return;
  g_free (tag->color);
  tag->color = g_strdup (longer != NULL ? longer : color);
}

/** As les_codebook_append_tag(). */
LesCodebookSet *
les_codebook_append_set (LesCodebook *self, const char *name, const char *guid)
{
  LesCodebookSet *set = g_new0 (LesCodebookSet, 1);

  set->name = clean_name (self, name, guid);
  set->guid = guid != NULL && *guid != '\0' ? g_strdup (guid) : NULL;
  set->members = g_array_new (FALSE, FALSE, sizeof (guint));
  g_ptr_array_add (self->sets, set);
  return set;
}

/* The plan */

typedef struct
{
  LesProject *project;
  const LesCodebook *codebook;
  LesCodebookPlan *plan;
  GHashTable *by_guid;       /* key of a GUID or id -> LesTag; tags are borrowed from all */
  GHashTable *by_place;      /* parent, line end, key of the name -> LesTag */
  GHashTable *by_name;       /* key of the name -> LesTag, or ambiguous */
  GHashTable *taken;         /* shortcuts; what begins longer ones, marked BEGUN */
  GHashTable *seen;          /* ids that the file has named already */
  GPtrArray *all;            /* of LesTag: what the tables borrow */
  GPtrArray *ids;            /* for each tag of the file its id in the project */
  guint colors[LES_CODEBOOK_MAX_COLORS];
} Planning;

#define BEGUN "…"

static char ambiguous;

static char *
dup_place (const char *parent, const char *name)
{
  g_autofree char *key = les_tag_name_dup_key (name);

  return g_strconcat (parent != NULL ? parent : "", "\n", key, NULL);
}

static void
note_shortcut (Planning *self, const char *shortcut)
{
  if (shortcut == NULL)
    return;
  g_hash_table_add (self->taken, g_strdup (shortcut));
  if (g_utf8_strlen (shortcut, -1) > 1)
    {
      g_autofree char *first = g_utf8_substring (shortcut, 0, 1);

      g_hash_table_add (self->taken, g_strconcat (first, BEGUN, NULL));
    }
}

static gboolean
is_shortcut_free (Planning *self, const char *shortcut)
{
  g_autofree char *first = g_utf8_substring (shortcut, 0, 1);
  g_autofree char *begun = g_strconcat (shortcut, BEGUN, NULL);

  return !g_hash_table_contains (self->taken, shortcut)
         && !g_hash_table_contains (self->taken, begun)
         && !g_hash_table_contains (self->taken, first);
}

static void
index_tag (Planning *self, LesTag *tag)
{
  g_autofree char *guid = les_codebook_dup_guid (LES_RECORD (tag));
  const char *name = les_tag_get (tag, LES_TAG_NAME);
  char *key = les_tag_name_dup_key (name);
  gpointer known = g_hash_table_lookup (self->by_name, key);

  g_ptr_array_add (self->all, g_object_ref (tag));
  g_hash_table_insert (self->by_guid, les_codebook_dup_guid_key (guid), tag);
  g_hash_table_insert (self->by_guid, les_codebook_dup_guid_key (les_record_get_id (LES_RECORD (tag))), tag);
  g_hash_table_insert (self->by_place, dup_place (les_tag_get (tag, LES_TAG_PARENT), name), tag);
  g_hash_table_insert (self->by_name, key, known != NULL && known != tag ? (gpointer) &ambiguous : tag);
  note_shortcut (self, les_tag_get (tag, LES_TAG_SHORTCUT));
}

static LesTag *
find_by_guid (Planning *self, const LesCodebookTag *tag)
{
  g_autofree char *key = tag->guid != NULL ? les_codebook_dup_guid_key (tag->guid) : NULL;
  LesTag *found = key != NULL ? g_hash_table_lookup (self->by_guid, key) : NULL;

  /* A file may give one GUID to two tags; the first one has it. */
  if (found != NULL && g_hash_table_contains (self->seen, les_record_get_id (LES_RECORD (found)))
      && !les_tag_name_equal (tag->name, les_tag_get (found, LES_TAG_NAME)))
    return NULL;
  return found;
}

static LesTag *
find_by_name (Planning *self, const LesCodebookTag *tag, const char *parent)
{
  g_autofree char *place = dup_place (parent, tag->name);
  g_autofree char *key = les_tag_name_dup_key (tag->name);
  LesTag *found = g_hash_table_lookup (self->by_place, place);

  if (found != NULL || tag->parent >= 0 || tag->has_children)
    return found;
  found = g_hash_table_lookup (self->by_name, key);
  return (gpointer) found == (gpointer) &ambiguous ? NULL : found;
}

/* An id from elsewhere becomes the id here as long as nobody has it. */
static gboolean
is_usable_id (Planning *self, const char *guid)
{
  g_autofree char *key = guid != NULL ? les_codebook_dup_guid_key (guid) : NULL;

  return les_codebook_is_guid (guid) && !g_hash_table_contains (self->by_guid, key);
}

static gboolean
set_field (LesTag *tag, LesTagField field, const char *value)
{
  if (value == NULL || g_strcmp0 (value, les_tag_get (tag, field)) == 0)
    return FALSE;
  les_tag_set (tag, field, value);
  return TRUE;
}

static guint
take_name (Planning *self, LesTag *copy, const char *name)
{
  g_autofree char *place = dup_place (les_tag_get (copy, LES_TAG_PARENT), name);
  LesTag *there = g_hash_table_lookup (self->by_place, place);

  if (there != NULL && strcmp (les_record_get_id (LES_RECORD (there)), les_record_get_id (LES_RECORD (copy))) != 0)
    return 0;
  return set_field (copy, LES_TAG_NAME, name) ? LES_CODEBOOK_NAME : 0;
}

static guint
take_kind (LesTag *copy, int heading)
{
  if (heading < 0 || heading == les_tag_is_heading (copy))
    return 0;
  les_tag_set (copy, LES_TAG_KIND, heading > 0 ? LES_TAG_KIND_HEADING : NULL);
  return LES_CODEBOOK_KIND;
}

static guint
take_shortcut (Planning *self, LesTag *copy, const char *shortcut)
{
  if (shortcut == NULL || les_tag_get (copy, LES_TAG_SHORTCUT) != NULL || !is_shortcut_free (self, shortcut))
    return 0;
  les_tag_set (copy, LES_TAG_SHORTCUT, shortcut);
  return LES_CODEBOOK_SHORTCUT;
}

static guint
take_all (Planning *self, LesTag *copy, const LesCodebookTag *tag)
{
  guint details = take_name (self, copy, tag->name);

  if (tag->color != NULL && g_ascii_strcasecmp (tag->color, les_tag_get (copy, LES_TAG_COLOR)) != 0)
    details |= set_field (copy, LES_TAG_COLOR, tag->color) ? LES_CODEBOOK_COLOR : 0;
  details |= set_field (copy, LES_TAG_DESCRIPTION, tag->description) ? LES_CODEBOOK_DESCRIPTION : 0;
  return details | take_shortcut (self, copy, tag->shortcut) | take_kind (copy, tag->heading);
}

static guint
take_missing (Planning *self, LesTag *copy, const LesCodebookTag *tag)
{
  guint details = take_shortcut (self, copy, tag->shortcut);

  if (les_tag_get (copy, LES_TAG_DESCRIPTION) == NULL)
    details |= set_field (copy, LES_TAG_DESCRIPTION, tag->description) ? LES_CODEBOOK_DESCRIPTION : 0;
  /* The other program's name for it, so that what we write is known there. */
  if (is_usable_id (self, tag->guid) && les_tag_get (copy, LES_TAG_GUID) == NULL)
    details |= set_field (copy, LES_TAG_GUID, tag->guid) ? LES_CODEBOOK_GUID : 0;
  return details;
}

static void
add_step (Planning *self, LesTag *tag, LesTag *before, guint details)
{
  LesCodebookStep *step = g_new0 (LesCodebookStep, 1);

  step->tag = g_object_ref (tag);
  step->before = before != NULL ? g_object_ref (before) : NULL;
  step->details = details;
  g_ptr_array_add (self->plan->steps, step);
  self->plan->n_added += before == NULL;
  self->plan->n_changed += before != NULL && details != 0;
  self->plan->n_same += before != NULL && details == 0;
}

static void
put_tag (Planning *self, LesTag *tag)
{
  les_change_put (self->plan->change, g_object_ref (tag));
  index_tag (self, tag);
}

static void
plan_known (Planning *self, LesTag *known, const LesCodebookTag *tag, gboolean by_guid)
{
  g_autoptr (LesTag) copy = les_record_copy (known);
  guint details = by_guid ? take_all (self, copy, tag) : take_missing (self, copy, tag);

  add_step (self, copy, known, details);
  if (details != 0)
    put_tag (self, copy);
}

static void
plan_new (Planning *self, const LesCodebookTag *tag, const char *parent)
{
  const char *color = tag->color != NULL ? tag->color : les_codebook_take_color (self->colors);
  g_autoptr (LesTag) fresh = les_tag_new (is_usable_id (self, tag->guid) ? tag->guid : NULL, tag->name, color);

  les_tag_set (fresh, LES_TAG_PARENT, parent);
  les_tag_set (fresh, LES_TAG_DESCRIPTION, tag->description);
  take_shortcut (self, fresh, tag->shortcut);
  take_kind (fresh, tag->heading);
  add_step (self, fresh, NULL, 0);
  put_tag (self, fresh);
}

static void
plan_tag (Planning *self, const LesCodebookTag *tag)
{
  const char *parent = tag->parent < 0 ? NULL : g_ptr_array_index (self->ids, tag->parent);
  LesTag *known = find_by_guid (self, tag);
  gboolean by_guid = known != NULL;
  LesCodebookStep *step;

  if (known == NULL)
    known = find_by_name (self, tag, parent);
  if (known != NULL)
    plan_known (self, known, tag, by_guid);
  else
    plan_new (self, tag, parent);
  step = g_ptr_array_index (self->plan->steps, self->plan->steps->len - 1);
  g_ptr_array_add (self->ids, g_strdup (les_record_get_id (LES_RECORD (step->tag))));
  g_hash_table_add (self->seen, self->ids->pdata[self->ids->len - 1]);
}

/* Sets */

static LesTagSet *
find_set (LesProject *project, const LesCodebookSet *set)
{
  g_autoptr (GPtrArray) sets = les_project_ref_records (project, LES_RECORD_TAG_SET);
  g_autofree char *key = set->guid != NULL ? les_codebook_dup_guid_key (set->guid) : NULL;

  for (guint i = 0; key != NULL && i < sets->len; i++)
    {
      g_autofree char *guid = les_codebook_dup_guid (sets->pdata[i]);
      g_autofree char *other = les_codebook_dup_guid_key (guid);

      if (g_str_equal (key, other) || g_str_equal (key, les_record_get_id (sets->pdata[i])))
        return les_project_lookup (project, LES_RECORD_TAG_SET, les_record_get_id (sets->pdata[i]));
    }
  return les_codebook_find_set (project, set->name);
}

static gboolean
join_members (Planning *self, LesTagSet *copy, const LesCodebookSet *set)
{
  g_autoptr (GPtrArray) tags = g_ptr_array_new ();
  const char * const *old = les_tag_set_get_tags (copy);
  guint n_old = g_strv_length ((char **) old);

  for (guint i = 0; i < n_old; i++)
    g_ptr_array_add (tags, (gpointer) old[i]);
  for (guint i = 0; i < set->members->len; i++)
    {
      const char *id = g_ptr_array_index (self->ids, g_array_index (set->members, guint, i));

      if (!g_ptr_array_find_with_equal_func (tags, id, g_str_equal, NULL))
        g_ptr_array_add (tags, (gpointer) id);
    }
  if (tags->len == n_old)
    return FALSE;
  g_ptr_array_add (tags, NULL);
  les_tag_set_set_tags (copy, (const char * const *) tags->pdata);
  return TRUE;
}

static LesTagSet *
create_set (Planning *self, const LesCodebookSet *set)
{
  gboolean usable = les_codebook_is_guid (set->guid)
                    && les_project_lookup (self->project, LES_RECORD_TAG_SET, set->guid) == NULL;

  return les_tag_set_new (usable ? set->guid : NULL, set->name);
}

static void
plan_set (Planning *self, const LesCodebookSet *set, GHashTable *planned)
{
  g_autofree char *key = les_tag_name_dup_key (set->name);
  LesTagSet *known = g_hash_table_lookup (planned, key);
  g_autoptr (LesTagSet) copy = NULL;
  gboolean changed;

  if (known == NULL)
    known = find_set (self->project, set);
  copy = known != NULL ? les_record_copy (known) : create_set (self, set);
  changed = join_members (self, copy, set) || known == NULL;
  if (set->description != NULL && les_tag_set_get (copy, LES_TAG_SET_DESCRIPTION) == NULL)
    {
      les_record_set_string (LES_RECORD (copy), LES_TAG_SET_DESCRIPTION, set->description);
      changed = TRUE;
    }
  if (known != NULL && les_codebook_is_guid (set->guid) && les_tag_set_get (copy, LES_TAG_SET_GUID) == NULL
      && strcmp (set->guid, les_record_get_id (LES_RECORD (known))) != 0)
    {
      les_record_set_string (LES_RECORD (copy), LES_TAG_SET_GUID, set->guid);
      changed = TRUE;
    }
  if (!changed)
    return;
  self->plan->n_sets++;
  g_hash_table_insert (planned, g_steal_pointer (&key), g_object_ref (copy));
  les_change_put (self->plan->change, g_object_ref (copy));
}

static void
init_planning (Planning *self)
{
  g_autoptr (GPtrArray) tags = les_project_ref_records (self->project, LES_RECORD_TAG);

  self->by_guid = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->by_place = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->seen = g_hash_table_new (g_str_hash, g_str_equal);
  self->all = g_ptr_array_new_with_free_func (g_object_unref);
  self->ids = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < tags->len; i++)
    index_tag (self, tags->pdata[i]);
  les_codebook_count_colors (self->project, self->colors);
}

static void
clear_planning (Planning *self)
{
  g_hash_table_unref (self->by_guid);
  g_hash_table_unref (self->by_place);
  g_hash_table_unref (self->by_name);
  g_hash_table_unref (self->taken);
  g_hash_table_unref (self->seen);
  g_ptr_array_unref (self->all);
  g_ptr_array_unref (self->ids);
}

static void
step_free (gpointer data)
{
  LesCodebookStep *step = data;

  g_clear_object (&step->tag);
  g_clear_object (&step->before);
  g_free (step);
}

/**
 * les_codebook_plan_new:
 *
 * Alters nothing. Cost: about linear in the tags of both.
 *
 * Returns: (transfer full): what importing @codebook would do
 */
LesCodebookPlan *
les_codebook_plan_new (LesProject *project, const LesCodebook *codebook)
{
  LesCodebookPlan *plan = g_new0 (LesCodebookPlan, 1);
  Planning self = { .project = project, .codebook = codebook, .plan = plan };
  /* Two sets of one name in a file are one set here. */
  g_autoptr (GHashTable) planned = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);

  plan->change = les_change_new (LES_CHANGE_IMPORT_CODEBOOK);
  plan->steps = g_ptr_array_new_with_free_func (step_free);
  init_planning (&self);
  for (guint i = 0; i < codebook->tags->len; i++)
    plan_tag (&self, codebook->tags->pdata[i]);
  for (guint i = 0; i < codebook->sets->len; i++)
    plan_set (&self, codebook->sets->pdata[i], planned);
  clear_planning (&self);
  return plan;
}

void
les_codebook_plan_free (LesCodebookPlan *self)
{
  les_change_unref (self->change);
  g_ptr_array_unref (self->steps);
  g_free (self);
}
