/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-record.h"

G_BEGIN_DECLS

/**
 * LesNoteGroup: what stands together under one heading; the order of the first
 *   two is that of their values, the others come at the end
 * @LES_NOTE_GROUP_VALUE: an article, a tag or a speaker
 * @LES_NOTE_GROUP_UNKNOWN: without tag, without speaker
 * @LES_NOTE_GROUP_ARTICLES: notes of articles, where those are not the groups
 */
typedef enum
{
  LES_NOTE_GROUP_VALUE,
  LES_NOTE_GROUP_UNKNOWN,
  LES_NOTE_GROUP_ARTICLES,
  LES_NOTE_GROUP_LINKS,
  LES_NOTE_GROUP_COMPARISONS,
  LES_NOTE_GROUP_TAGS,
  LES_N_NOTE_GROUPS
} LesNoteGroup;

#define LES_TYPE_NOTE_ROW (les_note_row_get_type ())
G_DECLARE_FINAL_TYPE (LesNoteRow, les_note_row, LES, NOTE_ROW, GObject)

LesNoteRow   *les_note_row_new          (LesRecord    *record);
LesNoteRow   *les_note_row_new_heading  (LesNoteGroup  group,
                                         const char   *value);

gboolean      les_note_row_is_heading   (LesNoteRow   *self);
LesRecord    *les_note_row_get_record   (LesNoteRow   *self);
void          les_note_row_set_record   (LesNoteRow   *self,
                                         LesRecord    *record);
LesNoteGroup  les_note_row_get_group    (LesNoteRow   *self);
const char   *les_note_row_get_value    (LesNoteRow   *self);
guint         les_note_row_get_n_below  (LesNoteRow   *self);
void          les_note_row_set_n_below  (LesNoteRow   *self,
                                         guint         n_below);

G_END_DECLS
