/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-json-scan.h"

#include <json-glib/json-glib.h>
#include <string.h>

#define MAX_SAFE_INT (G_GINT64_CONSTANT (1) << 53)

/*
 * Everything here relies on the gate: the bytes are one strict JSON document,
 * so brackets match and strings are closed.
 */

static const char *
skip_separators (const char *p, const char *end)
{
  while (p < end && (*p == ' ' || *p == '\n' || *p == '\t' || *p == '\r' || *p == ',' || *p == ':'))
    p++;
  return p;
}

static const char *
skip_string (const char *p, const char *end)
{
  for (p++; p < end && *p != '"'; p++)
    if (*p == '\\')
      p++;
  return MIN (p + 1, end);
}

static const char *
skip_container (const char *p, const char *end)
{
  int depth = 0;

  while (p < end)
    {
      if (*p == '"')
        {
          p = skip_string (p, end);
          continue;
        }
      if (*p == '{' || *p == '[')
        depth++;
      else if ((*p == '}' || *p == ']') && --depth == 0)
        return p + 1;
      p++;
    }
  return end;
}

static const char *
skip_value (const char *p, const char *end)
{
  if (p >= end)
    return end;
  if (*p == '"')
    return skip_string (p, end);
  if (*p == '{' || *p == '[')
    return skip_container (p, end);
  while (p < end && strchr (" \n\t\r,:]}", *p) == NULL)
    p++;
  return p;
}

static LesJsonSpan
take_value (LesJsonScan *self)
{
  LesJsonSpan span;

  self->p = skip_separators (self->p, self->end);
  span.bytes = self->p;
  self->p = skip_value (self->p, self->end);
  span.n_bytes = self->p - span.bytes;
  return span;
}

/** Returns: the value that stands in @bytes, without the blanks around it */
LesJsonSpan
les_json_span_of (const char *bytes, gsize n_bytes)
{
  const char *end = bytes + n_bytes;
  LesJsonSpan span;

  span.bytes = skip_separators (bytes, end);
  span.n_bytes = skip_value (span.bytes, end) - span.bytes;
  return span;
}

/** @container: an object or an array; of anything else there is nothing to walk */
void
les_json_scan_init (LesJsonScan *self, LesJsonSpan container)
{
  memset (self, 0, sizeof *self);
  self->in_object = les_json_span_is_object (container);
  if (self->in_object || les_json_span_is_array (container))
    {
      self->p = container.bytes + 1;
      self->end = container.bytes + container.n_bytes - 1;
    }
}

/** Returns: whether there was one more member or element, now in @self */
gboolean
les_json_scan_next (LesJsonScan *self)
{
  if (self->p == NULL || skip_separators (self->p, self->end) >= self->end)
    return FALSE;
  if (self->in_object)
    self->name = take_value (self);
  self->value = take_value (self);
  return TRUE;
}

gboolean
les_json_span_is_object (LesJsonSpan span)
{
  return span.n_bytes > 0 && *span.bytes == '{';
}

gboolean
les_json_span_is_array (LesJsonSpan span)
{
  return span.n_bytes > 0 && *span.bytes == '[';
}

gboolean
les_json_span_is_string (LesJsonSpan span)
{
  return span.n_bytes > 0 && *span.bytes == '"';
}

gboolean
les_json_span_is_null (LesJsonSpan span)
{
  return span.n_bytes > 0 && *span.bytes == 'n';
}

/** Returns: whether there is a value at all */
gboolean
les_json_span_is_set (LesJsonSpan span)
{
  return span.n_bytes > 0;
}

/** Returns: whether both are written with the same bytes */
gboolean
les_json_span_equal (LesJsonSpan a, LesJsonSpan b)
{
  return a.n_bytes == b.n_bytes && (a.n_bytes == 0 || memcmp (a.bytes, b.bytes, a.n_bytes) == 0);
}

/**
 * les_json_span_get_int:
 * @value: (out): set on success
 *
 * Read from the source and not through json-glib, which turns numbers that
 * are too large into others.
 *
 * Returns: whether it is an integer within 2^53 on either side of zero
 */
gboolean
les_json_span_get_int (LesJsonSpan span, gint64 *value)
{
  gint64 number = 0;
  gsize i = 0;

  if (span.n_bytes == 0 || span.n_bytes > 17)
    return FALSE;
  if (span.bytes[0] == '-')
    i++;
  if (i == span.n_bytes)
    return FALSE;
  for (; i < span.n_bytes; i++)
    {
      if (!g_ascii_isdigit (span.bytes[i]))
        return FALSE;
      number = number * 10 + (span.bytes[i] - '0');
    }
  if (number > MAX_SAFE_INT)
    return FALSE;
  *value = span.bytes[0] == '-' ? -number : number;
  return TRUE;
}

/** Returns: (transfer full): the source of the value */
char *
les_json_span_dup (LesJsonSpan span)
{
  return g_strndup (span.bytes, span.n_bytes);
}

/** Returns: (transfer full) (nullable): what the string says; NULL if it is not a string */
char *
les_json_span_dup_string (LesJsonSpan span)
{
  g_autofree char *source = NULL;
  g_autoptr (JsonNode) node = NULL;

  if (!les_json_span_is_string (span))
    return NULL;
  if (memchr (span.bytes, '\\', span.n_bytes) == NULL)
    return g_strndup (span.bytes + 1, span.n_bytes - 2);

  source = les_json_span_dup (span);
  node = json_from_string (source, NULL);
  return node != NULL ? json_node_dup_string (node) : NULL;
}

/** Returns: the member of @object with that name, or a span that is not set */
LesJsonSpan
les_json_span_find (LesJsonSpan object, const char *name)
{
  LesJsonScan scan;

  les_json_scan_init (&scan, object);
  while (scan.in_object && les_json_scan_next (&scan))
    {
      g_autofree char *candidate = les_json_span_dup_string (scan.name);

      if (g_strcmp0 (candidate, name) == 0)
        return scan.value;
    }
  return (LesJsonSpan) { NULL, 0 };
}
