/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-tag-entry.h"

#include <string.h>

#include "les-tag-names.h"

/**
 * LesTagEntry:
 *
 * A row of the list of tags: the tag, where it stands in the codebook, how many
 * annotations carry it. Never changes.
 */
struct _LesTagEntry
{
  GObject parent_instance;

  LesTag *tag;
  char *path;
  char *key;
  char *order;
  guint n_uses;
  int depth;
};

G_DEFINE_FINAL_TYPE (LesTagEntry, les_tag_entry, G_TYPE_OBJECT)

static void
les_tag_entry_finalize (GObject *object)
{
  LesTagEntry *self = LES_TAG_ENTRY (object);

  g_clear_object (&self->tag);
  g_free (self->path);
  g_free (self->key);
  g_free (self->order);

  G_OBJECT_CLASS (les_tag_entry_parent_class)->finalize (object);
}

static void
les_tag_entry_class_init (LesTagEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = les_tag_entry_finalize;
}

static void
les_tag_entry_init (LesTagEntry *self)
{
}

static int
count_depth (const char *path)
{
  int depth = 0;

  for (const char *p = strstr (path, " / "); p != NULL; p = strstr (p + 3, " / "))
    depth++;
  return depth;
}

LesTagEntry *
les_tag_entry_new (LesProject *project, LesTag *tag, guint n_uses)
{
  LesTagEntry *self = g_object_new (LES_TYPE_TAG_ENTRY, NULL);

  self->tag = g_object_ref (tag);
  self->path = les_tag_dup_path (project, tag);
  self->key = les_tag_dup_key (self->path);
  self->order = g_utf8_collate_key (self->key, -1);
  self->n_uses = n_uses;
  self->depth = les_tag_get (tag, LES_TAG_PARENT) != NULL ? count_depth (self->path) : 0;
  return self;
}

LesTag *
les_tag_entry_get_tag (LesTagEntry *self)
{
  return self->tag;
}

const char *
les_tag_entry_get_path (LesTagEntry *self)
{
  return self->path;
}

/** Returns: how many annotations carry it */
guint
les_tag_entry_get_n_uses (LesTagEntry *self)
{
  return self->n_uses;
}

/** Returns: how many tags stand above it */
int
les_tag_entry_get_depth (LesTagEntry *self)
{
  return self->depth;
}

/** @key: from les_tag_dup_key() */
gboolean
les_tag_entry_has_words (LesTagEntry *self, const char *key)
{
  return strstr (self->key, key) != NULL;
}

/** Orders by path. For g_ptr_array_sort() on values: takes pointers to them. */
int
les_tag_entry_compare (gconstpointer a, gconstpointer b)
{
  LesTagEntry *first = *(LesTagEntry * const *) a;
  LesTagEntry *second = *(LesTagEntry * const *) b;

  return strcmp (first->order, second->order);
}
