/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-json-scan.h"
#include "les-json-writer.h"

G_BEGIN_DECLS

guint32  les_journal_line_crc    (const char    *data,
                                  gsize          n_bytes);
void     les_journal_line_append (GString       *out,
                                  LesJsonWriter *writer);
gboolean les_journal_line_read   (const char    *line,
                                  gsize          n_bytes,
                                  LesJsonSpan   *object);

G_END_DECLS
