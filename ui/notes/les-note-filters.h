/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-filter-popover.h"
#include "les-note-list.h"

G_BEGIN_DECLS

#define LES_TYPE_NOTE_FILTERS (les_note_filters_get_type ())
G_DECLARE_FINAL_TYPE (LesNoteFilters, les_note_filters, LES, NOTE_FILTERS, LesFilterPopover)

void les_note_filters_set_list (LesNoteFilters *self,
                                LesNoteList    *list);

G_END_DECLS
