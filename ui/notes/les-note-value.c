/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-note-value.h"

#include <string.h>

#include "les-note-words.h"
#include "les-tag-names.h"

#define MAX_TAG_LEVELS 64

/**
 * LesNoteValue:
 *
 * A row of the filters: a value of a facet with how many annotations and notes
 * it would leave, or the heading over those of a facet.
 * Signal "changed": number or choice are other ones.
 */
struct _LesNoteValue
{
  GObject parent_instance;

  LesNoteFacet facet;
  char *value;        /* NULL for a heading */
  char *label;        /* in full: of a tag its path */
  char *name;         /* as it stands in the list: of a tag its name */
  char *key;          /* to be searched */
  char *order;        /* collation key */
  guint depth;
  guint count;
  gboolean chosen;
};

enum
{
  CHANGED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (LesNoteValue, les_note_value, G_TYPE_OBJECT)

static guint signals[N_SIGNALS];

static void
les_note_value_finalize (GObject *object)
{
  LesNoteValue *self = LES_NOTE_VALUE (object);

  g_free (self->value);
  g_free (self->label);
  g_free (self->name);
  g_free (self->key);
  g_free (self->order);

  G_OBJECT_CLASS (les_note_value_parent_class)->finalize (object);
}

static void
les_note_value_class_init (LesNoteValueClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = les_note_value_finalize;

  signals[CHANGED] = g_signal_new ("changed", LES_TYPE_NOTE_VALUE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
les_note_value_init (LesNoteValue *self)
{
}

static guint
count_above (LesProject *project, LesTag *tag)
{
  guint depth = 0;

  while (depth < MAX_TAG_LEVELS && (tag = les_project_get_tag (project, les_tag_get (tag, LES_TAG_PARENT))) != NULL)
    depth++;
  return depth;
}

static void
place_in_tree (LesNoteValue *self, LesProject *project, LesTag *tag)
{
  g_free (self->name);
  self->name = g_strdup (les_tag_get (tag, LES_TAG_NAME));
  self->depth = count_above (project, tag);
}

static LesNoteValue *
new_value (LesProject *project, LesNoteFacet facet, const char *value)
{
  LesNoteValue *self = g_object_new (LES_TYPE_NOTE_VALUE, NULL);
  LesTag *tag = facet == LES_NOTE_FACET_TAG ? les_project_get_tag (project, value) : NULL;

  self->facet = facet;
  self->value = g_strdup (value);
  self->label = les_note_words_dup_value (project, facet, value);
  self->name = g_strdup (self->label);
  self->key = les_tag_dup_key (self->label);
  self->order = g_utf8_collate_key (self->key, -1);
  if (tag != NULL)
    place_in_tree (self, project, tag);
  return self;
}

static LesNoteValue *
new_heading (LesNoteFacet facet)
{
  LesNoteValue *self = g_object_new (LES_TYPE_NOTE_VALUE, NULL);

  self->facet = facet;
  self->label = g_strdup (les_note_words_get_facet (facet));
  self->name = g_strdup (self->label);
  return self;
}

/* What is not known comes last. */
static int
compare_values (gconstpointer a, gconstpointer b)
{
  LesNoteValue *first = *(LesNoteValue * const *) a;
  LesNoteValue *second = *(LesNoteValue * const *) b;
  int unknown = (*first->value == '\0') - (*second->value == '\0');

  return unknown != 0 ? unknown : strcmp (first->order, second->order);
}

gboolean
les_note_value_is_heading (LesNoteValue *self)
{
  return self->value == NULL;
}

LesNoteFacet
les_note_value_get_facet (LesNoteValue *self)
{
  return self->facet;
}

/** Returns: (transfer none) (nullable): NULL for a heading */
const char *
les_note_value_get_value (LesNoteValue *self)
{
  return self->value;
}

/** Returns: (transfer none): of a tag its whole path */
const char *
les_note_value_get_label (LesNoteValue *self)
{
  return self->label;
}

/** Returns: (transfer none): of a tag its name alone */
const char *
les_note_value_get_name (LesNoteValue *self)
{
  return self->name;
}

/** Returns: how many tags stand above it */
guint
les_note_value_get_depth (LesNoteValue *self)
{
  return self->depth;
}

guint
les_note_value_get_count (LesNoteValue *self)
{
  return self->count;
}

gboolean
les_note_value_get_chosen (LesNoteValue *self)
{
  return self->chosen;
}

/** @key: from les_tag_dup_key(). Returns: whether it occurs in the label */
gboolean
les_note_value_answers (LesNoteValue *self, const char *key)
{
  return self->key != NULL && strstr (self->key, key) != NULL;
}

static void
update (LesNoteValue *self, LesNoteFilter *filter, GHashTable *counts)
{
  guint count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, self->value));
  gboolean chosen = les_note_filter_has (filter, self->facet, self->value);

  if (self->count == count && self->chosen == chosen)
    return;
  self->count = count;
  self->chosen = chosen;
  g_signal_emit (self, signals[CHANGED], 0);
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
  g_ptr_array_sort (of_facet, compare_values);
  g_ptr_array_add (values, new_heading (facet));
  for (guint i = 0; i < of_facet->len; i++)
    {
      update (of_facet->pdata[i], les_note_list_get_filter (list), counts);
      g_ptr_array_add (values, of_facet->pdata[i]);
    }
}

/** Returns: (transfer full) (element-type LesNoteValue): all that can be filtered by, under headings */
GPtrArray *
les_note_values_collect (LesNoteList *list)
{
  GPtrArray *values = g_ptr_array_new_with_free_func (g_object_unref);

  for (int facet = 0; facet < LES_N_NOTE_FACETS; facet++)
    collect_facet (values, list, (LesNoteFacet) facet);
  return values;
}

/** Counts again, and looks again what is chosen. */
void
les_note_values_update (GPtrArray *values, LesNoteList *list)
{
  GHashTable *counts[LES_N_NOTE_FACETS];

  for (int facet = 0; facet < LES_N_NOTE_FACETS; facet++)
    counts[facet] = les_note_list_count_values (list, (LesNoteFacet) facet);
  for (guint i = 0; i < values->len; i++)
    {
      LesNoteValue *value = values->pdata[i];

      if (!les_note_value_is_heading (value))
        update (value, les_note_list_get_filter (list), counts[value->facet]);
    }
  for (int facet = 0; facet < LES_N_NOTE_FACETS; facet++)
    g_hash_table_unref (counts[facet]);
}
