/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-note-entry.h"

#include <string.h>

#include "les-fold.h"
#include "les-note-edits.h"

/* A file can name parents in a circle. */
#define MAX_TAG_LEVELS 64

static const char * const kind_names[LES_N_RECORD_KINDS] = {
  [LES_RECORD_INFO] = "project",
  [LES_RECORD_ARTICLE] = "articles",
  [LES_RECORD_TAG] = "tags",
  [LES_RECORD_ANNOTATION] = "annotations",
  [LES_RECORD_LINK] = "links",
  [LES_RECORD_COMPARISON] = "comparisons",
};

/** Returns: (transfer none) (nullable): the value of %LES_NOTE_FACET_KIND; NULL for kinds without notes */
const char *
les_note_kind_get_name (LesRecordKind kind)
{
  return kind_names[kind];
}

static void
append_words (GString *words, const char *more)
{
  if (more == NULL)
    return;
  g_string_append (words, more);
  g_string_append_c (words, '\n');
}

static void
append_annotation (GString *words, LesAnnotation *annotation)
{
  append_words (words, les_annotation_get (annotation, LES_ANNOTATION_EXACT));
  append_words (words, les_annotation_get (annotation, LES_ANNOTATION_SPEAKER));
  append_words (words, les_annotation_get (annotation, LES_ANNOTATION_RELAY));
}

static void
append_article (GString *words, LesArticle *article)
{
  g_autofree char *heading = les_article_dup_heading (article);

  append_words (words, heading);
}

static void
fold (LesNoteEntry *self)
{
  g_autoptr (GString) words = g_string_new (NULL);

  if (LES_IS_ANNOTATION (self->record))
    append_annotation (words, LES_ANNOTATION (self->record));
  else if (LES_IS_ARTICLE (self->record))
    append_article (words, LES_ARTICLE (self->record));
  else if (LES_IS_TAG (self->record))
    append_words (words, les_tag_get (LES_TAG (self->record), LES_TAG_NAME));
  append_words (words, les_note_of (self->record));
  g_free (self->folded);
  self->folded = les_fold (words->str, words->len, &self->n_folded_bytes);
}

/** Returns: (transfer full): with its first row */
LesNoteEntry *
les_note_entry_new (LesProject *project, LesRecord *record)
{
  LesNoteEntry *self = g_new0 (LesNoteEntry, 1);

  self->record = g_object_ref (record);
  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (self->rows, les_note_row_new (record));
  fold (self);
  return self;
}

void
les_note_entry_free (LesNoteEntry *self)
{
  g_object_unref (self->record);
  g_ptr_array_unref (self->rows);
  g_free (self->folded);
  g_free (self->date);
  g_free (self);
}

/** @record: what became of the record; its rows say so */
void
les_note_entry_set_record (LesNoteEntry *self, LesProject *project, LesRecord *record)
{
  if (!g_set_object (&self->record, record))
    return;
  g_clear_pointer (&self->date, g_free);
  fold (self);
  for (guint i = 0; i < self->rows->len; i++)
    les_note_row_set_record (self->rows->pdata[i], record);
}

/** Returns: (transfer none): its row in the @occurrence-th group that it stands in */
LesNoteRow *
les_note_entry_get_row (LesNoteEntry *self, guint occurrence)
{
  while (self->rows->len <= occurrence)
    g_ptr_array_add (self->rows, les_note_row_new (self->record));
  return self->rows->pdata[occurrence];
}

static gboolean
visit_tag (LesProject *project, const char *id, LesNoteVisit visit, gpointer data)
{
  for (int level = 0; id != NULL && level < MAX_TAG_LEVELS; level++)
    {
      LesTag *tag = les_project_get_tag (project, id);

      if (tag == NULL)
        break;
      if (visit (id, data))
        return TRUE;
      id = les_tag_get (tag, LES_TAG_PARENT);
    }
  return FALSE;
}

static gboolean
visit_tags (LesProject *project, LesRecord *record, LesNoteVisit visit, gpointer data)
{
  const char * const *tags;

  if (LES_IS_TAG (record))
    return visit_tag (project, les_record_get_id (record), visit, data);
  if (!LES_IS_ANNOTATION (record))
    return FALSE;

  tags = les_annotation_get_tags (LES_ANNOTATION (record));
  if (*tags == NULL)
    return visit ("", data);
  for (; *tags != NULL; tags++)
    if (visit_tag (project, *tags, visit, data))
      return TRUE;
  return FALSE;
}

static const char *
get_article_of (LesProject *project, const char *annotation)
{
  LesAnnotation *record = les_project_get_annotation (project, annotation);

  return record != NULL ? les_annotation_get (record, LES_ANNOTATION_ARTICLE) : NULL;
}

/* The articles that a record is about: one, or both of what joins two. */
static void
find_articles (LesProject *project, LesRecord *record, const char *ids[2])
{
  ids[0] = ids[1] = NULL;
  switch (les_record_get_kind (record))
    {
    case LES_RECORD_ARTICLE:
      ids[0] = les_record_get_id (record);
      break;
    case LES_RECORD_ANNOTATION:
      ids[0] = les_annotation_get (LES_ANNOTATION (record), LES_ANNOTATION_ARTICLE);
      break;
    case LES_RECORD_LINK:
      ids[0] = get_article_of (project, les_link_get (LES_LINK (record), LES_LINK_FROM));
      ids[1] = les_link_get (LES_LINK (record), LES_LINK_MISSING_IN);
      if (ids[1] == NULL)
        ids[1] = get_article_of (project, les_link_get (LES_LINK (record), LES_LINK_TO));
      break;
    case LES_RECORD_COMPARISON:
      ids[0] = les_comparison_get (LES_COMPARISON (record), LES_COMPARISON_LEFT);
      ids[1] = les_comparison_get (LES_COMPARISON (record), LES_COMPARISON_RIGHT);
      break;
    case LES_RECORD_INFO:
    case LES_RECORD_TAG:
    case LES_N_RECORD_KINDS:
    default:
      break;
    }
}

static const char *
get_outlet (LesArticle *article)
{
  const char *outlet = les_article_get (article, LES_ARTICLE_OUTLET);

  if (outlet == NULL)
    outlet = les_article_get (article, LES_ARTICLE_AGENCY);
  return outlet != NULL ? outlet : "";
}

static gboolean
visit_articles (LesProject *project, LesRecord *record, gboolean outlets, LesNoteVisit visit, gpointer data)
{
  const char *ids[2];

  find_articles (project, record, ids);
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      LesArticle *article = les_project_get_article (project, ids[i]);

      if (article != NULL && visit (outlets ? get_outlet (article) : ids[i], data))
        return TRUE;
    }
  return FALSE;
}

static gboolean
visit_name (const char *name, LesNoteVisit visit, gpointer data)
{
  return visit (name != NULL ? name : "", data);
}

static gboolean
visit_author (LesRecord *record, LesNoteVisit visit, gpointer data)
{
  if (LES_IS_ANNOTATION (record))
    return visit_name (les_annotation_get (LES_ANNOTATION (record), LES_ANNOTATION_AUTHOR), visit, data);
  return LES_IS_LINK (record) && visit_name (les_link_get (LES_LINK (record), LES_LINK_AUTHOR), visit, data);
}

/**
 * les_note_visit_values:
 *
 * Calls @visit with each value that @record has in @facet; with tags those
 * above come too, a value can come twice.
 *
 * Returns: whether a call of @visit returned TRUE
 */
gboolean
les_note_visit_values (LesProject *project, LesRecord *record, LesNoteFacet facet, LesNoteVisit visit, gpointer data)
{
  switch (facet)
    {
    case LES_NOTE_FACET_KIND:
      return visit (les_note_kind_get_name (les_record_get_kind (record)), data);
    case LES_NOTE_FACET_TAG:
      return visit_tags (project, record, visit, data);
    case LES_NOTE_FACET_ARTICLE:
      return visit_articles (project, record, FALSE, visit, data);
    case LES_NOTE_FACET_OUTLET:
      return visit_articles (project, record, TRUE, visit, data);
    case LES_NOTE_FACET_SPEAKER:
      return LES_IS_ANNOTATION (record)
             && visit_name (les_annotation_get (LES_ANNOTATION (record), LES_ANNOTATION_SPEAKER), visit, data);
    case LES_NOTE_FACET_AUTHOR:
      return visit_author (record, visit, data);
    case LES_N_NOTE_FACETS:
    default:
      g_return_val_if_reached (FALSE);
    }
}

static const char *
get_created (LesRecord *record)
{
  if (LES_IS_ANNOTATION (record))
    return les_annotation_get (LES_ANNOTATION (record), LES_ANNOTATION_CREATED);
  return LES_IS_LINK (record) ? les_link_get (LES_LINK (record), LES_LINK_CREATED) : NULL;
}

static void
ensure_date (LesNoteEntry *self)
{
  const char *created = self->date == NULL ? get_created (self->record) : NULL;
  g_autoptr (GDateTime) time = created != NULL ? g_date_time_new_from_iso8601 (created, NULL) : NULL;
  g_autoptr (GDateTime) local = time != NULL ? g_date_time_to_local (time) : NULL;

  if (local != NULL)
    self->date = g_date_time_format (local, "%Y-%m-%d");
}

static gboolean
is_in_range (LesNoteEntry *self, LesNoteFilter *filter)
{
  const char *from = les_filter_get_from (LES_FILTER (filter));
  const char *to = les_filter_get_to (LES_FILTER (filter));

  if (from == NULL && to == NULL)
    return TRUE;
  ensure_date (self);
  return self->date != NULL
         && (from == NULL || strncmp (self->date, from, strlen (from)) >= 0)
         && (to == NULL || strncmp (self->date, to, strlen (to)) <= 0);
}

typedef struct
{
  LesNoteFilter *filter;
  LesNoteFacet facet;
} Wanted;

static gboolean
is_wanted (const char *value, gpointer data)
{
  Wanted *wanted = data;

  return les_filter_has (LES_FILTER (wanted->filter), wanted->facet, value);
}

/**
 * les_note_entry_accepts:
 * @except: a #LesNoteFacet not to look at, -1 for none
 *
 * Returns: whether @filter lets the entry through
 */
gboolean
les_note_entry_accepts (LesNoteEntry *self, LesProject *project, LesNoteFilter *filter, int except)
{
  LesQuery *query = les_note_filter_get_query (filter);

  if (les_note_filter_is_too_long (filter))
    return FALSE;
  for (int facet = 0; facet < LES_N_NOTE_FACETS; facet++)
    {
      Wanted wanted = { filter, (LesNoteFacet) facet };

      if (facet != except && les_filter_get_values (LES_FILTER (filter), wanted.facet)->len > 0
          && !les_note_visit_values (project, self->record, wanted.facet, is_wanted, &wanted))
        return FALSE;
    }
  return is_in_range (self, filter)
         && (query == NULL || les_query_matches (query, self->folded, self->n_folded_bytes, "", 0));
}
