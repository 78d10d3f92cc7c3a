/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-relation.h"

/**
 * LesRelation:
 *
 * A relation that the user invented for the links of a project. Links name it
 * by its id, where the built-in ones stand as "same", "contradicts" and so on.
 */
struct _LesRelation
{
  LesRecord parent_instance;
};

static const char * const string_names[] = { "name", "color", "direction" };

G_STATIC_ASSERT (G_N_ELEMENTS (string_names) == LES_RELATION_N_STRINGS);

G_DEFINE_FINAL_TYPE (LesRelation, les_relation, LES_TYPE_RECORD)

static void
les_relation_class_init (LesRelationClass *klass)
{
  LesRecordClass *record_class = LES_RECORD_CLASS (klass);

  record_class->kind = LES_RECORD_RELATION;
  record_class->n_strings = LES_RELATION_N_STRINGS;
  record_class->string_names = string_names;
}

static void
les_relation_init (LesRelation *self)
{
}

/**
 * les_relation_new:
 * @id: (nullable): NULL for a new one
 * @name: (nullable): clean
 * @color: (nullable): #RRGGBB
 *
 * Returns: (transfer full): not sealed
 */
LesRelation *
les_relation_new (const char *id, const char *name, const char *color)
{
  LesRelation *self = g_object_new (LES_TYPE_RELATION, "id", id, NULL);

  les_relation_set (self, LES_RELATION_NAME, name);
  les_relation_set (self, LES_RELATION_COLOR, color);
  return self;
}

/** Returns: (transfer none) (nullable): the string, never empty; NULL where nothing is known */
const char *
les_relation_get (LesRelation *self, LesRelationField field)
{
  return les_record_get_string (LES_RECORD (self), field);
}

/** Only before the record is sealed. @value: (nullable) */
void
les_relation_set (LesRelation *self, LesRelationField field, const char *value)
{
  les_record_set_string (LES_RECORD (self), field, value);
}

/** Returns: whether it says something about the passage that a link leads to, and not the other way round */
gboolean
les_relation_is_directed (LesRelation *self)
{
  return g_strcmp0 (les_relation_get (self, LES_RELATION_DIRECTION), LES_RELATION_ONE_WAY) == 0;
}
