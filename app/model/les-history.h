/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-change.h"

G_BEGIN_DECLS

#define LES_TYPE_HISTORY (les_history_get_type ())
G_DECLARE_FINAL_TYPE (LesHistory, les_history, LES, HISTORY, GObject)

LesHistory    *les_history_new            (LesProject     *project);

void           les_history_perform        (LesHistory     *self,
                                           LesChange      *change);
void           les_history_perform_merged (LesHistory     *self,
                                           LesChange      *change,
                                           const char     *key);
void           les_history_begin_group    (LesHistory     *self,
                                           LesChangeTopic  topic);
void           les_history_end_group      (LesHistory     *self);
gboolean       les_history_undo           (LesHistory     *self);
gboolean       les_history_redo           (LesHistory     *self);

gboolean       les_history_get_can_undo   (LesHistory     *self);
gboolean       les_history_get_can_redo   (LesHistory     *self);
LesChangeTopic les_history_get_undo_topic (LesHistory     *self);
LesChangeTopic les_history_get_redo_topic (LesHistory     *self);

gboolean       les_history_get_modified   (LesHistory     *self);
guint64        les_history_get_position   (LesHistory     *self);
void           les_history_mark_saved     (LesHistory     *self,
                                           guint64         position);
void           les_history_mark_unsaved   (LesHistory     *self);

G_END_DECLS
