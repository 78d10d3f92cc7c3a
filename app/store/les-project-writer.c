/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-project-writer.h"

#include <string.h>

#include "les-json-gate.h"
#include "les-json-writer.h"
#include "les-project-format.h"
#include "les-record-names.h"
#include "les-record-writer.h"

/* Which annotation stands first in the file: that of the first article, of
 * the first start, of the first id. Never depends on the order of work. */
static int
compare_in_file (gconstpointer a, gconstpointer b)
{
  LesAnnotation *first = *(LesAnnotation * const *) a;
  LesAnnotation *second = *(LesAnnotation * const *) b;
  int order = strcmp (les_annotation_get (first, LES_ANNOTATION_ARTICLE),
                      les_annotation_get (second, LES_ANNOTATION_ARTICLE));

  if (order == 0)
    order = les_annotation_get_range (first).start - les_annotation_get_range (second).start;
  if (order == 0)
    order = strcmp (les_record_get_id (LES_RECORD (first)), les_record_get_id (LES_RECORD (second)));
  return order;
}

static gboolean
write_table (LesJsonWriter *writer, GPtrArray *rows, LesRecordKind kind, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_sized_new (rows->len);

  /* A table that projects of old do not have. */
  if (kind == LES_RECORD_TAG_SET && rows->len == 0)
    return TRUE;
  g_ptr_array_extend (records, rows, NULL, NULL);
  if (kind == LES_RECORD_ANNOTATION)
    g_ptr_array_sort (records, compare_in_file);
  /* Came later than the other tables: files without relations of their own stay as they were. */
  if (kind == LES_RECORD_RELATION && records->len == 0)
    return TRUE;
  les_json_writer_begin_array (writer, les_record_names_get_table (kind));
  for (guint i = 0; i < records->len; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      les_record_writer_write (writer, NULL, g_ptr_array_index (records, i));
    }
  les_json_writer_end_array (writer);
  return TRUE;
}

static void
write_info (LesJsonWriter *writer, LesRecord *info)
{
  les_json_writer_string (writer, "format", "lesart-project");
  les_json_writer_int (writer, "version", 1);
  les_json_writer_string (writer, "id", les_record_get_id (info));
  les_record_writer_write_strings (writer, info);
}

static gboolean
write_project (LesJsonWriter *writer, const LesProjectTables *tables, GCancellable *cancellable, GError **error)
{
  const char * const reserved[] = {
    "format", "version", "id", "articles", "tags", "tag_sets", "relations", "annotations", "links", "comparisons", NULL
  };

  les_json_writer_begin_object (writer, NULL);
  write_info (writer, tables->info);
  for (guint kind = LES_RECORD_ARTICLE; kind < LES_N_RECORD_KINDS; kind++)
    if (!write_table (writer, tables->rows[kind], kind, cancellable, error))
      return FALSE;
  les_record_writer_write_extra (writer, tables->info, reserved);
  les_json_writer_end_object (writer);
  return TRUE;
}

/**
 * les_project_tables_take:
 * @self: (out): empty
 *
 * The thread of @project. Costs a reference for each record and nothing else.
 */
void
les_project_tables_take (LesProjectTables *self, LesProject *project)
{
  self->info = g_object_ref (LES_RECORD (les_project_get_info (project)));
  for (guint kind = LES_RECORD_ARTICLE; kind < LES_N_RECORD_KINDS; kind++)
    self->rows[kind] = les_project_ref_records (project, kind);
}

void
les_project_tables_clear (LesProjectTables *self)
{
  g_clear_object (&self->info);
  for (guint kind = 0; kind < LES_N_RECORD_KINDS; kind++)
    g_clear_pointer (&self->rows[kind], g_ptr_array_unref);
}

/* What reading would refuse is not written. */
static gboolean
check_counts (const LesProjectTables *self, GError **error)
{
  for (guint kind = LES_RECORD_ARTICLE; kind < LES_N_RECORD_KINDS; kind++)
    if (!les_project_format_check_count (kind, self->rows[kind]->len, error))
      return FALSE;
  return TRUE;
}

/** Returns: (transfer full): as les_project_format_write(). Any thread. */
GBytes *
les_project_tables_write (const LesProjectTables *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (LesJsonWriter) writer = les_json_writer_new (FALSE);
  g_autoptr (GBytes) bytes = NULL;
  gsize n_bytes;
  const char *data;

  if (!check_counts (self, error) || !write_project (writer, self, cancellable, error))
    return NULL;
  bytes = les_json_writer_finish (writer);
  data = g_bytes_get_data (bytes, &n_bytes);
  if (!les_json_gate_check (data, n_bytes, cancellable, error))
    return NULL;
  return g_steal_pointer (&bytes);
}

/**
 * les_project_format_write:
 * @snapshot: a project that nobody alters meanwhile
 *
 * Any thread. The same project gives the same bytes, however it came about.
 * What is returned has passed the gate that reading starts with.
 *
 * Errors: %G_IO_ERROR_CANCELLED; %LES_ERROR_PROJECT_TOO_LARGE and
 * %LES_ERROR_SYNTAX when what was written could not be read again.
 *
 * Returns: (transfer full): the project file
 */
GBytes *
les_project_format_write (LesProject *snapshot, GCancellable *cancellable, GError **error)
{
  g_auto (LesProjectTables) tables = { NULL };

  les_project_tables_take (&tables, snapshot);
  return les_project_tables_write (&tables, cancellable, error);
}
