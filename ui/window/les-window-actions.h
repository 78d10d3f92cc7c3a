/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-window-private.h"

G_BEGIN_DECLS

/* What the files of the window's commands share, one file a subject. Each has
 * a table of its commands, adds it to the window, and says when they can be used. */

void les_window_enable_action    (LesWindow          *self,
                                  const char         *name,
                                  gboolean            enabled);
void les_window_enable_actions   (LesWindow          *self,
                                  const char * const *names,
                                  gboolean            enabled);
void les_window_set_action_state (LesWindow          *self,
                                  const char         *name,
                                  GVariant           *state);

G_END_DECLS
