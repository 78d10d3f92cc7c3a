/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-project-format.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "les-anchor.h"
#include "les-error.h"
#include "les-extra.h"
#include "les-findings.h"
#include "les-json-gate.h"
#include "les-limits.h"
#include "les-record-names.h"
#include "les-record-reader.h"

#define FORMAT "lesart-project"
#define VERSION 1
/* So much text is searched for annotations that are not in their place; a
 * file in which more is wrong than that is not searched to the end. */
#define SEARCH_BYTES G_GINT64_CONSTANT (2000000000)

/*
 * Bytes of a project file -> records that refer to each other rightly. What
 * cannot be placed is set aside in the project's own "unplaced", is tried again
 * with each reading, and comes back out with each writing.
 */
typedef struct
{
  LesJsonSpan root;
  LesJsonSpan tables[LES_N_RECORD_KINDS];
  LesJsonSpan unplaced;
  GCancellable *cancellable;

  LesRecord *info;
  LesExtra extra;                            /* of the project */
  GPtrArray *records;                        /* of LesRecord */
  GPtrArray *findings;                       /* of LesFinding */
  GHashTable *by_id[LES_N_RECORD_KINDS];     /* id -> record, borrowed from records */
  gint64 search_bytes;
} ProjectReader;

/* One element of a table, or one that was set aside from it earlier. */
typedef struct
{
  LesRecordKind kind;
  LesJsonSpan source;
  LesJsonSpan unplaced;      /* the element of "unplaced"; not set when it stands in its table */
} Candidate;

static const char *
name_of (Candidate *candidate)
{
  return les_record_names_get_table (candidate->kind);
}

static void
set_aside (ProjectReader *self, Candidate *candidate, const char *id, const char *cause)
{
  g_autofree char *label = les_findings_dup_label (candidate->source);

  les_findings_aside (self->findings, candidate->kind, id, label, NULL, cause);
  if (les_json_span_is_set (candidate->unplaced))
    les_extra_keep (&self->extra, candidate->unplaced);
  else
    les_extra_set_aside (&self->extra, name_of (candidate), candidate->source, cause);
}

/* An id that follows from what the record says: the same file gives the same ids. */
static char *
derive_id (LesJsonSpan source, guint attempt)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *salt = g_strdup_printf ("%u:", attempt);
  const char *hex;

  g_checksum_update (checksum, (const guchar *) salt, -1);
  g_checksum_update (checksum, (const guchar *) source.bytes, source.n_bytes);
  hex = g_checksum_get_string (checksum);
  return g_strdup_printf ("%.8s-%.4s-8%.3s-8%.3s-%.12s", hex, hex + 8, hex + 12, hex + 15, hex + 18);
}

static char *
dup_free_id (ProjectReader *self, Candidate *candidate)
{
  char *id = NULL;

  for (guint attempt = 0; id == NULL; attempt++)
    {
      id = derive_id (candidate->source, attempt);
      if (g_hash_table_contains (self->by_id[candidate->kind], id))
        g_clear_pointer (&id, g_free);
    }
  return id;
}

static char *
dup_id (ProjectReader *self, Candidate *candidate)
{
  char *id = les_json_span_dup_string (les_json_span_find (candidate->source, "id"));

  if (id == NULL || *id == '\0')
    {
      g_free (id);
      id = dup_free_id (self, candidate);
      les_findings_note (self->findings, "%s %s: had no id, got this one", name_of (candidate), id);
    }
  else if (g_hash_table_contains (self->by_id[candidate->kind], id))
    {
      g_autofree char *old = id;

      id = dup_free_id (self, candidate);
      les_findings_error (self->findings, "%s %s: the id stands twice; the second one is now %s",
                          name_of (candidate), old, id);
    }
  return id;
}

static gboolean
exists (ProjectReader *self, LesRecordKind kind, const char *id)
{
  return id != NULL && g_hash_table_contains (self->by_id[kind], id);
}

static LesArticle *
get_article (ProjectReader *self, const char *id)
{
  return id == NULL ? NULL : g_hash_table_lookup (self->by_id[LES_RECORD_ARTICLE], id);
}

/* By what a person knows the record. */
static const char *
get_label (LesRecord *record)
{
  if (LES_IS_ANNOTATION (record))
    return les_annotation_get (LES_ANNOTATION (record), LES_ANNOTATION_EXACT);
  if (LES_IS_TAG (record))
    return les_tag_get (LES_TAG (record), LES_TAG_NAME);
  return NULL;
}

/* Takes a value that may not stay out of its field and keeps it aside in the record. */
static void
set_field_aside (ProjectReader *self, LesRecord *record, guint field, const char *cause)
{
  g_auto (LesExtra) extra = { NULL };
  g_autoptr (LesJsonWriter) writer = les_json_writer_new (TRUE);
  g_autoptr (GBytes) bytes = NULL;
  gsize n_bytes;
  const char *data;
  const char *name = les_record_get_string_name (record, field);

  les_findings_aside (self->findings, les_record_get_kind (record), les_record_get_id (record), get_label (record),
                      name, cause);
  les_json_writer_string (writer, NULL, les_record_get_string (record, field));
  bytes = les_json_writer_finish (writer);
  data = g_bytes_get_data (bytes, &n_bytes);
  les_extra_init (&extra, record);
  les_extra_set_aside (&extra, name, les_json_span_of (data, n_bytes), cause);
  les_extra_store (&extra, record);
  les_record_set_string (record, field, NULL);
}

static void
complete_tag (ProjectReader *self, LesTag *tag)
{
  LesRecord *record = LES_RECORD (tag);
  const char *color = les_tag_get (tag, LES_TAG_COLOR);

  if (les_tag_get (tag, LES_TAG_NAME) == NULL)
    {
      les_tag_set (tag, LES_TAG_NAME, les_record_get_id (record));
      les_findings_note (self->findings, "tags %s: has no name, is called by its id", les_record_get_id (record));
    }
  if (color != NULL && !les_tag_color_is_valid (color))
    set_field_aside (self, record, LES_TAG_COLOR, N_("not a color #RRGGBB"));
  if (les_tag_get (tag, LES_TAG_COLOR) == NULL)
    les_tag_set (tag, LES_TAG_COLOR,
                 les_tag_palette_color (g_hash_table_size (self->by_id[LES_RECORD_TAG])));
}

static void
keep_missing_tags (ProjectReader *self, LesRecord *record, GPtrArray *missing)
{
  g_auto (LesExtra) extra = { NULL };
  g_autoptr (LesJsonWriter) writer = les_json_writer_new (TRUE);
  g_autoptr (GBytes) bytes = NULL;

  les_json_writer_begin_array (writer, NULL);
  for (guint i = 0; i < missing->len; i++)
    les_json_writer_string (writer, NULL, missing->pdata[i]);
  les_json_writer_end_array (writer);
  bytes = les_json_writer_finish (writer);

  les_extra_init (&extra, record);
  {
    g_autofree char *source = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

    les_extra_add_named (&extra, "tags", source);
  }
  les_extra_store (&extra, record);
}

/* Tags that do not exist stay with the annotation, but no widget gets to see them. */
static char **
dup_known_tags (ProjectReader *self, LesRecord *record, const char * const *tags)
{
  g_autoptr (GPtrArray) known = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) missing = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; tags[i] != NULL; i++)
    if (exists (self, LES_RECORD_TAG, tags[i]))
      g_ptr_array_add (known, g_strdup (tags[i]));
    else
      {
        g_ptr_array_add (missing, g_strdup (tags[i]));
        les_findings_aside (self->findings, les_record_get_kind (record), les_record_get_id (record),
                            get_label (record), tags[i], N_("one of its tags does not exist"));
      }
  if (missing->len > 0)
    keep_missing_tags (self, record, missing);
  g_ptr_array_add (known, NULL);
  return (char **) g_ptr_array_steal (known, NULL);
}

static void
check_tags (ProjectReader *self, LesAnnotation *annotation)
{
  g_auto (GStrv) known = dup_known_tags (self, LES_RECORD (annotation), les_annotation_get_tags (annotation));

  les_annotation_set_tags (annotation, (const char * const *) known);
}

static void
complete_tag_set (ProjectReader *self, LesTagSet *set)
{
  LesRecord *record = LES_RECORD (set);
  g_auto (GStrv) known = dup_known_tags (self, record, les_tag_set_get_tags (set));

  les_tag_set_set_tags (set, (const char * const *) known);
  if (les_tag_set_get (set, LES_TAG_SET_NAME) != NULL)
    return;
  les_record_set_string (record, LES_TAG_SET_NAME, les_record_get_id (record));
  les_findings_note (self->findings, "tag_sets %s: has no name, is called by its id", les_record_get_id (record));
}

static void
move_annotation (ProjectReader *self, LesAnnotation *annotation, LesText *text, LesTextRange range)
{
  LesTextRange old = les_annotation_get_range (annotation);

  les_findings_note (self->findings, "annotations %s: found again by its words at %d-%d, was %d-%d",
                     les_record_get_id (LES_RECORD (annotation)), range.start, range.end, old.start, old.end);
  les_annotation_set_range (annotation, range);
  les_annotation_anchor (annotation, text);
}

static gboolean
has_words (LesAnnotation *annotation)
{
  const char *exact = les_annotation_get (annotation, LES_ANNOTATION_EXACT);

  return exact != NULL && *exact != '\0';
}

static gboolean
is_unplaced (LesRecord *record)
{
  return LES_IS_ANNOTATION (record) && les_annotation_get_review (LES_ANNOTATION (record)) == LES_REVIEW_UNPLACED;
}

/* Its words are known not to be in the text: a person has to say where it belongs. */
static void
keep_unplaced_annotation (LesAnnotation *annotation, LesText *text)
{
  int place = CLAMP (les_annotation_get_range (annotation).start, 0, les_text_get_n_chars (text));

  les_annotation_set_range (annotation, LES_TEXT_RANGE (place, place));
}

/* An annotation that was to be placed before; its text may have been put right meanwhile. */
static void
place_again (ProjectReader *self, LesAnnotation *annotation, LesText *text)
{
  LesTextRange range;

  if (self->search_bytes <= SEARCH_BYTES)
    {
      self->search_bytes += les_text_get_n_bytes (text);
      if (les_anchor_is_back (annotation, text, &range))
        {
          move_annotation (self, annotation, text, range);
          les_annotation_set_review (annotation, LES_REVIEW_MOVED, NULL);
          return;
        }
    }
  keep_unplaced_annotation (annotation, text);
}

static void
lose_place (ProjectReader *self, LesAnnotation *annotation, LesText *text, const char *cause)
{
  g_autofree char *was = g_strdup (les_annotation_get (annotation, LES_ANNOTATION_WAS));

  les_findings_to_place (self->findings, les_record_get_id (LES_RECORD (annotation)),
                         get_label (LES_RECORD (annotation)), cause);
  les_annotation_set_review (annotation, LES_REVIEW_UNPLACED, was);
  keep_unplaced_annotation (annotation, text);
}

static const char *
place_annotation (ProjectReader *self, LesAnnotation *annotation)
{
  LesArticle *article = get_article (self, les_annotation_get (annotation, LES_ANNOTATION_ARTICLE));
  LesText *text;
  LesTextRange range;

  if (article == NULL)
    return N_("its article does not exist");
  text = les_article_get_text (article);
  if (is_unplaced (LES_RECORD (annotation)) && has_words (annotation))
    {
      place_again (self, annotation, text);
      check_tags (self, annotation);
      return NULL;
    }
  if (self->search_bytes > SEARCH_BYTES)
    return N_("its words were not looked for, too much else is wrong");

  switch (les_anchor_find (annotation, text, &range))
    {
    case LES_ANCHOR_MOVED:
      self->search_bytes += les_text_get_n_bytes (text);
      move_annotation (self, annotation, text, range);
      break;
    case LES_ANCHOR_LOST:
      self->search_bytes += les_text_get_n_bytes (text);
      if (!has_words (annotation))
        return N_("it has no words, and does not say where in the text it stands");
      lose_place (self, annotation, text, N_("its words are not where it says, nor in one other place"));
      break;
    case LES_ANCHOR_IN_PLACE:
      if (les_annotation_get (annotation, LES_ANNOTATION_EXACT) == NULL)
        les_annotation_anchor (annotation, text);
      break;
    default:
      g_assert_not_reached ();
    }
  check_tags (self, annotation);
  return NULL;
}

static const char *
place_link (ProjectReader *self, LesLink *link)
{
  const char *to = les_link_get (link, LES_LINK_TO);
  const char *missing_in = les_link_get (link, LES_LINK_MISSING_IN);

  if (les_link_get (link, LES_LINK_RELATION) == NULL)
    return N_("it has no relation");
  if (!exists (self, LES_RECORD_ANNOTATION, les_link_get (link, LES_LINK_FROM)))
    return N_("the annotation it comes from does not exist");
  if (to != NULL && !exists (self, LES_RECORD_ANNOTATION, to))
    return N_("the annotation it leads to does not exist");
  if (missing_in != NULL && !exists (self, LES_RECORD_ARTICLE, missing_in))
    return N_("the article it speaks of does not exist");
  if (to == NULL && missing_in == NULL)
    return N_("it leads nowhere");
  return NULL;
}

static const char *
place_comparison (ProjectReader *self, LesComparison *comparison)
{
  if (!exists (self, LES_RECORD_ARTICLE, les_comparison_get (comparison, LES_COMPARISON_LEFT))
      || !exists (self, LES_RECORD_ARTICLE, les_comparison_get (comparison, LES_COMPARISON_RIGHT)))
    return N_("one of its articles does not exist");
  return NULL;
}

static void
complete_relation (ProjectReader *self, LesRelation *relation)
{
  LesRecord *record = LES_RECORD (relation);
  const char *color = les_relation_get (relation, LES_RELATION_COLOR);

  if (les_relation_get (relation, LES_RELATION_NAME) == NULL)
    {
      les_relation_set (relation, LES_RELATION_NAME, les_record_get_id (record));
      les_findings_note (self->findings, "relations %s: has no name, is called by its id", les_record_get_id (record));
    }
  if (color != NULL && !les_tag_color_is_valid (color))
    set_field_aside (self, record, LES_RELATION_COLOR, N_("not a color #RRGGBB"));
  if (les_relation_get (relation, LES_RELATION_COLOR) == NULL)
    les_relation_set (relation, LES_RELATION_COLOR,
                      les_tag_palette_color (g_hash_table_size (self->by_id[LES_RECORD_RELATION])));
}

/* Returns: NULL, or why the record has no place in the project */
static const char *
place_record (ProjectReader *self, LesRecord *record)
{
  switch (les_record_get_kind (record))
    {
    case LES_RECORD_TAG:
      complete_tag (self, LES_TAG (record));
      return NULL;
    case LES_RECORD_RELATION:
      complete_relation (self, LES_RELATION (record));
      return NULL;
    case LES_RECORD_TAG_SET:
      complete_tag_set (self, LES_TAG_SET (record));
      return NULL;
    case LES_RECORD_ANNOTATION:
      return place_annotation (self, LES_ANNOTATION (record));
    case LES_RECORD_LINK:
      return place_link (self, LES_LINK (record));
    case LES_RECORD_COMPARISON:
      return place_comparison (self, LES_COMPARISON (record));
    case LES_RECORD_INFO:
    case LES_RECORD_ARTICLE:
    case LES_N_RECORD_KINDS:
    default:
      return NULL;
    }
}

static void
add_record (ProjectReader *self, LesRecord *record)
{
  g_ptr_array_add (self->records, record);
  g_hash_table_insert (self->by_id[les_record_get_kind (record)], (gpointer) les_record_get_id (record), record);
}

static void
read_candidate (ProjectReader *self, Candidate *candidate)
{
  g_autofree char *id = NULL;
  LesRecord *record;
  const char *cause;

  if (!les_json_span_is_object (candidate->source))
    {
      set_aside (self, candidate, "-", N_("not an object"));
      return;
    }
  id = dup_id (self, candidate);
  record = les_record_reader_read (candidate->kind, candidate->source, id, self->findings);
  cause = place_record (self, record);
  if (cause == NULL)
    {
      if (les_json_span_is_set (candidate->unplaced) && !is_unplaced (record))
        les_findings_note (self->findings, "%s %s: was set aside and has its place again", name_of (candidate), id);
      add_record (self, record);
      return;
    }
  set_aside (self, candidate, id, cause);
  g_object_unref (record);
}

/* Whether an element of "unplaced" is a record that may have its place by now. */
static gboolean
get_unplaced_record (LesJsonSpan unplaced, Candidate *candidate)
{
  g_autofree char *member = les_json_span_dup_string (les_json_span_find (unplaced, "member"));

  candidate->unplaced = unplaced;
  candidate->source = les_json_span_find (unplaced, "value");
  return les_record_names_find_table (member, &candidate->kind)
         && candidate->kind != LES_RECORD_INFO
         && les_json_span_is_object (candidate->source);
}

static gboolean
read_array (ProjectReader *self, LesRecordKind kind, LesJsonSpan array, GError **error)
{
  LesJsonScan scan;
  guint n = 0;

  for (les_json_scan_init (&scan, array); les_json_scan_next (&scan);)
    {
      Candidate candidate = { kind, scan.value, { NULL, 0 } };

      if (g_cancellable_set_error_if_cancelled (self->cancellable, error) || !les_project_format_check_count (kind, ++n, error))
        return FALSE;
      read_candidate (self, &candidate);
    }
  return TRUE;
}

static void
read_unplaced (ProjectReader *self, LesRecordKind kind)
{
  LesJsonScan scan;

  if (!les_json_span_is_array (self->unplaced))
    return;
  for (les_json_scan_init (&scan, self->unplaced); les_json_scan_next (&scan);)
    {
      Candidate candidate;

      if (get_unplaced_record (scan.value, &candidate) && candidate.kind == kind)
        read_candidate (self, &candidate);
    }
}

static gboolean
read_table (ProjectReader *self, LesRecordKind kind, GError **error)
{
  if (!read_array (self, kind, self->tables[kind], error))
    return FALSE;
  read_unplaced (self, kind);
  return TRUE;
}

/* An older version that is not there is no harm to the newer one. */
static void
check_versions (ProjectReader *self)
{
  for (guint i = 0; i < self->records->len; i++)
    {
      LesRecord *record = g_ptr_array_index (self->records, i);
      const char *older = LES_IS_ARTICLE (record) ? les_article_get (LES_ARTICLE (record), LES_ARTICLE_VERSION_OF) : NULL;

      if (older != NULL && (!exists (self, LES_RECORD_ARTICLE, older) || g_str_equal (older, les_record_get_id (record))))
        set_field_aside (self, record, LES_ARTICLE_VERSION_OF, N_("no older article"));
    }
}

static gboolean
leads_to_itself (ProjectReader *self, LesTag *tag)
{
  const char *id = les_record_get_id (LES_RECORD (tag));
  const char *parent = les_tag_get (tag, LES_TAG_PARENT);

  for (guint n = g_hash_table_size (self->by_id[LES_RECORD_TAG]); parent != NULL && n > 0; n--)
    {
      if (g_str_equal (parent, id))
        return TRUE;
      parent = les_tag_get (g_hash_table_lookup (self->by_id[LES_RECORD_TAG], parent), LES_TAG_PARENT);
    }
  return FALSE;
}

/* The tree of tags can be judged only when all of them are there. */
static void
check_tag_parents (ProjectReader *self)
{
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < self->records->len; i++)
      {
        LesRecord *record = g_ptr_array_index (self->records, i);
        const char *parent = LES_IS_TAG (record) ? les_tag_get (LES_TAG (record), LES_TAG_PARENT) : NULL;

        if (parent == NULL)
          continue;
        if (pass == 0 && !exists (self, LES_RECORD_TAG, parent))
          set_field_aside (self, record, LES_TAG_PARENT, N_("that tag does not exist"));
        else if (pass == 1 && leads_to_itself (self, LES_TAG (record)))
          set_field_aside (self, record, LES_TAG_PARENT, N_("the tag would stand under itself"));
      }
}

static gboolean
is_reserved (const char *name)
{
  const char * const reserved[] = { "format", "version", "id", NULL };
  LesRecordKind kind;

  return g_strv_contains (reserved, name)
         || (les_record_names_find_table (name, &kind) && kind != LES_RECORD_INFO);
}

static void
read_info_string (ProjectReader *self, guint field, LesJsonSpan value)
{
  g_autofree char *string = les_json_span_dup_string (value);
  const char *name = les_record_get_string_name (self->info, field);

  les_record_set_string (self->info, field, string);
  if (string != NULL || les_json_span_is_null (value))
    return;
  les_extra_set_aside (&self->extra, name, value, "not a string");
  les_findings_error (self->findings, "\"%s\": not a string; kept aside", name);
}

static void
keep_value (ProjectReader *self, LesJsonSpan unplaced)
{
  les_extra_keep (&self->extra, unplaced);
  les_findings_note (self->findings, "the project holds a value that was set aside earlier");
}

/* Whatever of "unplaced" read_unplaced() will not take. */
static void
keep_unplaced (ProjectReader *self, LesJsonSpan unplaced)
{
  LesJsonScan scan;
  Candidate candidate;

  self->unplaced = unplaced;
  if (!les_json_span_is_array (unplaced))
    {
      keep_value (self, unplaced);
      return;
    }
  for (les_json_scan_init (&scan, unplaced); les_json_scan_next (&scan);)
    if (!get_unplaced_record (scan.value, &candidate))
      keep_value (self, scan.value);
}

static void
note_table (ProjectReader *self, const char *name, LesJsonSpan value)
{
  LesRecordKind kind;

  if (!les_record_names_find_table (name, &kind))
    return;
  if (les_json_span_is_array (value))
    {
      self->tables[kind] = value;
      return;
    }
  les_extra_set_aside (&self->extra, name, value, "not an array");
  les_findings_error (self->findings, "\"%s\": not an array; kept aside", name);
}

/* What says which project this is, but says it in another way than we know. */
static void
keep_odd_head (ProjectReader *self, const char *name, LesJsonSpan value)
{
  gint64 version;

  if (g_str_equal (name, "id") && !les_json_span_is_string (value))
    les_extra_set_aside (&self->extra, name, value, "not a string");
  if (g_str_equal (name, "version") && (!les_json_span_get_int (value, &version) || version != VERSION))
    les_extra_set_aside (&self->extra, name, value, "another format version");
}

static void
read_info (ProjectReader *self)
{
  LesJsonScan scan;
  guint field;

  les_extra_init (&self->extra, NULL);
  for (les_json_scan_init (&scan, self->root); les_json_scan_next (&scan);)
    {
      g_autofree char *name = les_json_span_dup_string (scan.name);

      if (name == NULL)
        les_extra_add (&self->extra, scan.name, scan.value);
      else if (les_record_names_find_field (self->info, name, &field))
        read_info_string (self, field, scan.value);
      else if (g_str_equal (name, LES_UNPLACED))
        keep_unplaced (self, scan.value);
      else if (is_reserved (name))
        {
          note_table (self, name, scan.value);
          keep_odd_head (self, name, scan.value);
        }
      else
        les_extra_add (&self->extra, scan.name, scan.value);
    }
}

static void
create_info (ProjectReader *self)
{
  LesJsonSpan value = les_json_span_find (self->root, "id");
  g_autofree char *id = les_json_span_dup_string (value);

  if (id == NULL || *id == '\0')
    {
      g_free (id);
      id = derive_id (self->root, 0);
      les_findings_note (self->findings, "the project had no id, got %s", id);
    }
  self->info = LES_RECORD (les_project_info_new (id));
}

static gboolean
read_version (LesJsonSpan root, GPtrArray *findings)
{
  LesJsonSpan span = les_json_span_find (root, "version");
  g_autofree char *source = les_json_span_dup (span);
  gint64 version;

  if (les_json_span_get_int (span, &version) && version >= 1 && version <= VERSION)
    return FALSE;
  les_findings_note (findings, "format version %s is not known here (%d is): read only",
                     les_json_span_is_set (span) ? source : "(missing)", VERSION);
  return TRUE;
}

static gboolean
check_format (LesJsonSpan root, GError **error)
{
  g_autofree char *format = les_json_span_dup_string (les_json_span_find (root, "format"));

  if (les_json_span_is_object (root) && g_strcmp0 (format, FORMAT) == 0)
    return TRUE;
  g_set_error_literal (error, LES_ERROR, LES_ERROR_NOT_A_PROJECT,
                       "JSON, but its \"format\" is not \"" FORMAT "\"");
  return FALSE;
}

static gboolean
read_tables (ProjectReader *self, GError **error)
{
  for (guint kind = LES_RECORD_ARTICLE; kind < LES_N_RECORD_KINDS; kind++)
    {
      if (!read_table (self, kind, error))
        return FALSE;
      if (kind == LES_RECORD_ARTICLE)
        check_versions (self);
      if (kind == LES_RECORD_TAG)
        check_tag_parents (self);
    }
  return TRUE;
}

static void
init_reader (ProjectReader *self)
{
  self->records = g_ptr_array_new_with_free_func (g_object_unref);
  self->findings = les_findings_new ();
  for (guint i = 0; i < LES_N_RECORD_KINDS; i++)
    self->by_id[i] = g_hash_table_new (g_str_hash, g_str_equal);
}

static void
clear_reader (ProjectReader *self)
{
  for (guint i = 0; i < LES_N_RECORD_KINDS; i++)
    g_hash_table_unref (self->by_id[i]);
  les_extra_clear (&self->extra);
  g_clear_object (&self->info);
  g_ptr_array_unref (self->records);
  g_ptr_array_unref (self->findings);
}

static LesLoadedProject *
finish_reader (ProjectReader *self, gboolean newer_version)
{
  LesLoadedProject *loaded = g_new0 (LesLoadedProject, 1);

  les_extra_store (&self->extra, self->info);
  loaded->project = les_project_new_from_records (LES_PROJECT_INFO (self->info), self->records);
  loaded->findings = g_ptr_array_ref (self->findings);
  loaded->newer_version = newer_version;
  return loaded;
}

static LesLoadedProject *
read_root (LesJsonSpan root, GCancellable *cancellable, GError **error)
{
  ProjectReader self = { .root = root, .cancellable = cancellable };
  LesLoadedProject *loaded = NULL;
  gboolean newer_version;

  init_reader (&self);
  newer_version = read_version (root, self.findings);
  create_info (&self);
  read_info (&self);
  if (read_tables (&self, error))
    loaded = finish_reader (&self, newer_version);
  clear_reader (&self);
  return loaded;
}

/**
 * les_project_format_read:
 * @bytes: what stands in the file
 *
 * Any thread. Nothing of a file that is JSON and a project gets lost: see
 * "findings" for what could not be placed; it comes back out when the project
 * is written.
 *
 * Errors: %LES_ERROR_SYNTAX (the message starts with LINE:COLUMN),
 * %LES_ERROR_EMPTY, %LES_ERROR_NOT_A_PROJECT, %LES_ERROR_PROJECT_TOO_LARGE,
 * %G_IO_ERROR_CANCELLED.
 *
 * Returns: (transfer full): the project and what was wrong with it
 */
LesLoadedProject *
les_project_format_read (GBytes *bytes, GCancellable *cancellable, GError **error)
{
  gsize n_bytes;
  const char *data = g_bytes_get_data (bytes, &n_bytes);
  LesJsonSpan root;

  if (!les_json_gate_check (data, n_bytes, cancellable, error))
    return NULL;
  data = les_json_gate_skip_bom (data, &n_bytes);
  root = les_json_span_of (data, n_bytes);
  return check_format (root, error) ? read_root (root, cancellable, error) : NULL;
}

/** Frees the project, the findings and @loaded itself. @loaded: (transfer full) */
void
les_loaded_project_free (LesLoadedProject *loaded)
{
  g_clear_object (&loaded->project);
  g_clear_pointer (&loaded->findings, g_ptr_array_unref);
  g_free (loaded);
}

/**
 * les_project_format_check_count:
 * @n: how many records of @kind there are or would be
 *
 * Any thread. The same limits hold for reading and for writing.
 *
 * Errors: %LES_ERROR_PROJECT_TOO_LARGE.
 *
 * Returns: whether a project may hold so many
 */
gboolean
les_project_format_check_count (LesRecordKind kind, guint n, GError **error)
{
  const guint limit = kind == LES_RECORD_ARTICLE ? LES_LIMIT_PROJECT_ARTICLES : LES_LIMIT_PROJECT_ANNOTATIONS;

  if (n <= limit)
    return TRUE;
  g_set_error (error, LES_ERROR, LES_ERROR_PROJECT_TOO_LARGE, "more than %u %s", limit, les_record_names_get_table (kind));
  return FALSE;
}

/**
 * les_project_format_is_project_name:
 * @name: a file name or a path
 *
 * Returns: whether a file of this name is a project, as far as names go:
 *   upper and lower case are the same, as after a journey through other systems
 */
gboolean
les_project_format_is_project_name (const char *name)
{
  gsize length;
  const gsize n = strlen (LES_PROJECT_SUFFIX);

  g_return_val_if_fail (name != NULL, FALSE);

  length = strlen (name);
  return length > n && name[length - n - 1] != '/'
         && g_ascii_strcasecmp (name + length - n, LES_PROJECT_SUFFIX) == 0;
}

/** Returns: whether the file is a project, as les_project_format_is_project_name() tells from its name */
gboolean
les_project_format_is_project_file (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);

  return les_project_format_is_project_name (name);
}
