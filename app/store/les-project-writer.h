/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-project.h"

G_BEGIN_DECLS

/**
 * LesProjectTables: the sealed records of a project at one moment, for a worker
 */
typedef struct
{
  LesRecord *info;
  GPtrArray *rows[LES_N_RECORD_KINDS];
} LesProjectTables;

void    les_project_tables_take  (LesProjectTables       *self,
                                  LesProject             *project);
void    les_project_tables_clear (LesProjectTables       *self);
GBytes *les_project_tables_write (const LesProjectTables *self,
                                  GCancellable           *cancellable,
                                  GError                **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LesProjectTables, les_project_tables_clear)

G_END_DECLS
