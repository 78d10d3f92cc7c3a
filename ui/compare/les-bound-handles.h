/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-reader.h"

G_BEGIN_DECLS

#define LES_TYPE_BOUND_HANDLES (les_bound_handles_get_type ())
G_DECLARE_FINAL_TYPE (LesBoundHandles, les_bound_handles, LES, BOUND_HANDLES, GObject)

LesBoundHandles *les_bound_handles_new           (LesReader       *reader);
void             les_bound_handles_set_session   (LesBoundHandles *self,
                                                  LesSession      *session);
void             les_bound_handles_adjust        (LesBoundHandles *self);
gboolean         les_bound_handles_finish        (LesBoundHandles *self);
LesHeldBound     les_bound_handles_get_held      (LesBoundHandles *self);

G_END_DECLS
