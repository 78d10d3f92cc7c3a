/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-history.h"

G_BEGIN_DECLS

char *les_undo_words_dup         (LesHistory *history,
                                  gboolean    redo);
char *les_undo_words_dup_removed (LesChange  *change);

G_END_DECLS
