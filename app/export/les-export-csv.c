/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-export-csv.h"

#include "les-csv.h"
#include "les-export-data.h"
#include "les-relations.h"

static void
append_importance (GString *out, LesAnnotation *annotation)
{
  guint importance = les_annotation_get_importance (annotation);

  if (importance > 0)
    les_csv_append_number (out, (int) importance);
  else
    les_csv_append_cell (out, NULL, FALSE);
}

static void
append_header (GString *out)
{
  const char * const columns[] = {
    "annotation", "article", "headline", "outlet", "agency", "author", "place", "date", "language", "url",
    "start", "end", "words", "tags", "tag_paths", "note", "speaker", "speech", "relay", "links",
    "annotated_by", "created", "modified", "importance",
  };

  les_csv_append_header (out, columns, G_N_ELEMENTS (columns));
}

static void
append_article_cells (GString *out, LesArticle *article)
{
  const LesArticleField fields[] = {
    LES_ARTICLE_OUTLET, LES_ARTICLE_AGENCY, LES_ARTICLE_AUTHOR, LES_ARTICLE_PLACE,
    LES_ARTICLE_DATE, LES_ARTICLE_LANGUAGE, LES_ARTICLE_URL,
  };
  g_autofree char *heading = les_article_dup_heading (article);

  les_csv_append_cell (out, les_record_get_id (LES_RECORD (article)), FALSE);
  les_csv_append_cell (out, heading, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    les_csv_append_cell (out, les_article_get (article, fields[i]), FALSE);
}

/* "contradicts ID; missing ID": of an annotation, or of the article that lacks it. */
static char *
join_links (LesProject *project, GPtrArray *links)
{
  GString *joined = g_string_new (NULL);

  for (guint i = 0; links != NULL && i < links->len; i++)
    {
      LesLink *link = links->pdata[i];
      const char *to = les_link_get (link, LES_LINK_TO);

      g_string_append_printf (joined, "%s%s %s", i > 0 ? "; " : "",
                              les_relations_get_plain (project, les_link_get (link, LES_LINK_RELATION)),
                              to != NULL ? to : les_link_get (link, LES_LINK_MISSING_IN));
    }
  return g_string_free (joined, FALSE);
}

static void
append_row (GString *out, LesProject *project, LesArticle *article, LesAnnotation *annotation, GHashTable *links)
{
  const char *id = les_record_get_id (LES_RECORD (annotation));
  g_autofree char *names = les_export_dup_tag_names (project, annotation, FALSE);
  g_autofree char *paths = les_export_dup_tag_names (project, annotation, TRUE);
  g_autofree char *linked = join_links (project, g_hash_table_lookup (links, id));

  les_csv_append_cell (out, id, TRUE);
  append_article_cells (out, article);
  les_csv_append_number (out, les_annotation_get_range (annotation).start);
  les_csv_append_number (out, les_annotation_get_range (annotation).end);
  les_csv_append_cell (out, les_annotation_get (annotation, LES_ANNOTATION_EXACT), FALSE);
  les_csv_append_cell (out, names, FALSE);
  les_csv_append_cell (out, paths, FALSE);
  les_csv_append_cell (out, les_annotation_get (annotation, LES_ANNOTATION_NOTE), FALSE);
  les_csv_append_cell (out, les_annotation_get (annotation, LES_ANNOTATION_SPEAKER), FALSE);
  les_csv_append_cell (out, les_annotation_get (annotation, LES_ANNOTATION_SPEECH), FALSE);
  les_csv_append_cell (out, les_annotation_get (annotation, LES_ANNOTATION_RELAY), FALSE);
  les_csv_append_cell (out, linked, FALSE);
  les_csv_append_cell (out, les_annotation_get (annotation, LES_ANNOTATION_AUTHOR), FALSE);
  les_csv_append_cell (out, les_annotation_get (annotation, LES_ANNOTATION_CREATED), FALSE);
  les_csv_append_cell (out, les_annotation_get (annotation, LES_ANNOTATION_MODIFIED), FALSE);
  append_importance (out, annotation);
  g_string_append (out, LES_CSV_LINE_END);
}

/**
 * les_export_csv:
 * @out: appended to
 *
 * A table with one row for each annotation, after RFC 4180: commas, CRLF,
 * quotes doubled; UTF-8 with byte order mark. Column names are fixed and not
 * translated, so that scripts can rely on them. start and end count Unicode
 * characters. A cell that a spreadsheet would run as a formula gets an
 * apostrophe in front. Any thread.
 *
 * Returns: FALSE when cancelled
 */
gboolean
les_export_csv (LesProject *project, GString *out, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) articles = les_project_ref_records (project, LES_RECORD_ARTICLE);
  g_autoptr (GHashTable) links = les_export_index_links (project);

  append_header (out);
  for (guint i = 0; i < articles->len; i++)
    {
      const char *id = les_record_get_id (articles->pdata[i]);
      g_autoptr (GPtrArray) annotations = les_project_ref_annotations_of (project, id);

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      for (guint j = 0; j < annotations->len; j++)
        append_row (out, project, articles->pdata[i], annotations->pdata[j], links);
    }
  return TRUE;
}
