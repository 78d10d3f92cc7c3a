/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-json-scan.h"

G_BEGIN_DECLS

typedef struct _LesJsonWriter LesJsonWriter;

LesJsonWriter *les_json_writer_new          (gboolean       one_line);
void           les_json_writer_free         (LesJsonWriter *self);
GBytes        *les_json_writer_finish       (LesJsonWriter *self);

void           les_json_writer_begin_object (LesJsonWriter *self,
                                             const char    *name);
void           les_json_writer_end_object   (LesJsonWriter *self);
void           les_json_writer_begin_array  (LesJsonWriter *self,
                                             const char    *name);
void           les_json_writer_end_array    (LesJsonWriter *self);
void           les_json_writer_begin_inline (LesJsonWriter *self);
void           les_json_writer_end_inline   (LesJsonWriter *self);

void           les_json_writer_string       (LesJsonWriter *self,
                                             const char    *name,
                                             const char    *value);
void           les_json_writer_int          (LesJsonWriter *self,
                                             const char    *name,
                                             gint64         value);
void           les_json_writer_source       (LesJsonWriter *self,
                                             const char    *name,
                                             LesJsonSpan    value);
void           les_json_writer_member       (LesJsonWriter *self,
                                             LesJsonSpan    name,
                                             LesJsonSpan    value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LesJsonWriter, les_json_writer_free)

G_END_DECLS
