/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-journal-line.h"

#include <string.h>

#include "les-json-gate.h"

#define CRC_CHARS 8

/* A line of a journal: CRC-32 in eight hexadecimal digits, a blank, a JSON
 * object, LF. A line that a crash cut off does not fit its sum. */

/** Returns: CRC-32 as in ISO 3309, zlib and PNG */
guint32
les_journal_line_crc (const char *data, gsize n_bytes)
{
  guint32 crc = 0xFFFFFFFF;

  for (gsize i = 0; i < n_bytes; i++)
    {
      crc ^= (guchar) data[i];
      for (int bit = 0; bit < 8; bit++)
        crc = crc & 1 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
    }
  return ~crc;
}

/** @writer: a finished object in one line; it is spent */
void
les_journal_line_append (GString *out, LesJsonWriter *writer)
{
  g_autoptr (GBytes) bytes = les_json_writer_finish (writer);
  gsize n_bytes;
  const char *data = g_bytes_get_data (bytes, &n_bytes);

  g_string_append_printf (out, "%08x ", les_journal_line_crc (data, n_bytes - 1));
  g_string_append_len (out, data, n_bytes);
}

/**
 * les_journal_line_read:
 * @line: (array length=n_bytes): without its LF
 * @object: (out): borrowed from @line
 *
 * Returns: whether the line is whole and holds one JSON object
 */
gboolean
les_journal_line_read (const char *line, gsize n_bytes, LesJsonSpan *object)
{
  g_autofree char *sum = NULL;

  if (n_bytes < CRC_CHARS + 2 || line[CRC_CHARS] != ' ')
    return FALSE;
  sum = g_strdup_printf ("%08x", les_journal_line_crc (line + CRC_CHARS + 1, n_bytes - CRC_CHARS - 1));
  if (memcmp (sum, line, CRC_CHARS) != 0
      || !les_json_gate_check (line + CRC_CHARS + 1, n_bytes - CRC_CHARS - 1, NULL, NULL))
    return FALSE;
  *object = les_json_span_of (line + CRC_CHARS + 1, n_bytes - CRC_CHARS - 1);
  return les_json_span_is_object (*object);
}
