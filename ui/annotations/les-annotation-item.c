/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-annotation-item.h"

#include <string.h>

#include "les-tag-names.h"

/**
 * LesAnnotationItem:
 *
 * A row of the annotation panel: the id of an annotation and its record as it
 * is now. The object stays the same while the record changes, so that a card
 * is never built anew under the hands of somebody who types in it.
 *
 * Signal "changed": something that the card shows is another.
 */
struct _LesAnnotationItem
{
  GObject parent_instance;

  LesSession *session;
  LesAnnotation *record;
  char *key;              /* words to search in; NULL until somebody searches */
  LesSide side;
  gboolean leads;         /* the first row of its side */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LesAnnotationItem, les_annotation_item, G_TYPE_OBJECT)

static void
append_words (GString *words, const char *more)
{
  if (more == NULL)
    return;
  g_string_append (words, more);
  g_string_append_c (words, '\n');
}

static const char *
get_key (LesAnnotationItem *self)
{
  if (self->key == NULL)
    {
      g_autoptr (GString) words = g_string_new (NULL);

      append_words (words, les_annotation_get (self->record, LES_ANNOTATION_EXACT));
      append_words (words, les_annotation_get (self->record, LES_ANNOTATION_NOTE));
      append_words (words, les_annotation_get (self->record, LES_ANNOTATION_SPEAKER));
      self->key = les_tag_dup_key (words->str);
    }
  return self->key;
}

static void
les_annotation_item_finalize (GObject *object)
{
  LesAnnotationItem *self = LES_ANNOTATION_ITEM (object);

  g_clear_object (&self->session);
  g_clear_object (&self->record);
  g_free (self->key);

  G_OBJECT_CLASS (les_annotation_item_parent_class)->finalize (object);
}

static void
les_annotation_item_class_init (LesAnnotationItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = les_annotation_item_finalize;

  signals[CHANGED] = g_signal_new ("changed", LES_TYPE_ANNOTATION_ITEM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
les_annotation_item_init (LesAnnotationItem *self)
{
}

LesAnnotationItem *
les_annotation_item_new (LesSession *session, LesSide side, LesAnnotation *record)
{
  LesAnnotationItem *self = g_object_new (LES_TYPE_ANNOTATION_ITEM, NULL);

  self->session = g_object_ref (session);
  self->side = side;
  self->record = g_object_ref (record);
  return self;
}

LesSession *
les_annotation_item_get_session (LesAnnotationItem *self)
{
  return self->session;
}

const char *
les_annotation_item_get_id (LesAnnotationItem *self)
{
  return les_record_get_id (LES_RECORD (self->record));
}

LesSide
les_annotation_item_get_side (LesAnnotationItem *self)
{
  return self->side;
}

/** Returns: (transfer none): the annotation as it is now */
LesAnnotation *
les_annotation_item_get_record (LesAnnotationItem *self)
{
  return self->record;
}

/** @record: of the same id */
void
les_annotation_item_set_record (LesAnnotationItem *self, LesSide side, LesAnnotation *record)
{
  gboolean moved = side != self->side;

  self->side = side;
  if (!g_set_object (&self->record, record) && !moved)
    return;
  g_clear_pointer (&self->key, g_free);
  les_annotation_item_refresh (self);
}

/** Returns: whether it is the first of its side in the list */
gboolean
les_annotation_item_get_leads (LesAnnotationItem *self)
{
  return self->leads;
}

void
les_annotation_item_set_leads (LesAnnotationItem *self, gboolean leads)
{
  if (self->leads == leads)
    return;
  self->leads = leads;
  les_annotation_item_refresh (self);
}

/** Tells the card that a tag or an article it names is another now. */
void
les_annotation_item_refresh (LesAnnotationItem *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

/** @key: from les_tag_dup_key(). Returns: whether passage, note or speaker contain it */
gboolean
les_annotation_item_has_words (LesAnnotationItem *self, const char *key)
{
  return strstr (get_key (self), key) != NULL;
}
