/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-tag-entry.h"

#include "les-tag-names.h"

/**
 * LesTagEntry:
 *
 * A tag in the tree of the list of tags, with how often it is used and the
 * entries below it. It stays the same object while its tag changes, so that the
 * list keeps its place, what is open and what is selected.
 *
 * Signal "changed": another name, colour, number ...
 */
struct _LesTagEntry
{
  GObject parent_instance;

  LesTag *tag;
  char *path;
  char *order;
  guint position;
  LesTagUses uses;
  GListStore *children;
};

enum
{
  CHANGED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (LesTagEntry, les_tag_entry, G_TYPE_OBJECT)

static guint signals[N_SIGNALS];

static void
les_tag_entry_finalize (GObject *object)
{
  LesTagEntry *self = LES_TAG_ENTRY (object);

  g_clear_object (&self->tag);
  g_clear_object (&self->children);
  g_free (self->path);
  g_free (self->order);

  G_OBJECT_CLASS (les_tag_entry_parent_class)->finalize (object);
}

static void
les_tag_entry_class_init (LesTagEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = les_tag_entry_finalize;

  signals[CHANGED] = g_signal_new ("changed", LES_TYPE_TAG_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
les_tag_entry_init (LesTagEntry *self)
{
  self->children = g_list_store_new (LES_TYPE_TAG_ENTRY);
}

/** Returns: (transfer full): without a tag; call les_tag_entry_update() */
LesTagEntry *
les_tag_entry_new (void)
{
  return g_object_new (LES_TYPE_TAG_ENTRY, NULL);
}

static gboolean
equal_uses (const LesTagUses *a, const LesTagUses *b)
{
  return a->all == b->all && a->below == b->below && a->left == b->left && a->right == b->right
         && a->n_articles == b->n_articles;
}

static void
set_tag (LesTagEntry *self, LesTag *tag)
{
  g_autofree char *key = les_tag_dup_key (les_tag_get (tag, LES_TAG_NAME));

  g_set_object (&self->tag, tag);
  g_free (self->order);
  self->order = g_utf8_collate_key (key, -1);
}

/**
 * les_tag_entry_update:
 * @path: names from the root to it, as les_tag_dup_path()
 * @position: place among all tags in the user's own order
 */
void
les_tag_entry_update (LesTagEntry      *self,
                      LesTag           *tag,
                      const char       *path,
                      guint             position,
                      const LesTagUses *uses)
{
  gboolean changed = self->tag != tag || g_strcmp0 (self->path, path) != 0 || !equal_uses (&self->uses, uses);

  self->position = position;
  if (!changed)
    return;
  if (self->tag != tag)
    set_tag (self, tag);
  g_free (self->path);
  self->path = g_strdup (path);
  self->uses = *uses;
  g_signal_emit (self, signals[CHANGED], 0);
}

LesTag *
les_tag_entry_get_tag (LesTagEntry *self)
{
  return self->tag;
}

const char *
les_tag_entry_get_id (LesTagEntry *self)
{
  return les_record_get_id (LES_RECORD (self->tag));
}

const char *
les_tag_entry_get_path (LesTagEntry *self)
{
  return self->path;
}

guint
les_tag_entry_get_position (LesTagEntry *self)
{
  return self->position;
}

const LesTagUses *
les_tag_entry_get_uses (LesTagEntry *self)
{
  return &self->uses;
}

/** Returns: (transfer none): orders by name, with strcmp() */
const char *
les_tag_entry_get_order (LesTagEntry *self)
{
  return self->order;
}

/** Returns: (transfer none): the entries below it that are shown */
GListStore *
les_tag_entry_get_children (LesTagEntry *self)
{
  return self->children;
}
