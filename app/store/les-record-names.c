/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-record-names.h"

#include "les-article.h"

/* The words of the project file that the records do not know themselves. */

static const char * const tables[LES_N_RECORD_KINDS] = {
  [LES_RECORD_INFO] = "project",
  [LES_RECORD_ARTICLE] = "articles",
  [LES_RECORD_TAG] = "tags",
  [LES_RECORD_RELATION] = "relations",
  [LES_RECORD_TAG_SET] = "tag_sets",
  [LES_RECORD_ANNOTATION] = "annotations",
  [LES_RECORD_LINK] = "links",
  [LES_RECORD_COMPARISON] = "comparisons",
};

/** Returns: (transfer none): the member of the project file with this table */
const char *
les_record_names_get_table (LesRecordKind kind)
{
  g_return_val_if_fail (kind < LES_N_RECORD_KINDS, NULL);

  return tables[kind];
}

/** Returns: whether @name is a table of the project file or, in a journal, "project" */
gboolean
les_record_names_find_table (const char *name, LesRecordKind *kind)
{
  for (guint i = 0; i < LES_N_RECORD_KINDS; i++)
    if (g_strcmp0 (tables[i], name) == 0)
      {
        *kind = i;
        return TRUE;
      }
  return FALSE;
}

/** Returns: how many of the string fields are members of the record itself; the others are in "origin" */
guint
les_record_names_get_n_flat (LesRecord *record)
{
  return LES_IS_ARTICLE (record) ? (guint) LES_ARTICLE_ORIGIN_NAME : les_record_get_n_strings (record);
}

/** Returns: whether the member @name is a string field of the record itself */
gboolean
les_record_names_find_field (LesRecord *record, const char *name, guint *field)
{
  for (guint i = 0; i < les_record_names_get_n_flat (record); i++)
    if (g_strcmp0 (les_record_get_string_name (record, i), name) == 0)
      {
        *field = i;
        return TRUE;
      }
  return FALSE;
}
