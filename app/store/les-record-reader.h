/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-json-scan.h"
#include "les-project.h"

G_BEGIN_DECLS

LesRecord *les_record_reader_read          (LesRecordKind  kind,
                                            LesJsonSpan    object,
                                            const char    *id,
                                            GPtrArray     *findings);
GArray    *les_record_reader_read_blocks   (LesJsonSpan    array,
                                            LesText       *text);
gboolean   les_record_reader_read_rejection (LesJsonSpan   object,
                                            LesRejection  *rejection);

G_END_DECLS
