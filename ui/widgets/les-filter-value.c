/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-filter-value.h"

#include <string.h>

#include "les-tag-names.h"

/**
 * LesFilterValue:
 *
 * A row of a list of filters: a value of a facet with how many records it would
 * leave, or the heading over those of a facet. What the facets are, their
 * subject knows.
 *
 * Signal "changed": number or choice are other ones.
 */
struct _LesFilterValue
{
  GObject parent_instance;

  int facet;
  char *value;        /* NULL for a heading */
  char *label;        /* in full: of a tag its path */
  char *name;         /* as it stands in the list: of a tag in a tree its name */
  char *key;          /* to be searched; NULL for a heading */
  char *order;        /* collation key; NULL for a heading */
  guint depth;
  guint count;
  gboolean chosen;
};

enum
{
  CHANGED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (LesFilterValue, les_filter_value, G_TYPE_OBJECT)

static guint signals[N_SIGNALS];

static void
les_filter_value_finalize (GObject *object)
{
  LesFilterValue *self = LES_FILTER_VALUE (object);

  g_free (self->value);
  g_free (self->label);
  g_free (self->name);
  g_free (self->key);
  g_free (self->order);

  G_OBJECT_CLASS (les_filter_value_parent_class)->finalize (object);
}

static void
les_filter_value_class_init (LesFilterValueClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = les_filter_value_finalize;

  signals[CHANGED] = g_signal_new ("changed", LES_TYPE_FILTER_VALUE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
les_filter_value_init (LesFilterValue *self)
{
}

/**
 * les_filter_value_new:
 * @facet: as the subject counts them
 * @value: empty when it stands for what is not known
 * @label: what it is called
 *
 * Returns: (transfer full)
 */
LesFilterValue *
les_filter_value_new (int facet, const char *value, const char *label)
{
  LesFilterValue *self = g_object_new (LES_TYPE_FILTER_VALUE, NULL);

  self->facet = facet;
  self->value = g_strdup (value);
  self->label = g_strdup (label);
  self->name = g_strdup (label);
  self->key = les_tag_dup_key (label);
  self->order = g_utf8_collate_key (self->key, -1);
  return self;
}

/** Returns: (transfer full): what stands over the values of @facet */
LesFilterValue *
les_filter_value_new_heading (int facet, const char *label)
{
  LesFilterValue *self = g_object_new (LES_TYPE_FILTER_VALUE, NULL);

  self->facet = facet;
  self->label = g_strdup (label);
  self->name = g_strdup (label);
  return self;
}

/** Puts a value into a tree. @name: instead of the label  @depth: how many stand above it */
void
les_filter_value_place (LesFilterValue *self, const char *name, guint depth)
{
  char *copy = g_strdup (name);

  g_free (self->name);
  self->name = copy;
  self->depth = depth;
}

/** @count: how many records the value would leave */
void
les_filter_value_set_state (LesFilterValue *self, guint count, gboolean chosen)
{
  if (self->count == count && self->chosen == chosen)
    return;
  self->count = count;
  self->chosen = chosen;
  g_signal_emit (self, signals[CHANGED], 0);
}

gboolean
les_filter_value_is_heading (LesFilterValue *self)
{
  return self->value == NULL;
}

int
les_filter_value_get_facet (LesFilterValue *self)
{
  return self->facet;
}

/** Returns: (transfer none) (nullable): NULL for a heading */
const char *
les_filter_value_get_value (LesFilterValue *self)
{
  return self->value;
}

/** Returns: (transfer none): of a tag its whole path */
const char *
les_filter_value_get_label (LesFilterValue *self)
{
  return self->label;
}

/** Returns: (transfer none): what stands in the list */
const char *
les_filter_value_get_name (LesFilterValue *self)
{
  return self->name;
}

/** Returns: how many tags stand above it */
guint
les_filter_value_get_depth (LesFilterValue *self)
{
  return self->depth;
}

guint
les_filter_value_get_count (LesFilterValue *self)
{
  return self->count;
}

gboolean
les_filter_value_get_chosen (LesFilterValue *self)
{
  return self->chosen;
}

/** @key: from les_tag_dup_key(). Returns: whether it occurs in the label; never in a heading */
gboolean
les_filter_value_answers (LesFilterValue *self, const char *key)
{
  return self->key != NULL && strstr (self->key, key) != NULL;
}

/** The order of two values, given by pointers to them, for g_ptr_array_sort(): by label; what is not known comes last. */
int
les_filter_value_compare (gconstpointer a, gconstpointer b)
{
  LesFilterValue *first = *(LesFilterValue * const *) a;
  LesFilterValue *second = *(LesFilterValue * const *) b;
  int unknown = (*first->value == '\0') - (*second->value == '\0');

  return unknown != 0 ? unknown : strcmp (first->order, second->order);
}
