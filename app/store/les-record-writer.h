/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-json-writer.h"
#include "les-record.h"

G_BEGIN_DECLS

void les_record_writer_write         (LesJsonWriter *writer,
                                      const char    *name,
                                      LesRecord     *record);
void les_record_writer_write_strings (LesJsonWriter *writer,
                                      LesRecord     *record);
void les_record_writer_write_extra   (LesJsonWriter *writer,
                                      LesRecord     *record,
                                      const char * const *reserved);

G_END_DECLS
