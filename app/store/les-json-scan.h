/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LesJsonSpan:
 * @bytes: where a JSON value begins; borrowed
 * @n_bytes: its length in UTF-8 bytes, without blanks around it
 *
 * One value of a document that has passed the gate, as it stands in the source.
 */
typedef struct
{
  const char *bytes;
  gsize n_bytes;
} LesJsonSpan;

/**
 * LesJsonScan:
 * @name: of the member, with its quotation marks; nothing in an array
 * @value: the member or element
 *
 * Walks an object or an array.
 */
typedef struct
{
  LesJsonSpan name;
  LesJsonSpan value;
  /*< private >*/
  const char *p;
  const char *end;
  gboolean in_object;
} LesJsonScan;

LesJsonSpan les_json_span_of        (const char        *bytes,
                                     gsize              n_bytes);
void        les_json_scan_init      (LesJsonScan       *self,
                                     LesJsonSpan        container);
gboolean    les_json_scan_next      (LesJsonScan       *self);

gboolean    les_json_span_is_object (LesJsonSpan        span);
gboolean    les_json_span_is_array  (LesJsonSpan        span);
gboolean    les_json_span_is_string (LesJsonSpan        span);
gboolean    les_json_span_is_null   (LesJsonSpan        span);
gboolean    les_json_span_is_set    (LesJsonSpan        span);
gboolean    les_json_span_equal     (LesJsonSpan        a,
                                     LesJsonSpan        b);
gboolean    les_json_span_get_int   (LesJsonSpan        span,
                                     gint64            *value);
char       *les_json_span_dup       (LesJsonSpan        span);
char       *les_json_span_dup_string (LesJsonSpan       span);
LesJsonSpan les_json_span_find      (LesJsonSpan        object,
                                     const char        *name);

G_END_DECLS
