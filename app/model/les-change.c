/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-change.h"

/**
 * LesChange:
 *
 * One step by which a project is altered: records put and records removed, as
 * plain values. Applying it gives the change that takes it back. Filled, then
 * handed to a #LesHistory and never altered again; the journal writes the same
 * values.
 */
struct _LesChange
{
  LesChangeTopic topic;
  GArray *edits;        /* of LesEdit */
};

G_DEFINE_BOXED_TYPE (LesChange, les_change, les_change_ref, les_change_unref)

static void
clear_edit (gpointer data)
{
  LesEdit *edit = data;

  g_clear_object (&edit->record);
  g_free (edit->id);
}

static void
clear_change (gpointer data)
{
  LesChange *self = data;

  g_array_unref (self->edits);
}

/** Returns: (transfer full): a change that does nothing yet */
LesChange *
les_change_new (LesChangeTopic topic)
{
  LesChange *self = g_atomic_rc_box_new0 (LesChange);

  self->topic = topic;
  self->edits = g_array_new (FALSE, FALSE, sizeof (LesEdit));
  g_array_set_clear_func (self->edits, clear_edit);
  return self;
}

LesChange *
les_change_ref (LesChange *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
les_change_unref (LesChange *self)
{
  g_atomic_rc_box_release_full (self, clear_change);
}

/** @record: (transfer full): a #LesRecord; sealed here. New ones go to the end of their table. */
void
les_change_put (LesChange *self, gpointer record)
{
  les_change_put_at (self, record, -1);
}

/** @position: place in its table; -1: the end for a new record, where it is for another */
void
les_change_put_at (LesChange *self, gpointer record, int position)
{
  LesEdit edit = {
    .kind = les_record_get_kind (record),
    .id = g_strdup (les_record_get_id (record)),
    .record = record,
    .position = position,
  };

  les_record_seal (record);
  g_array_append_val (self->edits, edit);
}

/** Takes the record with @id out of its table; one that is not there is passed over. */
void
les_change_remove (LesChange *self, LesRecordKind kind, const char *id)
{
  LesEdit edit = { .kind = kind, .id = g_strdup (id), .record = NULL, .position = -1 };

  g_array_append_val (self->edits, edit);
}

/** Adds what @other does behind what @self does. */
void
les_change_append (LesChange *self, LesChange *other)
{
  for (guint i = 0; i < other->edits->len; i++)
    {
      const LesEdit *edit = les_change_get_edit (other, i);

      if (edit->record != NULL)
        les_change_put_at (self, g_object_ref (edit->record), edit->position);
      else
        les_change_remove (self, edit->kind, edit->id);
    }
}

/** Returns: what the user did, for the words of undo */
LesChangeTopic
les_change_get_topic (LesChange *self)
{
  return self->topic;
}

guint
les_change_get_n_edits (LesChange *self)
{
  return self->edits->len;
}

/** Returns: (transfer none): the edit at @index, in the order of application */
const LesEdit *
les_change_get_edit (LesChange *self, guint index)
{
  g_return_val_if_fail (index < self->edits->len, NULL);

  return &g_array_index (self->edits, LesEdit, index);
}

/** Returns: whether a record of @kind is added, replaced or removed */
gboolean
les_change_touches (LesChange *self, LesRecordKind kind)
{
  for (guint i = 0; i < self->edits->len; i++)
    if (les_change_get_edit (self, i)->kind == kind)
      return TRUE;
  return FALSE;
}
