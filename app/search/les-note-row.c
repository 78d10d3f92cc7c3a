/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-note-row.h"

/**
 * LesNoteRow:
 *
 * A row of #LesNoteList: an annotation, the note of another record, or the
 * heading of a group. The same row stays the same object as long as the list
 * lives, so that a selection of rows outlives filtering and regrouping.
 *
 * Signal "changed": it says something else.
 */
struct _LesNoteRow
{
  GObject parent_instance;

  LesRecord *record;      /* NULL for a heading */
  LesNoteGroup group;
  char *value;            /* of a heading: id or speaker; NULL when the group says it all */
  guint n_below;
};

enum
{
  CHANGED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (LesNoteRow, les_note_row, G_TYPE_OBJECT)

static guint signals[N_SIGNALS];

static void
les_note_row_finalize (GObject *object)
{
  LesNoteRow *self = LES_NOTE_ROW (object);

  g_clear_object (&self->record);
  g_free (self->value);

  G_OBJECT_CLASS (les_note_row_parent_class)->finalize (object);
}

static void
les_note_row_class_init (LesNoteRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = les_note_row_finalize;

  signals[CHANGED] = g_signal_new ("changed", LES_TYPE_NOTE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
les_note_row_init (LesNoteRow *self)
{
}

/** Returns: (transfer full) */
LesNoteRow *
les_note_row_new (LesRecord *record)
{
  LesNoteRow *self = g_object_new (LES_TYPE_NOTE_ROW, NULL);

  self->record = g_object_ref (record);
  return self;
}

/** Returns: (transfer full): @value: (nullable) */
LesNoteRow *
les_note_row_new_heading (LesNoteGroup group, const char *value)
{
  LesNoteRow *self = g_object_new (LES_TYPE_NOTE_ROW, NULL);

  self->group = group;
  self->value = g_strdup (value);
  return self;
}

gboolean
les_note_row_is_heading (LesNoteRow *self)
{
  return self->record == NULL;
}

/** Returns: (transfer none) (nullable): what the row is about; NULL for a heading */
LesRecord *
les_note_row_get_record (LesNoteRow *self)
{
  return self->record;
}

/** @record: the same as it is now */
void
les_note_row_set_record (LesNoteRow *self, LesRecord *record)
{
  if (g_set_object (&self->record, record))
    g_signal_emit (self, signals[CHANGED], 0);
}

LesNoteGroup
les_note_row_get_group (LesNoteRow *self)
{
  return self->group;
}

/** Returns: (transfer none) (nullable): of a heading: id of the article or tag, or the speaker */
const char *
les_note_row_get_value (LesNoteRow *self)
{
  return self->value;
}

/** Returns: of a heading: how many rows stand under it */
guint
les_note_row_get_n_below (LesNoteRow *self)
{
  return self->n_below;
}

void
les_note_row_set_n_below (LesNoteRow *self, guint n_below)
{
  if (self->n_below == n_below)
    return;
  self->n_below = n_below;
  g_signal_emit (self, signals[CHANGED], 0);
}
