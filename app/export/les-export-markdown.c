/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-export-markdown.h"

#include "les-export-claims.h"
#include "les-export-data.h"
#include "les-markdown-text.h"
#include "les-relations.h"

#include <glib/gi18n-lib.h>

static void
append_links (GString *out, LesProject *project, GPtrArray *links)
{
  for (guint i = 0; links != NULL && i < links->len; i++)
    {
      LesLink *link = links->pdata[i];
      LesAnnotation *to = les_project_get_annotation (project, les_link_get (link, LES_LINK_TO));
      LesArticle *article = les_project_get_article (project, les_link_get (link, LES_LINK_MISSING_IN));
      g_autofree char *heading = article != NULL ? les_article_dup_heading (article) : NULL;

      g_string_append (out, "- ↔ ");
      les_markdown_append_name (out, les_relations_get_name (project, les_link_get (link, LES_LINK_RELATION)));
      g_string_append (out, ": ");
      les_markdown_append_name (out, to != NULL ? les_annotation_get (to, LES_ANNOTATION_EXACT) : heading != NULL ? heading : "");
      g_string_append_c (out, '\n');
    }
}

static void
append_annotation (GString *out, LesProject *project, LesAnnotation *annotation, GHashTable *links)
{
  g_autofree char *tags = les_export_dup_tag_names (project, annotation, TRUE);
  gsize length;

  les_markdown_append_text (out, les_annotation_get (annotation, LES_ANNOTATION_EXACT), "> ");
  g_string_append_c (out, '\n');
  length = out->len;
  les_markdown_append_field (out, _("Tags"), tags);
  les_markdown_append_field (out, _("Speaker"), les_annotation_get (annotation, LES_ANNOTATION_SPEAKER));
  les_markdown_append_field (out, _("Passed on by"), les_annotation_get (annotation, LES_ANNOTATION_RELAY));
  append_links (out, project, g_hash_table_lookup (links, les_record_get_id (LES_RECORD (annotation))));
  if (out->len > length)
    g_string_append_c (out, '\n');
  les_markdown_append_paragraphs (out, les_annotation_get (annotation, LES_ANNOTATION_NOTE));
  /* Keeps two quotes from running into one another. */
  g_string_append (out, "<!-- -->\n\n");
}

static void
append_article (GString *out, LesProject *project, LesArticle *article, GHashTable *links)
{
  g_autoptr (GPtrArray) annotations =
    les_project_ref_annotations_of (project, les_record_get_id (LES_RECORD (article)));
  g_autofree char *heading = les_article_dup_heading (article);
  g_autofree char *details = les_export_dup_details (article);

  les_markdown_append_heading (out, "##", heading);
  les_markdown_append_paragraphs (out, details);
  les_markdown_append_paragraphs (out, les_article_get (article, LES_ARTICLE_URL));
  les_markdown_append_paragraphs (out, les_article_get (article, LES_ARTICLE_NOTE));
  for (guint i = 0; i < annotations->len; i++)
    append_annotation (out, project, annotations->pdata[i], links);
}

/**
 * les_export_markdown:
 * @out: appended to
 *
 * The annotations of each article as quotes with tags, speaker, links and
 * note, then the claims table, in CommonMark; what could be read as mark-up in a text or a name is
 * escaped. Labels are in the user's language. Any thread.
 *
 * Returns: FALSE when cancelled
 */
gboolean
les_export_markdown (LesProject *project, GString *out, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) articles = les_project_ref_records (project, LES_RECORD_ARTICLE);
  g_autoptr (GHashTable) links = les_export_index_links (project);
  LesProjectInfo *info = les_project_get_info (project);
  const char *title = les_project_info_get (info, LES_PROJECT_INFO_TITLE);

  les_markdown_append_heading (out, "#", title != NULL ? title : _("Untitled Project"));
  les_markdown_append_paragraphs (out, les_project_info_get (info, LES_PROJECT_INFO_NOTE));
  for (guint i = 0; i < articles->len; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      append_article (out, project, articles->pdata[i], links);
    }
  return les_export_claims_markdown (project, out, cancellable, error);
}
