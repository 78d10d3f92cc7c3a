/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-record-writer.h"

#include <string.h>

#include "les-extra.h"
#include "les-record-names.h"
#include "les-record-reader.h"

static void
write_range (LesJsonWriter *writer, LesTextRange range)
{
  les_json_writer_int (writer, "start", range.start);
  les_json_writer_int (writer, "end", range.end);
}

/** Writes the string fields that are members of the record itself. */
void
les_record_writer_write_strings (LesJsonWriter *writer, LesRecord *record)
{
  for (guint i = 0; i < les_record_names_get_n_flat (record); i++)
    les_json_writer_string (writer, les_record_get_string_name (record, i), les_record_get_string (record, i));
}

static void
write_members (LesJsonWriter *writer, LesJsonSpan object, LesRecord *record, const char * const *reserved)
{
  LesJsonScan scan;
  guint field;

  for (les_json_scan_init (&scan, object); les_json_scan_next (&scan);)
    {
      g_autofree char *name = les_json_span_dup_string (scan.name);

      if (name != NULL
          && (g_strv_contains (reserved, name)
              || (record != NULL && les_record_names_find_field (record, name, &field))))
        continue;
      les_json_writer_member (writer, scan.name, scan.value);
    }
}

/** Writes the unknown members of the record itself. @reserved: names that were written otherwise */
void
les_record_writer_write_extra (LesJsonWriter *writer, LesRecord *record, const char * const *reserved)
{
  const char *extra = les_record_get_extra (record);

  if (extra != NULL)
    write_members (writer, les_json_span_of (extra, strlen (extra)), record, reserved);
}

static gboolean
has_origin (LesRecord *record)
{
  for (guint i = les_record_names_get_n_flat (record); i < les_record_get_n_strings (record); i++)
    if (les_record_get_string (record, i) != NULL)
      return TRUE;
  return FALSE;
}

static void
write_origin (LesJsonWriter *writer, LesRecord *record)
{
  const char * const nothing[] = { NULL };
  LesJsonSpan unknown = les_extra_find (record, "origin");

  if (!has_origin (record) && !les_json_span_is_set (unknown))
    return;
  les_json_writer_begin_object (writer, "origin");
  for (guint i = les_record_names_get_n_flat (record); i < les_record_get_n_strings (record); i++)
    les_json_writer_string (writer, les_record_get_string_name (record, i), les_record_get_string (record, i));
  write_members (writer, unknown, NULL, nothing);
  les_json_writer_end_object (writer);
}

static gboolean
equal_blocks (GArray *a, GArray *b)
{
  if (a == NULL || b == NULL || a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    {
      const LesBlock *first = &g_array_index (a, LesBlock, i);
      const LesBlock *second = &g_array_index (b, LesBlock, i);

      if (!les_text_range_equal (first->range, second->range) || first->role != second->role)
        return FALSE;
    }
  return TRUE;
}

static void
write_blocks (LesJsonWriter *writer, LesArticle *article)
{
  GArray *blocks = les_article_get_blocks (article);
  LesJsonSpan source = les_extra_find (LES_RECORD (article), "blocks");
  g_autoptr (GArray) read = les_record_reader_read_blocks (source, les_article_get_text (article));

  if (equal_blocks (blocks, read))
    {
      les_json_writer_source (writer, "blocks", source);
      return;
    }
  if (blocks == NULL)
    return;
  les_json_writer_begin_array (writer, "blocks");
  for (guint i = 0; i < blocks->len; i++)
    {
      const LesBlock *block = &g_array_index (blocks, LesBlock, i);

      les_json_writer_begin_inline (writer);
      write_range (writer, block->range);
      les_json_writer_string (writer, "role", les_block_role_get_name (block->role));
      les_json_writer_end_inline (writer);
    }
  les_json_writer_end_array (writer);
}

static void
write_article (LesJsonWriter *writer, LesRecord *record)
{
  const char * const reserved[] = { "id", "origin", "blocks", "text", NULL };

  les_record_writer_write_strings (writer, record);
  write_origin (writer, record);
  write_blocks (writer, LES_ARTICLE (record));
  les_json_writer_string (writer, "text", les_text_get_utf8 (les_article_get_text (LES_ARTICLE (record))));
  les_record_writer_write_extra (writer, record, reserved);
}

static void
write_tags (LesJsonWriter *writer, LesRecord *record, const char * const *tags)
{
  LesJsonSpan missing = les_extra_find (record, "tags");
  LesJsonScan scan;

  if (tags[0] == NULL && !les_json_span_is_set (missing))
    return;
  les_json_writer_begin_array (writer, "tags");
  for (guint i = 0; tags[i] != NULL; i++)
    les_json_writer_string (writer, NULL, tags[i]);
  for (les_json_scan_init (&scan, missing); les_json_scan_next (&scan);)
    les_json_writer_source (writer, NULL, scan.value);
  les_json_writer_end_array (writer);
}

static void
write_annotation (LesJsonWriter *writer, LesRecord *record)
{
  const char * const reserved[] = { "id", "start", "end", "tags", "importance", NULL };
  LesAnnotation *annotation = LES_ANNOTATION (record);

  les_json_writer_string (writer, "article", les_annotation_get (annotation, LES_ANNOTATION_ARTICLE));
  write_range (writer, les_annotation_get_range (annotation));
  for (guint i = LES_ANNOTATION_EXACT; i <= LES_ANNOTATION_SUFFIX; i++)
    les_json_writer_string (writer, les_record_get_string_name (record, i), les_record_get_string (record, i));
  write_tags (writer, record, les_annotation_get_tags (annotation));
  if (les_annotation_get_importance (annotation) > 0)
    les_json_writer_int (writer, "importance", les_annotation_get_importance (annotation));
  for (guint i = LES_ANNOTATION_SUFFIX + 1; i < LES_ANNOTATION_N_STRINGS; i++)
    les_json_writer_string (writer, les_record_get_string_name (record, i), les_record_get_string (record, i));
  les_record_writer_write_extra (writer, record, reserved);
}

static void
write_tag_set (LesJsonWriter *writer, LesRecord *record)
{
  const char * const reserved[] = { "id", "tags", NULL };

  les_record_writer_write_strings (writer, record);
  write_tags (writer, record, les_tag_set_get_tags (LES_TAG_SET (record)));
  les_record_writer_write_extra (writer, record, reserved);
}

static LesJsonSpan
find_rich_rejection (LesJsonSpan rich, LesRejection rejection)
{
  LesJsonScan scan;
  LesRejection other;

  for (les_json_scan_init (&scan, rich); les_json_scan_next (&scan);)
    if (les_record_reader_read_rejection (scan.value, &other)
        && les_text_range_equal (other.left, rejection.left)
        && les_text_range_equal (other.right, rejection.right))
      return scan.value;
  return (LesJsonSpan) { NULL, 0 };
}

static void
write_side (LesJsonWriter *writer, const char *name, LesTextRange range)
{
  les_json_writer_begin_object (writer, name);
  write_range (writer, range);
  les_json_writer_end_object (writer);
}

static void
write_rejection (LesJsonWriter *writer, LesRejection rejection, LesJsonSpan rich)
{
  LesJsonSpan source = find_rich_rejection (rich, rejection);

  if (les_json_span_is_set (source))
    {
      les_json_writer_source (writer, NULL, source);
      return;
    }
  les_json_writer_begin_inline (writer);
  write_side (writer, "left", rejection.left);
  write_side (writer, "right", rejection.right);
  les_json_writer_end_inline (writer);
}

static void
write_comparison (LesJsonWriter *writer, LesRecord *record)
{
  const char * const reserved[] = { "id", "rejected", NULL };
  guint n_rejected;
  const LesRejection *rejected = les_comparison_get_rejected (LES_COMPARISON (record), &n_rejected);
  LesJsonSpan rich = les_extra_find (record, "rejected");

  les_record_writer_write_strings (writer, record);
  if (n_rejected > 0)
    {
      les_json_writer_begin_array (writer, "rejected");
      for (guint i = 0; i < n_rejected; i++)
        write_rejection (writer, rejected[i], rich);
      les_json_writer_end_array (writer);
    }
  les_record_writer_write_extra (writer, record, reserved);
}

static void
write_plain (LesJsonWriter *writer, LesRecord *record)
{
  const char * const reserved[] = { "id", NULL };

  les_record_writer_write_strings (writer, record);
  les_record_writer_write_extra (writer, record, reserved);
}

/**
 * les_record_writer_write:
 * @name: (nullable): of the member; NULL in an array
 *
 * Writes one record as an object of the project file. Any thread when the
 * record is sealed.
 */
void
les_record_writer_write (LesJsonWriter *writer, const char *name, LesRecord *record)
{
  les_json_writer_begin_object (writer, name);
  les_json_writer_string (writer, "id", les_record_get_id (record));
  if (LES_IS_ARTICLE (record))
    write_article (writer, record);
  else if (LES_IS_ANNOTATION (record))
    write_annotation (writer, record);
  else if (LES_IS_TAG_SET (record))
    write_tag_set (writer, record);
  else if (LES_IS_COMPARISON (record))
    write_comparison (writer, record);
  else
    write_plain (writer, record);
  les_json_writer_end_object (writer);
}
