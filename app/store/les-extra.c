/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-extra.h"

#include <string.h>

/**
 * LesExtra:
 *
 * The raw JSON that travels along in a record: one object with the members of
 * the file that the record has no field for, each value as it stood in the
 * source. Where a known member holds more than we know (an unknown member in
 * "origin", a tag that does not exist), the object has a member of that name
 * with the part that is unknown.
 *
 * What is of a wrong type or refers to nowhere would break the format if it
 * were written back in its place. It goes into the array "unplaced" of its
 * record, or of the project, as {"member", "cause", "value"}.
 */

static LesJsonSpan
span_of_string (const char *source)
{
  return source == NULL ? (LesJsonSpan) { NULL, 0 } : les_json_span_of (source, strlen (source));
}

/** Returns: the unknown member of that name, or a span that is not set. Borrowed from @record. */
LesJsonSpan
les_extra_find (LesRecord *record, const char *name)
{
  return les_json_span_find (span_of_string (les_record_get_extra (record)), name);
}

/** @record: (nullable): start with what it carries already */
void
les_extra_init (LesExtra *self, LesRecord *record)
{
  LesJsonScan scan;

  self->members = g_string_new (NULL);
  self->aside = g_string_new (NULL);
  if (record == NULL)
    return;
  les_json_scan_init (&scan, span_of_string (les_record_get_extra (record)));
  while (les_json_scan_next (&scan))
    les_extra_add (self, scan.name, scan.value);
}

void
les_extra_clear (LesExtra *self)
{
  if (self->members != NULL)
    g_string_free (self->members, TRUE);
  if (self->aside != NULL)
    g_string_free (self->aside, TRUE);
  self->members = self->aside = NULL;
}

static void
append_element (GString *array, LesJsonSpan element)
{
  if (array->len > 0)
    g_string_append (array, ", ");
  g_string_append_len (array, element.bytes, element.n_bytes);
}

/** @unplaced: an element of "unplaced" that has no place this time either */
void
les_extra_keep (LesExtra *self, LesJsonSpan unplaced)
{
  append_element (self->aside, unplaced);
}

static void
keep_all (LesExtra *self, LesJsonSpan unplaced)
{
  LesJsonScan scan;

  if (!les_json_span_is_array (unplaced))
    les_extra_keep (self, unplaced);
  for (les_json_scan_init (&scan, unplaced); !scan.in_object && les_json_scan_next (&scan);)
    les_extra_keep (self, scan.value);
}

/** @name: a member that the record has no field for, with its quotation marks */
void
les_extra_add (LesExtra *self, LesJsonSpan name, LesJsonSpan value)
{
  if (les_json_span_equal (name, span_of_string ("\"" LES_UNPLACED "\"")))
    {
      keep_all (self, value);
      return;
    }
  if (self->members->len > 0)
    g_string_append_c (self->members, ',');
  g_string_append_len (self->members, name.bytes, name.n_bytes);
  g_string_append_c (self->members, ':');
  g_string_append_len (self->members, value.bytes, value.n_bytes);
}

/** @name: plain ASCII; @source: JSON */
void
les_extra_add_named (LesExtra *self, const char *name, const char *source)
{
  g_autofree char *quoted = g_strdup_printf ("\"%s\"", name);

  les_extra_add (self, span_of_string (quoted), span_of_string (source));
}

/**
 * les_extra_set_aside:
 * @member: the member that @value was found in
 * @cause: technical English
 *
 * Keeps a value that has no place.
 */
void
les_extra_set_aside (LesExtra *self, const char *member, LesJsonSpan value, const char *cause)
{
  g_autoptr (LesJsonWriter) writer = les_json_writer_new (FALSE);
  g_autoptr (GBytes) bytes = NULL;
  gsize n_bytes;
  const char *data;

  les_json_writer_begin_inline (writer);
  les_json_writer_string (writer, "member", member);
  les_json_writer_string (writer, "cause", cause);
  les_json_writer_source (writer, "value", value);
  les_json_writer_end_inline (writer);
  bytes = les_json_writer_finish (writer);
  data = g_bytes_get_data (bytes, &n_bytes);
  les_extra_keep (self, les_json_span_of (data, n_bytes));
}

/** Returns: whether something was set aside */
gboolean
les_extra_has_aside (LesExtra *self)
{
  return self->aside->len > 0;
}

/** Gives all that was gathered to @record, in place of what it carries. Only before it is sealed. */
void
les_extra_store (LesExtra *self, LesRecord *record)
{
  g_autoptr (GString) extra = g_string_new ("{");

  if (self->members->len == 0 && self->aside->len == 0)
    return;
  g_string_append_len (extra, self->members->str, self->members->len);
  if (self->aside->len > 0)
    {
      if (extra->len > 1)
        g_string_append_c (extra, ',');
      g_string_append (extra, "\"" LES_UNPLACED "\":[ ");
      g_string_append_len (extra, self->aside->str, self->aside->len);
      g_string_append (extra, " ]");
    }
  g_string_append_c (extra, '}');
  les_record_set_extra (record, extra->str);
}
