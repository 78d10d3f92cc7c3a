/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-placing.h"

#include <glib/gi18n-lib.h>

#include "les-anchor.h"
#include "les-extra.h"
#include "les-findings.h"

/* So much text is searched for annotations that are not in their place; a
 * file in which more is wrong than that is not searched to the end. */
#define SEARCH_BYTES G_GINT64_CONSTANT (2000000000)

/** @findings: (transfer none): of LesFinding; what is found wrong is added to it */
void
les_placing_init (LesPlacing *self, GPtrArray *findings)
{
  self->records = g_ptr_array_new_with_free_func (g_object_unref);
  self->findings = g_ptr_array_ref (findings);
  for (guint i = 0; i < LES_N_RECORD_KINDS; i++)
    self->by_id[i] = g_hash_table_new (g_str_hash, g_str_equal);
  self->search_bytes = 0;
}

void
les_placing_clear (LesPlacing *self)
{
  for (guint i = 0; i < LES_N_RECORD_KINDS; i++)
    g_hash_table_unref (self->by_id[i]);
  g_ptr_array_unref (self->records);
  g_ptr_array_unref (self->findings);
}

/** @id: (nullable). Returns: whether there is such a record */
gboolean
les_placing_has (LesPlacing *self, LesRecordKind kind, const char *id)
{
  return id != NULL && g_hash_table_contains (self->by_id[kind], id);
}

static LesArticle *
get_article (LesPlacing *self, const char *id)
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
set_field_aside (LesPlacing *self, LesRecord *record, guint field, const char *cause)
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
complete_tag (LesPlacing *self, LesTag *tag)
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
complete_relation (LesPlacing *self, LesRelation *relation)
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

static void
keep_missing_tags (LesPlacing *self, LesRecord *record, GPtrArray *missing)
{
  g_auto (LesExtra) extra = { NULL };
  g_autoptr (LesJsonWriter) writer = les_json_writer_new (TRUE);
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *source = NULL;

  les_json_writer_begin_array (writer, NULL);
  for (guint i = 0; i < missing->len; i++)
    les_json_writer_string (writer, NULL, missing->pdata[i]);
  les_json_writer_end_array (writer);
  bytes = les_json_writer_finish (writer);
  source = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  les_extra_init (&extra, record);
  les_extra_add_named (&extra, "tags", source);
  les_extra_store (&extra, record);
}

/* Tags that do not exist stay with the annotation, but no widget gets to see them. */
static char **
dup_known_tags (LesPlacing *self, LesRecord *record, const char * const *tags)
{
  g_autoptr (GPtrArray) known = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) missing = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; tags[i] != NULL; i++)
    if (les_placing_has (self, LES_RECORD_TAG, tags[i]))
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
check_tags (LesPlacing *self, LesAnnotation *annotation)
{
  g_auto (GStrv) known = dup_known_tags (self, LES_RECORD (annotation), les_annotation_get_tags (annotation));

  les_annotation_set_tags (annotation, (const char * const *) known);
}

static void
complete_tag_set (LesPlacing *self, LesTagSet *set)
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
move_annotation (LesPlacing *self, LesAnnotation *annotation, LesText *text, LesTextRange range)
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

/** Returns: whether it is an annotation that waits for a person who says where it belongs */
gboolean
les_placing_is_unplaced (LesRecord *record)
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
place_again (LesPlacing *self, LesAnnotation *annotation, LesText *text)
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
lose_place (LesPlacing *self, LesAnnotation *annotation, LesText *text, const char *cause)
{
  g_autofree char *was = g_strdup (les_annotation_get (annotation, LES_ANNOTATION_WAS));

  les_findings_to_place (self->findings, les_record_get_id (LES_RECORD (annotation)),
                         get_label (LES_RECORD (annotation)), cause);
  les_annotation_set_review (annotation, LES_REVIEW_UNPLACED, was);
  keep_unplaced_annotation (annotation, text);
}

static const char *
place_annotation (LesPlacing *self, LesAnnotation *annotation)
{
  LesArticle *article = get_article (self, les_annotation_get (annotation, LES_ANNOTATION_ARTICLE));
  LesText *text;
  LesTextRange range;

  if (article == NULL)
    return N_("its article does not exist");
  text = les_article_get_text (article);
  if (les_placing_is_unplaced (LES_RECORD (annotation)) && has_words (annotation))
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
place_link (LesPlacing *self, LesLink *link)
{
  const char *to = les_link_get (link, LES_LINK_TO);
  const char *missing_in = les_link_get (link, LES_LINK_MISSING_IN);

  if (les_link_get (link, LES_LINK_RELATION) == NULL)
    return N_("it has no relation");
  if (!les_placing_has (self, LES_RECORD_ANNOTATION, les_link_get (link, LES_LINK_FROM)))
    return N_("the annotation it comes from does not exist");
  if (to != NULL && !les_placing_has (self, LES_RECORD_ANNOTATION, to))
    return N_("the annotation it leads to does not exist");
  if (missing_in != NULL && !les_placing_has (self, LES_RECORD_ARTICLE, missing_in))
    return N_("the article it speaks of does not exist");
  if (to == NULL && missing_in == NULL)
    return N_("it leads nowhere");
  return NULL;
}

static const char *
place_comparison (LesPlacing *self, LesComparison *comparison)
{
  if (!les_placing_has (self, LES_RECORD_ARTICLE, les_comparison_get (comparison, LES_COMPARISON_LEFT))
      || !les_placing_has (self, LES_RECORD_ARTICLE, les_comparison_get (comparison, LES_COMPARISON_RIGHT)))
    return N_("one of its articles does not exist");
  return NULL;
}

/**
 * les_placing_place:
 * @record: not sealed; what it refers to has to be added already
 *
 * Mends what can be mended in the record.
 *
 * Returns: (nullable): NULL, or why the record has no place in the project
 */
const char *
les_placing_place (LesPlacing *self, LesRecord *record)
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

/** @record: (transfer full): has its place, and an id that is not taken */
void
les_placing_add (LesPlacing *self, LesRecord *record)
{
  g_ptr_array_add (self->records, record);
  g_hash_table_insert (self->by_id[les_record_get_kind (record)], (gpointer) les_record_get_id (record), record);
}

/** When every article was added. An older version that is not there is no harm to the newer one. */
void
les_placing_check_versions (LesPlacing *self)
{
  for (guint i = 0; i < self->records->len; i++)
    {
      LesRecord *record = g_ptr_array_index (self->records, i);
      const char *older = LES_IS_ARTICLE (record) ? les_article_get (LES_ARTICLE (record), LES_ARTICLE_VERSION_OF) : NULL;

      if (older != NULL && (!les_placing_has (self, LES_RECORD_ARTICLE, older) || g_str_equal (older, les_record_get_id (record))))
        set_field_aside (self, record, LES_ARTICLE_VERSION_OF, N_("no older article"));
    }
}

static gboolean
leads_to_itself (LesPlacing *self, LesTag *tag)
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

/** When every tag was added: the tree can be judged only then. */
void
les_placing_check_tag_parents (LesPlacing *self)
{
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < self->records->len; i++)
      {
        LesRecord *record = g_ptr_array_index (self->records, i);
        const char *parent = LES_IS_TAG (record) ? les_tag_get (LES_TAG (record), LES_TAG_PARENT) : NULL;

        if (parent == NULL)
          continue;
        if (pass == 0 && !les_placing_has (self, LES_RECORD_TAG, parent))
          set_field_aside (self, record, LES_TAG_PARENT, N_("that tag does not exist"));
        else if (pass == 1 && leads_to_itself (self, LES_TAG (record)))
          set_field_aside (self, record, LES_TAG_PARENT, N_("the tag would stand under itself"));
      }
}
