/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-note-edits.h"

#include <string.h>

#include "les-edits.h"

static const guint note_fields[LES_N_RECORD_KINDS] = {
  [LES_RECORD_INFO] = LES_PROJECT_INFO_NOTE,
  [LES_RECORD_ARTICLE] = LES_ARTICLE_NOTE,
  [LES_RECORD_TAG] = LES_TAG_DESCRIPTION,
  [LES_RECORD_ANNOTATION] = LES_ANNOTATION_NOTE,
  [LES_RECORD_LINK] = LES_LINK_NOTE,
  [LES_RECORD_COMPARISON] = LES_COMPARISON_NOTE,
};

static gboolean
can_have_note (LesRecord *record)
{
  return !LES_IS_TAG_SET (record) && !LES_IS_RELATION (record);
}

/** Returns: (transfer none) (nullable): what the user wrote about @record; of a tag its description */
const char *
les_note_of (LesRecord *record)
{
  if (!can_have_note (record))
    return NULL;
  return les_record_get_string (record, note_fields[les_record_get_kind (record)]);
}

/* Annotations say when they were altered last; nothing else does. */
static gpointer
copy_to_edit (LesRecord *record)
{
  return LES_IS_ANNOTATION (record) ? (gpointer) les_annotation_copy_to_edit (LES_ANNOTATION (record))
                                    : les_record_copy (record);
}

static void
put_note (LesChange *change, LesRecord *record, const char *note)
{
  LesRecord *copy = copy_to_edit (record);

  les_record_set_string (copy, note_fields[les_record_get_kind (record)], note);
  les_change_put (change, copy);
}

/**
 * les_edits_set_note:
 * @note: (nullable): NULL or empty takes it away
 *
 * Returns: (transfer full): sets the note of a record; empty when there is no
 *   such record, none of its kind has a note, or it has this one already
 */
LesChange *
les_edits_set_note (LesProject *project, LesRecordKind kind, const char *id, const char *note)
{
  LesChange *change = les_change_new (LES_CHANGE_EDIT_NOTE);
  LesRecord *record = les_project_lookup (project, kind, id);

  if (note != NULL && *note == '\0')
    note = NULL;
  if (record != NULL && can_have_note (record) && g_strcmp0 (les_note_of (record), note) != 0)
    put_note (change, record, note);
  return change;
}

static GStrv
add_tag (const char * const *tags, const char *tag)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_strv_builder_addv (builder, (const char **) tags);
  g_strv_builder_add (builder, tag);
  return g_strv_builder_end (builder);
}

static GStrv
remove_tag (const char * const *tags, const char *tag)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (; *tags != NULL; tags++)
    if (strcmp (*tags, tag) != 0)
      g_strv_builder_add (builder, *tags);
  return g_strv_builder_end (builder);
}

static LesChange *
retag (LesProject         *project,
       const char * const *annotations,
       const char         *tag,
       gboolean            present,
       GStrv             (*alter) (const char * const *tags, const char *tag))
{
  LesChange *change = les_change_new (LES_CHANGE_EDIT_TAGS);

  for (; *annotations != NULL; annotations++)
    {
      LesAnnotation *annotation = les_project_get_annotation (project, *annotations);
      g_auto (GStrv) tags = NULL;
      LesAnnotation *copy;

      if (annotation == NULL || les_annotation_has_tag (annotation, tag) != present)
        continue;
      tags = alter (les_annotation_get_tags (annotation), tag);
      copy = les_annotation_copy_to_edit (annotation);
      les_annotation_set_tags (copy, (const char * const *) tags);
      les_change_put (change, copy);
    }
  return change;
}

/**
 * les_edits_tag_all:
 * @annotations: ids, each once, ended by NULL
 * @tag: id
 *
 * Returns: (transfer full): gives @tag to those that lack it; one edit for each
 */
LesChange *
les_edits_tag_all (LesProject *project, const char * const *annotations, const char *tag)
{
  return retag (project, annotations, tag, FALSE, add_tag);
}

/** As les_edits_tag_all(), but takes the tag off those that carry it. */
LesChange *
les_edits_untag_all (LesProject *project, const char * const *annotations, const char *tag)
{
  return retag (project, annotations, tag, TRUE, remove_tag);
}

static void
collect_links (LesProject *project, const char * const *annotations, GHashTable *links)
{
  g_autoptr (LesChange) removal = les_edits_remove_annotations (project, annotations);

  for (guint i = 0; i < les_change_get_n_edits (removal); i++)
    if (les_change_get_edit (removal, i)->kind == LES_RECORD_LINK)
      g_hash_table_add (links, g_strdup (les_change_get_edit (removal, i)->id));
}

/** Returns: (transfer full): ids of the annotations among @records, of #LesRecord */
GStrv
les_note_dup_annotation_ids (GPtrArray *records)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  for (guint i = 0; i < records->len; i++)
    if (LES_IS_ANNOTATION (records->pdata[i]))
      g_strv_builder_add (ids, les_record_get_id (records->pdata[i]));
  return g_strv_builder_end (ids);
}

/**
 * les_edits_clear:
 * @records: (element-type LesRecord): each once
 *
 * What deleting rows of the list of annotations and notes means: annotations
 * go with the links that hang on them, everything else stays and only loses
 * its note.
 *
 * Returns: (transfer full): one step for all of them
 */
LesChange *
les_edits_clear (LesProject *project, GPtrArray *records)
{
  g_auto (GStrv) annotations = les_note_dup_annotation_ids (records);
  LesChange *change = *annotations != NULL ? les_edits_remove_annotations (project, (const char * const *) annotations)
                                           : les_change_new (LES_CHANGE_EDIT_NOTE);
  g_autoptr (GHashTable) gone = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  collect_links (project, (const char * const *) annotations, gone);
  for (guint i = 0; i < records->len; i++)
    {
      LesRecord *record = records->pdata[i];

      if (LES_IS_ANNOTATION (record)
          || (LES_IS_LINK (record) && g_hash_table_contains (gone, les_record_get_id (record))))
        continue;
      put_note (change, record, NULL);
    }
  return change;
}
