/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "les-session.h"

G_BEGIN_DECLS

#define LES_TYPE_NOTE_TAGGER (les_note_tagger_get_type ())
G_DECLARE_FINAL_TYPE (LesNoteTagger, les_note_tagger, LES, NOTE_TAGGER, GtkPopover)

void les_note_tagger_prepare (LesNoteTagger *self,
                              LesSession    *session,
                              GHashTable    *only);

G_END_DECLS
