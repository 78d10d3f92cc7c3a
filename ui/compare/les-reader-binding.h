/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-reader.h"

G_BEGIN_DECLS

#define LES_TYPE_READER_BINDING (les_reader_binding_get_type ())
G_DECLARE_FINAL_TYPE (LesReaderBinding, les_reader_binding, LES, READER_BINDING, GObject)

LesReaderBinding *les_reader_binding_new         (LesReader        *reader,
                                                  LesSide           side);
void              les_reader_binding_set_session (LesReaderBinding *self,
                                                  LesSession       *session);
gboolean          les_reader_binding_is_by_keys  (LesReaderBinding *self);
gboolean          les_reader_binding_escape      (LesReaderBinding *self);

G_END_DECLS
