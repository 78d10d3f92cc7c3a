/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-tag-set.h"

/**
 * LesTagSet:
 *
 * Some tags taken together across the tree, under a name: what REFI-QDA calls a
 * set and other programs a code group. A tag may be in any number of them.
 */
struct _LesTagSet
{
  LesRecord parent_instance;

  char **tags;
};

static const char * const string_names[] = { "name", "description", "guid" };

G_STATIC_ASSERT (G_N_ELEMENTS (string_names) == LES_TAG_SET_N_STRINGS);

G_DEFINE_FINAL_TYPE (LesTagSet, les_tag_set, LES_TYPE_RECORD)

static void
les_tag_set_copy_into (LesRecord *record, LesRecord *copy)
{
  les_tag_set_set_tags (LES_TAG_SET (copy), les_tag_set_get_tags (LES_TAG_SET (record)));
}

static void
les_tag_set_finalize (GObject *object)
{
  g_strfreev (LES_TAG_SET (object)->tags);

  G_OBJECT_CLASS (les_tag_set_parent_class)->finalize (object);
}

static void
les_tag_set_class_init (LesTagSetClass *klass)
{
  LesRecordClass *record_class = LES_RECORD_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = les_tag_set_finalize;

  record_class->kind = LES_RECORD_TAG_SET;
  record_class->n_strings = LES_TAG_SET_N_STRINGS;
  record_class->string_names = string_names;
  record_class->copy_into = les_tag_set_copy_into;
}

static void
les_tag_set_init (LesTagSet *self)
{
  self->tags = g_new0 (char *, 1);
}

/**
 * les_tag_set_new:
 * @id: (nullable): NULL for a new one
 *
 * Returns: (transfer full): without tags, not sealed
 */
LesTagSet *
les_tag_set_new (const char *id, const char *name)
{
  LesTagSet *self = g_object_new (LES_TYPE_TAG_SET, "id", id, NULL);

  les_record_set_string (LES_RECORD (self), LES_TAG_SET_NAME, name);
  return self;
}

/** Returns: (transfer none) (nullable): the string, never empty; NULL where nothing is known */
const char *
les_tag_set_get (LesTagSet *self, LesTagSetField field)
{
  return les_record_get_string (LES_RECORD (self), field);
}

/** Returns: (transfer none): ids, ended by NULL */
const char * const *
les_tag_set_get_tags (LesTagSet *self)
{
  return (const char * const *) self->tags;
}

/** Only before the record is sealed. @tags: (nullable): ids, ended by NULL */
void
les_tag_set_set_tags (LesTagSet *self, const char * const *tags)
{
  char **old = self->tags;

  g_return_if_fail (!les_record_is_sealed (LES_RECORD (self)));

  self->tags = tags != NULL ? g_strdupv ((char **) tags) : g_new0 (char *, 1);
  g_strfreev (old);
}

/** @tag: id */
gboolean
les_tag_set_has_tag (LesTagSet *self, const char *tag)
{
  return g_strv_contains (les_tag_set_get_tags (self), tag);
}
