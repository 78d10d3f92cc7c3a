/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-record.h"

G_BEGIN_DECLS

/**
 * LesChangeTopic: what a change is about, for the words in "Undo ..."
 */
typedef enum
{
  LES_CHANGE_OTHER,
  LES_CHANGE_ADD_ARTICLES,
  LES_CHANGE_REMOVE_ARTICLES,
  LES_CHANGE_EDIT_ARTICLE,
  LES_CHANGE_EDIT_BLOCKS,
  LES_CHANGE_ADD_ANNOTATION,
  LES_CHANGE_REMOVE_ANNOTATION,
  LES_CHANGE_EDIT_TAGS,
  LES_CHANGE_EDIT_NOTE,
  LES_CHANGE_EDIT_SPEAKER,
  LES_CHANGE_MOVE_BOUNDS,
  LES_CHANGE_ADD_TAG,
  LES_CHANGE_EDIT_TAG,
  LES_CHANGE_REMOVE_TAG,
  LES_CHANGE_ADD_LINK,
  LES_CHANGE_REMOVE_LINK,
  LES_CHANGE_EDIT_LINK,
  LES_CHANGE_ADD_COMPARISON,
  LES_CHANGE_REMOVE_COMPARISON,
  LES_CHANGE_REJECT_MATCH,
  LES_CHANGE_EDIT_PROJECT,
  LES_CHANGE_EDIT_TEXT,
  LES_CHANGE_ADD_VERSION,
  LES_CHANGE_REVIEW,
  LES_CHANGE_EDIT_IMPORTANCE,
  LES_CHANGE_SPLIT_ANNOTATION,
  LES_CHANGE_JOIN_ANNOTATIONS,
  LES_CHANGE_EDIT_RELATIONS,
  LES_CHANGE_MOVE_TAGS,
  LES_CHANGE_MERGE_TAGS,
  LES_CHANGE_SPLIT_TAG,
  LES_CHANGE_RECOLOR_TAGS,
  LES_CHANGE_IMPORT_CODEBOOK,
  LES_N_CHANGE_TOPICS
} LesChangeTopic;

/**
 * LesEdit:
 * @kind: the table
 * @id: the record
 * @record: (nullable): what it becomes; NULL removes it
 * @position: where in the table the record goes; -1: a new one to the end, one
 *   that is there stays in its place
 */
typedef struct
{
  LesRecordKind kind;
  char *id;
  LesRecord *record;
  int position;
} LesEdit;

#define LES_TYPE_CHANGE (les_change_get_type ())

GType les_change_get_type (void);

LesChange     *les_change_new         (LesChangeTopic  topic);
LesChange     *les_change_ref         (LesChange      *self);
void           les_change_unref       (LesChange      *self);

void           les_change_put         (LesChange      *self,
                                       gpointer        record);
void           les_change_put_at      (LesChange      *self,
                                       gpointer        record,
                                       int             position);
void           les_change_remove      (LesChange      *self,
                                       LesRecordKind   kind,
                                       const char     *id);
void           les_change_append      (LesChange      *self,
                                       LesChange      *other);

LesChangeTopic les_change_get_topic   (LesChange      *self);
guint          les_change_get_n_edits (LesChange      *self);
const LesEdit *les_change_get_edit    (LesChange      *self,
                                       guint           index);
gboolean       les_change_touches     (LesChange      *self,
                                       LesRecordKind   kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LesChange, les_change_unref)

G_END_DECLS
