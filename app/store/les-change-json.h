/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-change.h"
#include "les-json-scan.h"
#include "les-json-writer.h"

G_BEGIN_DECLS

void       les_change_json_write (LesJsonWriter *writer,
                                  LesChange     *change);
LesChange *les_change_json_read  (LesJsonSpan    object,
                                  const char    *project_id,
                                  GPtrArray     *findings);

G_END_DECLS
