/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-cli-json.h"

#include <stdio.h>

void
les_cli_json_string (JsonBuilder *json, const char *name, const char *value)
{
  json_builder_set_member_name (json, name);
  json_builder_add_string_value (json, value);
}

/** As les_cli_json_string(), but leaves the member out when @value is NULL */
void
les_cli_json_known (JsonBuilder *json, const char *name, const char *value)
{
  if (value != NULL)
    les_cli_json_string (json, name, value);
}

void
les_cli_json_int (JsonBuilder *json, const char *name, gint64 value)
{
  json_builder_set_member_name (json, name);
  json_builder_add_int_value (json, value);
}

/** @range: Unicode characters */
void
les_cli_json_range (JsonBuilder *json, const char *name, LesTextRange range)
{
  json_builder_set_member_name (json, name);
  json_builder_begin_object (json);
  les_cli_json_int (json, "start", range.start);
  les_cli_json_int (json, "end", range.end);
  json_builder_end_object (json);
}

/** Prints what was built as one line */
void
les_cli_json_print (JsonBuilder *json)
{
  g_autoptr (JsonNode) root = json_builder_get_root (json);
  g_autofree char *line = json_to_string (root, FALSE);

  fputs (line, stdout);
  fputc ('\n', stdout);
}
