/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-importer.h"
#include "les-project.h"

G_BEGIN_DECLS

/**
 * LesImportStatus: what became of a file, in the order of the report
 */
typedef enum
{
  LES_IMPORT_STATUS_FAILED,
  LES_IMPORT_STATUS_DUPLICATE,
  LES_IMPORT_STATUS_ADDED,
  LES_N_IMPORT_STATUSES
} LesImportStatus;

#define LES_TYPE_IMPORT_OUTCOME (les_import_outcome_get_type ())
G_DECLARE_FINAL_TYPE (LesImportOutcome, les_import_outcome, LES, IMPORT_OUTCOME, GObject)

LesImportOutcome *les_import_outcome_new         (LesImport        *import,
                                                  LesImportStatus   status,
                                                  LesArticle       *twin);
LesImport        *les_import_outcome_get_import  (LesImportOutcome *self);
LesImportStatus   les_import_outcome_get_status  (LesImportOutcome *self);
void              les_import_outcome_set_added   (LesImportOutcome *self);
char             *les_import_outcome_dup_title   (LesImportOutcome *self,
                                                  LesProject       *project);
char             *les_import_outcome_dup_details (LesImportOutcome *self,
                                                  LesProject       *project);

GPtrArray        *les_import_outcomes_list       (GPtrArray        *imports,
                                                  GPtrArray        *added,
                                                  LesProject       *project);

G_END_DECLS
