/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-project-info.h"

/**
 * LesProjectInfo:
 *
 * What a project says about itself. Its id is the project's id.
 */
struct _LesProjectInfo
{
  LesRecord parent_instance;
};

static const char * const string_names[] = { "title", "note", "created", "modified" };

G_STATIC_ASSERT (G_N_ELEMENTS (string_names) == LES_PROJECT_INFO_N_STRINGS);

G_DEFINE_FINAL_TYPE (LesProjectInfo, les_project_info, LES_TYPE_RECORD)

static void
les_project_info_class_init (LesProjectInfoClass *klass)
{
  LesRecordClass *record_class = LES_RECORD_CLASS (klass);

  record_class->kind = LES_RECORD_INFO;
  record_class->n_strings = LES_PROJECT_INFO_N_STRINGS;
  record_class->string_names = string_names;
}

static void
les_project_info_init (LesProjectInfo *self)
{
}

/** Returns: (transfer full): not sealed. @id: (nullable): NULL for a new one */
LesProjectInfo *
les_project_info_new (const char *id)
{
  return g_object_new (LES_TYPE_PROJECT_INFO, "id", id, NULL);
}

/** Returns: (transfer none) (nullable): the string, never empty; NULL where nothing is known */
const char *
les_project_info_get (LesProjectInfo *self, LesProjectInfoField field)
{
  return les_record_get_string (LES_RECORD (self), field);
}
