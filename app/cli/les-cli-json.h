/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-text-range.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

void les_cli_json_string (JsonBuilder  *json,
                          const char   *name,
                          const char   *value);
void les_cli_json_known  (JsonBuilder  *json,
                          const char   *name,
                          const char   *value);
void les_cli_json_int    (JsonBuilder  *json,
                          const char   *name,
                          gint64        value);
void les_cli_json_range  (JsonBuilder  *json,
                          const char   *name,
                          LesTextRange  range);
void les_cli_json_print  (JsonBuilder  *json);

G_END_DECLS
