/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-note-layout.h"

#include <string.h>

#define MAX_TAG_LEVELS 64

typedef struct
{
  LesNoteRow *heading;    /* borrowed from the headings */
  char *order;            /* collation key; NULL: as they came */
  guint index;
  GPtrArray *rows;
} Group;

typedef struct
{
  LesProject *project;
  LesNoteGrouping grouping;
  GHashTable *headings;   /* "group:value" -> LesNoteRow */
  GHashTable *by_value;   /* value -> Group */
  Group *others[LES_N_NOTE_GROUPS];
  Group *last;            /* neighbours mostly share their group */
  GPtrArray *groups;
} Layout;

static void
group_free (gpointer data)
{
  Group *group = data;

  g_ptr_array_unref (group->rows);
  g_free (group->order);
  g_free (group);
}

static LesNoteRow *
ensure_heading (Layout *layout, LesNoteGroup group, const char *value)
{
  g_autofree char *key = g_strdup_printf ("%u:%s", group, value != NULL ? value : "");
  LesNoteRow *heading = g_hash_table_lookup (layout->headings, key);

  if (heading == NULL)
    {
      heading = les_note_row_new_heading (group, value);
      g_hash_table_insert (layout->headings, g_steal_pointer (&key), heading);
    }
  return heading;
}

/* Sorts a tag behind the one above it and before the next one beside that. */
static char *
dup_tag_order (LesProject *project, const char *id)
{
  g_autoptr (GString) order = g_string_new (NULL);
  LesTag *tag = les_project_get_tag (project, id);

  for (int level = 0; tag != NULL && level < MAX_TAG_LEVELS; level++)
    {
      g_autofree char *folded = g_utf8_casefold (les_tag_get (tag, LES_TAG_NAME), -1);
      g_autofree char *key = g_utf8_collate_key (folded, -1);

      g_string_prepend (order, "\1");
      g_string_prepend (order, key);
      tag = les_project_get_tag (project, les_tag_get (tag, LES_TAG_PARENT));
    }
  return g_strdup (order->str);
}

static char *
dup_order (Layout *layout, const char *value)
{
  g_autofree char *folded = NULL;

  if (value == NULL || layout->grouping == LES_NOTE_GROUPING_ARTICLE)
    return NULL;
  if (layout->grouping == LES_NOTE_GROUPING_TAG)
    return dup_tag_order (layout->project, value);
  folded = g_utf8_casefold (value, -1);
  return g_utf8_collate_key (folded, -1);
}

static Group *
add_group (Layout *layout, LesNoteGroup kind, const char *value)
{
  Group *group = g_new0 (Group, 1);

  group->heading = ensure_heading (layout, kind, value);
  group->order = dup_order (layout, value);
  group->index = layout->groups->len;
  group->rows = g_ptr_array_new ();
  g_ptr_array_add (layout->groups, group);
  return group;
}

static Group *
ensure_group (Layout *layout, const char *value)
{
  if (layout->last == NULL || strcmp (les_note_row_get_value (layout->last->heading), value) != 0)
    layout->last = g_hash_table_lookup (layout->by_value, value);
  if (layout->last == NULL)
    {
      layout->last = add_group (layout, LES_NOTE_GROUP_VALUE, value);
      g_hash_table_insert (layout->by_value, (gpointer) les_note_row_get_value (layout->last->heading), layout->last);
    }
  return layout->last;
}

static void
add_to_value (Layout *layout, const char *value, LesNoteRow *row)
{
  g_ptr_array_add (ensure_group (layout, value)->rows, row);
}

static void
add_to_other (Layout *layout, LesNoteGroup kind, LesNoteRow *row)
{
  if (layout->others[kind] == NULL)
    layout->others[kind] = add_group (layout, kind, NULL);
  g_ptr_array_add (layout->others[kind]->rows, row);
}

static void
add_by_tags (Layout *layout, LesNoteEntry *entry)
{
  const char * const *tags = les_annotation_get_tags (LES_ANNOTATION (entry->record));
  guint occurrence = 0;

  for (; *tags != NULL; tags++)
    if (les_project_get_tag (layout->project, *tags) != NULL)
      add_to_value (layout, *tags, les_note_entry_get_row (entry, occurrence++));
  if (occurrence == 0)
    add_to_other (layout, LES_NOTE_GROUP_UNKNOWN, les_note_entry_get_row (entry, 0));
}

static void
add_by_speaker (Layout *layout, LesNoteEntry *entry)
{
  const char *speaker = les_annotation_get (LES_ANNOTATION (entry->record), LES_ANNOTATION_SPEAKER);
  LesNoteRow *row = les_note_entry_get_row (entry, 0);

  if (speaker != NULL)
    add_to_value (layout, speaker, row);
  else
    add_to_other (layout, LES_NOTE_GROUP_UNKNOWN, row);
}

static void
add_annotation (Layout *layout, LesNoteEntry *entry)
{
  if (layout->grouping == LES_NOTE_GROUPING_TAG)
    add_by_tags (layout, entry);
  else if (layout->grouping == LES_NOTE_GROUPING_SPEAKER)
    add_by_speaker (layout, entry);
  else
    add_to_value (layout, les_annotation_get (LES_ANNOTATION (entry->record), LES_ANNOTATION_ARTICLE),
                  les_note_entry_get_row (entry, 0));
}

static void
add_link (Layout *layout, LesNoteEntry *entry)
{
  LesAnnotation *from = les_project_get_annotation (layout->project,
                                                    les_link_get (LES_LINK (entry->record), LES_LINK_FROM));

  if (from != NULL && layout->grouping == LES_NOTE_GROUPING_ARTICLE)
    add_to_value (layout, les_annotation_get (from, LES_ANNOTATION_ARTICLE), les_note_entry_get_row (entry, 0));
  else
    add_to_other (layout, LES_NOTE_GROUP_LINKS, les_note_entry_get_row (entry, 0));
}

static void
add_entry (Layout *layout, LesNoteEntry *entry)
{
  LesNoteRow *row = les_note_entry_get_row (entry, 0);

  switch (les_record_get_kind (entry->record))
    {
    case LES_RECORD_ANNOTATION:
      add_annotation (layout, entry);
      break;
    case LES_RECORD_LINK:
      add_link (layout, entry);
      break;
    case LES_RECORD_ARTICLE:
      if (layout->grouping == LES_NOTE_GROUPING_ARTICLE)
        add_to_value (layout, les_record_get_id (entry->record), row);
      else
        add_to_other (layout, LES_NOTE_GROUP_ARTICLES, row);
      break;
    case LES_RECORD_TAG:
      if (layout->grouping == LES_NOTE_GROUPING_TAG)
        add_to_value (layout, les_record_get_id (entry->record), row);
      else
        add_to_other (layout, LES_NOTE_GROUP_TAGS, row);
      break;
    case LES_RECORD_COMPARISON:
      add_to_other (layout, LES_NOTE_GROUP_COMPARISONS, row);
      break;
    case LES_RECORD_INFO:
    case LES_N_RECORD_KINDS:
    default:
      g_assert_not_reached ();
    }
}

static int
compare_groups (gconstpointer a, gconstpointer b)
{
  const Group *first = *(const Group * const *) a;
  const Group *second = *(const Group * const *) b;
  int order = (int) les_note_row_get_group (first->heading) - (int) les_note_row_get_group (second->heading);

  if (order == 0)
    order = g_strcmp0 (first->order, second->order);
  return order != 0 ? order : (int) first->index - (int) second->index;
}

static GPtrArray *
flatten_groups (Layout *layout)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_sort (layout->groups, compare_groups);
  for (guint i = 0; i < layout->groups->len; i++)
    {
      Group *group = layout->groups->pdata[i];

      les_note_row_set_n_below (group->heading, group->rows->len);
      g_ptr_array_add (rows, g_object_ref (group->heading));
      g_ptr_array_extend (rows, group->rows, (GCopyFunc) (GCallback) g_object_ref, NULL);
    }
  return rows;
}

/* What a tag means comes first under its heading. */
static gboolean
comes_first (Layout *layout, LesNoteEntry *entry)
{
  return layout->grouping == LES_NOTE_GROUPING_TAG && LES_IS_TAG (entry->record);
}

static GPtrArray *
list_plainly (GPtrArray *entries)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < entries->len; i++)
    g_ptr_array_add (rows, g_object_ref (les_note_entry_get_row (entries->pdata[i], 0)));
  return rows;
}

/**
 * les_note_layout:
 * @entries: (element-type LesNoteEntry): what is to be shown, in the order of
 *   the project
 * @headings: (inout): string -> #LesNoteRow, owned: those made so far, so that
 *   a heading stays the same object
 *
 * Puts the entries into groups with a heading each: articles in the order of
 * the project, tags in that of their tree, speakers by name. An annotation
 * with several tags stands under each of them. Cost: linear in the entries,
 * n log n in the groups.
 *
 * Returns: (transfer full) (element-type LesNoteRow)
 */
GPtrArray *
les_note_layout (LesProject *project, GPtrArray *entries, LesNoteGrouping grouping, GHashTable *headings)
{
  g_autoptr (GHashTable) by_value = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) groups = g_ptr_array_new_with_free_func (group_free);
  Layout layout = { project, grouping, headings, by_value, { NULL }, NULL, groups };

  if (grouping == LES_NOTE_GROUPING_NONE)
    return list_plainly (entries);

  for (guint i = 0; i < entries->len; i++)
    if (comes_first (&layout, entries->pdata[i]))
      add_entry (&layout, entries->pdata[i]);
  for (guint i = 0; i < entries->len; i++)
    if (!comes_first (&layout, entries->pdata[i]))
      add_entry (&layout, entries->pdata[i]);
  return flatten_groups (&layout);
}
