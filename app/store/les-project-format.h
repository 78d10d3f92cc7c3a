/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-project.h"

G_BEGIN_DECLS

#define LES_PROJECT_SUFFIX ".lesart"

/**
 * LesFinding:
 * @message: technical English, one line, names record and cause
 * @is_error: whether something had to be set aside (a reference to nowhere) or
 *   has no place (an annotation whose words are not in its text), not only noted
 * @cause: (nullable): why, when a record is concerned: one of the phrases that
 *   the readers give, untranslated, offered to translators
 * @kind: what kind of record, with @cause
 * @label: (nullable): by what a person knows the record, with @cause
 * @what: (nullable): the part of the record that is wrong, NULL for the whole
 * @to_place: (nullable): id of an annotation that is in the project and waits
 *   for a person who says where it belongs; NULL for what is something else
 *
 * Something about a project file that its reader or lesart-cli check has to say.
 */
typedef struct
{
  char *message;
  gboolean is_error;
  const char *cause;
  LesRecordKind kind;
  char *label;
  char *what;
  char *to_place;
} LesFinding;

/**
 * LesLoadedProject:
 * @project: what was read
 * @findings: (element-type LesFinding): empty when the file was in order
 * @newer_version: written by a later version: open read-only, never save over
 */
typedef struct
{
  LesProject *project;
  GPtrArray *findings;
  gboolean newer_version;
} LesLoadedProject;

LesLoadedProject *les_project_format_read  (GBytes            *bytes,
                                            GCancellable      *cancellable,
                                            GError           **error);
GBytes           *les_project_format_write (LesProject        *snapshot,
                                            GCancellable      *cancellable,
                                            GError           **error);

gboolean          les_project_format_check_count     (LesRecordKind   kind,
                                                      guint           n,
                                                      GError        **error);
gboolean          les_project_format_is_project_name (const char     *name);
gboolean          les_project_format_is_project_file (GFile          *file);

void              les_loaded_project_free  (LesLoadedProject  *loaded);
void              les_finding_free         (LesFinding        *finding);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LesLoadedProject, les_loaded_project_free)

G_END_DECLS
