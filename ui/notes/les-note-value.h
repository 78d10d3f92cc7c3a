/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "les-note-list.h"

G_BEGIN_DECLS

#define LES_TYPE_NOTE_VALUE (les_note_value_get_type ())
G_DECLARE_FINAL_TYPE (LesNoteValue, les_note_value, LES, NOTE_VALUE, GObject)

gboolean      les_note_value_is_heading (LesNoteValue *self);
LesNoteFacet  les_note_value_get_facet  (LesNoteValue *self);
const char   *les_note_value_get_value  (LesNoteValue *self);
const char   *les_note_value_get_label  (LesNoteValue *self);
const char   *les_note_value_get_name   (LesNoteValue *self);
guint         les_note_value_get_depth  (LesNoteValue *self);
guint         les_note_value_get_count  (LesNoteValue *self);
gboolean      les_note_value_get_chosen (LesNoteValue *self);
gboolean      les_note_value_answers    (LesNoteValue *self,
                                         const char   *key);

GPtrArray    *les_note_values_collect   (LesNoteList  *list);
void          les_note_values_update    (GPtrArray    *values,
                                         LesNoteList  *list);

G_END_DECLS
