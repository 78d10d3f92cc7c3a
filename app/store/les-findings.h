/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-json-scan.h"
#include "les-project-format.h"

G_BEGIN_DECLS

GPtrArray *les_findings_new   (void);
void       les_findings_note  (GPtrArray  *findings,
                               const char *format,
                               ...) G_GNUC_PRINTF (2, 3);
void       les_findings_error (GPtrArray  *findings,
                               const char *format,
                               ...) G_GNUC_PRINTF (2, 3);
void       les_findings_aside (GPtrArray     *findings,
                               LesRecordKind  kind,
                               const char    *id,
                               const char    *label,
                               const char    *what,
                               const char    *cause);
void       les_findings_to_place (GPtrArray  *findings,
                                  const char *id,
                                  const char *label,
                                  const char *cause);
char      *les_findings_dup_label (LesJsonSpan source);
void       les_findings_copy  (GPtrArray        *findings,
                               const LesFinding *finding);

G_END_DECLS
