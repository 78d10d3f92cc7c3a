/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-passage-item.h"

/**
 * LesPassageItem:
 *
 * A row of a table of passages, for a list view; keeps the table.
 */
struct _LesPassageItem
{
  GObject parent_instance;

  LesPassageTable *table;
  guint index;
};

G_DEFINE_FINAL_TYPE (LesPassageItem, les_passage_item, G_TYPE_OBJECT)

static void
les_passage_item_finalize (GObject *object)
{
  les_passage_table_unref (LES_PASSAGE_ITEM (object)->table);

  G_OBJECT_CLASS (les_passage_item_parent_class)->finalize (object);
}

static void
les_passage_item_class_init (LesPassageItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = les_passage_item_finalize;
}

static void
les_passage_item_init (LesPassageItem *self)
{
}

LesPassageItem *
les_passage_item_new (LesPassageTable *table, guint index)
{
  LesPassageItem *self = g_object_new (LES_TYPE_PASSAGE_ITEM, NULL);

  self->table = les_passage_table_ref (table);
  self->index = index;
  return self;
}

/** Returns: (transfer none) */
LesPassageTable *
les_passage_item_get_table (LesPassageItem *self)
{
  return self->table;
}

/** Returns: (transfer none) */
const LesPassageRow *
les_passage_item_get_row (LesPassageItem *self)
{
  return les_passage_table_get_row (self->table, self->index);
}
