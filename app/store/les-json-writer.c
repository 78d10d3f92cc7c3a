/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-json-writer.h"

#include <string.h>

/**
 * LesJsonWriter:
 *
 * Writes a JSON document from beginning to end, without a tree: two-space
 * indent, LF, one member a line, or all in one line. The same calls give the
 * same bytes. Values of members that we do not know go through as they stand.
 */
struct _LesJsonWriter
{
  GString *out;
  int depth;
  gboolean one_line;     /* no line break anywhere, not in sources either */
  int inline_depth;      /* > 0: no line breaks of our own */
  gboolean at_start;     /* of an object or array: nothing in it yet */
};

/** @one_line: for a journal; otherwise indented for people and version control */
LesJsonWriter *
les_json_writer_new (gboolean one_line)
{
  LesJsonWriter *self = g_new0 (LesJsonWriter, 1);

  self->out = g_string_sized_new (4096);
  self->one_line = one_line;
  self->inline_depth = one_line ? 1 : 0;
  self->at_start = TRUE;
  return self;
}

void
les_json_writer_free (LesJsonWriter *self)
{
  if (self->out != NULL)
    g_string_free (self->out, TRUE);
  g_free (self);
}

/** Returns: (transfer full): the document, ended by a line break; the writer is spent */
GBytes *
les_json_writer_finish (LesJsonWriter *self)
{
  g_string_append_c (self->out, '\n');
  return g_string_free_to_bytes (g_steal_pointer (&self->out));
}

static void
break_line (LesJsonWriter *self)
{
  static const char blanks[] = "                                ";

  g_string_append_c (self->out, '\n');
  for (int left = self->depth * 2; left > 0; left -= strlen (blanks))
    g_string_append_len (self->out, blanks, MIN (left, (int) strlen (blanks)));
}

static void
append_hex_escape (GString *out, guchar c)
{
  g_string_append_printf (out, "\\u%04x", c);
}

static void
append_escape (GString *out, guchar c)
{
  static const char from[] = "\"\\\b\f\n\r\t";
  static const char to[] = "\"\\bfnrt";
  const char *found = strchr (from, c);

  if (found == NULL)
    {
      append_hex_escape (out, c);
      return;
    }
  g_string_append_c (out, '\\');
  g_string_append_c (out, to[found - from]);
}

static void
append_string (GString *out, const char *value)
{
  g_autofree char *valid = g_utf8_validate (value, -1, NULL) ? NULL : g_utf8_make_valid (value, -1);
  const char *start = valid != NULL ? valid : value;
  const char *p;

  g_string_append_c (out, '"');
  for (p = start; *p != '\0'; p++)
    if ((guchar) *p < 0x20 || *p == '"' || *p == '\\')
      {
        g_string_append_len (out, start, p - start);
        append_escape (out, *p);
        start = p + 1;
      }
  g_string_append_len (out, start, p - start);
  g_string_append_c (out, '"');
}

static void
begin_item (LesJsonWriter *self)
{
  if (!self->at_start)
    g_string_append_c (self->out, ',');
  if (self->inline_depth == 0 && self->depth > 0)
    break_line (self);
  else if (self->depth > 0)
    g_string_append_c (self->out, ' ');
  self->at_start = FALSE;
}

static void
begin_named (LesJsonWriter *self, const char *name)
{
  begin_item (self);
  if (name != NULL)
    {
      append_string (self->out, name);
      g_string_append (self->out, ": ");
    }
}

static void
open_container (LesJsonWriter *self, const char *name, char bracket)
{
  begin_named (self, name);
  g_string_append_c (self->out, bracket);
  self->depth++;
  self->at_start = TRUE;
}

static void
close_container (LesJsonWriter *self, char bracket)
{
  self->depth--;
  if (!self->at_start && self->inline_depth == 0)
    break_line (self);
  else if (!self->at_start)
    g_string_append_c (self->out, ' ');
  g_string_append_c (self->out, bracket);
  self->at_start = FALSE;
}

/** @name: (nullable): of the member; NULL in an array and for the document */
void
les_json_writer_begin_object (LesJsonWriter *self, const char *name)
{
  open_container (self, name, '{');
}

void
les_json_writer_end_object (LesJsonWriter *self)
{
  close_container (self, '}');
}

void
les_json_writer_begin_array (LesJsonWriter *self, const char *name)
{
  open_container (self, name, '[');
}

void
les_json_writer_end_array (LesJsonWriter *self)
{
  close_container (self, ']');
}

/** Begins an object in an array that stands in one line with all that is in it. */
void
les_json_writer_begin_inline (LesJsonWriter *self)
{
  begin_item (self);
  self->inline_depth++;
  g_string_append_c (self->out, '{');
  self->depth++;
  self->at_start = TRUE;
}

void
les_json_writer_end_inline (LesJsonWriter *self)
{
  close_container (self, '}');
  self->inline_depth--;
}

/** @value: (nullable): valid UTF-8; nothing is written for NULL */
void
les_json_writer_string (LesJsonWriter *self, const char *name, const char *value)
{
  if (value == NULL)
    return;
  begin_named (self, name);
  append_string (self->out, value);
}

void
les_json_writer_int (LesJsonWriter *self, const char *name, gint64 value)
{
  begin_named (self, name);
  g_string_append_printf (self->out, "%" G_GINT64_FORMAT, value);
}

/* A raw line break in JSON is always between tokens, so a blank says the same. */
static void
append_source (LesJsonWriter *self, LesJsonSpan value)
{
  gsize start = self->out->len;

  g_string_append_len (self->out, value.bytes, value.n_bytes);
  for (gsize i = start; self->one_line && i < self->out->len; i++)
    if (self->out->str[i] == '\n' || self->out->str[i] == '\r')
      self->out->str[i] = ' ';
}

/** @value: JSON that passed the gate; written as it stands */
void
les_json_writer_source (LesJsonWriter *self, const char *name, LesJsonSpan value)
{
  begin_named (self, name);
  append_source (self, value);
}

/** As les_json_writer_source() with a name that is source, too, with its quotation marks. */
void
les_json_writer_member (LesJsonWriter *self, LesJsonSpan name, LesJsonSpan value)
{
  begin_item (self);
  append_source (self, name);
  g_string_append (self->out, ": ");
  append_source (self, value);
}
