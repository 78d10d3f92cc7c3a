/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-note-values.h"

#include "les-filter-value.h"
#include "les-note-words.h"

#define MAX_TAG_LEVELS 64

static guint
count_above (LesProject *project, LesTag *tag)
{
  guint depth = 0;

  while (depth < MAX_TAG_LEVELS && (tag = les_project_get_tag (project, les_tag_get (tag, LES_TAG_PARENT))) != NULL)
    depth++;
  return depth;
}

static LesFilterValue *
new_value (LesProject *project, LesNoteFacet facet, const char *value)
{
  g_autofree char *label = les_note_words_dup_value (project, facet, value);
  LesFilterValue *self = les_filter_value_new (facet, value, label);
  LesTag *tag = facet == LES_NOTE_FACET_TAG ? les_project_get_tag (project, value) : NULL;

  if (tag != NULL)
    les_filter_value_place (self, les_tag_get (tag, LES_TAG_NAME), count_above (project, tag));
  return self;
}

static void
update (LesFilterValue *self, LesNoteFilter *filter, GHashTable *counts)
{
  const char *value = les_filter_value_get_value (self);

  les_filter_value_set_state (self, GPOINTER_TO_UINT (g_hash_table_lookup (counts, value)),
                              les_filter_has (LES_FILTER (filter), les_filter_value_get_facet (self), value));
}

static void
collect_facet (GPtrArray *values, LesNoteList *list, LesNoteFacet facet)
{
  g_autoptr (GHashTable) counts = les_note_list_count_values (list, facet);
  g_autoptr (GPtrArray) of_facet = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &value, NULL))
    g_ptr_array_add (of_facet, new_value (les_note_list_get_project (list), facet, value));
  if (of_facet->len == 0)
    return;
  g_ptr_array_sort (of_facet, les_filter_value_compare);
  g_ptr_array_add (values, les_filter_value_new_heading (facet, les_note_words_get_facet (facet)));
  for (guint i = 0; i < of_facet->len; i++)
    {
      update (of_facet->pdata[i], les_note_list_get_filter (list), counts);
      g_ptr_array_add (values, of_facet->pdata[i]);
    }
}

/** Returns: (transfer full) (element-type LesFilterValue): all that can be filtered by, under headings */
GPtrArray *
les_note_values_collect (LesNoteList *list)
{
  GPtrArray *values = g_ptr_array_new_with_free_func (g_object_unref);

  for (int facet = 0; facet < LES_N_NOTE_FACETS; facet++)
    collect_facet (values, list, (LesNoteFacet) facet);
  return values;
}

/** Counts again, and looks again what is chosen. @values: (element-type LesFilterValue) */
void
les_note_values_update (GPtrArray *values, LesNoteList *list)
{
  GHashTable *counts[LES_N_NOTE_FACETS];

  for (int facet = 0; facet < LES_N_NOTE_FACETS; facet++)
    counts[facet] = les_note_list_count_values (list, (LesNoteFacet) facet);
  for (guint i = 0; i < values->len; i++)
    if (!les_filter_value_is_heading (values->pdata[i]))
      update (values->pdata[i], les_note_list_get_filter (list), counts[les_filter_value_get_facet (values->pdata[i])]);
  for (int facet = 0; facet < LES_N_NOTE_FACETS; facet++)
    g_hash_table_unref (counts[facet]);
}
