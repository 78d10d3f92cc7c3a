/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-exporter.h"

G_BEGIN_DECLS

/**
 * LesExportNotes:
 *
 * Annotations and notes that somebody picked, in the order in which they are
 * to be written, under headings of their own.
 */
typedef struct _LesExportNotes LesExportNotes;

LesExportNotes *les_export_notes_new         (LesProject      *project);
void            les_export_notes_free        (LesExportNotes  *self);
void            les_export_notes_add_heading (LesExportNotes  *self,
                                              const char      *heading);
void            les_export_notes_add         (LesExportNotes  *self,
                                              LesRecord       *record);
GBytes         *les_export_notes_write       (LesExportNotes  *self,
                                              const char      *format,
                                              GError         **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LesExportNotes, les_export_notes_free)

G_END_DECLS
