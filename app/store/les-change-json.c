/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-change-json.h"

#include "les-annotation.h"
#include "les-findings.h"
#include "les-record-names.h"
#include "les-record-reader.h"
#include "les-record-writer.h"

static void
write_edit (LesJsonWriter *writer, const LesEdit *edit)
{
  les_json_writer_begin_object (writer, NULL);
  les_json_writer_string (writer, "table", les_record_names_get_table (edit->kind));
  les_json_writer_string (writer, "id", edit->id);
  if (edit->position >= 0)
    les_json_writer_int (writer, "position", edit->position);
  if (edit->record != NULL)
    les_record_writer_write (writer, "record", edit->record);
  les_json_writer_end_object (writer);
}

/** Writes the members "topic" and "edits" into the object that is open. Any thread. */
void
les_change_json_write (LesJsonWriter *writer, LesChange *change)
{
  les_json_writer_int (writer, "topic", les_change_get_topic (change));
  les_json_writer_begin_array (writer, "edits");
  for (guint i = 0; i < les_change_get_n_edits (change); i++)
    write_edit (writer, les_change_get_edit (change, i));
  les_json_writer_end_array (writer);
}

static int
read_position (LesJsonSpan edit)
{
  gint64 position;

  if (!les_json_span_get_int (les_json_span_find (edit, "position"), &position)
      || position < 0 || position > G_MAXINT)
    return -1;
  return position;
}

/* A project keeps its one info record, and no annotation is without an article. */
static gboolean
is_possible (LesRecord *record, const char *project_id)
{
  if (LES_IS_ANNOTATION (record))
    return les_annotation_get (LES_ANNOTATION (record), LES_ANNOTATION_ARTICLE) != NULL;
  return les_record_get_kind (record) != LES_RECORD_INFO
         || g_strcmp0 (les_record_get_id (record), project_id) == 0;
}

static void
read_edit (LesJsonSpan edit, LesChange *change, const char *project_id, GPtrArray *findings)
{
  g_autofree char *table = les_json_span_dup_string (les_json_span_find (edit, "table"));
  g_autofree char *id = les_json_span_dup_string (les_json_span_find (edit, "id"));
  LesJsonSpan source = les_json_span_find (edit, "record");
  g_autoptr (LesRecord) record = NULL;
  LesRecordKind kind;

  if (id == NULL || !les_record_names_find_table (table, &kind))
    {
      les_findings_error (findings, "journal: an edit of nothing that is known");
      return;
    }
  if (!les_json_span_is_object (source))
    {
      les_change_remove (change, kind, id);
      return;
    }
  record = les_record_reader_read (kind, source, id, findings);
  if (is_possible (record, project_id))
    les_change_put_at (change, g_steal_pointer (&record), read_position (edit));
  else
    les_findings_error (findings, "journal: %s %s cannot be applied", table, id);
}

/**
 * les_change_json_read:
 * @object: with the members "topic" and "edits"
 * @project_id: the project that it will be applied to
 * @findings: (element-type LesFinding): what was wrong is added
 *
 * Returns: (transfer full): the change; what is not an edit is left out
 */
LesChange *
les_change_json_read (LesJsonSpan object, const char *project_id, GPtrArray *findings)
{
  LesChange *change;
  LesJsonScan scan;
  gint64 topic;

  if (!les_json_span_get_int (les_json_span_find (object, "topic"), &topic)
      || topic < 0 || topic >= LES_N_CHANGE_TOPICS)
    topic = LES_CHANGE_OTHER;
  change = les_change_new (topic);
  for (les_json_scan_init (&scan, les_json_span_find (object, "edits")); les_json_scan_next (&scan);)
    read_edit (scan.value, change, project_id, findings);
  return change;
}
