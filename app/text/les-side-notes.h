/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-slice.h"

G_BEGIN_DECLS

gboolean les_side_notes_match_credit     (LesSlice  paragraph,
                                          LesSlice *caption,
                                          LesSlice *mark,
                                          LesSlice *credit);
gboolean les_side_notes_match_desk       (LesSlice  paragraph,
                                          LesSlice *before,
                                          LesSlice *code);
gboolean les_side_notes_match_correction (LesSlice  paragraph,
                                          LesSlice *note,
                                          LesSlice *rest);

G_END_DECLS
