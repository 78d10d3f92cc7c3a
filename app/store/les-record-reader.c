/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-record-reader.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "les-extra.h"
#include "les-findings.h"
#include "les-record-names.h"
#include "les-tag.h"
#include "les-tag-set.h"

/*
 * One object of the project file (or of a journal) -> one record. What the
 * record has no field for goes into its extra; what is of a wrong type is set
 * aside there. Whether references lead anywhere is not asked here.
 */
typedef struct
{
  LesRecord *record;
  LesJsonSpan object;
  LesExtra extra;
  GPtrArray *findings;
} RecordReader;

static void
set_aside (RecordReader *self, const char *member, LesJsonSpan value, const char *cause)
{
  g_autofree char *label = les_findings_dup_label (self->object);

  les_extra_set_aside (&self->extra, member, value, cause);
  les_findings_aside (self->findings, les_record_get_kind (self->record), les_record_get_id (self->record), label,
                      member, cause);
}

static void
read_string (RecordReader *self, guint field, LesJsonSpan value)
{
  g_autofree char *string = les_json_span_dup_string (value);

  if (string != NULL)
    les_record_set_string (self->record, field, string);
  else if (!les_json_span_is_null (value))
    set_aside (self, les_record_get_string_name (self->record, field), value, N_("not a string"));
}

static gboolean
read_int (LesJsonSpan object, const char *name, int *number)
{
  gint64 value;

  if (!les_json_span_get_int (les_json_span_find (object, name), &value)
      || value < 0 || value > G_MAXINT)
    return FALSE;
  *number = value;
  return TRUE;
}

static gboolean
read_range (LesJsonSpan object, LesTextRange *range)
{
  return read_int (object, "start", &range->start)
         && read_int (object, "end", &range->end)
         && range->start <= range->end;
}

static void
read_origin (RecordReader *self, LesJsonSpan object)
{
  g_auto (LesExtra) unknown = { NULL };
  guint first = les_record_names_get_n_flat (self->record);
  LesJsonScan scan;

  if (!les_json_span_is_object (object))
    {
      set_aside (self, "origin", object, N_("not an object"));
      return;
    }
  les_extra_init (&unknown, NULL);
  for (les_json_scan_init (&scan, object); les_json_scan_next (&scan);)
    {
      g_autofree char *name = les_json_span_dup_string (scan.name);
      guint field = first;

      while (field < LES_ARTICLE_N_STRINGS
             && g_strcmp0 (les_record_get_string_name (self->record, field), name) != 0)
        field++;
      if (field < LES_ARTICLE_N_STRINGS)
        read_string (self, field, scan.value);
      else
        les_extra_add (&unknown, scan.name, scan.value);
    }
  if (unknown.members->len > 0)
    {
      g_autofree char *source = g_strdup_printf ("{%s}", unknown.members->str);

      les_extra_add_named (&self->extra, "origin", source);
    }
}

static gboolean
holds_members (LesJsonSpan object, guint n_members)
{
  LesJsonScan scan;
  guint n = 0;

  for (les_json_scan_init (&scan, object); les_json_scan_next (&scan);)
    n++;
  return n == n_members;
}

static gboolean
read_block (LesJsonSpan object, LesText *text, int from, LesBlock *block)
{
  g_autofree char *role = les_json_span_dup_string (les_json_span_find (object, "role"));
  g_autofree char *between = NULL;

  if (!read_range (object, &block->range)
      || block->range.start < from
      || les_text_range_is_empty (block->range)
      || block->range.end > les_text_get_n_chars (text)
      || role == NULL)
    return FALSE;
  if (!les_block_role_from_name (role, &block->role))
    block->role = LES_BLOCK_BODY;
  between = les_text_dup_range (text, LES_TEXT_RANGE (from, block->range.start));
  block->starts_paragraph = from == 0 || strchr (between, '\n') != NULL;
  return TRUE;
}

/**
 * les_record_reader_read_blocks:
 * @array: of {"start", "end", "role"}
 *
 * A role that this version does not know reads as body.
 *
 * Returns: (transfer full) (nullable) (element-type LesBlock): NULL when one
 *   of them is not a block, is out of order or outside @text
 */
GArray *
les_record_reader_read_blocks (LesJsonSpan array, LesText *text)
{
  g_autoptr (GArray) blocks = g_array_new (FALSE, FALSE, sizeof (LesBlock));
  LesJsonScan scan;
  int from = 0;

  if (!les_json_span_is_array (array))
    return NULL;
  for (les_json_scan_init (&scan, array); les_json_scan_next (&scan);)
    {
      LesBlock block = { { 0, 0 } };

      if (!read_block (scan.value, text, from, &block))
        return NULL;
      from = block.range.end;
      g_array_append_val (blocks, block);
    }
  return g_steal_pointer (&blocks);
}

/* Whether writing the blocks again would say all that @array says. */
static gboolean
is_plain_blocks (LesJsonSpan array)
{
  LesJsonScan scan;

  for (les_json_scan_init (&scan, array); les_json_scan_next (&scan);)
    {
      g_autofree char *role = les_json_span_dup_string (les_json_span_find (scan.value, "role"));
      LesBlockRole known;

      if (!holds_members (scan.value, 3) || !les_block_role_from_name (role, &known))
        return FALSE;
    }
  return TRUE;
}

static void
read_blocks (RecordReader *self, LesJsonSpan array)
{
  LesArticle *article = LES_ARTICLE (self->record);
  g_autoptr (GArray) blocks = les_record_reader_read_blocks (array, les_article_get_text (article));

  if (blocks == NULL)
    {
      set_aside (self, "blocks", array, N_("not blocks of this text, in its order"));
      return;
    }
  les_article_set_blocks (article, blocks);
  if (!is_plain_blocks (array))
    {
      g_autofree char *source = les_json_span_dup (array);

      les_extra_add_named (&self->extra, "blocks", source);
    }
}

static void
append_source (GString *array, LesJsonSpan value)
{
  g_string_append (array, array->len == 0 ? "[" : ", ");
  g_string_append_len (array, value.bytes, value.n_bytes);
}

static void
set_aside_elements (RecordReader *self, const char *member, GString *elements, const char *cause)
{
  if (elements->len == 0)
    return;
  g_string_append_c (elements, ']');
  set_aside (self, member, les_json_span_of (elements->str, elements->len), cause);
}

static void
set_tags (LesRecord *record, const char * const *tags)
{
  if (LES_IS_TAG_SET (record))
    les_tag_set_set_tags (LES_TAG_SET (record), tags);
  else
    les_annotation_set_tags (LES_ANNOTATION (record), tags);
}

static void
read_tags (RecordReader *self, LesJsonSpan array)
{
  g_autoptr (GPtrArray) tags = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GString) bad = g_string_new (NULL);
  LesJsonScan scan;

  if (!les_json_span_is_array (array))
    {
      set_aside (self, "tags", array, N_("not an array"));
      return;
    }
  for (les_json_scan_init (&scan, array); les_json_scan_next (&scan);)
    {
      char *tag = les_json_span_dup_string (scan.value);

      if (tag == NULL)
        append_source (bad, scan.value);
      else if (g_hash_table_add (seen, tag))
        g_ptr_array_add (tags, tag);
      else
        g_free (tag);
    }
  g_ptr_array_add (tags, NULL);
  set_tags (self->record, (const char * const *) tags->pdata);
  set_aside_elements (self, "tags", bad, N_("not ids"));
}

/**
 * les_record_reader_read_rejection:
 * @object: {"left": {"start", "end"}, "right": {"start", "end"}}
 *
 * Returns: whether it is one
 */
gboolean
les_record_reader_read_rejection (LesJsonSpan object, LesRejection *rejection)
{
  return read_range (les_json_span_find (object, "left"), &rejection->left)
         && read_range (les_json_span_find (object, "right"), &rejection->right);
}

static gboolean
is_plain_rejection (LesJsonSpan object)
{
  return holds_members (object, 2)
         && holds_members (les_json_span_find (object, "left"), 2)
         && holds_members (les_json_span_find (object, "right"), 2);
}

static void
read_rejected (RecordReader *self, LesJsonSpan array)
{
  g_autoptr (GString) bad = g_string_new (NULL);
  g_autoptr (GString) rich = g_string_new (NULL);
  LesJsonScan scan;

  if (!les_json_span_is_array (array))
    {
      set_aside (self, "rejected", array, N_("not an array"));
      return;
    }
  for (les_json_scan_init (&scan, array); les_json_scan_next (&scan);)
    {
      LesRejection rejection;

      if (!les_record_reader_read_rejection (scan.value, &rejection))
        {
          append_source (bad, scan.value);
          continue;
        }
      les_comparison_reject (LES_COMPARISON (self->record), rejection);
      if (!is_plain_rejection (scan.value))
        append_source (rich, scan.value);
    }
  set_aside_elements (self, "rejected", bad, N_("not pairs of ranges"));
  if (rich->len > 0)
    {
      g_string_append_c (rich, ']');
      les_extra_add_named (&self->extra, "rejected", rich->str);
    }
}

static LesText *
read_text (LesJsonSpan object)
{
  char *text = les_json_span_dup_string (les_json_span_find (object, "text"));

  return les_text_new_take (text != NULL ? text : g_strdup (""), text != NULL ? strlen (text) : 0);
}

/* The values without which there is no record of that kind; set aside later if they are wrong. */
static LesRecord *
create_record (LesRecordKind kind, LesJsonSpan object, const char *id)
{
  LesTextRange range = { 0, 0 };

  switch (kind)
    {
    case LES_RECORD_INFO:
      return LES_RECORD (les_project_info_new (id));
    case LES_RECORD_ARTICLE:
      {
        g_autoptr (LesText) text = read_text (object);

        return LES_RECORD (les_article_new (id, text));
      }
    case LES_RECORD_TAG:
      return LES_RECORD (les_tag_new (id, NULL, NULL));
    case LES_RECORD_RELATION:
      return LES_RECORD (les_relation_new (id, NULL, NULL));
    case LES_RECORD_TAG_SET:
      return LES_RECORD (les_tag_set_new (id, NULL));
    case LES_RECORD_ANNOTATION:
      /* Without offsets the words alone must prove the place. */
      if (!read_range (object, &range))
        range = LES_TEXT_RANGE (-1, -1);
      return LES_RECORD (les_annotation_new (id, NULL, range));
    case LES_RECORD_LINK:
      return LES_RECORD (les_link_new (id, NULL, NULL));
    case LES_RECORD_COMPARISON:
      return LES_RECORD (les_comparison_new (id, NULL, NULL));
    case LES_N_RECORD_KINDS:
    default:
      g_assert_not_reached ();
    }
}

static void
check_int (RecordReader *self, const char *name, LesJsonSpan value)
{
  gint64 number;

  if (!les_json_span_get_int (value, &number) || number < 0 || number > G_MAXINT)
    set_aside (self, name, value, N_("not an offset"));
}

static gboolean
read_article_member (RecordReader *self, const char *name, LesJsonSpan value)
{
  if (g_str_equal (name, "text"))
    {
      if (!les_json_span_is_string (value))
        set_aside (self, name, value, N_("not a string"));
    }
  else if (g_str_equal (name, "origin"))
    read_origin (self, value);
  else if (g_str_equal (name, "blocks"))
    read_blocks (self, value);
  else
    return FALSE;
  return TRUE;
}

static void
read_importance (RecordReader *self, LesJsonSpan value)
{
  gint64 number;

  if (les_json_span_get_int (value, &number) && number >= 1 && number <= LES_MAX_IMPORTANCE)
    les_annotation_set_importance (LES_ANNOTATION (self->record), (guint) number);
  else
    set_aside (self, "importance", value, N_("not an importance"));
}

static gboolean
read_annotation_member (RecordReader *self, const char *name, LesJsonSpan value)
{
  if (g_str_equal (name, "tags"))
    read_tags (self, value);
  else if (g_str_equal (name, "start") || g_str_equal (name, "end"))
    check_int (self, name, value);
  else if (g_str_equal (name, "importance"))
    read_importance (self, value);
  else
    return FALSE;
  return TRUE;
}

static gboolean
read_own_member (RecordReader *self, const char *name, LesJsonSpan value)
{
  if (g_str_equal (name, "id"))
    {
      if (!les_json_span_is_string (value))
        set_aside (self, name, value, N_("not a string"));
      return TRUE;
    }
  if (LES_IS_ARTICLE (self->record))
    return read_article_member (self, name, value);
  if (LES_IS_ANNOTATION (self->record))
    return read_annotation_member (self, name, value);
  if (LES_IS_TAG_SET (self->record) && g_str_equal (name, "tags"))
    {
      read_tags (self, value);
      return TRUE;
    }
  if (LES_IS_COMPARISON (self->record) && g_str_equal (name, "rejected"))
    {
      read_rejected (self, value);
      return TRUE;
    }
  return FALSE;
}

static void
read_member (RecordReader *self, LesJsonSpan source_of_name, LesJsonSpan value)
{
  g_autofree char *name = les_json_span_dup_string (source_of_name);
  guint field;

  if (name != NULL && les_record_names_find_field (self->record, name, &field))
    read_string (self, field, value);
  else if (name == NULL || !read_own_member (self, name, value))
    les_extra_add (&self->extra, source_of_name, value);
}

/**
 * les_record_reader_read:
 * @object: a JSON object that passed the gate
 * @id: the id that the record shall have
 * @findings: (element-type LesFinding): what was wrong is added
 *
 * Any thread. Only types are looked at: references and offsets may lead nowhere,
 * an annotation without offsets has the range (-1, -1), and every string field
 * may be NULL.
 *
 * Returns: (transfer full): a record that is not sealed
 */
LesRecord *
les_record_reader_read (LesRecordKind kind, LesJsonSpan object, const char *id, GPtrArray *findings)
{
  RecordReader self = { .object = object, .findings = findings };
  LesJsonScan scan;

  self.record = create_record (kind, object, id);
  les_extra_init (&self.extra, NULL);
  for (les_json_scan_init (&scan, object); les_json_scan_next (&scan);)
    read_member (&self, scan.name, scan.value);
  if (les_extra_has_aside (&self.extra) && les_json_span_is_set (les_json_span_find (object, LES_UNPLACED)))
    les_findings_note (findings, "%s %s: holds values that were set aside earlier",
                       les_record_names_get_table (kind), id);
  les_extra_store (&self.extra, self.record);
  les_extra_clear (&self.extra);
  return self.record;
}
