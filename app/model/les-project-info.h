/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-record.h"

G_BEGIN_DECLS

/**
 * LesProjectInfoField:
 * @LES_PROJECT_INFO_TITLE: what the project is called, nullable
 * @LES_PROJECT_INFO_NOTE: a note on the whole project, nullable
 * @LES_PROJECT_INFO_CREATED: RFC 3339 in UTC
 * @LES_PROJECT_INFO_MODIFIED: RFC 3339 in UTC; when it was last saved
 */
typedef enum
{
  LES_PROJECT_INFO_TITLE,
  LES_PROJECT_INFO_NOTE,
  LES_PROJECT_INFO_CREATED,
  LES_PROJECT_INFO_MODIFIED,
  LES_PROJECT_INFO_N_STRINGS
} LesProjectInfoField;

#define LES_TYPE_PROJECT_INFO (les_project_info_get_type ())
G_DECLARE_FINAL_TYPE (LesProjectInfo, les_project_info, LES, PROJECT_INFO, LesRecord)

LesProjectInfo *les_project_info_new (const char          *id);
const char     *les_project_info_get (LesProjectInfo      *self,
                                      LesProjectInfoField  field);

G_END_DECLS
