/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-note-list.h"

G_BEGIN_DECLS

GPtrArray *les_note_values_collect (LesNoteList *list);
void       les_note_values_update  (GPtrArray   *values,
                                    LesNoteList *list);

G_END_DECLS
